import KinerjaCore
import KinerjaNumerics
import KinerjaTables

/// One measurement of agreement whose settings were checked.
struct AgreementRun {
  static let mostLevels = 1_000

  let coefficient: AgreementCoefficient
  let settings: IntervalSettings
  let work: ParallelBlocks
  private var values: [Double]
  private let raterCount: Int
  private let rateeCount: Int
  private var units: AgreementUnits

  init(
    _ ratings: RatingSet, _ coefficient: AgreementCoefficient, on item: ItemID?,
    _ settings: IntervalSettings, _ work: ParallelBlocks
  ) {
    self.init(
      ratings, cells: ratings.cells, raterCount: ratings.raterCount, coefficient, on: item,
      settings,
      work)
  }

  /// - Parameter cells: Some of the set's ratings, by raters numbered anew.
  init(
    _ ratings: RatingSet, cells: RatingCells, raterCount: Int, _ coefficient: AgreementCoefficient,
    on item: ItemID?, _ settings: IntervalSettings, _ work: ParallelBlocks
  ) {
    self.coefficient = coefficient
    self.settings = settings
    self.work = work
    self.raterCount = raterCount
    values = ratings.levelValues
    rateeCount = ratings.rateeCount
    units = AgreementUnits(
      cells: cells, levelCount: ratings.scale.levels.count,
      item: item.map { Int32(ratings.items.firstIndex(of: $0) ?? -1) },
      leastRatings: coefficient.usesSingleRatings ? 1 : 2,
      countsRatings: coefficient.countsRatings)
  }

  /// Takes all levels but one for the same.
  mutating func dichotomise(at level: Int16) {
    values = [0, 1]
    units = AgreementUnits(
      cells: units.cells.recoded { $0 == level ? 1 : 0 }, levelCount: 2, item: units.item,
      leastRatings: units.leastRatings, countsRatings: units.countsRatings)
  }

