import KinerjaCore
import RuleLanguage
import WeightedScoring

/// The benchmark rule: six indicators against targets, seven behaviours, two weighted means, two
/// band tables and a matrix.
enum ScoreOne {
  static let targets = [100, 80, 50, 40, 25, 30]
  static let weights: [FormulaText] = ["25", "20", "15", "15", "15", "10"]
  static let behaviourWeights: [FormulaText] = ["15", "15", "15", "15", "15", "15", "10"]

  static let rule = ScoringRule(
    Rule(
      "score-1", version: "1", LocalizedText(id: "Nilai percobaan", en: "Benchmark score"),
      effective: "2024-01-01/..", sources: [],
      scales: {
        CategoryScale(
          "level", LocalizedText(id: "Tingkat", en: "Level"),
          worstToBest: [
            .init("low", LocalizedText(id: "Di bawah", en: "Below")),
            .init("middle", LocalizedText(id: "Sesuai", en: "As expected")),
            .init("high", LocalizedText(id: "Di atas", en: "Above")),
          ])
        CategoryScale(
          "predicate", LocalizedText(id: "Predikat", en: "Predicate"),
          worstToBest: (0...4).map {
            .init(CategoryID(stringLiteral: "p\($0)"), LocalizedText(same: "\($0)"))
          })
      },
      inputs: {
        for k in 1...6 { RuleInput(name("a", k), LocalizedText(same: "Hasil \(k)")) }
        for k in 1...7 {
          RuleInput(name("b", k), LocalizedText(same: "Perilaku \(k)"), within: 0...100)
        }
      },
      steps: {
        achievement(1, "100 * a1 / 100")
        achievement(2, "100 * a2 / 80")
        achievement(3, "100 * a3 / 50")
        achievement(4, "100 * (2 - a4 / 40)")
        achievement(5, "100 * (2 - a5 / 25)")
        achievement(6, "100 - abs(100 * a6 / 30 - 100)")

        RuleStep(
          "work", LocalizedText(id: "Nilai kerja", en: "Work score"),
          weightedMean: weights.enumerated().map {
            .init(FormulaText("achievement\($0 + 1)"), weight: $1)
          }, weightsTotal: 100)
        RuleStep(
          "behaviour", LocalizedText(id: "Nilai perilaku", en: "Behaviour score"),
          weightedMean: behaviourWeights.enumerated().map {
            .init(FormulaText("b\($0 + 1)"), weight: $1)
          }, weightsTotal: 100)

        RuleStep(
          "workLevel", LocalizedText(id: "Tingkat kerja", en: "Work level"), bandsOf: "work",
          giving: "level"
        ) {
          Band("low", below: 95)
          Band("middle", from: 95, below: 105)
          Band("high", from: 105)
        }
        RuleStep(
          "behaviourLevel", LocalizedText(id: "Tingkat perilaku", en: "Behaviour level"),
          bandsOf: "behaviour", giving: "level"
        ) {
          Band("low", below: 70)
          Band("middle", from: 70, below: 80)
          Band("high", from: 80)
        }
        RuleStep(
          "predicate", LocalizedText(id: "Predikat", en: "Predicate"), rows: "workLevel",
          columns: "behaviourLevel", giving: "predicate",
          CategoryMatrix(
            columns: ["low", "middle", "high"],
            rows: [
              "low": ["p0", "p2", "p2"],
              "middle": ["p1", "p3", "p3"],
              "high": ["p1", "p3", "p4"],
            ]))
      }), score: "work", category: "predicate")

  private static func achievement(_ k: Int, _ formula: String) -> RuleStep {
    // First the cap, then the floor.
    RuleStep(
      name("achievement", k), LocalizedText(id: "Capaian \(k) (%)", en: "Achievement \(k) (%)"),
      formula: FormulaText("max(0, min(120, \(formula)))"))
  }

  static func name(_ prefix: String, _ k: Int) -> StepID { StepID(stringLiteral: "\(prefix)\(k)") }
}
