public import KinerjaCore
public import KinerjaTables

/// The share of the variance of ratings that lies between ratees.
public struct IntraclassCorrelation: Sendable, Hashable {
  /// Mean squares of an analysis of variance, in squared points.
  public struct MeanSquareTable: Sendable, Hashable {
    /// Between ratees.
    public let betweenRatees: Double
    /// Within ratees.
    public let withinRatees: Double
    /// Between raters; nil for the one-way forms.
    public let betweenRaters: Double?
    /// Left over from ratees and raters; nil for the one-way forms.
    public let residual: Double?
  }

  /// Which of the six.
  public let form: IntraclassForm
  /// The correlation: 1 is perfect; below 0 ratings of one ratee differ more than those of different ones.
  public let value: Double
  /// Of ``value``, from the bootstrap; nil if the interval comes from a formula.
  public let standardError: Double?
  /// Of ``value``: Shrout and Fleiss (1979), for agreement McGraw and Wong (1996); nil where ratings
  /// leave nothing over, the bootstrap has none, or a formula was asked for ratees who were rated for
  /// several times.
  public let interval: ConfidenceInterval?
  /// For ``IntraclassForm/agreementAverage`` by formula: the bounds of one rater stepped up after
  /// Spearman and Brown, which some programs print in place of ``interval``.
  public let steppedUpInterval: ConfidenceInterval?
  /// For the agreement forms: the degrees of freedom of the error in ``interval``, after Satterthwaite.
  public let satterthwaiteDegrees: Double?
  /// The ratio of mean squares that tests whether ratees differ at all.
  public let fRatio: Double
  /// The degrees of freedom of the numerator of ``fRatio``.
  public let degreesBetween: Double
  /// The degrees of freedom of the denominator of ``fRatio``.
  public let degreesOfError: Double
  /// The probability of so large an ``fRatio`` if ratees did not differ.
  public let pValue: Double
  /// How far a rating, or for the average forms the mean of raters, lies from the true one, as a
  /// standard deviation in points: the standard error of measurement.
  public let standardErrorOfMeasurementInPoints: Double
  /// Where it all comes from.
  public let meanSquares: MeanSquareTable
  /// Ratees that entered; one rated for several times counts once for each.
  public let rateeCount: Int
  /// Ratees left out: not rated by all raters on all items; for the one-way forms, not by two.
  public let leftOutRateeCount: Int
  /// Ratings of a ratee; where their numbers differ, their effective number (Snedecor and Cochran).
  public let ratingsPerRatee: Double
}

extension RatingSet {
  /// Measures how reliably raters tell ratees apart.
  ///
  /// A rater's score of a ratee is the mean of the rater's ratings over all items, or the rating on the
  /// one item, for each time apart; a score that lacks an item is missing. The two-way forms need raters who rated all, and
  /// take the ratees whom all rated; the one-way forms take every ratee with two scores, and where
  /// numbers differ their interval is approximate. Ratings that people gave themselves are left out.
  ///
  /// - Parameters:
  ///   - form: Which of the six.
  ///   - item: The only item looked at; nil for all.
  ///   - settings: How the interval is found.
  ///   - work: How the work of a bootstrap is spread, watched and stopped.
  /// - Returns: The correlation; not enough data if there are fewer than two raters or two complete
  ///   ratees, or if ratings do not differ.
  /// - Throws: `InvalidInput` if a setting is out of range; `CancellationError` if the task is
  ///   cancelled.
  /// - Complexity: O(*n*), once more for each replicate of a bootstrap.
  public func intraclassCorrelation(
    _ form: IntraclassForm, on item: ItemID? = nil, interval settings: IntervalSettings = .analytic,
    by work: ParallelBlocks = ParallelBlocks()
  ) throws -> Answer<IntraclassCorrelation> {
    try settings.validate()
    let profiles = Profiles(comparable, on: item)
    if let lacking = NotEnoughData.first([(.raters, 2, profiles.raters.count)]) {
      return .notEnough(lacking)
    }
    if form.isOneWay {
      let groups = ScoreGroups(profiles)
      return try intraclassCorrelation(
        form, ratees: groups.ratee, of: profiles.rateeCount, settings, work
      ) { MeanSquares(groups, times: $0) }
    }
    let table = ScoreTable(raters: profiles)
    return try intraclassCorrelation(
      form, ratees: table.ratee, of: profiles.rateeCount, settings, work
    ) { MeanSquares(table, times: $0) }
  }

  private func intraclassCorrelation(
    _ form: IntraclassForm, ratees: [Int32], of all: Int, _ settings: IntervalSettings,
    _ work: ParallelBlocks, _ squares: @Sendable ([Int32]?) -> MeanSquares?
  ) throws -> Answer<IntraclassCorrelation> {
    guard let found = squares(nil) else {
      return .notEnough(NotEnoughData(.completeRatees, needed: 2, found: ratees.count))
    }
    guard let estimate = IntraclassEstimate(form, found) else {
      return .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1))
    }
    var error: Double?
    let distinct = ratees.distinct
    // Ratings of one person for several times depend on each other, which no formula here knows.
    let isSimple = distinct.count == ratees.count
    var interval = isSimple ? estimate.interval(level: settings.level) : nil
    var steppedUp: ConfidenceInterval?
    if let bootstrap = settings.bootstrap {
      (error, interval) = try RateeBootstrap(bootstrap, level: settings.level, by: work)
        .run(ratees: distinct, of: rateeCount) { times in
          squares(times).flatMap { IntraclassEstimate(form, $0)?.value }
        }
    } else if form == .agreementAverage, isSimple {
      steppedUp = IntraclassEstimate(.agreementSingle, found)?.interval(level: settings.level)?
        .steppedUp(by: found.columns)
    }
    return .estimate(
      IntraclassCorrelation(
        form: form, value: estimate.value, standardError: error, interval: interval,
        steppedUpInterval: steppedUp, satterthwaiteDegrees: estimate.agreementDegrees,
        fRatio: estimate.ratio,
        degreesBetween: found.degreesBetween, degreesOfError: estimate.degreesOfError,
        pValue: estimate.pValue, standardErrorOfMeasurementInPoints: estimate.errorOfMeasurement,
        meanSquares: IntraclassCorrelation.MeanSquareTable(
          betweenRatees: found.between, withinRatees: found.within,
          betweenRaters: found.ofColumns, residual: found.residual),
        rateeCount: ratees.count, leftOutRateeCount: all - ratees.count,
        ratingsPerRatee: found.columns))
  }
}
