public import CompetencyFrameworks
import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// *Job person match* (JPM): Peraturan BKN 26/2019.
  ///
  /// Σ levels of the person ∕ Σ levels of the standard × 100, over the competencies of a post. From
  /// 80 on the person is qualified (*memenuhi syarat*), from 68 on still qualified; a mapping of
  /// people calls the same bands optimal, fairly optimal and less optimal. The bands were read in a
  /// rule on competency tests that follows the regulation, the sums in public applications, which do
  /// not cap a level above the standard (a public screen shows 138.89 per cent); whether to do so is
  /// open, the words of the mapping are recalled. The first day stands for the first year after.
  ///
  /// `JobPersonMatchRule.perBKN26of2019` computes the same from profiles, with the gaps by name.
  public static let peraturanBKN26Of2019 = ScoringRule(
    Rule(
      "id.peraturan-bkn.26-2019", version: "1",
      LocalizedText(
        id: "Kesesuaian kompetensi dengan jabatan (JPM, Peraturan BKN 26/2019)",
        en: "Job-person match (JPM, Peraturan BKN 26/2019)"),
      effective: JobPersonMatchBands.inUse, sources: [JobPersonMatchBands.law],
      scales: {
        JobPersonMatchBands.selection
        JobPersonMatchBands.mapping
      },
      parameters: {
        JobPersonMatchBands.parameters
        Figures(inUse: JobPersonMatchBands.inUse).choice(
          "cap.atStandard", id: "Level dibatasi pada standar",
          en: "Levels capped at the standard", false, JobPersonMatchBands.law)
      }, inputs: { [RuleInput]() },
      lists: {
        RuleList("competencies", LocalizedText(id: "Kompetensi", en: "Competency")) {
          RuleInput(
            "level", LocalizedText(id: "Level pegawai", en: "Level of the person"), within: 0...5)
          RuleInput(
            "standard", LocalizedText(id: "Level standar", en: "Level of the standard"),
            decimals: 0, within: 1...5)
        } steps: {
          RuleStep(
            "gap", LocalizedText(id: "Kesenjangan", en: "Gap"), formula: "level - standard",
            source: JobPersonMatchBands.law)
          RuleStep(
            "counted", LocalizedText(id: "Level yang dihitung", en: "Level that counts"),
            formula: "if cap.atStandard then min(level, standard) else level",
            source: JobPersonMatchBands.law.assumed)
        }
      },
      steps: {
        RuleStep(
          "jpm", LocalizedText(id: "JPM (%)", en: "JPM (%)"),
          formula: "sum(competencies.counted) / sum(competencies.standard) * 100",
          source: JobPersonMatchBands.practice)
        JobPersonMatchBands.verdict
        RuleStep(
          "mapping", LocalizedText(id: "Hasil pemetaan", en: "Result of the mapping"),
          bandsOf: "jpm", giving: "mapping", source: JobPersonMatchBands.law.assumed
        ) {
          Band("optimal", from: "band.qualified")
          Band("fairly-optimal", from: "band.stillQualified", below: "band.qualified")
          Band("less-optimal", below: "band.stillQualified")
        }
      }),
    score: "jpm", category: "verdict", further: ["mapping", "competencies.gap"])
}

extension JobPersonMatchRule {
  /// The rule of Peraturan BKN 26/2019: Σ levels of the person ∕ Σ levels of the standard × 100,
  /// without cap; from 80 "memenuhi syarat", from 68 "masih memenuhi syarat".
  public static let perBKN26of2019 = JobPersonMatchRule(
    checked: JobPersonMatchBands.bands(JobPersonMatchBands.selection),
    sources: [JobPersonMatchBands.law])

  /// The same rule in the words of a mapping: optimal, "cukup optimal", "kurang optimal".
  public static let perBKN26of2019Mapping = JobPersonMatchRule(
    checked: JobPersonMatchBands.bands(JobPersonMatchBands.mapping),
    sources: [JobPersonMatchBands.law.assumed])
}

/// The bands of a job-person match, for scoring rules and for `JobPersonMatchRule`.
enum JobPersonMatchBands {
  static let inUse: DayRange = "2020-01-01/.."

  static let law = LegalSource(
    "Peraturan BKN 26/2019",
    link:
      "https://id.scribd.com/document/438937470/Peraturan-Bkn-No-26-Tahun-2019-Penilaian-Kompetensi-Pns-Update"
  )
  static let practice = LegalSource("Aplikasi publik atas Peraturan BKN 26/2019", standing: .region)
  /// A rule of 2020 on tests for functional posts, which prints the bands.
  static let tests = LegalSource(
    "Nomor 35 Tahun 2020 (uji kompetensi JFKK)",
    link: "https://123dok.com/article/kelulusan-uji-kompetensi-tahun-tentang.z3j1vvmy")

  /// From which per cent a person is qualified, and still qualified.
  static let edges: [Ratio] = [80, 68]

  /// In the words of a selection.
  static let selection = CategoryScale(
    "verdict", LocalizedText(id: "Hasil penilaian kompetensi", en: "Verdict on competency"),
    worstToBest: [
      .init("KMS", LocalizedText(id: "Kurang Memenuhi Syarat", en: "Less qualified")),
      .init("MMS", LocalizedText(id: "Masih Memenuhi Syarat", en: "Still qualified")),
      .init("MS", LocalizedText(id: "Memenuhi Syarat", en: "Qualified")),
    ])

  /// In the words of a mapping.
  static let mapping = CategoryScale(
    "mapping", LocalizedText(id: "Hasil pemetaan kompetensi", en: "Mapping of competency"),
    worstToBest: [
      .init("less-optimal", LocalizedText(id: "Kurang Optimal", en: "Less optimal")),
      .init("fairly-optimal", LocalizedText(id: "Cukup Optimal", en: "Fairly optimal")),
      .init("optimal", LocalizedText(id: "Optimal", en: "Optimal")),
    ])

  /// The bands of a scale, the best first.
  static func bands(_ scale: CategoryScale) -> [MatchBand] {
    zip(scale.categories.reversed(), edges.map(Optional.some) + [nil]).map { category, edge in
      MatchBand(category.id, name: category.label, from: edge)
    }
  }

  @ListBuilder<RuleParameter> static var parameters: [RuleParameter] {
    let figures = Figures(inUse: inUse)
    figures.figure(
      "band.qualified", id: "Batas bawah Memenuhi Syarat", en: "Lower limit of Qualified",
      edges[0], tests)
    figures.figure(
      "band.stillQualified", id: "Batas bawah Masih Memenuhi Syarat",
      en: "Lower limit of Still qualified", edges[1], tests)
  }

  static let verdict = RuleStep(
    "verdict", LocalizedText(id: "Hasil penilaian", en: "Verdict"), bandsOf: "jpm",
    giving: "verdict", source: tests
  ) {
    Band("MS", from: "band.qualified")
    Band("MMS", from: "band.stillQualified", below: "band.qualified")
    Band("KMS", below: "band.stillQualified")
  }
}
