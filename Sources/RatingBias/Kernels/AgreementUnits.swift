import KinerjaTables

/// The units that a coefficient of agreement looks at, ratee by ratee.
struct AgreementUnits: Sendable {
  /// The ratings of one unit, counted by level.
  struct Tally {
    fileprivate(set) var count: [Double]
    /// The levels that occur.
    fileprivate(set) var present: [Int] = []
    fileprivate(set) var ratings = 0.0
    fileprivate(set) var range = 0..<0

    /// Σ over ordered pairs of ratings of their weights.
    func weightedPairs(_ weights: SquareMatrix) -> Double {
      var sum = 0.0
      for c in present {
        sum += count[c] * (count[c] - 1)
        for k in present where k != c { sum += count[c] * count[k] * weights[c, k] }
      }
      return sum
    }
  }

  let cells: RatingCells
  let levelCount: Int
  let item: Int32?
  /// The fewest ratings with which a unit enters: 1 or 2.
  let leastRatings: Int
  /// Whether each rating counts alike, else each unit.
  let countsRatings: Bool

  /// Cuts the units where a ratee ends, in pieces that depend on the data only.
  var blocks: [Range<Int>] {
    // No piece has fewer units than its table of pairs of levels has cells.
    let size = max(1 << 15, levelCount * levelCount)
    var blocks: [Range<Int>] = []
    var start = 0
    while start < cells.unitCount {
      var end = min(start + size, cells.unitCount)
      while end < cells.unitCount, cells.ratee[end] == cells.ratee[end - 1] { end += 1 }
      blocks.append(start..<end)
      start = end
    }
    return blocks
  }

  /// Calls for each unit that enters.
  func forEach(in units: Range<Int>, _ body: (_ unit: Int, _ tally: Tally) -> Void) {
    var tally = Tally(count: [Double](repeating: 0, count: levelCount))
    for unit in units where item == nil || item == cells.item[unit] {
      let range = cells.ratings(of: unit)
      guard range.count >= leastRatings else { continue }
      for rating in range {
        let level = Int(cells.level[rating])
        if tally.count[level] == 0 { tally.present.append(level) }
        tally.count[level] += 1
      }
      tally.ratings = Double(range.count)
      tally.range = range
      body(unit, tally)
      for level in tally.present { tally.count[level] = 0 }
      tally.present.removeAll(keepingCapacity: true)
    }
  }

  /// The divisor of pairs of ratings in a unit of at least two.
  func pairDivisor(_ tally: Tally) -> Double {
    countsRatings ? tally.ratings - 1 : tally.ratings * (tally.ratings - 1)
  }

  /// What one rating adds to the shares of levels.
  func share(_ tally: Tally) -> Double { countsRatings ? 1 : 1 / tally.ratings }
}
