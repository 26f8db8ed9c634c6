import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

/// F10: semester assessment inside an annual plan.
@Suite struct F10SubPeriodTests {
  static let periods = CategoryScale(
    "semester", LocalizedText(id: "Semester", en: "Semester"),
    categories: [
      .init("s1", LocalizedText(same: "S1")), .init("s2", LocalizedText(same: "S2")),
    ])

  static let rule = ScoringRule(
    Rule(
      "annual", version: "1", LocalizedText(id: "Nilai tahunan", en: "Annual score"),
      effective: "2026-01-01/..", sources: [ScoringRuleTests.source], scales: { periods },
      parameters: {
        for (name, weight) in [("s1", "0.4"), ("s2", "0.6")] as [(String, Ratio)] {
          RuleParameter(
            ParameterID(stringLiteral: "weight.\(name)"), LocalizedText(same: "Weight \(name)"),
            .number(weight), "2026-01-01/..", ScoringRuleTests.source)
        }
      }, inputs: {},
      lists: {
        RuleList("semesters", LocalizedText(id: "Semester", en: "Semester")) {
          RuleInput(
            "period", LocalizedText(id: "Periode", en: "Period"), .category(of: "semester"))
          RuleInput("score", LocalizedText(id: "Nilai", en: "Score"), within: 0...120)
        }
      },
      steps: {
        RuleStep(
          "year", LocalizedText(id: "Nilai tahunan", en: "Annual score"),
          periods: "semesters.score", by: "semesters.period",
          .weighted(["s1": "weight.s1", "s2": "weight.s2"], total: 1))
      }), score: "year")

  @Test func `F10: semesters of 80 and 100, weighed 0.4 and 0.6, make 92.00 exactly`() throws {
    let score = try Self.rule.compiled(on: "2026-12-31").score([
      "semesters": [
        ["period": .category("s1"), "score": 80], ["period": .category("s2"), "score": 100],
      ]
    ])
    #expect(score.number == 92)
    #expect(score.numberText(in: .english) == "92.00")
    #expect(score.measuredShare == 1)
    #expect(score.derivation.parameters.map(\.parameter.id) == ["weight.s1", "weight.s2"])
    #expect(
      score.derivation.lines(in: .english).map(\.sentence)
        == ["Annual score: 0.4 × 80 (S1) + 0.6 × 100 (S2) = 92"])
    #expect(score.derivation.verify() == [])
  }

  @Test func `F10: without the second semester the score is incomplete, and says why`() throws {
    let score = try Self.rule.compiled(on: "2026-12-31").score([
      "semesters": [["period": .category("s1"), "score": 80]]
    ])
    #expect(score.number == nil && score.missing == .notListed("s2"))
    #expect(
      score.derivation.lines(in: .indonesian).map(\.sentence)
        == ["Nilai tahunan: tidak dihitung, tidak ada data untuk S2"])
  }
}
