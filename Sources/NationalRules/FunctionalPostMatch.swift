public import CompetencyFrameworks
import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// *Kelulusan uji kompetensi* for a functional post of expertise: how its technical match and its
  /// managerial and socio-cultural match weigh together.
  ///
  /// 60 and 40 per cent for *Ahli Pertama*, half each for *Ahli Muda*, 40 and 60 for *Ahli Madya*; who
  /// reaches 68 passes. One rule of 2020 on tests for one kind of functional post prints this; other
  /// kinds may weigh otherwise. Both matches are per cents by ``peraturanBKN26Of2019``.
  public static let functionalPostMatch = ScoringRule(
    Rule(
      "id.jfkk.35-2020", version: "1",
      LocalizedText(
        id: "Uji kompetensi jabatan fungsional (JFKK, Nomor 35 Tahun 2020)",
        en: "Competency test of a functional post (JFKK, Nomor 35 Tahun 2020)"),
      effective: JobPersonMatchBands.inUse, sources: [source, JobPersonMatchBands.law],
      scales: {
        FunctionalLevel.scale(of: [.ahliPertama, .ahliMuda, .ahliMadya])
        JobPersonMatchBands.selection
      },
      parameters: {
        technicalShare.parameters(Figures(inUse: JobPersonMatchBands.inUse))
        JobPersonMatchBands.parameters
      }, tables: { technicalShare.table },
      inputs: {
        RuleInput("jenjang", LocalizedText(id: "Jenjang", en: "Level"), .category(of: "jenjang"))
        RuleInput(
          "technical", LocalizedText(id: "JPM teknis (%)", en: "Technical JPM (%)"), within: 0...500
        )
        RuleInput(
          "managerial",
          LocalizedText(
            id: "JPM manajerial dan sosial kultural (%)",
            en: "Managerial and socio-cultural JPM (%)"), within: 0...500)
      },
      steps: {
        RuleStep(
          "share", LocalizedText(id: "Bobot teknis", en: "Weight of the technical part"),
          formula: "lookup(technicalShare, jenjang)", source: source)
        RuleStep(
          "jpm", LocalizedText(id: "JPM keseluruhan (%)", en: "Overall JPM (%)"),
          weightedMean: [
            .init("technical", weight: "share"), .init("managerial", weight: "1 - share"),
          ], source: source)
        JobPersonMatchBands.verdict
        RuleStep(
          "passed", LocalizedText(id: "Lulus uji kompetensi", en: "Passed the test"),
          formula: "jpm >= band.stillQualified", source: source)
      }),
    score: "jpm", category: "verdict", further: ["passed"])

  private static let source = JobPersonMatchBands.tests

  fileprivate static let technicalShare = FigureTable(
    "technicalShare", LocalizedText(id: "Bobot teknis", en: "Weight of the technical part"),
    by: FunctionalLevel.scale,
    [
      .printed("pertama", "0.6", source),
      .printed("muda", "0.5", source),
      .printed("madya", "0.4", source),
    ])
}

extension JobPersonMatchRule {
  /// The mix of technical competencies and of managerial and socio-cultural ones for a functional
  /// post, as ``/WeightedScoring/ScoringRule/functionalPostMatch`` weighs them; nil for a level of
  /// which the source says nothing.
  public static func functionalPost(_ level: FunctionalLevel) -> JobPersonMatchRule? {
    let cell = ScoringRule.technicalShare.cells.first { $0.category == level.category }
    guard let share = cell?.value, let rest = try? 1 - share else { return nil }
    return JobPersonMatchRule(
      checked: perBKN26of2019.bands,
      groups: [
        MatchGroup([.technical], weight: share),
        MatchGroup([.managerial, .socioCultural], weight: rest),
      ], sources: [JobPersonMatchBands.tests, JobPersonMatchBands.law])
  }
}
