// What can be wrong with a single text, number or word.

extension DiagnosticKind {
  package static let jsonSingleQuotes = DiagnosticKind(
    "json.single-quotes",
    message: LocalizedText(
      id: "teks diapit tanda petik tunggal", en: "the text stands in single quotation marks"),
    mend: LocalizedText(
      id: "pakai tanda petik ganda", en: "use double quotation marks"))

  package static let jsonWord = DiagnosticKind(
    "json.word",
    message: LocalizedText(
      id: "\"{word}\" bukan nilai JSON", en: "\"{word}\" is not a JSON value"),
    mend: LocalizedText(
      id: "tulis true, false atau null, atau apit teksnya dengan tanda petik ganda",
      en: "write true, false or null, or put the text in double quotation marks"))

  package static let jsonNumber = DiagnosticKind(
    "json.number",
    message: LocalizedText(
      id: "\"{number}\" bukan angka JSON", en: "\"{number}\" is not a JSON number"),
    mend: LocalizedText(
      id: "tulis seperti -12.5: tanpa plus dan nol di depan, dengan digit di kedua sisi titik",
      en: "write it like -12.5: no plus or zero in front, digits on both sides of the point"))

  package static let jsonDecimalComma = DiagnosticKind(
    "json.decimal-comma",
    message: LocalizedText(
      id: "angka ini tampaknya ditulis dengan koma desimal",
      en: "the number seems to be written with a decimal comma"),
    mend: LocalizedText(
      id: "di dalam JSON tulis titik desimal: {number}",
      en: "in JSON write a decimal point: {number}"))

  package static let jsonNumberSize = DiagnosticKind(
    "json.number-size",
    message: LocalizedText(
      id: "angka ini terlalu panjang atau terlalu besar",
      en: "the number is too long or too large"),
    mend: LocalizedText(
      id: "tulis paling banyak {limit} angka dan pangkat sepuluh sampai {limit}",
      en: "write at most {limit} digits and powers of ten up to {limit}"))

  package static let jsonControlCharacter = DiagnosticKind(
    "json.control-character",
    message: LocalizedText(
      id: "karakter kendali {code} ada di dalam teks",
      en: "the control character {code} stands in a text"),
    mend: LocalizedText(id: "tulis {escape}", en: "write {escape}"))

  package static let jsonUnclosedText = DiagnosticKind(
    "json.unclosed-text",
    message: LocalizedText(
      id: "teks ini tidak ditutup pada barisnya", en: "the text is not closed on its line"),
    mend: LocalizedText(
      id: "tutup dengan \"; tulis ganti baris sebagai \\n",
      en: "close it with \"; write a line break as \\n"))

  package static let jsonEscape = DiagnosticKind(
    "json.escape",
    message: LocalizedText(
      id: "\"{escape}\" tidak dikenal sebagai karakter khusus JSON",
      en: "\"{escape}\" is not an escape of JSON"),
    mend: LocalizedText(
      id: "tulis \\\\ untuk garis miring terbalik, atau \\u dengan empat digit heksadesimal",
      en: "write \\\\ for a backslash, or \\u with four hexadecimal digits"))

  package static let jsonSurrogate = DiagnosticKind(
    "json.surrogate",
    message: LocalizedText(
      id: "{escape} hanya separuh dari sebuah karakter", en: "{escape} is half of a character"),
    mend: LocalizedText(
      id: "tulis kedua paruhnya, atau karakternya sendiri",
      en: "write both halves, or the character itself"))
}
