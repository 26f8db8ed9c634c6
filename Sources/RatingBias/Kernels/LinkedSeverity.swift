import KinerjaNumerics

/// Differences between raters of one linked group, by least squares over the units they share.
///
/// The model is rating = level of the unit + shift of the rater + error, the levels free. Its normal
/// equations say that each rater's shift is the weighted mean difference to the colleagues on
/// shared units, the colleagues' own shifts taken off first.
package struct LinkedSeverity: Sendable {
  /// One rater's shift and what supports it.
  package struct Shift: Sendable {
    /// Above the middle half of the group's raters.
    package let value: Double
    /// Of ``value``; 0 if nothing is left over from which it could be estimated.
    package let variance: Double
    package let degreesOfFreedom: Double
    /// Ratees on whom the rater can be compared.
    package let ratees: Int
  }

  package let shifts: [Shift]
  /// Whether the variances were computed, not drawn.
  package let hasExactErrors: Bool

  /// - Parameters:
  ///   - problem: Units that at least two raters of one linked group rated.
  ///   - workLimit: More multiplications than this are not spent on exact variances.
  package init(_ problem: Comparisons, workLimit: Double = SeverityErrors.workLimit) {
    let count = problem.raterCount
    let solution = problem.solve(problem.rightSide, tolerance: 1e-12)
    let values = solution.values
    let weights = Self.middleHalf(of: values)
    let middle = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
    let residuals = problem.residuals(values)
    let errors = SeverityErrors(
      problem, solution, residuals: residuals, weights: weights, workLimit: workLimit)
    hasExactErrors = errors.draws == nil
    let ratees = residuals.rateeCounts(raterCount: count)
    shifts = (0..<count).map { rater in
      let own = Double(ratees[rater] - 1)
      // A variance from draws is itself uncertain, as one with so many degrees of freedom is.
      let freedom = errors.draws.map { own * Double($0) / (own + Double($0)) } ?? own
      return Shift(
        value: values[rater] - middle, variance: errors.variances[rater],
        degreesOfFreedom: freedom, ratees: ratees[rater])
    }
  }

  /// Equal weights for the raters between the quarters, so that one extreme rater does not make
  /// the others look biased the other way; with fewer than four raters, for all of them.
  ///
  /// Raters of the same value share the places that they hold, so that neither rounding nor the order
  /// of identifiers decides which of them counts.
  package static func middleHalf(of values: [Double]) -> [Double] {
    let order = values.indices.sorted {
      values[$0] == values[$1] ? $0 < $1 : values[$0] < values[$1]
    }
    var weights = [Double](repeating: 0, count: values.count)
    guard let first = order.first, let last = order.last else { return weights }
    let cut = values.count / 4
    let kept = cut..<(values.count - cut)
    let rounding = 1e-9 * (values[last] - values[first])
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] - values[order[end - 1]] <= rounding { end += 1 }
      let places = (start..<end).clamped(to: kept).count
      for place in start..<end {
        weights[order[place]] = Double(places) / Double((end - start) * kept.count)
      }
      start = end
    }
    return weights
  }
}
