/// A coefficient of agreement with what its standard error needs.
struct ChanceCorrection: Sendable {
  let observed: Double
  let expected: Double
  let value: Double
  /// What each unit adds to the estimate beyond its mean.
  let scores: UnitScores

  /// Estimates a coefficient; nil if chance alone would agree fully.
  ///
  /// - Parameters:
  ///   - raters: Needed where chance depends on who gave which rating.
  init?(
    _ coefficient: AgreementCoefficient, _ sums: PairSums, raters: RaterShares?,
    values: [Double]
  ) {
    let weights = coefficient.weights.table(values, totals: sums.shares)
    let chance = Chance(coefficient.kind, sums, raters: raters, weights: weights)
    // Only rounding is left where every pair of levels that occurs agrees fully.
    guard 1 - chance.expected > 1e-12 else { return nil }
    let rest = 1 - chance.expected
    expected = chance.expected
    if coefficient.countsRatings {
      // A rating is dealt out to itself once in the total.
      let correction = 1 / sums.total
      let share = sums.weighted(weights) / sums.total
      observed = (1 - correction) * share + correction
      value = (observed - expected) / rest
      scores = UnitScores(
        alpha: sums, weights, chance, observed: observed, share: share,
        hasRanks: coefficient.weights == .ranks)
    } else {
      let paired = sums.unitCount / sums.pairedUnitCount
      observed = sums.weighted(weights) / sums.pairedUnitCount
      value = (observed - expected) / rest
      let factor = coefficient.kind == .percentAgreement ? 0 : 2 * (1 - value) / rest
      scores = UnitScores(
        weights: weights, pair: paired / rest, paired: -paired * expected / rest,
        constant: -value,
        level: chance.byLevel.map { -factor * ($0 - chance.expected) },
        raterLevel: chance.byRaterLevel.map { -factor * $0 })
    }
  }
}

/// Agreement by chance, and what one rating adds to it.
private struct Chance {
  var expected = 0.0
  /// By level, half the change of ``expected`` with its share; the mean is ``expected``.
  var byLevel: [Double]
  /// By rater and level, where they count; the mean is 0.
  var byRaterLevel: [Double] = []

  init(
    _ kind: AgreementCoefficient.Kind, _ sums: PairSums, raters: RaterShares?,
    weights: SquareMatrix
  ) {
    let levels = 0..<sums.levelCount
    let total = sums.total
    let shares = sums.shares.map { $0 / total }
    let count = Double(sums.levelCount)
    func sum(_ term: (Int) -> Double) -> Double { levels.reduce(0) { $0 + term($1) } }
    let all = sum { k in sum { weights[k, $0] } }
    byLevel = levels.map { _ in 0 }
    switch kind {
    case .percentAgreement: break
    case .brennanPrediger:
      expected = all / (count * count)
      byLevel = levels.map { _ in expected }
    case .gwetAC:
      let scale = all / (count * (count - 1))
      expected = scale * sum { shares[$0] * (1 - shares[$0]) }
      byLevel = shares.map { scale * (1 - $0) }
    case .scottPi, .fleissKappa, .krippendorffAlpha:
      byLevel = levels.map { c in sum { weights[c, $0] * shares[$0] } }
      expected = sum { shares[$0] * byLevel[$0] }
    case .cohenKappa, .congerKappa:
      if let raters { addRaters(raters, unitCount: sums.unitCount, weights) }
      byLevel = levels.map { _ in expected }
    }
  }

  private mutating func addRaters(
    _ raters: RaterShares, unitCount: Double, _ weights: SquareMatrix
  ) {
    let levels = 0..<raters.levelCount
    let active = raters.raters
    let pairCount = Double(active.count) * Double(active.count - 1)
    var all = [Double](repeating: 0, count: levels.count)
    for rater in active {
      let total = raters.total(of: rater)
      for (level, count) in zip(levels, raters.levels(of: rater)) { all[level] += count / total }
    }
    byRaterLevel = [Double](repeating: 0, count: raters.counts.count)
    for rater in active {
      let total = raters.total(of: rater)
      let own = raters.levels(of: rater).map { $0 / total }
      let credit = levels.map { c in
        levels.reduce(0) { $0 + (all[$1] - own[$1]) * weights[$1, c] }
      }
      let mean = levels.reduce(0) { $0 + own[$1] * credit[$1] }
      expected += mean / pairCount
      for level in levels {
        byRaterLevel[rater * levels.count + level] =
          unitCount / total * (credit[level] - mean) / pairCount
      }
    }
  }
}

