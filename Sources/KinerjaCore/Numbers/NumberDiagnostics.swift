extension CoreDiagnostics {
  static let numbers: [DiagnosticKind] = [
    .emptyNumber, .numberCharacter, .numberDigit, .numberGrouping, .numberDecimals, .largeNumber,
    .zeroDenominator,
  ]
}

extension DiagnosticKind {
  package static let emptyNumber = DiagnosticKind(
    "core.empty-number",
    message: LocalizedText(id: "angka tidak diisi", en: "the number is empty"),
    mend: LocalizedText(
      id: "tulis angka seperti {example}", en: "write a number such as {example}"))

  package static let numberCharacter = DiagnosticKind(
    "core.number-character",
    message: LocalizedText(
      id: "angka memuat \"{character}\" pada posisi {position}",
      en: "the number has \"{character}\" at position {position}"),
    mend: LocalizedText(
      id: "tulis angka saja dengan \"{mark}\" sebelum desimal, seperti {example}",
      en: "write digits only, with \"{mark}\" before the decimals, as in {example}"))

  package static let numberDigit = DiagnosticKind(
    "core.number-digit",
    message: LocalizedText(
      id: "angka kekurangan digit pada posisi {position}",
      en: "the number lacks a digit at position {position}"),
    mend: LocalizedText(
      id: "tulis digit sebelum dan sesudah tanda desimal atau garis miring",
      en: "write digits before and after a decimal mark or a slash"))

  package static let numberGrouping = DiagnosticKind(
    "core.number-grouping",
    message: LocalizedText(
      id: "tanda ribuan pada posisi {position} tidak memisahkan kelompok tiga digit",
      en: "the thousands mark at position {position} does not part groups of three digits"),
    mend: LocalizedText(
      id: "tulis \"{mark}\" sebelum desimal, seperti {example}",
      en: "write \"{mark}\" before the decimals, as in {example}"))

  package static let numberDecimals = DiagnosticKind(
    "core.number-decimals",
    message: LocalizedText(
      id: "angka memiliki lebih dari {limit} desimal",
      en: "the number has more than {limit} decimals"),
    mend: LocalizedText(
      id: "bulatkan sampai paling banyak {limit} desimal",
      en: "round it to at most {limit} decimals"))

  package static let largeNumber = DiagnosticKind(
    "core.large-number",
    message: LocalizedText(
      id: "angka terlalu besar untuk disimpan secara eksak",
      en: "the number is too large to be kept exactly"),
    mend: LocalizedText(
      id: "pakai satuan yang lebih besar atau lebih sedikit digit",
      en: "use a larger unit or fewer digits"))

  package static let zeroDenominator = DiagnosticKind(
    "core.zero-denominator",
    message: LocalizedText(id: "penyebut pecahan adalah nol", en: "the fraction is over nought"),
    mend: LocalizedText(
      id: "tulis penyebut selain nol", en: "write a denominator other than nought"))
}
