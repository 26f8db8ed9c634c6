import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// *Sistem manajemen kinerja PNS*: PermenPANRB 8/2021 with PP 30/2019, for July to December 2021.
  ///
  /// Every indicator (*indikator kinerja individu*) has an achievement in whole per cent. High
  /// leaders and heads of independent units (`highLeadership`, which must be said) convert each by a
  /// line with steps; for everyone else the aspects of a plan (*rencana kinerja*) meet in a category,
  /// and the category has a value. Additional work adds at most 10; weights, the limit of 120 and
  /// the bands are those of PP 30/2019.
  ///
  /// A target may be a range. One plan may have other numbers of aspects than one or three, whose
  /// matrices were not found: then its category is handed in (`judged`). Plans that serve one plan of
  /// the superior without being its direct continuation count together, by
  /// ``/NationalRules/PlanAlignment``. Whoever has no additional work hands none in.
  ///
  /// The regulation prints 92 of a target 80–90 as 113 per cent; its formula gives 102, which is what
  /// counts here.
  public static let permenPANRB8Of2021 = ScoringRule(
    Rule(
      "id.permenpanrb.8-2021", version: "1",
      LocalizedText(
        id: "Sistem manajemen kinerja PNS (PermenPANRB 8/2021, PP 30/2019)",
        en: "Civil servants' performance management (PermenPANRB 8/2021, PP 30/2019)"),
      effective: PermenPANRB8Of2021.inUse,
      sources: [PermenPANRB8Of2021.ministry, PP30Of2019.article41],
      scales: {
        PP30Of2019.predikat
        PermenPANRB8Of2021.basis
        PermenPANRB8Of2021.scope
        PermenPANRB8Of2021.role
      }, parameters: { PermenPANRB8Of2021.figures }, tables: { PermenPANRB8Of2021.tables },
      inputs: {
        RuleInput(
          "highLeadership",
          LocalizedText(
            id: "Pejabat pimpinan tinggi atau pimpinan unit kerja mandiri",
            en: "High leader or head of an independent unit"), .flag)
        PP30Of2019.inputs
      },
      lists: {
        PermenPANRB8Of2021.indicators
        PermenPANRB8Of2021.plans
        PermenPANRB8Of2021.additionalWork
        PermenPANRB8Of2021.opinions
      },
      steps: {
        PermenPANRB8Of2021.steps
        PP30Of2019.result(of: "skp", "behaviour")
      }
    ).superseding("id.pp.46-2011"),
    score: "score", category: "predikat", further: ["indicators.category"])
}

/// The parts of ``/WeightedScoring/ScoringRule/permenPANRB8Of2021``.
enum PermenPANRB8Of2021 {
  static let inUse = PP30Of2019.inUse

  // MARK: - Sources

  static let ministry = LegalSource(
    "PermenPANRB 8/2021", link: "https://anyflip.com/dexzb/vrxf/basic/351-400")
  static let leaders = read("101")
  static let officials = read("110")
  static let planValues = read("459")
  static let rounding = read("363")
  static let extra = LegalSource(
    "PermenPANRB 8/2021", link: "https://pubhtml5.com/vral/mfux/basic/101-150")
  static let recalled = ministry.assumed

  private static func read(_ page: String) -> LegalSource {
    LegalSource(
      "PermenPANRB 8/2021",
      link: "http://online.flipbuilder.com/vajnr/eqrv/files/basic-html/page\(page).html")
  }

  // MARK: - From the parts to the value of the work targets

  @ListBuilder<RuleStep> static var steps: [RuleStep] {
    RuleStep(
      "main.agreement",
      LocalizedText(
        id: "Rata-rata nilai kinerja utama berdasarkan perjanjian kinerja",
        en: "Mean of the main performance by agreement"),
      formula: """
        sum(if indicators.basis = "agreement" then indicators.value else 0)
          / count(indicators.basis = "agreement")
        """, source: leaders)
    RuleStep(
      "main.actionPlan",
      LocalizedText(
        id: "Rata-rata nilai rencana aksi atau inisiatif strategis",
        en: "Mean of the action plans"),
      formula: """
        sum(if indicators.basis = "action-plan" then indicators.value else 0)
          / count(indicators.basis = "action-plan")
        """, source: leaders)
    RuleStep(
      "main.leader",
      LocalizedText(id: "Kinerja utama pimpinan", en: "Main performance of a leader"),
      weightedMean: [
        .init("main.agreement", weight: "weight.agreement"),
        .init("main.actionPlan", weight: "weight.actionPlan"),
      ], weightsTotal: 1, source: recalled)
    RuleStep(
      "main.official",
      LocalizedText(
        id: "Kinerja utama pejabat administrasi atau fungsional",
        en: "Main performance of an official"),
      formula: "weightedMean(tasks.value, tasks.share)", source: recalled)
    RuleStep(
      "main", LocalizedText(id: "Kinerja utama", en: "Main performance"),
      formula: "if highLeadership then main.leader else main.official", source: ministry)
    RuleStep(
      "additional", LocalizedText(id: "Kinerja tambahan", en: "Additional performance"),
      formula: """
        if coalesce(count(additionalWork), 0) = 0 then 0
        else min(sum(additionalWork.points), additional.most)
        """, source: extra)
    RuleStep(
      "skp", LocalizedText(id: "Nilai SKP", en: "Value of work targets (SKP)"),
      formula: "main + additional", source: extra)
    RuleStep(
      "behaviour.opinions",
      LocalizedText(
        id: "Nilai perilaku kerja menurut atasan, rekan kerja, dan bawahan",
        en: "Behaviour by superior, peers and subordinates"),
      ratings: "opinions.mark", by: "opinions.role", weightsTotal: 1,
      whenMissing: .dropAndRescale(minimumShare: "0.8"), source: recalled
    ) {
      RaterGroup("superior", weight: "weight.superior")
      RaterGroup("peer", weight: "weight.peer")
      RaterGroup("subordinate", weight: "weight.subordinate")
    }
    .openToRegions
    RuleStep(
      "behaviour",
      LocalizedText(id: "Nilai perilaku kerja yang dipakai", en: "Value of behaviour that counts"),
      formula: """
        if isMissing(behaviourValue) and usesColleagues then behaviour.opinions
        else behaviourValue
        """, source: recalled)
  }
}
