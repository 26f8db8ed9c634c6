package import KinerjaCore

/// The catalogue of problems that this room can find.
package enum BiasDiagnostics {
  package static let all: [DiagnosticKind] = [
    .ratingOffScale, .ratedTwice, .namelessRating, .negativeOrder, .otherLevels, .auditSetting,
    .negativeLevel, .weightsOfOtherSize,
    .wrongDisagreement, .noDisagreement, .ranksWithoutAlpha,
    .impossibleCount, .groupTwice, .unknownGroup, .unusableCase, .caseTwice,
  ]
}

extension DiagnosticKind {
  package static let ratingOffScale = DiagnosticKind(
    "bias.rating-off-scale",
    message: LocalizedText(
      id: "nilai {value} bukan tingkat pada skala \"{scale}\"",
      en: "the value {value} is no level of the scale \"{scale}\""),
    mend: LocalizedText(
      id: "tulis nilai salah satu tingkat, atau hilangkan barisnya jika tidak dinilai",
      en: "write the value of a level, or leave the row out if no rating was given"))

  package static let ratedTwice = DiagnosticKind(
    "bias.rated-twice",
    message: LocalizedText(
      id: "penilai yang sama menilai pegawai ini dua kali pada butir dan waktu yang sama",
      en: "the same rater rated this person twice on the same item for the same time"),
    mend: LocalizedText(
      id: "simpan satu penilaian saja, atau beri masing-masing waktunya sendiri",
      en: "keep one of the ratings, or give each a time of its own"))

  package static let negativeOrder = DiagnosticKind(
    "bias.negative-order",
    message: LocalizedText(
      id: "urutan penilaian ini negatif", en: "the order of this rating is negative"),
    mend: LocalizedText(
      id: "hitung urutan dari 0 atau 1, atau kosongkan",
      en: "count the order from 0 or 1, or leave it empty"))

  package static let namelessRating = DiagnosticKind(
    "bias.nameless-rating",
    message: LocalizedText(
      id: "baris ini tidak menyebut pegawai, penilai atau butirnya",
      en: "the row does not name its ratee, its rater or its item"),
    mend: LocalizedText(
      id: "isi ketiganya, atau hapus barisnya", en: "fill in all three, or delete the row"))

  package static let otherLevels = DiagnosticKind(
    "bias.other-levels",
    message: LocalizedText(
      id: "tingkat skala {others} bukan {levels}",
      en: "the levels {others} of the scale are not {levels}"),
    mend: LocalizedText(
      id: "gabungkan hanya penilaian pada skala yang sama",
      en: "merge ratings on one scale only"))

  package static let auditSetting = DiagnosticKind(
    "bias.setting-out-of-range",
    message: LocalizedText(
      id: "setelan \"{setting}\" tidak berada di antara {low} dan {high}",
      en: "the setting \"{setting}\" does not lie between {low} and {high}"),
    mend: LocalizedText(
      id:
        "tulis angka di antara {low} dan {high}; persentase ditulis sebagai pecahan, seperti 0,05",
      en:
        "write a number between {low} and {high}; a percentage is written as a share, such as 0.05")
  )
}
