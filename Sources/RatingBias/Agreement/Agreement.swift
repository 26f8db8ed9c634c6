public import KinerjaCore

/// How far raters agree on the same ratees and items.
public struct Agreement: Sendable, Hashable {
  /// What was estimated.
  public let coefficient: AgreementCoefficient
  /// The coefficient: 1 is perfect, 0 is chance, below 0 is worse than chance; for percent agreement,
  /// from 0 to 1.
  public let value: Double
  /// The weighted share of pairs of ratings that agree.
  public let observed: Double
  /// The share that would agree by chance; 0 for percent agreement.
  public let expected: Double
  /// Of ``value``, for ratees drawn from many; nil if it cannot be known, as where all agree.
  ///
  /// All ratings of one ratee hang together, ratees do not. Cohen's kappa: Fleiss, Cohen and Everitt
  /// (1969); the others: Gwet (2014), summed by ratee. Krippendorff's ordinal alpha includes
  /// that distances themselves are estimated.
  public let standardError: Double?
  /// Of ``value``, not above 1; nil without ``standardError``.
  ///
  /// Student's *t* with the ratees less one as degrees of freedom, normal for Cohen's kappa, or
  /// percentiles of the bootstrap.
  public let interval: ConfidenceInterval?
  /// Against agreement by chance alone; given for Cohen's kappa, and for Fleiss' kappa without weights
  /// where all units have equally many ratings, if each ratee was rated on one item.
  public let chanceTest: ChanceTest?
  /// The share of pairs of raters who gave the very same rating: the mean over pairs of ratee and
  /// item.
  public let exactShare: Double
  /// The share of pairs of ratee and item on which all raters, two or more, gave the same rating.
  public let unanimousShare: Double
  /// Ratings of a ratee and item that at least two raters rated.
  public let ratingCount: Int
  /// Persons rated by them.
  public let rateeCount: Int
  /// Who gave them.
  public let raterCount: Int
  /// Pairs of ratee and item with at least two ratings.
  public let unitCount: Int
  /// Pairs of ratee and item that only one rater rated.
  ///
  /// They tell nothing about agreement. What they tell of the shares of levels enters chance in all
  /// coefficients but those of Cohen, Scott and Krippendorff.
  public let singleRatingCount: Int
}

/// Whether agreement is more than chance; says nothing about whether it is enough.
public struct ChanceTest: Sendable, Hashable {
  /// Of the coefficient if raters agreed by chance alone.
  public let standardError: Double
  /// The coefficient over ``standardError``, standard normal if raters agreed by chance alone.
  public let z: Double
  /// The two-sided probability of so large a ``z``.
  public let pValue: Double
}
