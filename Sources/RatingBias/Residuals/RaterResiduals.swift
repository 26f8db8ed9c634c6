import KinerjaCore

/// What the many-facet model leaves unexplained, in the order of raters.
///
/// A rater's ratings stand together, and in them those of a ratee, and in these those of a time: a
/// *profile*. Ratings of elements without a finite measure are left out.
struct RaterResiduals: Sendable {
  /// By rater, where the ratings begin; one more at the end.
  private(set) var starts: [Int] = [0]
  /// By rating, its place among the cells.
  private(set) var cell: [Int32] = []
  /// By rating.
  private(set) var ratee: [Int32] = []
  /// By rating.
  private(set) var item: [Int32] = []
  /// By rating, the log odds of one category more, apart from the thresholds.
  private(set) var logits: [Double] = []
  /// By rating, the category, from 0.
  private(set) var score: [UInt8] = []
  /// By rating, whether a profile begins with it.
  private(set) var beginsProfile: [Bool] = []
  /// By ratee, the sum of the variances of all ratings.
  private(set) var information: [Double]
  /// The chances of categories at given log odds.
  let curve: CategoryCurve

  init(_ ratings: RatingSet, fit: FacetFit, context: RatingContext) {
    var categories = [0.0]
    for threshold in fit.thresholds {
      categories.append(categories[categories.count - 1] - threshold)
    }
    curve = CategoryCurve(RaschParameters(ratees: [], others: [], categories: categories))
    let cells = ratings.cells
    let byRater = RatingsByRater(cells, raterCount: ratings.raterCount)
    var category = [Int](repeating: -1, count: ratings.scale.levels.count)
    for (number, value) in fit.categories.enumerated() {
      if let level = ratings.scale.position(of: value) { category[level] = number }
    }
    let ability = fit.ratees.map { $0.measure?.logits ?? .nan }
    let difficulty = fit.items.map { $0.measure?.logits ?? .nan }
    let severity = fit.raters.map { $0.measure?.logits ?? .nan }
    information = [Double](repeating: 0, count: ratings.rateeCount)
    var places: [(time: Int, place: Int)] = []
    for rater in 0..<ratings.raterCount {
      var index = byRater.starts[rater]
      while index < byRater.starts[rater + 1] {
        let ratee = cells.ratee[Int(byRater.unit[index])]
        places.removeAll(keepingCapacity: true)
        while index < byRater.starts[rater + 1], cells.ratee[Int(byRater.unit[index])] == ratee {
          places.append((context.time(of: Int(byRater.rating[index])), index))
          index += 1
        }
        if context.hasTimes { places.sort { ($0.time, $0.place) < ($1.time, $1.place) } }
        var last: Int?
        for (time, place) in places {
          let item = cells.item[Int(byRater.unit[place])]
          let cell = byRater.rating[place]
          let eta = ability[Int(ratee)] - severity[rater] - difficulty[Int(item)]
          let number = category[Int(cells.level[Int(cell)])]
          guard eta.isFinite, number >= 0 else { continue }
          self.cell.append(cell)
          self.ratee.append(ratee)
          self.item.append(item)
          logits.append(eta)
          score.append(UInt8(truncatingIfNeeded: number))
          beginsProfile.append(last != time)
          last = time
          information[Int(ratee)] += curve.moments(at: eta).variance
        }
      }
      starts.append(cell.count)
    }
  }
}
