public import CompetencyFrameworks
import KinerjaCore

extension CompetencyFramework {
  /// *Kompetensi pemerintahan*: Permendagri 108/2017, for heads of regional apparatus beside
  /// ``permenPANRB38Of2017``.
  ///
  /// Seven competencies, which are certified; how their levels count was not found, so there are
  /// none. The list is recalled and not read, and so marked as assumed.
  public static let permendagri108Of2017 = CompetencyFramework(
    checked: "permendagri-108-2017",
    name: LocalizedText(
      id: "Kompetensi pemerintahan (Permendagri 108/2017)",
      en: "Governmental competencies (Permendagri 108/2017)"),
    levels: [],
    competencies: [
      governmental(
        "decentralisation", id: "Kebijakan desentralisasi", en: "Decentralisation policy"),
      governmental(
        "central-regional", id: "Hubungan pemerintah pusat dengan daerah",
        en: "Central-regional relations"),
      governmental("general-government", id: "Pemerintahan umum", en: "General government"),
      governmental(
        "regional-finance", id: "Pengelolaan keuangan daerah", en: "Regional finance"),
      governmental(
        "regional-affairs", id: "Urusan pemerintahan daerah", en: "Regional government affairs"),
      governmental(
        "regional-parliament", id: "Hubungan pemerintah daerah dengan DPRD",
        en: "Relations with the regional parliament (DPRD)"),
      governmental("ethics", id: "Etika pemerintahan", en: "Government ethics"),
    ], effective: "2018-01-01/..",
    sources: [LegalSource("Permendagri 108/2017", standing: .assumed)])

  private static func governmental(
    _ id: CompetencyID, id indonesian: String, en english: String
  ) -> Competency {
    Competency(id, name: LocalizedText(id: indonesian, en: english), domain: .governmental)
  }
}
