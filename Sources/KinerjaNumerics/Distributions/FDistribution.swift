import Foundation

/// The distribution of the ratio of two mean squares.
package struct FDistribution: Sendable, Hashable {
  /// Of the numerator; positive, not necessarily whole.
  package let numerator: Double
  /// Of the denominator; positive, not necessarily whole.
  package let denominator: Double

  package init(_ numerator: Double, _ denominator: Double) {
    precondition(numerator > 0 && denominator > 0, "F has more than 0 degrees of freedom")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The probability of a greater number, accurate in the upper tail; NaN for a negative one.
  package func upperTail(_ ratio: Double) -> Double {
    guard ratio >= 0 else { return .nan }
    guard ratio.isFinite else { return 0 }
    let sum = denominator + numerator * ratio
    return IncompleteBeta.value(
      at: denominator / sum, complement: numerator * ratio / sum, denominator / 2, numerator / 2)
  }

  /// The number below which others lie with the given probability; NaN outside 0 to 1.
  ///
  /// By bisection of the logarithm, in the tail that is accurate; relative error about 10⁻¹².
  package func quantile(_ probability: Double) -> Double {
    guard probability >= 0, probability <= 1 else { return .nan }
    if probability < 0.5 {
      // The mirror image: below *x* lie those whose reciprocal lies above 1∕*x*.
      return 1 / FDistribution(denominator, numerator).upperQuantile(probability)
    }
    return upperQuantile(1 - probability)
  }

  // The number above which others lie with a probability of at most one half.
  private func upperQuantile(_ tail: Double) -> Double {
    guard tail > 0 else { return .infinity }
    var (low, high) = (-1.0, 1.0)
    while upperTail(exp(low)) < tail, low > -700 { low *= 2 }
    while upperTail(exp(high)) > tail, high < 700 { high *= 2 }
    for _ in 0..<200 {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if upperTail(exp(middle)) > tail { low = middle } else { high = middle }
    }
    return exp((low + high) / 2)
  }
}
