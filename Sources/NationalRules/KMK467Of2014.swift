import IndicatorDefinitions
import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// The index of one performance indicator (*indeks capaian IKU*) in the manner of the Ministry of
  /// Finance: KMK 467/KMK.01/2014.
  ///
  /// Targets and realisations of the periods are consolidated first — added, averaged, or the last
  /// known taken — and then held against each other by the indicator's polarity. An indicator
  /// without data has no colour (*abu-abu*): the result is incomplete.
  ///
  /// That the decree exists was read; formulas, the cap of 120, what a target of nought means, the
  /// colours and the dates are recalled, and every figure is open. For stabilize the decree has a
  /// table that was not found; the rule takes the distance from the target, which a reform may replace by a
  /// ``/RuleLanguage/RuleTable`` of lines.
  public static let kmk467Of2014Index = ScoringRule(
    Rule(
      "id.kmk.467-2014.index", version: "1",
      LocalizedText(
        id: "Indeks capaian IKU (KMK 467/KMK.01/2014)",
        en: "Index of an indicator (KMK 467/KMK.01/2014)"),
      effective: inUse, sources: [kmk467],
      scales: {
        polarities
        consolidations
        colours
      },
      parameters: {
        recalled("cap", id: "Indeks tertinggi", en: "Highest index", 120)
        recalled("floor", id: "Indeks terendah", en: "Lowest index", 0)
        recalled(
          "zero.met", id: "Indeks bila target nol tercapai", en: "Index of a target of nought met",
          120)
        recalled(
          "zero.missed", id: "Indeks bila target nol tidak tercapai",
          en: "Index of a target of nought missed", 0)
        colourFigures
      },
      inputs: {
        RuleInput(
          "polarity", LocalizedText(id: "Polarisasi", en: "Polarity"), .category(of: "polarity"))
        RuleInput(
          "consolidation", LocalizedText(id: "Konsolidasi periode", en: "Consolidation"),
          .category(of: "consolidation"))
      },
      lists: {
        RuleList(
          "periods", LocalizedText(id: "Periode", en: "Period"),
          fields: {
            RuleInput("target", LocalizedText(id: "Target", en: "Target"), within: amounts)
            RuleInput(
              "realised", LocalizedText(id: "Realisasi", en: "Realisation"), within: amounts)
          })
      },
      steps: {
        consolidated("target", LocalizedText(id: "Target terkonsolidasi", en: "Target"))
        consolidated("realised", LocalizedText(id: "Realisasi terkonsolidasi", en: "Realisation"))
        RuleStep(
          "index.raw", LocalizedText(id: "Indeks menurut rumus", en: "Index by the formula"),
          formula: FormulaText(
            """
            if polarity = "maximize" then \(percent(.ratio).text)
            else if polarity = "stabilize" then \(percent(.deviation).text)
            else if target.whole = 0 then (if realised.whole <= 0 then zero.met else zero.missed)
            else \(percent(.reversed).text)
            """), source: kmk467.assumed)
        RuleStep(
          "index", LocalizedText(id: "Indeks capaian", en: "Index"),
          formula: "clamp(index.raw, floor, cap)", source: kmk467.assumed)
        colour(of: "index")
      }),
    score: "index", category: "colour")

  /// The score of an organisation (*nilai kinerja organisasi*, NKO): the weighted mean of the scores
  /// of its objectives, with the same colours.
  ///
  /// Recalled, like the index: ``kmk467Of2014Index``.
  public static let kmk467Of2014Organisation = ScoringRule(
    Rule(
      "id.kmk.467-2014.organisation", version: "1",
      LocalizedText(
        id: "Nilai kinerja organisasi (KMK 467/KMK.01/2014)",
        en: "Score of an organisation (KMK 467/KMK.01/2014)"),
      effective: inUse, sources: [kmk467], scales: { colours }, parameters: { colourFigures },
      inputs: {},
      lists: {
        RuleList(
          "objectives", LocalizedText(id: "Sasaran strategis", en: "Objective"),
          fields: {
            RuleInput("index", LocalizedText(id: "Nilai sasaran", en: "Score"), within: 0...120)
            RuleInput("weight", LocalizedText(id: "Bobot (%)", en: "Weight (%)"), within: 0...100)
          })
      },
      steps: {
        RuleStep(
          "score", LocalizedText(id: "Nilai kinerja organisasi", en: "Score of the organisation"),
          formula: "weightedMean(objectives.index, objectives.weight)", source: kmk467.assumed)
        colour(of: "score")
      }),
    score: "score", category: "colour")

  // MARK: - Sources

  private static let inUse: DayRange = "2014-01-01/2022-12-31"
  private static let amounts: ClosedRange<Ratio> = 0...1_000_000_000_000_000

  private static let kmk467 = LegalSource(
    "KMK 467/KMK.01/2014",
    link:
      "https://text-id.123dok.com/document/ynx51gkq-kmk-467-tahun-2014-tentang-pengelolaan-kinerja.html"
  )
  private static let figures = Figures(inUse: inUse)

  // MARK: - Categories

  private static let polarities = CategoryScale(
    "polarity", LocalizedText(id: "Polarisasi", en: "Polarity"),
    categories: [Polarity.maximize, .minimize, .stabilize].map {
      .init(CategoryID(stringLiteral: $0.rawValue), $0.label)
    })

  private static let consolidations = CategoryScale(
    "consolidation", LocalizedText(id: "Konsolidasi", en: "Consolidation"),
    categories: [Consolidation.sum, .average, .lastKnown].map {
      .init(CategoryID(stringLiteral: $0.rawValue), $0.label)
    })

  private static let colours = CategoryScale(
    "colour", LocalizedText(id: "Warna capaian", en: "Colour"),
    worstToBest: [
      .init("red", LocalizedText(id: "Merah", en: "Red")),
      .init("yellow", LocalizedText(id: "Kuning", en: "Yellow")),
      .init("green", LocalizedText(id: "Hijau", en: "Green")),
    ])

  // MARK: - Figures and steps of both

  @ListBuilder<RuleParameter> private static var colourFigures: [RuleParameter] {
    recalled("band.green", id: "Batas bawah hijau", en: "Lower limit of green", 100)
    recalled("band.yellow", id: "Batas bawah kuning", en: "Lower limit of yellow", 80)
  }

  private static func recalled(
    _ id: ParameterID, id indonesian: String, en english: String, _ value: Ratio
  ) -> RuleParameter {
    figures.assumed(id, id: indonesian, en: english, value, within: 0...150, kmk467)
  }

  private static func percent(_ form: AttainmentForm) -> FormulaText {
    form.formulaText(realisation: "realised.whole", target: "target.whole")
  }

  private static func consolidated(_ field: String, _ title: LocalizedText) -> RuleStep {
    RuleStep(
      StepID(stringLiteral: "\(field).whole"), title,
      formula: FormulaText(
        """
        if consolidation = "sum" then sum(periods.\(field))
        else if consolidation = "average" then mean(periods.\(field))
        else last(periods.\(field))
        """), source: kmk467.assumed)
  }

  private static func colour(of number: FormulaText) -> RuleStep {
    RuleStep(
      "colour", LocalizedText(id: "Warna", en: "Colour"), bandsOf: number, giving: "colour",
      source: kmk467.assumed
    ) {
      Band("green", from: "band.green")
      Band("yellow", from: "band.yellow", below: "band.green")
      Band("red", below: "band.yellow")
    }
  }
}
