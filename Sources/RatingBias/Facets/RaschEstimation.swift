package import KinerjaTables

/// Joint maximum likelihood for the many-facet rating scale model by Newton's method.
///
/// The estimator is that of the field's standard program (UCON) without correction for bias, but
/// carried on until the score residuals vanish (Linacre 1989; formulas as in Wright and Masters 1982,
/// chapter 4).
package struct RaschEstimation: Sendable {
  /// When it ends.
  package struct Limits: Sendable {
    /// The largest score residual of an element or a category.
    package var residual = 1e-6
    /// The largest change of a parameter, in logits.
    package var change = 1e-6
    /// The most steps.
    package var steps = 100

    package init() {}
  }

  package private(set) var parameters: RaschParameters
  package private(set) var isConverged = false
  /// How many steps it took.
  package private(set) var steps = 0
  /// The largest score residual at the end.
  package private(set) var largestResidual = Double.infinity
  package private(set) var logLikelihood = -Double.infinity

  /// Estimates.
  ///
  /// - Parameters:
  ///   - columns: Ratings without extreme elements, in which each category occurs.
  ///   - groups: By other element, the group within its facet whose mean measure is 0.
  /// - Throws: `CancellationError` if the task that calls is cancelled.
  /// - Complexity: O(*n*) in ratings times facets and categories for each pass; about eight steps of
  ///   ten to thirty passes each.
  package init(
    _ columns: FacetColumns, groups: CentredGroups, limits: Limits = Limits(),
    blockSize: Int = FacetColumns.blockSize, by work: ParallelBlocks
  ) throws(CancellationError) {
    let blocks = columns.blocks(of: blockSize)
    parameters = RaschParameters(startingAt: columns)
    groups.centre(&parameters)
    var pass = try RaschPass(columns, at: parameters, blocks: blocks, by: work)
    logLikelihood = pass.sums.logLikelihood
    largestResidual = pass.largestResidual
    let start = max(largestResidual, 1)
    while steps < limits.steps {
      // The nearer the end, the more exactly a step pays.
      let tolerance = min(0.1, max(1e-4, largestResidual / start))
      var step = try RaschSystem(columns, pass, by: work).step(tolerance: tolerance)
      if step.largest > 1 { step.scale(by: 1 / step.largest) }
      let change = step.largest
      steps += 1
      let before = (parameters, logLikelihood)
      var halvings = 0
      while true {
        parameters = before.0.moved(by: step)
        groups.centre(&parameters)
        pass = try RaschPass(columns, at: parameters, blocks: blocks, by: work)
        logLikelihood = pass.sums.logLikelihood
        // The likelihood is concave: it falls only if the step was too long.
        if logLikelihood >= before.1 - 1e-9 * abs(before.1) || halvings == 20 { break }
        step.scale(by: 0.5)
        halvings += 1
      }
      largestResidual = pass.largestResidual
      if largestResidual < limits.residual, change < limits.change {
        isConverged = true
        return
      }
    }
  }
}

extension RaschPass {
  /// The largest score residual of an element or a category.
  var largestResidual: Double {
    var largest = 0.0
    for block in blocks {
      for residual in block.residuals { largest = max(largest, abs(residual)) }
    }
    for residual in sums.residuals { largest = max(largest, abs(residual)) }
    for category in sums.observed.indices {
      largest = max(largest, abs(sums.observed[category] - sums.expected[category]))
    }
    return largest
  }
}

extension RaschParameters {
  func moved(by step: RaschSystem.Step) -> RaschParameters {
    var result = self
    for index in ratees.indices { result.ratees[index] += step.ratees[index] }
    for index in others.indices { result.others[index] += step.others[index] }
    for index in categories.indices { result.categories[index] += step.categories[index] }
    return result
  }
}
