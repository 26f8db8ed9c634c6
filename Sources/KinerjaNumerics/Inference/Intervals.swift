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
    let n = Double(total)
    let share = Double(count) / n
    let z = NormalDistribution.quantile((1 + level) / 2)
    let square = z * z / n
    let middle = (share + square / 2) / (1 + square)
    let half =
      z * (share * (1 - share) / n + square / (4 * n)).squareRoot() / (1 + square)
    // At the ends the bound is the end itself, which rounding would miss.
    return Self(
      lower: count == 0 ? 0 : middle - half, upper: count == total ? 1 : middle + half,
      level: level)
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
}
