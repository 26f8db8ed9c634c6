import Foundation
import KinerjaTables

extension RaterIndices {
  /// Describes every rater who rated.
  ///
  /// - Complexity: O(*n*) in the number of ratings times items of a rater.
  static func all(
    _ solution: FacetSolution, by work: ParallelBlocks
  ) throws(CancellationError) -> [RaterIndices] {
    let source = RaterProfiles(solution)
    return try work.map(blocks: source.raters.count) { source.indices(of: source.raters[$0]) }
  }
}

/// The ratings of a set, by rater.
private struct RaterProfiles: Sendable {
  private let solution: FacetSolution
  private let ratings: RatingSet
  /// By rater, their ratings begin here in `rows`; one more at the end.
  private var starts: [Int]
  private var rows: [Int32]
  private let units: [Int32]
  /// By row, the unit on which it is compared with others.
  private let compared: [Int32]
  /// By such unit, how many ratings it has, and the sum of their values.
  private let unitSums: [(count: Int, sum: Double)]
  private let mean: Double
  /// By row, its place among those between elements with a finite measure; -1 if it is not.
  private var kept: [Int32]
  private let etas: [Double]
  /// The raters who rated.
  var raters: [Int] { ratings.raters.indices.filter { starts[$0] < starts[$0 + 1] } }

  init(_ solution: FacetSolution) {
    self.solution = solution
    ratings = solution.ratings
    let cells = ratings.cells
    let values = ratings.levelValues
    units = cells.units
    starts = [Int](repeating: 0, count: ratings.raterCount + 1)
    for rater in cells.rater { starts[Int(rater) + 1] += 1 }
    for rater in 0..<ratings.raterCount { starts[rater + 1] += starts[rater] }
    rows = cells.rater
    var next = starts
    for row in cells.rater.indices {
      let rater = Int(cells.rater[row])
      rows[next[rater]] = Int32(row)
      next[rater] += 1
    }
    compared = cells.comparableUnits ?? units
    var sums = [(count: Int, sum: Double)](repeating: (0, 0), count: cells.unitCount)
    for row in cells.rater.indices {
      sums[Int(compared[row])].count += 1
      sums[Int(compared[row])].sum += values[Int(cells.level[row])]
    }
    unitSums = sums
    mean = sums.reduce(0) { $0 + $1.sum } / Double(max(1, cells.rater.count))
    kept = [Int32](repeating: -1, count: cells.rater.count)
    for rating in 0..<solution.columns.count {
      kept[solution.columns.row(of: rating)] = Int32(rating)
    }
    etas = solution.etas
  }

  func indices(of rater: Int) -> RaterIndices {
    let cells = ratings.cells
    let levels = ratings.levelValues
    let own = rows[starts[rater]..<starts[rater + 1]].map(Int.init)
    var counts = [Int](repeating: 0, count: levels.count)
    var all = Moments()
    var rest = Moments()
    var residuals = Moments()
    var observed = Moments()
    for row in own {
      let value = levels[Int(cells.level[row])]
      counts[Int(cells.level[row])] += 1
      all.add(value, 0)
      let (count, sum) = unitSums[Int(compared[row])]
      if count > 1 { rest.add(value, (sum - value) / Double(count - 1)) }
      if kept[row] >= 0 {
        let expected = solution.expectedValue(at: etas[Int(kept[row])])
        residuals.add(value - expected, expected)
        observed.add(value, expected)
      }
    }
    let profiles = ItemProfiles(own, units: units, in: ratings)
    let shares = counts.map { Double($0) / Double(own.count) }
    let used = counts.indices.filter { counts[$0] > 0 }
    return RaterIndices(
      rater: ratings.raters[rater], ratingCount: own.count, mean: all.mean,
      deviation: all.deviation, meanDifference: all.mean - mean, levelShares: shares,
      entropy: -shares.reduce(0) { $1 > 0 ? $0 + $1 * log($1) : $0 },
      range: Int(levels[used[used.count - 1]] - levels[used[0]]),
      interitemCorrelation: profiles.interitemCorrelation,
      withinRateeDeviation: profiles.withinRateeDeviation,
      straightLineShare: profiles.straightLineShare, restCorrelation: rest.correlation,
      sharedRatingCount: rest.count, expectedResidualCorrelation: residuals.correlation,
      observedExpectedCorrelation: observed.correlation, residualDeviation: residuals.deviation)
  }
}

