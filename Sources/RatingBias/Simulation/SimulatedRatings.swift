public import KinerjaCore

/// Ratings drawn from a known model, and the truth behind them.
public struct SimulatedRatings: Sendable, Hashable {
  /// The ratings.
  public let ratings: RatingSet
  /// What was planted, by rater.
  public let planted: [PersonID: PlantedEffect]
  /// By rater, the severity without drift and other effects that change, in logits.
  public let severities: [PersonID: Double]
  /// By ratee, in logits.
  public let abilities: [PersonID: Double]
  /// By ratee, as if measured: mean 0, standard deviation 1.
  public let achievement: [PersonID: Double]
}
