package import KinerjaCore

// What can be wrong with rater groups, periods and what they do about missing values.
extension DiagnosticKind {
  package static let keyWithoutScale = DiagnosticKind(
    "rules.key-without-scale",
    message: LocalizedText(
      id: "kategori ini tidak memiliki skala",
      en: "this category is of no known scale"),
    mend: LocalizedText(
      id: "pakai isian daftar yang memberi kategori suatu skala",
      en: "use a field of the list that gives a category of a scale"))

  package static let roleWithoutGroup = DiagnosticKind(
    "rules.role-without-group", .warning,
    message: LocalizedText(
      id: "nilai dari peran {role} pada skala {scale} tidak dihitung",
      en: "ratings of the role {role} of the scale {scale} count nowhere"),
    mend: LocalizedText(
      id: "tambahkan kelompoknya; bobot 0 bila memang tidak dihitung",
      en: "add its group; with weight 0 if that is meant"))

  package static let minimumCount = DiagnosticKind(
    "rules.minimum-count",
    message: LocalizedText(
      id: "jumlah nilai minimum {count}",
      en: "a minimum of {count} ratings"),
    mend: LocalizedText(
      id: "pilih 1 atau lebih",
      en: "choose 1 or more"))

  package static let trimTooMuch = DiagnosticKind(
    "rules.trim-too-much",
    message: LocalizedText(
      id: "{dropped} nilai dibuang di tiap sisi dari minimum {minimum} nilai",
      en: "{dropped} ratings are left out on each side of a minimum of {minimum}"),
    mend: LocalizedText(
      id: "naikkan minimum atau kurangi yang dibuang, agar sedikitnya satu nilai tersisa",
      en: "raise the minimum or leave out fewer, so that at least one rating is left"))

  package static let trimShare = DiagnosticKind(
    "rules.trim-share",
    message: LocalizedText(
      id: "bagian {share} dibuang di tiap sisi",
      en: "a share of {share} is left out on each side"),
    mend: LocalizedText(
      id: "pilih 0 sampai kurang dari 0,5",
      en: "choose 0 to below 0.5"))

  package static let periodNotField = DiagnosticKind(
    "rules.period-not-field",
    message: LocalizedText(
      id: "periode bukan isian daftar",
      en: "the period is no field of the list"),
    mend: LocalizedText(
      id: "pakai isian yang menyebut periode setiap unsur",
      en: "use a field that names the period of each element"))

  package static let periodWithoutWeight = DiagnosticKind(
    "rules.period-without-weight",
    message: LocalizedText(
      id: "periode {period} tidak memiliki bobot",
      en: "the period {period} has no weight"),
    mend: LocalizedText(
      id: "beri bobot; 0 untuk mengabaikannya",
      en: "give it one; 0 to leave it out"))

  package static let worstWithoutRank = DiagnosticKind(
    "rules.worst-without-rank",
    message: LocalizedText(
      id: "tidak ada kategori yang lebih baik pada skala {scale}",
      en: "no category of the scale {scale} is better than another"),
    mend: LocalizedText(
      id: "tulis kategorinya di bawah worstToBest bila memang berurutan",
      en: "write its categories under worstToBest if they have a rank"))

  package static let carryInList = DiagnosticKind(
    "rules.carry-in-list",
    message: LocalizedText(
      id: "nilai periode lalu tidak dapat dibawa untuk unsur daftar",
      en: "a value of an earlier period cannot be carried forward for an element of a list"),
    mend: LocalizedText(
      id: "pakai pada langkah di luar daftar",
      en: "use it in a step outside the list"))

  package static let carryLimit = DiagnosticKind(
    "rules.carry-limit",
    message: LocalizedText(
      id: "nilai periode lalu paling lama {days} hari",
      en: "an earlier value of at most {days} days"),
    mend: LocalizedText(
      id: "pilih 0 atau lebih",
      en: "choose 0 or more"))

  package static let lowestWithoutScale = DiagnosticKind(
    "rules.lowest-without-scale",
    message: LocalizedText(
      id: "kategori terendah diminta, tetapi langkah ini memberi {found}",
      en: "the lowest category is asked for, but the step gives a {found}"),
    mend: LocalizedText(
      id: "pakai substitute dengan nilainya",
      en: "use substitute with the value"))
}
