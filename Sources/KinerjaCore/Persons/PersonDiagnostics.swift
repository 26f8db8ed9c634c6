extension CoreDiagnostics {
  static let persons: [DiagnosticKind] = [
    .personNumberAsCode, .personNumberCharacter, .personNumberLength, .personNumberBirthDate,
    .personNumberAppointment, .personNumberSex, .personNumberSerial, .weakPersonKey,
  ]
}

extension DiagnosticKind {
  package static let personNumberAsCode = DiagnosticKind(
    "core.person-number-as-code",
    message: LocalizedText(
      id: "pengenal {kind} ini tampak seperti NIP atau NIK, yaitu data pribadi",
      en: "this {kind} identifier looks like a NIP or NIK, which is personal data"),
    mend: LocalizedText(
      id: "ganti dengan kode tanpa data pribadi, misalnya dengan PersonCoder",
      en: "replace it by an opaque code, for instance with PersonCoder"))

  package static let personNumberCharacter = DiagnosticKind(
    "core.person-number-character",
    message: LocalizedText(
      id: "karakter ke-{position} pada NIP ini bukan digit",
      en: "character {position} of this NIP is no digit"),
    mend: LocalizedText(
      id: "tulis 18 digit; di lembar kerja, atur kolomnya sebagai teks",
      en: "write 18 digits; in a spreadsheet, format the column as text"))

  package static let personNumberLength = DiagnosticKind(
    "core.person-number-length",
    message: LocalizedText(
      id: "NIP ini terdiri atas {count} digit", en: "this NIP has {count} digits"),
    mend: LocalizedText(
      id: "tulis 18 digit; NIP lama dengan 9 digit tidak berlaku lagi",
      en: "write 18 digits; the old NIP of 9 digits is no longer in force"))

  package static let personNumberBirthDate = DiagnosticKind(
    "core.person-number-birth-date",
    message: LocalizedText(
      id: "digit 1–8 NIP ini bukan tanggal lahir",
      en: "digits 1–8 of this NIP are no birth date"),
    mend: LocalizedText(
      id: "tulis tahun, bulan, dan hari lahir, lalu periksa kemungkinan salah ketik",
      en: "write year, month and day of birth, and look for a slip of the keys"))

  package static let personNumberAppointment = DiagnosticKind(
    "core.person-number-appointment",
    message: LocalizedText(
      id: "digit 9–14 NIP ini tidak menyatakan waktu pengangkatan yang mungkin",
      en: "digits 9–14 of this NIP are no possible appointment"),
    mend: LocalizedText(
      id: "tulis tahun setelah tahun lahir, lalu bulan 01–12, atau 21–29 untuk PPPK",
      en: "write a year after that of birth, then month 01–12, or 21–29 for a PPPK"))

  package static let personNumberSex = DiagnosticKind(
    "core.person-number-sex",
    message: LocalizedText(
      id: "digit 15 NIP ini bukan 1 atau 2", en: "digit 15 of this NIP is not 1 or 2"),
    mend: LocalizedText(
      id: "periksa apakah ada digit yang hilang atau berlebih",
      en: "check whether a digit is missing or too many"))

  package static let personNumberSerial = DiagnosticKind(
    "core.person-number-serial",
    message: LocalizedText(
      id: "digit 16–18 NIP ini semuanya nol", en: "digits 16–18 of this NIP are all zero"),
    mend: LocalizedText(
      id: "nomor urut dimulai dari 001; di lembar kerja, atur kolomnya sebagai teks",
      en: "serial numbers begin with 001; in a spreadsheet, format the column as text"))

  package static let weakPersonKey = DiagnosticKind(
    "core.weak-person-key",
    message: LocalizedText(
      id: "kunci {count} bita ini dapat ditebak", en: "this key of {count} bytes can be guessed"),
    mend: LocalizedText(
      id: "pakai paling sedikit {fewest} bita acak", en: "use at least {fewest} random bytes"))
}
