public import KinerjaCore
public import KinerjaTables

extension RatingSet {
  /// Measures how far raters agree.
  ///
  /// ```swift
  /// switch try ratings.agreement(.gwetAC2(weights: .quadratic)) {
  /// case .estimate(let agreement): print(agreement.value, agreement.interval as Any)
  /// case .notEnough(let reason): print(reason)
  /// }
  /// ```
  ///
  /// Missing ratings are allowed; ratings that people gave themselves are left out. Over all items,
  /// each ratee, item and time is a unit, so that items of different levels raise agreement beyond
  /// chance.
  ///
  /// - Parameters:
  ///   - coefficient: What is estimated.
  ///   - item: The only item looked at; nil for all.
  ///   - settings: How the standard error and the interval are found.
  ///   - work: How the work is spread, watched and stopped; results are the same bits at any number
  ///     of threads.
  /// - Returns: The agreement; not enough data if fewer than two ratees were rated by two raters on an
  ///   item, if all ratings are the same (but for percent agreement), if a coefficient for two raters
  ///   meets another number, or if the scale has more than 1 000 levels.
  /// - Throws: `InvalidInput` if weights do not fit the scale or a setting is out of range;
  ///   `CancellationError` if the task is cancelled.
  /// - Complexity: O(*n* + *l*²) for *n* ratings and *l* levels, once more for each replicate of a
  ///   bootstrap; a unit costs at most the square of the levels that occur in it. Kappas of Cohen and
  ///   Conger hold a number for each rater and level.
  public func agreement(
    _ coefficient: AgreementCoefficient = .krippendorffAlpha(.ordinal), on item: ItemID? = nil,
    interval settings: IntervalSettings = .analytic, by work: ParallelBlocks = ParallelBlocks()
  ) throws -> Answer<Agreement> {
    var problems = Diagnostics()
    coefficient.check(on: scale, &problems)
    settings.check(&problems)
    try problems.throwIfAny()
    return try AgreementRun(comparable, coefficient, on: item, settings, work).answer()
  }
}