  func answer() throws(CancellationError) -> Answer<Agreement> {
    guard values.count <= Self.mostLevels else {
      return .notEnough(
        NotEnoughData(.fewerLevels, needed: Self.mostLevels, found: values.count))
    }
    let counts = PairCounts(units, raterCount: raterCount)
    guard counts.ratees > 1 else {
      return .notEnough(NotEnoughData(.sharedRatees, needed: 2, found: counts.ratees))
    }
    guard !coefficient.needsTwoRaters || counts.raters == 2 else {
      return .notEnough(NotEnoughData(.exactlyTwoRaters, needed: 2, found: counts.raters))
    }
    let blocks = units.blocks
    let parts = try work.map(blocks: blocks.count) { PairSums(units, in: blocks[$0]) }
    var sums = PairSums(levelCount: values.count)
    for part in parts { sums.add(part) }
    let shares = coefficient.usesRaterShares ? RaterShares(units, raterCount: raterCount) : nil
    guard
      let estimate = ChanceCorrection(coefficient, sums, raters: shares, values: values),
      sums.hasDifferentRatings || coefficient.kind == .percentAgreement
    else { return .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1)) }
    let (error, interval) = try uncertainty(of: estimate, sums, blocks)
    return .estimate(
      Agreement(
        coefficient: coefficient, value: estimate.value, observed: estimate.observed,
        expected: estimate.expected, standardError: error, interval: interval,
        chanceTest: chanceTest(estimate, sums, shares, counts),
        exactShare: sums.exact / sums.pairedUnitCount,
        unanimousShare: sums.unanimousCount / sums.pairedUnitCount,
        ratingCount: Int(sums.pairedRatingCount), rateeCount: counts.ratees,
        raterCount: counts.raters, unitCount: Int(sums.pairedUnitCount),
        singleRatingCount: counts.singles))
  }

  private func uncertainty(
    of estimate: ChanceCorrection, _ sums: PairSums, _ blocks: [Range<Int>]
  ) throws(CancellationError) -> (Double?, ConfidenceInterval?) {
    if let bootstrap = settings.bootstrap {
      return try RateeBootstrap(bootstrap, level: settings.level, by: work)
        .run(ratees: units.ratees, of: rateeCount) { times in
          value(of: times)
        }
    }
    let parts = try work.map(blocks: blocks.count) {
      estimate.scores.squares(units, in: blocks[$0])
    }
    let squares = parts.reduce(0) { $0 + $1.sum }
    let ratees = Double(parts.reduce(0) { $0 + $1.ratees })
    let isLargeSample = coefficient.kind == .cohenKappa
    let correction = isLargeSample ? 1 : ratees / (ratees - 1)
    let variance = correction * squares / (sums.unitCount * sums.unitCount)
    // Rounding is left over where all agree.
    guard variance > 1e-24 else { return (nil, nil) }
    let error = variance.squareRoot()
    let interval = ConfidenceInterval.student(
      estimate.value, standardError: error,
      degreesOfFreedom: isLargeSample ? .infinity : ratees - 1, level: settings.level)
    return (error, interval.notAboveOne)
  }

  /// The coefficient of ratees that count several times; nil if there is none.
  private func value(of times: [Int32]) -> Double? {
    let sums = PairSums(units, in: 0..<units.cells.unitCount, times: times)
    guard sums.pairedUnitCount > 0,
      sums.hasDifferentRatings || coefficient.kind == .percentAgreement
    else { return nil }
    let shares =
      coefficient.usesRaterShares ? RaterShares(units, raterCount: raterCount, times: times) : nil
    if let shares, shares.raters.count < 2 { return nil }
    return ChanceCorrection(coefficient, sums, raters: shares, values: values)?.value
  }

  private func chanceTest(
    _ estimate: ChanceCorrection, _ sums: PairSums, _ shares: RaterShares?, _ counts: PairCounts
  ) -> ChanceTest? {
    guard counts.hasOneUnitEach else { return nil }
    switch coefficient.kind {
    case .cohenKappa:
      return shares.flatMap {
        NullErrors.cohen(
          $0, unitCount: sums.unitCount, expected: estimate.expected,
          weights: estimate.scores.weights)
      }.flatMap { ChanceTest(estimate.value, variance: $0) }
    case .fleissKappa
    where coefficient.weights == .identity && sums.leastRatings == sums.mostRatings:
      return NullErrors.fleiss(
        sums.shares.map { $0 / sums.total }, unitCount: sums.unitCount, ratings: sums.mostRatings
      ).flatMap { ChanceTest(estimate.value, variance: $0) }
    default: return nil
    }
  }
}

/// Who and what shares in units of at least two ratings.
struct PairCounts {
  private(set) var ratees = 0
  private(set) var raters = 0
  /// Units with one rating.
  private(set) var singles = 0
  /// Whether each ratee has one unit, of whatever number of ratings.
  private(set) var hasOneUnitEach = true

  init(_ units: AgreementUnits, raterCount: Int) {
    var isActive = [Bool](repeating: false, count: raterCount)
    var (lastPaired, last): (Int32, Int32) = (-1, -1)
    let cells = units.cells
    for unit in 0..<cells.unitCount where units.item == nil || units.item == cells.item[unit] {
      let range = cells.ratings(of: unit)
      if cells.ratee[unit] == last { hasOneUnitEach = false }
      last = cells.ratee[unit]
      guard range.count > 1 else {
        singles += 1
        continue
      }
      if cells.ratee[unit] != lastPaired { ratees += 1 }
      lastPaired = cells.ratee[unit]
      for rating in range { isActive[Int(cells.rater[rating])] = true }
    }
    raters = isActive.count { $0 }
  }
}

extension ChanceTest {
  fileprivate init?(_ value: Double, variance: Double) {
    guard variance > 0 else { return nil }
    standardError = variance.squareRoot()
    z = value / standardError
    pValue = NormalDistribution.twoSided(z)
  }
}

extension ConfidenceInterval {
  /// Cut where no coefficient can lie.
  var notAboveOne: Self { Self(lower: min(1, lower), upper: min(1, upper), level: level) }
}
