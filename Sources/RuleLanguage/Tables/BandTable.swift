public import KinerjaCore

/// A table that turns a number into a category by bands with explicit edges.
///
/// Each edge says whether it belongs to the band. A table is checked when its rule compiles:
/// two bands that share a number are an error, a hole between two bands is a warning, and a
/// number that falls into it is missing, with that reason.
public struct BandTable: Sendable, Hashable {
  /// The bands, in the order of the law's text.
  public let bands: [Band]

  /// Creates a table.
  public init(@ListBuilder<Band> _ bands: () -> [Band]) {
    self.init(bands())
  }

  /// Creates a table.
  public init(_ bands: [Band]) { self.bands = bands }
}

/// One band: a category and the numbers that belong to it.
public struct Band: Sendable, Hashable {
  /// A limit of a band.
  public struct Edge: Sendable, Hashable {
    /// A number, or a formula over parameters.
    public let value: FormulaText
    /// Whether the number at the edge belongs to the band.
    public let isClosed: Bool

    /// Creates an edge.
    public init(_ value: FormulaText, isClosed: Bool) {
      self.value = value
      self.isClosed = isClosed
    }
  }

  /// The category of the numbers in the band.
  public let category: CategoryID
  /// The lower limit; nil if there is none.
  public let lower: Edge?
  /// The upper limit; nil if there is none.
  public let upper: Edge?

  /// Creates a band from its limits.
  public init(_ category: CategoryID, lower: Edge?, upper: Edge?) {
    self.category = category
    self.lower = lower
    self.upper = upper
  }

  /// Creates the band *from ≤ x*.
  public init(_ category: CategoryID, from low: FormulaText) {
    self.init(category, lower: Edge(low, isClosed: true), upper: nil)
  }

  /// Creates the band *from ≤ x < below*.
  public init(_ category: CategoryID, from low: FormulaText, below high: FormulaText) {
    self.init(category, lower: Edge(low, isClosed: true), upper: Edge(high, isClosed: false))
  }

  /// Creates the band *from ≤ x ≤ through*.
  public init(_ category: CategoryID, from low: FormulaText, through high: FormulaText) {
    self.init(category, lower: Edge(low, isClosed: true), upper: Edge(high, isClosed: true))
  }

  /// Creates the band *above < x*.
  public init(_ category: CategoryID, above low: FormulaText) {
    self.init(category, lower: Edge(low, isClosed: false), upper: nil)
  }

  /// Creates the band *above < x < below*.
  public init(_ category: CategoryID, above low: FormulaText, below high: FormulaText) {
    self.init(category, lower: Edge(low, isClosed: false), upper: Edge(high, isClosed: false))
  }

  /// Creates the band *above < x ≤ through*.
  public init(_ category: CategoryID, above low: FormulaText, through high: FormulaText) {
    self.init(category, lower: Edge(low, isClosed: false), upper: Edge(high, isClosed: true))
  }

  /// Creates the band *x < below*.
  public init(_ category: CategoryID, below high: FormulaText) {
    self.init(category, lower: nil, upper: Edge(high, isClosed: false))
  }

  /// Creates the band *x ≤ through*.
  public init(_ category: CategoryID, through high: FormulaText) {
    self.init(category, lower: nil, upper: Edge(high, isClosed: true))
  }
}
