import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct PolicyTraceTests {
  static let source = LegalSource("Perwali 1/2020", standing: .region)

  /// Two steps whose missing value something replaces, and variants with bands and a choice in them.
  static let rule = ScoringRule(
    Rule(
      "trace", version: "1", LocalizedText(same: "Trace"), effective: "2026-01-01/..",
      sources: [source],
      scales: {
        CategoryScale(
          "grade", LocalizedText(same: "Grade"),
          worstToBest: [
            .init("poor", LocalizedText(same: "Poor")), .init("good", LocalizedText(same: "Good")),
          ])
      },
      inputs: {
        RuleInput("work", LocalizedText(same: "Work"), within: 0...100)
        RuleInput("conduct", LocalizedText(same: "Conduct"), within: 0...100)
        RuleInput("isNew", LocalizedText(same: "New"), .flag)
      },
      steps: {
        RuleStep(
          "past", LocalizedText(same: "Past"), formula: "work",
          whenMissing: .carryForward(withinDays: 400, source: source))
        RuleStep(
          "behaviour", LocalizedText(same: "Behaviour"), bandsOf: "conduct", giving: "grade",
          whenMissing: .lowestBand(source: source)
        ) {
          Band("good", from: "50")
          Band("poor", below: "50")
        }
        RuleStep("grade", LocalizedText(same: "Grade"), giving: "grade") {
          StepVariant(
            "general", LocalizedText(same: "General"),
            .bands(of: "past", BandTable([Band("good", from: "76"), Band("poor", below: "76")])))
          StepVariant(
            "starter", LocalizedText(same: "Starter"), when: "isNew", overrides: ["general"],
            .bands(
              of: "if isMissing(work) then past else work",
              BandTable([Band("good", from: "60"), Band("poor", below: "60")])))
        }
      }), category: "grade")

  static func vectors(_ expectation: String) throws(InvalidInput) -> PolicyVectors {
    try PolicyVectors(
      reading: """
        { "format": "kinerja-policy-tests/1", "rule": { "id": "trace", "version": "1" },
          "defaults": { "on": "2026-12-31" },
          "cases": [ { "name": "a", "input": { "isNew": true,
            "@earlier": { "past": { "value": 80, "day": "2025-12-31" } } },
            "expect": \(expectation) } ] }
        """, file: "trace.json")
  }

  @Test func `a trace asks what took a missing value's place`() throws {
    try Self.vectors(
      """
      { "past": 80, "category": "good", "trace": {
        "past": { "carriedForward": true, "substituted": false, "lowestBand": false },
        "behaviour": { "lowestBand": true, "carriedForward": false },
        "grade": { "variant": "starter", "edge": "60", "side": "closed" } } }
      """
    ).verify(Self.rule)
  }

  @Test(arguments: [
    ("past", "carriedForward", "false", "true"), ("past", "lowestBand", "true", "false"),
    ("behaviour", "lowestBand", "false", "true"), ("behaviour", "substituted", "true", "false"),
  ])
  func `what differs is said`(step: String, key: String, expected: String, found: String) throws {
    let report = try Self.vectors("{ \"trace\": { \"\(step)\": { \"\(key)\": \(expected) } } }")
      .run(Self.rule)
    #expect(!report.isSatisfied)
    #expect(
      report.text(in: .english).contains("\(step).\(key): expected \(expected), found \(found)"))
  }

  @Test func `coverage looks into variants`() throws {
    let untaken = try Self.vectors("{ \"category\": \"good\" }").coverage(of: Self.rule).untaken
      .map(\.english)
    #expect(untaken.contains("grade: variant general"))
    #expect(untaken.contains { $0.hasPrefix("grade, variant general: ") && $0.contains("76") })
    #expect(untaken.contains { $0.hasPrefix("grade, variant starter: ") && $0.contains("< 60") })
    #expect(!untaken.contains("grade: variant starter"))
    #expect(!untaken.contains("grade, variant starter: isMissing(work) holds"))
    #expect(untaken.contains("grade, variant starter: isMissing(work) does not hold"))
  }
}
