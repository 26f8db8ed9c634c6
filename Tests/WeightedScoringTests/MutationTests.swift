import KinerjaCore
import KinerjaTables
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct MutationTests {
  static let day: Day = "2026-01-01"

  // Edges 50 and 80, one comparison, one minimum.
  static let rule = LinterTests.rule(
    inputs: [LinterTests.number("x")],
    LinterTests.step("score", "if x > 90 then 90 else min(x, 85)"),
    LinterTests.whole(of: "score"))

  @Test func `every edge, side, band and figure is edited once`() {
    let mutants = Self.rule.rule.mutants()
    let counts = Dictionary(mutants.map { ($0.change, 1) }, uniquingKeysWith: +)
    // The edges of the bands stand four times, each moved up and down.
    #expect(counts[.edge] == 8)
    // Four edges and one comparison.
    #expect(counts[.closedSide] == 5)
    #expect(counts[.dropped] == 3)
    // 90, 90 and 85, up and down.
    #expect(counts[.figure] == 6)
    // More for less, the smaller for the larger.
    #expect(counts[.polarity] == 2)
    #expect(Set(mutants.map(\.rule)).count == mutants.count)
    #expect(!mutants.contains { $0.rule == Self.rule.rule })
  }

  @Test func `neighbouring cells, switches and policies are edited too`() {
    let source = LegalSource("Perwali 1/2020", standing: .region)
    let rule = Rule(
      "draft", version: "1", LocalizedText(same: "draft"), effective: "2026-01-01/..",
      sources: [], scales: [LinterTests.grade],
      parameters: [
        RuleParameter("strict", LocalizedText(same: "s"), true, "2026-01-01/..", source)
      ], inputs: [], lists: [],
      steps: [
        RuleStep(
          "a", LocalizedText(same: "a"), formula: "coalesce(x, 1)",
          whenMissing: .substitute(0, source: source)),
        RuleStep(
          "b", LocalizedText(same: "b"), rows: "r", columns: "c", giving: "grade",
          CategoryMatrix(
            columns: ["poor", "fair"], rows: ["poor": ["poor", "fair"], "fair": ["fair", "fair"]])),
      ])
    let counts = Dictionary(rule.mutants().map { ($0.change, 1) }, uniquingKeysWith: +)
    #expect(counts[.flag] == 1)
    #expect(counts[.missingPolicy] == 2)
    // The other two pairs hold the same category.
    #expect(counts[.cell] == 2)
  }

  @Test(arguments: [
    (MeasurementUnit(LocalizedText(same: "days")), ["2", "4"] as [Ratio]),
    (.percent, ["2.99", "3.01"]), (nil, ["2.9", "3.1"]),
  ])
  func `a figure moves by the last decimal of its unit`(
    unit: MeasurementUnit?, expected: [Ratio]
  ) {
    let parameter = RuleParameter(
      "least", LocalizedText(same: "l"), 3, "2026-01-01/..",
      LegalSource("Perwali 1/2020", standing: .region), unit: unit)
    let rule = Rule(
      "draft", version: "1", LocalizedText(same: "draft"), effective: "2026-01-01/..",
      sources: [], scales: [], parameters: [parameter], inputs: [], lists: [],
      steps: [RuleStep("a", LocalizedText(same: "a"), formula: "least")])
    let found = rule.mutants(step: "0.1").map { $0.rule.parameters[0].values[0].value.number }
    #expect(found == expected)
  }

  @Test func `vectors at the edges notice every edit that changes a grade`() throws {
    let vectors = try PolicyVectors.edges(
      of: Self.rule, on: Self.day, from: [["x": 60], ["x": 95]])
    let report = try Self.rule.mutationReport(
      on: Self.day, vectors: vectors, work: ParallelBlocks(threads: 1))
    #expect(report.outcomes.count == 24)
    #expect(report.count(caughtBy: .compiler) > 0)
    // A figure above 80 a hundredth up or down moves nobody to another grade.
    #expect(report.caughtShare >= "0.7")
    for survivor in report.survivors { #expect(survivor.equivalence != .different) }
  }

  @Test func `without vectors compiler and linter are left`() throws {
    let none = PolicyVectors(for: .init(to: Self.rule), cases: [])
    let report = try Self.rule.mutationReport(
      on: Self.day, vectors: none, work: ParallelBlocks(threads: 1))
    #expect(report.count(caughtBy: .vectors) == 0)
    #expect(report.count(caughtBy: .compiler) > 0)
  }
}
