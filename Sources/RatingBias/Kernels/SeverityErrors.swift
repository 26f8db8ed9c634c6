import KinerjaNumerics

/// The variances of raters' shifts, where the ratings of one ratee may depend on each other.
///
/// Let *A* be the matrix of the normal equations, *A*₉ the part of ratee *g*, *s*₉ what least squares
/// leaves over for *g*, and *x* = *A*⁺*c* for the contrast *c* of a rater with the middle half. Then
///
///     variance = Σ (xᵀs₉)² + φ · Σ xᵀA₉A⁺A₉x        φ = Σ |s₉|² ∕ Σ tr(A₉ − A₉A⁺A₉)
///
/// The first sum is the sandwich clustered by ratees (Liang and Zeger 1986, *Biometrika* 73). It does
/// not see what least squares fits away: where a single ratee links two teams, that ratee's
/// difference is fitted without rest, though all comparisons between the teams hang on it. The
/// second sum is exactly what it misses if errors are independent with one variance φ (the bias
/// that Bell and McCaffrey 2002, *Survey Methodology* 28, remove), so that the whole is unbiased then.
package struct SeverityErrors: Sendable {
  /// More multiplications than this are not spent on exact variances.
  package static let workLimit = 4e9
  /// A matrix of more raters than this is not kept.
  static let raterLimit = 3_000
  /// The draws that take the place of exact variances.
  static let drawCount = 64
  /// The least variance, as a share of that for independent errors with one variance.
  ///
  /// Few ratings on a coarse scale may agree by accident, and with few degrees of freedom such
  /// accidents would be the findings.
  static let leastShare = 0.5

  /// By rater; all 0 if least squares leaves nothing over but rounding, or was not solved.
  package let variances: [Double]
  /// How many random draws the variances come from; nil if they are exact.
  package let draws: Int?

  init(
    _ problem: Comparisons, _ solution: ConjugateGradient.Solution, residuals: ClusterScores,
    weights: [Double], workLimit: Double
  ) {
    let count = problem.raterCount
    var blocks = 0.0
    for ratee in 0..<residuals.rateeCount {
      let size = Double(residuals.entries(of: ratee).count)
      blocks += size * size * (2 + 2 * size / Double(count))
    }
    // A product visits each rating twice; a chain of raters needs as many products as it is long.
    let solving = Double(solution.iterations) * Double(problem.rater.count) * 2
    let work = Double(count) * (solving + blocks)
    let isExact = count <= Self.raterLimit && work <= workLimit
    var parts =
      isExact
      ? SeverityErrorParts(exactly: problem, residuals, weights)
      : SeverityErrorParts(drawing: problem, residuals, weights)
    draws = isExact ? nil : Self.drawCount

    let trace = problem.diagonal.reduce(0, +)
    let left = trace - parts.fitted
    // Rounding alone would make errors of nought, and findings of anything.
    guard solution.isConverged, residuals.squares > 1e-16 * problem.squares, left > 1e-9 * trace
    else {
      variances = [Double](repeating: 0, count: count)
      return
    }
    let dispersion = residuals.squares / left
    for rater in 0..<count {
      parts.robust[rater] += dispersion * parts.missed[rater]
      let least = Self.leastShare * dispersion * parts.plain[rater]
      parts.robust[rater] = max(parts.robust[rater], least)
    }
    variances = parts.robust
  }
}
