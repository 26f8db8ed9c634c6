/// How much data a statement about one rater needs.
public struct SampleLimits: Sendable, Hashable, Codable {
  /// Ratings without which nothing is estimated.
  public var ratingsToEstimate: Int
  /// Ratees without whom nothing is estimated; two are needed in any case.
  public var rateesToEstimate: Int
  /// Ratings without which nobody is flagged.
  public var ratingsToFlag: Int
  /// Ratees without whom nobody is flagged.
  public var rateesToFlag: Int

  /// Creates limits.
  ///
  /// The defaults follow Linacre (1994), *Rasch Measurement Transactions* 7:4, for the ratings, about
  /// 30 of which place a rater within one logit. Ratees count apart because several ratings of one
  /// person are not independent.
  public init(
    ratingsToEstimate: Int = 10, rateesToEstimate: Int = 3, ratingsToFlag: Int = 30,
    rateesToFlag: Int = 10
  ) {
    self.ratingsToEstimate = ratingsToEstimate
    self.rateesToEstimate = rateesToEstimate
    self.ratingsToFlag = ratingsToFlag
    self.rateesToFlag = rateesToFlag
  }

  /// A spread among ratees needs two of them, whatever is asked.
  var leastRatees: Int { max(2, rateesToEstimate) }

  func allowFlag(ratings: Int, ratees: Int) -> Bool {
    ratings >= ratingsToFlag && ratees >= rateesToFlag
  }
}
