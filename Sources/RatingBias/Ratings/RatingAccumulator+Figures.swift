public import KinerjaCore

extension RatingAccumulator {
  /// What counts say of one rater, without a judgement.
  public struct RaterFigures: Sendable, Hashable {
    /// The rater.
    public let rater: PersonID
    /// Ratings given to others.
    public let ratingCount: Int
    /// Ratings of a ratee and item that somebody else rated too for the same time.
    public let sharedRatingCount: Int
    /// Persons rated.
    public let rateeCount: Int
    /// The mean rating, in points.
    public let mean: Double
    /// How far the rater's ratings lie above the mean of colleagues on the same ratee, item and time, in
    /// points, on average over shared ratings; nil without any.
    ///
    /// Colleagues' own leniency is not taken off, as ``RaterEffect`` does; where all raters rate with
    /// all others it makes no difference but for scale.
    public let differenceInPoints: Double?
    /// The standard deviation of ratings within items over that of all other raters'.
    ///
    /// Below 1 is narrow; nil where either has no spread.
    public let spreadRatio: Double?
    /// The share of ratings at the middle of the scale: its middle level, or the two middle ones.
    public let middleShare: Double
    /// By level, the share of ratings, from 0 to 1.
    public let levelShares: [Double]
  }

  /// Each rater's figures, in the order of ``raters``.
  ///
  /// - Complexity: Raters times items times levels.
  public var figures: [RaterFigures] {
    let spreads = raters.indices.map(spread)
    let all = spreads.reduce(Spread(), +)
    let middle = (levels.count - 1) / 2...levels.count / 2
    return raters.indices.map { rater in
      let counts = ratingCounts(of: rater)
      let total = Double(counts.all.reduce(0, +))
      let sum = zip(levels, counts.all).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
      let parts = Double(differences[rater]) / Double(RatingSums.partsPerPoint)
      let (own, others) = (spreads[rater].meanSquare, (all - spreads[rater]).meanSquare)
      return RaterFigures(
        rater: raters[rater], ratingCount: Int(total), sharedRatingCount: counts.shared,
        rateeCount: rateeCounts[rater], mean: sum / total,
        differenceInPoints: counts.shared > 0 ? parts / Double(counts.shared) : nil,
        spreadRatio: own > 0 && others > 0 ? (own / others).squareRoot() : nil,
        middleShare: Double(counts.all[middle].reduce(0, +)) / total,
        levelShares: counts.all.map { Double($0) / total })
    }
  }

  /// A coefficient of agreement, without its uncertainty, which whole sets have
  /// (``RatingSet/agreement(_:on:interval:by:)``).
  ///
  /// - Returns: The value; not enough data where a set has none.
  /// - Throws: `InvalidInput` if weights do not fit the scale.
  public func agreement(
    _ coefficient: AgreementCoefficient = .krippendorffAlpha(.ordinal), on scale: RatingScale
  ) throws(InvalidInput) -> Answer<Double> {
    var problems = Diagnostics()
    coefficient.check(on: scale, &problems)
    try problems.throwIfAny()
    guard sharedRateeCount > 1 else {
      return .notEnough(NotEnoughData(.sharedRatees, needed: 2, found: sharedRateeCount))
    }
    let shares = RaterShares(
      raters.indices.flatMap { rater in sharedCounts(of: rater).map(Double.init) },
      levelCount: levels.count)
    let active = shares.raters.count
    guard !coefficient.needsTwoRaters || active == 2 else {
      return .notEnough(NotEnoughData(.exactlyTwoRaters, needed: 2, found: active))
    }
    let sums = PairSums(
      tallies.filter { $0.size > 1 || coefficient.usesSingleRatings },
      levelCount: levels.count, countsRatings: coefficient.countsRatings)
    let withSingles = RaterShares(
      raters.indices.flatMap { ratingCounts(of: $0).all.map(Double.init) },
      levelCount: levels.count)
    guard
      let found = ChanceCorrection(
        coefficient, sums, raters: coefficient.usesSingleRatings ? withSingles : shares,
        values: levels.map(Double.init)),
      sums.hasDifferentRatings || coefficient.kind == .percentAgreement
    else { return .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1)) }
    return .estimate(found.value)
  }

  /// By level the ratings of a rater, and how many of them are shared.
  private func ratingCounts(of rater: Int) -> (all: [Int], shared: Int) {
    let shared = sharedCounts(of: rater)
    var all = shared
    for item in items.indices {
      for (level, count) in levelCounts(rater, item, isShared: false).enumerated() {
        all[level] += count
      }
    }
    return (all, shared.reduce(0, +))
  }

  private func sharedCounts(of rater: Int) -> [Int] {
    items.indices.reduce(into: [Int](repeating: 0, count: levels.count)) { result, item in
      for (level, count) in levelCounts(rater, item, isShared: true).enumerated() {
        result[level] += count
      }
    }
  }

  private func spread(_ rater: Int) -> Spread {
    items.indices.reduce(Spread()) { spread, item in
      let counts = zip(
        levelCounts(rater, item, isShared: false), levelCounts(rater, item, isShared: true)
      ).map { Int64($0 + $1) }
      return spread + Spread(counts, levels)
    }
  }
}

/// Squared deviations within items and their freedom.
private struct Spread {
  var squares = 0.0
  var freedom = 0

  init() {}

  init(_ counts: [Int64], _ levels: [Int]) {
    let count = counts.reduce(0, +)
    guard count > 0 else { return }
    let sum = zip(counts, levels).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    let mean = sum / Double(count)
    for (count, level) in zip(counts, levels) {
      squares += Double(count) * (Double(level) - mean) * (Double(level) - mean)
    }
    freedom = Int(count) - 1
  }

  var meanSquare: Double { freedom > 0 ? squares / Double(freedom) : 0 }

  static func + (left: Spread, right: Spread) -> Spread { left.adding(right, 1) }
  static func - (left: Spread, right: Spread) -> Spread { left.adding(right, -1) }

  private func adding(_ other: Spread, _ sign: Int) -> Spread {
    var result = self
    result.squares = Swift.max(0, squares + Double(sign) * other.squares)
    result.freedom += sign * other.freedom
    return result
  }
}
