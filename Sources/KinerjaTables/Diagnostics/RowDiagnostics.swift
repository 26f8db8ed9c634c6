package import KinerjaCore

extension TableDiagnostics {
  static let rows: [DiagnosticKind] = [.raggedRow, .unclosedQuote, .textAfterQuote, .longRow]
}

extension DiagnosticKind {
  package static let raggedRow = DiagnosticKind(
    "tables.ragged-row",
    message: LocalizedText(
      id: "baris ini memuat {found} sel, baris judul {expected}",
      en: "the row has {found} cells, the header {expected}"),
    mend: LocalizedText(
      id: "samakan jumlahnya; sel yang memuat tanda pemisah harus diapit tanda kutip",
      en: "give it as many; put a cell that contains the delimiter between quotes"))

  package static let unclosedQuote = DiagnosticKind(
    "tables.unclosed-quote",
    message: LocalizedText(
      id: "tanda kutip yang dibuka di sini tidak pernah ditutup",
      en: "the quote that opens here is never closed"),
    mend: LocalizedText(
      id: "tutup tanda kutipnya; tanda kutip di dalam sel ditulis dua kali",
      en: "close it; write a quote inside a cell twice"))

  package static let textAfterQuote = DiagnosticKind(
    "tables.text-after-quote",
    message: LocalizedText(
      id: "ada teks sesudah tanda kutip penutup sel ini",
      en: "text follows the quote that closes this cell"),
    mend: LocalizedText(
      id: "tulis tanda kutip di dalam sel dua kali, atau pisahkan sel berikutnya",
      en: "write a quote inside the cell twice, or separate the next cell"))

  package static let longRow = DiagnosticKind(
    "tables.long-row",
    message: LocalizedText(
      id: "baris yang dimulai di sini lebih panjang dari {limit} bita; pembacaan berhenti",
      en: "the row that begins here is longer than {limit} bytes; reading stops"),
    mend: LocalizedText(
      id: "tutup tanda kutip yang terbuka pada baris itu, atau naikkan batasnya",
      en: "close the quote that is open in it, or raise the limit"))
}
