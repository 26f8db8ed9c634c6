import KinerjaCore
public import KinerjaTables

/// By how much each alternative outranks each other: the weight of the criteria on which it is
/// better, and half of the weight of those on which both are equal.
///
/// Munda and Nardo, Applied Economics 41 (2009) 1513–1523; the same as `outrankMatrix` of COINr.
public struct OutrankingMatrix: Sendable, Hashable {
  /// The most alternatives of a matrix: a hundred million cells.
  public static let alternativeLimit = 10_000

  /// How many alternatives there are.
  public let alternativeCount: Int
  /// The weights that were used.
  public let weights: CriterionWeights
  private let cells: [Double]

  init(alternativeCount: Int, weights: CriterionWeights, cells: [Double]) {
    self.alternativeCount = alternativeCount
    self.weights = weights
    self.cells = cells
  }

  /// The share of weight by which a row outranks another, from 0 to 1; 0 for itself.
  public subscript(row: Int, other: Int) -> Double { cells[row * alternativeCount + other] }

  /// How many pairs there are of which one is better or equal on every criterion and better on one,
  /// that is, outranks by the whole weight.
  public var dominantPairCount: Int { cells.count { $0 >= 1 - OutrankingMatrix.tolerance } }

  /// The share of dominant pairs in all pairs.
  public var dominantShare: Double {
    Double(dominantPairCount) / (Double(alternativeCount) * Double(alternativeCount - 1) / 2)
  }

  /// Majorities are equal within this: the weights are sums of doubles.
  static let tolerance = 1e-12
}

extension DecisionMatrix {
  /// Compares all pairs of alternatives.
  ///
  /// - Throws: `InvalidInput` if the weights do not fit or there are more alternatives than
  ///   ``OutrankingMatrix/alternativeLimit``; `CancellationError` if the task is cancelled.
  /// - Complexity: O(*n*²) in the number of alternatives, time and space.
  public func outranking(
    weights: CriterionWeights, parallel: ParallelBlocks = ParallelBlocks()
  ) throws -> OutrankingMatrix {
    var problems = Diagnostics(at: "matrix")
    let shares = weights.shares(for: criteria, &problems)
    if alternativeCount > OutrankingMatrix.alternativeLimit {
      problems.add(
        .tooManyAlternatives,
        [
          "found": .integer(Int64(alternativeCount)),
          "limit": .integer(Int64(OutrankingMatrix.alternativeLimit)),
        ])
    }
    try problems.throwIfAny()
    let run = RankingRun(matrix: self, weights: shares, parallel: parallel)
    let rows = try parallel.map(count: alternativeCount, size: 16) { rows in
      rows.flatMap { run.majorities(of: $0) }
    }
    return OutrankingMatrix(
      alternativeCount: alternativeCount, weights: weights, cells: rows.flatMap(\.self))
  }
}

extension RankingRun {
  /// The weight by which a row is better than each other, half of it where equal.
  func majorities(of row: Int) -> [Double] {
    var cells = [Double](repeating: 0, count: matrix.alternativeCount)
    for (column, weight) in weights.enumerated() {
      let sign = matrix.criteria[column].direction == .cost ? -1.0 : 1
      let values = matrix.columns[column]
      let own = sign * values[row]
      for other in values.indices {
        let value = sign * values[other]
        cells[other] += own > value ? weight : own == value ? weight / 2 : 0
      }
    }
    cells[row] = 0
    return cells
  }

  /// Copeland's scores: majorities won minus majorities lost.
  ///
  /// - Complexity: O(*n*²) time, O(*n*) space.
  func majorities() throws(CancellationError) -> [Double] {
    let run = self
    let blocks = try parallel.map(count: matrix.alternativeCount, size: 16) { rows in
      rows.map { row in
        let wins = run.majorities(of: row)
        var score = 0.0
        for (other, win) in wins.enumerated() where other != row {
          if win > 0.5 + OutrankingMatrix.tolerance { score += 1 }
          if win < 0.5 - OutrankingMatrix.tolerance { score -= 1 }
        }
        return score
      }
    }
    return blocks.flatMap(\.self)
  }
}
