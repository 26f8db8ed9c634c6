import KinerjaCore
import RuleLanguage
import WeightedScoring

/// A small rule with bands, a matrix, a choice and a cap, for the tests of policy vectors.
enum ExampleRule {
  static let source = LegalSource("Perwali 1/2020", standing: .region)

  /// Work and conduct, 6 to 4; good from `edge` on, the edge itself included or not.
  static func rule(goodFrom edge: FormulaText = "80", isClosed: Bool = true) -> ScoringRule {
    ScoringRule(
      Rule(
        "example", version: "1", LocalizedText(id: "Contoh", en: "Example"),
        effective: "2026-01-01/..", sources: [source],
        scales: {
          CategoryScale(
            "grade", LocalizedText(id: "Predikat", en: "Grade"),
            worstToBest: [
              .init("poor", LocalizedText(id: "Kurang", en: "Poor")),
              .init("fair", LocalizedText(id: "Cukup", en: "Fair")),
              .init("good", LocalizedText(id: "Baik", en: "Good")),
            ])
        },
        parameters: {
          RuleParameter(
            "cap", LocalizedText(id: "Batas capaian", en: "Cap"),
            [
              .init(120, "2026-01-01/2026-12-31", source), .init(110, "2027-01-01/..", source),
            ])
        },
        inputs: {
          RuleInput("target", LocalizedText(id: "Target", en: "Target"), within: 0...1000)
          RuleInput("work", LocalizedText(id: "Realisasi", en: "Realised"), within: 0...1000)
          RuleInput("conduct", LocalizedText(id: "Perilaku", en: "Conduct"), within: 0...100)
        },
        steps: {
          RuleStep(
            "achieved", LocalizedText(id: "Capaian", en: "Achievement"),
            formula: "min(cap, work / target * 100)")
          RuleStep(
            "score", LocalizedText(id: "Nilai", en: "Score"),
            formula: "0.6 * achieved + 0.4 * conduct",
            rounded: DecimalRounding(places: 2, .halfUp))
          RuleStep(
            "grade", LocalizedText(id: "Predikat", en: "Grade"), bandsOf: "score", giving: "grade"
          ) {
            Band("good", lower: .init(edge, isClosed: isClosed), upper: nil)
            Band(
              "fair", lower: .init("60", isClosed: true), upper: .init(edge, isClosed: !isClosed))
            Band("poor", below: "60")
          }
        }), score: "score", category: "grade")
  }

  /// Vectors for the rule with these cases.
  static func vectors(_ cases: String) throws(InvalidInput) -> PolicyVectors {
    try PolicyVectors(
      reading: """
        { "format": "kinerja-policy-tests/1",
          "rule": { "id": "example", "version": "1" },
          "defaults": { "on": "2026-06-30",
            "input": { "target": 3, "work": 2, "conduct": 90 } },
          "cases": [ \(cases) ] }
        """, file: "example.json")
  }
}
