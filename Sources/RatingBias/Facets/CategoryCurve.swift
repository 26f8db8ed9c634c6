import Foundation

/// How the expected score and its variance depend on what all elements add: the rating scale model
/// for one rating at a time.
package struct CategoryCurve: Sendable {
  /// By category, its weight at odds of 1.
  private let weights: [Double]

  package init(_ parameters: RaschParameters) { weights = parameters.categories.map { exp($0) } }

  var top: Int { weights.count - 1 }

  /// The expected score, from 0, and its variance.
  package func moments(at eta: Double) -> (mean: Double, variance: Double) {
    // Counted from the nearer end, so that no power of the odds grows.
    let odds = exp(-abs(eta))
    let isHigh = eta > 0
    var (sum, first, second) = (0.0, 0.0, 0.0)
    for category in stride(from: top, through: 0, by: -1) {
      let weight = weights[isHigh ? top - category : category]
      let score = Double(category)
      sum = sum * odds + weight
      first = first * odds + score * weight
      second = second * odds + score * score * weight
    }
    let mean = first / sum
    return (isHigh ? Double(top) - mean : mean, second / sum - mean * mean)
  }

  /// The chance of each category.
  package func chances(at eta: Double) -> [Double] {
    let odds = exp(-abs(eta))
    var chances = eta > 0 ? weights.reversed() : weights
    var (power, sum) = (1.0, 0.0)
    for category in chances.indices {
      chances[category] *= power
      sum += chances[category]
      power *= odds
    }
    for category in chances.indices { chances[category] /= sum }
    return eta > 0 ? chances.reversed() : chances
  }

  /// The addition at which the expected total is as wanted, with its error.
  ///
  /// - Parameter rest: By rating, what the others add.
  func solve(total: Double, beside rest: [Double]) -> (value: Double, standardError: Double) {
    var value = 0.0
    var information = 0.0
    for _ in 0..<200 {
      var expected = 0.0
      information = 0
      for sum in rest {
        let moments = moments(at: sum + value)
        expected += moments.mean
        information += moments.variance
      }
      let step = max(-1, min(1, (total - expected) / information))
      value += step
      if abs(step) < 1e-10 { break }
    }
    return (value, 1 / information.squareRoot())
  }

  /// ``solve(total:beside:)`` for a total at one end, moved towards the middle.
  func solveExtreme(
    isHighest: Bool, adjustment: Double, beside rest: [Double]
  ) -> (value: Double, standardError: Double) {
    let most = Double(top) * Double(rest.count)
    let moved = min(adjustment, most / 2)
    return solve(total: isHighest ? most - moved : moved, beside: rest)
  }
}
