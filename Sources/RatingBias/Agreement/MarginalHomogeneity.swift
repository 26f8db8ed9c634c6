public import KinerjaCore
import KinerjaNumerics

/// Whether two raters use the levels of a scale equally often, however they agree ratee by ratee.
public struct MarginalHomogeneity: Sendable, Hashable {
  /// A test that shares of levels are the same.
  public struct Test: Sendable, Hashable {
    /// Chi-square.
    public let chiSquare: Double
    /// The probability of so large a ``chiSquare`` if shares were the same.
    public let pValue: Double
  }

  /// After Stuart (1955) and Maxwell (1970), with the variance as it is if shares are the same.
  public let stuartMaxwell: Test
  /// After Bhapkar (1966), with the variance as it is.
  ///
  /// Larger, and the same for many ratees. Nil where the differences leave no variance.
  public let bhapkar: Test?
  /// Of both: levels used less groups of levels that no disagreement links.
  public let degreesOfFreedom: Int
  /// By level of the scale, how much oftener the earlier rater by identifier gave it, as a share of
  /// ratees and items.
  public let differences: [Double]
  /// Persons whom both rated.
  public let rateeCount: Int
  /// Pairs of ratee and item that both rated.
  public let unitCount: Int
}

extension RatingSet {
  /// Tests whether two raters use levels equally often.
  ///
  /// Over the ratees and items that both rated. Ratings of one ratee on several items are summed, so
  /// that ratees are independent. Ratings that people gave themselves are left out.
  ///
  /// - Returns: The tests; not enough data if raters are not exactly two, if they have fewer than two
  ///   ratees in common, or if they agree on everything.
  /// - Complexity: O(*n* + *r* *l*² + *l*³) for *r* ratees and *l* levels that occur.
  public func marginalHomogeneity(on item: ItemID? = nil) -> Answer<MarginalHomogeneity> {
    let others = comparable
    let levels = scale.levels.count
    let units = AgreementUnits(
      cells: others.cells, levelCount: levels,
      item: item.map { Int32(others.items.firstIndex(of: $0) ?? -1) }, leastRatings: 2,
      countsRatings: false)
    let counts = PairCounts(units, raterCount: raterCount)
    if let lacking = NotEnoughData.first([(.sharedRatees, 2, counts.ratees)]) {
      return .notEnough(lacking)
    }
    guard counts.raters == 2 else {
      return .notEnough(NotEnoughData(.exactlyTwoRaters, needed: 2, found: counts.raters))
    }
    guard levels <= AgreementRun.mostLevels else {
      return .notEnough(
        NotEnoughData(.fewerLevels, needed: AgreementRun.mostLevels, found: levels))
    }
    var margins = MarginSums(levelCount: levels)
    units.forEach(in: 0..<units.cells.unitCount) { unit, tally in
      margins.add(
        units.cells.level[tally.range.lowerBound], units.cells.level[tally.range.lowerBound + 1],
        of: units.cells.ratee[unit])
    }
    margins.finishRatee()
    let (chiSquare, rank) = margins.products.inverseForm(margins.differences)
    guard rank > 0 else {
      return .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1))
    }
    let distribution = ChiSquareDistribution(degreesOfFreedom: Double(rank))
    func test(_ chiSquare: Double) -> MarginalHomogeneity.Test {
      MarginalHomogeneity.Test(
        chiSquare: chiSquare, pValue: distribution.upperTail(chiSquare))
    }
    let rest = 1 - chiSquare / Double(counts.ratees)
    return .estimate(
      MarginalHomogeneity(
        stuartMaxwell: test(chiSquare), bhapkar: rest > 1e-9 ? test(chiSquare / rest) : nil,
        degreesOfFreedom: rank,
        differences: margins.differences.map { $0 / Double(margins.unitCount) },
        rateeCount: counts.ratees, unitCount: margins.unitCount))
  }
}

/// How much oftener one rater gave each level, ratee by ratee.
private struct MarginSums {
  private(set) var differences: [Double]
  /// Σ over ratees of products of their differences.
  private(set) var products: SquareMatrix
  private(set) var unitCount = 0
  private var own: [Int: Double] = [:]
  private var last: Int32 = -1

  init(levelCount: Int) {
    differences = [Double](repeating: 0, count: levelCount)
    products = SquareMatrix(size: levelCount)
  }

  mutating func add(_ one: Int16, _ other: Int16, of ratee: Int32) {
    if ratee != last { finishRatee() }
    last = ratee
    unitCount += 1
    own[Int(one), default: 0] += 1
    own[Int(other), default: 0] -= 1
  }

  mutating func finishRatee() {
    // Whole numbers, whose sums do not depend on the order.
    for (level, value) in own {
      differences[level] += value
      for (partner, other) in own { products[level, partner] += value * other }
    }
    own.removeAll(keepingCapacity: true)
  }
}

extension SquareMatrix {
  /// *vᵀM⁻¹v* for a covariance matrix, on the space that it spans, and the dimension of that.
  ///
  /// By elimination with the largest variance left as pivot.
  func inverseForm(_ vector: [Double]) -> (value: Double, rank: Int) {
    var (rest, vector) = (self, vector)
    var open = Array(0..<size)
    let least = 1e-10 * (open.map { rest[$0, $0] }.max() ?? 0)
    var value = 0.0
    while let pivot = open.max(by: { rest[$0, $0] < rest[$1, $1] }), rest[pivot, pivot] > least {
      let variance = rest[pivot, pivot]
      value += vector[pivot] * vector[pivot] / variance
      open.removeAll { $0 == pivot }
      for row in open {
        let factor = rest[row, pivot] / variance
        guard factor != 0 else { continue }
        vector[row] -= factor * vector[pivot]
        for column in open { rest[row, column] -= factor * rest[pivot, column] }
      }
    }
    return (value, size - open.count)
  }
}
