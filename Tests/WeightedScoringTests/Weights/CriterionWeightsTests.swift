import KinerjaCore
import Testing
import WeightedScoring

@Suite struct CriterionWeightsTests {
  @Test func `direct weights become shares`() throws {
    let weights = try CriterionWeights(["a": 3, "b": 1])
    #expect(weights.shares == [0.75, 0.25] && weights.share(of: "b") == 0.25)
    #expect(try CriterionWeights(WeightTable(["a": "3/2", "b": "1/2"])).shares == [0.75, 0.25])
    #expect(try CriterionWeights(["a", "b"], weights: [3, 1]) == weights)
    #expect(try CriterionWeights.equal(["a", "b", "c", "d"]).shares == [0.25, 0.25, 0.25, 0.25])
  }

  @Test func `weights that are none are all named`() {
    #expect(
      problems { _ = try CriterionWeights(["a": -1, "a": .nan]) } == [
        "weights.a ranking.unfit-weight", "weights.a ranking.criterion-twice",
        "weights.a ranking.unfit-weight",
      ])
    #expect(
      problems { _ = try CriterionWeights(["a": 0]) } == ["weights ranking.no-positive-weight"])
    #expect(
      problems { _ = try CriterionWeights(["a"], weights: []) } == [" ranking.weight-count"])
  }

  // Worked by hand from the formulas, four criteria: numerators over a common denominator.
  static let orders: [(rule: RankOrderRule, parts: [Double])] = [
    (.rankSum, [4, 3, 2, 1]), (.rankReciprocal, [12, 6, 4, 3]),
    (.rankOrderCentroid, [25, 13, 7, 3]), (.rankExponent(0), [1, 1, 1, 1]),
    (.rankExponent(2), [16, 9, 4, 1]),
  ]

  @Test(arguments: orders)
  func `an order of importance becomes weights`(rule: RankOrderRule, parts: [Double]) throws {
    let weights = try CriterionWeights(mostImportantFirst: ["a", "b", "c", "d"], by: rule)
    let total = parts.reduce(0, +)
    #expect(distance(weights.shares, parts.map { $0 / total }) < 1e-15)
  }

  @Test func `budgets are averaged, and wrong ones named by expert`() throws {
    let weights = try CriterionWeights(["a", "b"], budgets: [[60, 40], [80, 20]])
    #expect(distance(weights.shares, [0.7, 0.3]) < 1e-15)
    #expect(
      problems { _ = try CriterionWeights(["a", "b"], budgets: [[60, 50], [120, -20], [100]]) } == [
        "budgets[0] ranking.budget-total", "budgets[1].b ranking.unfit-weight",
        "budgets[2] ranking.weight-count",
      ])
    #expect(
      problems { _ = try CriterionWeights(["a"], budgets: []) } == ["budgets ranking.no-budget"])
  }
}
