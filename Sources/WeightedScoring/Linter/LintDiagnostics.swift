package import KinerjaCore

/// The catalogue of what the linter can find.
package enum LintDiagnostics {
  package static let all: [DiagnosticKind] = [
    .lintHole, .lintUnreachable, .lintEndNotReached, .lintBandOrder, .lintUnreachableLine,
    .lintMatrixOrder, .lintAlwaysTrue, .lintAlwaysFalse, .lintIdleLimit, .lintDivisionByZero,
    .lintNotMonotone, .lintJump, .lintWeights, .lintCountedTwice, .lintRoundingMoves,
    .lintNeverProduced, .lintMissingUnhandled, .lintUnusedInput, .lintUnusedStep,
    .lintUnusedParameter, .lintVariantConflict,
  ]
}

extension DiagnosticKind {
  package static let lintHole = DiagnosticKind(
    "lint.hole", .warning,
    message: LocalizedText(
      id:
        "{step}: angka {number} jatuh di celah antara {low} dan {high} dan tidak mendapat kategori",
      en:
        "{step}: the number {number} falls into the hole between {low} and {high} and gets no category"
    ),
    mend: LocalizedText(
      id: "tutup celahnya, atau bulatkan angkanya lebih dahulu",
      en: "close the hole, or round the number first"))

  package static let lintUnreachable = DiagnosticKind(
    "lint.unreachable", .warning,
    message: LocalizedText(
      id:
        "{step}: pita {band} untuk {category} tidak dapat dicapai siapa pun; angkanya antara {low} dan {high}",
      en:
        "{step}: nobody can reach the band {band} of {category}; the number is between {low} and {high}"
    ),
    mend: LocalizedText(
      id: "perbaiki batasnya, bobotnya, atau rentang masukannya",
      en: "correct its edges, the weights, or the range of the inputs"))

  package static let lintEndNotReached = DiagnosticKind(
    "lint.end-not-reached", .warning,
    message: LocalizedText(
      id: "{step}: tabel sampai {end}, tetapi angkanya hanya sampai {reached}",
      en: "{step}: the table goes as far as {end}, but the number only as far as {reached}"),
    mend: LocalizedText(
      id: "perbaiki bobotnya atau batas tabelnya",
      en: "correct the weights or the table's outermost edge"))

  package static let lintBandOrder = DiagnosticKind(
    "lint.band-order", .warning,
    message: LocalizedText(
      id:
        "{step}: pita {low} memberi {one} dan pita berikutnya {high} memberi {other}, berlawanan dengan urutan skala",
      en:
        "{step}: the band {low} gives {one} and the next, {high}, gives {other}, against the order of the scale"
    ),
    mend: LocalizedText(
      id: "tukar kategorinya", en: "swap the categories"))

  package static let lintUnreachableLine = DiagnosticKind(
    "lint.unreachable-line", .warning,
    message: LocalizedText(
      id: "{step}: baris atau kolom {category} tidak dapat dicapai siapa pun",
      en: "{step}: nobody can reach the row or column {category}"),
    mend: LocalizedText(
      id: "perbaiki langkah yang memberi kategori itu",
      en: "correct the step that gives that category"))

  package static let lintMatrixOrder = DiagnosticKind(
    "lint.matrix-order", .warning,
    message: LocalizedText(
      id: "{step}: {one} memberi {first}, tetapi {other} yang lebih baik memberi {second}",
      en: "{step}: {one} gives {first}, but {other}, which is better, gives {second}"),
    mend: LocalizedText(
      id: "periksa kedua sel itu", en: "look at the two cells"))

  package static let lintAlwaysTrue = DiagnosticKind(
    "lint.always-true", .warning,
    message: LocalizedText(
      id: "{step}: syarat {condition} selalu terpenuhi",
      en: "{step}: the condition {condition} always holds"),
    mend: LocalizedText(
      id: "hapus cabang lainnya, atau perbaiki angkanya",
      en: "take the other branch out, or correct the figure"))

  package static let lintAlwaysFalse = DiagnosticKind(
    "lint.always-false", .warning,
    message: LocalizedText(
      id: "{step}: syarat {condition} tidak pernah terpenuhi",
      en: "{step}: the condition {condition} never holds"),
    mend: LocalizedText(
      id: "hapus cabangnya, atau perbaiki angkanya",
      en: "take the branch out, or correct the figure"))

  package static let lintIdleLimit = DiagnosticKind(
    "lint.idle-limit", .warning,
    message: LocalizedText(
      id: "{step}: batas {limit} tidak pernah berpengaruh; nilainya hanya sampai {end}",
      en: "{step}: the limit {limit} never acts; the value only goes as far as {end}"),
    mend: LocalizedText(
      id: "perbaiki batasnya, atau hapus", en: "correct the limit, or take it out"))

