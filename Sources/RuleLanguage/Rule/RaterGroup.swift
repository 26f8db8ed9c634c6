public import KinerjaCore

/// Raters of one role, such as peers: how their ratings become one, and what it weighs.
///
/// The roles are categories of a scale of the rule (self, superior, peer, subordinate, public,
/// panel, or any other). A rating that is missing counts for nothing, neither in the figure nor
/// towards the minimum. A group under its minimum is missing, and the step's ``MissingPolicy``
/// says what follows: with `incomplete` the value is withheld, with `dropAndRescale` the weights of
/// the other groups are scaled up.
public struct RaterGroup: Sendable, Hashable {
  /// The role of its raters.
  public let role: CategoryID
  /// The weight of the group, usually a parameter; not negative.
  public let weight: FormulaText
  /// How many ratings it needs at least, from 1.
  public let minimumCount: Int
  /// How its ratings become one.
  public let aggregation: RatingAggregation

  /// Creates a group.
  public init(
    _ role: CategoryID, weight: FormulaText, atLeast minimumCount: Int = 1,
    _ aggregation: RatingAggregation = .mean
  ) {
    self.role = role
    self.weight = weight
    self.minimumCount = minimumCount
    self.aggregation = aggregation
  }
}

extension RaterGroup {
  /// That it has only so many ratings.
  func tooFew(_ count: Int) -> MissingReason {
    .tooFewRatings(of: role.text, found: count, minimum: minimumCount)
  }
}

/// How several ratings become one, exactly.
public enum RatingAggregation: Sendable, Hashable {
  /// The arithmetic mean.
  case mean
  /// The middle rating, or the mean of the two in the middle.
  case median
  /// The mean without so many of the lowest and as many of the highest ratings.
  ///
  /// The group's minimum must leave at least one.
  case trimmedMean(dropping: Int)
  /// The mean without a share of the lowest and the same share of the highest ratings, from 0 to
  /// below 1/2: of *n* ratings ⌊share · *n*⌋ are left out on each side, as in `mean(x, trim)` of R.
  case trimmedMeanByShare(Ratio)
}

extension RatingAggregation {
  /// The figure for ratings.
  ///
  /// - Throws: ``ArithmeticError/nothingToAverage`` if trimming leaves none.
  package func figure(of ratings: [Ratio]) throws(ArithmeticError) -> Ratio {
    let cut = try trimmed(of: ratings.count)
    return try Ratio.mean(of: ratings.sorted().dropFirst(cut).dropLast(cut))
  }

  /// How many of so many ratings are left out on each side.
  package func trimmed(of count: Int) throws(ArithmeticError) -> Int {
    switch self {
    case .mean: return 0
    case .median: return max(0, (count - 1) / 2)
    case .trimmedMean(let dropped): return dropped
    case .trimmedMeanByShare(let share):
      let exact = try share * Ratio(count)
      // Below half the count, since the share is below 1/2.
      return Int(exact.numerator / exact.denominator)
    }
  }
}
