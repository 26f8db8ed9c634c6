/// A normalization of one column, worked out: what becomes of a value.
enum CellMap: Sendable {
  /// *a* + *b*(*x* − *s*) ∕ *d*.
  case shifted(by: Double, over: Double, times: Double = 1, plus: Double = 0)
  /// *k* ∕ *x*.
  case reciprocal(of: Double)
  /// Every row's value, where it is not a function of *x* that is one of the above.
  case table([Double])

  /// Adds *w* times the map of `values` to `sums`; `start` is the row of the first.
  func add(
    _ values: UnsafeBufferPointer<Double>, startingAt start: Int, times weight: Double,
    to sums: UnsafeMutableBufferPointer<Double>
  ) {
    switch self {
    case .shifted(let shift, let divisor, 1, 0):
      for row in 0..<sums.count { sums[row] += weight * ((values[row] - shift) / divisor) }
    case .shifted(let shift, let divisor, let factor, let offset):
      for row in 0..<sums.count {
        sums[row] += weight * (offset + factor * ((values[row] - shift) / divisor))
      }
    case .reciprocal(let numerator):
      for row in 0..<sums.count { sums[row] += weight * (numerator / values[row]) }
    case .table(let table):
      for row in 0..<sums.count { sums[row] += weight * table[start + row] }
    }
  }

  /// Writes the map of `values` over `cells`.
  func write(
    _ values: UnsafeBufferPointer<Double>, startingAt start: Int,
    to cells: UnsafeMutableBufferPointer<Double>
  ) {
    switch self {
    case .shifted(let shift, let divisor, let factor, let offset):
      for row in 0..<cells.count {
        cells[row] = offset + factor * ((values[row] - shift) / divisor)
      }
    case .reciprocal(let numerator):
      for row in 0..<cells.count { cells[row] = numerator / values[row] }
    case .table(let table):
      for row in 0..<cells.count { cells[row] = table[start + row] }
    }
  }

  /// What becomes of a value; for a table, of a row's.
  func value(_ value: Double, row: Int) -> Double {
    switch self {
    case .shifted(let shift, let divisor, let factor, let offset):
      offset + factor * ((value - shift) / divisor)
    case .reciprocal(let numerator): numerator / value
    case .table(let table): table[row]
    }
  }
}
