package import KinerjaCore

extension StorageDiagnostics {
  /// What can be wrong with indexes.
  package static let indexes: [DiagnosticKind] = [.indexNotUnique, .noSuchIndex]
}

extension DiagnosticKind {
  package static let indexNotUnique = DiagnosticKind(
    "storage.index-not-unique",
    message: LocalizedText(
      id: "dalam koleksi \"{collection}\" sudah ada data dengan nilai \"{index}\" yang sama",
      en: "another record of collection \"{collection}\" has the same value of \"{index}\""),
    mend: LocalizedText(
      id: "pakai nilai lain, atau ubah data itu lebih dahulu",
      en: "use another value, or change that record first"))

  package static let noSuchIndex = DiagnosticKind(
    "storage.no-such-index",
    message: LocalizedText(
      id: "koleksi ini tidak menyatakan indeks \"{index}\"",
      en: "the collection declares no index \"{index}\""),
    mend: LocalizedText(
      id: "nyatakan indeks itu lalu bangun ulang, atau perbaiki namanya",
      en: "declare it and rebuild the indexes, or mend the name"))
}
