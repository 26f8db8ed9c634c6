import KinerjaCore
import Testing
import WeightedScoring

@Suite struct NormalizationTests {
  struct Case: Sendable {
    let normalization: Normalization
    var direction = CriterionDirection.benefit
    let expected: [Double]
  }

  // Nine values with a gap and ties; COINr 1.1.14.
  static let column: [Double?] = [12, 15, 15, nil, 9, 22, 18, 15, 30]

  static let cases: [Case] = [
    Case(
      normalization: .minMax(lower: 1, upper: 100),
      expected: [
        15.1428571428571, 29.2857142857143, 29.2857142857143, 1, 62.2857142857143,
        43.4285714285714, 29.2857142857143, 100,
      ]),
    Case(
      normalization: .zScore(mean: 10, standardDeviation: 5),
      expected: [
        6.15547071731721, 8.46218828692689, 8.46218828692689, 3.84875314770754, 13.8445292826828,
        10.7689058565366, 8.46218828692689, 19.9957761349752,
      ]),
    Case(
      normalization: .percentileRank(.average),
      expected: [
        0.142857142857143, 0.428571428571429, 0.428571428571429, 0, 0.857142857142857,
        0.714285714285714, 0.428571428571429, 1,
      ]),
    Case(normalization: .borda(), expected: [1, 2, 2, 0, 6, 5, 2, 7]),
    Case(normalization: .rank(.maximum), expected: [2, 5, 5, 1, 7, 6, 5, 8]),
    Case(normalization: .maximum, expected: [0.4, 0.5, 0.5, 0.3, 0.733333333333333, 0.6, 0.5, 1]),
    Case(
      normalization: .distanceToReference(row: 5, isCapped: true),
      expected: [
        0.230769230769231, 0.461538461538462, 0.461538461538462, 0, 1, 0.692307692307692,
        0.461538461538462, 1,
      ]),
    Case(
      normalization: .distanceToTarget(20), direction: .cost,
      expected: [1.8, 1.5, 1.5, 2.1, 0.8, 1.2, 1.5, 0]),
    Case(
      normalization: .goalposts(low: 10, high: 25, scale: 100), direction: .cost,
      expected: [
        86.6666666666667, 66.6666666666667, 66.6666666666667, 100, 20, 46.6666666666667,
        66.6666666666667, 0,
      ]),
  ]

  @Test(arguments: cases)
  func `values are those of COINr, and missing stays missing`(example: Case) throws {
    let found = try example.normalization.values(of: Self.column, example.direction)
    #expect(found[3] == nil && found.count == 9)
    #expect(distance(found.compactMap(\.self), example.expected) < 1e-10)
  }

  // By hand: of 1, 2, 4 with more being worse.
  @Test func `each way of turning a cost round is what it says`() throws {
    let column: [Double?] = [1, 2, 4]
    func values(_ way: Normalization) throws -> [Double] {
      try way.values(of: column, .cost).compactMap(\.self)
    }
    #expect(distance(try values(.sum), [4.0 / 7, 2.0 / 7, 1.0 / 7]) < 1e-15)
    #expect(distance(try values(.maximum), [1, 0.5, 0.25]) < 1e-15)
    #expect(distance(try values(.minMax()), [1, 2.0 / 3, 0]) < 1e-15)
    let length = 21.0.squareRoot()
    #expect(
      distance(try values(.vector), [1 - 1 / length, 1 - 2 / length, 1 - 4 / length]) < 1e-15)
    #expect(Normalization.sum.costHandling == .reciprocalThenNormalized)
    #expect(Normalization.vector.costHandling == .normalizedThenComplemented)
  }

  @Test func `the best of min-max is exactly the upper end, and the worst the lower`() throws {
    for seed in 1...50 {
      let values = RandomMatrices.columns(seed, rows: 30, width: 1)[0].map { $0 * 1e9 }
      for direction in CriterionDirection.allCases {
        let found = try Normalization.minMax().values(of: values, direction).compactMap(\.self)
        #expect(found.min() == 0 && found.max() == 1)
      }
    }
  }

  struct Refusal: Sendable {
    let normalization: Normalization
    let column: [Double?]
    var direction = CriterionDirection.benefit
    let problems: [String]
  }

  static let refusals: [Refusal] = [
    Refusal(
      normalization: .minMax(), column: [2, nil, 2], problems: ["values ranking.equal-column"]),
    Refusal(normalization: .sum, column: [0, 0], problems: ["values ranking.zero-column"]),
    Refusal(
      normalization: .sum, column: [0, 1, -2], direction: .cost,
      problems: ["[0].values ranking.zero-value", "[2].values ranking.negative-value"]),
    Refusal(normalization: .rank(), column: [nil, nil], problems: [" ranking.no-known-value"]),
    Refusal(
      normalization: .distanceToReference(row: 1), column: [1, nil],
      problems: [" ranking.no-reference-row"]),
    Refusal(
      normalization: .distanceToReference(row: 0), column: [1, 2],
      problems: ["values ranking.goal-not-better"]),
    Refusal(
      normalization: .distanceToTarget(5), column: [5, 6],
      problems: ["values ranking.goal-not-better"]),
    Refusal(
      normalization: .goalposts(low: 2, high: 1), column: [.nan, 2],
      problems: [" ranking.unfit-setting", "[0].values ranking.unusable-value"]),
  ]

  @Test(arguments: refusals)
  func `what cannot be normalized is refused`(refusal: Refusal) {
    #expect(
      problems { _ = try refusal.normalization.values(of: refusal.column, refusal.direction) }
        == refusal.problems)
  }

  @Test func `a normalized matrix has benefits only`() throws {
    let (matrix, weights) = try PublishedTables.aircraft()
    let normalized = try matrix.normalized(by: .maximum)
    #expect(normalized.criteria.allSatisfy { $0.direction == .benefit })
    let sums = (0..<4).map { row in
      zip(normalized.values(ofAlternative: row), weights.shares).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let scores = try matrix.ranking(by: .weightedSum(normalizing: .maximum), weights: weights)
      .scores
    #expect(distance(sums, scores) < 1e-15)
  }
}
