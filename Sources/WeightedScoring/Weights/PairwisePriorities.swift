public import KinerjaCore

/// How pairwise judgements become weights.
public enum PairwisePriority: String, Sendable, Hashable, Codable, CaseIterable {
  /// The principal right eigenvector (Saaty, EJOR 48 (1990) 9–26).
  case eigenvector
  /// Geometric means of the rows (Crawford and Williams, Journal of Mathematical Psychology 29
  /// (1985) 387–405).
  case rowGeometricMean = "row-geometric-mean"
  /// Means of the rows after each column was made to sum to one; near the eigenvector by hand.
  case columnMean = "normalized-column-mean"
}

extension PairwiseComparisons {
  /// The weights that the judgements imply; look at ``consistency(by:)`` before using them.
  public func weights(by priority: PairwisePriority = .eigenvector) throws(InvalidInput)
    -> CriterionWeights
  {
    let vector =
      switch priority {
      case .eigenvector: PrincipalEigenvector.of(square).vector
      case .rowGeometricMean: rowMeans
      case .columnMean: columnMeans
      }
    return try CriterionWeights(
      criteria, vector,
      MethodManifest("ahp", settings: ["priority": priority.rawValue], source: "Saaty 1990"))
  }

  /// Geometric means of the rows, summing to one.
  var rowMeans: [Double] {
    let means = square.map { row in
      Exponentials.exp(row.reduce(0) { $0 + Exponentials.log($1) } / Double(row.count))
    }
    let total = means.reduce(0, +)
    return means.map { $0 / total }
  }

  private var columnMeans: [Double] {
    let square = square
    let totals = square.indices.map { column in square.reduce(0) { $0 + $1[column] } }
    return square.map { row in
      zip(row, totals).reduce(0) { $0 + $1.0 / $1.1 } / Double(row.count)
    }
  }
}

/// The eigenvector of the largest eigenvalue of a positive square.
enum PrincipalEigenvector {
  /// By squaring the matrix until its rows are proportional (Perron), which takes a few dozen
  /// products however close the second eigenvalue is.
  ///
  /// - Returns: The vector, summing to one, and its eigenvalue.
  /// - Complexity: O(*n*³) a squaring, at most 60.
  static func of(_ square: [[Double]]) -> (vector: [Double], value: Double) {
    let count = square.count
    var powers = square
    var vector = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<60 {
      let largest = powers.lazy.flatMap(\.self).max() ?? 1
      powers = powers.map { $0.map { $0 / largest } }
      powers = powers.map { row in
        (0..<count).map { column in
          (0..<count).reduce(0) { $0 + row[$1] * powers[$1][column] }
        }
      }
      let sums = powers.map { $0.reduce(0, +) }
      let total = sums.reduce(0, +)
      let next = sums.map { $0 / total }
      let change = zip(vector, next).reduce(0) { max($0, abs($1.0 - $1.1) / $1.1) }
      vector = next
      if change < 1e-15 { break }
    }
    let image = square.reduce(0) { sum, row in
      sum + zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return (vector, image)
  }
}
