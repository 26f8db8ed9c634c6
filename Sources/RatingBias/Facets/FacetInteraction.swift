/// Two facets whose combinations are looked at together.
public struct FacetPair: Sendable, Hashable {
  /// The one facet.
  public let first: Facet
  /// The other facet.
  public let second: Facet

  /// Creates a pair.
  public init(_ first: Facet, _ second: Facet) {
    self.first = first
    self.second = second
  }
}

/// Bias by combination of two facets, such as raters who are severe on one item only.
///
/// All measures are held as they are, and for each combination the one term is found at which its
/// ratings add up as observed (Linacre 1989, chapter 9; Myford and Wolfe 2004). A positive term means
/// higher ratings than expected. Terms of different combinations are not adjusted for each other.
public struct FacetInteraction: Sendable, Hashable {
  /// The facets.
  public let facets: FacetPair
  /// The combinations that occur among ratings with finite measures, by the first facet's identifiers
  /// and then by the second's.
  public let cells: [Cell]
  /// Ratings left out because they name no element of one of the two facets.
  public let leftOutCount: Int
  /// Whether there is any bias beyond chance.
  public let test: Answer<Test>

  /// A test of all terms together.
  public struct Test: Sendable, Hashable {
    /// The sum of squared ``Bias/t``, of combinations that are not extreme.
    public let chiSquare: Double
    /// How many those are.
    public let degreesOfFreedom: Int
    /// The chance of as much or more without bias.
    public let probability: Double
  }

  /// One combination.
  public struct Cell: Sendable, Hashable {
    /// The identifier of the first facet's element.
    public let first: String
    /// The identifier of the second facet's element.
    public let second: String
    /// Its ratings.
    public let ratingCount: Int
    /// Their sum, in points of the scale.
    public let observed: Double
    /// The sum to expect without bias, in points of the scale.
    public let expected: Double
    /// How strong the bias is.
    public let placement: Placement

    /// Observed minus expected, by rating, in points of the scale.
    public var averageDifference: Double { (observed - expected) / Double(ratingCount) }
    /// The term, if it is finite.
    public var bias: Bias? {
      if case .measured(let bias) = placement { bias } else { nil }
    }
  }

  /// How strong a bias is.
  public enum Placement: Sendable, Hashable {
    /// A term of maximum likelihood.
    case measured(Bias)
    /// All ratings are the lowest, or the highest, so that the term is infinite; this is one for a sum
    /// moved towards the middle by ``FacetModel/extremeScoreAdjustment``.
    case extreme(isHighest: Bool, logits: Double, standardError: Double)
  }

  /// A term with its error.
  public struct Bias: Sendable, Hashable {
    /// In logits; positive where ratings are higher than expected.
    public let logits: Double
    /// Of ``logits``, if the measures were known.
    public let standardError: Double
    /// One less than the number of ratings, as in the field's standard program.
    public let degreesOfFreedom: Int
    /// The chance of as large a ``t`` without bias, two-sided; nil for a single rating.
    public let probability: Double?

    /// ``logits`` by ``standardError``.
    public var t: Double { logits / standardError }
  }

  /// The combination of two elements; nil if it does not occur.
  ///
  /// - Complexity: O(log *n*), with times O(*n*).
  public subscript(first: String, second: String) -> Cell? {
    // Times stand in the order of numbers, which is not that of their texts.
    if facets.first == .time || facets.second == .time {
      return cells.first { $0.first == first && $0.second == second }
    }
    var range = cells.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let cell = cells[middle]
      if (cell.first, cell.second) == (first, second) { return cell }
      range =
        (cell.first, cell.second) < (first, second)
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
