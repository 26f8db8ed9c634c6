/// Draws ratings from a known model, with effects of raters planted or none.
///
/// The rating scale model: the log odds of category *k* against *k* − 1 are *B* − *D*(rater) − *D*(item) −
/// *F*ₖ, with abilities, severities and errors drawn and item difficulties and thresholds given. What a
/// rater's planted effect adds is said by each ``PlantedEffect``. The same seed gives the same ratings,
/// bit for bit, at any number of threads.
///
/// ```swift
/// let simulator = RaterSimulator(
///   .crossed(ratees: 200, raters: 20, ratersPerRatee: 3), planted: [.severity(1.2), .halo(1)])
/// let round = try simulator.run(seed: 1)
/// ```
public struct RaterSimulator: Sendable, Hashable {
  /// Who rates whom.
  public enum Design: Sendable, Hashable {
    /// Each ratee has so many raters of all, drawn so that loads are even.
    case crossed(ratees: Int, raters: Int, ratersPerRatee: Int)
    /// As crossed, but ratees and raters fall into blocks; a share of ratees, from 0 to 1, is rated by
    /// raters of two blocks and links them.
    case partlyLinked(
      ratees: Int, raters: Int, ratersPerRatee: Int, blocks: Int, linkedShare: Double)
    /// Each rater alone rates the own staff, over some periods; from one period to the next a share
    /// of all staff, from 0 to 1, moves to another rater.
    case nested(raters: Int, staff: Int, periods: Int, movedShare: Double)
  }

  /// Who rates whom.
  public var design: Design
  /// The effects planted, each in a rater of its own; who they are is drawn.
  public var planted: [PlantedEffect]
  /// In logits, one an item.
  public var difficulties: [Double] = [-0.6, -0.3, 0, 0.3, 0.6]
  /// In logits, one fewer than the scale has levels; the scale is 1, 2, 3 and so on.
  public var thresholds: [Double] = [-2, -0.7, 0.7, 2]
  /// The standard deviation of abilities, in logits; their mean is 0.
  public var abilityDeviation = 1.0
  /// The standard deviation of severities before an effect is planted, in logits.
  public var severityDeviation = 0.4
  /// The share of ratees in group B; the others are in group A, and their abilities are alike.
  public var groupShare = 0.35
  /// The correlation of measured achievement with ability, from −1 to 1.
  public var achievementCorrelation = 0.7

  /// Creates a simulator.
  public init(_ design: Design, planted: [PlantedEffect] = []) {
    self.design = design
    self.planted = planted
  }
}

/// What is planted in the ratings of one simulated rater.
public enum PlantedEffect: Sendable, Hashable {
  /// More severe by so many logits.
  case severity(Double)
  /// Thresholds stretched by a factor: above 1 central, below 1 extreme.
  case centrality(Double)
  /// A share of ratings, from 0 to 1, drawn from all levels alike.
  case randomness(share: Double)
  /// Item difficulties ignored, and an impression of each ratee, the same for all items, with this
  /// standard deviation in logits.
  case halo(Double)
  /// For a share of ratees, from 0 to 1, one rating is drawn and given on all items.
  case straightLining(share: Double)
  /// For a share of ratees, from 0 to 1, the ratings of the ratee before are given again.
  case copiedProfiles(share: Double)
  /// Severity rises by so many logits from the first to the last ratee, evenly.
  case drift(Double)
  /// Ability seems raised by so many logits for each point by which the mean rating of the ratee
  /// before exceeded the middle of the scale.
  case sequence(Double)
  /// More severe by so many logits in the last fifth.
  case recency(Double)
  /// More severe by so many logits to group B.
  case groupDifference(Double)

  /// The effect that finds it.
  public var kind: RaterEffect.Kind {
    switch self {
    case .severity: .severity
    case .centrality: .centrality
    case .randomness: .randomness
    case .halo: .halo
    case .straightLining: .straightLining
    case .copiedProfiles: .copiedProfiles
    case .drift: .drift
    case .sequence: .sequence
    case .recency: .recency
    case .groupDifference: .groupDifference
    }
  }
}
