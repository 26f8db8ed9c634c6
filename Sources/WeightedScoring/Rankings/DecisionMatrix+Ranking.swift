import KinerjaCore
public import KinerjaTables

extension DecisionMatrix {
  /// Ranks the alternatives.
  ///
  /// Scores are doubles; those of the reference tables agree with other tools within 10⁻¹⁰. The bits
  /// do not depend on the number of threads.
  ///
  /// - Parameters:
  ///   - method: The method with its normalization and settings.
  ///   - weights: One a criterion, in any order; they need not come from this matrix.
  ///   - parallel: How the work is spread, watched and stopped.
  /// - Throws: `InvalidInput` with all problems: weights that do not fit the criteria, settings out
  ///   of range, and by row and criterion whatever the method cannot take, such as zeros, negative
  ///   values, equal columns; `CancellationError` if the task is cancelled.
  /// - Complexity: O(*n*) in the number of alternatives for weighted sum, weighted product, WASPAS,
  ///   TOPSIS and VIKOR; O(*n* log *n*) for PROMETHEE II but for the Gaussian; O(*n*²) for the
  ///   Gaussian and Copeland; each times the number of criteria.
  public func ranking(
    by method: RankingMethod, weights: CriterionWeights,
    parallel: ParallelBlocks = ParallelBlocks()
  ) throws -> Ranking {
    var problems = Diagnostics(at: "matrix")
    let shares = weights.shares(for: criteria, &problems)
    let run = RankingRun(matrix: self, weights: shares, parallel: parallel)
    let (scores, details) = try run.scores(by: method, &problems)
    return Ranking(
      method: method, weights: weights, alternatives: alternatives, scores: scores,
      details: details)
  }
}

/// A matrix with weights in the order of its criteria, being ranked.
struct RankingRun {
  let matrix: DecisionMatrix
  let weights: [Double]
  let parallel: ParallelBlocks

  func scores(
    by method: RankingMethod, _ problems: inout Diagnostics
  ) throws -> ([Double], Ranking.Details) {
    switch method {
    case .weightedSum(let normalization):
      let maps = try maps(normalization, &problems)
      return (try weightedSum(maps), .none)
    case .weightedProduct(let normalization):
      let maps = try positiveMaps(normalization, &problems)
      return (try weightedProduct(maps), .none)
    case .waspas(let lambda, let normalization):
      check(lambda, "lambda", &problems)
      let maps = try positiveMaps(normalization, &problems)
      let (sums, products) = (try weightedSum(maps), try weightedProduct(maps))
      return (zip(sums, products).map { lambda * $0 + (1 - lambda) * $1 }, .none)
    case .topsis(let normalization):
      let maps = try maps(normalization, &problems)
      return (try closeness(maps, &problems), .none)
    case .vikor(let v):
      check(v, "v", &problems)
      return try compromise(v, &problems)
    case .promethee(let preference):
      if let problem = preference.settingProblem { problems.add(problem) }
      try problems.throwIfAny()
      return try flows(preference)
    case .copeland:
      try problems.throwIfAny()
      return (try majorities(), .none)
    }
  }

  private func check(_ share: Double, _ name: String, _ problems: inout Diagnostics) {
    guard !(share >= 0 && share <= 1) else { return }
    problems.add(.unfitSetting, ["setting": .text(name), "value": .text("\(share)")])
  }

  private func maps(
    _ normalization: Normalization, _ problems: inout Diagnostics
  ) throws -> [CellMap] {
    let maps = try matrix.cellMaps(normalization, parallel, &problems)
    try problems.throwIfAny()
    return maps
  }

  /// As ``maps(_:_:)``, for a product: what is normalized must be positive.
  private func positiveMaps(
    _ normalization: Normalization, _ problems: inout Diagnostics
  ) throws -> [CellMap] {
    let maps = try maps(normalization, &problems)
    for (column, map) in maps.enumerated() {
      let values = matrix.columns[column]
      for row in values.indices where map.value(values[row], row: row) <= 0 {
        problems.add(
          .productOfZero,
          ["value": .text("\(values[row])"), "method": .text(normalization.text)], row,
          matrix.criteria[column].id)
      }
    }
    try problems.throwIfAny()
    return maps
  }

  /// Computes one number a row, block by block.
  func rows(
    _ body: @Sendable (Range<Int>, UnsafeMutableBufferPointer<Double>) -> Void
  ) throws(CancellationError) -> [Double] {
    let blocks = try parallel.map(count: matrix.alternativeCount, size: ColumnSummary.blockSize) {
      rows in
      var cells = [Double](repeating: 0, count: rows.count)
      cells.withUnsafeMutableBufferPointer { body(rows, $0) }
      return cells
    }
    var result: [Double] = []
    result.reserveCapacity(matrix.alternativeCount)
    for block in blocks { result += block }
    return result
  }
}
