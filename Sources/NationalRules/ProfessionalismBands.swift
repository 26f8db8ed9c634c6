import KinerjaCore
import RuleLanguage

/// The bands of the professionalism index, for a person and for an agency (Peraturan BKN 8/2019).
enum ProfessionalismBands {
  /// From the day on which the guide of BKN was promulgated.
  static let inUse: DayRange = "2019-05-15/.."

  static let source = LegalSource(
    "Peraturan BKN 8/2019",
    link:
      "https://nasional.kontan.co.id/news/berikut-rumus-pengukuran-indeks-profesionalitas-asn?page=3"
  )

  static let scale = CategoryScale(
    "professionalism", LocalizedText(id: "Tingkat profesionalitas", en: "Professionalism"),
    worstToBest: [
      .init("very-low", LocalizedText(id: "Sangat Rendah", en: "Very low")),
      .init("low", LocalizedText(id: "Rendah", en: "Low")),
      .init("medium", LocalizedText(id: "Sedang", en: "Medium")),
      .init("high", LocalizedText(id: "Tinggi", en: "High")),
      .init("very-high", LocalizedText(id: "Sangat Tinggi", en: "Very high")),
    ])

  @ListBuilder<RuleParameter> static var parameters: [RuleParameter] {
    limit("band.veryHigh", id: "Sangat Tinggi", en: "Very high", 91)
    limit("band.high", id: "Tinggi", en: "High", 81)
    limit("band.medium", id: "Sedang", en: "Medium", 71)
    limit("band.low", id: "Rendah", en: "Low", 61)
    Figures(inUse: inUse).choice(
      "band.roundFirst", id: "Nilai dibulatkan lebih dahulu", en: "Values are rounded first",
      false, source)
  }

  private static func limit(
    _ id: ParameterID, id indonesian: String, en english: String, _ value: Ratio
  ) -> RuleParameter {
    Figures(inUse: inUse).figure(
      id, id: "Batas bawah \(indonesian)", en: "Lower limit of \(english)", value, source)
  }

  /// The index as the sum of its four dimensions, and its band.
  @ListBuilder<RuleStep> static var steps: [RuleStep] {
    RuleStep(
      "index", LocalizedText(id: "Indeks profesionalitas", en: "Professionalism index"),
      formula: "qualification + competency + performance + discipline", source: source)
    RuleStep(
      "index.read", LocalizedText(id: "Indeks yang dibaca", en: "Index that is read"),
      formula: "if band.roundFirst then round(index, 0, halfUp) else index", source: source.assumed)
    RuleStep(
      "professionalism", LocalizedText(id: "Tingkat profesionalitas", en: "Professionalism"),
      bandsOf: "index.read", giving: "professionalism", source: source
    ) {
      Band("very-high", from: "band.veryHigh")
      Band("high", from: "band.high", below: "band.veryHigh")
      Band("medium", from: "band.medium", below: "band.high")
      Band("low", from: "band.low", below: "band.medium")
      Band("very-low", below: "band.low")
    }
  }
}
