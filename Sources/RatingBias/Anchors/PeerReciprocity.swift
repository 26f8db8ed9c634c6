public import KinerjaCore

/// Whether peers who rate each other do each other favours (*saling memberi nilai*).
///
/// What is left of each rating, when the rater's level and what others give the ratee are taken off, is
/// set beside what is left of the rating in return. Peers who work together well may truly know more of
/// each other: a finding is a question, not an answer.
public struct PeerReciprocity: Sendable, Hashable {
  /// Two peers each of whom rates the other higher than both deserve by others.
  public struct Pair: Sendable, Hashable {
    /// The two, in the order of identifiers.
    public let first: PersonID
    public let second: PersonID
    /// The smaller of the two excesses, in points of the scale.
    public let excess: Double
    /// The chance that two unrelated excesses are both so large, by their ranks among all.
    public let pValue: Double
    /// Adjusted over all pairs of mutual raters by the control of the analysis.
    public let adjustedPValue: Double
  }

  /// Rater by rater: points by which peers are rated higher who rate the rater higher than others let
  /// expect; ``RaterEffect/Estimate/rateeCount`` is the number of mutual ratings.
  public let effect: RaterEffect
  /// How excesses go with those in return, over all pairs: the dyadic reciprocity of the social relations
  /// model.
  public let correlation: Answer<Correlation>
  /// The pairs found, the surest first.
  public let pairs: [Pair]

  /// A correlation over pairs.
  public struct Correlation: Sendable, Hashable {
    /// From −1 to 1.
    public let value: Double
    /// By Fisher's transformation.
    public let interval: ConfidenceInterval
    /// Over how many pairs.
    public let pairCount: Int
  }
}
