import KinerjaCore
import KinerjaTables
import WeightedScoring

/// Matrices of random values from 1 to 2, the last criterion a cost.
enum RandomMatrices {
  static func criteria(_ count: Int) -> [Criterion] {
    (0..<count).map { column in
      Criterion(CriterionID(stringLiteral: "c\(column)"), column == count - 1 ? .cost : .benefit)
    }
  }

  static func columns(_ seed: Int, rows: Int, width: Int) -> [[Double]] {
    let stream = RandomStream(seed: UInt64(seed))
    return (0..<width).map { column in
      (0..<rows).map { 1 + stream.uniform(at: $0 * width + column) }
    }
  }

  static func make(_ seed: Int, rows: Int = 12, width: Int = 4) throws -> DecisionMatrix {
    try DecisionMatrix(criteria(width), columns: columns(seed, rows: rows, width: width))
  }

  static func weights(_ seed: Int, width: Int = 4) throws -> CriterionWeights {
    let stream = RandomStream(seed: UInt64(seed)).substream(7)
    return try CriterionWeights(
      criteria(width).map(\.id), weights: (0..<width).map { 0.1 + stream.uniform(at: $0) })
  }

  static let methods: [RankingMethod] = [
    .weightedSum(), .weightedSum(normalizing: .sum), .weightedSum(normalizing: .maximum),
    .weightedSum(normalizing: .vector), .weightedSum(normalizing: .zScore()),
    .weightedProduct(), .waspas(), .topsis(), .topsis(normalizing: .minMax()), .vikor(),
    .promethee(), .promethee(.linear(indifference: 0.1, preference: 0.4)),
    .promethee(.gaussian(inflection: 0.3)), .copeland,
  ]

  static let weightings: [WeightingMethod] = [
    .standardDeviation, .variance, .entropy, .gini, .critic(.diakoulaki), .critic(.unreversed),
    .critic(.diakoulaki, correlation: .spearman), .merec, .cilos, .idocriw,
  ]
}
