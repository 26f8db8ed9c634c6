/// Each rater's mean rating of each ratee that a reference knows, item levels taken off.
struct RateeMeans {
  private(set) var pairs: [ReferenceSeverity.Pair] = []
  private(set) var ratingCounts: [Int]
  private(set) var rateeCounts: [Int]

  init(_ ratings: RatingSet, reference: RateeReference) {
    let cells = ratings.cells
    ratingCounts = [Int](repeating: 0, count: ratings.raterCount)
    rateeCounts = ratingCounts
    let values = ratings.levelValues
    let itemMeans = cells.itemMeans(values, itemCount: ratings.itemCount)
    // Raters rate different items where posts differ; an easy item must not pass for leniency. The
    // mean of all items goes back on, so that the result stays on the scale.
    let centre = itemMeans.grand
    var unit = 0
    while unit < cells.unitCount {
      let ratee = cells.ratee[unit]
      var scores = ClusterScores()
      var tally: [Int32: Int] = [:]
      while unit < cells.unitCount, cells.ratee[unit] == ratee {
        let item = Int(cells.item[unit])
        for rating in cells.ratings(of: unit) {
          let value = values[Int(cells.level[rating])] - itemMeans.byItem[item] + centre
          scores.add(value, to: cells.rater[rating])
          tally[cells.rater[rating], default: 0] += 1
        }
        unit += 1
      }
      guard let known = reference.values[ratings.ratees[Int(ratee)]] else { continue }
      for (rater, sum) in zip(scores.rater, scores.score) {
        let count = tally[rater] ?? 1
        ratingCounts[Int(rater)] += count
        rateeCounts[Int(rater)] += 1
        pairs.append(.init(rater: Int(rater), reference: known, rating: sum / Double(count)))
      }
    }
  }
}

extension RatingCells {
  /// The mean rating of each item and of all.
  func itemMeans(_ values: [Double], itemCount: Int) -> (byItem: [Double], grand: Double) {
    var sums = [Double](repeating: 0, count: itemCount)
    var counts = [Int](repeating: 0, count: itemCount)
    for unit in 0..<unitCount {
      for rating in ratings(of: unit) {
        sums[Int(item[unit])] += values[Int(level[rating])]
        counts[Int(item[unit])] += 1
      }
    }
    let total = counts.reduce(0, +)
    let grand = total == 0 ? 0 : sums.reduce(0, +) / Double(total)
    return (zip(sums, counts).map { $1 == 0 ? 0 : $0 / Double($1) }, grand)
  }
}
