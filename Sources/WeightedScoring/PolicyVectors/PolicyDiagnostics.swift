package import KinerjaCore

/// What can be wrong with policy vectors as a file.
enum PolicyDiagnostics {
  static let all: [DiagnosticKind] =
    [
      .policyFormat, .policyDuplicateCase, .policyNoDay, .policyCheck, .policyLooseNumber,
      .policyTolerance, .policyNothingExpected, .policyPath, .policyClaim, .policyBounds,
      .policyTwoInputs, .policyPoints, .policyPointCount,
    ] + outcomes
}

extension DiagnosticKind {
  package static let policyFormat = DiagnosticKind(
    "policy.format",
    message: LocalizedText(
      id: "format \"{found}\" tidak dikenal", en: "the format \"{found}\" is not known"),
    mend: LocalizedText(id: "tulis \"{format}\"", en: "write \"{format}\""))

  package static let policyDuplicateCase = DiagnosticKind(
    "policy.duplicate-case",
    message: LocalizedText(
      id: "nama kasus \"{name}\" dipakai dua kali", en: "the case name \"{name}\" is used twice"),
    mend: LocalizedText(id: "beri nama lain", en: "give one of them another name"))

  package static let policyNoDay = DiagnosticKind(
    "policy.no-day",
    message: LocalizedText(
      id: "kasus ini tidak menyebut hari yang berlaku",
      en: "the case does not say on which day it stands"),
    mend: LocalizedText(
      id: "tulis \"on\" pada kasus atau pada \"defaults\"",
      en: "write \"on\" in the case or in \"defaults\""))

  package static let policyCheck = DiagnosticKind(
    "policy.check",
    message: LocalizedText(
      id: "kasus memerlukan tepat satu dari \"expect\" dan \"property\"",
      en: "a case needs exactly one of \"expect\" and \"property\""),
    mend: LocalizedText(
      id: "tulis yang dimaksud, hapus yang lain", en: "write the one that is meant"))

  package static let policyLooseNumber = DiagnosticKind(
    "policy.loose-number",
    message: LocalizedText(
      id: "angka {number} dapat berubah bila dibaca sistem lain",
      en: "the number {number} may change when another system reads it"),
    mend: LocalizedText(
      id: "tulis sebagai teks: \"{number}\"", en: "write it as text: \"{number}\""))

  package static let policyTolerance = DiagnosticKind(
    "policy.tolerance",
    message: LocalizedText(
      id: "toleransi {tolerance} negatif", en: "the tolerance {tolerance} is negative"),
    mend: LocalizedText(
      id: "tulis 0 atau selisih yang diperbolehkan", en: "write 0 or the difference allowed"))

  package static let policyNothingExpected = DiagnosticKind(
    "policy.nothing-expected",
    message: LocalizedText(
      id: "kasus ini tidak mengharapkan apa pun", en: "the case expects nothing"),
    mend: LocalizedText(
      id: "sebutkan kategori atau nilai sebuah langkah",
      en: "name a category or the value of a step"))

  package static let policyPath = DiagnosticKind(
    "policy.path",
    message: LocalizedText(
      id: "\"{path}\" bukan nama masukan atau langkah",
      en: "\"{path}\" is not written like the name of an input or a step"),
    mend: LocalizedText(
      id: "tulis seperti x atau tasks[0].value", en: "write it like x or tasks[0].value"))

  package static let policyClaim = DiagnosticKind(
    "policy.claim",
    message: LocalizedText(
      id: "sifat memerlukan tepat satu dari monotone, bounded, symmetric dan jump",
      en: "a property needs exactly one of monotone, bounded, symmetric and jump"),
    mend: LocalizedText(
      id: "tulis satu sifat per kasus", en: "write one property a case"))

  package static let policyBounds = DiagnosticKind(
    "policy.bounds",
    message: LocalizedText(id: "batasnya tidak disebut", en: "no bound is named"),
    mend: LocalizedText(
      id: "tulis \"least\", \"most\", atau keduanya", en: "write \"least\", \"most\", or both"))

  package static let policyTwoInputs = DiagnosticKind(
    "policy.two-inputs",
    message: LocalizedText(
      id: "\"symmetric\" memerlukan dua masukan", en: "\"symmetric\" needs two inputs"),
    mend: LocalizedText(id: "tulis seperti [\"x\", \"y\"]", en: "write it like [\"x\", \"y\"]"))

  package static let policyPoints = DiagnosticKind(
    "policy.points",
    message: LocalizedText(
      id: "titik-titiknya tidak jelas: \"step\" atau \"samples\"",
      en: "it is not clear which points are meant: \"step\" or \"samples\""),
    mend: LocalizedText(
      id: "tulis \"step\", atau \"samples\" bersama \"seed\"",
      en: "write \"step\", or \"samples\" with \"seed\""))

  package static let policyPointCount = DiagnosticKind(
    "policy.point-count",
    message: LocalizedText(
      id: "banyaknya titik harus 2 sampai {most}", en: "there must be from 2 to {most} points"),
    mend: LocalizedText(
      id: "perbesar \"step\", atau pakai \"samples\"",
      en: "widen \"step\", or use \"samples\""))
}
