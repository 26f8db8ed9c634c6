public import KinerjaCore

/// A table of a rule that formulas read by `lookup(name, x)`, such as a conversion of attainment
/// or an allowance by grade.
///
/// Cells and edges are numbers or formulas over parameters. A table is checked when its rule
/// compiles: what is out of order, named twice, without a row or without a number is reported,
/// all at once, with its place.
public struct RuleTable: Sendable, Hashable {
  /// How a table finds its value.
  public enum Body: Sendable, Hashable {
    /// Along the straight lines between points, in ascending order.
    case points([Point], outside: Outside)
    /// By the piece into which a number falls; a hole between two pieces is a warning.
    case pieces([Piece])
    /// As a progressive scale: each part of the number at the rate of its own bracket; nothing for
    /// what is below the first.
    case marginalRates([Bracket])
    /// The whole number at one rate, which runs in straight lines from one bracket to the next;
    /// the first rate holds below the first bracket and the last rate from the last one on.
    case averageRates([Bracket])
    /// By the row whose key is the value: a category of a scale, or a number if no scale is named.
    case rows(by: ScaleID?, [Row])
    /// By the cell where the keys of a row and of a column meet.
    case grid(rowsBy: ScaleID?, columnsBy: ScaleID?, columns: [FormulaText], [GridRow])
  }

  /// What a line of points gives for a number beyond its ends.
  public enum Outside: String, Sendable, Hashable, CaseIterable {
    /// The value at the nearer end.
    case clamp
    /// The value on the outermost line, made longer.
    case extend
    /// Nothing: the value is missing.
    case missing
  }

  /// The name that formulas use.
  public let id: StepID
  /// What it is called.
  public let title: LocalizedText
  /// How it finds its value.
  public let body: Body
  /// The scale of the categories in its cells; nil for a table of numbers.
  ///
  /// In a table of categories a cell is the identifier of one.
  public let scale: ScaleID?
  /// In what its numbers are measured; nil if the cells say so themselves, or nobody does.
  public let unit: MeasurementUnit?
  /// Where law says so; nil where the rule's own source says enough.
  public let source: LegalSource?

  /// Creates a table.
  public init(
    _ id: StepID, _ title: LocalizedText, _ body: Body, giving scale: ScaleID? = nil,
    unit: MeasurementUnit? = nil, source: LegalSource? = nil
  ) {
    self.id = id
    self.title = title
    self.body = body
    self.scale = scale
    self.unit = unit
    self.source = source
  }
}

extension RuleTable {
  /// Creates a table of straight lines between points.
  public init(
    _ id: StepID, _ title: LocalizedText, outside: Outside, unit: MeasurementUnit? = nil,
    source: LegalSource? = nil, @ListBuilder<Point> points: () -> [Point]
  ) {
    self.init(id, title, .points(points(), outside: outside), unit: unit, source: source)
  }

  /// Creates a table of pieces; `giving` names the scale if it gives categories.
  public init(
    _ id: StepID, _ title: LocalizedText, giving scale: ScaleID? = nil,
    unit: MeasurementUnit? = nil, source: LegalSource? = nil,
    @ListBuilder<Piece> pieces: () -> [Piece]
  ) {
    self.init(id, title, .pieces(pieces()), giving: scale, unit: unit, source: source)
  }

  /// Creates a progressive scale, such as that of an income tax.
  public init(
    _ id: StepID, _ title: LocalizedText, source: LegalSource? = nil,
    @ListBuilder<Bracket> marginalRates: () -> [Bracket]
  ) {
    self.init(id, title, .marginalRates(marginalRates()), source: source)
  }

  /// Creates a scale whose rate on the whole number rises in straight lines.
  public init(
    _ id: StepID, _ title: LocalizedText, source: LegalSource? = nil,
    @ListBuilder<Bracket> averageRates: () -> [Bracket]
  ) {
    self.init(id, title, .averageRates(averageRates()), source: source)
  }

  /// Creates a table of rows; `by` names the scale of its keys, `giving` that of its cells.
  public init(
    _ id: StepID, _ title: LocalizedText, by keys: ScaleID? = nil, giving scale: ScaleID? = nil,
    unit: MeasurementUnit? = nil, source: LegalSource? = nil,
    @ListBuilder<Row> rows: () -> [Row]
  ) {
    self.init(id, title, .rows(by: keys, rows()), giving: scale, unit: unit, source: source)
  }
}
