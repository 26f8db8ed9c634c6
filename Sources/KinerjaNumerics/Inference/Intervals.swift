import Foundation
package import KinerjaCore

extension ConfidenceInterval {
  /// The interval of a share, after Wilson (1927), without correction for continuity.
  ///
  /// - Parameters:
  ///   - count: Successes, from 0 to `total`.
  ///   - total: Trials, positive.
  ///   - level: Between 0 and 1.
  package static func wilson(_ count: Int, of total: Int, level: Double) -> Self {
    precondition(total > 0 && (0...total).contains(count), "a share is part of a positive total")
    return wilson(share: Double(count) / Double(total), of: Double(total), level: level)
  }

  /// The interval of a share among trials of which not all are independent.
  ///
  /// - Parameters:
  ///   - share: From 0 to 1.
  ///   - total: The effective number of trials, positive.
  package static func wilson(share: Double, of total: Double, level: Double) -> Self {
    let z = NormalDistribution.quantile((1 + level) / 2)
    let square = z * z / total
    let middle = (share + square / 2) / (1 + square)
    let half =
      z * (share * (1 - share) / total + square / (4 * total)).squareRoot() / (1 + square)
    // At the ends the bound is the end itself, which rounding would miss.
    return Self(
      lower: share == 0 ? 0 : middle - half, upper: share == 1 ? 1 : middle + half, level: level)
  }

  /// The interval of an estimate that has a standard error.
  ///
  /// - Parameter degreesOfFreedom: Of the standard error; infinite for a normal interval.
  package static func student(
    _ estimate: Double, standardError: Double, degreesOfFreedom: Double, level: Double
  ) -> Self {
    let t = StudentDistribution(degreesOfFreedom: degreesOfFreedom).quantile((1 + level) / 2)
    let half = t * standardError
    return Self(lower: estimate - half, upper: estimate + half, level: level)
  }

  /// The interval of the exponential, from that of a logarithm.
  package var exponential: Self {
    Self(lower: exp(lower), upper: exp(upper), level: level)
  }
}
