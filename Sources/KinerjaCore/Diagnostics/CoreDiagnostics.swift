/// The catalogue of problems that this room can find.
package enum CoreDiagnostics {
  package static let all: [DiagnosticKind] =
    [
      .emptyIdentifier, .longIdentifier, .identifierCharacter,
    ] + calendar + scales + persons + numbers + units + evidence + FileDiagnostics.all
    + JSONDiagnostics.all
    + DefinitionDiagnostics.all
}

extension DiagnosticKind {
  package static let emptyIdentifier = DiagnosticKind(
    "core.empty-identifier",
    message: LocalizedText(
      id: "pengenal {kind} kosong", en: "the {kind} identifier is empty"),
    mend: LocalizedText(
      id: "tulis 1 sampai 96 huruf, angka atau . - _ :",
      en: "write 1 to 96 letters, digits or . - _ :"))

  package static let longIdentifier = DiagnosticKind(
    "core.long-identifier",
    message: LocalizedText(
      id: "pengenal {kind} terdiri atas {length} karakter",
      en: "the {kind} identifier has {length} characters"),
    mend: LocalizedText(
      id: "pendekkan sampai paling banyak {limit}", en: "shorten it to at most {limit}"))

  package static let identifierCharacter = DiagnosticKind(
    "core.identifier-character",
    message: LocalizedText(
      id: "pengenal {kind} memuat \"{character}\" pada posisi {position}",
      en: "the {kind} identifier has \"{character}\" at position {position}"),
    mend: LocalizedText(
      id: "pakai huruf A–Z, angka dan . - _ :, diawali huruf atau angka",
      en: "use letters A–Z, digits and . - _ :, beginning with a letter or digit"))
}
