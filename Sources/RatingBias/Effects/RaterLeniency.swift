public import KinerjaCore

/// How lenient or severe raters are, each compared with the others.
public struct RaterLeniency: Sendable, Hashable {
  /// What raters are compared by.
  public enum Basis: Sendable, Hashable {
    /// Ratings by colleagues of the same persons on the same items.
    case sharedRatees
    /// What is known of the ratees besides, with the name of the reference.
    case reference(LocalizedText)
  }

  /// One rater.
  public struct Rater: Sendable, Hashable {
    /// The rater.
    public let rater: PersonID
    /// The estimate, or why there is none.
    public let answer: Answer<Estimate>
  }

  /// How far one rater's ratings lie from the others'.
  public struct Estimate: Sendable, Hashable {
    /// In points of the scale, above the middle half of the raters with whom the rater can be
    /// compared; negative is severe, positive lenient.
    public let points: Double
    /// Of ``points``; ratings of one ratee are allowed to depend on each other.
    public let standardErrorInPoints: Double
    /// Of ``points``.
    public let interval: ConfidenceInterval
    /// How surely it differs from nought.
    public internal(set) var significance: Significance
    /// Ratings that entered.
    public let ratingCount: Int
    /// Ratings by the rater that had nothing to be compared with.
    public let leftOutCount: Int
    /// Persons rated by these ratings.
    public let rateeCount: Int
  }

  /// What raters are compared by.
  public let basis: Basis
  /// Every rater who rated somebody else, in the order of identifiers.
  public let raters: [Rater]
  /// Whether standard errors count the uncertainty about colleagues too.
  ///
  /// False only for linked groups so large that it would take too long; the errors are then
  /// somewhat too small.
  public let countsColleaguesUncertainty: Bool

  /// The estimate for a rater, or why there is none; nil if the rater rated nobody.
  public subscript(rater: PersonID) -> Answer<Estimate>? {
    raters.first { $0.rater == rater }?.answer
  }
}

extension RaterLeniency.Estimate: Flaggable {
  func passes(gate: Double) -> Bool { abs(points) >= gate }

  func suffices(for limits: SampleLimits) -> Bool {
    limits.allowFlag(ratings: ratingCount, ratees: rateeCount)
  }
}
