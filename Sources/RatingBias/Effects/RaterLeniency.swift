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
    /// In points of the scale, above the mean of the middle half of raters; negative is severe,
    /// positive lenient.
    ///
    /// The middle half are the raters between the quarters of all with whom the rater can be
    /// compared, the rater among them; of fewer than four raters it is all. Two raters who differ by
    /// one point are therefore half a point from it each, and the ratings cannot tell which of them
    /// is the severe one.
    public let points: Double
    /// Of ``points``; ratings of one ratee may depend on each other, and the uncertainty about
    /// colleagues is counted.
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
  /// Whether standard errors were computed, not drawn.
  ///
  /// False only if a linked group is so large that it would take too long. Its variances are then
  /// means of 64 random draws, always the same ones, and ``Significance/degreesOfFreedom`` are
  /// lowered by what that leaves uncertain.
  public let hasExactErrors: Bool

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
