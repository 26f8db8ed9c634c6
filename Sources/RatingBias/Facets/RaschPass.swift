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
    package var variances: [Double]
    /// By ratee of the block, observed minus expected score.
    package var residuals: [Double]
    /// By ratee of the block, the sum of variances.
    package var information: [Double]
    /// By ratee of the block and category, Σ *pₖ*(*k* − *E*).
    package var slopes: [Double]
    var sums: RaschSums
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
      case ...4: Self.block(columns, ranges[index], at: point, SIMD4<Double>.self)
      case ...8: Self.block(columns, ranges[index], at: point, SIMD8<Double>.self)
      case ...16: Self.block(columns, ranges[index], at: point, SIMD16<Double>.self)
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
  /// By pair of categories, Σ *pₖpₗ*.
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

  /// The odds of one category more in a rating, apart from the thresholds.
  @inline(__always)
  func odds(of rating: Int, _ columns: FacetColumns, ability: Double) -> Double {
    var odds = ability
    for place in columns.places(of: rating) { odds *= others[Int(columns.elements[place])] }
    return odds
  }
}

extension RaschPass {
  private static func block<Lanes: SIMD<Double>>(
    _ columns: FacetColumns, _ ratees: Range<Int>, at point: RaschPoint, _: Lanes.Type
  ) -> Block {
    let count = columns.categoryCount
    let elements = columns.otherElementCount
    let lanes = CategoryLanes<Lanes>(point)
    let first = columns.starts[ratees.lowerBound]
    let ratings = columns.starts[ratees.upperBound] - first
    var sums = RaschSums(elements: elements, categories: count)
    var slopes = [Lanes](repeating: .zero, count: elements)
    var products = [Lanes](repeating: .zero, count: count)
    var expected = Lanes.zero
    var result = Block(
      ratees: ratees, variances: [Double](repeating: 0, count: ratings),
      residuals: [Double](repeating: 0, count: ratees.count),
      information: [Double](repeating: 0, count: ratees.count),
      slopes: [Double](repeating: 0, count: ratees.count * count), sums: sums)
    // A running product of chances; its logarithm is taken before it becomes too small.
    var (likelihood, logLikelihood) = (1.0, 0.0)
    for ratee in ratees {
      var (residual, information, slope) = (0.0, 0.0, Lanes.zero)
      let ability = point.ratees[ratee]
      for rating in columns.ratings(of: ratee) {
        let chances = lanes.chances(at: point.odds(of: rating, columns, ability: ability))
        let mean = (chances * lanes.scores).sum()
        let distances = lanes.scores - Lanes(repeating: mean)
        let weighted = chances * distances
        let variance = (weighted * distances).sum()
        let score = Int(columns.scores[rating])
        let error = Double(score) - mean
        result.variances[rating - first] = variance
        residual += error
        information += variance
        slope += weighted
        for place in columns.places(of: rating) {
          let element = Int(columns.elements[place])
          sums.residuals[element] += error
          sums.information[element] += variance
          slopes[element] += weighted
        }
        expected += chances
        for category in 0..<count {
          products[category] += chances * Lanes(repeating: chances[category])
        }
        sums.observed[score] += 1
        likelihood *= chances[score]
        if likelihood < 1e-200 {
          logLikelihood += log(likelihood)
          likelihood = 1
        }
      }
      let position = ratee - ratees.lowerBound
      result.residuals[position] = residual
      result.information[position] = information
      for category in 0..<count { result.slopes[position * count + category] = slope[category] }
    }
    sums.logLikelihood = logLikelihood + log(likelihood)
    for category in 0..<count {
      sums.expected[category] = expected[category]
      for other in 0..<count {
        sums.products[category * count + other] = products[category][other]
      }
      for element in 0..<elements {
        sums.slopes[element * count + category] = slopes[element][category]
      }
    }
    result.sums = sums
    return result
  }
}
