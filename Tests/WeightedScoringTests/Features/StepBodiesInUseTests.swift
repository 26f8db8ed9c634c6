import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

/// Bodies and policies of steps through vectors and explanations.
@Suite struct StepBodiesInUseTests {
  static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }

  static func rule(_ steps: [RuleStep]) -> ScoringRule {
    ScoringRule(
      Rule(
        "bodies", version: "1", text("Bodies"), effective: "2026-01-01/..",
        sources: [ScoringRuleTests.source], scales: [ScoringRuleTests.grade, role],
        parameters: [],
        inputs: [
          RuleInput("x", text("X"), decimals: 2, within: 0...100),
          RuleInput("agreed", text("Agreed"), .flag),
        ],
        lists: [
          RuleList(
            "ratings", text("Rating"),
            fields: [
              RuleInput("role", text("Role"), .category(of: "role")),
              RuleInput("value", text("Value"), decimals: 0, within: 0...100),
            ], steps: [])
        ],
        steps: steps + [
          RuleStep("grade", text("Grade"), bandsOf: "total", giving: "grade") {
            Band("low", below: 75)
            Band("high", from: 75)
          }
        ]), score: "total", category: "grade")
  }

  static let role = CategoryScale(
    "role", text("Role"), categories: [.init("peer", text("Peer"))])

  static func changes(_ rule: ScoringRule, _ inputs: RuleInputs) throws -> [String: RuleValue] {
    let explanation = try rule.compiled(on: "2026-06-30").score(inputs)
      .explain(why: "low", not: "high")
    return Dictionary(
      explanation.changes.map { ($0.input.description, $0.to) }, uniquingKeysWith: { one, _ in one }
    )
  }

  // From 70 on the bonus of 10 makes 80; without it 75 itself is needed.
  @Test(arguments: [(true, "70"), (false, "75")] as [(Bool, Ratio)])
  func `an explanation follows the variant that would hold`(
    _ agreed: Bool, _ wanted: Ratio
  ) throws {
    let rule = Self.rule([
      RuleStep("total", Self.text("Total")) {
        StepVariant("plain", Self.text("Plain"), formula: "x")
        StepVariant(
          "bonus", Self.text("Bonus"), when: "x >= 70 and agreed", overrides: ["plain"],
          formula: "x + 10")
      }
    ])
    let found = try Self.changes(rule, ["x": 60, "agreed": .flag(agreed)])
    #expect(found["x"] == .number(wanted))
  }

  // The median of 60, 70, 80 reaches 75 when 60 or 70 becomes 75; 80 alone cannot do it.
  @Test func `an explanation follows a median`() throws {
    let rule = Self.rule([
      RuleStep(
        "total", Self.text("Total"), ratings: "ratings.value", by: "ratings.role"
      ) {
        RaterGroup("peer", weight: 1, atLeast: 3, .median)
      }
    ])
    let ratings = [60, 70, 80].map { value in
      ["role": .category("peer"), "value": .number(Ratio(value))] as RuleRecord
    }
    let found = try Self.changes(rule, RuleInputs(values: [:], lists: ["ratings": ratings]))
    #expect(found["ratings[0].value"] == 75)
    #expect(found["ratings[1].value"] == 75)
    #expect(found["ratings[2].value"] == nil)
  }

  @Test func `vectors hand in earlier values`() throws {
    let rule = Self.rule([
      RuleStep(
        "total", Self.text("Total"), formula: "x",
        whenMissing: .carryForward(withinDays: 200, source: ScoringRuleTests.source))
    ])
    let text = """
      {
        "format": "kinerja-policy-tests/1",
        "rule": {"id": "bodies", "version": "1"},
        "defaults": {
          "on": "2026-06-30",
          "input": {"@earlier": {"total": {"value": 80, "day": "2025-12-31"}}}
        },
        "cases": [
          {"name": "carried", "input": {"agreed": true}, "expect": {"total": "80"}},
          {"name": "measured", "input": {"x": 60}, "expect": {"total": "60"}}
        ]
      }
      """
    try PolicyVectors(reading: text).verify(rule)
  }
}
