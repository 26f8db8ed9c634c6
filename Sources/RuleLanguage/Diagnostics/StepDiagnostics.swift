package import KinerjaCore

// What can be wrong with tables, weights, rounding and policies.
extension DiagnosticKind {
  package static let noTerms = DiagnosticKind(
    "rules.no-terms",
    message: LocalizedText(
      id: "rata-rata berbobot tanpa suku",
      en: "a weighted mean without terms"),
    mend: LocalizedText(
      id: "tambahkan suku",
      en: "add terms"))

  package static let negativeWeight = DiagnosticKind(
    "rules.negative-weight",
    message: LocalizedText(
      id: "bobot {weight} negatif",
      en: "the weight {weight} is negative"),
    mend: LocalizedText(
      id: "beri bobot 0 untuk mengabaikannya",
      en: "give it weight 0 to leave it out"))

  package static let weightNotConstant = DiagnosticKind(
    "rules.weight-not-constant",
    message: LocalizedText(
      id: "jumlah bobot dinyatakan, tetapi bobot ini baru diketahui saat dihitung",
      en: "a total of weights is declared, but this weight is known only while computing"),
    mend: LocalizedText(
      id: "pakai parameter, atau hapus jumlah bobot",
      en: "use a parameter, or take the total out"))

  package static let weightsTotal = DiagnosticKind(
    "rules.weights-total",
    message: LocalizedText(
      id: "jumlah bobot {sum}, seharusnya {total}",
      en: "the weights add up to {sum}, expected {total}"),
    mend: LocalizedText(
      id: "perbaiki bobot",
      en: "correct the weights"))

  package static let roundingPlaces = DiagnosticKind(
    "rules.rounding-places",
    message: LocalizedText(
      id: "pembulatan ke {places} desimal",
      en: "a rounding to {places} decimals"),
    mend: LocalizedText(
      id: "pilih 0 sampai 18",
      en: "choose 0 to 18"))

  package static let dropWithoutMean = DiagnosticKind(
    "rules.drop-without-mean",
    message: LocalizedText(
      id: "suku yang kosong hanya dapat dikeluarkan dari rata-rata",
      en: "missing terms can be left out of a mean only"),
    mend: LocalizedText(
      id: "pakai rata-rata berbobot atau mean atas daftar",
      en: "use a weighted mean or a mean over a list"))

  package static let minimumShare = DiagnosticKind(
    "rules.minimum-share",
    message: LocalizedText(
      id: "bagian bobot minimum {share}",
      en: "a minimum share of {share}"),
    mend: LocalizedText(
      id: "pilih 0 sampai 1",
      en: "choose 0 to 1"))

  package static let noBands = DiagnosticKind(
    "rules.no-bands",
    message: LocalizedText(
      id: "tabel rentang nilai kosong",
      en: "a table without bands"),
    mend: LocalizedText(
      id: "tambahkan rentang nilai",
      en: "add bands"))

  package static let edgeNotConstant = DiagnosticKind(
    "rules.edge-not-constant",
    message: LocalizedText(
      id: "batas memakai {name}, yang bukan parameter",
      en: "an edge uses {name}, which is no parameter"),
    mend: LocalizedText(
      id: "pakai angka atau parameter",
      en: "use numbers or parameters"))

  package static let edgeWithoutValue = DiagnosticKind(
    "rules.edge-without-value",
    message: LocalizedText(
      id: "batas ini tidak dapat dihitung",
      en: "this edge cannot be computed"),
    mend: LocalizedText(
      id: "periksa pembagian dengan nol",
      en: "look for a division by zero"))

  package static let emptyBand = DiagnosticKind(
    "rules.empty-band",
    message: LocalizedText(
      id: "tidak ada angka dalam rentang {band} untuk {category}",
      en: "no number is in the band {band} of {category}"),
    mend: LocalizedText(
      id: "tukar atau perbaiki batasnya",
      en: "swap or correct its edges"))

  package static let overlappingBands = DiagnosticKind(
    "rules.overlapping-bands",
    message: LocalizedText(
      id: "rentang {one} dan {other} beririsan",
      en: "the bands {one} and {other} overlap"),
    mend: LocalizedText(
      id: "buka salah satu batas, atau geser",
      en: "open one of the edges, or move it"))

  package static let bandGap = DiagnosticKind(
    "rules.band-gap", .warning,
    message: LocalizedText(
      id: "ada celah antara rentang {one} dan {other}",
      en: "there is a hole between the bands {one} and {other}"),
    mend: LocalizedText(
      id: "tutup salah satu batas, atau bulatkan lebih dahulu",
      en: "close one of the edges, or round first"))

  package static let raggedMatrix = DiagnosticKind(
    "rules.ragged-matrix",
    message: LocalizedText(
      id: "baris {row} memiliki {found} sel, seharusnya {wanted}",
      en: "the row {row} has {found} cells, expected {wanted}"),
    mend: LocalizedText(
      id: "isi satu sel untuk setiap kolom",
      en: "fill one cell a column"))

  package static let axisWithoutScale = DiagnosticKind(
    "rules.axis-without-scale",
    message: LocalizedText(
      id: "skala sumbu matriks ini tidak diketahui",
      en: "the scale of this axis of the matrix is not known"),
    mend: LocalizedText(
      id: "pakai masukan atau langkah yang memberi kategori",
      en: "use an input or a step that gives a category"))

  package static let axisIncomplete = DiagnosticKind(
    "rules.axis-incomplete",
    message: LocalizedText(
      id: "kategori {category} dari skala {scale} tidak ada pada matriks",
      en: "the category {category} of the scale {scale} is not in the matrix"),
    mend: LocalizedText(
      id: "tambahkan baris atau kolomnya",
      en: "add its row or column"))

  package static let stepBody = DiagnosticKind(
    "rules.step-body",
    message: LocalizedText(
      id: "langkah perlu tepat satu dari {keys}; ada: {found}",
      en: "a step needs exactly one of {keys}; there are: {found}"),
    mend: LocalizedText(
      id: "sisakan satu",
      en: "keep one"))

  package static let bandEdges = DiagnosticKind(
    "rules.band-edges",
    message: LocalizedText(
      id: "rentang memiliki dua batas di sisi yang sama",
      en: "a band has two edges on one side"),
    mend: LocalizedText(
      id: "pakai from atau above, dan through atau below",
      en: "use from or above, and through or below"))

  package static let inputRangeEnds = DiagnosticKind(
    "rules.input-range-ends",
    message: LocalizedText(
      id: "rentang masukan tidak lengkap atau terbalik",
      en: "the range of an input is incomplete or reversed"),
    mend: LocalizedText(
      id: "tulis from dan through, yang kecil lebih dahulu",
      en: "write from and through, the smaller first"))

  package static let valueObject = DiagnosticKind(
    "rules.value-object",
    message: LocalizedText(
      id: "objek ini bukan nilai",
      en: "this object is no value"),
    mend: LocalizedText(
      id: "tulis {example}",
      en: "write {example}"))
}
