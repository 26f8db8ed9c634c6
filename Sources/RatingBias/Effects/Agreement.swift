public import KinerjaCore
import KinerjaTables

/// How far raters agree on the same ratees and items.
public struct Agreement: Sendable, Hashable {
  /// How disagreement is weighed.
  public let metric: AgreementAnalysis.Metric
  /// Krippendorff's alpha: 1 is perfect, 0 is chance, below 0 is worse than chance.
  public let alpha: Double
  /// Of ``alpha``: percentiles over ratees drawn again at random; nil if none was wanted, if there
  /// are fewer than five ratees, if more than one draw in twenty had no variation, or if the level
  /// asked for does not lie between 0 and 1.
  public let interval: ConfidenceInterval?
  /// The share of pairs of raters who gave the very same rating: the mean over pairs of ratee and
  /// item.
  public let exactShare: Double
  /// Ratings that entered.
  public let ratingCount: Int
  /// Persons rated by them.
  public let rateeCount: Int
  /// Pairs of ratee and item that entered.
  public let unitCount: Int
  /// Pairs of ratee and item left out because only one rater rated them.
  public let leftOutUnitCount: Int
}

/// Settings for measuring agreement.
public struct AgreementAnalysis: Sendable, Hashable, Codable {
  /// How disagreement is weighed.
  public enum Metric: String, Sendable, Hashable, Codable, CaseIterable {
    /// Any two different levels disagree alike.
    case nominal
    /// Levels disagree by the ratings that lie between them.
    case ordinal
    /// Levels disagree by the square of the difference of their values.
    case interval
  }

  /// How disagreement is weighed.
  public var metric: Metric
  /// The confidence of the interval, between 0 and 1.
  public var confidenceLevel: Double
  /// How often ratees are drawn again for the interval; 0 for none.
  public var replicates: Int
  /// Where the random draws come from.
  public var seed: UInt64

  /// Creates settings.
  public init(
    metric: Metric = .ordinal, confidenceLevel: Double = 0.95, replicates: Int = 500,
    seed: UInt64 = 1
  ) {
    self.metric = metric
    self.confidenceLevel = confidenceLevel
    self.replicates = replicates
    self.seed = seed
  }

  /// Measures agreement by Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's
  /// Alpha-Reliability"), over all items or one.
  ///
  /// Missing ratings are allowed; ratings that people gave themselves are left out. Over all items,
  /// each pair of ratee and item is a unit, so that items of different levels raise alpha.
  ///
  /// - Returns: The agreement; not enough data if fewer than two ratees were rated by two raters on
  ///   an item, or if all ratings are the same.
  /// - Complexity: O(*n* + *l*²) for *n* ratings and *l* levels, once more for each replicate.
  public func measure(_ ratings: RatingSet, on item: ItemID? = nil) -> Answer<Agreement> {
    let number = item.map { Int32(ratings.items.firstIndex(of: $0) ?? -1) }
    let cells = ratings.withoutSelfRatings.cells
    let coincidences = Coincidences(
      cells, levelCount: ratings.scale.levels.count, item: number)
    let ratees = coincidences.rateeCount
    guard ratees > 1 else {
      return .notEnough(NotEnoughData(.sharedRatees, needed: 2, found: ratees))
    }
    let values = ratings.levelValues
    guard let alpha = coincidences.alpha(metric, values: values, ratees: 0..<ratees) else {
      return .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1))
    }
    let units = cells.item.count { number == nil || $0 == number }
    return .estimate(
      Agreement(
        metric: metric, alpha: alpha, interval: interval(coincidences, values: values),
        exactShare: coincidences.agreement / Double(coincidences.unitCount),
        ratingCount: coincidences.ratingCount, rateeCount: ratees,
        unitCount: coincidences.unitCount,
        leftOutUnitCount: units - coincidences.unitCount))
  }

  private func interval(_ coincidences: Coincidences, values: [Double]) -> ConfidenceInterval? {
    let ratees = coincidences.rateeCount
    guard replicates > 0, ratees >= 5, confidenceLevel > 0, confidenceLevel < 1 else { return nil }
    let stream = RandomStream(seed: seed)
    let alphas = (0..<replicates).compactMap { replicate in
      let draws = stream.substream(replicate)
      return coincidences.alpha(
        metric, values: values,
        ratees: (0..<ratees).lazy.map { draws.integer(in: 0...(ratees - 1), at: $0) })
    }.sorted()
    guard alphas.count * 20 >= replicates * 19 else { return nil }
    func percentile(_ share: Double) -> Double {
      let place = share * Double(alphas.count - 1)
      let low = Int(place)
      let high = min(low + 1, alphas.count - 1)
      return alphas[low] + (place - Double(low)) * (alphas[high] - alphas[low])
    }
    return ConfidenceInterval(
      lower: percentile((1 - confidenceLevel) / 2), upper: percentile((1 + confidenceLevel) / 2),
      level: confidenceLevel)
  }
}
