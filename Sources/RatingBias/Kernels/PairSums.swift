/// Sums over units, from which every coefficient of agreement follows; they add.
struct PairSums: Sendable {
  /// By pair of levels c ≤ k, as c·levelCount + k, the pairs of ratings over their divisor.
  private(set) var pairs: [Double]
  /// By level, shares of units, or ratings.
  private(set) var shares: [Double]
  private(set) var unitCount = 0.0
  private(set) var pairedUnitCount = 0.0
  private(set) var pairedRatingCount = 0.0
  /// Σ of the share of pairs of a unit that are the same.
  private(set) var exact = 0.0
  private(set) var unanimousCount = 0.0
  private(set) var leastRatings = Double.infinity
  private(set) var mostRatings = 0.0

  var levelCount: Int { shares.count }
  /// Σ of ``shares``.
  var total: Double { shares.reduce(0, +) }
  /// Whether more than one level occurs.
  var hasDifferentRatings: Bool { shares.count { $0 > 0 } > 1 }

  init(levelCount: Int) {
    pairs = [Double](repeating: 0, count: levelCount * levelCount)
    shares = [Double](repeating: 0, count: levelCount)
  }

  /// Sums over units.
  ///
  /// - Parameter times: By ratee, how often the ratee counts; nil for once each.
  init(_ units: AgreementUnits, in range: Range<Int>, times: [Int32]? = nil) {
    self.init(levelCount: units.levelCount)
    units.forEach(in: range) { unit, tally in
      let times = times.map { Double($0[Int(units.cells.ratee[unit])]) } ?? 1
      guard times > 0 else { return }
      unitCount += times
      let share = units.share(tally) * times
      for c in tally.present { shares[c] += share * tally.count[c] }
      leastRatings = min(leastRatings, tally.ratings)
      mostRatings = max(mostRatings, tally.ratings)
      guard tally.ratings > 1 else { return }
      pairedUnitCount += times
      pairedRatingCount += times * tally.ratings
      if tally.present.count == 1 { unanimousCount += times }
      let factor = times / units.pairDivisor(tally)
      var same = 0.0
      for c in tally.present {
        let own = tally.count[c] * (tally.count[c] - 1)
        same += own
        pairs[c * levelCount + c] += own * factor
        for k in tally.present where k > c {
          pairs[c * levelCount + k] += 2 * tally.count[c] * tally.count[k] * factor
        }
      }
      exact += times * same / (tally.ratings * (tally.ratings - 1))
    }
  }

  /// Sums over units that are counted already.
  init(_ tallies: [UnitTally], levelCount: Int, countsRatings: Bool) {
    self.init(levelCount: levelCount)
    for tally in tallies {
      let (size, units) = (Double(tally.size), Double(tally.unitCount))
      unitCount += units
      for level in shares.indices {
        shares[level] += Double(tally.levels[level]) / (countsRatings ? 1 : size)
      }
      leastRatings = min(leastRatings, size)
      mostRatings = max(mostRatings, size)
      guard tally.size > 1 else { continue }
      pairedUnitCount += units
      pairedRatingCount += units * size
      unanimousCount += Double(tally.unanimousCount)
      for pair in pairs.indices {
        pairs[pair] += Double(tally.pairs[pair]) / (countsRatings ? size - 1 : size * (size - 1))
      }
      let same = (0..<levelCount).reduce(0) { $0 + tally.pairs[$1 * levelCount + $1] }
      exact += Double(same) / (size * (size - 1))
    }
  }

  mutating func add(_ other: PairSums) {
    for index in pairs.indices { pairs[index] += other.pairs[index] }
    for level in shares.indices { shares[level] += other.shares[level] }
    unitCount += other.unitCount
    pairedUnitCount += other.pairedUnitCount
    pairedRatingCount += other.pairedRatingCount
    exact += other.exact
    unanimousCount += other.unanimousCount
    leastRatings = min(leastRatings, other.leastRatings)
    mostRatings = max(mostRatings, other.mostRatings)
  }

  /// Σ of ``pairs``, weighted.
  func weighted(_ weights: SquareMatrix) -> Double {
    var sum = 0.0
    for c in 0..<levelCount {
      for k in c..<levelCount { sum += pairs[c * levelCount + k] * weights[c, k] }
    }
    return sum
  }
}

/// How often each rater gave each level.
struct RaterShares: Sendable {
  let levelCount: Int
  /// By rater and level.
  private(set) var counts: [Double]

  init(_ units: AgreementUnits, raterCount: Int, times: [Int32]? = nil) {
    levelCount = units.levelCount
    counts = [Double](repeating: 0, count: raterCount * levelCount)
    units.forEach(in: 0..<units.cells.unitCount) { unit, tally in
      let times = times.map { Double($0[Int(units.cells.ratee[unit])]) } ?? 1
      for rating in tally.range {
        let place = Int(units.cells.rater[rating]) * levelCount + Int(units.cells.level[rating])
        counts[place] += times
      }
    }
  }

  /// - Parameter counts: By rater and level.
  init(_ counts: [Double], levelCount: Int) {
    self.levelCount = levelCount
    self.counts = counts
  }

  /// By rater, how many ratings.
  func total(of rater: Int) -> Double { levels(of: rater).reduce(0, +) }

  func levels(of rater: Int) -> ArraySlice<Double> {
    counts[rater * levelCount..<(rater + 1) * levelCount]
  }

  /// Those who rated.
  var raters: [Int] {
    levelCount == 0
      ? [] : (0..<counts.count / levelCount).filter { total(of: $0) > 0 }
  }
}
