package import KinerjaCore

// What can be wrong with the names and parameters of a rule.
extension DiagnosticKind {
  package static let ruleNotEffective = DiagnosticKind(
    "rules.not-effective",
    message: LocalizedText(
      id: "aturan {rule} tidak berlaku pada {day}; masa berlakunya {range}",
      en: "the rule {rule} does not hold on {day}; it holds {range}"),
    mend: LocalizedText(
      id: "pilih versi yang berlaku pada hari itu",
      en: "choose the version that holds on that day"))

  package static let duplicateName = DiagnosticKind(
    "rules.duplicate-name",
    message: LocalizedText(
      id: "nama {name} dipakai dua kali",
      en: "the name {name} is used twice"),
    mend: LocalizedText(
      id: "beri nama lain kepada salah satunya",
      en: "give one of them another name"))

  package static let unwritableName = DiagnosticKind(
    "rules.unwritable-name",
    message: LocalizedText(
      id: "nama {name} tidak dapat ditulis dalam rumus",
      en: "the name {name} cannot be written in a formula"),
    mend: LocalizedText(
      id: "awali dengan huruf; pakai huruf, angka, titik dan garis bawah; hindari kata kunci",
      en: "begin with a letter; use letters, digits, points and underscores; avoid keywords"))

  package static let unknownName = DiagnosticKind(
    "rules.unknown-name",
    message: LocalizedText(
      id: "nama {name} tidak dikenal di sini",
      en: "the name {name} is not known here"),
    mend: LocalizedText(
      id: "{cure}",
      en: "{cure}"))

  package static let unknownScale = DiagnosticKind(
    "rules.unknown-scale",
    message: LocalizedText(
      id: "aturan tidak memiliki skala {scale}",
      en: "the rule has no scale {scale}"),
    mend: LocalizedText(
      id: "{cure}",
      en: "{cure}"))

  package static let unknownCategory = DiagnosticKind(
    "rules.unknown-category",
    message: LocalizedText(
      id: "skala {scale} tidak memiliki kategori {category}",
      en: "the scale {scale} has no category {category}"),
    mend: LocalizedText(
      id: "{cure}",
      en: "{cure}"))

  package static let parameterWithoutValue = DiagnosticKind(
    "rules.parameter-without-value",
    message: LocalizedText(
      id: "parameter {parameter} tidak memiliki nilai pada {day}",
      en: "the parameter {parameter} has no value on {day}"),
    mend: LocalizedText(
      id: "tambahkan nilai yang berlaku pada hari itu",
      en: "add a value that holds on that day"))

  package static let parameterWithTwoValues = DiagnosticKind(
    "rules.parameter-with-two-values",
    message: LocalizedText(
      id: "parameter {parameter} memiliki lebih dari satu nilai pada {day}",
      en: "the parameter {parameter} has more than one value on {day}"),
    mend: LocalizedText(
      id: "akhiri masa berlaku nilai yang lama sehari sebelum yang baru",
      en: "end the older value on the day before the newer begins"))

  package static let parameterMissing = DiagnosticKind(
    "rules.parameter-missing",
    message: LocalizedText(
      id: "nilai parameter {parameter} kosong",
      en: "the value of the parameter {parameter} is a missing one"),
    mend: LocalizedText(
      id: "isi nilainya, atau hapus parameter itu",
      en: "fill it in, or take the parameter out"))

  package static let cycle = DiagnosticKind(
    "rules.cycle",
    message: LocalizedText(
      id: "langkah-langkah saling membutuhkan: {cycle}",
      en: "steps need each other in a circle: {cycle}"),
    mend: LocalizedText(
      id: "hitung salah satunya tanpa yang lain",
      en: "compute one of them without the others"))

  package static let typeMismatch = DiagnosticKind(
    "rules.type-mismatch",
    message: LocalizedText(
      id: "ditemukan {found}, seharusnya {expected}",
      en: "found a {found}, expected a {expected}"),
    mend: LocalizedText(
      id: "sesuaikan bagian ini",
      en: "adjust this part"))

  package static let measuredInput = DiagnosticKind(
    "rules.measured-input",
    message: LocalizedText(
      id: "masukan {name} adalah {type}, tetapi memiliki satuan, desimal atau rentang",
      en: "the input {name} is a {type}, but has a unit, decimals or a range"),
    mend: LocalizedText(
      id: "hapus, atau jadikan angka",
      en: "take them out, or make it a number"))

  package static let emptyScale = DiagnosticKind(
    "rules.empty-scale",
    message: LocalizedText(
      id: "skala {scale} tidak memiliki kategori",
      en: "the scale {scale} has no category"),
    mend: LocalizedText(
      id: "tambahkan kategorinya, atau hapus skalanya",
      en: "add its categories, or take the scale out"))

  package static let scaleNotSaid = DiagnosticKind(
    "rules.scale-not-said",
    message: LocalizedText(
      id: "langkah ini memberi kategori, tetapi skalanya tidak disebut",
      en: "the step gives a category, but not of which scale"),
    mend: LocalizedText(
      id: "sebutkan skalanya",
      en: "name the scale"))

  package static let listAsValue = DiagnosticKind(
    "rules.list-as-value",
    message: LocalizedText(
      id: "{name} adalah daftar, bukan nilai",
      en: "{name} is a list, not a value"),
    mend: LocalizedText(
      id: "pakai count({name}), atau sum, mean, min, max atas isinya",
      en: "use count({name}), or sum, mean, min, max over what is in it"))

  package static let elementOutsideFigure = DiagnosticKind(
    "rules.element-outside-figure",
    message: LocalizedText(
      id: "{name} ada pada setiap unsur daftar",
      en: "{name} exists once for each element of a list"),
    mend: LocalizedText(
      id: "ringkas, misalnya mean({name})",
      en: "sum it up, as in mean({name})"))

  package static let unqualifiedName = DiagnosticKind(
    "rules.unqualified-name",
    message: LocalizedText(
      id: "{name} tidak jelas milik unsur yang mana",
      en: "{name} does not say of which element"),
    mend: LocalizedText(
      id: "tulis {list}.{name}",
      en: "write {list}.{name}"))

  package static let nestedFigure = DiagnosticKind(
    "rules.nested-figure",
    message: LocalizedText(
      id: "{function} berada di dalam ringkasan daftar lain",
      en: "{function} stands inside another figure over a list"),
    mend: LocalizedText(
      id: "jadikan langkah tersendiri",
      en: "make it a step of its own"))

  package static let figureWithoutList = DiagnosticKind(
    "rules.figure-without-list",
    message: LocalizedText(
      id: "{function} tidak menyebut isi daftar",
      en: "{function} names nothing in a list"),
    mend: LocalizedText(
      id: "sebut isi salah satu daftar: {lists}",
      en: "name something in one of the lists: {lists}"))

  package static let figureOverTwoLists = DiagnosticKind(
    "rules.figure-over-two-lists",
    message: LocalizedText(
      id: "{function} menyebut isi lebih dari satu daftar: {lists}",
      en: "{function} names elements of more than one list: {lists}"),
    mend: LocalizedText(
      id: "hitung masing-masing dalam langkah tersendiri",
      en: "compute each in a step of its own"))
}
