public import KinerjaCore

/// Rows of named, typed columns.
///
/// A column is asked for by the name that the layout gave it. To ask for a name or a type that the
/// layout did not declare is a programming mistake and stops the program with a sentence; bad
/// input cannot cause it, since a table holds every declared column, if need be of missing values.
public struct Table: Sendable, Hashable {
  /// How many rows there are.
  public let rowCount: Int
  /// The names of the columns, in the order of the layout.
  public let columnNames: [String]
  /// The file that was read, as the caller named it.
  public let file: String?
  /// What somebody should look at although the table could be read.
  public let warnings: Diagnostics

  let columns: [TableColumn]
  /// Columns in which every row has a value because the layout says so.
  let required: Set<String>
  let lines: RowLines?

  init(
    columns: [(name: String, column: TableColumn)], required: Set<String>, rowCount: Int,
    file: String?, lines: RowLines?, warnings: Diagnostics
  ) {
    self.columns = columns.map(\.column)
    columnNames = columns.map(\.name)
    self.required = required
    self.rowCount = rowCount
    self.file = file
    self.lines = lines
    self.warnings = warnings
  }

  /// Creates a table in memory.
  ///
  /// Columns in which no row lacks a value count as required ones.
  ///
  /// - Throws: `InvalidInput` if a name comes twice or the columns differ in length.
  public init(_ columns: KeyValuePairs<String, TableColumn>) throws(InvalidInput) {
    var problems = Diagnostics()
    let rowCount = columns.first?.value.count ?? 0
    var seen: Set<String> = []
    for (name, column) in columns {
      if !seen.insert(name).inserted {
        problems.add(.repeatedTableColumn, ["column": .text(name)], at: .key(name))
      }
      if column.count != rowCount {
        problems.add(
          .unevenColumns,
          ["found": .integer(Int64(column.count)), "expected": .integer(Int64(rowCount))],
          at: .key(name))
      }
    }
    try problems.throwIfAny()
    self.init(
      columns: columns.map { (name: $0.key, column: $0.value) },
      required: Set(columns.filter { $0.value.missing == nil }.map(\.key)), rowCount: rowCount,
      file: nil, lines: nil, warnings: problems)
  }

  /// The column of a name, or nothing if there is none.
  public func column(named name: String) -> TableColumn? {
    columnNames.firstIndex(of: name).map { columns[$0] }
  }

  /// The codes of a column.
  public func codes(_ name: String) -> CodeColumn {
    guard case .code(let column) = declared(name) else { refuse(name, "codes") }
    return column
  }

  /// The whole numbers of a column.
  public func integers(_ name: String) -> IntegerColumn {
    guard case .integer(let column) = declared(name) else { refuse(name, "integers") }
    return column
  }

  /// The exact decimals of a column.
  public func decimals(_ name: String) -> DecimalColumn {
    guard case .decimal(let column) = declared(name) else { refuse(name, "decimals") }
    return column
  }

  /// The floating-point numbers of a column.
  public func doubles(_ name: String) -> DoubleColumn {
    guard case .double(let column) = declared(name) else { refuse(name, "doubles") }
    return column
  }

  /// The days of a column.
  public func days(_ name: String) -> DayColumn {
    guard case .day(let column) = declared(name) else { refuse(name, "days") }
    return column
  }

  /// The free texts of a column.
  public func texts(_ name: String) -> TextColumn {
    guard case .text(let column) = declared(name) else { refuse(name, "texts") }
    return column
  }

  /// The identifiers of a column of codes, one for each number in the column's dictionary.
  ///
  /// - Throws: `InvalidInput` with every code that is no identifier, which cannot happen for a
  ///   column that the layout declared as one of identifiers.
  public func identifiers<Kind>(
    _ name: String, as kind: Identifier<Kind>.Type = Identifier<Kind>.self
  ) throws(InvalidInput) -> [Identifier<Kind>] {
    var problems = Diagnostics(at: SourcePlace(file: file, path: [.key(name)]))
    var result: [Identifier<Kind>] = []
    for text in codes(name).dictionary {
      do throws(InvalidIdentifier) {
        result.append(try Identifier<Kind>(text))
      } catch {
        problems.add(error.diagnostic)
      }
    }
    try problems.throwIfAny()
    return result
  }

  private func declared(_ name: String) -> TableColumn {
    guard let column = column(named: name) else {
      preconditionFailure(
        "the table has no column \"\(name)\"; it has \(columnNames.joined(separator: ", "))")
    }
    return column
  }

  private func refuse(_ name: String, _ wanted: String) -> Never {
    preconditionFailure("column \"\(name)\" holds \(declared(name).kind), not \(wanted)")
  }
}

extension Table {
  /// Where a row begins: the file and the line, as far as known.
  public func place(ofRow row: Int) -> SourcePlace {
    SourcePlace(file: file, line: lines.map { $0[row] })
  }

  /// Where a row's cell is: the file, the line at which the row begins, and the column's name.
  public func place(ofRow row: Int, _ column: String) -> SourcePlace {
    SourcePlace(file: file, line: lines.map { $0[row] }, path: [.key(column)])
  }
}
