import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// *Survei Kepuasan Masyarakat* (SKM): PermenPANRB 14/2017.
  ///
  /// Respondents mark nine elements of a service from 1 to 4. The mean of each element (*nilai
  /// rata-rata*, NRR) is weighted alike, the sum is the index, and 25 times the index the value,
  /// which is read in four bands.
  ///
  /// Give the answers as `respondents`, one element of the list each, or the mean of each element
  /// as `average.u1` to `average.u9`, which then counts; for a large survey
  /// ``/NationalRules/SatisfactionSurvey`` sums the answers up. A blank answer leaves the result incomplete.
  ///
  /// The exact ninth is the weight that published results follow; the regulation also writes it as
  /// 0.11, some agencies as 0.111: ``/WeightedScoring/Reform/satisfactionWeight011`` and
  /// ``/WeightedScoring/Reform/satisfactionWeight0111``. That the value is rounded before it is read is assumed, and so
  /// is the first day.
  public static let permenPANRB14Of2017 = ScoringRule(
    Rule(
      "id.permenpanrb.14-2017", version: "1",
      LocalizedText(
        id: "Survei Kepuasan Masyarakat (PermenPANRB 14/2017)",
        en: "Survey of public satisfaction (PermenPANRB 14/2017)"),
      effective: inUse, sources: [permen14], scales: { ServiceQuality.scale },
      parameters: { parameters },
      inputs: {
        for element in SatisfactionSurvey.Element.allCases {
          RuleInput(
            StepID(stringLiteral: "average.\(element.code)"),
            LocalizedText(
              id: "Rata-rata \(element.label.indonesian)", en: "Mean of \(element.label.english)"),
            within: 1...4)
        }
      },
      lists: {
        RuleList(
          "respondents", LocalizedText(id: "Responden", en: "Respondent"),
          fields: {
            for element in SatisfactionSurvey.Element.allCases {
              RuleInput(
                StepID(stringLiteral: element.code), element.label, decimals: 0, within: 1...4)
            }
          })
      },
      steps: { steps }
    ).superseding("id.kepmenpan.25-2004"),
    score: "value", category: "quality")

  // MARK: - Sources

  private static let inUse: DayRange = "2017-01-01/.."

  fileprivate static let permen14 = LegalSource(
    "PermenPANRB 14/2017",
    link: "https://puskaandriana.blogspot.com/2023/03/permenpan-no-14-th-2017-tentang-survey.html")
  private static let guide = LegalSource(
    "PermenPANRB 14/2017",
    link: "https://github.com/rennn9/GASPUL_BACKEND/blob/main/rumus_perhitungan_ikm_lengkap.md")
  private static let figures = Figures(inUse: inUse)

  // MARK: - Figures

  @ListBuilder<RuleParameter> private static var parameters: [RuleParameter] {
    figures.figure("weight", id: "Bobot setiap unsur", en: "Weight of each element", "1/9", guide)
      .open(within: .oneOf([.number("1/9"), .number("0.11"), .number("0.111")]))
    figures.figure("conversion", id: "Angka konversi", en: "Factor of conversion", 25, guide)
    figures.figure("band.a", id: "Batas bawah A", en: "Lower limit of A", "88.31", guide)
    figures.figure("band.b", id: "Batas bawah B", en: "Lower limit of B", "76.61", guide)
    figures.figure("band.c", id: "Batas bawah C", en: "Lower limit of C", 65, guide)
  }

  // MARK: - From answers to quality

  @ListBuilder<RuleStep> private static var steps: [RuleStep] {
    for element in SatisfactionSurvey.Element.allCases {
      let code = element.code
      RuleStep(
        StepID(stringLiteral: "nrr.\(code)"),
        LocalizedText(
          id: "NRR \(element.label.indonesian)", en: "Mean mark, \(element.label.english)"),
        formula: FormulaText(
          """
          if isMissing(average.\(code)) then mean(respondents.\(code)) else average.\(code)
          """), source: guide)
    }
    RuleStep(
      "index", LocalizedText(id: "Indeks", en: "Index"),
      formula: """
        (nrr.u1 + nrr.u2 + nrr.u3 + nrr.u4 + nrr.u5 + nrr.u6 + nrr.u7 + nrr.u8 + nrr.u9) * weight
        """, source: guide)
    RuleStep(
      "value", LocalizedText(id: "Nilai SKM", en: "Value of the survey"),
      formula: "index * conversion", rounded: DecimalRounding(places: 2, .halfUp),
      source: permen14.assumed)
    RuleStep(
      "quality", LocalizedText(id: "Mutu pelayanan", en: "Quality of service"), bandsOf: "value",
      giving: "quality", source: guide
    ) {
      Band("a", from: "band.a")
      Band("b", from: "band.b", below: "band.a")
      Band("c", from: "band.c", below: "band.b")
      Band("d", below: "band.c")
    }
  }
}

extension Reform {
  /// The weight of an element as PermenPANRB 14/2017 also writes it: 0.11.
  ///
  /// It lowers every value by one per cent; the best attainable is 99.
  public static let satisfactionWeight011 = Reform(
    "skm.weight-0.11", LocalizedText(id: "Bobot unsur 0,11", en: "Weight of an element 0.11"),
    source: ScoringRule.permen14
  ) {
    ReformChange.set("weight", .number("0.11"), during: "2017-01-01/..")
  }

  /// The weight of an element as some agencies write it: 0.111.
  public static let satisfactionWeight0111 = Reform(
    "skm.weight-0.111", LocalizedText(id: "Bobot unsur 0,111", en: "Weight of an element 0.111"),
    source: LegalSource(
      "SKM Disdukcapil Kabupaten Tulang Bawang Barat, 2023 semester 1",
      link: "https://e-smile.tubaba.go.id/main/skm/laporan/online", standing: .region)
  ) {
    ReformChange.set("weight", .number("0.111"), during: "2017-01-01/..")
  }
}
