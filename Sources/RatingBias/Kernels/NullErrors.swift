/// Variances of coefficients of agreement if raters agree by chance alone.
enum NullErrors {
  /// Cohen's kappa: Fleiss, Cohen and Everitt (1969), equation 9, from the shares of two raters.
  static func cohen(
    _ shares: RaterShares, unitCount: Double, expected: Double, weights: SquareMatrix
  ) -> Double? {
    let raters = shares.raters
    guard raters.count == 2 else { return nil }
    let (one, other) = (
      shares.levels(of: raters[0]).map { $0 / unitCount },
      shares.levels(of: raters[1]).map { $0 / unitCount }
    )
    func means(_ shares: [Double]) -> [Double] {
      shares.indices.map { c in shares.indices.reduce(0) { $0 + weights[c, $1] * shares[$1] } }
    }
    let (rows, columns) = (means(other), means(one))
    var sum = -expected * expected
    for i in one.indices {
      for j in other.indices {
        let rest = weights[i, j] - rows[i] - columns[j]
        sum += one[i] * other[j] * rest * rest
      }
    }
    return sum / (unitCount * (1 - expected) * (1 - expected))
  }

  /// Fleiss' kappa with equally many ratings of every unit: Fleiss, Nee and Landis (1979).
  static func fleiss(_ shares: [Double], unitCount: Double, ratings: Double) -> Double? {
    let spread = shares.reduce(0) { $0 + $1 * (1 - $1) }
    let skew = shares.reduce(0) { $0 + $1 * (1 - $1) * (1 - 2 * $1) }
    guard spread > 0 else { return nil }
    return 2 * (spread * spread - skew) / (unitCount * ratings * (ratings - 1) * spread * spread)
  }
}
