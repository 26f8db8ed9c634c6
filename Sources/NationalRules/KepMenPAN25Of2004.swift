import KinerjaCore
import RuleLanguage
public import WeightedScoring

extension ScoringRule {
  /// *Indeks Kepuasan Masyarakat* (IKM): KepMenPAN 25/2004, which stood before PermenPANRB 14/2017.
  ///
  /// The means of the elements, marked from 1 to 4, weigh alike; 25 times their mean is the value,
  /// which is read in four bands other than those of today. Give the mean of each element as
  /// `elements`; how many there were, fourteen, is recalled and not read, so the rule takes as many
  /// as are given.
  ///
  /// The four bands were read in a report of a regional agency in which the highest is cut off and
  /// completed by continuity. First and last day are assumed; for the years of PermenPANRB 16/2014,
  /// which lay between and was not seen, the bands are taken to have stayed.
  public static let kepMenPAN25Of2004 = ScoringRule(
    Rule(
      "id.kepmenpan.25-2004", version: "1",
      LocalizedText(
        id: "Indeks Kepuasan Masyarakat (KepMenPAN 25/2004)",
        en: "Index of public satisfaction (KepMenPAN 25/2004)"),
      effective: inUse, sources: [kep25], scales: { ServiceQuality.scale },
      parameters: {
        figures.figure("conversion", id: "Angka konversi", en: "Factor of conversion", 25, kep25)
        figures.assumed(
          "band.a", id: "Batas bawah A", en: "Lower limit of A", "81.26", within: "62.51"...100,
          kep25)
        figures.figure("band.b", id: "Batas bawah B", en: "Lower limit of B", "62.51", kep25)
        figures.figure("band.c", id: "Batas bawah C", en: "Lower limit of C", "43.76", kep25)
      },
      inputs: {},
      lists: {
        RuleList(
          "elements", LocalizedText(id: "Unsur pelayanan", en: "Element of the service"),
          fields: {
            RuleInput("mean", LocalizedText(id: "Nilai rata-rata", en: "Mean mark"), within: 1...4)
          })
      },
      steps: {
        RuleStep(
          "index", LocalizedText(id: "Indeks", en: "Index"), formula: "mean(elements.mean)",
          source: kep25.assumed)
        RuleStep(
          "value", LocalizedText(id: "Nilai IKM", en: "Value of the index"),
          formula: "index * conversion", rounded: DecimalRounding(places: 2, .halfUp),
          source: kep25.assumed)
        RuleStep(
          "quality", LocalizedText(id: "Mutu pelayanan", en: "Quality of service"),
          bandsOf: "value", giving: "quality", source: kep25
        ) {
          Band("a", from: "band.a")
          Band("b", from: "band.b", below: "band.a")
          Band("c", from: "band.c", below: "band.b")
          Band("d", below: "band.c")
        }
      }),
    score: "value", category: "quality")

  private static let inUse: DayRange = "2004-01-01/2016-12-31"

  private static let kep25 = LegalSource(
    "KepMenPAN 25/2004",
    link:
      "https://123dok.com/document/yjvon25y-laporan-penyusunan-kepuasan-masyarakat-sertifikasi-perindustrian-perdagangan-provinsi.html"
  )
  private static let figures = Figures(inUse: inUse)
}
