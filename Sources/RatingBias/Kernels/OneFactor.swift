/// One common factor behind several columns, by maximum likelihood.
struct OneFactor {
  /// By column, how strongly it shows the factor.
  let loadings: [Double]
  /// By column, the variance that is its own.
  let uniquenesses: [Double]
  let isConverged: Bool

  static let stepLimit = 100_000

  /// Fits by the EM algorithm (Rubin and Thayer 1982) from the first centroid.
  ///
  /// - Parameter covariances: Of at least three columns, each with variance.
  init(_ covariances: SquareMatrix) {
    let columns = 0..<covariances.size
    let total = columns.reduce(0) { sum, i in columns.reduce(sum) { $0 + covariances[i, $1] } }
    var loadings = columns.map { i in
      columns.reduce(0) { $0 + covariances[i, $1] } / max(total, covariances.trace).squareRoot()
    }
    // A column of its own alone would stop the algorithm.
    let floor = columns.map { 1e-9 * covariances[$0, $0] }
    var own = columns.map { max(floor[$0], covariances[$0, $0] - loadings[$0] * loadings[$0]) }
    var change = Double.infinity
    var step = 0
    while change > 1e-13, step < Self.stepLimit {
      let precision = columns.reduce(1) { $0 + loadings[$1] * loadings[$1] / own[$1] }
      let scores = columns.map { loadings[$0] / own[$0] / precision }
      let shared = columns.map { i in
        columns.reduce(0) { $0 + covariances[i, $1] * scores[$1] }
      }
      let variance =
        1 / precision + columns.reduce(0) { $0 + scores[$1] * shared[$1] }
      change = 0
      for i in columns {
        let loading = shared[i] / variance
        let spread = covariances[i, i].squareRoot()
        change = max(change, abs(loading - loadings[i]) / spread)
        loadings[i] = loading
        own[i] = max(floor[i], covariances[i, i] - loading * shared[i])
      }
      step += 1
    }
    self.loadings = loadings
    uniquenesses = own
    isConverged = change <= 1e-13
  }

  /// McDonald's omega: the share of the variance of the sum that the factor makes.
  var omega: Double {
    let sum = loadings.reduce(0, +)
    return sum * sum / (sum * sum + uniquenesses.reduce(0, +))
  }
}

extension SquareMatrix {
  /// The covariances of the columns of a table, over the rows less one; nil with fewer than two rows.
  init?(covariancesOf table: ScoreTable, times: [Int32]? = nil) {
    self.init(size: table.columnCount)
    let weights = table.ratee.map { ratee in times.map { Double($0[Int(ratee)]) } ?? 1 }
    let rows = weights.reduce(0, +)
    guard rows > 1 else { return nil }
    var means = [Double](repeating: 0, count: table.columnCount)
    for row in 0..<table.rowCount {
      for (column, value) in table.row(row).enumerated() {
        means[column] += weights[row] * value / rows
      }
    }
    for row in 0..<table.rowCount where weights[row] > 0 {
      let rests = zip(table.row(row), means).map { $0 - $1 }
      for i in rests.indices {
        for j in i..<rests.count { self[i, j] += weights[row] * rests[i] * rests[j] / (rows - 1) }
      }
    }
    for i in 0..<size { for j in 0..<i { self[i, j] = self[j, i] } }
  }
}
