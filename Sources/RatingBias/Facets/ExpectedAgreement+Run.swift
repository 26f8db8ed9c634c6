import KinerjaTables

extension ExpectedAgreement {
  /// Compares the ratings between elements with a finite measure.
  ///
  /// - Complexity: O(*n*) in the number of pairs of ratings.
  init(_ solution: FacetSolution, by work: ParallelBlocks) throws(CancellationError) {
    let columns = solution.columns
    let cells = solution.ratings.cells
    let names = solution.ratings.raters
    let units = cells.units
    let blocks = columns.blocks(of: FacetColumns.blockSize)
    let parts = try work.map(blocks: blocks.count) { index in
      var sums: [Int: Figures] = [:]
      var (unit, others) = (-1, [(rater: Int, score: UInt8, chances: [Double])]())
      for ratee in blocks[index] {
        for rating in columns.ratings(of: ratee) {
          let row = columns.row(of: rating)
          if Int(units[row]) != unit {
            unit = Int(units[row])
            others.removeAll(keepingCapacity: true)
          }
          guard cells.ratings(of: unit).count > 1 else { continue }
          let own = (
            rater: Int(cells.rater[row]), score: columns.scores[rating],
            chances: solution.curve.chances(at: solution.eta(of: rating, ratee: ratee))
          )
          for other in others {
            var figures = Figures()
            figures.pairCount = 1
            figures.exactCount = other.score == own.score ? 1 : 0
            for category in own.chances.indices {
              figures.expectedCount += own.chances[category] * other.chances[category]
            }
            let key =
              min(own.rater, other.rater) * names.count + max(own.rater, other.rater)
            sums[key, default: Figures()].add(figures)
          }
          others.append(own)
        }
      }
      return sums
    }
    var sums: [Int: Figures] = [:]
    for part in parts {
      for (key, figures) in part { sums[key, default: Figures()].add(figures) }
    }
    var all = Figures()
    var byRater = [Figures](repeating: Figures(), count: names.count)
    pairs = sums.keys.sorted().map { key in
      let figures = sums[key] ?? Figures()
      all.add(figures)
      byRater[key / names.count].add(figures)
      byRater[key % names.count].add(figures)
      return Pair(
        first: names[key / names.count], second: names[key % names.count], figures: figures)
    }
    raters = names.indices.filter { byRater[$0].pairCount > 0 }
      .map { Rater(rater: names[$0], figures: byRater[$0]) }
    overall =
      all.pairCount > 0
      ? .estimate(all) : .notEnough(NotEnoughData(.sharedRatings, needed: 1, found: 0))
  }
}

extension RatingCells {
  /// By rating, its unit.
  var units: [Int32] {
    var units: [Int32] = []
    units.reserveCapacity(rater.count)
    for unit in 0..<unitCount {
      for _ in ratings(of: unit) { units.append(Int32(unit)) }
    }
    return units
  }
}
