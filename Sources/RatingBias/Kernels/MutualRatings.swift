import KinerjaCore

/// What each rater gave each ratee beyond the levels of both, and what came back.
struct MutualRatings {
  struct Tie {
    let rater: Int
    let ratee: Int
    var value: Double
    /// Beyond the levels of both.
    var excess = 0.0
    /// The tie in the other direction; −1 if there is none.
    var back = -1
  }

  /// By ratee, then by rater.
  private(set) var ties: [Tie] = []
  /// What levels of raters and ratees leave to the ties.
  private(set) var freedom = 0

  init(_ ratings: RatingSet) {
    let cells = ratings.cells
    let values = ratings.levelValues
    let itemMeans = cells.itemMeans(values, itemCount: ratings.itemCount)
    var unit = 0
    while unit < cells.unitCount {
      let ratee = cells.ratee[unit]
      var scores = ClusterScores()
      var counts: [Int32: Double] = [:]
      while unit < cells.unitCount, cells.ratee[unit] == ratee {
        for rating in cells.ratings(of: unit) {
          let value = values[Int(cells.level[rating])] - itemMeans.byItem[Int(cells.item[unit])]
          scores.add(value, to: cells.rater[rating])
          counts[cells.rater[rating], default: 0] += 1
        }
        unit += 1
      }
      for (rater, sum) in zip(scores.rater, scores.score) {
        ties.append(
          Tie(rater: Int(rater), ratee: Int(ratee), value: sum / (counts[rater] ?? 1)))
      }
    }
    takeOffLevels(raterCount: ratings.raterCount, rateeCount: ratings.rateeCount)
    join(ratings)
  }

  /// Levels of raters and ratees together, by turns until they rest.
  private mutating func takeOffLevels(raterCount: Int, rateeCount: Int) {
    var byRatee = [Double](repeating: 0, count: rateeCount)
    var raters = Means(count: raterCount)
    for _ in 0..<500 {
      raters = Means(count: raterCount)
      for tie in ties { raters.add(tie.value - byRatee[tie.ratee], to: tie.rater) }
      var ratees = Means(count: rateeCount)
      for tie in ties { ratees.add(tie.value - raters.mean(tie.rater), to: tie.ratee) }
      var change = 0.0
      for ratee in 0..<rateeCount {
        change = max(change, abs(ratees.mean(ratee) - byRatee[ratee]))
        byRatee[ratee] = ratees.mean(ratee)
      }
      if change < 1e-10 { break }
    }
    let levels = Set(ties.map(\.rater)).count + Set(ties.map(\.ratee)).count - 1
    freedom = ties.count - levels
    guard freedom > 0 else { return }
    // The levels take up part of every excess.
    let stretch = (Double(ties.count) / Double(freedom)).squareRoot()
    for index in ties.indices {
      let tie = ties[index]
      let excess = stretch * (tie.value - raters.mean(tie.rater) - byRatee[tie.ratee])
      // Rounding is no excess.
      ties[index].excess = abs(excess) < 1e-9 ? 0 : excess
    }
  }

  private mutating func join(_ ratings: RatingSet) {
    struct Key: Hashable {
      let rater: PersonID
      let ratee: PersonID
    }
    var places: [Key: Int] = [:]
    for (index, tie) in ties.enumerated() {
      places[Key(rater: ratings.raters[tie.rater], ratee: ratings.ratees[tie.ratee])] = index
    }
    for index in ties.indices {
      let tie = ties[index]
      let back = Key(rater: ratings.ratees[tie.ratee], ratee: ratings.raters[tie.rater])
      ties[index].back = places[back] ?? -1
    }
  }
}
