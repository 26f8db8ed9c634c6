import Foundation
public import KinerjaCore
import KinerjaNumerics

/// How widely raters spread their ratings, each compared with all others.
///
/// A rater who uses a narrow part of the scale hides differences between persons (central
/// tendency, *kecenderungan memusat*); one who uses too wide a part exaggerates them. Raters whose
/// ratees truly differ less spread less too: the ratio alone does not tell one from the other.
public struct CentralTendency: Sendable, Hashable {
  /// How one rater uses the scale.
  public struct ScaleUse: Sendable, Hashable {
    /// The rater.
    public let rater: PersonID
    /// Whether the rater gave everybody the same rating on each item, of which at least one was
    /// rated twice: no spread at all, for which there is no ratio with an error.
    public let givesSameForAll: Bool
    /// The share of ratings at the middle of the scale: its middle level, or the two middle ones.
    public let middleShare: Double
    /// Of ``middleShare``, after Wilson, as if all ratings of one ratee were one.
    public let middleShareInterval: ConfidenceInterval
    /// The share of all other raters' ratings at the middle; nil if there are none.
    public let othersMiddleShare: Double?
    /// Ratings on items on which the rater rated at least two persons.
    let repeatedRatingCount: Int
    /// The persons rated on such items.
    let repeatedRateeCount: Int
  }

  /// The standard deviation of a rater's ratings within items over that of all other raters'.
  ///
  /// Below 1 is narrow. Ratings of one ratee may depend on each other.
  public let effect: RaterEffect
  /// How each rater uses the scale, in the order of ``RaterEffect/raters``.
  public let uses: [ScaleUse]
}

extension CentralTendency {
  init(_ ratings: RatingSet, counts: RatingCounts, settings: RatingAudit) {
    let levels = ratings.scale.levels.count
    let spreads = Spreads(
      ratings.cells, values: ratings.levelValues, middle: (levels - 1) / 2...levels / 2,
      raterCount: ratings.raterCount, itemCount: ratings.itemCount)
    let limits = settings.limits
    let dispersion = Spreads.dispersion(counts.active.map { spreads.raters[$0] })
    let answers = counts.active.map { rater -> Answer<RaterEffect.Estimate> in
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
          Self.estimate(own, others: others, dispersion: dispersion, settings: settings))
    }
    effect = RaterEffect(
      .spread, test: settings.spreadTest, control: settings.control, limits: limits,
      raters: zip(counts.active, answers).map { (ratings.raters[$0], $1) })
    uses = counts.active.map { rater in
      let own = spreads.raters[rater]
      let others = spreads.total - own
      return ScaleUse(
        rater: ratings.raters[rater], givesSameForAll: own.f > 0 && own.q == 0,
        middleShare: own.middleShare,
        middleShareInterval: .wilson(
          share: own.middleShare, of: own.effectiveRatees, level: settings.confidenceLevel),
        othersMiddleShare: others.ratings > 0 ? others.middleShare : nil,
        repeatedRatingCount: own.repeatedRatings, repeatedRateeCount: own.repeatedRatees)
    }
  }

  private static func estimate(
    _ own: Spreads.Sums, others: Spreads.Sums, dispersion: Double, settings: RatingAudit
  ) -> RaterEffect.Estimate {
    // A small sample's own error is too small just when its spread is; what all raters show
    // together does not let it fall too low.
    let ownVariance = max(own.logVariance, dispersion * own.ff / (own.f * own.f))
    return RaterEffect.Estimate(
      .spread, size: (own.meanSquare / others.meanSquare).squareRoot(),
      standardError: (ownVariance + max(0, others.logVariance)).squareRoot(),
      degreesOfFreedom: Double(own.ratees - 1), level: settings.confidenceLevel,
      test: settings.spreadTest, ratings: Int(own.ratings), ratees: own.ratees)
  }
}
