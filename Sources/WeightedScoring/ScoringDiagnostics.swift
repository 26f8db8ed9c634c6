package import KinerjaCore

/// The catalogue of problems that this room can find.
package enum WeightedScoringDiagnostics {
  package static let all: [DiagnosticKind] =
    scoring + PolicyDiagnostics.all + RankingDiagnostics.all + LintDiagnostics.all

  private static let scoring: [DiagnosticKind] = [
    .unknownOutput, .noOutput, .scoreNotNumber, .categoryNotCategory, .negativeTableWeight,
    .weightTwice, .noPositiveWeight, .weightsTooLarge, .ratingCount, .meanTooLarge,
    .overlappingVersions, .versionGap, .supersessionGap, .supersededInForce, .inputAbsent,
    .inputOfOtherType, .listInColumns, .columnTwice, .noColumns,
    .reformWithoutEnd, .reformVerb, .reformPosition, .reformUnknownParameter, .reformUnknownStep,
    .reformUnknownTable,
    .reformValueType, .reformTwice, .reformDaysApart, .reformStepName, .reformNameTaken,
    .reformChangesNothing, .reformSameValue, .reformSameStep, .reformSameBounds, .reformOutsideRule,
    .reformParameterClosed, .reformOutsideBounds, .reformWidens, .reformStepClosed,
    .nothingToExplain, .otherCategory, .unknownWantedCategory,
  ]
}

extension DiagnosticKind {
  package static let unknownOutput = DiagnosticKind(
    "scoring.unknown-output",
    message: LocalizedText(
      id: "aturan tidak memiliki langkah {step}", en: "the rule has no step {step}"),
    mend: LocalizedText(id: "{cure}", en: "{cure}"))

  package static let noOutput = DiagnosticKind(
    "scoring.no-output",
    message: LocalizedText(
      id: "aturan tidak memberi nilai maupun kategori",
      en: "the rule gives neither a score nor a category"),
    mend: LocalizedText(
      id: "sebutkan langkah hasilnya", en: "name the step that is its result"))

  package static let scoreNotNumber = DiagnosticKind(
    "scoring.score-not-number",
    message: LocalizedText(
      id: "langkah {step} tidak memberi angka", en: "the step {step} gives no number"),
    mend: LocalizedText(
      id: "pilih langkah yang memberi angka", en: "choose a step that gives one"))

  package static let categoryNotCategory = DiagnosticKind(
    "scoring.category-not-category",
    message: LocalizedText(
      id: "langkah {step} tidak memberi kategori", en: "the step {step} gives no category"),
    mend: LocalizedText(
      id: "pilih langkah yang memberi kategori", en: "choose a step that gives one"))

  package static let negativeTableWeight = DiagnosticKind(
    "scoring.negative-weight",
    message: LocalizedText(
      id: "bobot {weight} untuk \"{id}\" negatif", en: "the weight {weight} of \"{id}\" is negative"
    ),
    mend: LocalizedText(
      id: "untuk mengabaikannya, beri bobot 0", en: "to leave it out, give it weight 0"))

  package static let weightTwice = DiagnosticKind(
    "scoring.weight-twice",
    message: LocalizedText(
      id: "\"{id}\" diberi bobot dua kali", en: "\"{id}\" is weighted twice"),
    mend: LocalizedText(id: "hapus salah satunya", en: "take one of them out"))

  package static let noPositiveWeight = DiagnosticKind(
    "scoring.no-positive-weight",
    message: LocalizedText(id: "tidak ada bobot positif", en: "no weight is positive"),
    mend: LocalizedText(
      id: "beri bobot positif kepada sedikitnya satu", en: "give at least one a positive weight"))

  package static let weightsTooLarge = DiagnosticKind(
    "scoring.weights-too-large",
    message: LocalizedText(
      id: "jumlah tepat bobot terlalu besar untuk disimpan",
      en: "the exact sum of the weights is too large to hold"),
    mend: LocalizedText(
      id: "pakai bobot dengan penyebut yang lebih kecil",
      en: "use weights with smaller denominators"))

  package static let ratingCount = DiagnosticKind(
    "scoring.rating-count",
    message: LocalizedText(
      id: "ada {found} nilai untuk {expected} bobot",
      en: "there are {found} ratings for {expected} weights"),
    mend: LocalizedText(
      id: "beri satu nilai untuk setiap bobot, dengan urutan yang sama",
      en: "give one rating a weight, in the same order"))

