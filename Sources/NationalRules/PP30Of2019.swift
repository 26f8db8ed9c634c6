import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// *Penilaian kinerja PNS*: the weights and bands of PP 30/2019, Pasal 41.
  ///
  /// Seventy per cent work targets (SKP) and thirty per cent work behaviour; sixty and forty in an
  /// agency that uses the opinions of peers and direct subordinates, which must be said. No
  /// achievement counts for more than 120. *Sangat Baik* begins at 110 and asks for a new idea
  /// besides; without one it is *Baik*, and whether there was one must be said of whoever reaches
  /// 110. The bands below 70 are recalled and not read.
  ///
  /// It stands by itself for whoever has the two values; ``permenPANRB8Of2021`` finds them and ends
  /// in the same steps.
  public static let pp30Of2019 = ScoringRule(
    Rule(
      "id.pp.30-2019", version: "1",
      LocalizedText(
        id: "Penilaian kinerja PNS (PP 30/2019)", en: "Civil servants' performance (PP 30/2019)"),
      effective: PP30Of2019.inUse, sources: [PP30Of2019.article41],
      scales: { PP30Of2019.predikat }, parameters: { PP30Of2019.figures },
      inputs: {
        RuleInput(
          "skpValue", LocalizedText(id: "Nilai SKP", en: "Value of work targets (SKP)"),
          within: 0...1000)
        PP30Of2019.inputs
      }, steps: { PP30Of2019.result(of: "skpValue") }),
    score: "score", category: "predikat")
}

/// The parts of ``/WeightedScoring/ScoringRule/pp30Of2019``, which later instruments end in.
enum PP30Of2019 {
  static let inUse: DayRange = "2021-07-01/2021-12-31"

  // MARK: - Sources

  static let article41 = LegalSource(
    "PP 30/2019", article: "Pasal 41",
    link: "https://www.pasal.id/peraturan/pp/pp-no-30-tahun-2019/koreksi/9019721")
  static let cap = LegalSource(
    "PP 30/2019",
    link:
      "https://legalstudies71.blogspot.com/2019/06/penilaian-kinerja-pegawai-negeri-sipil_82.html")

  // MARK: - Grades

  static let predikat = CategoryScale(
    "predikat", LocalizedText(id: "Predikat kinerja", en: "Performance grade"),
    worstToBest: [
      .init("very-poor", LocalizedText(id: "Sangat Kurang", en: "Very poor")),
      .init("poor", LocalizedText(id: "Kurang", en: "Poor")),
      .init("fair", LocalizedText(id: "Cukup", en: "Fair")),
      .init("good", LocalizedText(id: "Baik", en: "Good")),
      .init("very-good", LocalizedText(id: "Sangat Baik", en: "Very good")),
    ])

  // MARK: - Figures

  private static let of = Figures(inUse: inUse)

  @ListBuilder<RuleParameter> static var figures: [RuleParameter] {
    of.figure("weight.skp", id: "Bobot SKP", en: "Weight of work targets", "0.7", article41)
    of.figure(
      "weight.behaviour", id: "Bobot perilaku kerja", en: "Weight of behaviour", "0.3", article41)
    of.figure(
      "weight.skp.colleagues", id: "Bobot SKP bila rekan kerja dan bawahan berpendapat",
      en: "Weight of work targets where colleagues are heard", "0.6", article41)
    of.figure(
      "weight.behaviour.colleagues",
      id: "Bobot perilaku kerja bila rekan kerja dan bawahan berpendapat",
      en: "Weight of behaviour where colleagues are heard", "0.4", article41)
    of.figure("value.most", id: "Nilai tertinggi", en: "Highest value", 120, cap)
    of.figure(
      "band.veryGood", id: "Batas bawah Sangat Baik", en: "Lower limit of Very good", 110,
      article41)
    of.figure("band.good", id: "Batas bawah Baik", en: "Lower limit of Good", 90, article41)
    of.figure("band.fair", id: "Batas bawah Cukup", en: "Lower limit of Fair", 70, article41)
    of.assumed(
      "band.poor", id: "Batas bawah Kurang", en: "Lower limit of Poor", 50, within: 0...70,
      article41)
  }

  // MARK: - What is asked

  @ListBuilder<RuleInput> static var inputs: [RuleInput] {
    RuleInput(
      "behaviourValue", LocalizedText(id: "Nilai perilaku kerja", en: "Value of work behaviour"),
      within: 0...120)
    RuleInput(
      "usesColleagues",
      LocalizedText(
        id: "Instansi memakai pendapat rekan kerja setingkat dan bawahan langsung",
        en: "The agency uses opinions of peers and direct subordinates"), .flag)
    RuleInput(
      "newIdea",
      LocalizedText(
        id: "Menciptakan ide atau cara kerja baru yang bermanfaat bagi organisasi atau negara",
        en: "Created a new idea or method with benefit for the organisation or the state"), .flag)
  }

  // MARK: - From the two values to the grade

  /// The steps from the values of the work targets and of behaviour to the grade.
  @ListBuilder<RuleStep> static func result(
    of skp: FormulaText, _ behaviour: FormulaText = "behaviourValue"
  ) -> [RuleStep] {
    RuleStep(
      "skp.counted", LocalizedText(id: "Nilai SKP yang diperhitungkan", en: "Work targets counted"),
      formula: FormulaText("min(\(skp), value.most)"), source: cap)
    RuleStep(
      "score.alone",
      LocalizedText(
        id: "Nilai tanpa pendapat rekan kerja dan bawahan", en: "Score without colleagues"),
      weightedMean: [
        .init("skp.counted", weight: "weight.skp"),
        .init(behaviour, weight: "weight.behaviour"),
      ], weightsTotal: 1, source: article41)
    RuleStep(
      "score.colleagues",
      LocalizedText(
        id: "Nilai dengan pendapat rekan kerja dan bawahan", en: "Score with colleagues"),
      weightedMean: [
        .init("skp.counted", weight: "weight.skp.colleagues"),
        .init(behaviour, weight: "weight.behaviour.colleagues"),
      ], weightsTotal: 1, source: article41)
    RuleStep(
      "score", LocalizedText(id: "Nilai kinerja", en: "Performance score"),
      formula: "if usesColleagues then score.colleagues else score.alone", source: article41)
    RuleStep(
      "band", LocalizedText(id: "Rentang nilai", en: "Band of the score"), bandsOf: "score",
      giving: "predikat", source: article41
    ) {
      Band("very-good", from: "band.veryGood", through: "value.most")
      Band("good", from: "band.good", below: "band.veryGood")
      Band("fair", from: "band.fair", below: "band.good")
      Band("poor", from: "band.poor", below: "band.fair")
      Band("very-poor", below: "band.poor")
    }
    RuleStep(
      "predikat", LocalizedText(id: "Predikat", en: "Grade"),
      formula: """
        if band != "very-good" then band
        else if newIdea then "very-good"
        else "good"
        """, giving: "predikat", source: article41)
  }
}
