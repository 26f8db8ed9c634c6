import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// *Pengelolaan kinerja pegawai ASN*: PermenPANRB 6/2022 with SE MenPANRB 3/2023.
  ///
  /// The leader rates work results and behaviour, each below, as or above expectation; the two
  /// ratings meet in one of nine cells (*kuadran kinerja*), which is the grade. There is no number:
  /// achievement informs the leader's rating and never computes it. The cells are those on which
  /// public applications that work by the regulation agree; its own drawing was not seen.
  ///
  /// Who leads a unit has the unit's achievement for a work result; pass `leadsUnit` and
  /// `organisation` for such a person. How the five grades of an organisation become three ratings
  /// is not printed in the sources seen, and marked as assumed.
  public static let permenPANRB6Of2022 = ScoringRule(
    Rule(
      "id.permenpanrb.6-2022", version: "1",
      LocalizedText(
        id: "Predikat kinerja pegawai ASN (PermenPANRB 6/2022, SE MenPANRB 3/2023)",
        en: "Grade of a state employee (PermenPANRB 6/2022, SE MenPANRB 3/2023)"),
      effective: "2022-01-01/..", sources: [permen6, circular3],
      scales: {
        ExpectationRating.scale
        OrganisationAchievement.scale
        Predikat.scale
      },
      inputs: {
        RuleInput(
          "result", LocalizedText(id: "Hasil kerja", en: "Work result"),
          .category(of: "expectation"))
        RuleInput(
          "behaviour", LocalizedText(id: "Perilaku kerja", en: "Work behaviour"),
          .category(of: "expectation"))
        RuleInput(
          "leadsUnit", LocalizedText(id: "Memimpin unit", en: "Leads a unit"), .flag)
        RuleInput(
          "organisation",
          LocalizedText(id: "Capaian kinerja organisasi", en: "Organisation's achievement"),
          .category(of: "organisation"))
      },
      steps: {
        RuleStep(
          "result.unit",
          LocalizedText(id: "Hasil kerja dari capaian unit", en: "Work result by the unit"),
          formula: """
            if organisation = "exceptional" then "above"
            else if organisation = "good" then "as-expected"
            else "below"
            """, giving: "expectation", source: inferred)
        RuleStep(
          "result.final",
          LocalizedText(id: "Hasil kerja yang dipakai", en: "Work result that counts"),
          formula: "if coalesce(leadsUnit, false) then result.unit else result",
          giving: "expectation", source: circular3)
        RuleStep(
          "predikat", LocalizedText(id: "Predikat kinerja", en: "Grade"),
          rows: "result.final", columns: "behaviour", giving: "predikat",
          CategoryMatrix(
            columns: ["below", "as-expected", "above"],
            rows: [
              "above": ["poor", "good", "very-good"],
              "as-expected": ["poor", "good", "good"],
              "below": ["very-poor", "needs-improvement", "needs-improvement"],
            ]), source: permen6)
      }),
    category: "predikat")

  private static let permen6 = LegalSource(
    "PermenPANRB 6/2022",
    link: "https://id.scribd.com/presentation/628206404/Sos-PermenPANRB-Nomor-6-Tahun-2022-v3")
  private static let circular3 = LegalSource(
    "SE MenPANRB 3/2023",
    link: "https://ainamulyana.com/2023/02/edaran-menpan-nomor-3-tahun-2023.html")
  private static let inferred = LegalSource("SE MenPANRB 3/2023", standing: .assumed)
}
