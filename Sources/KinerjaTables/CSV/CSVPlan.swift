import KinerjaCore

/// A layout fitted to the header of a file: which cell of a row goes to which column.
struct CSVPlan: Sendable {
  /// One column of the layout.
  struct Column: Sendable {
    let spec: CSVColumn
    /// The number of its cell in a row; nothing if the file lacks the column.
    let field: Int?
    /// Texts that stand for an empty cell, as bytes, without the empty one.
    let markers: [[UInt8]]
    /// The dictionary it uses, if it holds codes.
    let domain: Int?

    var isRequired: Bool { spec.presence == .required }
  }

  let columns: [Column]
  /// Whether the table lacks columns that the file lacks.
  let omitsAbsentColumns: Bool
  /// The columns that use each dictionary, for those present in the file.
  let domains: [[Int]]
  /// How many cells a row has.
  let width: Int
  let scanner: RecordScanner
  /// How decimals are written; nothing where each number must speak for itself.
  let decimals: DecimalConvention?
  let mostBytesInRow: Int
  let problemLimit: Int

  init(
    _ layout: CSVLayout, _ dialect: CSVDialect, fields: [Int?], width: Int,
    delimiter: CSVDialect.Delimiter, problemLimit: Int
  ) {
    var names: [String] = []
    var members: [[Int]] = []
    var columns: [Column] = []
    for (index, spec) in layout.columns.enumerated() {
      var number: Int?
      if case .code(let domain, _) = spec.content {
        if !names.contains(domain) {
          names.append(domain)
          members.append([])
        }
        number = names.firstIndex(of: domain)
        if let number, fields[index] != nil { members[number].append(index) }
      }
      let markers = spec.missingMarkers ?? dialect.missingMarkers
      columns.append(
        Column(
          spec: spec, field: fields[index],
          markers: markers.filter { !$0.isEmpty }.map { Array($0.utf8) }, domain: number))
    }
    self.columns = columns
    omitsAbsentColumns = layout.omitsAbsentColumns
    domains = members
    self.width = width
    scanner = RecordScanner(delimiter: delimiter.rawValue, trimsSpaces: dialect.trimsSpaces)
    decimals = dialect.decimals ?? (delimiter == .comma ? .point : nil)
    mostBytesInRow = dialect.mostBytesInRow
    self.problemLimit = problemLimit
  }
}

extension DecimalConvention {
  /// What stands before the decimals, as a byte.
  var decimalMarkByte: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".") }
}
