package import KinerjaCore

extension DiagnosticKind {
  package static let negativeLevel = DiagnosticKind(
    "bias.ratio-of-negative-level",
    message: LocalizedText(
      id: "bobot rasio tidak dapat dipakai pada skala dengan nilai negatif {value}",
      en: "ratio weights cannot be used on a scale with the negative value {value}"),
    mend: LocalizedText(
      id: "pakai bobot kuadrat (interval), atau skala yang dimulai dari 0",
      en: "use quadratic weights (interval), or a scale that begins at 0"))

  package static let weightsOfOtherSize = DiagnosticKind(
    "bias.weights-of-other-size",
    message: LocalizedText(
      id: "bobot bukan tabel dengan {levels} baris dan {levels} kolom",
      en: "the weights are no table of {levels} rows and {levels} columns"),
    mend: LocalizedText(
      id: "tulis satu baris dan satu kolom untuk setiap tingkat skala",
      en: "write one row and one column for each level of the scale"))

  package static let wrongDisagreement = DiagnosticKind(
    "bias.wrong-disagreement",
    message: LocalizedText(
      id: "ketidaksepakatan ini negatif, tak hingga, tidak simetris, atau bukan 0 pada diagonal",
      en: "this disagreement is negative, infinite, not symmetric, or not 0 on the diagonal"),
    mend: LocalizedText(
      id: "tulis angka yang sama untuk kedua urutan tingkat, dan 0 untuk tingkat yang sama",
      en: "write the same number for both orders of two levels, and 0 for a level with itself"))

  package static let noDisagreement = DiagnosticKind(
    "bias.no-disagreement",
    message: LocalizedText(
      id: "semua ketidaksepakatan bernilai 0, sehingga semua tingkat sama",
      en: "all disagreements are 0, which makes all levels the same"),
    mend: LocalizedText(
      id: "tulis angka positif untuk setidaknya sepasang tingkat",
      en: "write a positive number for at least one pair of levels"))

  package static let ranksWithoutAlpha = DiagnosticKind(
    "bias.ranks-without-alpha",
    message: LocalizedText(
      id: "jarak ordinal Krippendorff hanya berlaku untuk alfa Krippendorff",
      en: "Krippendorff's ordinal distance belongs to Krippendorff's alpha alone"),
    mend: LocalizedText(
      id: "pakai bobot ordinal, linear atau kuadrat", en: "use ordinal, linear or quadratic weights"
    ))
}
