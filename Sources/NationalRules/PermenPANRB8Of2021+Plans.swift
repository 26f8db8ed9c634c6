import KinerjaCore
import RuleLanguage

// The plans of administrative and functional officials, and the additional work of everyone.
extension PermenPANRB8Of2021 {
  /// The aspects of a plan, and whether less is usually better.
  static let aspects: [(id: String, name: LocalizedText, isSpecial: Bool)] = [
    ("quantity", LocalizedText(id: "kuantitas", en: "quantity"), false),
    ("quality", LocalizedText(id: "kualitas", en: "quality"), false),
    ("time", LocalizedText(id: "waktu", en: "time"), true),
    ("cost", LocalizedText(id: "biaya", en: "cost"), true),
  ]

  static let plans = RuleList("tasks", LocalizedText(id: "Rencana kinerja", en: "Plan")) {
    for aspect in aspects { fields(of: ".\(aspect.id)", aspect.name) }
    RuleInput(
      "judged",
      LocalizedText(
        id: "Kategori menurut matriks lampiran (bukan satu atau tiga aspek)",
        en: "Category by the matrix of the attachment (not one or three aspects)"),
      .category(of: "predikat"))
    RuleInput(
      "alignedWith",
      LocalizedText(
        id: "Banyaknya rencana tak langsung pada rencana atasan yang sama",
        en: "Plans that serve the same plan of the superior"), decimals: 0, within: 1...1000)
  } steps: {
    for aspect in aspects { steps(of: aspect.id, aspect.name) }
    RuleStep(
      "aspects", LocalizedText(id: "Banyaknya aspek", en: "Number of aspects"),
      formula: FormulaText(aspects.map { "(\(isAbsent($0.id, then: "0", else: "1")))" }.sum),
      source: officials)
    RuleStep(
      "points", LocalizedText(id: "Jumlah poin aspek", en: "Points of the aspects"),
      formula: FormulaText(aspects.map { "points.\($0.id)" }.sum), source: recalled)
    RuleStep(
      "category", LocalizedText(id: "Kategori rencana", en: "Category of the plan"),
      formula: """
        if aspects = 1
        then coalesce(category.quantity, category.quality, category.time, category.cost)
        else if aspects != 3 then judged
        else if points > cut.veryGood then "very-good"
        else if points = cut.veryGood then matrix.boundary
        else if points >= cut.good then "good"
        else if points >= cut.fair then "fair"
        else if points >= cut.poor then "poor"
        else "very-poor"
        """, giving: "predikat", source: recalled
    )
    .openToRegions
    RuleStep(
      "value", LocalizedText(id: "Nilai rencana", en: "Value of the plan"),
      formula: "lookup(planValues, category)", source: planValues)
    RuleStep(
      "share", LocalizedText(id: "Bagian dalam rata-rata", en: "Share in the mean"),
      formula: "if grouping.bySuperiorPlan then 1 / coalesce(alignedWith, 1) else 1",
      source: recalled)
  }

  /// The achievement of an aspect, its category and its points; no points for one that is not
  /// planned.
  @ListBuilder<RuleStep> private static func steps(
    of aspect: String, _ name: LocalizedText
  ) -> [RuleStep] {
    achievement(
      of: ".\(aspect)", name,
      isSpecial: "coalesce(specialCondition.\(aspect), special.\(aspect))")
    RuleStep(
      StepID(stringLiteral: "category.\(aspect)"),
      name.following(id: "Kategori", en: "Category of"),
      bandsOf: FormulaText("achievement.\(aspect)"), giving: "predikat", source: leaders
    ) {
      Band("very-good", above: 100)
      Band("good", from: 100, through: 100)
      Band("fair", from: 80, below: 100)
      Band("poor", from: 60, below: 80)
      Band("very-poor", below: 60)
    }
    RuleStep(
      StepID(stringLiteral: "points.\(aspect)"), name.following(id: "Poin", en: "Points of"),
      formula: FormulaText(
        isAbsent(aspect, then: "0", else: "lookup(aspectPoints, category.\(aspect))")),
      source: recalled)
  }

  private static func isAbsent(
    _ aspect: String, then absent: String, else present: String
  ) -> String {
    "if isMissing(target.\(aspect)) and isMissing(realised.\(aspect)) then \(absent) else \(present)"
  }

  static let additionalWork = RuleList(
    "additionalWork", LocalizedText(id: "Kinerja tambahan", en: "Additional work")
  ) {
    RuleInput(
      "category", LocalizedText(id: "Kategori", en: "Category"), .category(of: "predikat"))
    RuleInput(
      "leaderValue", LocalizedText(id: "Nilai capaian bagi pimpinan", en: "Value for a leader"),
      within: 0...120)
    RuleInput(
      "scope", LocalizedText(id: "Lingkup penugasan", en: "Scope of the assignment"),
      .category(of: "scope"))
    RuleInput(
      "scopeWeight",
      LocalizedText(
        id: "Bobot lingkup penugasan di luar unit kerja", en: "Weight of a scope beyond the unit"),
      within: 0...10)
  } steps: {
    RuleStep(
      "achieved", LocalizedText(id: "Nilai capaian", en: "Value achieved"),
      formula: "if highLeadership then leaderValue else lookup(planValues, category)",
      source: extra)
    RuleStep(
      "weight", LocalizedText(id: "Bobot lingkup penugasan", en: "Weight of the scope"),
      formula: "if scope = \"unit\" then scope.unit else scopeWeight", source: recalled)
    RuleStep(
      "exact", LocalizedText(id: "Nilai menurut rumus", en: "Value by the formula"),
      formula: "(lookup(factors, category) / 100) * (achieved / 100) * weight", source: extra)
    RuleStep(
      "points", LocalizedText(id: "Nilai kinerja tambahan", en: "Value of additional work"),
      formula: "if additional.rounded then round(exact, 1, halfUp) else exact", source: recalled)
  }

  static let opinions = RuleList(
    "opinions", LocalizedText(id: "Pendapat tentang perilaku kerja", en: "Opinion on behaviour")
  ) {
    RuleInput(
      "role", LocalizedText(id: "Pemberi pendapat", en: "Who gives it"), .category(of: "role"),
      isRequired: true)
    RuleInput("mark", LocalizedText(id: "Nilai", en: "Mark"), within: 0...120)
  }
}

extension [String] {
  fileprivate var sum: String { joined(separator: " + ") }
}
