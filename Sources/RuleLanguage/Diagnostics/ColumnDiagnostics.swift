package import KinerjaCore

// What can be wrong with columns.
extension DiagnosticKind {
  package static let columnLength = DiagnosticKind(
    "rules.column-length",
    message: LocalizedText(
      id: "kolom {name} memiliki {found} baris, seharusnya {expected}",
      en: "the column {name} has {found} rows, expected {expected}"),
    mend: LocalizedText(
      id: "berikan satu nilai untuk setiap baris",
      en: "give one value a row"))

  package static let columnType = DiagnosticKind(
    "rules.column-type",
    message: LocalizedText(
      id: "kolom {name} seharusnya berisi daftar", en: "the column {name} should hold lists"),
    mend: LocalizedText(
      id: "berikan awal setiap daftar dan kolom isinya",
      en: "give where each list starts and the columns of its fields"))

  package static let columnStarts = DiagnosticKind(
    "rules.column-starts",
    message: LocalizedText(
      id: "awal daftar {name} tidak menaik dari 0 sampai banyaknya unsur",
      en: "the starts of the list {name} do not ascend from 0 to the number of elements"),
    mend: LocalizedText(
      id: "mulai dari 0 dan tambahkan banyaknya unsur setiap baris",
      en: "begin with 0 and add the number of elements of each row"))

  package static let columnDecimals = DiagnosticKind(
    "rules.column-decimals",
    message: LocalizedText(
      id: "kolom {name} menyatakan {decimals} desimal",
      en: "the column {name} states {decimals} decimals"),
    mend: LocalizedText(id: "nyatakan 0 sampai 18", en: "state 0 to 18"))

  package static let columnCode = DiagnosticKind(
    "rules.column-code",
    message: LocalizedText(
      id: "kode {code} pada kolom {name} bukan kategori",
      en: "the code {code} in the column {name} stands for no category"),
    mend: LocalizedText(
      id: "perpanjang daftar kategori atau tandai baris itu kosong",
      en: "lengthen the list of categories, or mark the row as missing"))

  package static let columnCategories = DiagnosticKind(
    "rules.column-categories",
    message: LocalizedText(
      id: "kolom {name} menyebut {count} kategori, terlalu banyak untuk kode satu bita",
      en: "the column {name} names {count} categories, too many for codes of a byte"),
    mend: LocalizedText(id: "sebutkan paling banyak 255", en: "name at most 255"))

  package static let columnScale = DiagnosticKind(
    "rules.column-scale",
    message: LocalizedText(
      id: "langkah {step} dapat memberi {count} kategori, terlalu banyak untuk kode satu bita",
      en: "the step {step} may give {count} categories, too many for codes of a byte"),
    mend: LocalizedText(
      id: "nilai satu per satu, atau pakai skala dengan paling banyak 255 kategori",
      en: "score one by one, or use a scale of at most 255 categories"))

  package static let evaluationCancelled = DiagnosticKind(
    "rules.cancelled",
    message: LocalizedText(
      id: "penilaian dihentikan sebelum selesai", en: "the scoring was stopped before its end"),
    mend: LocalizedText(id: "jalankan kembali", en: "run it again"))
}
