public import KinerjaCore

/// How one rater used the scale: figures to look at, none of them a verdict.
///
/// All but the last three need no model and take all ratings that the rater gave others; the last
/// three take those between elements with a finite measure.
public struct RaterIndices: Sendable, Hashable {
  /// The rater.
  public let rater: PersonID
  /// Ratings.
  public let ratingCount: Int
  /// The mean rating, in points of the scale.
  public let mean: Double
  /// The standard deviation of ratings, in points of the scale.
  public let deviation: Answer<Double>
  /// ``mean`` minus the mean of all ratings, in points of the scale.
  ///
  /// It says nothing of severity where raters rated different persons.
  public let meanDifference: Double
  /// By level of the scale, the share of ratings, from 0 to 1.
  public let levelShares: [Double]
  /// The entropy of ``levelShares``, in nats: 0 if one level alone was used.
  public let entropy: Double
  /// The highest rating minus the lowest, in points of the scale.
  public let range: Int
  /// The mean correlation of ratings between pairs of items, over ratees.
  ///
  /// High where a rater does not tell items apart (halo), but also where ratees differ much.
  public let interitemCorrelation: Answer<Double>
  /// The mean over ratees rated on all items of the standard deviation of their ratings, in points of
  /// the scale.
  public let withinRateeDeviation: Answer<Double>
  /// The share of ratees rated on all items whose ratings are all equal, from 0 to 1.
  public let straightLineShare: Answer<Double>
  /// The correlation of ratings with the mean rating that others gave to the same: the single rater
  /// against the rest of the raters.
  public let restCorrelation: Answer<Double>
  /// Ratings of what somebody else rated too.
  public let sharedRatingCount: Int
  /// The correlation of residuals with expected ratings: below 0 for central tendency, above 0 for
  /// extremism (Wolfe 2004).
  public let expectedResidualCorrelation: Answer<Double>
  /// The correlation of ratings with expected ratings: low for randomness.
  public let observedExpectedCorrelation: Answer<Double>
  /// The standard deviation of residuals, in points of the scale.
  public let residualDeviation: Answer<Double>
}
