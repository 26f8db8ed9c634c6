import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// *Penilaian talenta ASN*: Keputusan Kepala BKN 411/2025, on the boxes of PermenPANRB 3/2020.
  ///
  /// Performance (*sumbu Y*) is 60 per cent the grade and 40 per cent what reinforces it; potential
  /// (*sumbu X*) joins competency, potential, qualification and integrity. Each axis is low below
  /// 60, medium below 80 and high from 80 on; the talent score is the mean of the two. All inputs
  /// but grade and schooling are values from 0 to 100; a job-person match above 100 has to be cut
  /// by who uses it, since no text seen says how.
  ///
  /// Holds from the day on which the integrated system is mandatory. Weights by a briefing on the
  /// decree, with which public code agrees; the cut-offs by that code. What a grade and a schooling
  /// are worth is local practice, and what no practice was seen for (*Sangat Kurang*, below SLTA)
  /// continues its steps: all of it assumed and open.
  public static let keputusanBKN411Of2025 = ScoringRule(
    Rule(
      "id.keputusan-bkn.411-2025", version: "1",
      LocalizedText(
        id: "Nilai dan kotak talenta (Keputusan Kepala BKN 411/2025)",
        en: "Talent score and box (Keputusan Kepala BKN 411/2025)"),
      effective: inUse, sources: [decree, TalentSources.permen3],
      scales: {
        Predikat.scale
        EducationLevel.scale
        ExpectationRating.scale
        PotentialRating.scale
        TalentBox.scale
      }, parameters: { parameters },
      tables: {
        gradeWorth.table
        educationWorth.table
      }, inputs: { inputs }, steps: { steps }),
    score: "talent", category: "box", further: ["pool"],
    shown: DecimalRounding(places: 3, .halfUp))

  // MARK: - Sources

  private static let inUse: DayRange = "2026-01-01/.."
  private static let decree = TalentSources.briefing
  private static let practice = LegalSource(
    "Aplikasi publik atas Keputusan Kepala BKN 411/2025", standing: .region)

  private static let figures = Figures(inUse: inUse)

  // MARK: - Figures

  @ListBuilder<RuleParameter> private static var parameters: [RuleParameter] {
    weight("main", id: "kinerja utama", en: "main performance", "0.6")
    weight("awards", id: "penghargaan", en: "awards", "0.15")
    weight("assignments", id: "penugasan tim", en: "team assignments", "0.15")
    weight("feedback", id: "umpan balik 360", en: "360 feedback", "0.1")

    weight("assessment", id: "hasil asesmen kompetensi", en: "competency assessment", "0.2")
    weight("development", id: "pengembangan kompetensi", en: "competency development", "0.1")
    weight("experience", id: "pengalaman jabatan", en: "job experience", "0.1")
    weight("ability", id: "potensi", en: "potential", "0.25")
    weight("education", id: "jenjang pendidikan", en: "schooling", "0.1")
    weight("field", id: "kesesuaian bidang", en: "fit of the field", "0.1")
    weight("integrity", id: "integritas dan moralitas", en: "integrity and morality", "0.15")

    weight("performance", id: "sumbu kinerja", en: "the performance axis", "0.5")
    weight("potential", id: "sumbu potensial", en: "the potential axis", "0.5")

    figures.figure(
      "cut.high", id: "Batas bawah tinggi", en: "Lower limit of high", 80, practice)
    figures.figure(
      "cut.medium", id: "Batas bawah menengah", en: "Lower limit of medium", 60, practice)

    gradeWorth.parameters(figures)
    educationWorth.parameters(figures)
  }

  private static func weight(
    _ name: String, id indonesian: String, en english: String, _ value: Ratio
  ) -> RuleParameter {
    figures.figure(
      ParameterID(stringLiteral: "weight.\(name)"), id: "Bobot \(indonesian)",
      en: "Weight of \(english)", value, decree)
  }

  private static let gradeWorth = FigureTable(
    "gradeWorth", LocalizedText(id: "Nilai predikat", en: "Worth of a grade"), by: Predikat.scale,
    [
      .assumed("very-good", 100, within: 0...100, decree),
      .assumed("good", 80, within: 0...100, decree),
      .assumed("needs-improvement", 60, within: 0...100, decree),
      .assumed("poor", 40, within: 0...100, decree),
      .assumed("very-poor", 20, within: 0...100, decree),
    ])

  private static let educationWorth = FigureTable(
    "educationWorth", LocalizedText(id: "Nilai pendidikan", en: "Worth of schooling"),
    by: EducationLevel.scale,
    [
      .assumed("s3", 100, within: 0...100, decree),
      .assumed("s2", 90, within: 0...100, decree),
      .assumed("s1", 80, within: 0...100, decree),
      .assumed("d3", 70, within: 0...100, decree),
      .assumed("slta", 60, within: 0...100, decree),
      .assumed("below-slta", 50, within: 0...100, decree),
    ])

  // MARK: - What is asked

  @ListBuilder<RuleInput> private static var inputs: [RuleInput] {
    RuleInput(
      "predikat", LocalizedText(id: "Predikat kinerja", en: "Grade"), .category(of: "predikat"))
    value("awards", id: "Penghargaan lima tahun terakhir", en: "Awards of the last five years")
    value("assignments", id: "Penugasan tim resmi", en: "Official team assignments")
    value("feedback", id: "Umpan balik 360", en: "360 feedback")

    value("assessment", id: "Hasil asesmen kompetensi", en: "Competency assessment")
    value("development", id: "Pengembangan kompetensi", en: "Competency development")
    value("experience", id: "Pengalaman jabatan", en: "Job experience")
    value("ability", id: "Potensi", en: "Potential")
    RuleInput(
      "education", LocalizedText(id: "Jenjang pendidikan", en: "Schooling"),
      .category(of: "education"))
    value("field", id: "Kesesuaian bidang pendidikan", en: "Fit of the field of study")
    value("integrity", id: "Integritas dan moralitas", en: "Integrity and morality")
  }

  private static func value(
    _ id: StepID, id indonesian: String, en english: String
  ) -> RuleInput {
    RuleInput(id, LocalizedText(id: indonesian, en: english), within: 0...100)
  }

  // MARK: - The person

  @ListBuilder<RuleStep> private static var steps: [RuleStep] {
    RuleStep(
      "main", LocalizedText(id: "Kinerja utama", en: "Main performance"),
      formula: "lookup(gradeWorth, predikat)", source: decree.assumed)
    RuleStep(
      "performance", LocalizedText(id: "Sumbu kinerja (Y)", en: "Performance axis (Y)"),
      weightedMean: terms("main", "awards", "assignments", "feedback"), weightsTotal: 1,
      source: decree)

    RuleStep(
      "schooling", LocalizedText(id: "Pendidikan", en: "Schooling counted"),
      formula: "lookup(educationWorth, education)", source: decree.assumed)
    RuleStep(
      "potential", LocalizedText(id: "Sumbu potensial (X)", en: "Potential axis (X)"),
      weightedMean: terms("assessment", "development", "experience", "ability")
        + [.init("schooling", weight: "weight.education")] + terms("field", "integrity"),
      weightsTotal: 1, source: decree)

    RuleStep(
      "talent", LocalizedText(id: "Nilai talenta", en: "Talent score"),
      weightedMean: terms("performance", "potential"), weightsTotal: 1, source: decree)

    RuleStep(
      "performance.level", LocalizedText(id: "Tingkat kinerja", en: "Level of performance"),
      bandsOf: "performance", giving: "expectation", source: practice
    ) {
      Band("above", from: "cut.high")
      Band("as-expected", from: "cut.medium", below: "cut.high")
      Band("below", below: "cut.medium")
    }
    RuleStep(
      "potential.level", LocalizedText(id: "Tingkat potensial", en: "Level of potential"),
      bandsOf: "potential", giving: "potential", source: practice
    ) {
      Band("high", from: "cut.high")
      Band("medium", from: "cut.medium", below: "cut.high")
      Band("low", below: "cut.medium")
    }
    talentSteps(performance: "performance.level", potential: "potential.level")
  }

  private static func terms(_ names: String...) -> [RuleStep.WeightedTerm] {
    names.map { .init(FormulaText($0), weight: FormulaText("weight.\($0)")) }
  }
}
