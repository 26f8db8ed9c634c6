public import KinerjaCore
public import KinerjaTables

/// How reliable the sum of several ratings is.
public struct Reliability: Sendable, Hashable {
  /// How the share of true variance is found.
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    /// Cronbach's (1951) alpha: a lower bound, reached where all columns show the true value alike.
    case alpha
    /// McDonald's (1999) omega from one factor by maximum likelihood: columns may show it unlike.
    case omega
  }

  /// What is summed.
  public enum Columns: String, Sendable, Hashable, Codable, CaseIterable {
    /// The items that a rater rated of a ratee.
    case items
    /// The raters of a ratee, each with the mean over items.
    case raters
  }

  /// How it was found.
  public let method: Method
  /// What is summed.
  public let columns: Columns
  /// The share of the variance of the sum that is true, 1 at best.
  public let value: Double
  /// Of ``value``, from the bootstrap; nil otherwise.
  public let standardError: Double?
  /// Of ``value``.
  ///
  /// By formula for alpha only (Feldt 1965), and only where each ratee has one row; else from the
  /// bootstrap.
  public let interval: ConfidenceInterval?
  /// The standard deviation of the mean of the columns around the true one, in points.
  public let standardErrorOfMeasurementInPoints: Double
  /// By column, how strongly it shows the factor, in points; empty for alpha.
  public let loadings: [Double]
  /// Items or raters.
  public let columnCount: Int
  /// Rows without gaps: ratee and rater, or ratee, for each time.
  public let rowCount: Int
  /// The ratees of these.
  public let rateeCount: Int
  /// Rows left out because of gaps.
  public let leftOutRowCount: Int
}

extension RatingSet {
  /// Measures how reliable the sum of items, or of raters, is.
  ///
  /// Only rows without gaps enter: for items each pair of ratee and rater, for raters each ratee whom
  /// all raters rated; for each time apart. Ratings that people gave themselves are left out.
  ///
  /// - Parameters:
  ///   - method: Alpha or omega.
  ///   - columns: What is summed.
  ///   - settings: How the interval is found; for omega only the bootstrap has one.
  ///   - work: How the work of a bootstrap is spread, watched and stopped.
  /// - Returns: The reliability; not enough data with fewer than two columns (three for omega), fewer
  ///   than two rows, or ratings that do not differ; for omega also if a column does not differ, or if
  ///   the fit of the factor does not converge.
  /// - Throws: `InvalidInput` if a setting is out of range; `CancellationError` if the task is
  ///   cancelled.
  /// - Complexity: O(*n* *c*) for *c* columns, once more for each replicate; for omega O(*c*²) for each
  ///   of up to 100 000 steps.
  public func reliability(
    _ method: Reliability.Method = .alpha, of columns: Reliability.Columns = .items,
    interval settings: IntervalSettings = .analytic, by work: ParallelBlocks = ParallelBlocks()
  ) throws -> Answer<Reliability> {
    try settings.validate()
    let profiles = Profiles(comparable, on: nil)
    let table = columns == .items ? ScoreTable(items: profiles) : ScoreTable(raters: profiles)
    let leftOut =
      columns == .items ? profiles.incompleteCount : profiles.rateeCount - table.rowCount
    let ratees = table.ratee.distinct
    if let lacking = NotEnoughData.first([
      (
        columns == .items ? .items : .raters, method == .alpha ? 2 : 3, table.columnCount
      ), (.completeRatees, 2, table.rowCount),
    ]) {
      return .notEnough(lacking)
    }
    let found: Found
    switch Found.found(method, table) {
    case .estimate(let estimate): found = estimate
    case .notEnough(let reason): return .notEnough(reason)
    }
    var error: Double?
    var interval: ConfidenceInterval?
    if let bootstrap = settings.bootstrap {
      (error, interval) = try RateeBootstrap(bootstrap, level: settings.level, by: work)
        .run(ratees: ratees, of: rateeCount) { times in
          Found.found(method, table, times: times).estimate?.value
        }
    } else if method == .alpha, ratees.count == table.rowCount {
      interval = MeanSquares(table).flatMap { IntraclassEstimate(.consistencyAverage, $0) }?
        .interval(level: settings.level)
    }
    return .estimate(
      Reliability(
        method: method, columns: columns, value: found.value, standardError: error,
        interval: interval,
        standardErrorOfMeasurementInPoints: (max(0, 1 - found.value) * found.variance).squareRoot(),
        loadings: found.loadings, columnCount: table.columnCount, rowCount: table.rowCount,
        rateeCount: ratees.count, leftOutRowCount: leftOut))
  }
}

/// A reliability from covariances.
private struct Found: Hashable {
  let value: Double
  /// Of the mean of the columns.
  let variance: Double
  let loadings: [Double]

  static func found(
    _ method: Reliability.Method, _ table: ScoreTable, times: [Int32]? = nil
  ) -> Answer<Found> {
    let alike = Answer<Found>.notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1))
    guard let covariances = SquareMatrix(covariancesOf: table, times: times) else { return alike }
    let columns = 0..<covariances.size
    let total = columns.reduce(0) { sum, i in columns.reduce(sum) { $0 + covariances[i, $1] } }
    // Where columns cancel, rounding is left over.
    guard total > 1e-13 * covariances.trace else { return alike }
    let count = Double(columns.count)
    let variance = total / (count * count)
    switch method {
    case .alpha:
      return .estimate(
        Found(
          value: count / (count - 1) * (1 - covariances.trace / total), variance: variance,
          loadings: []))
    case .omega:
      guard columns.allSatisfy({ covariances[$0, $0] > 0 }) else { return alike }
      let factor = OneFactor(covariances)
      guard factor.isConverged else {
        return .notEnough(
          NotEnoughData(
            .convergence, needed: OneFactor.stepLimit + 1, found: OneFactor.stepLimit))
      }
      return .estimate(
        Found(value: factor.omega, variance: variance, loadings: factor.loadings))
    }
  }
}
