package import KinerjaCore

// What can be wrong with the text of a formula.
extension DiagnosticKind {
  package static let formulaCharacter = DiagnosticKind(
    "rules.formula-character",
    message: LocalizedText(
      id: "\"{character}\" tidak berarti dalam rumus",
      en: "\"{character}\" means nothing in a formula"),
    mend: LocalizedText(
      id: "{cure}",
      en: "{cure}"))

  package static let formulaQuote = DiagnosticKind(
    "rules.formula-quote",
    message: LocalizedText(
      id: "tanda kutip tidak ditutup",
      en: "a quotation mark is not closed"),
    mend: LocalizedText(
      id: "tulis kategori di antara dua tanda kutip",
      en: "write the category between two quotation marks"))

  package static let formulaNumber = DiagnosticKind(
    "rules.formula-number",
    message: LocalizedText(
      id: "angka {number} terlalu panjang untuk dihitung tepat",
      en: "the number {number} is too long to be computed exactly"),
    mend: LocalizedText(
      id: "tulis paling banyak 18 desimal dan 38 angka",
      en: "write at most 18 decimals and 38 digits"))

  package static let formulaExpected = DiagnosticKind(
    "rules.formula-expected",
    message: LocalizedText(
      id: "ditemukan {found}, seharusnya {expected}",
      en: "found {found}, expected {expected}"),
    mend: LocalizedText(
      id: "{cure}",
      en: "{cure}"))

  package static let formulaChainedComparison = DiagnosticKind(
    "rules.formula-chained-comparison",
    message: LocalizedText(
      id: "perbandingan kedua dengan {sign} berderet",
      en: "a second comparison with {sign} in a row"),
    mend: LocalizedText(
      id: "pisahkan: a < b and b < c",
      en: "split it: a < b and b < c"))

  package static let formulaMixedLogic = DiagnosticKind(
    "rules.formula-mixed-logic",
    message: LocalizedText(
      id: "and dan or bercampur tanpa tanda kurung",
      en: "and and or are mixed without parentheses"),
    mend: LocalizedText(
      id: "beri tanda kurung agar jelas mana yang lebih dahulu",
      en: "add parentheses that say which comes first"))

  package static let formulaUnknownFunction = DiagnosticKind(
    "rules.formula-unknown-function",
    message: LocalizedText(
      id: "fungsi {name} tidak dikenal",
      en: "there is no function {name}"),
    mend: LocalizedText(
      id: "{cure}",
      en: "{cure}"))

  package static let formulaArgumentCount = DiagnosticKind(
    "rules.formula-argument-count",
    message: LocalizedText(
      id: "{function} diberi {found} argumen, seharusnya {wanted}",
      en: "{function} has {found} arguments, expected {wanted}"),
    mend: LocalizedText(
      id: "sesuaikan banyaknya argumen",
      en: "adjust the number of arguments"))

  package static let formulaTooLarge = DiagnosticKind(
    "rules.formula-too-large",
    message: LocalizedText(
      id: "rumus lebih besar dari {parts} bagian atau lebih dalam dari {depth} tingkat",
      en: "the formula is larger than {parts} parts or deeper than {depth} levels"),
    mend: LocalizedText(
      id: "pecah menjadi beberapa langkah",
      en: "split it into several steps"))

  package static let formulaTooLong = DiagnosticKind(
    "rules.formula-too-long",
    message: LocalizedText(
      id: "rumus lebih panjang dari {limit} karakter",
      en: "the formula is longer than {limit} characters"),
    mend: LocalizedText(
      id: "pecah menjadi beberapa langkah",
      en: "split it into several steps"))
}
