import Foundation

/// Logarithms of the gamma and beta functions.
package enum LogGamma {
  private static let halfLogTwoPi = 0.918_938_533_204_672_741_780

  /// Returns ln Γ(*x*).
  ///
  /// Stirling's series (DLMF 5.11.1) from 10 upward; below, shifted up by the recurrence. The error
  /// is at most 2·10⁻¹⁵ times the greater of 10 and the result.
  ///
  /// - Parameter x: Positive, else NaN.
  package static func value(of x: Double) -> Double {
    guard x > 0 else { return .nan }
    guard x.isFinite else { return x }
    var shifted = x
    var product = 1.0
    while shifted < 10 {
      product *= shifted
      shifted += 1
    }
    let stirling = (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi
    return stirling + correction(shifted) - log(product)
  }

  /// Returns ln B(*a*, *b*), without the cancellation of three large logarithms.
  ///
  /// - Parameters:
  ///   - a: Positive.
  ///   - b: Positive.
  package static func beta(_ a: Double, _ b: Double) -> Double {
    let (small, large) = (min(a, b), max(a, b))
    guard large >= 10 else { return value(of: small) + value(of: large) - value(of: small + large) }
    let shift = large * log1p(small / large)
    if small >= 10 {
      let corrections = correction(small) + correction(large) - correction(small + large)
      return halfLogTwoPi - 0.5 * log(large) + corrections
        + (small - 0.5) * log(small / (small + large)) - shift
    }
    return value(of: small) + correction(large) - correction(small + large) + small
      - small * log(small + large) - shift + 0.5 * log1p(small / large)
  }

  // ln Γ(x) less its Stirling approximation: Σ B₂ₖ ∕ (2k(2k − 1)x²ᵏ⁻¹). From x = 10 the first term
  // left out is below 2·10⁻¹⁷.
  private static func correction(_ x: Double) -> Double {
    let square = 1 / (x * x)
    var sum = 0.0
    for coefficient in coefficients { sum = sum * square + coefficient }
    return sum / x
  }

  // Highest power first.
  private static let coefficients: [Double] = [
    -3_617.0 / 122_400, 1.0 / 156, -691.0 / 360_360, 1.0 / 1_188, -1.0 / 1_680, 1.0 / 1_260,
    -1.0 / 360, 1.0 / 12,
  ]
}
