import Foundation
import KinerjaCore
import Testing

@Suite struct RatingScaleTests {
  static let levels = [
    ScaleLevel(value: 1, label: LocalizedText(id: "Kurang", en: "Poor"), code: "K"),
    ScaleLevel(value: 2, label: LocalizedText(id: "Cukup", en: "Fair"), code: "C"),
    ScaleLevel(value: 4, label: LocalizedText(id: "Baik", en: "Good"), code: "B"),
  ]

  @Test func `levels are found by value, label and code`() throws {
    let scale = try RatingScale("behaviour", levels: Self.levels)
    #expect(scale.values == 1...4)
    #expect(scale.lowest.code == "K" && scale.highest.code == "B")
    #expect(scale.level(4)?.label[.english] == "Good")
    #expect(scale.level(3) == nil && scale.level(.min) == nil && scale.level(.max) == nil)
    #expect(Self.levels.map { scale.position(of: $0.value) } == [0, 1, 2])
    for name in ["baik", " Good ", "b", "BAIK"] { #expect(scale.level(named: name)?.value == 4) }
    #expect(scale.level(named: "sangat baik") == nil && scale.level(named: "") == nil)
  }

  @Test func `all faults are named at once, each at its place`() {
    let error = #expect(throws: InvalidInput.self) {
      try RatingScale(
        "odd",
        levels: [
          ScaleLevel(value: 2, label: LocalizedText(id: "Baik", en: "Good")),
          ScaleLevel(value: 1, label: LocalizedText(id: "", en: "Fair")),
          ScaleLevel(value: 3, label: LocalizedText(id: "baik ", en: "Fine"), code: ""),
        ])
    }
    #expect(
      error?.problems.map { "\($0.place) \($0.code)" } == [
        "levels[1] core.level-order", "levels[1] core.nameless-level",
        "levels[2] core.nameless-level", "levels[2] core.level-named-twice",
      ])
    #expect(
      error?.problems[3].message(in: .english)
        == #"on the scale "odd", "baik" names the levels 2 and 3"#)
  }

  @Test func `fewer than two levels are no scale`() {
    for count in 0...1 {
      let error = #expect(throws: InvalidInput.self) {
        try RatingScale("short", levels: Array(Self.levels.prefix(count)))
      }
      #expect(error?.problems.map(\.code) == ["core.few-levels"])
    }
  }

  @Test func `a level may bear one name in both languages and as its code`() throws {
    let scale = try RatingScale(
      "same",
      levels: [
        ScaleLevel(value: -1, label: LocalizedText(same: "A"), code: "A"),
        ScaleLevel(value: 0, label: LocalizedText(same: "B")),
      ])
    #expect(scale.level(named: "a")?.value == -1)
  }

  @Test func `a scale is coded, and a broken one refused`() throws {
    let scale = try RatingScale("behaviour", levels: Self.levels)
    let data = try JSONEncoder().encode(scale)
    #expect(try JSONDecoder().decode(RatingScale.self, from: data) == scale)
    let broken = Data(
      #"{"id": "x", "levels": [{"value": 1, "label": {"id": "A", "en": "A"}}]}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(RatingScale.self, from: broken) }
    let error = #expect(throws: InvalidInput.self) {
      try JSONDocument(Array(broken), file: "scale.json").read(RatingScale.self)
    }
    #expect(
      error?.problems.map { "\($0.place) \($0.code)" }
        == ["scale.json:1:23: levels core.few-levels"]
    )
  }
}
