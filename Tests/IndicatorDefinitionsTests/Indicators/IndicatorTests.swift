import Foundation
import IndicatorDefinitions
import KinerjaCore
import Testing

@Suite struct IndicatorTests {
  static let file = """
    [
      {
        "id": "imunisasi",
        "name": {"id": "Cakupan imunisasi dasar lengkap", "en": "Full basic immunisation"},
        "unit": {"symbol": {"id": "%", "en": "%"}, "decimals": 1},
        "polarity": "maximize",
        "attainment": {
          "form": "ratio", "cap": 120, "floor": 0,
          "rounding": {"places": 2, "mode": "half-up"}
        },
        "consolidation": "last-known",
        "aspect": "quantity",
        "effective": {"from": "2026-01-01"},
        "sources": [{"instrument": "PermenPANRB 8/2021", "standing": "law"}]
      },
      {
        "id": "waktu-tunggu",
        "name": {"id": "Waktu tunggu", "en": "Waiting time"},
        "unit": {"symbol": {"id": "menit", "en": "minutes"}},
        "polarity": "minimize",
        "attainment": {"form": "reversed", "zeroTarget": {"met": 100, "missed": 0}},
        "consolidation": "average",
        "aspect": "time"
      }
    ]
    """

  @Test func `indicators are read from a file and written in one way`() throws {
    let catalogue = try JSONDocument(Self.file).read(IndicatorCatalogue.self)
    #expect(catalogue.ids == ["imunisasi", "waktu-tunggu"])
    let coverage = try #require(catalogue.indicator("imunisasi", on: "2026-06-30"))
    #expect(coverage.attainment(of: 93, against: .exact(95)) == .percent("97.89"))
    #expect(catalogue.indicator("imunisasi", on: "2025-12-31") == nil)
    #expect(catalogue.indicator("waktu-tunggu", on: "1999-01-01")?.aspect == .time)
    let again = try JSONDocument(catalogue.json.prettyText).read(IndicatorCatalogue.self)
    #expect(again == catalogue)
    #expect(again.json.canonicalBytes == catalogue.json.canonicalBytes)
    let data = try JSONEncoder().encode(catalogue)
    #expect(try JSONDecoder().decode(IndicatorCatalogue.self, from: data) == catalogue)
  }

  @Test func `everything wrong with indicators is named where it stands`() {
    let text = """
      [
        {"id": "a", "name": {"id": "A"}, "unit": {"symbol": {"id": "%", "en": "%"}, "decimals": 19},
         "polarity": "maximise", "attainment": {"form": "ratio", "cap": 80, "floor": 90, "rund": 1},
         "consolidation": "sum", "effektive": {"from": "2026-01-01"}},
        {"id": "b", "name": {"id": "B", "en": "B"}, "unit": {"symbol": {"id": "%", "en": "%"}},
         "polarity": "minimize", "attainment": {"form": "ratio"}, "consolidation": "sum"}
      ]
      """
    let error = #expect(throws: InvalidInput.self) {
      try JSONDocument(text, file: "indicators.json").read(IndicatorCatalogue.self)
    }
    #expect(
      error?.description == """
        indicators.json:2:23: [0].name: the English text is missing or empty; write the text under \
        the key "en"
        indicators.json:2:44: [0].unit: a unit cannot have 19 decimals; write 0 to 18
        indicators.json:3:16: [0].polarity: "maximise" is not known here; did you mean "maximize"?
        indicators.json:3:84: [0].attainment.rund: the key "rund" is not known here; remove it, or \
        use one of form, cap, floor, zeroTarget, rounding
        indicators.json:3:42: [0].attainment: the floor 90 is above the cap 80; correct one of the \
        two
        indicators.json:4:28: [0].effektive: the key "effektive" is not known here; did you mean \
        "effective"?
        indicators.json:6:51: [1].attainment.form: the form "ratio" contradicts the polarity \
        "minimize"; use reversed, inverse, or change the polarity
        """)
  }

  @Test func `two versions of an indicator may not hold on one day`() throws {
    let first = try Self.indicator("a", "2025-01-01/2025-12-31")
    let second = try Self.indicator("a", "2026-01-01/..")
    let catalogue = try IndicatorCatalogue([
      first, try Self.indicator("b", "2025-01-01/.."), second,
    ])
    #expect(catalogue.indicator("a", on: "2025-12-31") == first)
    #expect(catalogue.indicator("a", on: "2026-01-01") == second)
    #expect(catalogue.versions(of: "a").count == 2)
    let error = #expect(throws: InvalidInput.self) {
      try IndicatorCatalogue([first, try Self.indicator("a", "2025-06-01/..")])
    }
    #expect(
      error?.description == """
        [1].effective: the indicator "a" already holds on 2025-06-01 by the version at index 0; end \
        one version before the other begins
        """)
  }

  static func indicator(
    _ id: IndicatorID, _ days: DayRange = .always, _ polarity: Polarity = .maximize,
    _ consolidation: Consolidation = .sum, aspect: IndicatorAspect? = nil
  ) throws -> Indicator {
    try Indicator(
      id, name: LocalizedText(same: id.text), unit: .percent, polarity: polarity,
      attainment: AttainmentRule(polarity.forms[0]), consolidation: consolidation, aspect: aspect,
      effective: days)
  }

  @Test func `figures are shown with their unit`() {
    let minutes = MeasurementUnit(LocalizedText(id: "menit", en: "minutes"))
    #expect(MeasurementUnit.percent.text("4.8", in: .indonesian) == "4,80%")
    #expect(minutes.text("12.5", in: .english) == "12.5 minutes")
    #expect(minutes.text("1/3", in: .english) == "1/3 minutes")
    #expect(Target.range(lower: 7, upper: 8).text(minutes, in: .english) == "7 minutes–8 minutes")
  }

  @Test func `targets are read as figures or ranges`() throws {
    #expect(try JSONDocument("0.5").read(Target.self) == .exact("1/2"))
    let range = try JSONDocument(#"{"lower": 7, "upper": 8}"#).read(Target.self)
    #expect(range == .range(lower: 7, upper: 8))
    #expect(range.json.canonicalBytes == Array(#"{"lower":7,"upper":8}"#.utf8))
    #expect(Target.between(8, 7) == range && Target.between(7, 7) == .exact(7))
    let error = #expect(throws: InvalidInput.self) {
      try JSONDocument(#"{"lower": 8, "upper": 8}"#).read(Target.self)
    }
    #expect(error?.problems.map(\.code) == ["indicators.target-range"])
  }

  @Test func `reports become one figure as the indicator says`() throws {
    let figures: [Ratio] = [3, 1, 2]
    #expect(try Consolidation.sum.consolidated(figures) == 6)
    #expect(try Consolidation.average.consolidated(figures) == 2)
    #expect(try Consolidation.lastKnown.consolidated(figures) == 2)
    #expect(try Consolidation.minimum.consolidated(figures) == 1)
    #expect(try Consolidation.maximum.consolidated(figures) == 3)
    for consolidation in Consolidation.allCases {
      #expect(try consolidation.consolidated([]) == nil)
    }
  }

  @Test func `every kind of problem is worded in both languages`() {
    #expect(IndicatorDiagnostics.all.flatMap(\.faults) == [])
    #expect(Set(IndicatorDiagnostics.all.map(\.code)).count == IndicatorDiagnostics.all.count)
  }
}
