extension RuleTable {
  /// A point of a line.
  public struct Point: Sendable, Hashable {
    /// The number that is looked up.
    public let number: FormulaText
    /// The value there.
    public let value: FormulaText

    /// Creates a point.
    public init(_ number: FormulaText, _ value: FormulaText) {
      self.number = number
      self.value = value
    }
  }

  /// Numbers with one value, or with values along a straight line.
  public struct Piece: Sendable, Hashable {
    /// The value; on a line, that at the lower limit.
    public let value: FormulaText
    /// The value at the upper limit of a line; nil for one value throughout.
    public let end: FormulaText?
    /// The lower limit; nil if there is none.
    public let lower: Band.Edge?
    /// The upper limit; nil if there is none.
    public let upper: Band.Edge?

    /// Creates a piece from its limits; one with an end needs both.
    public init(
      _ value: FormulaText, to end: FormulaText? = nil, lower: Band.Edge?, upper: Band.Edge?
    ) {
      self.value = value
      self.end = end
      self.lower = lower
      self.upper = upper
    }
  }

  /// A rate and the number from which it holds.
  public struct Bracket: Sendable, Hashable {
    /// Where it begins.
    public let from: FormulaText
    /// The rate, as a share: 0.05 for five per cent.
    public let rate: FormulaText

    /// Creates a bracket.
    public init(from: FormulaText, rate: FormulaText) {
      self.from = from
      self.rate = rate
    }
  }

  /// A key and its value.
  public struct Row: Sendable, Hashable {
    /// The identifier of a category, or a number.
    public let key: FormulaText
    /// The value.
    public let value: FormulaText

    /// Creates a row.
    public init(_ key: FormulaText, _ value: FormulaText) {
      self.key = key
      self.value = value
    }
  }

  /// A row of a table with two keys.
  public struct GridRow: Sendable, Hashable {
    /// The identifier of a category, or a number.
    public let key: FormulaText
    /// The values, in the order of the columns.
    public let cells: [FormulaText]

    /// Creates a row.
    public init(_ key: FormulaText, _ cells: [FormulaText]) {
      self.key = key
      self.cells = cells
    }
  }
}

extension RuleTable.Piece {
  /// Creates the piece *from ≤ x*.
  public init(_ value: FormulaText, from low: FormulaText) {
    self.init(value, lower: Band.Edge(low, isClosed: true), upper: nil)
  }

  /// Creates the piece *from ≤ x < below*, with values up to an end if one is given.
  public init(
    _ value: FormulaText, to end: FormulaText? = nil, from low: FormulaText,
    below high: FormulaText
  ) {
    self.init(
      value, to: end, lower: Band.Edge(low, isClosed: true),
      upper: Band.Edge(high, isClosed: false))
  }

  /// Creates the piece *from ≤ x ≤ through*, with values up to an end if one is given.
  public init(
    _ value: FormulaText, to end: FormulaText? = nil, from low: FormulaText,
    through high: FormulaText
  ) {
    self.init(
      value, to: end, lower: Band.Edge(low, isClosed: true), upper: Band.Edge(high, isClosed: true))
  }

  /// Creates the piece *above < x*.
  public init(_ value: FormulaText, above low: FormulaText) {
    self.init(value, lower: Band.Edge(low, isClosed: false), upper: nil)
  }

  /// Creates the piece *above < x < below*, with values up to an end if one is given.
  public init(
    _ value: FormulaText, to end: FormulaText? = nil, above low: FormulaText,
    below high: FormulaText
  ) {
    self.init(
      value, to: end, lower: Band.Edge(low, isClosed: false),
      upper: Band.Edge(high, isClosed: false))
  }

  /// Creates the piece *above < x ≤ through*, with values up to an end if one is given.
  public init(
    _ value: FormulaText, to end: FormulaText? = nil, above low: FormulaText,
    through high: FormulaText
  ) {
    self.init(
      value, to: end, lower: Band.Edge(low, isClosed: false),
      upper: Band.Edge(high, isClosed: true))
  }

  /// Creates the piece *x < below*.
  public init(_ value: FormulaText, below high: FormulaText) {
    self.init(value, lower: nil, upper: Band.Edge(high, isClosed: false))
  }

  /// Creates the piece *x ≤ through*.
  public init(_ value: FormulaText, through high: FormulaText) {
    self.init(value, lower: nil, upper: Band.Edge(high, isClosed: true))
  }
}
