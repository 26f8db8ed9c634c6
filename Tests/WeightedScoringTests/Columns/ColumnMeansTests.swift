import KinerjaCore
import KinerjaTables
import RuleLanguage
import Testing
import WeightedScoring

// Means of which terms may be missing: those of weight nought, and those for which something stands
// in.
@Suite struct ColumnMeansTests {
  static let policies: [MissingPolicy] = [.incomplete, .dropAndRescale(minimumShare: "0.5")]

  static func scorer(
    _ terms: [RuleStep.WeightedTerm], _ policy: MissingPolicy, lists: [RuleList] = []
  ) throws -> Scorer {
    try ScoringRule(
      Rule(
        "test.means", version: "1", LocalizedText(same: "Means"), effective: "2020-01-01/..",
        sources: [], scales: [ColumnRule.grade], parameters: [],
        inputs: [
          ColumnRule.number("x"), ColumnRule.number("y"), ColumnRule.number("w", within: 0...5),
        ], lists: lists,
        steps: [
          RuleStep(
            "out", LocalizedText(same: "Out"), weightedMean: terms, whenMissing: policy),
          RuleStep("band", LocalizedText(same: "Band"), bandsOf: "out", giving: "grade") {
            Band("low", below: 4)
            Band("high", from: 4)
          },
        ]), score: "out", category: "band"
    ).compiled(on: ColumnRule.day)
  }

  /// Everybody with x, y and w from 0 to 4, each missing for some.
  static let people: RuleColumns = {
    let all = (0..<216).map { [$0 / 36, $0 / 6 % 6, $0 % 6] }
    func column(_ index: Int) -> RuleColumn {
      .numbers(
        all.map { Int16($0[index]) }, missing: BitSet(all.indices.filter { all[$0][index] == 5 }))
    }
    return RuleColumns(count: all.count, ["x": column(0), "y": column(1), "w": column(2)])
  }()

  @Test(
    arguments: [
      [("x", "2"), ("y", "0")], [("x", "w"), ("y", "2")], [("x", "w"), ("y", "5 - w")],
      [("x / y", "w"), ("y", "1")], [("x", "w * w"), ("y", "w")],
      [("x", "0"), ("y", "w * 0")], [("coalesce(x, 0)", "2"), ("y", "3")],
      [("coalesce(x, y)", "2"), ("y", "w")], [("coalesce(x, y, 1)", "w"), ("3", "1")],
    ] as [[(FormulaText, FormulaText)]], policies)
  func `each is that of one person alone`(
    terms: [(FormulaText, FormulaText)], policy: MissingPolicy
  ) throws {
    let scorer = try Self.scorer(terms.map { .init($0.0, weight: $0.1) }, policy)
    let scores = try scorer.scores(of: Self.people, keeping: ["out"])
    try ColumnsAgreeTests.expect(scores, of: Self.people, by: scorer)
    // Where every weight is nought nobody has a mean.
    #expect(scores.evaluatedCount < 216 || scores.sum(of: "out")?.count == 0)
  }

  // Five of six have an x; the y of weight nought is nobody's concern.
  @Test func `a missing term of weight nought needs no fractions`() throws {
    let scorer = try Self.scorer([.init("x", weight: 2), .init("y", weight: 0)], .incomplete)
    let scores = try scorer.scores(of: Self.people)
    #expect(scores.evaluatedCount == 36 && scores.sum(of: "out")?.count == 180)
  }

  @Test func `a task of weight nought may be unmarked`() throws {
    let list = RuleList(
      "tasks", LocalizedText(same: "T"),
      fields: [ColumnRule.number("mark"), ColumnRule.number("weight", within: 0...9)], steps: [])
    let scorer = try Self.scorer(
      [.init("weightedMean(tasks.mark, tasks.weight)", weight: 1)], .incomplete, lists: [list])
    let people = RuleColumns(
      count: 4,
      [
        "tasks": .list(
          starts: [0, 2, 4, 5, 5],
          [
            "mark": .numbers([7, 1, 5, 9, 3] as [UInt8], missing: BitSet([1, 3, 4])),
            "weight": .numbers([3, 0, 1, 1, 0] as [Int8]),
          ])
      ])
    let scores = try scorer.scores(of: people, keeping: ["out"])
    try ColumnsAgreeTests.expect(scores, of: people, by: scorer)
    #expect(scores.sum(of: "out")?.count == 1 && scores.evaluatedCount == 3)
  }
}
