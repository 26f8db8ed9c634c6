import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// The score of an employee of the Ministry of Finance (*nilai kinerja pegawai*, NKP), which mixes
  /// the organisation's score (NKO) with the employee's own calculated result.
  ///
  /// Half and half for heads of units, those one level below and substantive functional officials; 30
  /// to 70 for others; whoever falls short of the organisation has 10 per cent of its score and 90 of
  /// the own result. The shares were read in a public quiz of the ministry's training, which
  /// does not name the decree; when they came into force is assumed.
  public static let ministryEmployeeScore = ScoringRule(
    Rule(
      "id.kemenkeu.nkp", version: "1",
      LocalizedText(
        id: "Nilai kinerja pegawai Kementerian Keuangan",
        en: "Score of an employee of the Ministry of Finance"),
      effective: inUse, sources: [quiz], scales: { positions },
      parameters: {
        share("share.near", id: "dekat pimpinan", en: "near the top", "0.5")
        share("share.far", id: "jauh dari pimpinan", en: "far from the top", "0.3")
        share("share.short", id: "hasil di bawah NKO", en: "below the organisation", "0.1")
      },
      inputs: {
        RuleInput(
          "organisation", LocalizedText(id: "Nilai kinerja organisasi (NKO)", en: "NKO"),
          within: 0...120)
        RuleInput(
          "own", LocalizedText(id: "Hasil perhitungan pegawai", en: "Own calculated result"),
          within: 0...120)
        RuleInput(
          "position", LocalizedText(id: "Kedudukan", en: "Position"), .category(of: "position"))
      },
      steps: {
        RuleStep(
          "share", LocalizedText(id: "Bagian NKO", en: "Share of the organisation"),
          formula: """
            if own < organisation then share.short
            else if position = "lower" or position = "functional-other" then share.far
            else share.near
            """, source: quiz)
        RuleStep(
          "score", LocalizedText(id: "Nilai kinerja pegawai", en: "Score of the employee"),
          formula: "share * organisation + (1 - share) * own", source: quiz)
      }),
    score: "score")

  private static let inUse: DayRange = "2023-01-01/.."
  private static let quiz = LegalSource(
    "Kuis pelatihan publik Kementerian Keuangan tentang NKP", standing: .region)

  private static let positions = CategoryScale(
    "position", LocalizedText(id: "Kedudukan pegawai", en: "Position of the employee"),
    categories: [
      .init("head", LocalizedText(id: "Pimpinan unit", en: "Head of the unit")),
      .init(
        "one-below",
        LocalizedText(id: "Satu tingkat di bawah pimpinan", en: "One level below the head")),
      .init(
        "functional", LocalizedText(id: "Fungsional substantif", en: "Substantive functional")),
      .init(
        "lower",
        LocalizedText(
          id: "Dua tingkat atau lebih di bawah pimpinan", en: "Two or more levels below the head")),
      .init(
        "functional-other",
        LocalizedText(id: "Fungsional nonsubstantif", en: "Functional, not substantive")),
    ])

  private static func share(
    _ id: ParameterID, id indonesian: String, en english: String, _ value: Ratio
  ) -> RuleParameter {
    Figures(inUse: inUse).figure(
      id, id: "Bagian NKO: \(indonesian)", en: "Share of the NKO: \(english)", value, quiz)
  }
}
