import CompetencyFrameworks
import KinerjaCore

/// The shape of PermenPANRB 38/2017 as it is remembered, for tests only: eight managerial and one
/// socio-cultural competency on five levels.
enum AssumedFramework {
  static let file = """
    {
      "id": "permenpanrb-38-2017",
      "name": {"id": "Standar kompetensi ASN", "en": "Competency standard of the civil service"},
      "levels": [
        {"value": 1, "name": {"id": "Paham/dalam pengembangan", "en": "Understanding"}},
        {"value": 2, "name": {"id": "Dasar", "en": "Basic"}},
        {"value": 3, "name": {"id": "Menengah", "en": "Intermediate"}},
        {"value": 4, "name": {"id": "Mumpuni", "en": "Advanced"}},
        {"value": 5, "name": {"id": "Ahli", "en": "Expert"}}
      ],
      "competencies": [
        {"id": "integrity", "name": {"id": "Integritas", "en": "Integrity"}, "domain": "managerial",
         "behaviours": [
           {"text": {"id": "Bertindak sesuai nilai", "en": "Acts by the values"}, "level": 1},
           {"text": {"id": "Mengingatkan rekan kerja", "en": "Reminds colleagues"}, "level": 2}
         ]},
        {"id": "cooperation", "name": {"id": "Kerja sama", "en": "Cooperation"},
         "domain": "managerial"},
        {"id": "communication", "name": {"id": "Komunikasi", "en": "Communication"},
         "domain": "managerial"},
        {"id": "results", "name": {"id": "Orientasi pada hasil", "en": "Result orientation"},
         "domain": "managerial"},
        {"id": "service", "name": {"id": "Pelayanan publik", "en": "Public service"},
         "domain": "managerial"},
        {"id": "development", "domain": "managerial",
         "name": {"id": "Pengembangan diri dan orang lain", "en": "Developing self and others"}},
        {"id": "change", "name": {"id": "Mengelola perubahan", "en": "Managing change"},
         "domain": "managerial"},
        {"id": "decision", "name": {"id": "Pengambilan keputusan", "en": "Decision making"},
         "domain": "managerial"},
        {"id": "unity", "name": {"id": "Perekat bangsa", "en": "Uniting the nation"},
         "domain": "socio-cultural"}
      ],
      "sources": [{"instrument": "PermenPANRB 38/2017", "standing": "assumed"}]
    }
    """

  static func framework() throws -> CompetencyFramework {
    try JSONDocument(file).read(CompetencyFramework.self)
  }

  /// A post that asks one level of all nine competencies.
  static func post(_ level: Int) throws -> PostProfile {
    try PostProfile(
      post: "post", framework: "permenpanrb-38-2017",
      requirements: framework().competencies.map { .init($0.id, level: level) })
  }

  /// A person with so many levels in the order of the framework; nil was not observed.
  static func person(_ levels: [Ratio?]) throws -> PersonProfile {
    try PersonProfile(
      person: "p", framework: "permenpanrb-38-2017", day: "2026-03-01",
      observations: zip(framework().competencies, levels).compactMap { competency, level in
        level.map { .init(competency.id, level: $0, raterCount: 3, evidence: ["report-1"]) }
      })
  }
}

extension JobPersonMatchRule {
  /// The bands of Peraturan BKN 26/2019 in a rule, for tests only; the rule itself is national.
  static let assumed = JobPersonMatchRule(
    checked: [
      MatchBand("MS", name: LocalizedText(id: "Memenuhi Syarat", en: "Qualified"), from: 80),
      MatchBand(
        "MMS", name: LocalizedText(id: "Masih Memenuhi Syarat", en: "Still qualified"), from: 68),
      MatchBand(
        "KMS", name: LocalizedText(id: "Kurang Memenuhi Syarat", en: "Less qualified"), from: nil),
    ], sources: [LegalSource("Peraturan BKN 26/2019", standing: .assumed)])
}
