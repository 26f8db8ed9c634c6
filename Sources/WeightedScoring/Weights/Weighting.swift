import KinerjaCore
import KinerjaNumerics
import KinerjaTables

/// A matrix being weighed.
struct Weighting {
  let matrix: DecisionMatrix
  let method: WeightingMethod
  let parallel: ParallelBlocks

  /// Weights that need not sum to one; throws `problems` if any were found.
  func weights(_ problems: inout Diagnostics) throws -> [Double] {
    switch method {
    case .equal: return matrix.criteria.map { _ in 1 }
    case .standardDeviation:
      return try summaries(.deviations).map { $0.isConstant ? 0 : $0.standardDeviation }
    case .variance:
      let summaries = try summaries(.deviations)
      try refuseEqualColumns(summaries, &problems)
      return summaries.map { summary in
        let share = summary.standardDeviation / (summary.high - summary.low)
        return share * share
      }
    case .entropy: return try entropy(&problems)
    case .gini: return try gini(&problems)
    case .critic(let variant, let correlation):
      return try contrasts(variant, correlation, &problems)
    case .merec: return try removalEffects(&problems)
    case .cilos: return try impactLosses(&problems)
    case .idocriw:
      return zip(try entropy(&problems), try impactLosses(&problems)).map { $0 * $1 }
    }
  }

  func summaries(
    _ total: ColumnSummary.Total
  ) throws(CancellationError) -> [ColumnSummary] {
    try ColumnSummary.of(matrix.columns, matrix.columns.map { _ in total }, parallel)
  }

  func refuseEqualColumns(
    _ summaries: [ColumnSummary], _ problems: inout Diagnostics
  ) throws(InvalidInput) {
    for (criterion, summary) in zip(matrix.criteria, summaries) where summary.isConstant {
      problems.add(
        .equalColumn, ["method": .text(method.manifest.method)], at: .key(criterion.id.text))
    }
    try problems.throwIfAny()
  }

  /// Refuses every value that does not meet the condition, in all columns.
  func refuse(
    unless condition: SignCondition, _ summaries: [ColumnSummary], _ problems: inout Diagnostics
  ) throws(InvalidInput) {
    for (column, summary) in summaries.enumerated() {
      _ = condition.check(
        matrix.columns[column], summary, matrix.criteria[column].id, method.manifest.method,
        &problems)
    }
    try problems.throwIfAny()
  }

  /// 1 − *E* ∕ ln *n*, as the divergence of the shares from equal ones: with *t* = *x* ∕ mean it is
  /// Σ (*t* ln *t* − *t* + 1) ∕ (*n* ln *n*), whose terms are not negative and so do not cancel.
  private func entropy(_ problems: inout Diagnostics) throws -> [Double] {
    let summaries = try summaries(.values)
    try refuse(unless: .positive, summaries, &problems)
    let count = Double(matrix.alternativeCount)
    let parts = try ColumnSummary.parts(matrix.columns, parallel) { values, column in
      let mean = summaries[column].total / count
      return LaneSum.terms(values) { value in
        let share = value / mean
        return share * Exponentials.log(share) - (share - 1)
      }
    }
    return zip(parts, summaries).map { parts, summary in
      var sum = CompensatedSum()
      for part in parts { sum.add(part) }
      return summary.isConstant ? 0 : max(0, sum.value / (count * Exponentials.log(count)))
    }
  }

  /// From sorted values: Σ (2*i* − *n* − 1) *x* ∕ (*n* Σ *x*).
  private func gini(_ problems: inout Diagnostics) throws -> [Double] {
    let summaries = try summaries(.values)
    try refuse(unless: .notNegative, summaries, &problems)
    let columns = matrix.columns
    let count = matrix.alternativeCount
    return try parallel.map(blocks: columns.count) { column in
      guard !summaries[column].isConstant else { return 0 }
      var sum = CompensatedSum()
      for (place, value) in columns[column].sorted().enumerated() {
        sum.add(Double(2 * place + 1 - count) * value)
      }
      return sum.value / (Double(count) * summaries[column].total)
    }
  }

  /// Σ |*S*′ − *S*| of MEREC; *S* − *S*′ = −ln(1 − (*a* ∕ *m*) ∕ (1 + *T*)) for the term *a* removed from the
  /// mean *T*, which does not cancel.
  private func removalEffects(_ problems: inout Diagnostics) throws -> [Double] {
    let summaries = try summaries(.none)
    try refuse(unless: .positive, summaries, &problems)
    let matrix = matrix
    let columns = matrix.columns
    let share = 1 / Double(columns.count)
    let parts = try parallel.map(
      count: matrix.alternativeCount, size: ColumnSummary.blockSize
    ) { rows in
      var terms = [[Double]](
        repeating: [Double](repeating: 0, count: rows.count), count: columns.count)
      var means = [Double](repeating: 0, count: rows.count)
      for column in columns.indices {
        let isCost = matrix.criteria[column].direction == .cost
        let edge = isCost ? summaries[column].high : summaries[column].low
        columns[column].withUnsafeBufferPointer { values in
          terms[column].withUnsafeMutableBufferPointer { terms in
            for place in means.indices {
              let value = values[rows.lowerBound + place]
              terms[place] = abs(Exponentials.log(value / edge)) * share
              means[place] += terms[place]
            }
          }
        }
      }
      return terms.map { terms in
        var sum = CompensatedSum()
        for (term, mean) in zip(terms, means) {
          sum.add(-Exponentials.logOnePlus(-term / (1 + mean)))
        }
        return sum
      }
    }
    return columns.indices.map { column in
      var sum = CompensatedSum()
      for part in parts { sum.add(part[column]) }
      return sum.value
    }
  }
}
