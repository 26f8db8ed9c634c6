/// What can be wrong with a definition in a text that is JSON.
package enum DefinitionDiagnostics {
  package static let all: [DiagnosticKind] = [
    .definitionKind, .definitionMissingKey, .definitionUnknownKey, .definitionMisspeltKey,
    .definitionUnknownChoice, .definitionMisspeltChoice, .definitionMissingLanguage,
    .definitionWholeNumber, .definitionUnexplained,
  ]
}

extension DiagnosticKind {
  package static let definitionKind = DiagnosticKind(
    "definition.kind",
    message: LocalizedText(
      id: "di sini diperlukan {expected}, tetapi yang tertulis {found}",
      en: "{expected} is wanted here, but this is {found}"),
    mend: LocalizedText(id: "tulis seperti {example}", en: "write it like {example}"))

  package static let definitionMissingKey = DiagnosticKind(
    "definition.missing-key",
    message: LocalizedText(id: "kunci \"{key}\" tidak ada", en: "the key \"{key}\" is missing"),
    mend: LocalizedText(
      id: "tambahkan \"{key}\" dengan nilainya", en: "add \"{key}\" with its value"))

  package static let definitionUnknownKey = DiagnosticKind(
    "definition.unknown-key",
    message: LocalizedText(
      id: "kunci \"{word}\" tidak dikenal di sini", en: "the key \"{word}\" is not known here"),
    mend: LocalizedText(
      id: "hapus, atau pakai salah satu dari {known}", en: "remove it, or use one of {known}"))

  package static let definitionMisspeltKey = DiagnosticKind(
    "definition.misspelt-key",
    message: LocalizedText(
      id: "kunci \"{word}\" tidak dikenal di sini", en: "the key \"{word}\" is not known here"),
    mend: LocalizedText(
      id: "mungkin maksudnya \"{nearest}\"", en: "did you mean \"{nearest}\"?"))

  package static let definitionUnknownChoice = DiagnosticKind(
    "definition.unknown-choice",
    message: LocalizedText(
      id: "\"{word}\" tidak dikenal di sini", en: "\"{word}\" is not known here"),
    mend: LocalizedText(
      id: "pakai salah satu dari {known}", en: "use one of {known}"))

  package static let definitionMisspeltChoice = DiagnosticKind(
    "definition.misspelt-choice",
    message: LocalizedText(
      id: "\"{word}\" tidak dikenal di sini", en: "\"{word}\" is not known here"),
    mend: LocalizedText(
      id: "mungkin maksudnya \"{nearest}\"", en: "did you mean \"{nearest}\"?"))

  package static let definitionMissingLanguage = DiagnosticKind(
    "definition.missing-language",
    message: LocalizedText(
      id: "teks {language} tidak ada atau kosong",
      en: "the {language} text is missing or empty"),
    mend: LocalizedText(
      id: "tulis teksnya pada kunci \"{key}\"", en: "write the text under the key \"{key}\""))

  package static let definitionWholeNumber = DiagnosticKind(
    "definition.whole-number",
    message: LocalizedText(
      id: "{number} bukan bilangan bulat dari {least} sampai {most}",
      en: "{number} is not a whole number from {least} to {most}"),
    mend: LocalizedText(
      id: "tulis bilangan bulat dalam rentang itu", en: "write a whole number in that range"))

  package static let definitionUnexplained = DiagnosticKind(
    "definition.unexplained",
    message: LocalizedText(
      id: "berkas ini ditolak oleh {type} tanpa alasan",
      en: "the file was refused by {type} without a reason"),
    mend: LocalizedText(
      id: "laporkan kepada pembuat jenis definisi ini",
      en: "tell whoever programmed this kind of definition"))
}
