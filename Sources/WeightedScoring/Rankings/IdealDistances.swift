import KinerjaCore
import KinerjaTables

extension RankingRun {
  /// *D⁻* ∕ (*D⁺* + *D⁻*) of TOPSIS.
  ///
  /// Alternatives that are all equal are all ideal, and refused.
  func closeness(_ maps: [CellMap], _ problems: inout Diagnostics) throws -> [Double] {
    let columns = matrix.columns
    let summaries = try ColumnSummary.of(columns, columns.map { _ in .none }, parallel)
    let ideals = zip(maps, columns.indices).map { map, column in
      Ideal(map, summaries[column], matrix.criteria[column].direction, weights[column])
    }
    guard ideals.contains(where: { $0.weight > 0 && $0.best != $0.worst }) else {
      problems.add(.noDifference)
      throw InvalidInput(problems)
    }
    return try rows { rows, closeness in
      var below = [Double](repeating: 0, count: rows.count)
      below.withUnsafeMutableBufferPointer { below in
        for (ideal, column) in zip(ideals, columns) where ideal.weight > 0 {
          column.withUnsafeBufferPointer { values in
            ideal.add(
              UnsafeBufferPointer(rebasing: values[rows]), startingAt: rows.lowerBound,
              above: closeness, below: below)
          }
        }
        for row in closeness.indices {
          let (toBest, toWorst) = (closeness[row].squareRoot(), below[row].squareRoot())
          closeness[row] = toWorst / (toBest + toWorst)
        }
      }
    }
  }
}

/// The best and the worst value of a criterion, and the distances to them.
private struct Ideal {
  let map: CellMap
  let best: Double
  let worst: Double
  let weight: Double

  init(
    _ map: CellMap, _ summary: ColumnSummary, _ direction: CriterionDirection, _ weight: Double
  ) {
    self.map = map
    self.weight = weight
    if case .table(let table) = map {
      best = table.max() ?? 0
      worst = table.min() ?? 0
    } else {
      let isCost = direction == .cost
      best = map.value(isCost ? summary.low : summary.high, row: 0)
      worst = map.value(isCost ? summary.high : summary.low, row: 0)
    }
  }

  /// Adds the squared weighted differences from the best and from the worst.
  func add(
    _ values: UnsafeBufferPointer<Double>, startingAt start: Int,
    above: UnsafeMutableBufferPointer<Double>, below: UnsafeMutableBufferPointer<Double>
  ) {
    switch map {
    case .shifted(let shift, let divisor, let factor, let offset):
      for row in 0..<above.count {
        let value = offset + factor * ((values[row] - shift) / divisor)
        let (up, down) = (weight * (best - value), weight * (value - worst))
        above[row] += up * up
        below[row] += down * down
      }
    case .reciprocal(let numerator):
      for row in 0..<above.count {
        let value = numerator / values[row]
        let (up, down) = (weight * (best - value), weight * (value - worst))
        above[row] += up * up
        below[row] += down * down
      }
    case .table(let table):
      for row in 0..<above.count {
        let value = table[start + row]
        let (up, down) = (weight * (best - value), weight * (value - worst))
        above[row] += up * up
        below[row] += down * down
      }
    }
  }
}