/// What units add to an estimate: linear in a unit's pairs and ratings; the sum over units is 0.
struct UnitScores: Sendable {
  let weights: SquareMatrix
  /// Times the unit's weighted pairs over their divisor.
  let pair: Double
  /// For a unit with at least two ratings.
  let paired: Double
  /// For every unit.
  let constant: Double
  /// By level, times the unit's share of it.
  let level: [Double]
  /// By rater and level; empty where raters do not count.
  let raterLevel: [Double]

  init(
    weights: SquareMatrix, pair: Double, paired: Double, constant: Double, level: [Double],
    raterLevel: [Double]
  ) {
    self.weights = weights
    self.pair = pair
    self.paired = paired
    self.constant = constant
    self.level = level
    self.raterLevel = raterLevel
  }

  /// The scores of Krippendorff's alpha (Gwet 2014, chapter 5), with those of its distances where
  /// these are estimated from ranks.
  fileprivate init(
    alpha sums: PairSums, _ weights: SquareMatrix, _ chance: Chance, observed: Double,
    share: Double, hasRanks: Bool
  ) {
    let rest = 1 - chance.expected
    let mean = sums.total / sums.unitCount
    let missing = (1 - share) / rest
    var level = chance.byLevel.map {
      (-observed - 2 * missing * ($0 - chance.expected)) / (mean * rest)
    }
    if hasRanks {
      for (c, change) in Self.rankChanges(sums, missing: missing).enumerated() {
        level[c] += change * sums.unitCount
      }
    }
    self.init(
      weights: weights, pair: 1 / (mean * rest), paired: 0, constant: (observed - share) / rest,
      level: level, raterLevel: [])
  }

  /// By level, how alpha changes with one rating more that moves the ranks of the others.
  ///
  /// Disagreement is Σ *o* *d*² observed and Σ *n* *n* *d*² expected over pairs of levels; a rating at
  /// level *c* makes *d* longer by 1 between levels on both sides of *c*, and by ½ at an end.
  private static func rankChanges(_ sums: PairSums, missing: Double) -> [Double] {
    let levels = sums.shares.indices
    let ranks = AgreementWeights.middleRanks(sums.shares)
    var (observed, expected) = (0.0, 0.0)
    // Differences between neighbours of what lies inside, and what lies at the ends.
    var steps = [(Double, Double)](repeating: (0, 0), count: levels.count + 1)
    var ends = steps
    for l in levels {
      for k in levels where k > l {
        let distance = ranks[k] - ranks[l]
        let pairs = sums.pairs[l * levels.count + k]
        let chance = sums.shares[l] * sums.shares[k]
        observed += pairs * distance * distance
        expected += chance * distance * distance
        let change = (2 * pairs * distance, 2 * chance * distance)
        for (place, sign) in [(l + 1, 1.0), (k, -1.0)] {
          steps[place].0 += sign * change.0
          steps[place].1 += sign * change.1
        }
        for place in [l, k] {
          ends[place].0 += change.0 / 2
          ends[place].1 += change.1 / 2
        }
      }
    }
    guard observed > 0, expected > 0 else { return levels.map { _ in 0 } }
    var inside = (0.0, 0.0)
    return levels.map { c in
      inside.0 += steps[c].0
      inside.1 += steps[c].1
      return missing
        * ((inside.1 + ends[c].1) / expected - (inside.0 + ends[c].0) / observed)
    }
  }

  /// Σ over ratees of the square of their scores, and how many ratees there are.
  func squares(_ units: AgreementUnits, in range: Range<Int>) -> (sum: Double, ratees: Int) {
    var (squares, ratees) = (0.0, 0)
    var (last, score): (Int32, Double) = (-1, 0)
    units.forEach(in: range) { unit, tally in
      if units.cells.ratee[unit] != last {
        squares += score * score
        score = 0
        ratees += 1
        last = units.cells.ratee[unit]
      }
      score += constant
      if tally.ratings > 1 {
        score += paired + pair * tally.weightedPairs(weights) / units.pairDivisor(tally)
      }
      let share = units.share(tally)
      for c in tally.present { score += share * tally.count[c] * level[c] }
      guard !raterLevel.isEmpty else { return }
      for rating in tally.range {
        score +=
          raterLevel[
            Int(units.cells.rater[rating]) * units.levelCount + Int(units.cells.level[rating])]
      }
    }
    return (squares + score * score, ratees)
  }
}