  package static let lintDivisionByZero = DiagnosticKind(
    "lint.division-by-zero", .note,
    message: LocalizedText(
      id:
        "{step}: pembagian dengan nol mungkin terjadi (pembagi {divisor}); nilainya lalu tidak ada",
      en: "{step}: a division by zero can happen (divisor {divisor}); the value is missing then"),
    mend: LocalizedText(
      id: "batasi masukannya di atas nol, atau sebutkan apa yang berlaku",
      en: "keep the input above zero, or say what holds then"))

  package static let lintNotMonotone = DiagnosticKind(
    "lint.not-monotone", .warning,
    message: LocalizedText(
      id:
        "{step}: nilainya melompat berlawanan arah: {input} {one} memberi {first}, {other} memberi {second}",
      en:
        "{step}: the value leaps against its own way: {input} {one} gives {first}, {other} gives {second}"
    ),
    mend: LocalizedText(
      id: "periksa batas dan kedua rumus di sekitarnya",
      en: "look at the limit and at the formulas on either side"))

  package static let lintJump = DiagnosticKind(
    "lint.jump", .note,
    message: LocalizedText(
      id: "{step}: nilainya melompat: {input} {one} memberi {first}, {other} memberi {second}",
      en: "{step}: the value leaps: {input} {one} gives {first}, {other} gives {second}"),
    mend: LocalizedText(
      id: "periksa apakah lompatan itu dimaksudkan", en: "see whether the leap is meant"))

  package static let lintWeights = DiagnosticKind(
    "lint.weights", .warning,
    message: LocalizedText(
      id: "{step}: jumlah bobot {sum}, bukan {whole}",
      en: "{step}: the weights add up to {sum}, not to {whole}"),
    mend: LocalizedText(
      id: "perbaiki bobotnya, atau nyatakan jumlahnya",
      en: "correct the weights, or declare their total"))

  package static let lintCountedTwice = DiagnosticKind(
    "lint.counted-twice", .warning,
    message: LocalizedText(
      id: "{step}: {input} dihitung dua kali, melalui {one} dan {other}",
      en: "{step}: {input} is counted twice, through {one} and through {other}"),
    mend: LocalizedText(
      id: "hapus salah satunya, atau jelaskan bobot gabungannya",
      en: "take one out, or say what both together are to weigh"))

  package static let lintRoundingMoves = DiagnosticKind(
    "lint.rounding-moves", .note,
    message: LocalizedText(
      id:
        "{step}: {exact} dibulatkan menjadi {rounded} dan karena itu melewati batas {edge} pada {bands}",
      en: "{step}: {exact} is rounded to {rounded} and so passes the edge {edge} of {bands}"),
    mend: LocalizedText(
      id: "bulatkan setelah membaca tabel, jika tidak dimaksudkan",
      en: "round after the table is read, if it is not meant"))

  package static let lintNeverProduced = DiagnosticKind(
    "lint.never-produced", .warning,
    message: LocalizedText(
      id: "{step}: tidak ada yang dapat memperoleh {category}",
      en: "{step}: nobody can get {category}"),
    mend: LocalizedText(
      id: "perbaiki tabelnya, atau hapus kategori itu dari skala",
      en: "correct the table, or take the category off the scale"))

  package static let lintMissingUnhandled = DiagnosticKind(
    "lint.missing-unhandled", .warning,
    message: LocalizedText(
      id: "tanpa {input} hasilnya tidak lengkap: {reason}",
      en: "without {input} the result is incomplete: {reason}"),
    mend: LocalizedText(
      id: "wajibkan masukan itu, atau sebutkan apa yang berlaku",
      en: "require the input, or say what holds then"))

  package static let lintUnusedInput = DiagnosticKind(
    "lint.unused-input", .warning,
    message: LocalizedText(
      id: "masukan {name} tidak memengaruhi hasil",
      en: "the input {name} does not bear on the result"),
    mend: LocalizedText(
      id: "pakai dalam rumus, atau hapus", en: "use it in a formula, or take it out"))

  package static let lintUnusedStep = DiagnosticKind(
    "lint.unused-step", .note,
    message: LocalizedText(
      id: "langkah {name} tidak memengaruhi hasil",
      en: "the step {name} does not bear on the result"),
    mend: LocalizedText(
      id: "pakai dalam rumus, atau hapus", en: "use it in a formula, or take it out"))

  package static let lintUnusedParameter = DiagnosticKind(
    "lint.unused-parameter", .warning,
    message: LocalizedText(
      id: "parameter {name} tidak dipakai",
      en: "the parameter {name} is not used"),
    mend: LocalizedText(
      id: "pakai dalam rumus, atau hapus", en: "use it in a formula, or take it out"))

  package static let lintVariantConflict = DiagnosticKind(
    "lint.variant-conflict", .warning,
    message: LocalizedText(id: "{conflict}", en: "{conflict}"),
    mend: LocalizedText(
      id: "sebutkan varian mana yang mengesampingkan yang lain",
      en: "say which variant overrides the other"))
}
