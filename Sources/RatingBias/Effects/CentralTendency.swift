import Foundation
public import KinerjaCore
import KinerjaNumerics

/// How widely raters spread their ratings, each compared with all others.
///
/// A rater who uses a narrow part of the scale hides differences between persons (central
/// tendency, *kecenderungan memusat*); one who uses too wide a part exaggerates them. Raters whose
/// ratees truly differ less spread less too: the ratio alone does not tell one from the other.
public struct CentralTendency: Sendable, Hashable {
  /// One rater.
  public struct Rater: Sendable, Hashable {
    /// The rater.
    public let rater: PersonID
    /// The estimate, or why there is none.
    public let answer: Answer<Estimate>
    /// Whether the rater gave everybody the same rating on each item, of which at least one was
    /// rated twice: no spread at all, for which there is no ratio with an error.
    public let givesSameForAll: Bool
    /// Ratings on items on which the rater rated at least two persons.
    let repeatedRatingCount: Int
    /// The persons rated on such items.
    let repeatedRateeCount: Int
  }

  /// How one rater's ratings spread.
  public struct Estimate: Sendable, Hashable {
    /// The standard deviation of the rater's ratings within items over that of all other raters';
    /// below 1 is narrow.
    public let spreadRatio: Double
    /// Of the natural logarithm of ``spreadRatio``; ratings of one ratee may depend on each other.
    public let standardErrorOfLogarithm: Double
    /// Of ``spreadRatio``.
    public let interval: ConfidenceInterval
    /// How surely ``spreadRatio`` differs from 1.
    public internal(set) var significance: Significance
    /// The share of ratings at the middle of the scale: its middle level, or the two middle ones.
    public let middleShare: Double
    /// Of ``middleShare``, after Wilson, as if all ratings of one ratee were one.
    public let middleShareInterval: ConfidenceInterval
    /// The share of all other raters' ratings at the middle.
    public let othersMiddleShare: Double
    /// Ratings that entered.
    public let ratingCount: Int
    /// Persons rated by them.
    public let rateeCount: Int
  }

  /// Every rater who rated somebody else, in the order of identifiers.
  public let raters: [Rater]

  /// The estimate for a rater, or why there is none; nil if the rater rated nobody.
  public subscript(rater: PersonID) -> Answer<Estimate>? {
    raters.first { $0.rater == rater }?.answer
  }
}

extension CentralTendency.Estimate: Flaggable {
  func passes(gate: Double) -> Bool { spreadRatio <= gate || spreadRatio >= 1 / gate }

  func suffices(for limits: SampleLimits) -> Bool {
    limits.allowFlag(ratings: ratingCount, ratees: rateeCount)
  }
}

extension CentralTendency {
  init(_ ratings: RatingSet, counts: RatingCounts, settings: RatingAudit) {
    let levels = ratings.scale.levels.count
    let spreads = Spreads(
      ratings.cells, values: ratings.levelValues, middle: (levels - 1) / 2...levels / 2,
      raterCount: ratings.raterCount, itemCount: ratings.itemCount)
    let limits = settings.limits
    let dispersion = Spreads.dispersion(counts.active.map { spreads.raters[$0] })
    var answers = counts.active.map { rater -> Answer<Estimate> in
      let own = spreads.raters[rater]
      let others = spreads.total - own
      let lacking = NotEnoughData.first([
        (.raters, 2, counts.active.count),
        (.ratings, limits.ratingsToEstimate, counts.ratings[rater]),
        (.ratees, limits.leastRatees, own.ratees),
        (.rateesPerItem, 2, own.f > 0 ? 2 : 1),
        (.differentRatings, 2, own.q > 0 && dispersion > 0 ? 2 : 1),
        // Subtracting from the total leaves rounding behind where nothing is left.
        (.differentRatings, 2, others.q > 1e-9 * spreads.total.q && others.ratees > 1 ? 2 : 1),
      ])
      return lacking.map { .notEnough($0) }
        ?? .estimate(
          Estimate(
            own, others: others, dispersion: dispersion, level: settings.confidenceLevel))
    }
    Answer.flag(
      &answers, rate: settings.falseDiscoveryRate, gate: settings.spreadGate,
      limits: settings.limits)
    raters = zip(counts.active, answers).map { rater, answer in
      let own = spreads.raters[rater]
      return Rater(
        rater: ratings.raters[rater], answer: answer, givesSameForAll: own.f > 0 && own.q == 0,
        repeatedRatingCount: own.repeatedRatings, repeatedRateeCount: own.repeatedRatees)
    }
  }
}

extension CentralTendency.Estimate {
  init(_ own: Spreads.Sums, others: Spreads.Sums, dispersion: Double, level: Double) {
    let logarithm = 0.5 * log(own.meanSquare / others.meanSquare)
    // A small sample's own error is too small just when its spread is; what all raters show
    // together does not let it fall too low.
    let ownVariance = max(own.logVariance, dispersion * own.ff / (own.f * own.f))
    let error = (ownVariance + max(0, others.logVariance)).squareRoot()
    let degrees = Double(own.ratees - 1)
    spreadRatio = (own.meanSquare / others.meanSquare).squareRoot()
    standardErrorOfLogarithm = error
    interval =
      .student(
        logarithm, standardError: error, degreesOfFreedom: degrees, level: level
      ).exponential
    significance = Significance(t: logarithm / error, degreesOfFreedom: degrees)
    middleShare = own.middleShare
    middleShareInterval = .wilson(
      share: own.middleShare, of: own.effectiveRatees, level: level)
    othersMiddleShare = others.middleShare
    ratingCount = Int(own.ratings)
    rateeCount = own.ratees
  }
}
