public import KinerjaCore

/// Categories in order, with their names, such as the five *predikat kinerja*.
public struct CategoryScale: Sendable, Hashable {
  /// One category of a scale.
  public struct Category: Sendable, Hashable {
    /// The identifier that rules and files use.
    public let id: CategoryID
    /// The name, as law has it.
    public let label: LocalizedText

    /// Creates a category.
    public init(_ id: CategoryID, _ label: LocalizedText) {
      self.id = id
      self.label = label
    }
  }

  /// The identifier.
  public let id: ScaleID
  /// What the scale is called.
  public let title: LocalizedText
  /// The categories, from worst to best; for kinds of which none is better, in a fixed order.
  public let categories: [Category]
  /// Whether each category is better than the one before it.
  public let isRanked: Bool

  /// Creates a scale from its categories, worst first.
  public init(
    _ id: ScaleID, _ title: LocalizedText,
    @ListBuilder<Category> worstToBest categories: () -> [Category]
  ) {
    self.init(id, title, worstToBest: categories())
  }

  /// Creates a scale from its categories, worst first.
  public init(_ id: ScaleID, _ title: LocalizedText, worstToBest categories: [Category]) {
    self.id = id
    self.title = title
    self.categories = categories
    isRanked = true
  }

  /// Creates a scale of kinds of which none is better than another, such as the roles of raters, or
  /// periods, the earliest first.
  public init(_ id: ScaleID, _ title: LocalizedText, categories: [Category]) {
    self.id = id
    self.title = title
    self.categories = categories
    isRanked = false
  }

  /// The position in the order, in which the worst is 0; nil for a category of another scale.
  public func rank(of category: CategoryID) -> Int? {
    categories.firstIndex { $0.id == category }
  }

  /// The name of a category; its identifier if the scale has none.
  public func label(of category: CategoryID) -> LocalizedText {
    categories.first { $0.id == category }?.label ?? LocalizedText(same: category.text)
  }

  /// Whether one category is better than another; nil if either belongs to another scale, or if
  /// none is better.
  public func isBetter(_ one: CategoryID, than other: CategoryID) -> Bool? {
    guard isRanked, let first = rank(of: one), let second = rank(of: other) else { return nil }
    return first > second
  }
}
