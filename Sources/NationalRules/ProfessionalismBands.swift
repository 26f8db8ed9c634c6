import KinerjaCore
import RuleLanguage
public import WeightedScoring

/// The bands of the professionalism index, for a person and for an agency (Peraturan BKN 8/2019).
enum ProfessionalismBands {
  /// From the day on which the guide of BKN was promulgated.
  static let inUse: DayRange = "2019-05-15/.."

  static let source = LegalSource(
    "Peraturan BKN 8/2019",
    link:
      "https://nasional.kontan.co.id/news/berikut-rumus-pengukuran-indeks-profesionalitas-asn?page=3"
  )

  static let scale = CategoryScale(
    "professionalism", LocalizedText(id: "Tingkat profesionalitas", en: "Professionalism"),
    worstToBest: [
      .init("very-low", LocalizedText(id: "Sangat Rendah", en: "Very low")),
      .init("low", LocalizedText(id: "Rendah", en: "Low")),
      .init("medium", LocalizedText(id: "Sedang", en: "Medium")),
      .init("high", LocalizedText(id: "Tinggi", en: "High")),
      .init("very-high", LocalizedText(id: "Sangat Tinggi", en: "Very high")),
    ])

  @ListBuilder<RuleParameter> static var parameters: [RuleParameter] {
    limit("band.veryHigh", id: "Sangat Tinggi", en: "Very high", 91)
    limit("band.high", id: "Tinggi", en: "High", 81)
    limit("band.medium", id: "Sedang", en: "Medium", 71)
    limit("band.low", id: "Rendah", en: "Low", 61)
    Figures(inUse: inUse).choice(
      "band.roundFirst", id: "Nilai dibulatkan lebih dahulu", en: "Values are rounded first",
      false, source)
  }

  private static func limit(
    _ id: ParameterID, id indonesian: String, en english: String, _ value: Ratio
  ) -> RuleParameter {
    Figures(inUse: inUse).figure(
      id, id: "Batas bawah \(indonesian)", en: "Lower limit of \(english)", value, source)
  }

  /// The index as the sum of its four dimensions, and its band.
  @ListBuilder<RuleStep> static var steps: [RuleStep] {
    RuleStep(
      "index", LocalizedText(id: "Indeks profesionalitas", en: "Professionalism index"),
      formula: "qualification + competency + performance + discipline", source: source)
    RuleStep(
      "index.read", LocalizedText(id: "Indeks yang dibaca", en: "Index that is read"),
      formula: "if band.roundFirst then round(index, 0, halfUp) else index", source: source.assumed)
    RuleStep(
      "professionalism", LocalizedText(id: "Tingkat profesionalitas", en: "Professionalism"),
      bandsOf: "index.read", giving: "professionalism", source: source
    ) {
      Band("very-high", from: "band.veryHigh")
      Band("high", from: "band.high", below: "band.veryHigh")
      Band("medium", from: "band.medium", below: "band.high")
      Band("low", from: "band.low", below: "band.medium")
      Band("very-low", below: "band.low")
    }
  }
}

extension ScoringRule {
  /// *Indeks profesionalitas ASN* of an agency: the mean of its people's dimensions by groups of
  /// staff, weighted by how many they are, added up and read in the bands of
  /// ``permenPANRB38Of2018``.
  ///
  /// So an agency of PNS and PPPK publishes its index; the regulation's own text on it was not seen.
  /// Dimensions that are rounded before they are given may move the last digit.
  public static let permenPANRB38Of2018Agency = ScoringRule(
    Rule(
      "id.permenpanrb.38-2018.agency", version: "1",
      LocalizedText(
        id: "Indeks profesionalitas ASN instansi (PermenPANRB 38/2018)",
        en: "Professionalism index of an agency (PermenPANRB 38/2018)"),
      effective: ProfessionalismBands.inUse,
      sources: [LegalSource("PermenPANRB 38/2018"), ProfessionalismBands.source],
      scales: { ProfessionalismBands.scale }, parameters: { ProfessionalismBands.parameters },
      inputs: { [RuleInput]() },
      lists: {
        RuleList("groups", LocalizedText(id: "Kelompok pegawai", en: "Group of staff")) {
          RuleInput(
            "headcount", LocalizedText(id: "Jumlah pegawai", en: "Number of people"), decimals: 0,
            within: 1...5_000_000)
          mean("qualification.mean", id: "Kualifikasi", en: "Qualification", most: 25)
          mean("competency.mean", id: "Kompetensi", en: "Competency", most: 40)
          mean("performance.mean", id: "Kinerja", en: "Performance", most: 30)
          mean("discipline.mean", id: "Disiplin", en: "Discipline", most: 5)
        }
      },
      steps: {
        dimension("qualification", id: "Kualifikasi", en: "Qualification")
        dimension("competency", id: "Kompetensi", en: "Competency")
        dimension("performance", id: "Kinerja", en: "Performance")
        dimension("discipline", id: "Disiplin", en: "Discipline")
        ProfessionalismBands.steps
      }),
    score: "index", category: "professionalism")

  private static let practice = LegalSource(
    "IP ASN Kota Bima 2025",
    link:
      "https://bkpsdm.bimakota.go.id/web/detail-berita/426/hasil-pengukuran-ipasn--indeks-profesional-asn--pemerintah-kota-bima-agustus-2025",
    standing: .region)

  private static func mean(
    _ id: StepID, id indonesian: String, en english: String, most: Ratio
  ) -> RuleInput {
    RuleInput(
      id, LocalizedText(id: "Rata-rata \(indonesian)", en: "Mean \(english)"), within: 0...most)
  }

  private static func dimension(
    _ id: StepID, id indonesian: String, en english: String
  ) -> RuleStep {
    RuleStep(
      id, LocalizedText(id: indonesian, en: english),
      formula: FormulaText("weightedMean(groups.\(id).mean, groups.headcount)"), source: practice)
  }
}
