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
  /// 2021. What the sources seen do not print is a parameter that is marked as assumed and open: the
  /// points for additional tasks and creativity, no value below nought, a task of which nothing was
  /// done, how many aspects of behaviour are marked, and which band a value between two printed
  /// whole numbers belongs to. A cost without its target is an incomplete task, never one without
  /// budget; behaviour with too few or too many marks is missing, unless its value is handed in.
  public static let pp46Of2011 = ScoringRule(
    Rule(
      "id.pp.46-2011", version: "1",
      LocalizedText(
        id: "Penilaian prestasi kerja PNS (PP 46/2011, Perka BKN 1/2013)",
        en: "Civil servants' work performance (PP 46/2011, Perka BKN 1/2013)"),
      effective: PP46Of2011.inUse, sources: [PP46Of2011.government, PP46Of2011.agency],
      scales: {
        PP46Of2011.predikat
        PP46Of2011.creativity
      }, parameters: { PP46Of2011.figures }, inputs: { PP46Of2011.inputs },
      lists: { PP46Of2011.lists }, steps: { PP46Of2011.steps }
    ).superseding("id.pp.10-1979"),
    score: "score", category: "predikat")
}

/// The parts of ``/WeightedScoring/ScoringRule/pp46Of2011``.
enum PP46Of2011 {
  static let inUse: DayRange = "2014-01-01/2021-06-30"

  // MARK: - Sources

  static let government = LegalSource(
    "PP 46/2011", link: "https://id.scribd.com/doc/262532100/bahan-cilacap-doc")
  static let agency = LegalSource(
    "Perka BKN 1/2013", link: "https://scribd.com/document/354032278/242713082-rumus-skp-xls")
  static let agencyTime = LegalSource(
    "Perka BKN 1/2013",
    link:
      "http://denganbasmalahakubisa.blogspot.com/2014/02/tata-cara-penilaian-skp-1-aspek-waktu.html"
  )
  static let agencyBands = LegalSource(
    "Perka BKN 1/2013", link: "https://id.scribd.com/document/400519283/MENCARI-NT-1-76-20-2-09")
  static let recalled = agency.assumed

  // MARK: - What is asked

  @ListBuilder<RuleInput> static var inputs: [RuleInput] {
    RuleInput(
      "additionalTasks", LocalizedText(id: "Banyaknya tugas tambahan", en: "Additional tasks"),
      unit: .tasks, within: 0...1000)
    RuleInput(
      "creativity", LocalizedText(id: "Kreativitas", en: "Creativity"),
      .category(of: "creativity"))
    RuleInput(
      "behaviourValue",
      LocalizedText(
        id: "Nilai perilaku kerja yang ditetapkan tanpa rincian aspek",
        en: "Work behaviour fixed as a whole"), within: 0...100)
  }

  @ListBuilder<RuleList> static var lists: [RuleList] {
    RuleList("tasks", LocalizedText(id: "Tugas", en: "Task")) {
      amount("target.quantity", id: "Target kuantitas", en: "Target quantity")
      amount("realised.quantity", id: "Realisasi kuantitas", en: "Realised quantity")
      amount("target.quality", id: "Target kualitas", en: "Target quality")
      amount("realised.quality", id: "Realisasi kualitas", en: "Realised quality")
      amount("target.time", id: "Target waktu", en: "Target time")
      amount("realised.time", id: "Realisasi waktu", en: "Realised time")
      amount("target.cost", id: "Target biaya", en: "Target cost", unit: .rupiah)
      amount("realised.cost", id: "Realisasi biaya", en: "Realised cost", unit: .rupiah)
    } steps: {
      taskSteps
    }
    RuleList("behaviours", LocalizedText(id: "Aspek perilaku", en: "Aspect of behaviour")) {
      RuleInput("mark", LocalizedText(id: "Nilai", en: "Mark"), within: 0...100)
    }
  }

  private static func amount(
    _ id: StepID, id indonesian: String, en english: String, unit: MeasurementUnit? = nil
  ) -> RuleInput {
    // Amounts up to a thousand million million: budgets in rupiah fit.
    RuleInput(
      id, LocalizedText(id: indonesian, en: english), unit: unit,
      within: 0...1_000_000_000_000_000)
  }

  // MARK: - One task

  @ListBuilder<RuleStep> static var taskSteps: [RuleStep] {
    RuleStep(
      "quantity", LocalizedText(id: "Kuantitas", en: "Quantity"),
      formula: "realised.quantity / target.quantity * 100", source: agency)
    RuleStep(
      "quality", LocalizedText(id: "Kualitas", en: "Quality"),
      formula: "realised.quality / target.quality * 100", source: agency)

    saving(
      "time", id: "waktu", en: "time", target: "target.time", realised: "realised.time")
    saving(
      "cost", id: "biaya", en: "cost", target: "target.cost", realised: "realised.cost")

    RuleStep(
      "aspects", LocalizedText(id: "Rata-rata nilai aspek", en: "Mean of the aspects"),
      formula: """
        if isMissing(target.cost) and isMissing(realised.cost)
        then (quantity + quality + time) / 3
        else (quantity + quality + time + cost) / 4
        """, source: agency)
    RuleStep(
      "value", LocalizedText(id: "Nilai capaian tugas", en: "Value of the task"),
      formula: """
        if realised.quantity > 0 then aspects else if undone.asZero then 0 else aspects
        """, source: recalled)
  }

  /// Time and cost follow one formula; a saving of exactly the limit is on the better side.
  @ListBuilder<RuleStep> private static func saving(
    _ aspect: StepID, id indonesian: String, en english: String, target: String, realised: String
  ) -> [RuleStep] {
    RuleStep(
      StepID(stringLiteral: "efficiency.\(aspect)"),
      LocalizedText(id: "Efisiensi \(indonesian) (%)", en: "Saving of \(english) (%)"),
      formula: FormulaText("100 - \(realised) / \(target) * 100"), source: agencyTime)
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
        """), source: agencyTime)
    RuleStep(
      aspect,
      LocalizedText(id: indonesian.capitalizedFirst, en: english.capitalizedFirst),
      formula: FormulaText(
        "if negative.asZero then max(0, formula.\(aspect)) else formula.\(aspect)"),
      source: recalled)
  }

  // MARK: - The person

  @ListBuilder<RuleStep> static var steps: [RuleStep] {
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
      formula: "mean(tasks.value) + additional + creative", source: agency)
    RuleStep(
      "marks",
      LocalizedText(id: "Banyaknya aspek perilaku yang dinilai", en: "Aspects of behaviour marked"),
      formula: "coalesce(count(behaviours), 0)", source: recalled)
    RuleStep(
      "behaviour", LocalizedText(id: "Nilai perilaku kerja", en: "Work behaviour"),
      formula: """
        if marks >= aspects.least and marks <= aspects.most then mean(behaviours.mark)
        else behaviourValue
        """, source: recalled)
    RuleStep(
      "score", LocalizedText(id: "Nilai prestasi kerja", en: "Performance score"),
      weightedMean: [
        .init("skp", weight: "weight.skp"), .init("behaviour", weight: "weight.behaviour"),
      ], weightsTotal: 1, source: government)
    RuleStep(
      "score.read",
      LocalizedText(id: "Nilai yang dibaca pada tabel predikat", en: "Value read in the bands"),
      formula: "if band.roundFirst then round(score, 0, halfUp) else score", source: recalled)
    RuleStep(
      "predikat", LocalizedText(id: "Predikat", en: "Grade"), bandsOf: "score.read",
      giving: "predikat", source: agencyBands
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
