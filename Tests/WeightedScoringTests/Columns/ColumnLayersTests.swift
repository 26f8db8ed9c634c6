import KinerjaCore
import KinerjaTables
import RuleLanguage
import Testing
import WeightedScoring

// Short lanes hold whole numbers up to 2¹⁵ − 1, floats up to 2²⁴, doubles up to 2⁵³: each layer has
// to give way to the next before it is wrong. The exact evaluator is the judge.
@Suite struct ColumnLayersTests {
  static let formulas = [
    "x + y", "x - y", "2 * x - 3 * y", "x * y", "abs(x - y)", "clamp(x + y, -40000, 40000)",
    "x / 3 + y / 7", "round(x / 3 + y, 0, halfEven)", "round(x * y / 30, 1, up)",
    "min(x, y) + max(x, y, 1)", "if x >= y then x + 1 else 3 * y", "x / y", "-(abs(x) - y) * 5",
  ]

  @Test(arguments: [15, 24, 53], formulas)
  func `figures just below, at and above what a lane holds are exact`(
    bits: Int, formula: String
  ) throws {
    let limit = Int64(1) << Int64(bits)
    for delta: Int64 in -2...2 {
      let most = limit + delta
      let scorer = try ColumnRule.scorer(
        formula, edges: (Ratio(most), Ratio(most + 1)),
        inputs: [ColumnRule.number("x"), ColumnRule.number("y")])
      let numbers = [0, 1, -1, most, -most, most / 2, most / 3]
      try expectAgreement(scorer, of: numbers)
    }
  }

  @Test(arguments: formulas, [0, 9, 18])
  func `the extremes of 64 bits neither trap nor round`(formula: String, decimals: Int) throws {
    let scorer = try ColumnRule.scorer(
      formula, edges: (-1, "9223372036854775807"),
      inputs: [ColumnRule.number("x"), ColumnRule.number("y")])
    try expectAgreement(
      scorer, of: [.min, .min + 1, -1, 0, 3, .max - 1, .max], decimals: decimals)
  }

  // A threshold beyond what narrow lanes can hold must not wrap.
  @Test(arguments: [127, 255, 32_767, 32_768, 65_536, 16_777_217] as [Int64])
  func `edges beyond the numbers of a column are never reached`(edge: Int64) throws {
    let scorer = try ColumnRule.scorer("x", edges: (Ratio(edge), Ratio(edge + 1)))
    let scores = try scorer.scores(
      of: RuleColumns(count: 3, ["x": .numbers([0, 1, 126] as [Int8])]))
    #expect(scores.counts == [3, 0, 0, 0] && scores.evaluatedCount == 0)
  }

  private func expectAgreement(
    _ scorer: Scorer, of numbers: [Int64], decimals: Int = 0
  ) throws {
    let pairs = numbers.flatMap { x in numbers.map { (x, $0) } }
    let people = RuleColumns(
      count: pairs.count,
      [
        "x": .numbers(pairs.map(\.0), decimals: decimals),
        "y": .numbers(pairs.map(\.1), decimals: decimals),
      ])
    let scores = try scorer.scores(
      of: people, keeping: ["out"], parallel: ParallelBlocks(threads: 1))
    try ColumnsAgreeTests.expect(scores, of: people, by: scorer, isBeyondReach: true)
  }
}
