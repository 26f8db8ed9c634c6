package import KinerjaCore

// What can be wrong with the inputs of one person.
extension DiagnosticKind {
  package static let unknownInput = DiagnosticKind(
    "rules.unknown-input",
    message: LocalizedText(
      id: "aturan {rule} tidak meminta masukan {name}",
      en: "the rule {rule} asks for no input {name}"),
    mend: LocalizedText(
      id: "{cure}",
      en: "{cure}"))

  package static let inputType = DiagnosticKind(
    "rules.input-type",
    message: LocalizedText(
      id: "masukan {name} bertipe lain, seharusnya {expected}",
      en: "the input {name} is of another type, expected a {expected}"),
    mend: LocalizedText(
      id: "berikan {expected}",
      en: "give a {expected}"))

  package static let inputRange = DiagnosticKind(
    "rules.input-range",
    message: LocalizedText(
      id: "masukan {name} di luar {low} sampai {high}",
      en: "the input {name} is outside {low} to {high}"),
    mend: LocalizedText(
      id: "periksa angkanya",
      en: "look at the number again"))

  package static let inputAbsent = DiagnosticKind(
    "rules.input-absent",
    message: LocalizedText(
      id: "masukan {name} wajib diisi dan tidak diberikan",
      en: "the input {name} is required and not given"),
    mend: LocalizedText(
      id: "berikan nilainya",
      en: "give its value"))

  package static let inputDecimals = DiagnosticKind(
    "rules.input-decimals",
    message: LocalizedText(
      id: "masukan {name} bukan angka dengan paling banyak {decimals} desimal",
      en: "the input {name} is no number with at most {decimals} decimals"),
    mend: LocalizedText(
      id: "bulatkan lebih dahulu menurut ketentuan",
      en: "round it first, the way law says"))

  package static let valueMissing = DiagnosticKind(
    "rules.value-missing",
    message: LocalizedText(
      id: "langkah {step} tidak dapat dihitung: {reason}",
      en: "the step {step} cannot be computed: {reason}"),
    mend: LocalizedText(
      id: "lengkapi masukan yang diperlukan",
      en: "complete the inputs that it needs"))

  package static let overflow = DiagnosticKind(
    "rules.overflow",
    message: LocalizedText(
      id: "hasil tepat langkah {step} terlalu besar untuk disimpan",
      en: "the exact result of the step {step} is too large to hold"),
    mend: LocalizedText(
      id: "bulatkan hasil antara dengan langkah yang menyatakannya",
      en: "round an intermediate result in a step that says so"))

  package static let repeatedElement = DiagnosticKind(
    "rules.repeated-element",
    message: LocalizedText(
      id: "unsur ke-{first} dan ke-{second} daftar {list} sama-sama {value}",
      en: "the elements {first} and {second} of the list {list} are both {value}"),
    mend: LocalizedText(
      id: "sisakan satu unsur untuk setiap periode",
      en: "keep one element a period"))

  package static let earlierUnknown = DiagnosticKind(
    "rules.earlier-unknown",
    message: LocalizedText(
      id: "aturan {rule} tidak memiliki langkah {name} untuk nilai periode lalu",
      en: "the rule {rule} has no step {name} for an earlier value"),
    mend: LocalizedText(
      id: "{cure}",
      en: "{cure}"))

  package static let earlierInFuture = DiagnosticKind(
    "rules.earlier-in-future",
    message: LocalizedText(
      id: "nilai periode lalu untuk {name} bertanggal {day}, sesudah hari penilaian",
      en: "the earlier value of {name} is of {day}, after the day of the rule"),
    mend: LocalizedText(
      id: "periksa tanggalnya",
      en: "look at the day again"))
}
