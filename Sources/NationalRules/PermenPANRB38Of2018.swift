import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// *Indeks profesionalitas ASN* of one person: PermenPANRB 38/2018 with Peraturan BKN 8/2019.
  ///
  /// Points for qualification, competency, performance and discipline add up to at most 100. What
  /// counts as competency differs for structural and functional officials on one side and
  /// implementing staff (*pelaksana*) on the other.
  ///
  /// Performance is a number, as it was when the index was made, or a grade (*predikat*), which is
  /// taken before the number. Points that the sources seen do not print, what a grade is worth, and
  /// to which band a value between two printed whole numbers belongs, are assumed and open.
  public static let permenPANRB38Of2018 = ScoringRule(
    Rule(
      "id.permenpanrb.38-2018", version: "1",
      LocalizedText(
        id: "Indeks profesionalitas ASN (PermenPANRB 38/2018, Peraturan BKN 8/2019)",
        en: "Professionalism index (PermenPANRB 38/2018, Peraturan BKN 8/2019)"),
      effective: inUse, sources: [permen38, bkn8],
      scales: {
        staff
        EducationLevel.scale
        Predikat.scale
        penalty
        ProfessionalismBands.scale
      }, parameters: { parameters }, tables: { for table in pointTables { table.table } },
      inputs: { inputs }, steps: { steps }),
    score: "index", category: "professionalism")

  // MARK: - Sources

  private static let inUse = ProfessionalismBands.inUse

  private static let permen38 = LegalSource(
    "PermenPANRB 38/2018",
    link: "https://www.pandebaik.com/2022/07/menyoal-nilai-ip-asn-khususnya-bagi.html")
  private static let bkn8 = ProfessionalismBands.source
  private static let circular = LegalSource(
    "Peraturan BKN 8/2019",
    link: "https://pdfcoffee.com/surat-edaran-pengukuran-ip-asn-tahun-2020-pdf-free.html")
  private static let figures = Figures(inUse: inUse)

  // MARK: - Categories

  private static let staff = CategoryScale(
    "staff", LocalizedText(id: "Jenis jabatan", en: "Kind of post"),
    categories: [
      .init(
        "official", LocalizedText(id: "Struktural atau fungsional", en: "Structural or functional")
      ),
      .init("implementer", LocalizedText(id: "Pelaksana", en: "Implementing staff")),
    ])

  private static let penalty = CategoryScale(
    "penalty", LocalizedText(id: "Hukuman disiplin", en: "Disciplinary penalty"),
    worstToBest: [
      .init("heavy", LocalizedText(id: "Berat", en: "Heavy")),
      .init("medium", LocalizedText(id: "Sedang", en: "Medium")),
      .init("light", LocalizedText(id: "Ringan", en: "Light")),
      .init("none", LocalizedText(id: "Tidak pernah", en: "None")),
    ])

  // MARK: - Figures

  private static let qualifications = FigureTable(
    "points.qualification", LocalizedText(id: "Poin kualifikasi", en: "Points for qualification"),
    by: EducationLevel.scale,
    [
      .printed("s3", 25, permen38),
      .printed("s2", 20, permen38),
      .assumed("s1", 15, within: 0...25, permen38),
      .assumed("d3", 10, within: 0...25, permen38),
      .assumed("slta", 5, within: 0...25, permen38),
      .assumed("below-slta", 1, within: 0...25, permen38),
    ])

  private static let training = FigureTable(
    "points.training.main",
    LocalizedText(
      id: "Poin diklat kepemimpinan atau fungsional",
      en: "Points for leadership or functional training"), by: staff,
    [
      .printed("official", 15, permen38),
      .printed("implementer", 0, permen38),
    ])

  private static let technicalTraining = FigureTable(
    "points.training.technical",
    LocalizedText(id: "Poin diklat teknis 20 JP", en: "Points for 20 hours of technical training"),
    by: staff,
    [
      .assumed("official", 15, within: 0...40, permen38),
      .printed("implementer", "22.5", permen38),
    ])

  private static let seminars = FigureTable(
    "points.seminar", LocalizedText(id: "Poin seminar", en: "Points for a seminar"), by: staff,
    [
      .assumed("official", 10, within: 0...40, permen38),
      .printed("implementer", "17.5", permen38),
    ])

  private static let performances = FigureTable(
    "points.performance", LocalizedText(id: "Poin kinerja", en: "Points for performance"),
    by: Predikat.scale,
    [
      .assumed("very-good", 30, within: 0...30, permen38),
      .assumed("good", 25, within: 0...30, permen38),
      .assumed("needs-improvement", 15, within: 0...30, permen38),
      .assumed("poor", 5, within: 0...30, permen38),
      .assumed("very-poor", 1, within: 0...30, permen38),
    ])

  private static let disciplines = FigureTable(
    "points.discipline", LocalizedText(id: "Poin disiplin", en: "Points for discipline"),
    by: penalty,
    [
      .assumed("none", 5, within: 0...5, permen38),
      .assumed("light", 3, within: 0...5, permen38),
      .assumed("medium", 2, within: 0...5, permen38),
      .assumed("heavy", 1, within: 0...5, permen38),
    ])

  private static let pointTables = [
    qualifications, training, technicalTraining, seminars, performances, disciplines,
  ]

  @ListBuilder<RuleParameter> private static var parameters: [RuleParameter] {
    for table in pointTables { table.parameters(figures) }
    limit("grade.veryGood", id: "kinerja Sangat Baik", en: "very good performance", 91, circular)
    limit("grade.good", id: "kinerja Baik", en: "good performance", 76, circular)
    limit("grade.fair", id: "kinerja Cukup", en: "fair performance", 61, circular)
    limit("grade.poor", id: "kinerja Kurang", en: "poor performance", 51, circular)
    ProfessionalismBands.parameters
  }

  private static func limit(
    _ id: ParameterID, id indonesian: String, en english: String, _ value: Ratio,
    _ source: LegalSource
  ) -> RuleParameter {
    figures.figure(
      id, id: "Batas bawah \(indonesian)", en: "Lower limit of \(english)", value, source)
  }

  // MARK: - What is asked

  @ListBuilder<RuleInput> private static var inputs: [RuleInput] {
    RuleInput(
      "staff", LocalizedText(id: "Jenis jabatan", en: "Kind of post"), .category(of: "staff"))
    RuleInput(
      "education", LocalizedText(id: "Jenjang pendidikan", en: "Schooling"),
      .category(of: "education"))
    RuleInput(
      "training.main",
      LocalizedText(
        id: "Diklat kepemimpinan atau fungsional", en: "Leadership or functional training"), .flag)
    RuleInput(
      "training.technical",
      LocalizedText(
        id: "Diklat teknis 20 JP dalam setahun", en: "20 hours of technical training in a year"),
      .flag)
    RuleInput("seminar", LocalizedText(id: "Seminar", en: "Seminar"), .flag)
    RuleInput(
      "performance.value", LocalizedText(id: "Nilai kinerja", en: "Performance value"),
      within: 0...200)
    RuleInput(
      "predikat", LocalizedText(id: "Predikat kinerja", en: "Grade"), .category(of: "predikat"))
    RuleInput(
      "penalty", LocalizedText(id: "Hukuman disiplin", en: "Disciplinary penalty"),
      .category(of: "penalty"))
  }

  // MARK: - The person

  @ListBuilder<RuleStep> private static var steps: [RuleStep] {
    RuleStep(
      "qualification", LocalizedText(id: "Kualifikasi", en: "Qualification"),
      formula: "lookup(points.qualification, education)", source: permen38)
    attended(
      "training.main", id: "diklat kepemimpinan atau fungsional",
      en: "leadership or functional training")
    attended("training.technical", id: "diklat teknis", en: "technical training")
    attended("seminar", id: "seminar", en: "a seminar")
    RuleStep(
      "competency", LocalizedText(id: "Kompetensi", en: "Competency"),
      formula: "counted.training.main + counted.training.technical + counted.seminar",
      source: permen38)

    RuleStep(
      "performance.read",
      LocalizedText(id: "Nilai kinerja yang dibaca", en: "Performance value that is read"),
      formula: """
        if band.roundFirst then round(performance.value, 0, halfUp) else performance.value
        """, source: bkn8.assumed)
    RuleStep(
      "performance.band", LocalizedText(id: "Tingkat nilai kinerja", en: "Band of performance"),
      bandsOf: "performance.read", giving: "predikat", source: circular
    ) {
      Band("very-good", from: "grade.veryGood")
      Band("good", from: "grade.good", below: "grade.veryGood")
      Band("needs-improvement", from: "grade.fair", below: "grade.good")
      Band("poor", from: "grade.poor", below: "grade.fair")
      Band("very-poor", below: "grade.poor")
    }
    RuleStep(
      "performance.grade", LocalizedText(id: "Predikat yang dipakai", en: "Grade that counts"),
      formula: "coalesce(predikat, performance.band)", giving: "predikat", source: bkn8.assumed)
    RuleStep(
      "performance", LocalizedText(id: "Kinerja", en: "Performance"),
      formula: "lookup(points.performance, performance.grade)", source: permen38.assumed)

    RuleStep(
      "discipline", LocalizedText(id: "Disiplin", en: "Discipline"),
      formula: "lookup(points.discipline, penalty)", source: permen38.assumed)
    ProfessionalismBands.steps
  }

  private static func attended(
    _ input: String, id indonesian: String, en english: String
  ) -> RuleStep {
    RuleStep(
      StepID(stringLiteral: "counted.\(input)"),
      LocalizedText(id: "Nilai \(indonesian)", en: "Counted for \(english)"),
      formula: FormulaText("if \(input) then lookup(points.\(input), staff) else 0"),
      source: permen38)
  }
}
