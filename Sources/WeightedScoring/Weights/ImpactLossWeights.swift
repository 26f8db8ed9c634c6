import KinerjaCore
import KinerjaTables

extension Weighting {
  /// The vector *q* of CILOS, for which what each criterion loses equals what it causes others to
  /// lose: *Fq* = 0, *F* = *P* − diag of its column sums.
  func impactLosses(_ problems: inout Diagnostics) throws -> [Double] {
    let summaries = try summaries(.none)
    try refuse(unless: .positive, summaries, &problems)
    // Costs become benefits as min / x; sums per column cancel in the losses.
    let bestRows = matrix.columns.indices.map { column in
      let isCost = matrix.criteria[column].direction == .cost
      let best = isCost ? summaries[column].low : summaries[column].high
      return matrix.columns[column].firstIndex(of: best) ?? 0
    }
    let losses = bestRows.map { row in
      matrix.columns.indices.map { column in
        let value = matrix.columns[column][row]
        return matrix.criteria[column].direction == .cost
          ? (value - summaries[column].low) / value
          : (summaries[column].high - value) / summaries[column].high
      }
    }
    guard let weights = StationaryVector.of(losses) else {
      problems.add(.undeterminedLosses)
      throw InvalidInput(problems)
    }
    return weights
  }
}

/// The positive vector that a matrix of flows leaves as it is.
enum StationaryVector {
  /// Solves Σⱼ *pᵢⱼqⱼ* = *qᵢ* Σₖ *pₖᵢ* for *q*, by elimination without subtraction (Grassmann, Taksar and
  /// Heyman, Operations Research 33 (1985) 1107–1116).
  ///
  /// - Parameter flows: A square of numbers that are not negative; the diagonal does not count.
  /// - Returns: nil if the vector is not determined.
  /// - Complexity: O(*m*³).
  static func of(_ flows: [[Double]]) -> [Double]? {
    let count = flows.count
    // rates[i][j]: from i to j, that is the flow of row j and column i.
    var rates = (0..<count).map { from in (0..<count).map { flows[$0][from] } }
    for last in stride(from: count - 1, to: 0, by: -1) {
      let out = (0..<last).reduce(0.0) { $0 + rates[last][$1] }
      guard out > 0 else { return nil }
      for from in 0..<last { rates[from][last] /= out }
      for from in 0..<last {
        for to in 0..<last where to != from {
          rates[from][to] += rates[from][last] * rates[last][to]
        }
      }
    }
    var weights = [Double](repeating: 0, count: count)
    guard count > 0 else { return nil }
    weights[0] = 1
    for next in stride(from: 1, to: count, by: 1) {
      weights[next] = (0..<next).reduce(0.0) { $0 + weights[$1] * rates[$1][next] }
    }
    return weights
  }
}
