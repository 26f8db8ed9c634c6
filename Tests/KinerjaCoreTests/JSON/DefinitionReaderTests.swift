import Foundation
import KinerjaCore
import Testing

/// A small type that reads itself the way all definitions do.
private struct Course: Definition, Hashable {
  enum Form: String, CaseIterable, DefinitionValue {
    case classroom, online, onTheJob = "on-the-job"
  }

  let id: ItemID
  let name: LocalizedText
  let form: Form
  let hours: Int64
  let competencies: [CompetencyID]
  let sources: [LegalSource]

  init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", ItemID.self)
    let name = object.required("name", LocalizedText.self)
    let form = object.optional("form", default: Form.classroom)
    let hours = object.required("hours", Int64.self)
    let competencies = object.required("competencies", [CompetencyID].self)
    let sources = object.optional("sources", default: [LegalSource]())
    object.finish()
    guard let id, let name, let form, let hours, let competencies, let sources else { return nil }
    self.id = id
    self.name = name
    self.form = form
    self.hours = hours
    self.competencies = competencies
    self.sources = sources
  }

  var json: JSONValue {
    .object(of: [
      "id": id.json, "name": name.json, "form": form.json, "hours": hours.json,
      "competencies": competencies.json, "sources": sources.json,
    ])
  }
}

@Suite struct DefinitionReaderTests {
  private static let good = """
    {
      "id": "K-1",
      "name": { "id": "Pelayanan prima", "en": "Service excellence" },
      "form": "on-the-job",
      "hours": 12,
      "competencies": ["service", "communication"],
      "sources": [{ "instrument": "PP 11/2017", "article": "Pasal 203", "standing": "law" }]
    }
    """

  @Test func `a definition reads itself, writes itself and is equal`() throws {
    let course = try JSONDocument(Self.good).read(Course.self)
    #expect(course.id == "K-1")
    #expect(course.form == .onTheJob)
    #expect(course.competencies == ["service", "communication"])
    #expect(course.sources[0].article == "Pasal 203")
    let again = try JSONDocument(course.json.prettyText).read(Course.self)
    #expect(again == course)
    #expect(again.json.canonicalBytes == course.json.canonicalBytes)
  }

  @Test func `a definition passes through the coders of Foundation`() throws {
    let course = try JSONDocument(Self.good).read(Course.self)
    let data = try JSONEncoder().encode([course])
    #expect(try JSONDecoder().decode([Course].self, from: data) == [course])
    let list = try PropertyListEncoder().encode([course])
    #expect(try PropertyListDecoder().decode([Course].self, from: list) == [course])
  }

  @Test func `a coder's error carries every problem, by path without lines`() throws {
    let data = Data(#"[{"id": "K 1", "nama": 1}]"#.utf8)
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Course].self, from: data)
    }
    guard case .dataCorrupted(let context) = try #require(error) else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    let input = try #require(context.underlyingError as? InvalidInput)
    #expect(
      input.problems.map { "\($0.place) \($0.code)" } == [
        "id core.identifier-character", " definition.missing-key", " definition.missing-key",
        " definition.missing-key", "nama definition.misspelt-key",
      ])
    #expect(context.debugDescription.contains("did you mean \"name\"?"))
  }

  @Test func `everything wrong is named at once, with line, column, path and mend`() {
    let text = """
      [
        { "id": "K 1", "name": { "id": "Uji", "en": " " }, "form": "onlin", "hours": 1.5,
          "competencies": ["a", 2, "ü"], "source": [] },
        7
      ]
      """
    let error = #expect(throws: InvalidInput.self) {
      try JSONDocument(text, file: "courses.json").read([Course].self)
    }
    #expect(
      error?.report(in: .english) == """
        courses.json:2:11: [0].id: the rated item identifier has " " at position 2; use \
        letters A–Z, digits and . - _ :, beginning with a letter or digit
        courses.json:2:47: [0].name.en: the English text is missing or empty; write the text under \
        the key "en"
        courses.json:2:62: [0].form: "onlin" is not known here; did you mean "online"?
        courses.json:2:80: [0].hours: 1.5 is not a whole number from -9223372036854775808 to \
        9223372036854775807; write a whole number in that range
        courses.json:3:27: [0].competencies[1]: an identifier (competency) is wanted here, but \
        this is a number; write it like "ABC-1"
        courses.json:3:30: [0].competencies[2]: the competency identifier has "ü" at position \
        1; use letters A–Z, digits and . - _ :, beginning with a letter or digit
        courses.json:3:36: [0].source: the key "source" is not known here; did you mean "sources"?
        courses.json:4:3: [1]: an object in braces is wanted here, but this is a number; write it \
        like {"id": …}
        """)
    #expect(
      error?.report(in: .indonesian).contains(
        "courses.json:2:62: [0].form: \"onlin\" tidak dikenal di sini; mungkin maksudnya \"online\""
      ) == true)
  }

  @Test func `a table keyed by identifiers names bad keys and bad values`() throws {
    let good = try JSONDocument(#"{"b": 2, "a": 1}"#).read([ItemID: Int64].self)
    #expect(good == ["a": 1, "b": 2])
    #expect(good.json.canonicalBytes == Array(#"{"a":1,"b":2}"#.utf8))
    let error = #expect(throws: InvalidInput.self) {
      try JSONDocument(#"{"a b": 2, "c": "d"}"#).read([ItemID: Int64].self)
    }
    #expect(
      error?.problems.map { "\($0.place) \($0.code)" } == [
        "line 1:2: a b core.identifier-character", "line 1:17: c definition.kind",
      ])
  }

  @Test func `null stands for a value that is left out, not for one that is needed`() throws {
    let text = Self.good.replacingOccurrences(of: "\"on-the-job\"", with: "null")
    #expect(try JSONDocument(text).read(Course.self).form == .classroom)
    let broken = Self.good.replacingOccurrences(of: "12", with: "null")
    let error = #expect(throws: InvalidInput.self) { try JSONDocument(broken).read(Course.self) }
    #expect(error?.problems.map(\.code) == ["definition.missing-key"])
  }
}
