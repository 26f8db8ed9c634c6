import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// *Daftar penilaian pelaksanaan pekerjaan PNS* (DP3): PP 10/1979, until the end of 2013.
  ///
  /// Eight traits (*unsur*) with marks to 100. That they weigh alike, that whoever leads nobody has
  /// seven, the names of the grades and the first day are recalled and not read; the bands are
  /// printed in whole numbers, and which one a value between two of them belongs to is a choice. With
  /// fewer marks or more the mean is missing, unless it is handed in.
  public static let pp10Of1979 = ScoringRule(
    Rule(
      "id.pp.10-1979", version: "1",
      LocalizedText(
        id: "Penilaian pelaksanaan pekerjaan PNS (DP3, PP 10/1979)",
        en: "Appraisal of civil servants' work (DP3, PP 10/1979)"),
      effective: inUse, sources: [dp3], scales: { grades }, parameters: { figures },
      inputs: {
        RuleInput(
          "traitsValue",
          LocalizedText(
            id: "Nilai rata-rata yang ditetapkan tanpa rincian unsur",
            en: "Mean mark fixed as a whole"), within: 0...100)
      },
      lists: {
        RuleList("traits", LocalizedText(id: "Unsur yang dinilai", en: "Trait")) {
          RuleInput("mark", LocalizedText(id: "Nilai", en: "Mark"), within: 0...100)
        }
      }, steps: { steps }),
    score: "score", category: "predikat")

  private static let inUse: DayRange = "1979-05-15/2013-12-31"
  private static let dp3 = LegalSource("PP 10/1979")

  private static let grades = CategoryScale(
    "predikat", LocalizedText(id: "Sebutan nilai", en: "Grade"),
    worstToBest: [
      .init("bad", LocalizedText(id: "Kurang", en: "Bad")),
      .init("poor", LocalizedText(id: "Sedang", en: "Poor")),
      .init("fair", LocalizedText(id: "Cukup", en: "Fair")),
      .init("good", LocalizedText(id: "Baik", en: "Good")),
      .init("very-good", LocalizedText(id: "Amat Baik", en: "Very good")),
    ])

  @ListBuilder<RuleParameter> private static var figures: [RuleParameter] {
    let of = Figures(inUse: inUse)
    of.assumed(
      "marks.least", id: "Paling sedikit unsur yang dinilai", en: "Fewest traits marked", 7,
      within: 1...8, dp3)
    of.figure("marks.most", id: "Banyaknya unsur", en: "Number of traits", 8, dp3)
    of.figure("band.veryGood", id: "Batas bawah Amat Baik", en: "Lower limit of Very good", 91, dp3)
    of.figure("band.good", id: "Batas bawah Baik", en: "Lower limit of Good", 76, dp3)
    of.figure("band.fair", id: "Batas bawah Cukup", en: "Lower limit of Fair", 61, dp3)
    of.figure("band.poor", id: "Batas bawah Sedang", en: "Lower limit of Poor", 51, dp3)
    of.choice(
      "band.roundFirst", id: "Nilai dibulatkan lebih dahulu", en: "The value is rounded first",
      false, dp3)
  }

  @ListBuilder<RuleStep> private static var steps: [RuleStep] {
    RuleStep(
      "score.alike",
      LocalizedText(id: "Rata-rata unsur dengan bobot sama", en: "Mean of the traits, alike"),
      formula: "mean(traits.mark)", source: dp3.assumed
    )
    .openToRegions
    RuleStep(
      "marks", LocalizedText(id: "Banyaknya unsur yang dinilai", en: "Traits marked"),
      formula: "coalesce(count(traits), 0)", source: dp3.assumed)
    RuleStep(
      "score", LocalizedText(id: "Nilai rata-rata", en: "Mean mark"),
      formula: """
        if marks >= marks.least and marks <= marks.most then score.alike
        else traitsValue
        """, source: dp3.assumed)
    RuleStep(
      "score.read",
      LocalizedText(id: "Nilai yang dibaca pada tabel sebutan", en: "Value read in the bands"),
      formula: "if band.roundFirst then round(score, 0, halfUp) else score", source: dp3.assumed)
    RuleStep(
      "predikat", LocalizedText(id: "Sebutan", en: "Grade"), bandsOf: "score.read",
      giving: "predikat", source: dp3
    ) {
      Band("very-good", from: "band.veryGood")
      Band("good", from: "band.good", below: "band.veryGood")
      Band("fair", from: "band.fair", below: "band.good")
      Band("poor", from: "band.poor", below: "band.fair")
      Band("bad", below: "band.poor")
    }
  }
}
