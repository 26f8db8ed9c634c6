/// Mean squares of scores by ratees, and by raters where all rated all.
struct MeanSquares: Sendable, Hashable {
  let rows: Double
  /// Ratings of a ratee; for groups of different size, their effective number.
  let columns: Double
  let between: Double
  /// Within ratees.
  let within: Double
  /// Between raters, and what is left; nil for groups.
  let ofColumns: Double?
  let residual: Double?
  let degreesWithin: Double

  var degreesBetween: Double { rows - 1 }
  var degreesResidual: Double { (rows - 1) * (columns - 1) }

  /// Of a table; nil with fewer than two rows or columns.
  ///
  /// - Parameter times: By ratee, how often the rows count; nil for once each.
  init?(_ table: ScoreTable, times: [Int32]? = nil) {
    let columns = table.columnCount
    let weights = table.ratee.map { ratee in times.map { Double($0[Int(ratee)]) } ?? 1 }
    let rows = weights.reduce(0, +)
    guard rows > 1, columns > 1 else { return nil }
    var columnMeans = [Double](repeating: 0, count: columns)
    var rowMeans = [Double](repeating: 0, count: table.rowCount)
    for row in 0..<table.rowCount {
      for (column, value) in table.row(row).enumerated() {
        rowMeans[row] += value / Double(columns)
        columnMeans[column] += weights[row] * value / rows
      }
    }
    let grand = columnMeans.reduce(0, +) / Double(columns)
    var (ofRows, left, all) = (0.0, 0.0, 0.0)
    for row in 0..<table.rowCount where weights[row] > 0 {
      ofRows += weights[row] * (rowMeans[row] - grand) * (rowMeans[row] - grand)
      for (column, value) in table.row(row).enumerated() {
        let rest = value - rowMeans[row] - columnMeans[column] + grand
        left += weights[row] * rest * rest
        all += weights[row] * (value - rowMeans[row]) * (value - rowMeans[row])
      }
    }
    let ofColumns = columnMeans.reduce(0) { $0 + ($1 - grand) * ($1 - grand) }
    let k = Double(columns)
    self.rows = rows
    self.columns = k
    between = k * ofRows / (rows - 1)
    within = all / (rows * (k - 1))
    self.ofColumns = rows * ofColumns / (k - 1)
    residual = left / ((rows - 1) * (k - 1))
    degreesWithin = rows * (k - 1)
  }

  /// Of groups; nil with fewer than two.
  init?(_ groups: ScoreGroups, times: [Int32]? = nil) {
    var (count, scores, squares, sum) = (0.0, 0.0, 0.0, 0.0)
    let weights = groups.ratee.map { ratee in times.map { Double($0[Int(ratee)]) } ?? 1 }
    for (group, weight) in weights.enumerated() {
      let own = groups.scores(of: group)
      count += weight
      scores += weight * Double(own.count)
      squares += weight * Double(own.count * own.count)
      sum += weight * own.reduce(0, +)
    }
    guard count > 1 else { return nil }
    let grand = sum / scores
    var (ofGroups, inside) = (0.0, 0.0)
    for (group, weight) in weights.enumerated() where weight > 0 {
      let own = groups.scores(of: group)
      let mean = own.reduce(0, +) / Double(own.count)
      ofGroups += weight * Double(own.count) * (mean - grand) * (mean - grand)
      inside += weight * own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    rows = count
    columns = (scores - squares / scores) / (count - 1)
    between = ofGroups / (count - 1)
    within = inside / (scores - count)
    (ofColumns, residual) = (nil, nil)
    degreesWithin = scores - count
  }
}
