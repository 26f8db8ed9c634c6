import Foundation
import KinerjaCore
import KinerjaNumerics

extension RaterEffect {
  /// The effects.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Ratings above (positive) or below those of colleagues for the same persons, in points.
    case leniency
    /// Ratings above (positive) or below what a reference lets expect, in points.
    case leniencyByReference = "leniency-by-reference"
    /// How widely ratings spread, relative to other raters'.
    case spread
    /// Severity in the many-facet model, in logits above the mean of raters.
    case severity
    /// How far ratings follow what the model expects: below 1 central tendency, above 1 extremity.
    case centrality
    /// How noisy ratings are beside the model's own chance: above 1 inaccurate, below 1 too regular.
    case randomness
    /// How alike the residuals of one person's items are: halo.
    case halo
    /// The share of persons with the same rating on all items beyond what the model expects.
    case straightLining = "straight-lining"
    /// The share of persons whose ratings repeat those of the person before, beyond expectation.
    case copiedProfiles = "copied-profiles"
    /// How much more severe a rater became over the whole time, in logits.
    case drift
    /// How much more a rating is raised by a good person just before, in logits a point: positive is
    /// assimilation, negative contrast.
    case sequence
    /// How much more severe the last part of the ratings is than the rest, in logits.
    case recency
    /// How much more severe a rater is to one group than to the others, in logits.
    case groupDifference = "group-difference"
    /// How much ratings rose from the first to the last time beyond a reference, in points.
    case inflation
    /// Ratings of oneself above (positive) or below those of others, in points.
    case selfOtherGap = "self-other-gap"
    /// How much higher peers are rated who rate the rater higher than others let expect, in points.
    case reciprocity
    /// The share of ratings that are rounded, such as to tens.
    case heaping
    /// The share of what ratings could tell of persons that they do not tell.
    case uninformative
    /// The share of scores near a threshold that lie just above it beyond expectation.
    case bunching
    /// How much ratings follow the last part of the achievement beyond its share, in points.
    case achievementRecency = "achievement-recency"

    /// The unit of its sizes.
    public var measure: EffectMeasure {
      switch self {
      case .leniency, .leniencyByReference, .inflation, .selfOtherGap, .reciprocity,
        .achievementRecency:
        .points
      case .spread, .randomness: .ratio
      case .severity, .drift, .sequence, .recency, .groupDifference: .logits
      case .centrality: .slope
      case .halo: .correlation
      case .straightLining, .copiedProfiles, .heaping, .uninformative, .bunching: .share
      }
    }
  }
}

/// What the size of an effect is counted in.
public enum EffectMeasure: String, Sendable, Hashable, Codable, CaseIterable {
  /// The many-facet model's unit; 0 is no effect.
  case logits
  /// Points of the scale; 0 is no effect.
  case points
  /// Points observed for one point expected; 1 is no effect.
  case slope
  /// A quotient, whose errors are those of its logarithm; 1 is no effect.
  case ratio
  /// From −1 to 1; 0 is no effect.
  case correlation
  /// A difference of shares, from −1 to 1; 0 is no effect.
  case share

  /// The size of a rater without the effect.
  public var nullValue: Double {
    switch self {
    case .slope, .ratio: 1
    case .logits, .points, .correlation, .share: 0
    }
  }

  /// How far a size lies from no effect; of a ratio, its natural logarithm.
  package func distance(of size: Double) -> Double {
    self == .ratio ? log(size) : size - nullValue
  }

  /// The interval of sizes from that of distances.
  func sizes(from distances: ConfidenceInterval) -> ConfidenceInterval {
    if self == .ratio { return distances.exponential }
    return ConfidenceInterval(
      lower: distances.lower + nullValue, upper: distances.upper + nullValue,
      level: distances.level)
  }
}
