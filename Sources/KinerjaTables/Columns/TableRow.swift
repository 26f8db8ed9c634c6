public import KinerjaCore

/// One row of a ``Table``, for code that goes row by row.
///
/// `row.code("rater")` is for a column that the layout requires to be filled in every row;
/// `row.code(ifAny: "note")` is for any. To use the former on a column that may be empty stops the
/// program at the first row, filled or not, so that the first test shows it. Loops over crowds use
/// the columns themselves.
public struct TableRow: Sendable {
  let table: Table
  /// The row's number, from 0.
  public let index: Int

  /// Where the row begins in its file.
  public var place: SourcePlace { table.place(ofRow: index) }

  /// Where one of the row's cells is.
  public func place(of column: String) -> SourcePlace { table.place(ofRow: index, column) }

  /// The code in a required column.
  public func code(_ name: String) -> String { filled(name, code(ifAny: name)) }

  /// The code in a column, if there is one.
  public func code(ifAny name: String) -> String? { table.codes(name)[index] }

  /// The identifier in a required column.
  ///
  /// - Throws: `InvalidInput` if the code is no identifier, which cannot happen for a column that
  ///   the layout declared as one of identifiers.
  public func identifier<Kind>(
    _ name: String, as kind: Identifier<Kind>.Type = Identifier<Kind>.self
  ) throws(InvalidInput) -> Identifier<Kind> {
    try identifier(of: code(name), in: name)
  }

  /// The identifier in a column, if there is one.
  ///
  /// - Throws: `InvalidInput` if the code is no identifier.
  public func identifier<Kind>(
    ifAny name: String, as kind: Identifier<Kind>.Type = Identifier<Kind>.self
  ) throws(InvalidInput) -> Identifier<Kind>? {
    guard let text = code(ifAny: name) else { return nil }
    return try identifier(of: text, in: name) as Identifier<Kind>
  }

  private func identifier<Kind>(
    of text: String, in name: String
  ) throws(InvalidInput) -> Identifier<Kind> {
    do throws(InvalidIdentifier) {
      return try Identifier<Kind>(text)
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.place = place(of: name)
      throw InvalidInput(diagnostic)
    }
  }

  /// The whole number in a required column.
  public func integer(_ name: String) -> Int { filled(name, integer(ifAny: name)) }

  /// The whole number in a column, if there is one.
  public func integer(ifAny name: String) -> Int? { table.integers(name)[index] }

  /// The exact decimal in a required column.
  public func decimal(_ name: String) -> Points { filled(name, decimal(ifAny: name)) }

  /// The exact decimal in a column, if there is one.
  public func decimal(ifAny name: String) -> Points? { table.decimals(name)[index] }

  /// The floating-point number in a required column.
  public func double(_ name: String) -> Double { filled(name, double(ifAny: name)) }

  /// The floating-point number in a column, if there is one.
  public func double(ifAny name: String) -> Double? { table.doubles(name)[index] }

  /// The day in a required column.
  public func day(_ name: String) -> Day { filled(name, day(ifAny: name)) }

  /// The day in a column, if there is one.
  public func day(ifAny name: String) -> Day? { table.days(name)[index] }

  /// The text in a required column.
  public func text(_ name: String) -> String { filled(name, text(ifAny: name)) }

  /// The text in a column, if there is one.
  public func text(ifAny name: String) -> String? { table.texts(name)[index] }

  private func filled<Value>(_ name: String, _ value: Value?) -> Value {
    guard table.required.contains(name), let value else {
      preconditionFailure("column \"\(name)\" may be empty; ask for its value with ifAny:")
    }
    return value
  }
}

/// The rows of a ``Table``, in the order of the file.
public struct TableRows: Sendable, RandomAccessCollection {
  let table: Table

  public var startIndex: Int { 0 }
  public var endIndex: Int { table.rowCount }
  public subscript(position: Int) -> TableRow { TableRow(table: table, index: position) }
}

extension Table {
  /// The rows, in the order of the file.
  public var rows: TableRows { TableRows(table: self) }
}
