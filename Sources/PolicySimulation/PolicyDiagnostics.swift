package import KinerjaCore

/// The catalogue of problems that this room can find.
package enum PolicyDiagnostics {
  package static let all: [DiagnosticKind] = [
    .unevenPersons, .categoryListedTwice, .categoryNotListed, .nobodyCompared, .reformWithoutEffect,
    .personsOnOneSide,
  ]
}

extension DiagnosticKind {
  package static let unevenPersons = DiagnosticKind(
    "policy.uneven-persons",
    message: LocalizedText(
      id: "daftar memuat {found} pegawai, bukan {expected} seperti daftar dasar",
      en: "the list has {found} persons, not {expected} as the baseline has"),
    mend: LocalizedText(
      id: "beri satu isian untuk setiap pegawai, dalam urutan yang sama",
      en: "give one entry for each person, in the same order"))

  package static let categoryListedTwice = DiagnosticKind(
    "policy.category-listed-twice",
    message: LocalizedText(
      id: "kategori \"{category}\" tercantum dua kali",
      en: "the category \"{category}\" is listed twice"),
    mend: LocalizedText(
      id: "cantumkan setiap kategori satu kali, dari yang terendah",
      en: "list each category once, the lowest first"))

  package static let categoryNotListed = DiagnosticKind(
    "policy.category-not-listed",
    message: LocalizedText(
      id: "kategori \"{category}\" tidak ada dalam daftar {known}",
      en: "the category \"{category}\" is not in the list {known}"),
    mend: LocalizedText(
      id: "tambahkan pada daftar pada tempat yang tepat dalam urutannya",
      en: "add it to the list at its place in the order"))

  package static let nobodyCompared = DiagnosticKind(
    "policy.nobody-compared", .warning,
    message: LocalizedText(
      id: "tidak seorang pun dari {count} pegawai mempunyai kategori pada kedua sisi",
      en: "none of {count} persons has a category on both sides"),
    mend: LocalizedText(
      id: "periksa apakah kedua aturan dijalankan atas pegawai yang sama",
      en: "check that both rules were run on the same persons"))

  package static let reformWithoutEffect = DiagnosticKind(
    "policy.reform-without-effect", .warning,
    message: LocalizedText(
      id: "semua {count} pegawai tetap pada kategorinya",
      en: "all {count} persons stay in their category"),
    mend: LocalizedText(
      id: "periksa apakah perubahan benar-benar diterapkan, bukan aturan dasar dua kali",
      en: "check that the reform was really applied, not the baseline twice"))

  package static let personsOnOneSide = DiagnosticKind(
    "policy.persons-on-one-side", .warning,
    message: LocalizedText(
      id: "{count} pegawai mempunyai kategori pada satu sisi saja dan tidak dibandingkan",
      en: "{count} persons have a category on one side only and are not compared"),
    mend: LocalizedText(
      id: "periksa mengapa salah satu aturan tidak memberi kategori",
      en: "check why one of the rules gives no category"))
}
