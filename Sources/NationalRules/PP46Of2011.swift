import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// *Penilaian prestasi kerja PNS*: PP 46/2011 with Perka BKN 1/2013.
  ///
  /// Sixty per cent work targets (*sasaran kerja pegawai*, SKP), forty per cent work behaviour
  /// (*perilaku kerja*). Each task has the aspects quantity, quality and time, and cost where it
  /// has a budget. Time and cost that are just on target give 76; savings raise the value until
  /// 24 per cent, which still counts as the better side, and lower it beyond.
  ///
  /// In use for the years 2014, a start that is recalled and not read, to 2020 and the first half of
  /// 2021. What the sources seen do not
  /// print — the points for additional tasks and creativity, no value below nought, which band a
  /// value between two printed whole numbers belongs to — is a parameter marked as assumed.
  public static let pp46Of2011 = ScoringRule(
    Rule(
      "id.pp.46-2011", version: "1",
      LocalizedText(
        id: "Penilaian prestasi kerja PNS (PP 46/2011, Perka BKN 1/2013)",
        en: "Civil servants' work performance (PP 46/2011, Perka BKN 1/2013)"),
      effective: inUse, sources: [pp46, perka1],
      scales: {
        predikat
        creativity
      }, parameters: { parameters }, inputs: { inputs }, lists: { lists }, steps: { steps }),
    score: "score", category: "predikat")

  // MARK: - Sources

  private static let inUse: DayRange = "2014-01-01/2021-06-30"

  private static let pp46 = LegalSource(
    "PP 46/2011", link: "https://id.scribd.com/doc/262532100/bahan-cilacap-doc")
  private static let perka1 = LegalSource(
    "Perka BKN 1/2013", link: "https://scribd.com/document/354032278/242713082-rumus-skp-xls")
  private static let perkaTime = LegalSource(
    "Perka BKN 1/2013",
    link:
      "http://denganbasmalahakubisa.blogspot.com/2014/02/tata-cara-penilaian-skp-1-aspek-waktu.html"
  )
  private static let perkaBands = LegalSource(
    "Perka BKN 1/2013", link: "https://id.scribd.com/document/400519283/MENCARI-NT-1-76-20-2-09")
  private static let recalled = LegalSource("Perka BKN 1/2013", standing: .assumed)

  // MARK: - Categories

  private static let predikat = CategoryScale(
    "predikat", LocalizedText(id: "Predikat prestasi kerja", en: "Performance grade"),
    worstToBest: [
      .init("bad", LocalizedText(id: "Buruk", en: "Bad")),
      .init("poor", LocalizedText(id: "Kurang", en: "Poor")),
      .init("fair", LocalizedText(id: "Cukup", en: "Fair")),
      .init("good", LocalizedText(id: "Baik", en: "Good")),
      .init("very-good", LocalizedText(id: "Sangat Baik", en: "Very good")),
    ])

  private static let creativity = CategoryScale(
    "creativity", LocalizedText(id: "Manfaat kreativitas", en: "Benefit of creativity"),
    worstToBest: [
      .init("none", LocalizedText(id: "Tidak ada", en: "None")),
      .init("unit", LocalizedText(id: "Unit kerja", en: "Work unit")),
      .init("organisation", LocalizedText(id: "Organisasi", en: "Organisation")),
      .init("state", LocalizedText(id: "Negara", en: "State")),
    ])

  // MARK: - Figures

  @ListBuilder<RuleParameter> private static var parameters: [RuleParameter] {
    figure("weight.skp", id: "Bobot SKP", en: "Weight of work targets", "0.6", pp46)
    figure("weight.behaviour", id: "Bobot perilaku kerja", en: "Weight of behaviour", "0.4", pp46)
    figure("efficiency.limit", id: "Batas efisiensi (%)", en: "Limit of savings (%)", 24, perkaTime)
    figure("efficiency.factor", id: "Faktor efisiensi", en: "Factor of savings", "1.76", perkaTime)
    figure("efficiency.base", id: "Nilai dasar", en: "Base value", 76, perkaTime)
    flag(
      "negative.asZero", id: "Nilai negatif dihitung nol", en: "Negative values count as nought",
      true)

    figure(
      "additional.low", id: "Ambang tugas tambahan untuk poin terendah",
      en: "Additional tasks for the lowest points", 1, recalled)
    figure(
      "additional.middle", id: "Ambang tugas tambahan untuk poin tengah",
      en: "Additional tasks for the middle points", 4, recalled)
    figure(
      "additional.high", id: "Ambang tugas tambahan untuk poin tertinggi",
      en: "Additional tasks for the highest points", 7, recalled)
    figure("points.low", id: "Poin terendah", en: "Lowest points", 1, recalled)
    figure("points.middle", id: "Poin tengah", en: "Middle points", 2, recalled)
    figure("points.high", id: "Poin tertinggi", en: "Highest points", 3, recalled)
    figure(
      "creativity.unit", id: "Poin kreativitas bagi unit kerja",
      en: "Points for creativity in the work unit", 3,
      recalled)
    figure(
      "creativity.organisation", id: "Poin kreativitas bagi organisasi",
      en: "Points for creativity in the organisation", 6, recalled)
    figure(
      "creativity.state", id: "Poin kreativitas bagi negara",
      en: "Points for creativity in the state", 12, recalled)

    figure(
      "band.veryGood", id: "Batas bawah Sangat Baik", en: "Lower limit of Very good", 91, perkaBands
    )
    figure("band.good", id: "Batas bawah Baik", en: "Lower limit of Good", 76, perkaBands)
    figure("band.fair", id: "Batas bawah Cukup", en: "Lower limit of Fair", 61, perkaBands)
    figure("band.poor", id: "Batas bawah Kurang", en: "Lower limit of Poor", 51, perkaBands)
    flag(
      "band.roundFirst", id: "Nilai dibulatkan lebih dahulu",
      en: "The value is rounded first", false)
  }

  private static func figure(
    _ id: ParameterID, id indonesian: String, en english: String, _ value: Ratio,
    _ source: LegalSource
  ) -> RuleParameter {
    RuleParameter(
      id, LocalizedText(id: indonesian, en: english), .number(value), inUse, source)
  }

  private static func flag(
    _ id: ParameterID, id indonesian: String, en english: String, _ value: Bool
  ) -> RuleParameter {
    RuleParameter(id, LocalizedText(id: indonesian, en: english), .flag(value), inUse, recalled)
  }

  // MARK: - What is asked

  @ListBuilder<RuleInput> private static var inputs: [RuleInput] {
    RuleInput(
      "additionalTasks", LocalizedText(id: "Banyaknya tugas tambahan", en: "Additional tasks"),
      within: 0...1000)
    RuleInput(
      "creativity", LocalizedText(id: "Kreativitas", en: "Creativity"),
      .category(of: "creativity"))
  }

  @ListBuilder<RuleList> private static var lists: [RuleList] {
    RuleList("tasks", LocalizedText(id: "Tugas", en: "Task")) {
      quantity("target.quantity", id: "Target kuantitas", en: "Target quantity")
      quantity("realised.quantity", id: "Realisasi kuantitas", en: "Realised quantity")
      quantity("target.quality", id: "Target kualitas", en: "Target quality")
      quantity("realised.quality", id: "Realisasi kualitas", en: "Realised quality")
      quantity("target.time", id: "Target waktu", en: "Target time")
      quantity("realised.time", id: "Realisasi waktu", en: "Realised time")
      quantity("target.cost", id: "Target biaya", en: "Target cost")
      quantity("realised.cost", id: "Realisasi biaya", en: "Realised cost")
    } steps: {
      taskSteps
    }
    RuleList("behaviours", LocalizedText(id: "Aspek perilaku", en: "Aspect of behaviour")) {
      RuleInput("mark", LocalizedText(id: "Nilai", en: "Mark"), within: 0...100)
    }
  }

  private static func quantity(
    _ id: StepID, id indonesian: String, en english: String
  ) -> RuleInput {
    // Amounts up to a thousand million million: budgets in rupiah fit.
    RuleInput(
      id, LocalizedText(id: indonesian, en: english), within: 0...1_000_000_000_000_000)
  }

  // MARK: - One task

  @ListBuilder<RuleStep> private static var taskSteps: [RuleStep] {
    RuleStep(
      "quantity", LocalizedText(id: "Kuantitas", en: "Quantity"),
      formula: "realised.quantity / target.quantity * 100", source: perka1)
    RuleStep(
      "quality", LocalizedText(id: "Kualitas", en: "Quality"),
      formula: "realised.quality / target.quality * 100", source: perka1)

    saving(
      "time", id: "waktu", en: "time", target: "target.time", realised: "realised.time")
    saving(
      "cost", id: "biaya", en: "cost", target: "target.cost", realised: "realised.cost")

    RuleStep(
      "value", LocalizedText(id: "Nilai capaian tugas", en: "Value of the task"),
      formula: """
        if isMissing(target.cost) then (quantity + quality + time) / 3
        else (quantity + quality + time + cost) / 4
        """, source: perka1)
  }

  /// Time and cost follow one formula; a saving of exactly the limit is on the better side.
  @ListBuilder<RuleStep> private static func saving(
    _ aspect: StepID, id indonesian: String, en english: String, target: String, realised: String
  ) -> [RuleStep] {
    RuleStep(
      StepID(stringLiteral: "efficiency.\(aspect)"),
      LocalizedText(id: "Efisiensi \(indonesian) (%)", en: "Saving of \(english) (%)"),
      formula: FormulaText("100 - \(realised) / \(target) * 100"), source: perkaTime)
    RuleStep(
      StepID(stringLiteral: "formula.\(aspect)"),
      LocalizedText(
        id: "Nilai \(indonesian) menurut rumus", en: "Value of \(english) by the formula"),
      formula: FormulaText(
        """
        if efficiency.\(aspect) <= efficiency.limit
        then (efficiency.factor * \(target) - \(realised)) / \(target) * 100
        else efficiency.base
          - ((efficiency.factor * \(target) - \(realised)) / \(target) * 100 - 100)
        """), source: perkaTime)
    RuleStep(
      aspect,
      LocalizedText(id: indonesian.capitalizedFirst, en: english.capitalizedFirst),
      formula: FormulaText(
        "if negative.asZero then max(0, formula.\(aspect)) else formula.\(aspect)"),
      source: recalled)
  }

  // MARK: - The person

  @ListBuilder<RuleStep> private static var steps: [RuleStep] {
    RuleStep(
      "additional", LocalizedText(id: "Poin tugas tambahan", en: "Points for additional tasks"),
      formula: """
        if additionalTasks >= additional.high then points.high
        else if additionalTasks >= additional.middle then points.middle
        else if additionalTasks >= additional.low then points.low
        else 0
        """, source: recalled)
    RuleStep(
      "creative", LocalizedText(id: "Poin kreativitas", en: "Points for creativity"),
      formula: """
        if creativity = "state" then creativity.state
        else if creativity = "organisation" then creativity.organisation
        else if creativity = "unit" then creativity.unit
        else 0
        """, source: recalled)
    RuleStep(
      "skp", LocalizedText(id: "Nilai SKP", en: "Work targets (SKP)"),
      formula: "mean(tasks.value) + additional + creative", source: perka1)
    RuleStep(
      "behaviour", LocalizedText(id: "Nilai perilaku kerja", en: "Work behaviour"),
      formula: "mean(behaviours.mark)", source: recalled)
    RuleStep(
      "score", LocalizedText(id: "Nilai prestasi kerja", en: "Performance score"),
      weightedMean: [
        .init("skp", weight: "weight.skp"), .init("behaviour", weight: "weight.behaviour"),
      ], weightsTotal: 1, source: pp46)
    RuleStep(
      "score.read",
      LocalizedText(id: "Nilai yang dibaca pada tabel predikat", en: "Value read in the bands"),
      formula: "if band.roundFirst then round(score, 0, halfUp) else score", source: recalled)
    RuleStep(
      "predikat", LocalizedText(id: "Predikat", en: "Grade"), bandsOf: "score.read",
      giving: "predikat", source: perkaBands
    ) {
      Band("very-good", from: "band.veryGood")
      Band("good", from: "band.good", below: "band.veryGood")
      Band("fair", from: "band.fair", below: "band.good")
      Band("poor", from: "band.poor", below: "band.fair")
      Band("bad", below: "band.poor")
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
