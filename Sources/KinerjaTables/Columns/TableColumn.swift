/// A column of a ``Table``, by what it holds.
public enum TableColumn: Sendable, Hashable {
  case code(CodeColumn)
  case integer(IntegerColumn)
  case decimal(DecimalColumn)
  case double(DoubleColumn)
  case day(DayColumn)
  case text(TextColumn)
}

extension TableColumn {
  /// How many rows there are.
  public var count: Int {
    switch self {
    case .code(let column): column.count
    case .integer(let column): column.count
    case .decimal(let column): column.count
    case .double(let column): column.count
    case .day(let column): column.count
    case .text(let column): column.count
    }
  }

  /// The rows without a value; nothing if every row has one.
  public var missing: BitSet? {
    switch self {
    case .code(let column): column.missing
    case .integer(let column): column.missing
    case .decimal(let column): column.missing
    case .double(let column): column.missing
    case .day(let column): column.missing
    case .text(let column): column.missing
    }
  }

  /// What the column holds, for the sentence that stops a program which asked for something else.
  var kind: String {
    switch self {
    case .code: "codes"
    case .integer: "integers"
    case .decimal: "decimals"
    case .double: "doubles"
    case .day: "days"
    case .text: "texts"
    }
  }
}
