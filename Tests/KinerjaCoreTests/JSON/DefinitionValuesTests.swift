import Foundation
import KinerjaCore
import Testing

@Suite struct DefinitionValuesTests {
  private func read<Value: DefinitionValue>(_ text: String) throws(InvalidInput) -> Value {
    try JSONDocument(text).read(Value.self)
  }

  private func problems<Value: DefinitionValue>(_ type: Value.Type, _ text: String) -> [String] {
    do throws(InvalidInput) {
      _ = try JSONDocument(text).read(type)
      return []
    } catch {
      return error.problems.map { "\($0.place) \($0.code)" }
    }
  }

  @Test func `exact numbers stand as numbers or as text`() throws {
    let texts = ["0.1", "\"0.1\"", "\"1/10\"", "1e-1", "0.10", "\"2/20\""]
    for text in texts { #expect(try read(text) as Ratio == "1/10") }
    #expect(try read("0.1234567890123456789") as Ratio == "0.1234567890123456789")
    #expect(try read("93.860") as Points == "93.86")
    #expect(try read("\"93.86\"") as Points == "93.86")
    #expect(Ratio("1/3").json == "1/3")
    #expect(Ratio("0.25").json == "0.25")
    #expect(Ratio(-7).json == -7)
    #expect(Points("93.86").json == "93.86")
  }

  @Test(arguments: ["0", "7", "-7", "1/3", "-0.125", "170141183460469231731687303715884105727"])
  func `an exact number that is written is read as the same`(text: String) throws {
    let ratio = try Ratio(text, .point)
    let written = String(decoding: ratio.json.canonicalBytes, as: UTF8.self)
    #expect(try read(written) as Ratio == ratio)
  }

  @Test func `what is no exact number is named`() {
    #expect(problems(Ratio.self, "true") == ["line 1:1 definition.kind"])
    #expect(problems(Ratio.self, " \"0,5\"") == ["line 1:2 core.number-grouping"])
    #expect(problems(Ratio.self, "\"1/0\"") == ["line 1:1 core.zero-denominator"])
    #expect(problems(Ratio.self, "1e900") == ["line 1:1 core.large-number"])
    #expect(problems(Points.self, "1e-900") == ["line 1:1 core.number-decimals"])
    let fine = #expect(throws: InvalidInput.self) { try read("1e-19") as Points }
    #expect(fine?.description.contains("more than 18 decimals") == true)
  }

  @Test func `whole numbers may be spelt like others`() throws {
    #expect(try read("5.0") as Int64 == 5)
    #expect(try read("5e2") as Int == 500)
    #expect(problems(Int64.self, "9223372036854775808") == ["line 1:1 definition.whole-number"])
    #expect(problems(Int64.self, "\"5\"") == ["line 1:1 definition.kind"])
  }

  @Test func `days, ranges, periods and instants`() throws {
    #expect(try read("\"2026-02-28\"") as Day == "2026-02-28")
    #expect(try read("\"2026-S1\"") as Period == .semester(year: 2026, 1))
    let range: DayRange = try read(#"{"from": "2026-01-01", "through": "2026-06-30"}"#)
    #expect(range == "2026-01-01/2026-06-30")
    #expect(try read(#"{"from": "2026-01-01"}"#) as DayRange == "2026-01-01/..")
    #expect(DayRange("2026-01-01/..").json == ["from": "2026-01-01"])
    let instant: Instant = try read("\"2026-12-31T23:59:59+08:00\"")
    #expect(instant.json == "2026-12-31T15:59:59Z")
    #expect(problems(Day.self, "\"2026-02-30\"") == ["line 1:1 core.no-such-day"])
    #expect(problems(Period.self, "2026") == ["line 1:1 definition.kind"])
    #expect(
      problems(DayRange.self, #"{"from": "2026-06-30", "through": "2026-01-01"}"#)
        == ["line 1:1 core.day-range-reversed"])
    #expect(
      problems(DayRange.self, #"{"form": "2026-06-30", "through": "x"}"#)
        == [
          "line 1:1 definition.missing-key", "line 1:35: through core.day-text",
          "line 1:2: form definition.misspelt-key",
        ])
  }

  @Test func `a range written as in code is told how it is written in a file`() throws {
    let reader = DefinitionReader()
    #expect(DayRange(try JSONDocument("\"2026-01-01/..\"").root, reader) == nil)
    let sentence = reader.problems.all.first?.sentence(in: .english)
    #expect(sentence?.hasSuffix("write it like {\"from\": \"2026-01-01\"}") ?? false)
  }

  @Test func `a range whose last day is wrong is not taken for one without end`() throws {
    let reader = DefinitionReader()
    let node = try JSONDocument(#"{"from": "2026-01-01", "through": "2026-13-01"}"#).root
    #expect(DayRange(node, reader) == nil)
    #expect(reader.problems.all.map(\.code) == ["core.no-such-month"])
  }

  @Test func `sources and texts pass through coders in the shape of a file`() throws {
    let source = LegalSource("PP 46/2011", article: "Pasal 7", standing: .law)
    let data = try JSONEncoder().encode([source])
    #expect(try JSONDecoder().decode([LegalSource].self, from: data) == [source])
    #expect(try JSONDocument(Array(data)).read([LegalSource].self) == [source])
    let text = LocalizedText(id: "mutu", en: "quality")
    #expect(
      try JSONDecoder().decode([LocalizedText].self, from: JSONEncoder().encode([text])) == [text])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([LocalizedText].self, from: Data(#"[{"id": "", "en": ""}]"#.utf8))
    }
  }

  @Test func `beyond the limit problems are counted without being worked out`() {
    let keys = (0..<3_000).map { "\"standin\($0)\": 1" }.joined(separator: ", ")
    let words = [String](repeating: "\"lew\"", count: 3_000).joined(separator: ", ")
    for (text, type) in [("[{\(keys)}]", 0), ("[\(words)]", 1)] {
      let error = #expect(throws: InvalidInput.self) {
        let document = try JSONDocument(text)
        if type == 0 { _ = try document.read([LegalSource].self) }
        if type == 1 { _ = try document.read([LegalSource.Standing].self) }
      }
      #expect(error?.problems.count == 1_000)
      #expect((error?.diagnostics.omittedCount ?? 0) >= 2_000)
    }
  }

  @Test func `a text needs both languages`() {
    #expect(
      problems(LocalizedText.self, #"{"en": ""}"#)
        == ["line 1:1 definition.missing-language", "line 1:8: en definition.missing-language"])
    #expect(problems(LocalizedText.self, "\"mutu\"") == ["line 1:1 definition.kind"])
  }

  @Test func `a word of a closed list is suggested or the list given`() {
    #expect(problems(RoundingMode.self, "\"half up\"") == ["line 1:1 definition.misspelt-choice"])
    #expect(problems(RoundingMode.self, "\"banker\"") == ["line 1:1 definition.unknown-choice"])
  }
}
