public import KinerjaCore
public import RuleLanguage
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
  /// is not printed in the sources seen: each is a parameter, assumed and open. Whoever hands in
  /// neither of the two says that the person leads no unit. With the unit's achievement alone, the
  /// grade is given if it would be the same for a leader, and else it is missing until `leadsUnit`
  /// is known.
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
      parameters: {
        rating("exceptional", .exceptional, "above")
        rating("good", .good, "as-expected")
        rating("needsImprovement", .needsImprovement, "below")
        rating("poor", .poor, "below")
        rating("veryPoor", .veryPoor, "below")
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
            if organisation = "exceptional" then unit.exceptional
            else if organisation = "good" then unit.good
            else if organisation = "needs-improvement" then unit.needsImprovement
            else if organisation = "poor" then unit.poor
            else unit.veryPoor
            """, giving: "expectation", source: circular3.assumed)
        RuleStep(
          "result.final",
          LocalizedText(id: "Hasil kerja yang dipakai", en: "Work result that counts"),
          formula: """
            if isMissing(leadsUnit) and (isMissing(organisation) or result = result.unit)
            then result
            else if leadsUnit then result.unit
            else result
            """, giving: "expectation", source: circular3)
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
      }
    ).superseding("id.permenpanrb.8-2021"),
    category: "predikat")

  private static let permen6 = LegalSource(
    "PermenPANRB 6/2022",
    link: "https://id.scribd.com/presentation/628206404/Sos-PermenPANRB-Nomor-6-Tahun-2022-v3")
  private static let circular3 = LegalSource(
    "SE MenPANRB 3/2023",
    link: "https://ainamulyana.com/2023/02/edaran-menpan-nomor-3-tahun-2023.html")

  private static func rating(
    _ name: String, _ achievement: OrganisationAchievement, _ rating: CategoryID
  ) -> RuleParameter {
    Figures(inUse: "2022-01-01/..").choice(
      ParameterID(stringLiteral: "unit.\(name)"),
      id: "Hasil kerja pimpinan unit yang capaiannya \(achievement.label.indonesian)",
      en: "Work result of who leads a unit that achieved \(achievement.label.english)", rating,
      of: ExpectationRating.scale, circular3)
  }

  /// The year's achievement of an organisation (*capaian kinerja organisasi tahunan*) by SE
  /// MenPANRB 3/2023, from a table that the agency hands in.
  ///
  /// The circular combines what became of the performance agreement with what the leader expected of
  /// the unit. Its table was not found, and none is invented here.
  ///
  /// - Parameters:
  ///   - agreement: The grades of the performance agreement; the rows.
  ///   - expectation: The grades by the leader's expectation; the columns.
  ///   - table: For each pair a category of ``/NationalRules/OrganisationAchievement``.
  ///   - source: Where the table was read.
  public static func annualOrganisationAchievement(
    agreement: CategoryScale, expectation: CategoryScale, _ table: CategoryMatrix,
    source: LegalSource
  ) -> ScoringRule {
    ScoringRule(
      Rule(
        "id.se-menpanrb.3-2023.organisation", version: "1",
        LocalizedText(
          id: "Capaian kinerja organisasi tahunan (SE MenPANRB 3/2023)",
          en: "Organisation's achievement in a year (SE MenPANRB 3/2023)"),
        effective: "2023-01-31/..", sources: [circular3, source],
        scales: [agreement, expectation, OrganisationAchievement.scale], parameters: [],
        inputs: [
          RuleInput(
            "agreement",
            LocalizedText(id: "Capaian perjanjian kinerja", en: "Performance agreement"),
            .category(of: agreement.id)),
          RuleInput(
            "expectation",
            LocalizedText(id: "Ekspektasi pimpinan", en: "Leader's expectation"),
            .category(of: expectation.id)),
        ], lists: [],
        steps: [
          RuleStep(
            "organisation",
            LocalizedText(id: "Capaian kinerja organisasi", en: "Organisation's achievement"),
            rows: "agreement", columns: "expectation", giving: "organisation", table,
            source: source)
        ]),
      category: "organisation")
  }
}
