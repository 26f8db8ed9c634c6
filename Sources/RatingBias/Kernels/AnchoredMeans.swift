import KinerjaCore

/// Each rater's mean rating of each ratee for each time, item levels taken off, where a reference is
/// known.
struct AnchoredMeans {
  struct Row {
    var rater: Int
    var ratee: Int32
    /// The number of the time; −1 where none is known.
    var time: Int32
    var reference: Double
    /// A second thing known; nought if there is none.
    var other = 0.0
    var rating: Double
  }

  /// By rater, ratee and time.
  private(set) var rows: [Row] = []
  /// By rater, how many ratings have a reference, and of how many ratees.
  private(set) var ratingCounts: [Int]
  private(set) var rateeCounts: [Int]

  /// - Parameter reference: What is known of a ratee at a time, and what else.
  init(
    _ ratings: RatingSet, reference: (_ ratee: PersonID, _ time: Int?) -> (Double, Double)?
  ) {
    let cells = ratings.cells
    ratingCounts = [Int](repeating: 0, count: ratings.raterCount)
    rateeCounts = ratingCounts
    let values = ratings.levelValues
    let itemMeans = cells.itemMeans(values, itemCount: ratings.itemCount)
    // Raters rate different items where posts differ; an easy item must not pass for leniency. The
    // mean of all items goes back on, so that the result stays on the scale.
    let centre = itemMeans.grand
    var found: [(rater: Int32, time: Int32, value: Double)] = []
    var unit = 0
    while unit < cells.unitCount {
      let ratee = cells.ratee[unit]
      found.removeAll(keepingCapacity: true)
      while unit < cells.unitCount, cells.ratee[unit] == ratee {
        let shift = centre - itemMeans.byItem[Int(cells.item[unit])]
        for rating in cells.ratings(of: unit) {
          found.append(
            (cells.rater[rating], cells.time(of: unit), values[Int(cells.level[rating])] + shift))
        }
        unit += 1
      }
      found.sort { ($0.rater, $0.time) < ($1.rater, $1.time) }
      var start = 0
      while start < found.count {
        let (rater, time, _) = found[start]
        var (end, sum) = (start, 0.0)
        while end < found.count, found[end].rater == rater, found[end].time == time {
          sum += found[end].value
          end += 1
        }
        let count = end - start
        start = end
        let known = reference(
          ratings.ratees[Int(ratee)], time < 0 ? nil : ratings.times[Int(time)])
        guard let known else { continue }
        ratingCounts[Int(rater)] += count
        if rows.last.map({ $0.ratee != ratee || $0.rater != Int(rater) }) ?? true {
          rateeCounts[Int(rater)] += 1
        }
        rows.append(
          Row(
            rater: Int(rater), ratee: ratee, time: time, reference: known.0, other: known.1,
            rating: sum / Double(count)))
      }
    }
    // Swift's sort is stable, but does not promise it.
    rows.sort { ($0.rater, $0.ratee, $0.time) < ($1.rater, $1.ratee, $1.time) }
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
