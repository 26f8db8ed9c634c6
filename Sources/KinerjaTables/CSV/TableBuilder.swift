import KinerjaCore

/// Puts the parts of a file together, first to last.
struct TableBuilder {
  private let plan: CSVPlan
  // By column of the layout; each uses the list of its kind.
  private var packed: [PackedIntegers]
  private var doubles: [[Double]]
  private var texts: [(bytes: [UInt8], ends: [Int])]
  private var missing: [BitSet]
  private var dictionaries: [CodeDictionary]
  private var lines = RowLines()
  private(set) var rowCount = 0
  // The line at which the next part begins.
  private var nextLine: Int

  init(_ plan: CSVPlan, firstLine: Int) {
    self.plan = plan
    nextLine = firstLine
    packed = plan.columns.map { _ in PackedIntegers() }
    doubles = plan.columns.map { _ in [] }
    texts = plan.columns.map { _ in ([], []) }
    missing = plan.columns.map { _ in BitSet() }
    dictionaries = plan.domains.map { _ in CodeDictionary() }
  }

  mutating func append(_ part: BlockPart, problems: inout Diagnostics) {
    part.problems.report(to: &problems, firstLine: nextLine)
    let numbers = dictionaries.indices.map { dictionaries[$0].merge(part.dictionaries[$0]) }
    for index in plan.columns.indices { append(part, column: index, numbers: numbers) }
    lines.append(contentsOf: part.lines, movedBy: nextLine)
    rowCount += part.rowCount
    nextLine += part.lineBreaks
  }

  private mutating func append(_ part: BlockPart, column index: Int, numbers: [[Int32]]) {
    switch part.columns[index] {
    case .codes(let codes):
      let numbers = plan.columns[index].domain.map { numbers[$0] } ?? []
      packed[index].append(contentsOf: codes.map { $0 < 0 ? 0 : Int64(numbers[Int($0)]) })
      for row in codes.indices where codes[row] < 0 { missing[index].insert(rowCount + row) }
    case .integers(let values, let rows):
      packed[index].append(contentsOf: values)
      for row in rows { missing[index].insert(rowCount + row) }
    case .doubles(let values, let rows):
      doubles[index].append(contentsOf: values)
      for row in rows { missing[index].insert(rowCount + row) }
    case .texts(let bytes, let ends, let rows):
      let start = texts[index].bytes.count
      texts[index].ends.append(contentsOf: ends.lazy.map { $0 + start })
      texts[index].bytes.append(contentsOf: bytes)
      for row in rows { missing[index].insert(rowCount + row) }
    case .absent: break
    }
  }

  /// Reports what is wrong with the row that comes next.
  func report(_ diagnostic: Diagnostic, to problems: inout Diagnostics) {
    var diagnostic = diagnostic
    diagnostic.place = SourcePlace(line: nextLine, column: 1)
    problems.add(diagnostic)
  }

  /// The table, once every part is in.
  func finished(file: String?, warnings: Diagnostics) -> Table {
    var result: [(name: String, column: TableColumn)] = []
    for (index, column) in plan.columns.enumerated() {
      result.append((column.spec.name, finished(index, column)))
    }
    return Table(
      columns: result, required: Set(plan.columns.filter(\.isRequired).map(\.spec.name)),
      rowCount: rowCount, file: file, lines: lines, warnings: warnings)
  }

  private func finished(_ index: Int, _ column: CSVPlan.Column) -> TableColumn {
    var missing = missing[index].isEmpty ? nil : missing[index]
    var list = packed[index]
    if column.field == nil {
      // The file lacks the column: every value is missing.
      list = PackedIntegers(repeatElement(Int64(0), count: rowCount))
      missing = rowCount == 0 ? nil : BitSet(0..<rowCount)
    }
    switch column.spec.content {
    case .code:
      let dictionary = column.domain.map { dictionaries[$0] } ?? CodeDictionary()
      return .code(CodeColumn(dictionary: dictionary, packed: list, missing: missing))
    case .integer:
      return .integer(IntegerColumn(packed: list, missing: missing))
    case .decimal(let places, _):
      return .decimal(DecimalColumn(mantissas: list, places: places, missing: missing))
    case .day:
      return .day(DayColumn(packed: list, missing: missing))
    case .double:
      let values = column.field == nil ? Array(repeating: 0, count: rowCount) : doubles[index]
      return .double(DoubleColumn(values: values, missing: missing))
    case .text:
      let ends = column.field == nil ? Array(repeating: 0, count: rowCount) : texts[index].ends
      return .text(TextColumn(bytes: texts[index].bytes, ends: ends, missing: missing))
    }
  }
}
