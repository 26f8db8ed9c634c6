package import KinerjaCore

extension TableDiagnostics {
  static let cells: [DiagnosticKind] = [
    .emptyCell, .invalidUTF8, .controlCharacter, .belowRange, .aboveRange, .outsideRange,
    .tooManyDecimals, .notWhole, .wholeNumberCharacter, .ambiguousNumber, .unknownChoice,
    .misspelledChoice,
  ]
}

extension DiagnosticKind {
  package static let emptyCell = DiagnosticKind(
    "tables.empty-cell",
    message: LocalizedText(id: "sel kosong", en: "the cell is empty"),
    mend: LocalizedText(
      id: "isi sel itu; kolom ini wajib", en: "fill it; this column is required"))

  package static let invalidUTF8 = DiagnosticKind(
    "tables.invalid-utf8",
    message: LocalizedText(
      id: "bita ke-{position} sel ini bukan UTF-8",
      en: "byte {position} of the cell is not UTF-8"),
    mend: LocalizedText(
      id: "simpan berkas sebagai \"CSV UTF-8\"", en: "save the file as \"CSV UTF-8\""))

  package static let controlCharacter = DiagnosticKind(
    "tables.control-character",
    message: LocalizedText(
      id: "sel memuat karakter kendali {character} pada bita ke-{position}",
      en: "the cell has the control character {character} at byte {position}"),
    mend: LocalizedText(id: "hapus karakter itu", en: "delete it"))

  package static let belowRange = DiagnosticKind(
    "tables.below-range",
    message: LocalizedText(
      id: "angka {value} kurang dari {low}", en: "the number {value} is below {low}"),
    mend: LocalizedText(
      id: "tulis angka dari {low} sampai {high}", en: "write a number from {low} to {high}"))

  package static let aboveRange = DiagnosticKind(
    "tables.above-range",
    message: LocalizedText(
      id: "angka {value} lebih dari {high}", en: "the number {value} is above {high}"),
    mend: LocalizedText(
      id: "tulis angka dari {low} sampai {high}", en: "write a number from {low} to {high}"))

  // For numbers of so many digits that they may be somebody's: those are not repeated.
  package static let outsideRange = DiagnosticKind(
    "tables.outside-range",
    message: LocalizedText(
      id: "angka sepanjang {length} karakter di luar {low} sampai {high}",
      en: "a number of {length} characters is outside {low} to {high}"),
    mend: LocalizedText(
      id: "periksa apakah sel-sel bergeser ke kolom lain",
      en: "check whether cells have slipped into another column"))

  package static let tooManyDecimals = DiagnosticKind(
    "tables.too-many-decimals",
    message: LocalizedText(
      id: "angka memiliki lebih dari {places} desimal",
      en: "the number has more than {places} decimals"),
    mend: LocalizedText(
      id: "bulatkan menurut aturan yang berlaku; pembaca tidak membulatkan",
      en: "round it as your rule says; the reader does not round"))

  package static let notWhole = DiagnosticKind(
    "tables.not-whole",
    message: LocalizedText(id: "angka ini tidak bulat", en: "the number is not whole"),
    mend: LocalizedText(id: "tulis bilangan bulat", en: "write a whole number"))

  package static let wholeNumberCharacter = DiagnosticKind(
    "tables.whole-number-character",
    message: LocalizedText(
      id: "sel memuat \"{character}\" pada posisi {position}",
      en: "the cell has \"{character}\" at position {position}"),
    mend: LocalizedText(id: "tulis bilangan bulat", en: "write a whole number"))

  package static let ambiguousNumber = DiagnosticKind(
    "tables.ambiguous-number",
    message: LocalizedText(
      id: "tanda \"{mark}\" dapat berarti ribuan atau desimal",
      en: "\"{mark}\" may part thousands or begin decimals"),
    mend: LocalizedText(
      id: "nyatakan tanda desimal yang dipakai berkas ini (titik atau koma)",
      en: "declare which decimal mark this file uses, point or comma"))

  package static let unknownChoice = DiagnosticKind(
    "tables.unknown-choice",
    message: LocalizedText(id: "isi sel ini tidak dikenal", en: "the cell's text is not known"),
    mend: LocalizedText(
      id: "tulis salah satu dari: {choices}", en: "write one of: {choices}"))

  package static let misspelledChoice = DiagnosticKind(
    "tables.misspelled-choice",
    message: LocalizedText(id: "isi sel ini tidak dikenal", en: "the cell's text is not known"),
    mend: LocalizedText(
      id: "mungkin maksudnya \"{choice}\"; tulis salah satu dari: {choices}",
      en: "perhaps \"{choice}\" is meant; write one of: {choices}"))
}
