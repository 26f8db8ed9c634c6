import Foundation
import KinerjaCore
import Testing

/// A type that refuses and does not say why, as none should.
private struct Silent: DefinitionValue {
  init?(_ node: JSONNode, _ reader: DefinitionReader) { return nil }
  var json: JSONValue { .null }
}

/// Every kind of problem in the catalogue, brought about by input that has it.
@Suite struct CoreDiagnosticsTests {
  private static func found(in read: () throws -> some Any) -> [Diagnostic] {
    do {
      _ = try read()
      return []
    } catch let error as InvalidInput {
      return error.problems
    } catch let error as any DiagnosedError {
      return [error.diagnostic]
    } catch {
      Issue.record("no diagnostic in \(error)")
      return []
    }
  }

  private static func identifiers() -> [Diagnostic] {
    ["", String(repeating: "a", count: 97), "a b", "198503152010011001"].flatMap { text in
      found { try PersonID(text) }
    }
  }

  private static func calendar() throws -> [Diagnostic] {
    let texts = ["2026", "0000-01-01", "2026-13-01", "2026-02-30"]
    let year = try HolidayCalendar([], covering: "2026-01-01/2026-12-31")
    return texts.flatMap { text in found { try Day(iso: text) } }
      + found { try Day(dayFirst: texts[0]) }
      + ["a/b/c", "2026-01-02/2026-01-01", "2026-01-01/..", "2026-S3", "0000", "x"].flatMap {
        text in
        found { try Period(text: text) }
      }
      + ["x", "2026-01-01T24:00:00Z", "0001-01-01T00:00:00+01:00"].flatMap { text in
        found { try Instant(iso: text) }
      }
      + found { try year.isWorkingDay("2027-01-01") }
      + found { try year.workingDays(in: "2026-01-01/..") }
      + found { try HolidayCalendar([], weekend: Set(Weekday.allCases), covering: .always) }
  }

  private static func scales() -> [Diagnostic] {
    let low = ScaleLevel(value: 2, label: LocalizedText(same: "a"))
    let same = ScaleLevel(value: 1, label: LocalizedText(id: "a", en: ""))
    return found { try RatingScale("s", levels: []) }
      + found { try RatingScale("s", levels: [low, same]) }
  }

  private static func persons() -> [Diagnostic] {
    [
      "1", "a", "198513152010011001", "198503152010131001", "198503152010013001",
      "198503152010011000",
    ].flatMap { text in found { try NationalPersonNumber(text) } }
      + found { try PersonCoder(key: []) }
  }

  private static func files() throws -> [Diagnostic] {
    let folder = FileManager.default.temporaryDirectory.path
    return found { try JSONDocument(contentsOf: "\(folder)/\(UUID().uuidString)") }
      + found { try JSONDocument(contentsOf: folder) }
      // Whoever runs the tests may be allowed to read everything.
      + [Diagnostic(.unreadableFile)]
  }

  private static func json() -> [Diagnostic] {
    let small = JSONLimits(bytes: 40, depth: 3, nodes: 9)
    let texts = [
      "", String(repeating: " ", count: 41), "[[[[", "[1,1,1,1,1,1,1,1,1]", "*", "{\"a\":[1,}",
      "[1]2", "[1 2,,3", "{\"a\" 1,\"b\":}", "//\n'a'", "{a:nul}", "01", "{\"a\":0,5}", "1e9999",
      "\"\t\\d\\ud800", "{\"a\":1,\"a\":2}",
    ]
    return texts.flatMap { text in found { try JSONDocument(text, limits: small) } }
      + ([[0x22, 0xFF, 0x22], [0xFF, 0xFE]] as [[UInt8]]).flatMap { bytes in
        found { try JSONDocument(bytes) }
      }
  }

  private static func definitions() -> [Diagnostic] {
    func read<Value: DefinitionValue>(_ type: Value.Type, _ text: String) -> [Diagnostic] {
      found { try JSONDocument(text).read(type) }
    }
    let unexplained = found { try JSONDocument("1").read(Silent.self) }
    let numbers = ["", "x", "1.", "1,23", "\(String(repeating: "0", count: 38))", "1/0"]
    return unexplained + read(LegalSource.self, #"{"instrumen": 1, "zzz": 2, "standing": "lew"}"#)
      + read(RoundingMode.self, "\"banker\"") + read([Int].self, "[1.5, {}]")
      + read(LocalizedText.self, "{}") + read(Points.self, "1e-19") + read(Points.self, "1e30")
      + numbers.flatMap { text in read(Ratio.self, "\"\(text)\"") }
      + read(MeasurementUnit.self, #"{"symbol": {"id": "hari", "en": "days"}, "decimals": 19}"#)
      + read(UnitDimension.self, "\"^/\"")
      + found {
        try EvidenceReference(
          digest: SHA256.hash([]), byteCount: -1, mediaType: "x", fileName: "")
      }
  }

  @Test func `every kind of problem can happen, and says all it promises in both languages`() throws
  {
    let found =
      try Self.identifiers() + Self.calendar() + Self.scales() + Self.persons()
      + Self.files() + Self.json() + Self.definitions()
    let codes = Set(found.map(\.code))
    #expect(CoreDiagnostics.all.map(\.code).filter { !codes.contains($0) } == [])
    #expect(codes.subtracting(CoreDiagnostics.all.map(\.code)) == [])
    for problem in found {
      for language in Language.allCases {
        let sentence = problem.sentence(in: language)
        #expect(!sentence.contains(/\{[a-z]+\}/), "\(sentence)")
      }
    }
  }
}
