import KinerjaCore
import RuleLanguage
public import WeightedScoring

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
