public import KinerjaCore
import KinerjaNumerics

/// How far raters rank the same ratees alike.
public struct Concordance: Sendable, Hashable {
  /// Kendall's *W*, corrected for ties: from 0, none, to 1, all rank alike.
  public let w: Double
  /// The mean of Spearman's rank correlation over pairs of raters, (*mW* − 1)∕(*m* − 1); exact where no
  /// ratings are tied.
  public let meanRankCorrelation: Double
  /// Friedman's chi-square, *m*(*n* − 1)*W*.
  public let chiSquare: Double
  /// Of ``chiSquare``: ratees less one.
  public let degreesOfFreedom: Int
  /// The probability of so large a ``chiSquare`` if raters ranked at random; rough for fewer than eight
  /// ratees (Siegel and Castellan 1988).
  public let pValue: Double
  /// Ratees whom all raters rated.
  public let rateeCount: Int
  /// Raters.
  public let raterCount: Int
  /// Ratees left out because a rating is missing.
  public let leftOutRateeCount: Int
}

extension RatingSet {
  /// Measures by Kendall's *W* how far raters rank the same ratees alike (Kendall and Babington Smith
  /// 1939).
  ///
  /// A rater's score of a ratee is the mean over items; a ratee rated for several times is ranked for
  /// each, as if they were several ratees. Only ratees whom all raters rated on all items
  /// enter. Ratings that people gave themselves are left out.
  ///
  /// - Returns: The concordance; not enough data with fewer than two raters or two complete ratees, or
  ///   if every rater gives all the same.
  /// - Complexity: O(*n* log *n*).
  public func concordance(on item: ItemID? = nil) -> Answer<Concordance> {
    let profiles = Profiles(comparable, on: item)
    let table = ScoreTable(raters: profiles)
    let (ratees, raters) = (table.rowCount, table.columnCount)
    if let lacking = NotEnoughData.first([
      (.raters, 2, raters), (.completeRatees, 2, ratees),
    ]) {
      return .notEnough(lacking)
    }
    var sums = [Double](repeating: 0, count: ratees)
    var ties = 0.0
    for rater in 0..<raters {
      let column = (0..<ratees).map { table.values[$0 * raters + rater] }
      let order = column.indices.sorted { (column[$0], $0) < (column[$1], $1) }
      var start = 0
      while start < ratees {
        var end = start + 1
        while end < ratees, column[order[end]] == column[order[start]] { end += 1 }
        let size = Double(end - start)
        for place in start..<end { sums[order[place]] += Double(start + end + 1) / 2 }
        ties += size * size * size - size
        start = end
      }
    }
    let (n, m) = (Double(ratees), Double(raters))
    let mean = m * (n + 1) / 2
    let squares = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let largest = m * (m * (n * n * n - n) - ties) / 12
    guard largest > 0 else {
      return .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1))
    }
    let w = squares / largest
    let chiSquare = m * (n - 1) * w
    return .estimate(
      Concordance(
        w: w, meanRankCorrelation: (m * w - 1) / (m - 1), chiSquare: chiSquare,
        degreesOfFreedom: ratees - 1,
        pValue: ChiSquareDistribution(degreesOfFreedom: n - 1).upperTail(chiSquare),
        rateeCount: ratees, raterCount: raters,
        leftOutRateeCount: profiles.rateeCount - ratees))
  }
}
