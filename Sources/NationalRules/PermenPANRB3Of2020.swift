import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// *Manajemen talenta ASN*: the nine boxes of PermenPANRB 3/2020.
  ///
  /// Performance against expectation and potential meet in one of nine boxes; who is in box 7, 8 or
  /// 9 enters the succession pool. The regulation leaves to the agency from which value on
  /// performance or potential is high; ``keputusanBKN411Of2025`` says so for the integrated system.
  ///
  /// The boxes and what is recommended for each (`TalentBox`) are those on which several public
  /// applications agree. Public code of 2025 and later cites PermenPANRB 20/2025 on talent
  /// management; whether it takes this regulation's place was not read, so no last day is set here.
  /// The first day stands for the year of publication (BN 2020/28).
  public static let permenPANRB3Of2020 = ScoringRule(
    Rule(
      "id.permenpanrb.3-2020", version: "1",
      LocalizedText(
        id: "Kotak manajemen talenta (PermenPANRB 3/2020)",
        en: "Talent boxes (PermenPANRB 3/2020)"),
      effective: "2020-01-01/..", sources: [TalentSources.permen3],
      scales: {
        ExpectationRating.scale
        PotentialRating.scale
        TalentBox.scale
      },
      inputs: {
        RuleInput(
          "performance", LocalizedText(id: "Kinerja", en: "Performance"),
          .category(of: "expectation"))
        RuleInput(
          "potential", LocalizedText(id: "Potensial", en: "Potential"), .category(of: "potential"))
      },
      steps: { talentSteps(performance: "performance", potential: "potential") }),
    category: "box", further: ["pool"])

  /// The box where two categories meet, and whether it is one of the succession pool.
  @ListBuilder<RuleStep> static func talentSteps(
    performance: FormulaText, potential: FormulaText
  ) -> [RuleStep] {
    RuleStep(
      "box", LocalizedText(id: "Kotak", en: "Box"), rows: potential, columns: performance,
      giving: "box", TalentBox.matrix, source: TalentSources.permen3)
    RuleStep(
      "pool", LocalizedText(id: "Masuk kelompok rencana suksesi", en: "In the succession pool"),
      formula: #"box = "box-7" or box = "box-8" or box = "box-9""#, source: TalentSources.briefing)
  }
}

/// Where the talent boxes were read.
enum TalentSources {
  static let permen3 = LegalSource(
    "PermenPANRB 3/2020",
    link:
      "https://id.scribd.com/document/714794636/Download-2020-10-01-0-9978278429276958-salinan-perkalan-no-6-2020-tentang-manajemen-talenta-1"
  )
  static let briefing = LegalSource(
    "Keputusan Kepala BKN 411/2025",
    link:
      "https://summarytube.com/summary/sosialisasi-sistem-manajemen-talenta-asn-simata-asn-cmr4")
}
