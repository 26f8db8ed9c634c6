import KinerjaCore
import Testing
import WeightedScoring

@Suite struct OutrankingTests {
  static let functions: [PreferenceFunction] = [
    .usual, .uShape(indifference: 0.2), .vShape(preference: 0.5),
    .level(indifference: 0.1, preference: 0.4), .linear(indifference: 0.1, preference: 0.4),
    .gaussian(inflection: 0.3),
  ]

  // The definition, pair by pair, with values on a grid so that many differences hit a threshold.
  @Test(arguments: functions, [1, 2, 3, 4])
  func `flows by sorting are those of all pairs`(function: PreferenceFunction, seed: Int) throws {
    let columns = RandomMatrices.columns(seed, rows: 40, width: 3).map { column in
      column.map { ($0 * 10).rounded() / 10 }
    }
    let matrix = try DecisionMatrix(RandomMatrices.criteria(3), columns: columns)
    let weights = try RandomMatrices.weights(seed, width: 3)
    let ranking = try matrix.ranking(by: .promethee(function), weights: weights)
    guard case .flows(let positive, let negative) = ranking.details else {
      Issue.record("no flows")
      return
    }
    for row in 0..<40 {
      var (out, into) = (0.0, 0.0)
      for other in 0..<40 {
        for (column, criterion) in matrix.criteria.enumerated() {
          let sign = criterion.direction == .cost ? -1.0 : 1
          let difference = sign * columns[column][row] - sign * columns[column][other]
          let weight = weights.share(of: criterion.id) ?? 0
          out += weight * function(difference)
          into += weight * function(-difference)
        }
      }
      #expect(abs(positive[row] - out / 39) < 1e-12)
      #expect(abs(negative[row] - into / 39) < 1e-12)
      #expect(abs(ranking.scores[row] - (out - into) / 39) < 1e-12)
    }
    #expect(abs(ranking.scores.reduce(0, +)) < 1e-12)
  }

  // By hand from Brans and Vincke 1985.
  @Test func `preference functions at and around their thresholds`() {
    #expect(PreferenceFunction.usual(0) == 0 && PreferenceFunction.usual(1e-9) == 1)
    let level = PreferenceFunction.level(indifference: 1, preference: 2)
    #expect([0.5, 1, 1.5, 2, 2.5].map { level($0) } == [0, 0, 0.5, 0.5, 1])
    let linear = PreferenceFunction.linear(indifference: 1, preference: 3)
    #expect([-4, 1, 2, 3, 4].map { linear($0) } == [0, 0, 0.5, 1, 1])
    #expect(PreferenceFunction.vShape(preference: 4)(1) == 0.25)
    #expect(PreferenceFunction.uShape(indifference: 1)(1) == 0)
    #expect(abs(PreferenceFunction.gaussian(inflection: 1)(1) - 0.3934693402873666) < 1e-15)
  }

  // COINr 1.1.14, outrankMatrix.
  @Test func `five units outrank one another as in COINr`() throws {
    let matrix = try DecisionMatrix(
      [.benefit("a"), .benefit("b"), .benefit("c")],
      rows: [[88, 76, 92], [81, 75, 90], [81, 85, 97], [70, 92, 81], [70, 95, 84]])
    let weights = try CriterionWeights(["a": 0.5, "b": 0.3, "c": 0.2])
    let found = try matrix.outranking(weights: weights)
    let expected = [
      [0, 1, 0.5, 0.7, 0.7], [0, 0, 0.25, 0.7, 0.7], [0.5, 0.75, 0, 0.7, 0.7],
      [0.3, 0.3, 0.3, 0, 0.25], [0.3, 0.3, 0.3, 0.75, 0],
    ]
    for row in 0..<5 { #expect(distance((0..<5).map { found[row, $0] }, expected[row]) < 1e-12) }
    #expect(found.dominantPairCount == 1 && found.dominantShare == 0.1)
    #expect(try matrix.ranking(by: .copeland, weights: weights).scores == [3, 0, 3, -4, -2])
  }

  @Test(arguments: [1, 2, 3])
  func `of each pair the shares sum to one, and Copeland's scores to zero`(seed: Int) throws {
    let (matrix, weights) = (try RandomMatrices.make(seed), try RandomMatrices.weights(seed))
    let found = try matrix.outranking(weights: weights)
    for row in 0..<12 {
      for other in 0..<row { #expect(abs(found[row, other] + found[other, row] - 1) < 1e-12) }
    }
    #expect(try matrix.ranking(by: .copeland, weights: weights).scores.reduce(0, +) == 0)
  }

  // pymcdm 1.4.0.
  @Test func `the stocks swap one pair when the first is dropped, by fractions of the best`() throws
  {
    let (matrix, weights) = try PublishedTables.stocks()
    let linear = try matrix.rankReversals(
      by: .weightedSum(normalizing: .maximum), weights: weights)
    #expect(linear.reversedPairs == [1, 0, 0, 0, 0, 0])
    #expect(!linear.isStable && linear.pairCount == 10 && linear.changingBest == [])
    #expect(try matrix.rankReversals(by: .topsis(), weights: weights).isStable)
  }

  @Test func `goalposts that do not depend on the others reverse nothing`() throws {
    for seed in 1...10 {
      let reversals = try RandomMatrices.make(seed).rankReversals(
        by: .weightedSum(normalizing: .goalposts(low: 1, high: 2)),
        weights: RandomMatrices.weights(seed))
      #expect(reversals.isStable)
    }
  }

  @Test func `a rest that cannot be ranked is said to be so`() throws {
    let matrix = try DecisionMatrix([.benefit("a")], columns: [[1, 2, 2]])
    let reversals = try matrix.rankReversals(by: .weightedSum(), weights: .equal(["a"]))
    #expect(reversals.reversedPairs == [nil, 0, 0])
  }
}
