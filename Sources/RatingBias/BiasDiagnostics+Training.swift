package import KinerjaCore

extension DiagnosticKind {
  package static let unusableCase = DiagnosticKind(
    "bias.unusable-case",
    message: LocalizedText(
      id: "kasus \"{case}\" tidak punya nilai ahli pada butir \"{item}\"",
      en: "the case \"{case}\" has no score of experts on the item \"{item}\""),
    mend: LocalizedText(
      id: "lengkapi nilainya, atau keluarkan kasus itu",
      en: "complete its scores, or leave the case out"))

  package static let caseTwice = DiagnosticKind(
    "bias.case-twice",
    message: LocalizedText(
      id: "kasus \"{case}\" punya dua nilai ahli pada butir \"{item}\"",
      en: "the case \"{case}\" has two scores of experts on the item \"{item}\""),
    mend: LocalizedText(
      id: "simpan satu, atau berikan penilaian para ahli sendiri-sendiri",
      en: "keep one, or give the experts' own ratings"))
}
