package import KinerjaCore

// Why a category cannot be explained.
extension DiagnosticKind {
  package static let nothingToExplain = DiagnosticKind(
    "scoring.nothing-to-explain",
    message: LocalizedText(
      id: "aturan {rule} tidak memberi kategori untuk orang ini",
      en: "the rule {rule} gives this person no category"),
    mend: LocalizedText(
      id: "lengkapi masukannya, atau pakai aturan yang memberi kategori",
      en: "complete the inputs, or use a rule that gives one"))

  package static let otherCategory = DiagnosticKind(
    "scoring.other-category",
    message: LocalizedText(
      id: "kategori orang ini {found}, bukan {category}",
      en: "this person's category is {found}, not {category}"),
    mend: LocalizedText(
      id: "tanyakan mengapa {found}", en: "ask why it is {found}"))

  package static let unknownWantedCategory = DiagnosticKind(
    "scoring.unknown-wanted-category",
    message: LocalizedText(
      id: "skala aturan tidak memiliki kategori {category}",
      en: "the rule's scale has no category {category}"),
    mend: LocalizedText(id: "{cure}", en: "{cure}"))
}
