/// The measures of one facet: all ratees, say, or all raters.
public struct FacetMeasures: Sendable, Hashable {
  /// One element of a facet.
  public struct Element: Sendable, Hashable {
    /// The identifier, as text.
    public let id: String
    /// Ratings that belong to it, extreme ones too.
    public let ratingCount: Int
    /// Where it stands, or why that cannot be said.
    public let placement: Placement

    /// Its measure, if it is an ordinary one.
    public var measure: Measure? {
      if case .measured(let measure) = placement { measure } else { nil }
    }
  }

  /// Where an element stands.
  public enum Placement: Sendable, Hashable {
    /// A measure of maximum likelihood.
    case measured(Measure)
    /// All its ratings are the lowest, or the highest: it has no finite measure of maximum likelihood,
    /// and this is one for a score moved towards the middle by
    /// ``FacetModel/extremeScoreAdjustment``.
    case extreme(isHighest: Bool, logits: Double, standardError: Double)
    /// All its ratings belong to extreme elements of other facets.
    case undetermined
  }

  /// The measure of an element.
  public struct Measure: Sendable, Hashable {
    /// In logits; of a rater the severity, of an item the difficulty, of a ratee the ability; of any
    /// other facet, as of a rater, the higher the lower its ratings.
    public let logits: Double
    /// Of ``logits``, if the other measures were known.
    public let standardError: Double
    /// Ratings that entered.
    public let ratingCount: Int
    /// Their sum, in points of the scale.
    public let total: Double
    /// Σ*r*² ∕ Σ*V*: about 1 if the ratings fit, below if they are too regular, above if too noisy.
    public let infit: Double
    /// ``infit`` as a standard normal deviate; nil where it cannot vary.
    public let standardInfit: Double?
    /// The mean of *r*² ∕ *V*, which single surprises move.
    public let outfit: Double
    /// ``outfit`` as a standard normal deviate; nil where it cannot vary.
    public let standardOutfit: Double?
    /// The rating to expect with all other facets at their mean measure, in points of the scale.
    public let fairAverage: Double
    /// The rating to expect with all other facets at 0, in points of the scale.
    public let fairAverageAtZero: Double
    /// How far the element's ratings alone would move the measure, in logits: 0 up to the limits of
    /// convergence.
    public let displacement: Double
    /// The correlation of the element's ratings with what the other elements add to them; nil where
    /// one of the two does not vary.
    public let correlation: Double?
    /// ``correlation`` if the ratings fit.
    public let expectedCorrelation: Double?
    /// The subset of the design to which it belongs, from 0; measures of two subsets must not be
    /// compared.
    public let subset: Int

    /// ``standardError`` enlarged by misfit, √infit where that is above 1.
    public var realStandardError: Double { standardError * Swift.max(1, infit.squareRoot()) }
  }

  /// The elements, in the order of identifiers, times in their own.
  public let elements: [Element]
  // Times stand in the order of numbers, which is not that of their texts.
  private let isSorted: Bool
  /// How well the facet's elements are told apart; nil with fewer than two measures.
  public let separation: FacetSeparation?
  /// ``separation`` with extreme elements; nil if there are none, or fewer than two elements.
  public let separationWithExtremes: FacetSeparation?

  init(_ elements: [Element]) {
    self.elements = elements
    isSorted = zip(elements, elements.dropFirst()).allSatisfy { $0.id < $1.id }
    let measures = elements.compactMap(\.measure).map { ($0.logits, $0.standardError) }
    separation = FacetSeparation(measures)
    let extremes = elements.compactMap { element -> (logits: Double, standardError: Double)? in
      guard case .extreme(_, let logits, let error) = element.placement else { return nil }
      return (logits, error)
    }
    separationWithExtremes = extremes.isEmpty ? nil : FacetSeparation(measures + extremes)
  }

  /// The element with an identifier; nil if there is none.
  ///
  /// - Complexity: O(log *n*), of times O(*n*).
  public subscript(id: String) -> Element? {
    guard isSorted else { return elements.first { $0.id == id } }
    var range = elements.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if elements[middle].id == id { return elements[middle] }
      range =
        elements[middle].id < id ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}

extension FacetMeasures: RandomAccessCollection {
  public var startIndex: Int { elements.startIndex }
  public var endIndex: Int { elements.endIndex }
  public subscript(position: Int) -> Element { elements[position] }
}
