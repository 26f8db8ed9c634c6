import KinerjaCore

/// The ratings that have a reference, of raters who have enough of them, and the effect made of them.
struct AnchoredPanel {
  private let settings: AnchorAnalysis
  private let ratings: RatingSet
  private let counts: RatingCounts
  private let means: AnchoredMeans
  private let leastTimes: Int
  /// Those who are compared, as the rows number them.
  let raters: [Int]
  /// By rater, ratee and time.
  let rows: [AnchoredMeans.Row]
  /// By rater who is compared, how far the last time lies from the first.
  private(set) var windows: [Double]
  private var timeCounts: [Int]

  init(
    _ ratings: RatingSet, settings: AnchorAnalysis, leastTimes: Int = 1,
    reference: (_ ratee: PersonID, _ time: Int?) -> (Double, Double)?
  ) {
    self.settings = settings
    self.ratings = ratings
    self.leastTimes = leastTimes
    counts = RatingCounts(ratings.cells, raterCount: ratings.raterCount)
    means = AnchoredMeans(ratings, reference: reference)
    // A rater with one ratee tells nothing of the own spread.
    var local = [Int](repeating: -1, count: ratings.raterCount)
    var raters: [Int] = []
    for rater in counts.active where means.rateeCounts[rater] > 1 {
      local[rater] = raters.count
      raters.append(rater)
    }
    self.raters = raters
    rows = means.rows.compactMap { row in
      guard local[row.rater] >= 0 else { return nil }
      var row = row
      row.rater = local[row.rater]
      return row
    }
    var seen = [Set<Int32>](repeating: [], count: raters.count)
    for row in rows { seen[row.rater].insert(row.time) }
    timeCounts = seen.map(\.count)
    windows = seen.map { times in
      let times = times.filter { $0 >= 0 }.map { ratings.times[Int($0)] }
      guard let first = times.min(), let last = times.max() else { return 0 }
      return Double(last) - Double(first)
    }
  }

  func effect(
    _ kind: RaterEffect.Kind, _ reference: LocalizedText?, isRelative: Bool,
    slope: (_ rater: Int) -> RaterSlopes.Slope?
  ) -> RaterEffect {
    let limits = settings.teamLimits
    let test = settings.test(for: kind, on: ratings.scale)
    var answers: [Int: Answer<RaterEffect.Estimate>] = [:]
    for (index, rater) in raters.enumerated() {
      let slope = slope(index)
      let lacking = NotEnoughData.first([
        (.raters, isRelative ? 2 : 1, raters.count),
        (.ratings, limits.ratingsToEstimate, means.ratingCounts[rater]),
        (.rateesWithReference, limits.leastRatees, means.rateeCounts[rater]),
        (.times, leastTimes, timeCounts[index]),
        (.referenceValues, 2, (slope?.information ?? 0) > 0 ? 2 : 1),
        (.differentRatings, 2, (slope?.variance ?? 0) > 0 ? 2 : 1),
      ])
      if let lacking {
        answers[rater] = .notEnough(lacking)
      } else if let slope {
        answers[rater] = .estimate(
          RaterEffect.Estimate(
            kind, size: slope.value, standardError: slope.variance.squareRoot(),
            degreesOfFreedom: slope.degreesOfFreedom, level: settings.confidenceLevel, test: test,
            ratings: means.ratingCounts[rater],
            leftOut: counts.ratings[rater] - means.ratingCounts[rater],
            ratees: means.rateeCounts[rater],
            onlyOther: isRelative && raters.count == 2 ? ratings.raters[raters[1 - index]] : nil))
      }
    }
    return settings.effect(
      kind, on: ratings.scale, limits: limits, reference: reference,
      counts.active.map { rater in
        let lacking = NotEnoughData(
          .rateesWithReference, needed: limits.leastRatees, found: means.rateeCounts[rater])
        return (ratings.raters[rater], answers[rater] ?? .notEnough(lacking))
      })
  }
}
