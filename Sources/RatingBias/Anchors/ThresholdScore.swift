public import KinerjaCore

/// A score that somebody gave, or that came from their ratings.
public struct ThresholdScore: Sendable, Hashable {
  /// Who gave it; where a unit gives scores together, a code for the unit.
  public let rater: PersonID
  /// The score, exactly as it is compared with the threshold.
  public let score: Points

  /// Creates a score.
  public init(rater: PersonID, score: Points) {
    self.rater = rater
    self.score = score
  }
}

/// A score from which on more is paid, and how near to it scores are looked at.
public struct PayThreshold: Sendable, Hashable {
  /// Scores of at least this are above it.
  public let score: Points
  /// The width of the three bins in which scores are counted, one below the threshold and two above.
  ///
  /// A multiple of the step in which scores are given.
  public let width: Points
  /// How much the shares of scores may bend, as a share of the outer bins by which the middle one exceeds
  /// half of both; nil for twice the bend of a normal distribution at its top.
  public let curvature: Double?
  /// What the threshold is, for the sentences of findings, such as "the grade Baik".
  public let name: LocalizedText

  /// Creates a threshold.
  public init(_ score: Points, width: Points, curvature: Double? = nil, name: LocalizedText) {
    self.score = score
    self.width = width
    self.curvature = curvature
    self.name = name
  }
}

/// Whether scores gather just above a threshold.
public struct ThresholdBunching: Sendable, Hashable {
  /// Rater by rater: the share of the scores near the threshold that lie just above it, beyond the
  /// largest share that smooth scores have.
  ///
  /// ``RaterEffect/Estimate/rateeCount`` counts scores near it.
  public let effect: RaterEffect
  /// All raters together.
  public let all: Answer<RaterEffect.Estimate>
  /// Scores in the bin below, the bin just above, and the next.
  public let counts: [Int]
  /// The largest share of the middle bin among smooth scores.
  public let largestSmoothShare: Double
}
