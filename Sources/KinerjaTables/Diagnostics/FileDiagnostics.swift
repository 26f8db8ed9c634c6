package import KinerjaCore

extension TableDiagnostics {
  static let files: [DiagnosticKind] = [
    .missingFile, .directoryInsteadOfFile, .unreadableFile, .emptyFile, .workbook, .utf16Text,
    .noRows, .readingCancelled,
  ]
}

extension DiagnosticKind {
  package static let missingFile = DiagnosticKind(
    "tables.missing-file",
    message: LocalizedText(id: "berkas tidak ditemukan", en: "there is no such file"),
    mend: LocalizedText(
      id: "periksa nama berkas dan foldernya", en: "check the file's name and folder"))

  package static let directoryInsteadOfFile = DiagnosticKind(
    "tables.directory-instead-of-file",
    message: LocalizedText(id: "ini folder, bukan berkas", en: "this is a folder, not a file"),
    mend: LocalizedText(
      id: "sebutkan berkas CSV di dalamnya", en: "name a CSV file within it"))

  package static let unreadableFile = DiagnosticKind(
    "tables.unreadable-file",
    message: LocalizedText(id: "berkas tidak dapat dibaca", en: "the file cannot be read"),
    mend: LocalizedText(
      id: "periksa izin bacanya dan media penyimpanannya",
      en: "check that you may read it and that its disk works"))

  package static let emptyFile = DiagnosticKind(
    "tables.empty-file",
    message: LocalizedText(id: "berkas kosong", en: "the file is empty"),
    mend: LocalizedText(
      id: "kirim berkas dengan baris judul: {columns}",
      en: "send a file with a header: {columns}"))

  package static let workbook = DiagnosticKind(
    "tables.workbook",
    message: LocalizedText(
      id: "ini buku kerja Excel atau arsip ZIP, bukan teks",
      en: "this is an Excel workbook or a ZIP archive, not text"),
    mend: LocalizedText(
      id: "simpan sebagai \"CSV UTF-8\"", en: "save it as \"CSV UTF-8\""))

  package static let utf16Text = DiagnosticKind(
    "tables.utf16-text",
    message: LocalizedText(
      id: "berkas ditulis dalam UTF-16, bukan UTF-8",
      en: "the file is written in UTF-16, not in UTF-8"),
    mend: LocalizedText(
      id: "simpan sebagai \"CSV UTF-8\"", en: "save it as \"CSV UTF-8\""))

  package static let noRows = DiagnosticKind(
    "tables.no-rows", .warning,
    message: LocalizedText(
      id: "berkas hanya memuat baris judul", en: "the file has a header and no rows"),
    mend: LocalizedText(
      id: "periksa apakah ekspornya lengkap", en: "check whether the export was complete"))

  package static let readingCancelled = DiagnosticKind(
    "tables.reading-cancelled",
    message: LocalizedText(id: "pembacaan dibatalkan", en: "reading was cancelled"),
    mend: LocalizedText(id: "baca ulang berkasnya", en: "read the file again"))
}
