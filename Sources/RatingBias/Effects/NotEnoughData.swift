/// Why an estimate cannot be given: what it needs, and what there is.
public struct NotEnoughData: Sendable, Hashable {
  /// What an estimate needs.
  public enum Requirement: Sendable, Hashable {
    /// Ratings by the rater.
    case ratings
    /// Persons rated by the rater.
    case ratees
    /// Persons rated by the rater on one and the same item.
    case rateesPerItem
    /// Ratings by the rater of a ratee and item that a colleague rated too.
    case sharedRatings
    /// Ratings whose order or time is known.
    case orderedRatings
    /// Persons whom the rater and a colleague rated on the same item.
    case sharedRatees
    /// Persons rated by the rater for whom a reference is known.
    case rateesWithReference
    /// Raters to compare with.
    case raters
    /// Ratings by two raters and nobody else.
    case exactlyTwoRaters
    /// Ratees whom all raters rated on all items, or where raters differ, whom two did.
    case completeRatees
    /// Items on which the same rater rated the same ratee.
    case items
    /// Steps of an estimation that had not come to rest.
    case convergence
    /// Different values of the reference among persons with the same rater.
    case referenceValues
    /// Times at which the rater rated somebody with a reference.
    case times
    /// Persons who rated the rater and were rated in turn.
    case mutualRatings
    /// Levels of a scale fine enough for the question.
    case levels
    /// Scores near a threshold.
    case scoresNearThreshold
    /// Differences among ratings from which an error could be estimated: all ratings are the same,
    /// or they follow one pattern without exception.
    case differentRatings
    /// A scale with fewer levels than that of the ratings.
    case fewerLevels
    /// Groups with persons in them.
    case groups
    /// Persons with one of two outcomes.
    case outcomes
    /// Units with an outcome and with ratings.
    case units
    /// Ratings that name an element of each facet asked for.
    case facetElements
  }

  /// What is lacking.
  public let requirement: Requirement
  /// How many are needed.
  public let needed: Int
  /// How many there are.
  public let found: Int

  package init(_ requirement: Requirement, needed: Int, found: Int) {
    self.requirement = requirement
    self.needed = needed
    self.found = found
  }

  /// The first requirement that is not met.
  static func first(_ requirements: [(Requirement, needed: Int, found: Int)]) -> Self? {
    requirements.first { $0.found < $0.needed }.map {
      Self($0.0, needed: $0.needed, found: $0.found)
    }
  }
}

/// What an analysis says: an estimate, or why there is none.
public enum Answer<Estimate: Sendable & Hashable>: Sendable, Hashable {
  case estimate(Estimate)
  case notEnough(NotEnoughData)

  /// The estimate, if there is one.
  public var estimate: Estimate? {
    if case .estimate(let estimate) = self { estimate } else { nil }
  }
}
