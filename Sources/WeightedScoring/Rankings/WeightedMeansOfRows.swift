import KinerjaTables

extension RankingRun {
  /// Σ *wⱼvᵢⱼ*.
  func weightedSum(_ maps: [CellMap]) throws(CancellationError) -> [Double] {
    let (columns, weights) = (matrix.columns, weights)
    return try rows { rows, sums in
      for (column, map) in maps.enumerated() {
        columns[column].withUnsafeBufferPointer { values in
          map.add(
            UnsafeBufferPointer(rebasing: values[rows]), startingAt: rows.lowerBound,
            times: weights[column], to: sums)
        }
      }
    }
  }

  /// Π *vᵢⱼ* to the power of *wⱼ*, of positive values.
  func weightedProduct(_ maps: [CellMap]) throws(CancellationError) -> [Double] {
    let (columns, weights) = (matrix.columns, weights)
    return try rows { rows, sums in
      var cells = [Double](repeating: 0, count: rows.count)
      for (column, map) in maps.enumerated() where weights[column] > 0 {
        cells.withUnsafeMutableBufferPointer { cells in
          columns[column].withUnsafeBufferPointer { values in
            map.write(
              UnsafeBufferPointer(rebasing: values[rows]), startingAt: rows.lowerBound, to: cells)
          }
        }
        for row in cells.indices { sums[row] += weights[column] * Exponentials.log(cells[row]) }
      }
      for row in sums.indices { sums[row] = Exponentials.exp(sums[row]) }
    }
  }
}
