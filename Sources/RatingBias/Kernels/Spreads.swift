/// How each rater's ratings spread within items, with the sums that their errors need.
struct Spreads {
  /// One rater, or several together.
  ///
  /// A cluster is the ratings of one ratee by one rater.
  struct Sums {
    /// Ratings, and those at a middle level.
    var ratings = 0.0
    var middle = 0.0
    /// Ratings on items on which the rater rated at least two persons, and those persons.
    var repeatedRatings = 0
    var repeatedRatees = 0
    /// Ratees, and the sum of squares of their numbers of ratings.
    var ratees = 0
    var squaredRatings = 0.0
    /// Squared deviations *q* from the rater's mean on the item, their freedom *f*, and products,
    /// summed over clusters.
    var q = 0.0
    var f = 0.0
    var qq = 0.0
    var qf = 0.0
    var ff = 0.0

    static func + (left: Sums, right: Sums) -> Sums { left.adding(right, 1) }
    static func - (left: Sums, right: Sums) -> Sums { left.adding(right, -1) }

    private func adding(_ other: Sums, _ sign: Double) -> Sums {
      Sums(
        ratings: ratings + sign * other.ratings, middle: middle + sign * other.middle,
        repeatedRatings: repeatedRatings + Int(sign) * other.repeatedRatings,
        repeatedRatees: repeatedRatees + Int(sign) * other.repeatedRatees,
        ratees: ratees + Int(sign) * other.ratees,
        squaredRatings: squaredRatings + sign * other.squaredRatings, q: q + sign * other.q,
        f: f + sign * other.f, qq: qq + sign * other.qq, qf: qf + sign * other.qf,
        ff: ff + sign * other.ff)
    }

    var meanSquare: Double { q / f }
    var middleShare: Double { middle / ratings }
    /// The number of ratees with equally many ratings that would tell as much.
    var effectiveRatees: Double { ratings * ratings / squaredRatings }

    /// The variance of ln √``meanSquare``, by linearisation over clusters.
    var logVariance: Double {
      let clusters = Double(ratees)
      var squares = qq - 2 * meanSquare * qf + meanSquare * meanSquare * ff
      // Where all clusters spread alike rounding is left over, perhaps below nought.
      if squares < 1e-12 * qq { squares = 0 }
      return 0.25 * squares / (q * q) * clusters / (clusters - 1)
    }

    mutating func finishCluster(_ cluster: (ratings: Double, q: Double, f: Double)) {
      ratees += 1
      if cluster.f > 0 { repeatedRatees += 1 }
      squaredRatings += cluster.ratings * cluster.ratings
      q += cluster.q
      f += cluster.f
      qq += cluster.q * cluster.q
      qf += cluster.q * cluster.f
      ff += cluster.f * cluster.f
    }
  }

  /// The variance of ln √``Sums/meanSquare`` that all raters show together, over Σ*f*² ∕ (Σ*f*)².
  static func dispersion(_ raters: [Sums]) -> Double {
    var (squares, weights) = (0.0, 0.0)
    for sums in raters where sums.q > 0 && sums.ratees > 1 {
      squares += sums.logVariance * sums.f * sums.f
      weights += sums.ff
    }
    return weights > 0 ? squares / weights : 0
  }

  private(set) var raters: [Sums]
  private(set) var total = Sums()

  init(
    _ cells: RatingCells, values: [Double], middle: ClosedRange<Int>, raterCount: Int,
    itemCount: Int
  ) {
    raters = [Sums](repeating: Sums(), count: raterCount)
    let byRater = RatingsByRater(cells, raterCount: raterCount)
    var count = [Double](repeating: 0, count: itemCount)
    var sum = count
    for rater in 0..<raterCount {
      let range = byRater.starts[rater]..<byRater.starts[rater + 1]
      for index in range {
        let item = Int(cells.item[Int(byRater.unit[index])])
        count[item] += 1
        sum[item] += values[Int(cells.level[Int(byRater.rating[index])])]
      }
      var sums = Sums()
      var cluster = (ratings: 0.0, q: 0.0, f: 0.0)
      var last: Int32 = -1
      for index in range {
        let unit = Int(byRater.unit[index])
        if last >= 0, cells.ratee[unit] != last {
          sums.finishCluster(cluster)
          cluster = (0, 0, 0)
        }
        last = cells.ratee[unit]
        let item = Int(cells.item[unit])
        let level = Int(cells.level[Int(byRater.rating[index])])
        let deviation = values[level] - sum[item] / count[item]
        cluster.ratings += 1
        cluster.q += deviation * deviation
        cluster.f += (count[item] - 1) / count[item]
        sums.ratings += 1
        if count[item] > 1 { sums.repeatedRatings += 1 }
        if middle.contains(level) { sums.middle += 1 }
      }
      if last >= 0 { sums.finishCluster(cluster) }
      for index in range {
        let item = Int(cells.item[Int(byRater.unit[index])])
        (count[item], sum[item]) = (0, 0)
      }
      raters[rater] = sums
      total = total + sums
    }
  }
}

/// Ratings in the order of raters, each rater's in the order of ratees and items.
struct RatingsByRater {
  private(set) var starts: [Int]
  private(set) var rating: [Int32]
  private(set) var unit: [Int32]

  init(_ cells: RatingCells, raterCount: Int) {
    starts = [Int](repeating: 0, count: raterCount + 1)
    for rater in cells.rater { starts[Int(rater) + 1] += 1 }
    for rater in 0..<raterCount { starts[rater + 1] += starts[rater] }
    rating = [Int32](repeating: 0, count: cells.rater.count)
    unit = rating
    var next = starts
    for number in 0..<cells.unitCount {
      for index in cells.ratings(of: number) {
        let rater = Int(cells.rater[index])
        rating[next[rater]] = Int32(index)
        unit[next[rater]] = Int32(number)
        next[rater] += 1
      }
    }
  }
}
