import KinerjaCore
import KinerjaTables

extension RankingRun {
  /// *S*, *R* and *Q* of VIKOR on raw values.
  ///
  /// *Q* is undefined where all *S*, or all *R*, are equal, unless the setting leaves them out.
  func compromise(
    _ v: Double, _ problems: inout Diagnostics
  ) throws -> ([Double], Ranking.Details) {
    let (columns, criteria, weights) = (matrix.columns, matrix.criteria, weights)
    let summaries = try ColumnSummary.of(columns, columns.map { _ in .none }, parallel)
    for (criterion, summary) in zip(criteria, summaries) where summary.isConstant {
      problems.add(.equalColumn, ["method": "vikor"], at: .key(criterion.id.text))
    }
    try problems.throwIfAny()
    let both = try parallel.map(
      count: matrix.alternativeCount, size: ColumnSummary.blockSize
    ) { rows in
      var sums = [Double](repeating: 0, count: rows.count)
      var largest = sums
      for (column, summary) in summaries.enumerated() {
        let isCost = criteria[column].direction == .cost
        let best = isCost ? summary.low : summary.high
        let span = isCost ? summary.low - summary.high : summary.high - summary.low
        let weight = weights[column]
        columns[column].withUnsafeBufferPointer { values in
          for place in 0..<rows.count {
            let regret = weight * ((best - values[rows.lowerBound + place]) / span)
            sums[place] += regret
            if regret > largest[place] { largest[place] = regret }
          }
        }
      }
      return (sums, largest)
    }
    let sums = both.flatMap(\.0)
    let largest = both.flatMap(\.1)
    let ofSums = scaled(sums)
    let ofLargest = scaled(largest)
    if v > 0, ofSums == nil { problems.add(.equalRegrets, ["regret": "S"]) }
    if v < 1, ofLargest == nil { problems.add(.equalRegrets, ["regret": "R"]) }
    try problems.throwIfAny()
    let scores = sums.indices.map { row in
      (v > 0 ? v * (ofSums?[row] ?? 0) : 0) + (v < 1 ? (1 - v) * (ofLargest?[row] ?? 0) : 0)
    }
    return (scores, .regrets(sum: sums, largest: largest))
  }

  /// From 0 for the smallest to 1 for the largest; nil if all are equal.
  private func scaled(_ values: [Double]) -> [Double]? {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    return low == high ? nil : values.map { ($0 - low) / (high - low) }
  }
}
