public import KinerjaCore
public import KinerjaTables

/// What a criterion really decides in a weighted sum.
public struct EffectiveWeight: Sendable, Hashable {
  /// The criterion.
  public let criterion: CriterionID
  /// The share of weight that it was given.
  public let nominal: Double
  /// Its share of the variance of the sum, *w* cov(*v*, *s*) ∕ var(*s*).
  ///
  /// The shares sum to one; a negative one means that the criterion runs against the others.
  public let effective: Double
  /// Its correlation with the sum; nil if its values are all equal.
  public let correlation: Double?
}

extension DecisionMatrix {
  /// How much of the variance of the weighted sum each criterion accounts for, beside the weight that
  /// it was given.
  ///
  /// Effective weights of Wang and Stanley, Review of Educational Research 40 (1970) 663–705; OECD
  /// and JRC (2008) warn that nominal weights are not importance.
  ///
  /// - Throws: `InvalidInput` as a weighted sum, and if the sum is the same for all alternatives;
  ///   `CancellationError` if the task is cancelled.
  public func effectiveWeights(
    of weights: CriterionWeights, normalizing normalization: Normalization = .minMax(),
    parallel: ParallelBlocks = ParallelBlocks()
  ) throws -> [EffectiveWeight] {
    let scores = try ranking(
      by: .weightedSum(normalizing: normalization), weights: weights, parallel: parallel
    ).scores
    let values = try normalized(by: normalization, parallel: parallel)
    let columns = values.columns + [scores]
    let summaries = try ColumnSummary.of(columns, columns.map { _ in .deviations }, parallel)
    let sum = summaries[columns.count - 1]
    guard !sum.isConstant else { throw InvalidInput(Diagnostic(.noDifference)) }
    var problems = Diagnostics()
    let shares = weights.shares(for: criteria, &problems)
    let weighting = Weighting(matrix: values, method: .equal, parallel: parallel)
    // A constant column has no length; any other stands in for it, and what comes out is not used.
    let safe = summaries.map { $0.isConstant ? sum : $0 }
    let correlations = try weighting.correlations(columns, safe)
    return criteria.indices.map { column in
      let isConstant = summaries[column].isConstant
      let correlation = correlations[column][columns.count - 1]
      let ratio = (summaries[column].total / sum.total).squareRoot()
      return EffectiveWeight(
        criterion: criteria[column].id, nominal: shares[column],
        effective: isConstant ? 0 : shares[column] * ratio * correlation,
        correlation: isConstant ? nil : correlation)
    }
  }
}