  package static let meanTooLarge = DiagnosticKind(
    "scoring.mean-too-large",
    message: LocalizedText(
      id: "rata-rata tepat terlalu besar untuk disimpan",
      en: "the exact mean is too large to hold"),
    mend: LocalizedText(
      id: "pakai bobot dengan penyebut yang lebih kecil",
      en: "use weights with smaller denominators"))

  package static let overlappingVersions = DiagnosticKind(
    "scoring.overlapping-versions",
    message: LocalizedText(
      id: "versi {one} dan {other} dari aturan {rule} berlaku pada hari yang sama",
      en: "the versions {one} and {other} of the rule {rule} hold on the same day"),
    mend: LocalizedText(
      id: "akhiri masa berlaku versi yang lama sehari sebelum yang baru",
      en: "end the older version on the day before the newer begins"))

  package static let listInColumns = DiagnosticKind(
    "scoring.list-in-columns",
    message: LocalizedText(
      id: "daftar {list} tidak muat dalam berkas satu baris per orang",
      en: "the list {list} has no place in a file of one row a person"),
    mend: LocalizedText(
      id: "pakai JSON, satu objek per baris", en: "use JSON, one object a line"))

  package static let columnTwice = DiagnosticKind(
    "scoring.column-twice",
    message: LocalizedText(
      id: "dua kolom akan bernama {column}", en: "two columns would be called {column}"),
    mend: LocalizedText(
      id: "pakai nama masukan yang berbeda lebih dari huruf besar atau tanda hubungnya",
      en: "use names of inputs that differ in more than case and hyphens"))

  package static let noColumns = DiagnosticKind(
    "scoring.no-columns",
    message: LocalizedText(
      id: "aturan {rule} tidak meminta apa pun", en: "the rule {rule} asks for nothing"),
    mend: LocalizedText(
      id: "tambahkan masukan pada aturan", en: "add an input to the rule"))

  package static let versionGap = DiagnosticKind(
    "scoring.version-gap", .warning,
    message: LocalizedText(
      id: "tidak ada versi yang berlaku {days}, di antara {one} dan {other}",
      en: "no version holds {days}, between {one} and {other}"),
    mend: LocalizedText(
      id: "periksa masa berlakunya, atau tambahkan versi yang berlaku saat itu",
      en: "look at their days again, or add the version that held then"))

  package static let supersessionGap = DiagnosticKind(
    "scoring.supersession-gap", .warning,
    message: LocalizedText(
      id: "{other} menggantikan {one}, tetapi keduanya tidak berlaku {days}",
      en: "{other} supersedes {one}, but neither holds {days}"),
    mend: LocalizedText(
      id: "periksa masa berlakunya, atau tambahkan aturan yang berlaku saat itu",
      en: "look at their days again, or add the rule that held then"))

  package static let supersededInForce = DiagnosticKind(
    "scoring.superseded-in-force", .warning,
    message: LocalizedText(
      id: "{other} menggantikan {one}, tetapi keduanya berlaku {days}",
      en: "{other} supersedes {one}, but both hold {days}"),
    mend: LocalizedText(
      id: "akhiri masa berlaku aturan yang digantikan sehari sebelumnya",
      en: "end the superseded rule on the day before"))

  package static let inputAbsent = DiagnosticKind(
    "scoring.input-absent",
    message: LocalizedText(
      id: "aturan {rule} meminta {name}, yang tidak dimiliki seorang pun dalam data",
      en: "the rule {rule} asks for {name}, which nobody in the data has"),
    mend: LocalizedText(
      id: "tambahkan data itu, atau pilih aturan lain",
      en: "add it to the data, or choose another rule"))

  package static let inputOfOtherType = DiagnosticKind(
    "scoring.input-of-other-type",
    message: LocalizedText(
      id: "aturan {rule} meminta {expected} untuk {name}, sedangkan data memuat {found}",
      en: "the rule {rule} asks for a {expected} as {name}, but the data have a {found}"),
    mend: LocalizedText(
      id: "ubah datanya, atau pilih aturan lain",
      en: "change the data, or choose another rule"))
}
