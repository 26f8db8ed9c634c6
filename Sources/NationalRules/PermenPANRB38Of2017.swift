public import CompetencyFrameworks
import KinerjaCore

extension CompetencyFramework {
  /// *Standar kompetensi jabatan ASN*: PermenPANRB 38/2017 (BN 2017/1907).
  ///
  /// Eight managerial competencies and a socio-cultural one, on five levels; technical ones are
  /// set for each field. Names and levels are recalled and not read, and so marked as assumed.
  public static let permenPANRB38Of2017 = CompetencyFramework(
    checked: "permenpanrb-38-2017",
    name: LocalizedText(
      id: "Standar kompetensi jabatan ASN (PermenPANRB 38/2017)",
      en: "Competency standards of civil service posts (PermenPANRB 38/2017)"),
    levels: [
      ProficiencyLevel(
        1, name: LocalizedText(id: "Paham/dalam pengembangan", en: "Understanding")),
      ProficiencyLevel(2, name: LocalizedText(id: "Dasar", en: "Basic")),
      ProficiencyLevel(3, name: LocalizedText(id: "Menengah", en: "Intermediate")),
      ProficiencyLevel(4, name: LocalizedText(id: "Mumpuni", en: "Advanced")),
      ProficiencyLevel(5, name: LocalizedText(id: "Ahli", en: "Expert")),
    ],
    competencies: [
      managerial("integrity", id: "Integritas", en: "Integrity"),
      managerial("cooperation", id: "Kerja sama", en: "Cooperation"),
      managerial("communication", id: "Komunikasi", en: "Communication"),
      managerial("results", id: "Orientasi pada hasil", en: "Result orientation"),
      managerial("service", id: "Pelayanan publik", en: "Public service"),
      managerial(
        "development", id: "Pengembangan diri dan orang lain", en: "Developing self and others"),
      managerial("change", id: "Mengelola perubahan", en: "Managing change"),
      managerial("decision", id: "Pengambilan keputusan", en: "Decision making"),
      Competency(
        "unity", name: LocalizedText(id: "Perekat bangsa", en: "Uniting the nation"),
        domain: .socioCultural),
    ], effective: "2018-01-01/..", sources: [PostTier.standards])

  private static func managerial(
    _ id: CompetencyID, id indonesian: String, en english: String
  ) -> Competency {
    Competency(id, name: LocalizedText(id: indonesian, en: english), domain: .managerial)
  }
}
