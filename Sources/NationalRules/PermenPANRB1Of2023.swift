import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// *Angka kredit jabatan fungsional*: PermenPANRB 1/2023 with Peraturan BKN 3/2023.
  ///
  /// Each period of up to a year gives months ∕ 12 × the share for its grade (*predikat*) × the
  /// coefficient of the level (*jenjang*); the periods are added up and held against what the next
  /// rank and the next level need. A list of periods may span years: twelve months of one and two of
  /// the next. Credits that a person brings along (*angka kredit dasar*, from integration, or of
  /// earlier periods) are given apart for the present rank and for the present level.
  ///
  /// From 2023 on, the first year that BKN's own examples convert; the day of effect was not read.
  /// The deck prints two decimals and most applications keep three, so the number of decimals is
  /// open. That each period is rounded before it is added is how the deck's table adds.
  public static let permenPANRB1Of2023 = ScoringRule(
    Rule(
      "id.permenpanrb.1-2023", version: "1",
      LocalizedText(
        id: "Angka kredit jabatan fungsional (PermenPANRB 1/2023, Peraturan BKN 3/2023)",
        en: "Credit points of a functional post (PermenPANRB 1/2023, Peraturan BKN 3/2023)"),
      effective: inUse, sources: [permen1, bkn3],
      scales: {
        FunctionalLevel.scale
        Predikat.scale
        standing
      }, parameters: { parameters },
      tables: {
        shares.table
        coefficients.table
        rankNeeds.table
      }, inputs: { inputs }, lists: { lists },
      steps: { steps }),
    score: "credits", category: "standing", further: ["short.rank", "short.level"],
    shown: DecimalRounding(places: 3, .halfUp))

  // MARK: - Sources

  private static let inUse: DayRange = "2023-01-01/.."

  private static let permen1 = LegalSource(
    "PermenPANRB 1/2023",
    link: "https://fliphtml5.com/xtqsj/ulfq/Permen_PANRB_Nomor_1_Tahun_2023_230304_162045/84")
  private static let bkn3 = LegalSource(
    "Peraturan BKN 3/2023",
    link:
      "https://id.scribd.com/presentation/694983391/3-PERHITUNGAN-KONVERSI-PREDIKAT-KINERJA-PERBKN-NO-3-TAHUN-2023-TEKNIS"
  )
  private static let bkn3Example = LegalSource(
    "Peraturan BKN 3/2023",
    link: "https://fliphtml5.com/ffcwr/kblm/Peraturan_BKN_Nomor_3_Tahun_2023/25")
  private static let bkn3Needs = LegalSource(
    "Peraturan BKN 3/2023",
    link:
      "https://id.scribd.com/document/712964724/Teknis-Penyesuaian-AK-dari-Konvensional-ke-Integrasi"
  )
  private static let practice = LegalSource(
    "Aplikasi publik atas PermenPANRB 1/2023", standing: .region)

  private static let figures = Figures(inUse: inUse)

  // MARK: - Categories

  private static let standing = CategoryScale(
    "standing",
    LocalizedText(id: "Angka kredit kumulatif", en: "Cumulative credit points"),
    worstToBest: [
      .init("short", LocalizedText(id: "belum mencukupi", en: "not yet enough")),
      .init("rank", LocalizedText(id: "cukup untuk kenaikan pangkat", en: "enough for the rank")),
      .init("level", LocalizedText(id: "cukup untuk kenaikan jenjang", en: "enough for the level")),
    ])

  // MARK: - Figures

  private static let shares = FigureTable(
    "share", LocalizedText(id: "Bagian menurut predikat", en: "Share by grade"), by: Predikat.scale,
    [
      .printed("very-good", "1.5", bkn3),
      .printed("good", 1, bkn3),
      .printed("needs-improvement", "0.75", bkn3),
      .printed("poor", "0.5", bkn3),
      .printed("very-poor", "0.25", bkn3),
    ])

  private static let coefficients = FigureTable(
    "coefficient", LocalizedText(id: "Koefisien per tahun", en: "Coefficient a year"),
    by: FunctionalLevel.scale,
    [
      .printed("pemula", "3.75", practice),
      .printed("terampil", 5, practice),
      .printed("mahir", "12.5", practice),
      .printed("penyelia", 25, practice),
      .printed("pertama", "12.5", bkn3),
      .printed("muda", 25, bkn3Example),
      .printed("madya", "37.5", practice),
      .printed("utama", 50, practice),
    ])

  private static let rankNeeds = FigureTable(
    "rankNeed", LocalizedText(id: "Kebutuhan kenaikan pangkat", en: "Credits for the next rank"),
    by: FunctionalLevel.scale,
    [
      .printed("pemula", 15, permen1),
      .printed("terampil", 20, permen1),
      .printed("mahir", 50, permen1),
      .printed("penyelia", 100, permen1),
      .printed("pertama", 50, bkn3Needs),
      .printed("muda", 100, bkn3Needs),
      .printed("madya", 150, bkn3Needs),
      .printed("utama", 200, bkn3Needs),
    ])

  @ListBuilder<RuleParameter> private static var parameters: [RuleParameter] {
    shares.parameters(figures)
    coefficients.parameters(figures)
    rankNeeds.parameters(figures)

    levelNeed("pemula", "Pemula", 15)
    // A BKN deck has 60, public code 40 for who started at II/c.
    levelNeed("terampil", "Terampil", 60, bkn3.assumed).open(within: .oneOf([40, 60]))
    levelNeed("fromIIc", "Terampil II/c", 40, bkn3.assumed).open(within: .oneOf([40, 60]))
    levelNeed("mahir", "Mahir", 100)
    levelNeed("pertama", "Ahli Pertama", 100)
    levelNeed("muda", "Ahli Muda", 200)
    levelNeed("madya", "Ahli Madya", 450)

    RuleParameter(
      "decimals", LocalizedText(id: "Banyaknya desimal", en: "Number of decimals"), 3, inUse,
      bkn3.assumed
    ).open(within: .oneOf([2, 3]))
  }

  private static func levelNeed(
    _ name: String, _ label: String, _ value: Ratio, _ source: LegalSource = bkn3Needs
  ) -> RuleParameter {
    figures.figure(
      ParameterID(stringLiteral: "levelNeed.\(name)"),
      id: "Kebutuhan kenaikan jenjang: \(label)", en: "Credits for the next level: \(label)",
      value, source)
  }

  // MARK: - What is asked

  @ListBuilder<RuleInput> private static var inputs: [RuleInput] {
    RuleInput(
      "jenjang", LocalizedText(id: "Jenjang", en: "Level"), .category(of: "jenjang"),
      isRequired: true)
    RuleInput(
      "before.rank",
      LocalizedText(id: "Angka kredit sebelumnya dalam pangkat", en: "Earlier credits in the rank"),
      within: 0...1000)
    RuleInput(
      "before.level",
      LocalizedText(
        id: "Angka kredit sebelumnya dalam jenjang", en: "Earlier credits in the level"),
      within: 0...1000)
    RuleInput(
      "fromIIc",
      LocalizedText(id: "Mulai pada golongan II/c", en: "Started at rank II/c"), .flag)
  }

  @ListBuilder<RuleList> private static var lists: [RuleList] {
    RuleList("periods", LocalizedText(id: "Periode", en: "Period")) {
      RuleInput(
        "months", LocalizedText(id: "Bulan", en: "Months"), decimals: 0, within: 1...12,
        isRequired: true)
      RuleInput(
        "predikat", LocalizedText(id: "Predikat kinerja", en: "Grade"), .category(of: "predikat"),
        isRequired: true)
    } steps: {
      RuleStep(
        "predikat.share", LocalizedText(id: "Bagian predikat", en: "Share of the grade"),
        formula: "lookup(share, predikat)", source: bkn3)
      RuleStep(
        "unrounded", LocalizedText(id: "Angka kredit sebelum pembulatan", en: "Credits unrounded"),
        formula: "months / 12 * predikat.share * jenjang.coefficient", source: bkn3)
      RuleStep(
        "credit", LocalizedText(id: "Angka kredit", en: "Credits"),
        formula:
          "if decimals = 2 then round(unrounded, 2, halfUp) else round(unrounded, 3, halfUp)",
        source: bkn3.assumed)
    }
  }

  // MARK: - The person

  @ListBuilder<RuleStep> private static var steps: [RuleStep] {
    RuleStep(
      "jenjang.coefficient",
      LocalizedText(id: "Koefisien jenjang", en: "Coefficient of the level"),
      formula: "lookup(coefficient, jenjang)", source: permen1)
    RuleStep(
      "credits", LocalizedText(id: "Angka kredit dari konversi", en: "Converted credits"),
      formula: "sum(periods.credit)", source: bkn3)

    RuleStep(
      "total.rank", LocalizedText(id: "Angka kredit dalam pangkat", en: "Credits in the rank"),
      formula: "coalesce(before.rank, 0) + credits", source: bkn3.assumed)
    RuleStep(
      "need.rank",
      LocalizedText(id: "Dibutuhkan untuk pangkat", en: "Needed for the next rank"),
      formula: "lookup(rankNeed, jenjang)", source: permen1)
    RuleStep(
      "short.rank", LocalizedText(id: "Kekurangan untuk pangkat", en: "Short of the next rank"),
      formula: "max(0, need.rank - total.rank)", source: permen1)

    RuleStep(
      "total.level", LocalizedText(id: "Angka kredit dalam jenjang", en: "Credits in the level"),
      formula: "coalesce(before.level, 0) + credits", source: bkn3.assumed)
    RuleStep(
      "hasNext", LocalizedText(id: "Ada jenjang berikutnya", en: "There is a next level"),
      formula: "not (jenjang = \"penyelia\" or jenjang = \"utama\")", source: bkn3Needs)
    RuleStep(
      "need.level",
      LocalizedText(id: "Dibutuhkan untuk jenjang", en: "Needed for the next level"),
      source: bkn3Needs
    ) {
      StepVariant(
        "general", LocalizedText(id: "Umum", en: "General"), when: "hasNext",
        formula: """
          if jenjang = "pemula" then levelNeed.pemula
          else if jenjang = "terampil" then levelNeed.terampil
          else if jenjang = "mahir" then levelNeed.mahir
          else if jenjang = "pertama" then levelNeed.pertama
          else if jenjang = "muda" then levelNeed.muda
          else levelNeed.madya
          """)
      StepVariant(
        "fromIIc", LocalizedText(id: "Terampil sejak II/c", en: "Terampil from II/c"),
        when: "jenjang = \"terampil\" and coalesce(fromIIc, false)", overrides: ["general"],
        formula: "levelNeed.fromIIc", source: bkn3.assumed)
    }
    RuleStep(
      "short.level", LocalizedText(id: "Kekurangan untuk jenjang", en: "Short of the next level"),
      formula: "max(0, need.level - total.level)", source: bkn3Needs)

    RuleStep(
      "standing", LocalizedText(id: "Kecukupan angka kredit", en: "Whether credits are enough"),
      formula: """
        if hasNext and total.level >= need.level then "level"
        else if total.rank >= need.rank then "rank"
        else "short"
        """, giving: "standing", source: permen1)
  }
}
