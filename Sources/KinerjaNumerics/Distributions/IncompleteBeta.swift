import Foundation

/// The regularised incomplete beta function, from which the tails of *t* and *F* follow.
package enum IncompleteBeta {
  /// Returns *I*ₓ(*a*, *b*).
  ///
  /// The continued fraction DLMF 8.17.22, evaluated by Lentz's method as modified by Thompson and
  /// Barnett (1986), on the side where it converges fast.
  ///
  /// - Parameters:
  ///   - x: From 0 to 1.
  ///   - complement: 1 − *x*, given apart so that no digits are lost where *x* is nearly 1.
  ///   - a: Positive.
  ///   - b: Positive.
  /// - Returns: From 0 to 1; relative error about 10⁻¹³ for parameters up to 10⁴, growing with their
  ///   square root beyond; NaN outside the domain or without convergence.
  /// - Complexity: O(√max(*a*, *b*)).
  package static func value(
    at x: Double, complement: Double, _ a: Double, _ b: Double
  ) -> Double {
    guard a > 0, b > 0, x >= 0, complement >= 0, a.isFinite, b.isFinite else { return .nan }
    if x == 0 { return 0 }
    if complement == 0 { return 1 }
    let logX = x < 0.5 ? log(x) : log1p(-complement)
    let logComplement = complement < 0.5 ? log(complement) : log1p(-x)
    let front = exp(a * logX + b * logComplement - LogGamma.beta(a, b))
    if x < (a + 1) / (a + b + 2) { return front * fraction(x, complement, a, b) / a }
    return 1 - front * fraction(complement, x, b, a) / b
  }

  // The even part of the fraction, its terms written in the lesser of x and 1 − x: in the other they
  // would be differences of numbers that agree in most digits.
  private static func fraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    func guarded(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
    var result = guarded(
      x < y ? 1 - (a + b) * x / (a + 1) : (1 - b + (a + b) * y) / (a + 1))
    var c = result
    var d = 0.0
    var odd = -(a + b) * x / (a + 1)
    for index in 1...1_000_000 {
      let m = Double(index)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      let numerator = -odd * even
      let pair = (a + 2 * m) * (a + 2 * m + 1)
      odd = -(a + m) * (a + b + m) * x / pair
      let rest =
        x < y
        ? 1 + odd
        : (a * (2 * m + 1 - b) + m * (3 * m + 2 - b) + (a + m) * (a + b + m) * y) / pair
      let denominator = even + rest
      d = 1 / guarded(denominator + numerator * d)
      c = guarded(denominator + numerator / c)
      result *= c * d
      if abs(c * d - 1) < 1e-15 { return 1 / result }
    }
    return .nan
  }
}
