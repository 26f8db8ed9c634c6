import Foundation
package import KinerjaTables

/// What one pass over the ratings finds at the parameters at hand: residuals and second derivatives
/// of the log-likelihood, by block of ratees.
package struct RaschPass: Sendable {
  /// The part of one block.
  package struct Block: Sendable {
    /// The ratees of the block.
    package let ratees: Range<Int>
    /// By rating of the block, the variance of its score.
    package let variances: [Double]
    /// By ratee of the block, observed minus expected score.
    package let residuals: [Double]
    /// By ratee of the block, the sum of variances.
    package let information: [Double]
    /// By ratee of the block and category, Σ *pₖ*(*k* − *E*).
    package let slopes: [Double]
    let sums: RaschSums
  }

  package let blocks: [Block]
  /// The sums over all blocks, in their order.
  package let sums: RaschSums

  /// Passes over the ratings once.
  ///
  /// - Complexity: O(*n*) in ratings times facets and categories.
  package init(
    _ columns: FacetColumns, at parameters: RaschParameters, blocks ranges: [Range<Int>],
    by work: ParallelBlocks
  ) throws(CancellationError) {
    let point = RaschPoint(parameters)
    blocks = try work.map(blocks: ranges.count) { index in
      switch columns.categoryCount {
      case ...5: Self.block(columns, ranges[index], at: point, SIMD4<Double>.self)
      case ...9: Self.block(columns, ranges[index], at: point, SIMD8<Double>.self)
      case ...17: Self.block(columns, ranges[index], at: point, SIMD16<Double>.self)
      default: Self.block(columns, ranges[index], at: point, SIMD32<Double>.self)
      }
    }
    var sums = RaschSums(elements: columns.otherElementCount, categories: columns.categoryCount)
    for block in blocks { sums.add(block.sums) }
    self.sums = sums
  }
}

/// Sums over ratings by element and category.
package struct RaschSums: Sendable {
  /// By other element, observed minus expected score.
  package var residuals: [Double]
  /// By other element, the sum of variances.
  package var information: [Double]
  /// By other element and category, Σ *pₖ*(*k* − *E*).
  package var slopes: [Double]
  /// By category, the expected count.
  package var expected: [Double]
  /// By category, the observed count.
  package var observed: [Double]
  /// By pair of categories above the lowest, Σ *pₖpₗ*.
  package var products: [Double]
  package var logLikelihood = 0.0

  init(elements: Int, categories: Int) {
    residuals = [Double](repeating: 0, count: elements)
    information = residuals
    slopes = [Double](repeating: 0, count: elements * categories)
    expected = [Double](repeating: 0, count: categories)
    observed = expected
    products = [Double](repeating: 0, count: categories * categories)
  }

  mutating func add(_ other: RaschSums) {
    for index in residuals.indices { residuals[index] += other.residuals[index] }
    for index in information.indices { information[index] += other.information[index] }
    for index in slopes.indices { slopes[index] += other.slopes[index] }
    for index in expected.indices { expected[index] += other.expected[index] }
    for index in observed.indices { observed[index] += other.observed[index] }
    for index in products.indices { products[index] += other.products[index] }
    logLikelihood += other.logLikelihood
  }
}

/// The parameters as odds, so that a rating needs multiplications instead of exponentials.
struct RaschPoint: Sendable {
  let ratees: [Double]
  let others: [Double]
  let categories: [Double]

  init(_ parameters: RaschParameters) {
    ratees = parameters.ratees.map { exp($0) }
    others = parameters.others.map { exp($0) }
    categories = parameters.categories.map { exp($0) }
  }
}

extension RaschPass {
  // Arrays and counts are taken out of their structures once: the loop runs over every rating.
  private static func block<Lanes: SIMD<Double>>(
    _ columns: FacetColumns, _ ratees: Range<Int>, at point: RaschPoint, _: Lanes.Type
  ) -> Block {
    let lanes = CategoryLanes<Lanes>(point)
    let upper = lanes.count
    let count = upper + 1
    let elementCount = columns.otherElementCount
    let (width, starts, scores) = (columns.otherFacetCount, columns.starts, columns.scores)
    let (elements, others) = (columns.elements, point.others)
    let first = starts[ratees.lowerBound]
    var variances = [Double](repeating: 0, count: starts[ratees.upperBound] - first)
    var rateeResiduals = [Double](repeating: 0, count: ratees.count)
    var rateeSlopes = [Lanes](repeating: .zero, count: ratees.count)
    var residuals = [Double](repeating: 0, count: elementCount)
    var slopes = [Lanes](repeating: .zero, count: elementCount)
    var products = [Lanes](repeating: .zero, count: upper)
    var expected = Lanes.zero
    var observed = [Double](repeating: 0, count: count)
    // A running product of chances; its logarithm is taken before it becomes too small.
    var (likelihood, logLikelihood) = (1.0, 0.0)
    for ratee in ratees {
      var (residual, slope) = (0.0, Lanes.zero)
      let ability = point.ratees[ratee]
      var place = starts[ratee] * width
      for rating in starts[ratee]..<starts[ratee + 1] {
        var odds = ability
        for facet in 0..<width { odds *= others[Int(elements[place + facet])] }
        let (chances, lowest) = lanes.chances(at: odds)
        let mean = (chances * lanes.scores).sum()
        let weighted = chances * (lanes.scores - Lanes(repeating: mean))
        let score = Int(scores[rating])
        let error = Double(score) - mean
        variances[rating - first] = (weighted * lanes.scores).sum()
        residual += error
        slope += weighted
        for _ in 0..<width {
          let element = Int(elements[place])
          residuals[element] += error
          slopes[element] += weighted
          place += 1
        }
        expected += chances
        for lane in 0..<upper { products[lane] += chances * Lanes(repeating: chances[lane]) }
        observed[score] += 1
        likelihood *= score == 0 ? lowest : chances[score - 1]
        if likelihood < 1e-200 {
          logLikelihood += log(likelihood)
          likelihood = 1
        }
      }
      rateeResiduals[ratee - ratees.lowerBound] = residual
      rateeSlopes[ratee - ratees.lowerBound] = slope
    }
    var sums = RaschSums(elements: elementCount, categories: count)
    sums.residuals = residuals
    sums.information = slopes.map { ($0 * lanes.scores).sum() }
    sums.slopes = Self.byCategory(slopes, upper: upper)
    sums.observed = observed
    sums.logLikelihood = logLikelihood + log(likelihood)
    for lane in 0..<upper {
      sums.expected[lane + 1] = expected[lane]
      for other in 0..<upper {
        sums.products[(lane + 1) * count + other + 1] = products[lane][other]
      }
    }
    sums.expected[0] = observed.reduce(0, +) - expected.sum()
    return Block(
      ratees: ratees, variances: variances, residuals: rateeResiduals,
      information: rateeSlopes.map { ($0 * lanes.scores).sum() },
      slopes: Self.byCategory(rateeSlopes, upper: upper), sums: sums)
  }

  /// Slopes by category, with that of the lowest, at which all of them add up to 0.
  private static func byCategory<Lanes: SIMD<Double>>(
    _ slopes: [Lanes], upper: Int
  ) -> [Double] {
    var result = [Double](repeating: 0, count: slopes.count * (upper + 1))
    for (position, slope) in slopes.enumerated() {
      let start = position * (upper + 1)
      result[start] = -slope.sum()
      for lane in 0..<upper { result[start + 1 + lane] = slope[lane] }
    }
    return result
  }
}
