import KinerjaCore
import KinerjaNumerics
import KinerjaTables

extension Weighting {
  /// *Cⱼ* = *sⱼ* Σ (1 − *r*) of CRITIC, *s* of the column scaled to 0…1 with divisor *n* − 1.
  func contrasts(
    _ variant: CriticVariant, _ correlation: CriterionCorrelation, _ problems: inout Diagnostics
  ) throws -> [Double] {
    let summaries = try summaries(.deviations)
    try refuseEqualColumns(summaries, &problems)
    let correlations =
      switch correlation {
      case .pearson: try correlations(matrix.columns, summaries)
      case .spearman: try rankCorrelations()
      }
    let signs = matrix.criteria.map {
      variant == .diakoulaki && $0.direction == .cost ? -1.0 : 1
    }
    return summaries.indices.map { column in
      let spread =
        summaries[column].standardDeviation / (summaries[column].high - summaries[column].low)
      let conflict = summaries.indices.reduce(0.0) { sum, other in
        other == column
          ? sum : sum + (1 - signs[column] * signs[other] * correlations[column][other])
      }
      return spread * conflict
    }
  }

  private func rankCorrelations() throws(CancellationError) -> [[Double]] {
    let columns = matrix.columns
    let ranks = try parallel.map(blocks: columns.count) { Ranks.ascending(columns[$0], .average) }
    let totals = ranks.map { _ in ColumnSummary.Total.deviations }
    return try correlations(ranks, try ColumnSummary.of(ranks, totals, parallel))
  }

  /// Pearson's correlations of all pairs, from deviations scaled by the spread.
  func correlations(
    _ columns: [[Double]], _ summaries: [ColumnSummary]
  ) throws(CancellationError) -> [[Double]] {
    let width = columns.count
    let lengths = summaries.map { $0.total.squareRoot() }
    // A thousand rows of deviations stay in the nearest caches while all pairs are multiplied.
    let size = 1_024
    let parts = try parallel.map(count: columns[0].count, size: 16 * size) { rows in
      var sums = [CompensatedSum](repeating: CompensatedSum(), count: width * width)
      var scratch = [Double](repeating: 0, count: width * size)
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: size) {
        let count = min(size, rows.upperBound - start)
        scratch.withUnsafeMutableBufferPointer { cells in
          for column in 0..<width {
            let (mean, length) = (summaries[column].mean, lengths[column])
            columns[column].withUnsafeBufferPointer { values in
              for row in 0..<count {
                cells[column * size + row] = (values[start + row] - mean) / length
              }
            }
          }
        }
        scratch.withUnsafeBufferPointer { cells in
          for column in 0..<width {
            let left = UnsafeBufferPointer(rebasing: cells[column * size..<column * size + count])
            for other in column + 1..<max(width, column + 1) {
              let right = UnsafeBufferPointer(rebasing: cells[other * size..<other * size + count])
              sums[column * width + other].add(LaneSum.products(left, right))
            }
          }
        }
      }
      return sums
    }
    var result = [[Double]](repeating: [Double](repeating: 1, count: width), count: width)
    for column in 0..<width {
      for other in column + 1..<max(width, column + 1) {
        var sum = CompensatedSum()
        for part in parts { sum.add(part[column * width + other]) }
        let correlation = min(1, max(-1, sum.value))
        result[column][other] = correlation
        result[other][column] = correlation
      }
    }
    return result
  }
}
