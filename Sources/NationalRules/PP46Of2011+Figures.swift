import KinerjaCore
import RuleLanguage

// The categories and figures of PP 46/2011, apart from its steps.
extension PP46Of2011 {
  static let predikat = CategoryScale(
    "predikat", LocalizedText(id: "Predikat prestasi kerja", en: "Performance grade"),
    worstToBest: [
      .init("bad", LocalizedText(id: "Buruk", en: "Bad")),
      .init("poor", LocalizedText(id: "Kurang", en: "Poor")),
      .init("fair", LocalizedText(id: "Cukup", en: "Fair")),
      .init("good", LocalizedText(id: "Baik", en: "Good")),
      .init("very-good", LocalizedText(id: "Sangat Baik", en: "Very good")),
    ])

  static let creativity = CategoryScale(
    "creativity", LocalizedText(id: "Manfaat kreativitas", en: "Benefit of creativity"),
    worstToBest: [
      .init("none", LocalizedText(id: "Tidak ada", en: "None")),
      .init("unit", LocalizedText(id: "Unit kerja", en: "Work unit")),
      .init("organisation", LocalizedText(id: "Organisasi", en: "Organisation")),
      .init("state", LocalizedText(id: "Negara", en: "State")),
    ])

  // MARK: - Figures

  private static let of = Figures(inUse: inUse)

  @ListBuilder<RuleParameter> static var figures: [RuleParameter] {
    of.figure("weight.skp", id: "Bobot SKP", en: "Weight of work targets", "0.6", government)
    of.figure(
      "weight.behaviour", id: "Bobot perilaku kerja", en: "Weight of behaviour", "0.4", government)
    of.figure(
      "efficiency.limit", id: "Batas efisiensi (%)", en: "Limit of savings (%)", 24, agencyTime)
    of.figure(
      "efficiency.factor", id: "Faktor efisiensi", en: "Factor of savings", "1.76", agencyTime)
    of.figure("efficiency.base", id: "Nilai dasar", en: "Base value", 76, agencyTime)
    of.choice(
      "negative.asZero", id: "Nilai negatif dihitung nol", en: "Negative values count as nought",
      true, recalled)
    // The sources seen give a task that was not done no value for its time, and public code none
    // for any aspect.
    of.choice(
      "undone.asZero", id: "Tugas tanpa realisasi kuantitas bernilai nol",
      en: "A task of which nothing was done is worth nought", true, recalled)

    of.assumed(
      "additional.low", id: "Ambang tugas tambahan untuk poin terendah",
      en: "Additional tasks for the lowest points", 1, within: 1...100, recalled, unit: .tasks)
    of.assumed(
      "additional.middle", id: "Ambang tugas tambahan untuk poin tengah",
      en: "Additional tasks for the middle points", 4, within: 1...100, recalled, unit: .tasks)
    of.assumed(
      "additional.high", id: "Ambang tugas tambahan untuk poin tertinggi",
      en: "Additional tasks for the highest points", 7, within: 1...100, recalled, unit: .tasks)
    of.assumed(
      "points.low", id: "Poin terendah", en: "Lowest points", 1, within: 0...20, recalled)
    of.assumed(
      "points.middle", id: "Poin tengah", en: "Middle points", 2, within: 0...20, recalled)
    of.assumed(
      "points.high", id: "Poin tertinggi", en: "Highest points", 3, within: 0...20, recalled)
    of.assumed(
      "creativity.unit", id: "Poin kreativitas bagi unit kerja",
      en: "Points for creativity in the work unit", 3, within: 0...20, recalled)
    of.assumed(
      "creativity.organisation", id: "Poin kreativitas bagi organisasi",
      en: "Points for creativity in the organisation", 6, within: 0...20, recalled)
    of.assumed(
      "creativity.state", id: "Poin kreativitas bagi negara",
      en: "Points for creativity in the state", 12, within: 0...20, recalled)
    of.assumed(
      "aspects.least", id: "Paling sedikit aspek perilaku yang dinilai",
      en: "Fewest aspects of behaviour marked", 5, within: 1...6, recalled)
    of.assumed(
      "aspects.most", id: "Paling banyak aspek perilaku yang dinilai",
      en: "Most aspects of behaviour marked", 6, within: 1...6, recalled)

    of.figure(
      "band.veryGood", id: "Batas bawah Sangat Baik", en: "Lower limit of Very good", 91,
      agencyBands)
    of.figure("band.good", id: "Batas bawah Baik", en: "Lower limit of Good", 76, agencyBands)
    of.figure("band.fair", id: "Batas bawah Cukup", en: "Lower limit of Fair", 61, agencyBands)
    of.figure("band.poor", id: "Batas bawah Kurang", en: "Lower limit of Poor", 51, agencyBands)
    of.choice(
      "band.roundFirst", id: "Nilai dibulatkan lebih dahulu", en: "The value is rounded first",
      false, recalled)
  }
}

extension MeasurementUnit {
  /// Tasks, activities and other pieces of work.
  static let tasks = MeasurementUnit(
    LocalizedText(id: "tugas", en: "tasks"), singular: LocalizedText(id: "tugas", en: "task"))
  static let rupiah = MeasurementUnit(LocalizedText(id: "rupiah", en: "rupiah"))
}
