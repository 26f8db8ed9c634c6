package import KinerjaCore

extension TableDiagnostics {
  static let headers: [DiagnosticKind] = [
    .missingColumn, .unknownColumn, .misspelledColumn, .repeatedColumn, .unnamedColumn,
    .longHeader,
  ]
}

extension DiagnosticKind {
  package static let missingColumn = DiagnosticKind(
    "tables.missing-column",
    message: LocalizedText(
      id: "kolom \"{column}\" tidak ada", en: "there is no column \"{column}\""),
    mend: LocalizedText(
      id: "tambahkan kolom itu; berkas memuat: {found}",
      en: "add it; the file has: {found}"))

  package static let unknownColumn = DiagnosticKind(
    "tables.unknown-column",
    message: LocalizedText(
      id: "kolom \"{column}\" tidak dikenal", en: "column \"{column}\" is not known"),
    mend: LocalizedText(
      id: "hapus kolom itu atau pakai salah satu nama ini: {known}",
      en: "delete it, or use one of these names: {known}"))

  package static let misspelledColumn = DiagnosticKind(
    "tables.misspelled-column",
    message: LocalizedText(
      id: "kolom \"{column}\" tidak dikenal", en: "column \"{column}\" is not known"),
    mend: LocalizedText(
      id: "mungkin maksudnya \"{meant}\"; ganti namanya",
      en: "perhaps \"{meant}\" is meant; rename it"))

  package static let repeatedColumn = DiagnosticKind(
    "tables.repeated-column",
    message: LocalizedText(
      id: "kolom \"{column}\" sudah ada sebagai kolom ke-{first}",
      en: "column \"{column}\" is there already as column {first}"),
    mend: LocalizedText(
      id: "hapus atau ganti nama salah satunya", en: "delete or rename one of them"))

  package static let unnamedColumn = DiagnosticKind(
    "tables.unnamed-column",
    message: LocalizedText(
      id: "kolom ke-{position} tidak bernama", en: "column {position} has no name"),
    mend: LocalizedText(
      id: "beri nama pada baris judul atau hapus kolom itu",
      en: "name it in the header, or delete it"))

  package static let longHeader = DiagnosticKind(
    "tables.long-header",
    message: LocalizedText(
      id: "baris judul lebih panjang dari {limit} bita",
      en: "the header is longer than {limit} bytes"),
    mend: LocalizedText(
      id: "periksa tanda kutip yang tidak ditutup pada baris judul",
      en: "check the header for a quote that is not closed"))
}
