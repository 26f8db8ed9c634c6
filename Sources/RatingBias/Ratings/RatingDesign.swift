public import KinerjaCore

/// Who rated whom how often: what a set of ratings can tell at all, before any statistic.
///
/// Ratings that people gave themselves are counted and then left out.
public struct RatingDesign: Sendable, Hashable {
  /// Ratings given to others.
  public let ratingCount: Int
  /// Ratings that people gave themselves.
  public let selfRatingCount: Int
  /// Ratings announced but not given.
  public let missingCount: Int
  /// Persons rated by others.
  public let rateeCount: Int
  /// Items on which others were rated.
  public let itemCount: Int
  /// The load of each rater, in the order of identifiers.
  public let raters: [RaterLoad]
  /// By number of raters, how many ratees have so many; index 0 is one rater.
  public let rateesByRaterCount: [Int]
  /// Groups of raters linked through ratings of the same ratee on the same item for the same time,
  /// the largest first.
  ///
  /// Two raters are linked if they rated one such unit, or if a chain of raters links them. Only
  /// raters of one group can be compared by their ratings alone. This decides comparability where
  /// each such unit has a level of its own, as in ``RaterEffect/Kind/leniency``; for models with
  /// separate effects of ratees and items it is not enough, and nothing is said about them here.
  public let linkedGroups: [[PersonID]]

  /// How much one rater rated.
  public struct RaterLoad: Sendable, Hashable {
    /// The rater.
    public let rater: PersonID
    /// Ratings given to others.
    public let ratingCount: Int
    /// Persons rated.
    public let rateeCount: Int
    /// Ratings of a ratee and item that somebody else rated too for the same time.
    public let linkedRatingCount: Int
  }

  /// Describes a set of ratings.
  ///
  /// - Complexity: O(*n*).
  public init(_ ratings: RatingSet) {
    let others = ratings.comparable
    let (cells, raters) = (others.cells, others.raters)
    let counts = RatingCounts(cells, raterCount: others.raterCount)
    ratingCount = cells.rater.count
    selfRatingCount = ratings.count - others.count
    missingCount = ratings.missingCount
    rateeCount = Set(cells.ratee).count
    itemCount = Set(cells.item).count
    self.raters = counts.active.map { rater in
      RaterLoad(
        rater: raters[rater], ratingCount: counts.ratings[rater],
        rateeCount: counts.ratees[rater], linkedRatingCount: counts.linkedRatings[rater])
    }
    rateesByRaterCount = counts.rateesByRaterCount
    linkedGroups = LinkedGroups(cells, raterCount: others.raterCount).groups(of: counts.active)
      .map { group in group.map { raters[$0] } }
  }
}

/// Counts by rater.
package struct RatingCounts {
  package private(set) var ratings: [Int]
  package private(set) var ratees: [Int]
  /// Ratings of units that somebody else rated too.
  package private(set) var linkedRatings: [Int]
  package private(set) var rateesByRaterCount: [Int] = []

  /// The raters who rated somebody.
  package var active: [Int] { ratings.indices.filter { ratings[$0] > 0 } }

  package init(_ cells: RatingCells, raterCount: Int) {
    ratings = [Int](repeating: 0, count: raterCount)
    (ratees, linkedRatings) = (ratings, ratings)
    var lastRatee = [Int32](repeating: -1, count: raterCount)
    var ratersOfRatee = 0
    for unit in 0..<cells.unitCount {
      let ratee = cells.ratee[unit]
      let range = cells.ratings(of: unit)
      if unit > 0, cells.ratee[unit - 1] != ratee { finishRatee(&ratersOfRatee) }
      for rating in range {
        let rater = Int(cells.rater[rating])
        ratings[rater] += 1
        if lastRatee[rater] != ratee {
          lastRatee[rater] = ratee
          ratees[rater] += 1
          ratersOfRatee += 1
        }
        if range.count > 1 { linkedRatings[rater] += 1 }
      }
    }
    if cells.unitCount > 0 { finishRatee(&ratersOfRatee) }
  }

  private mutating func finishRatee(_ raters: inout Int) {
    while rateesByRaterCount.count < raters { rateesByRaterCount.append(0) }
    rateesByRaterCount[raters - 1] += 1
    raters = 0
  }
}