/// The ratings of one rater, by ratee and time.
private struct ItemProfiles {
  /// By ratee and time, item and value, items ascending.
  private var profiles: [[(item: Int32, value: Double)]] = []
  private let itemCount: Int

  init(_ rows: [Int], units: [Int32], in ratings: RatingSet) {
    let cells = ratings.cells
    let levels = ratings.levelValues
    itemCount = ratings.itemCount
    var own = rows.map { (row: $0, unit: Int(units[$0])) }
    func occasion(_ unit: Int) -> (Int32, Int32) { (cells.ratee[unit], cells.time(of: unit)) }
    if cells.hasTimes {
      // Rows stand by ratee and item; those of one time come together.
      own.sort { left, right in
        let (one, other) = (occasion(left.unit), occasion(right.unit))
        return (one.0, one.1, left.row) < (other.0, other.1, right.row)
      }
    }
    var last: (Int32, Int32)?
    for (row, unit) in own {
      if last.map({ $0 != occasion(unit) }) ?? true { profiles.append([]) }
      last = occasion(unit)
      profiles[profiles.count - 1].append((cells.item[unit], levels[Int(cells.level[row])]))
    }
  }

  private var complete: [[(item: Int32, value: Double)]] {
    itemCount > 1 ? profiles.filter { $0.count == itemCount } : []
  }

  var withinRateeDeviation: Answer<Double> {
    let deviations = complete.compactMap { profile in
      var moments = Moments()
      for (_, value) in profile { moments.add(value, 0) }
      return moments.deviation.estimate
    }
    guard !deviations.isEmpty else { return Self.noneComplete }
    return .estimate(deviations.reduce(0, +) / Double(deviations.count))
  }

  var straightLineShare: Answer<Double> {
    let complete = complete
    guard !complete.isEmpty else { return Self.noneComplete }
    let equal = complete.count { profile in profile.allSatisfy { $0.value == profile[0].value } }
    return .estimate(Double(equal) / Double(complete.count))
  }

  private static var noneComplete: Answer<Double> {
    .notEnough(NotEnoughData(.completeRatees, needed: 1, found: 0))
  }

  /// Pairs of items that no two ratees share, or on which ratings do not differ, do not enter.
  var interitemCorrelation: Answer<Double> {
    // By ratee, how far the items before the one at hand reach.
    var places = [Int](repeating: 0, count: profiles.count)
    var (sum, count) = (0.0, 0)
    for item in 0..<Int32(itemCount) {
      var pairs: [Int32: Moments] = [:]
      for (ratee, profile) in profiles.enumerated() {
        let place = places[ratee]
        guard place < profile.count, profile[place].item == item else { continue }
        places[ratee] += 1
        for other in profile[(place + 1)...] {
          pairs[other.item, default: Moments()].add(profile[place].value, other.value)
        }
      }
      for other in pairs.keys.sorted() {
        guard let correlation = pairs[other]?.correlation.estimate else { continue }
        sum += correlation
        count += 1
      }
    }
    guard count > 0 else {
      return .notEnough(NotEnoughData(.rateesPerItem, needed: 2, found: min(1, profiles.count)))
    }
    return .estimate(sum / Double(count))
  }
}

/// Running moments of pairs of numbers (Welford 1962).
private struct Moments {
  private(set) var count = 0
  private(set) var mean = 0.0
  private var otherMean = 0.0
  private var squares = 0.0
  private var otherSquares = 0.0
  private var products = 0.0

  mutating func add(_ value: Double, _ other: Double) {
    count += 1
    let difference = value - mean
    let otherDifference = other - otherMean
    mean += difference / Double(count)
    otherMean += otherDifference / Double(count)
    squares += difference * (value - mean)
    otherSquares += otherDifference * (other - otherMean)
    products += difference * (other - otherMean)
  }

  var deviation: Answer<Double> {
    guard count > 1 else { return .notEnough(NotEnoughData(.ratings, needed: 2, found: count)) }
    return .estimate((squares / Double(count - 1)).squareRoot())
  }

  var correlation: Answer<Double> {
    guard count > 1 else { return .notEnough(NotEnoughData(.ratings, needed: 2, found: count)) }
    guard squares > 1e-20, otherSquares > 1e-20 else {
      return .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1))
    }
    return .estimate(products / (squares * otherSquares).squareRoot())
  }
}
