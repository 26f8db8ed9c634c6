/// How surely raters' severities are told apart, ratees being free to adapt.
///
/// The information of two raters on each other goes through the ratees they share: with *v* the sum of
/// variances of a rater's ratings of a ratee, Σ(*vⱼ* − *vⱼ*²∕*v*) on the diagonal and −Σ*vⱼvₖ*∕*v* beside it.
/// Its pseudo-inverse is the variance of severities whose mean is 0.
struct SeverityInformation {
  /// Beyond so many raters, errors are those if other raters were known.
  static let mostExact = 600

  /// The variances of a subset of raters, in their order.
  ///
  /// - Complexity: O(*r*³) in the number of raters up to ``mostExact``.
  static func variances(of raters: [RaterFindings]) -> [Double] {
    let count = raters.count
    let own = raters.map(\.ownInformation)
    // The mean is known to be 0, which two raters alone make a quarter of 1 ∕ information.
    let part = Double(max(0, count - 1)) / Double(max(1, count))
    guard count <= mostExact else { return own.map { part * part / $0 } }
    var byRatee: [Int: [(rater: Int, variance: Double)]] = [:]
    for (number, rater) in raters.enumerated() {
      for share in rater.shares {
        byRatee[share.ratee, default: []].append((number, share.variance))
      }
    }
    var matrix = [Double](repeating: 0, count: count * count)
    for ratee in byRatee.keys.sorted() {
      let share = byRatee[ratee] ?? []
      let whole = share.reduce(0) { $0 + $1.variance }
      for (one, v) in share {
        matrix[one * count + one] += v
        for (other, w) in share { matrix[one * count + other] -= v * w / whole }
      }
    }
    // Adding a constant makes the matrix regular without touching what has the mean 0.
    let level = own.reduce(0, +) / Double(count * count)
    for index in matrix.indices { matrix[index] += level }
    guard let diagonal = inverseDiagonal(&matrix, count) else {
      return own.map { part * part / $0 }
    }
    return diagonal.map { max(0, $0 - 1 / (level * Double(count * count))) }
  }

  /// The diagonal of the inverse, by Cholesky's factors; nil if the matrix is not positive.
  private static func inverseDiagonal(_ matrix: inout [Double], _ count: Int) -> [Double]? {
    for column in 0..<count {
      var pivot = matrix[column * count + column]
      for k in 0..<column { pivot -= matrix[column * count + k] * matrix[column * count + k] }
      guard pivot > 0 else { return nil }
      let root = pivot.squareRoot()
      matrix[column * count + column] = root
      for row in column + 1..<count {
        var value = matrix[row * count + column]
        for k in 0..<column { value -= matrix[row * count + k] * matrix[column * count + k] }
        matrix[row * count + column] = value / root
      }
    }
    var result = [Double](repeating: 0, count: count)
    var solution = result
    for column in 0..<count {
      // The column of the inverse factor; its squares below give the diagonal of the inverse.
      for row in column..<count {
        var value = row == column ? 1.0 : 0
        for k in column..<row { value -= matrix[row * count + k] * solution[k] }
        solution[row] = value / matrix[row * count + row]
        result[column] += solution[row] * solution[row]
      }
    }
    return result
  }
}
