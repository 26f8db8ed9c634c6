package import KinerjaCore

extension RuleLanguageDiagnostics {
  static let tables: [DiagnosticKind] = [
    .tableBody, .emptyTable, .tableOrder, .tableKeyTwice, .pieceWithoutEdge, .steepPiece,
    .lineOfCategories, .tableTooFine, .tableAsValue, .lookupWithoutTable, .lookupKeys,
    .unlikeUnits, .unitTooComplex, .ruleTooLarge, .tooMuchWork,
  ]
}

// What can be wrong with the tables of a rule and with looking them up.
extension DiagnosticKind {
  package static let tableBody = DiagnosticKind(
    "rules.table-body",
    message: LocalizedText(
      id:
        "tabel perlu tepat satu dari points, pieces, marginalRates, averageRates, rows, grid; ada: {found}",
      en:
        "a table needs exactly one of points, pieces, marginalRates, averageRates, rows, grid; there are: {found}"
    ),
    mend: LocalizedText(
      id: "sisakan satu",
      en: "keep one"))

  package static let emptyTable = DiagnosticKind(
    "rules.empty-table",
    message: LocalizedText(
      id: "tabel {table} kosong, atau terlalu pendek untuk sebuah garis",
      en: "the table {table} is empty, or too short for a line"),
    mend: LocalizedText(
      id: "tambahkan baris",
      en: "add rows"))

  package static let tableOrder = DiagnosticKind(
    "rules.table-order",
    message: LocalizedText(
      id: "{number} berada sesudah {before}, padahal urutannya harus menaik",
      en: "{number} stands after {before}, though the order must ascend"),
    mend: LocalizedText(
      id: "urutkan dari kecil ke besar, masing-masing satu kali",
      en: "sort from small to large, each once"))

  package static let tableKeyTwice = DiagnosticKind(
    "rules.table-key-twice",
    message: LocalizedText(
      id: "kunci {key} ada dua kali",
      en: "the key {key} stands twice"),
    mend: LocalizedText(
      id: "sisakan satu",
      en: "keep one"))

  package static let pieceWithoutEdge = DiagnosticKind(
    "rules.piece-without-edge",
    message: LocalizedText(
      id: "garis menuju {end} tidak memiliki kedua batas",
      en: "the line to {end} has not both limits"),
    mend: LocalizedText(
      id: "tambahkan batasnya, atau hapus to",
      en: "add the limits, or take out to"))

  package static let steepPiece = DiagnosticKind(
    "rules.steep-piece",
    message: LocalizedText(
      id: "garis dari {start} ke {end} berdiri tegak pada {number}",
      en: "the line from {start} to {end} stands upright at {number}"),
    mend: LocalizedText(
      id: "lebarkan batasnya, atau beri satu nilai",
      en: "widen its limits, or give it one value"))

  package static let lineOfCategories = DiagnosticKind(
    "rules.line-of-categories",
    message: LocalizedText(
      id: "kategori skala {scale} tidak dapat membentuk garis atau tarif",
      en: "categories of {scale} cannot form a line or a rate"),
    mend: LocalizedText(
      id: "beri satu kategori untuk setiap bagian, atau hapus skalanya",
      en: "give each piece one category, or take the scale out"))

  package static let tableTooFine = DiagnosticKind(
    "rules.table-too-fine",
    message: LocalizedText(
      id: "angka pada bagian tabel ini terlalu panjang untuk dihitung tepat",
      en: "the numbers here are too long to be computed exactly"),
    mend: LocalizedText(
      id: "pakai lebih sedikit desimal",
      en: "use fewer decimals"))

  package static let ruleTooLarge = DiagnosticKind(
    "rules.too-large",
    message: LocalizedText(
      id:
        "aturan lebih besar dari {parts} bagian, {characters} karakter rumus atau {nodes} operasi",
      en:
        "the rule is larger than {parts} parts, {characters} characters of formulas or {nodes} operations"
    ),
    mend: LocalizedText(
      id: "pecah menjadi beberapa aturan",
      en: "split it into several rules"))

  package static let tooMuchWork = DiagnosticKind(
    "rules.too-much-work",
    message: LocalizedText(
      id: "daftar untuk satu orang ini memerlukan lebih dari {limit} operasi",
      en: "the lists of this one person take more than {limit} operations"),
    mend: LocalizedText(
      id: "kurangi unsur daftar, atau ringkas lebih dahulu",
      en: "give fewer elements, or sum them up first"))

  package static let unlikeUnits = DiagnosticKind(
    "rules.unlike-units",
    message: LocalizedText(
      id: "satuan {left} dan {right} tidak sejenis pada {part}",
      en: "the units {left} and {right} are not alike at {part}"),
    mend: LocalizedText(
      id: "periksa nama yang dipakai, atau ubah salah satunya dengan faktor yang bersatuan",
      en: "look at the names again, or convert one by a factor that has a unit"))

  package static let unitTooComplex = DiagnosticKind(
    "rules.unit-too-complex",
    message: LocalizedText(
      id: "satuan {left} {sign} {right} terlalu panjang",
      en: "the unit {left} {sign} {right} has too many parts"),
    mend: LocalizedText(
      id: "bagi dengan besaran sejenis lebih dahulu",
      en: "divide by something alike first"))

  package static let tableAsValue = DiagnosticKind(
    "rules.table-as-value",
    message: LocalizedText(
      id: "{name} adalah tabel, bukan nilai",
      en: "{name} is a table, not a value"),
    mend: LocalizedText(
      id: "tulis lookup({name}, x)",
      en: "write lookup({name}, x)"))

  package static let lookupWithoutTable = DiagnosticKind(
    "rules.lookup-without-table",
    message: LocalizedText(
      id: "lookup perlu nama tabel pada tempat pertama, ditemukan {found}",
      en: "lookup needs the name of a table first, found {found}"),
    mend: LocalizedText(
      id: "{cure}",
      en: "{cure}"))

  package static let lookupKeys = DiagnosticKind(
    "rules.lookup-keys",
    message: LocalizedText(
      id: "tabel {table} dicari dengan {found} kunci, seharusnya {wanted}",
      en: "the table {table} is looked up by {found} keys, expected {wanted}"),
    mend: LocalizedText(
      id: "sesuaikan banyaknya kunci",
      en: "adjust the number of keys"))
}
