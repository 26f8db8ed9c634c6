import Foundation

/// Student's *t* distribution.
package struct StudentDistribution: Sendable, Hashable {
  /// Positive, not necessarily whole; infinite degrees are the normal distribution.
  package let degreesOfFreedom: Double

  // Beyond this the relative difference from the normal tail is below t⁴ ∕ 10¹⁰.
  private var isNormal: Bool { degreesOfFreedom > 1e10 }

  package init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "Student's t has more than 0 degrees of freedom")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a number at least as far from nought.
  package func twoSided(_ t: Double) -> Double {
    guard !t.isNaN else { return .nan }
    if isNormal { return NormalDistribution.twoSided(t) }
    let square = t * t
    guard square.isFinite else { return 0 }
    let sum = degreesOfFreedom + square
    return IncompleteBeta.value(
      at: degreesOfFreedom / sum, complement: square / sum, degreesOfFreedom / 2, 0.5)
  }

  /// The probability of a greater number, accurate in the upper tail.
  package func upperTail(_ t: Double) -> Double {
    let half = twoSided(t) / 2
    return t < 0 ? 1 - half : half
  }

  /// The probability of a smaller number, accurate in the lower tail.
  package func cumulative(_ t: Double) -> Double { upperTail(-t) }

  /// The density.
  package func density(_ t: Double) -> Double {
    if isNormal { return exp(-t * t / 2) / (2 * Double.pi).squareRoot() }
    let df = degreesOfFreedom
    return exp(-(df + 1) / 2 * log1p(t * t / df) - LogGamma.beta(df / 2, 0.5)) / df.squareRoot()
  }

  /// The number below which others lie with the given probability.
  ///
  /// Newton's method on the logarithm of the tail, kept inside a bracket. Relative error about 10⁻¹²
  /// in the tails; near the middle, where the result is nearly nought, absolute error 10⁻¹³.
  /// Quantiles beyond 10¹⁵⁰ are not found; less than one degree of freedom may have such.
  ///
  /// - Parameter probability: From 0 to 1, whose ends give ∓∞; else NaN.
  package func quantile(_ probability: Double) -> Double {
    guard probability >= 0, probability <= 1 else { return .nan }
    if probability == 0.5 { return 0 }
    if probability < 0.5 { return -upperQuantile(probability) }
    return upperQuantile(1 - probability)
  }

  // The number above which others lie with a probability below one half.
  private func upperQuantile(_ tail: Double) -> Double {
    guard tail > 0 else { return .infinity }
    let normal = -NormalDistribution.quantile(tail)
    if isNormal { return normal }
    // Student's quantile lies beyond the normal one.
    var (low, high) = (normal * (1 - 1e-9), max(2 * normal, 1e-8))
    while upperTail(high) > tail {
      (low, high) = (high, high * 2)
      guard high.isFinite else { return .infinity }
    }
    var t = low
    for _ in 0..<200 {
      let probability = upperTail(t)
      if probability > tail { low = max(low, t) } else { high = min(high, t) }
      var next = t + log(probability / tail) * probability / density(t)
      if !(next > low && next < high) { next = (low + high) / 2 }
      if abs(next - t) <= 1e-15 * abs(next) { return next }
      t = next
    }
    return t
  }
}
