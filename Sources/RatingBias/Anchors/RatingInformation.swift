import Foundation
public import KinerjaCore
import KinerjaNumerics

/// How much ratings tell persons apart: nothing where nearly everyone is rated "Baik".
///
/// The information of ratings on one item is the entropy of the shares of levels, in parts of that of
/// levels used alike; over items it is their mean, weighted by ratings. One rating spread evenly over all
/// levels is added to each item, so that few equal ratings do not pass for certainty.
public struct RatingInformation: Sendable, Hashable {
  /// From 0 for one and the same level to 1 for all levels alike, within each item.
  public let share: Double
  /// Of ``share``; items are taken to err together.
  public let standardError: Double
  /// Of ``share``, within 0 and 1.
  public let interval: ConfidenceInterval
  /// The share of ratings at the level given most often on their item.
  public let mostFrequentShare: Double
  /// Ratings that entered.
  public let ratingCount: Int
  /// Persons rated.
  public let rateeCount: Int

  init?(_ tally: LevelTally, levelCount: Int, confidenceLevel: Double) {
    guard tally.ratingCount > 0 else { return nil }
    let all = Double(tally.ratingCount)
    var (share, error, most) = (0.0, 0.0, 0.0)
    for item in tally.items where item.ratings > 0 {
      let ratings = Double(item.ratings)
      let (ratees, prior) = (Double(item.ratees), 1 / Double(levelCount))
      var (mean, square) = (0.0, 0.0)
      for count in item.levels {
        // Several times of one ratee are one.
        let chance = (Double(count) / ratings * ratees + prior) / (ratees + 1)
        let surprise = -log(chance)
        mean += chance * surprise
        square += chance * surprise * surprise
      }
      let weight = ratings / all
      share += weight * mean
      error += weight * (max(0, square - mean * mean) / (ratees + 1)).squareRoot()
      most += Double(item.levels.max() ?? 0)
    }
    let whole = log(Double(levelCount))
    self.share = share / whole
    standardError = error / whole
    let half = NormalDistribution.quantile((1 + confidenceLevel) / 2) * standardError
    interval = ConfidenceInterval(
      lower: max(0, self.share - half), upper: min(1, self.share + half), level: confidenceLevel)
    mostFrequentShare = most / all
    ratingCount = tally.ratingCount
    rateeCount = tally.rateeCount
  }
}

/// How often levels were used, item by item.
struct LevelTally {
  struct Item {
    var levels: [Int]
    var ratings = 0
    var ratees = 0
    var last: Int32 = -1
  }

  private(set) var items: [Item]
  private(set) var ratingCount = 0
  private(set) var rateeCount = 0
  private var last: Int32 = -1

  init(itemCount: Int, levelCount: Int) {
    items = [Item](
      repeating: Item(levels: [Int](repeating: 0, count: levelCount)), count: itemCount)
  }

  /// Adds a rating; ratings of one ratee come together.
  mutating func add(level: Int, item: Int, ratee: Int32) {
    items[item].levels[level] += 1
    items[item].ratings += 1
    if items[item].last != ratee {
      items[item].last = ratee
      items[item].ratees += 1
    }
    if last != ratee {
      last = ratee
      rateeCount += 1
    }
    ratingCount += 1
  }
}

extension RatingSet {
  /// How much the ratings tell persons apart, all raters together; nil if there are none.
  ///
  /// Those that people gave themselves are left out. Filter a set to ask about one unit.
  ///
  /// - Parameter confidenceLevel: Between 0 and 1.
  /// - Complexity: O(*n*).
  public func information(confidenceLevel: Double = 0.95) -> RatingInformation? {
    let others = withoutSelfRatings
    let cells = others.cells
    var tally = LevelTally(itemCount: others.itemCount, levelCount: scale.levels.count)
    for unit in 0..<cells.unitCount {
      for rating in cells.ratings(of: unit) {
        tally.add(
          level: Int(cells.level[rating]), item: Int(cells.item[unit]), ratee: cells.ratee[unit])
      }
    }
    return RatingInformation(
      tally, levelCount: scale.levels.count, confidenceLevel: confidenceLevel)
  }
}

extension AnchorAnalysis {
  /// Which raters' ratings tell persons apart so little that they say nothing (*penilaian yang tidak
  /// informatif*).
  ///
  /// Sizes are 1 less ``RatingInformation/share``: 1 where every person gets the same rating on an item.
  /// All raters may be flagged at once, since each is compared with the scale and not with the others.
  ///
  /// - Throws: `InvalidInput` if a setting is out of its range.
  /// - Complexity: O(*n*) beside items times levels for each rater.
  public func uninformative(_ ratings: RatingSet) throws(InvalidInput) -> RaterEffect {
    try check()
    let ratings = ratings.withoutSelfRatings
    let counts = RatingCounts(ratings.cells, raterCount: ratings.raterCount)
    let byRater = RatingsByRater(ratings.cells, raterCount: ratings.raterCount)
    let levelCount = ratings.scale.levels.count
    let test = test(for: .uninformative, on: ratings.scale)
    // Items are numbered as each rater meets them.
    var number = [Int](repeating: -1, count: ratings.itemCount)
    let raters = counts.active.map { rater -> (PersonID, Answer<RaterEffect.Estimate>) in
      let range = byRater.starts[rater]..<byRater.starts[rater + 1]
      var met: [Int] = []
      for index in range {
        let item = Int(ratings.cells.item[Int(byRater.unit[index])])
        if number[item] < 0 {
          number[item] = met.count
          met.append(item)
        }
      }
      var tally = LevelTally(itemCount: met.count, levelCount: levelCount)
      for index in range {
        let unit = Int(byRater.unit[index])
        tally.add(
          level: Int(ratings.cells.level[Int(byRater.rating[index])]),
          item: number[Int(ratings.cells.item[unit])], ratee: ratings.cells.ratee[unit])
      }
      for item in met { number[item] = -1 }
      let lacking = NotEnoughData.first([
        (.ratings, max(1, limits.ratingsToEstimate), counts.ratings[rater]),
        (.ratees, limits.leastRatees, counts.ratees[rater]),
      ])
      let information = RatingInformation(
        tally, levelCount: levelCount, confidenceLevel: confidenceLevel)
      guard lacking == nil, let information else {
        return (
          ratings.raters[rater],
          .notEnough(lacking ?? NotEnoughData(.ratings, needed: 1, found: 0))
        )
      }
      return (
        ratings.raters[rater],
        .estimate(
          RaterEffect.Estimate(
            .uninformative, size: 1 - information.share,
            standardError: max(information.standardError, 1e-9), level: confidenceLevel,
            test: test, ratings: counts.ratings[rater], ratees: counts.ratees[rater]))
      )
    }
    return effect(.uninformative, on: ratings.scale, raters)
  }
}
