import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// *Disiplin PNS*: what PP 94/2021 lays on absence without a valid reason.
  ///
  /// Working days of absence add up over a year (`days`); ten without a break (`consecutive`) lead to
  /// dismissal whatever the sum. Late coming and early leaving add up too (`hoursLate`): that 7.5
  /// hours make a day, and that only whole days count, is recalled and marked as assumed.
  ///
  /// The score is the days that count, the category the penalty; further steps give its level, the
  /// cut of the allowance in per cent, how many months it lasts, and whether pay stops.
  /// ``/NationalRules/AbsenceCount`` counts both from the days of absence and a calendar.
  public static let pp94Of2021 = ScoringRule(
    Rule(
      "id.pp.94-2021", version: "1",
      LocalizedText(
        id: "Hukuman disiplin atas ketidakhadiran PNS (PP 94/2021)",
        en: "Penalties for civil servants' absence (PP 94/2021)"),
      effective: inUse, sources: [pp94],
      scales: {
        DisciplinePenalty.scale
        DisciplinePenalty.Level.scale
      },
      parameters: { parameters }, tables: { tables },
      inputs: {
        RuleInput(
          "days",
          LocalizedText(
            id: "Hari kerja tanpa alasan sah, kumulatif setahun",
            en: "Working days without a valid reason, over the year"), unit: days, decimals: 0,
          within: 0...366)
        RuleInput(
          "consecutive",
          LocalizedText(
            id: "Hari kerja tanpa alasan sah, terus-menerus",
            en: "Working days without a valid reason, without a break"), unit: days, decimals: 0,
          within: 0...366)
        RuleInput(
          "hoursLate",
          LocalizedText(
            id: "Jam terlambat dan pulang cepat, kumulatif setahun",
            en: "Hours late or left early, over the year"), unit: hours, decimals: 2,
          within: 0...3000)
      },
      steps: { steps }),
    score: "days.counted", category: "penalty", further: ["level", "allowance.cut", "months"],
    shown: DecimalRounding(places: 0, .halfUp))

  // MARK: - Sources

  private static let inUse: DayRange = "2021-08-31/.."

  private static let pp94 = LegalSource(
    "PP 94/2021",
    link:
      "https://m.goriau.com/berita/baca/aturan-baru-pns-dipecat-bila-tak-masuk-kerja-28-hari-dalam-setahun.html"
  )
  private static let heavyDays = LegalSource(
    "PP 94/2021",
    link:
      "https://parapuan.co/read/532917661/pns-bolos-10-hari-kerja-bakal-dipecat-ini-aturan-terbaru-pemerintah?page=2"
  )
  private static let tenDays = LegalSource(
    "PP 94/2021", link: "https://nasional.kompas.com/read/2021/09/14/14122101/twitter.com")
  private static let figures = Figures(inUse: inUse)

  private static let days = MeasurementUnit(
    LocalizedText(id: "hari", en: "days"), singular: LocalizedText(id: "hari", en: "day"))
  private static let hours = MeasurementUnit(
    LocalizedText(id: "jam", en: "hours"), singular: LocalizedText(id: "jam", en: "hour"),
    decimals: 2)
  private static let hoursPerDay = MeasurementUnit(
    LocalizedText(id: "jam/hari", en: "hours a day"), decimals: 2)
  private static let months = MeasurementUnit(
    LocalizedText(id: "bulan", en: "months"), singular: LocalizedText(id: "bulan", en: "month"))

  // MARK: - Figures

  @ListBuilder<RuleParameter> private static var parameters: [RuleParameter] {
    figures.assumed(
      "hoursPerDay", id: "Jam yang dihitung satu hari", en: "Hours that count as a day", "7.5",
      within: 1...24, pp94, unit: hoursPerDay)
    from("oral", id: "teguran lisan", en: "oral reprimand", 3)
    from("written", id: "teguran tertulis", en: "written reprimand", 4)
    from(
      "statement", id: "pernyataan tidak puas", en: "written statement of dissatisfaction", 7)
    from("cut.6", id: "pemotongan 6 bulan", en: "six months' cut", 11)
    from("cut.9", id: "pemotongan 9 bulan", en: "nine months' cut", 14)
    from("cut.12", id: "pemotongan 12 bulan", en: "twelve months' cut", 17)
    from("demotion", id: "penurunan jabatan", en: "demotion", 21)
    figures.figure(
      "from.release", id: "Hari sejak pembebasan jabatan", en: "Days for release to executor", 25,
      heavyDays, unit: days)
    figures.figure(
      "from.dismissal", id: "Hari sejak pemberhentian", en: "Days for dismissal", 28, heavyDays,
      unit: days)
    figures.figure(
      "consecutive.limit", id: "Hari terus-menerus sejak pemberhentian",
      en: "Days without a break for dismissal", 10, tenDays, unit: days)
    figures.figure(
      "cut", id: "Pemotongan tunjangan (%)", en: "Cut of the allowance (%)", 25, pp94,
      unit: .percent)
    figures.figure(
      "months.6", id: "Lama pemotongan ringan (bulan)", en: "Shortest cut (months)", 6, pp94,
      unit: months)
    figures.figure(
      "months.9", id: "Lama pemotongan tengah (bulan)", en: "Middle cut (months)", 9, pp94,
      unit: months)
    figures.figure(
      "months.12", id: "Lama pemotongan terlama (bulan)", en: "Longest cut (months)", 12, pp94,
      unit: months)
    figures.figure(
      "months.post", id: "Lama penurunan atau pembebasan (bulan)",
      en: "Demotion or release (months)", 12, pp94, unit: months)
  }

  private static func from(
    _ penalty: String, id indonesian: String, en english: String, _ days: Ratio
  ) -> RuleParameter {
    figures.figure(
      ParameterID(stringLiteral: "from.\(penalty)"), id: "Hari sejak \(indonesian)",
      en: "Days for \(english)", days, pp94, unit: Self.days)
  }

  // MARK: - What each penalty means

  @ListBuilder<RuleTable> private static var tables: [RuleTable] {
    RuleTable(
      "levels", LocalizedText(id: "Tingkat hukuman", en: "Level of the penalty"),
      .rows(
        by: "penalty",
        DisciplinePenalty.allCases.map {
          .init(FormulaText($0.rawValue), FormulaText($0.level.rawValue))
        }), giving: "level", source: pp94)
    RuleTable(
      "duration", LocalizedText(id: "Lama hukuman (bulan)", en: "Months that the penalty lasts"),
      .rows(
        by: "penalty",
        [
          .init("none", 0), .init("oral", 0), .init("written", 0), .init("statement", 0),
          .init("cut-6", "months.6"), .init("cut-9", "months.9"), .init("cut-12", "months.12"),
          .init("demotion", "months.post"), .init("release", "months.post"),
          .init("dismissal", 0),
        ]), source: pp94)
  }

  // MARK: - From days to the penalty

  @ListBuilder<RuleStep> private static var steps: [RuleStep] {
    RuleStep(
      "days.late", LocalizedText(id: "Hari dari jam terlambat", en: "Days from hours late"),
      formula: "coalesce(hoursLate, 0) / hoursPerDay",
      rounded: DecimalRounding(places: 0, .floor), source: pp94.assumed)
    RuleStep(
      "days.counted", LocalizedText(id: "Hari yang dihitung", en: "Days that count"),
      formula: "days + days.late", source: pp94.assumed)
    RuleStep(
      "penalty.cumulative", LocalizedText(id: "Hukuman menurut jumlah", en: "Penalty by the sum"),
      bandsOf: "days.counted", giving: "penalty", source: pp94
    ) {
      Band("none", below: "from.oral")
      Band("oral", from: "from.oral", below: "from.written")
      Band("written", from: "from.written", below: "from.statement")
      Band("statement", from: "from.statement", below: "from.cut.6")
      Band("cut-6", from: "from.cut.6", below: "from.cut.9")
      Band("cut-9", from: "from.cut.9", below: "from.cut.12")
      Band("cut-12", from: "from.cut.12", below: "from.demotion")
      Band("demotion", from: "from.demotion", below: "from.release")
      Band("release", from: "from.release", below: "from.dismissal")
      Band("dismissal", from: "from.dismissal")
    }
    RuleStep(
      "pay.stops",
      LocalizedText(id: "Gaji dihentikan bulan berikutnya", en: "Pay stops next month"),
      formula: "consecutive >= consecutive.limit", source: tenDays)
    RuleStep(
      "penalty", LocalizedText(id: "Hukuman disiplin", en: "Penalty"),
      formula: #"if pay.stops then "dismissal" else penalty.cumulative"#, giving: "penalty",
      source: tenDays)
    RuleStep(
      "level", LocalizedText(id: "Tingkat hukuman", en: "Level of the penalty"),
      formula: "lookup(levels, penalty)", giving: "level", source: pp94)
    RuleStep(
      "allowance.cut", LocalizedText(id: "Pemotongan tunjangan kinerja (%)", en: "Cut (%)"),
      formula: #"if level = "medium" then cut else 0"#, source: pp94)
    RuleStep(
      "months", LocalizedText(id: "Lama hukuman (bulan)", en: "Months that the penalty lasts"),
      formula: "lookup(duration, penalty)", source: pp94)
  }
}
