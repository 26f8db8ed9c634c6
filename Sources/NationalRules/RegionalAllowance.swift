import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// A template of the regional allowance (*tambahan penghasilan pegawai*, TPP).
  ///
  /// **No national instrument that was seen binds a formula.** PP 12/2019, article 58, and the
  /// decrees on its approval name criteria; each region writes its own regulation. This rule is the
  /// form that many share, to be changed by a reform: the base amount, times a share for
  /// productivity, and a share for discipline less deductions.
  ///
  /// The shares of 60 and 40 per cent are those of Kepahiang and Buton Tengah; others stand in
  /// ``/WeightedScoring/Reform/allowance80To20`` and ``/WeightedScoring/Reform/allowance40To60``. The deductions for
  /// lateness, early leaving and absence are recalled from common practice, and all open. A region
  /// that counts its deductions itself gives `deduction`, which then counts instead.
  public static let regionalAllowance = ScoringRule(
    Rule(
      "id.tpp.template", version: "1",
      LocalizedText(
        id: "Tambahan penghasilan pegawai (templat)", en: "Regional allowance (a template)"),
      effective: inUse, sources: [pp12], parameters: { parameters },
      tables: {
        RuleTable(
          "deduction.by.minutes",
          LocalizedText(
            id: "Potongan menurut menit terlambat atau pulang cepat",
            en: "Deduction by minutes late or left early"), source: recalled
        ) {
          RuleTable.Piece("deduction.first", below: 31)
          RuleTable.Piece("deduction.second", from: 31, below: 61)
          RuleTable.Piece("deduction.third", from: 61, below: 91)
          RuleTable.Piece("deduction.last", from: 91)
        }
      },
      inputs: {
        RuleInput(
          "base", LocalizedText(id: "Besaran TPP", en: "Base amount"), unit: rupiah, decimals: 2,
          within: 0...1_000_000_000)
        RuleInput(
          "productivity",
          LocalizedText(id: "Capaian produktivitas (0 sampai 1)", en: "Productivity (0 to 1)"),
          within: 0...1)
        RuleInput(
          "absentDays",
          LocalizedText(id: "Hari tidak masuk dalam sebulan", en: "Days of absence in the month"),
          decimals: 0, within: 0...31)
        RuleInput(
          "deduction",
          LocalizedText(
            id: "Potongan disiplin yang dihitung sendiri (0 sampai 1)",
            en: "Deduction counted elsewhere (0 to 1)"), within: 0...1)
      },
      lists: {
        RuleList(
          "offences",
          LocalizedText(id: "Keterlambatan atau pulang cepat", en: "Late coming or early leaving"),
          fields: {
            RuleInput(
              "minutes", LocalizedText(id: "Menit", en: "Minutes"), decimals: 0, within: 1...1440)
          },
          steps: {
            RuleStep(
              "share", LocalizedText(id: "Potongan", en: "Deduction"),
              formula: "lookup(deduction.by.minutes, minutes)", source: recalled)
          })
      },
      steps: { steps }),
    score: "allowance", shown: DecimalRounding(places: 0, .halfUp))

  // MARK: - Sources

  private static let inUse: DayRange = "2019-01-01/.."
  private static let figures = Figures(inUse: inUse)
  private static let rupiah = MeasurementUnit(LocalizedText(same: "rupiah"))

  private static let pp12 = LegalSource(
    "PP 12/2019", article: "Pasal 58",
    link: "https://id.scribd.com/document/496446008/PERBUP-64-2020-TPP-full")
  private static let kepahiang = LegalSource(
    "TPP Kabupaten Kepahiang (rbmedia.id)",
    link:
      "https://rbmedia.id/tpp-asn-kepahiang-tetap-dibayar-penuh-wakil-bupati-ingatkan-asn-tak-sekadar-absen/2",
    standing: .region)
  private static let recalled = LegalSource(
    "Praktik umum peraturan daerah tentang TPP", standing: .assumed)

  // MARK: - Figures

  @ListBuilder<RuleParameter> private static var parameters: [RuleParameter] {
    figures.figure(
      "weight.productivity", id: "Bobot produktivitas", en: "Weight of productivity", "0.6",
      kepahiang
    ).open(within: .numbers(0...1))
    share("deduction.first", id: "sampai 30 menit", en: "up to 30 minutes", "0.005")
    share("deduction.second", id: "31 sampai 60 menit", en: "31 to 60 minutes", "0.01")
    share("deduction.third", id: "61 sampai 90 menit", en: "61 to 90 minutes", "0.0125")
    share("deduction.last", id: "lebih dari 90 menit", en: "more than 90 minutes", "0.015")
    share("deduction.day", id: "sehari tidak masuk", en: "a day of absence", "0.03")
  }

  private static func share(
    _ id: ParameterID, id indonesian: String, en english: String, _ value: Ratio
  ) -> RuleParameter {
    figures.assumed(
      id, id: "Potongan \(indonesian)", en: "Deduction for \(english)", value, within: 0...1,
      recalled)
  }

  // MARK: - From the month to the amount

  @ListBuilder<RuleStep> private static var steps: [RuleStep] {
    RuleStep(
      "deductions", LocalizedText(id: "Potongan disiplin", en: "Deductions"),
      formula: """
        if isMissing(deduction) then min(1, sum(offences.share) + absentDays * deduction.day)
        else deduction
        """, source: recalled)
    RuleStep(
      "allowance", LocalizedText(id: "TPP yang dibayar", en: "Allowance"),
      formula: """
        base * (weight.productivity * productivity + (1 - weight.productivity) * (1 - deductions))
        """, source: kepahiang)
  }
}

extension Reform {
  /// Eighty per cent productivity, twenty discipline, as in Surakarta in 2019.
  public static let allowance80To20 = Reform(
    "tpp.80-20", LocalizedText(id: "Produktivitas 80%, disiplin 20%", en: "Productivity 80%"),
    source: LegalSource(
      "TPP Kota Surakarta 2019", link: "https://surakarta.go.id/?p=13145", standing: .region)
  ) {
    ReformChange.set("weight.productivity", .number("0.8"), during: "2019-01-01/..")
  }

  /// Forty per cent productivity, sixty discipline, as in Pariaman in 2018.
  public static let allowance40To60 = Reform(
    "tpp.40-60", LocalizedText(id: "Produktivitas 40%, disiplin 60%", en: "Productivity 40%"),
    source: LegalSource(
      "TPP Kota Pariaman 2018",
      link: "https://pariamantoday.com/2018/03/tukin-asn-pariaman-dibayarkan-awal-april.html",
      standing: .region)
  ) {
    ReformChange.set("weight.productivity", .number("0.4"), during: "2019-01-01/..")
  }
}
