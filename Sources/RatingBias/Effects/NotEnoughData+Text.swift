public import KinerjaCore

extension NotEnoughData {
  /// What is lacking, as a sentence.
  public var sentence: LocalizedText {
    let name = requirement.name
    return LocalizedText(
      id: "Data belum cukup: diperlukan \(needed) \(name.indonesian), yang ada \(found).",
      en: "Not enough data: \(needed) \(name.english) needed, \(found) found.")
  }
}

extension NotEnoughData.Requirement {
  /// What is counted.
  fileprivate var name: LocalizedText {
    switch self {
    case .ratings: LocalizedText(id: "nilai dari penilai", en: "ratings by the rater")
    case .ratees: LocalizedText(id: "pegawai yang dinilai", en: "persons rated")
    case .rateesPerItem:
      LocalizedText(
        id: "pegawai yang dinilai pada butir yang sama", en: "persons rated on the same item")
    case .sharedRatings:
      LocalizedText(
        id: "nilai yang juga diberikan rekan", en: "ratings that a colleague gave too")
    case .orderedRatings:
      LocalizedText(
        id: "nilai yang urutan atau waktunya diketahui",
        en: "ratings whose order or time is known")
    case .sharedRatees:
      LocalizedText(
        id: "pegawai yang dinilai bersama rekan", en: "persons rated together with a colleague")
    case .rateesWithReference:
      LocalizedText(
        id: "pegawai dengan data pembanding", en: "persons for whom a reference is known")
    case .raters: LocalizedText(id: "penilai", en: "raters")
    case .exactlyTwoRaters: LocalizedText(id: "penilai, tidak lebih", en: "raters and no more")
    case .completeRatees:
      LocalizedText(
        id: "pegawai yang dinilai lengkap oleh semua penilai",
        en: "persons whom all raters rated in full")
    case .items:
      LocalizedText(
        id: "butir pada pegawai dan penilai yang sama", en: "items of the same ratee and rater")
    case .convergence:
      LocalizedText(
        id: "langkah perhitungan, dan belum konvergen",
        en: "steps of estimation, which had not come to rest,")
    case .referenceValues:
      LocalizedText(
        id: "nilai pembanding yang berbeda pada pegawai dengan penilai yang sama",
        en: "different values of the reference among persons with the same rater")
    case .differentRatings:
      LocalizedText(id: "nilai yang berbeda-beda", en: "ratings that differ")
    case .fewerLevels: LocalizedText(id: "tingkat skala sebagai batas", en: "levels at most")
    case .times:
      LocalizedText(id: "waktu penilaian yang berbeda", en: "different times of rating")
    case .mutualRatings:
      LocalizedText(id: "rekan yang saling menilai", en: "mutual ratings")
    case .levels: LocalizedText(id: "tingkat skala", en: "levels of the scale")
    case .scoresNearThreshold:
      LocalizedText(id: "skor di dekat ambang", en: "scores near the threshold")
    case .groups: LocalizedText(id: "kelompok yang ada pegawainya", en: "groups with persons")
    case .outcomes:
      LocalizedText(id: "macam hasil pada pegawai", en: "kinds of outcome among persons")
    case .units:
      LocalizedText(
        id: "unit yang mempunyai hasil dan nilai", en: "units with an outcome and with ratings")
    case .facetElements:
      LocalizedText(
        id: "nilai yang menyebut unsur setiap segi",
        en: "ratings that name an element of each facet")
    }
  }
}
