import KinerjaCore
import RuleLanguage

/// A rule with one of everything, small enough to reckon by hand.
enum SmallRule {
  static let source = LegalSource("Perwali 1/2020", article: "Pasal 2", standing: .region)
  static let day: Day = "2026-03-01"

  static let scale = CategoryScale(
    "grade", LocalizedText(id: "Predikat", en: "Grade"),
    worstToBest: [
      .init("low", LocalizedText(id: "Rendah", en: "Low")),
      .init("high", LocalizedText(id: "Tinggi", en: "High")),
    ])

  static func rule(steps: [RuleStep], lists: [RuleList] = [tasks]) -> Rule {
    Rule(
      "small", version: "1", LocalizedText(id: "Aturan kecil", en: "Small rule"),
      effective: "2026-01-01/..", sources: [source], scales: [scale],
      parameters: [
        RuleParameter(
          "weight", LocalizedText(id: "Bobot", en: "Weight"),
          [
            .init(.number("0.5"), "2026-01-01/2026-06-30", source),
            .init(.number("0.6"), "2026-07-01/..", source),
          ])
      ],
      inputs: [
        RuleInput("x", LocalizedText(id: "Masukan x", en: "Input x")),
        RuleInput("y", LocalizedText(id: "Masukan y", en: "Input y")),
        RuleInput(
          "grade", LocalizedText(id: "Predikat lalu", en: "Last grade"), .category(of: "grade")),
        RuleInput("agreed", LocalizedText(id: "Disetujui", en: "Agreed"), .flag),
      ], lists: lists, steps: steps)
  }

  static let tasks = RuleList(
    "tasks", LocalizedText(id: "Tugas", en: "Task"),
    fields: [
      RuleInput("target", LocalizedText(id: "Target", en: "Target")),
      RuleInput("realised", LocalizedText(id: "Realisasi", en: "Realised")),
      RuleInput("weight.own", LocalizedText(id: "Bobot tugas", en: "Weight of the task")),
    ],
    steps: [
      RuleStep(
        "value", LocalizedText(id: "Capaian", en: "Achievement"),
        formula: "realised / target * 100")
    ])

  /// The value of one formula for some inputs.
  static func value(
    of formula: FormulaText, _ inputs: RuleInputs = [:], on day: Day = day,
    giving scale: ScaleID? = nil, whenMissing: MissingPolicy = .incomplete
  ) throws -> RuleValue {
    let step = RuleStep(
      "answer", LocalizedText(id: "Jawaban", en: "Answer"), formula: formula, giving: scale,
      whenMissing: whenMissing)
    return try CompiledRule(rule(steps: [step]), on: day).evaluate(inputs)["answer"]
  }
}
