import Foundation
import KinerjaCore
import Testing

@Suite struct IdentifierTests {
  @Test(arguments: ["a", "Z", "0", "A-1.b_c:9", String(repeating: "x", count: 96)])
  func `what keeps the alphabet is taken as it stands`(text: String) throws {
    #expect(try UnitID(text).text == text)
    #expect(try UnitID(text).description == text)
    #expect(try UnitID("(\(text))".dropFirst().dropLast()) == UnitID(text))
  }

  struct Fault: Sendable {
    let text: String
    let reason: InvalidIdentifier.Reason
    init(_ text: String, _ reason: InvalidIdentifier.Reason) {
      (self.text, self.reason) = (text, reason)
    }
  }

  @Test(arguments: [
    Fault("", .empty),
    Fault("-a", .character("-", position: 1)),
    Fault(":", .character(":", position: 1)),
    Fault("a b", .character(" ", position: 2)),
    Fault("a/b", .character("/", position: 2)),
    Fault("aé", .character("é", position: 2)),
    Fault("ae\u{301}", .character("e\u{301}", position: 2)),
    Fault("a٣", .character("٣", position: 2)),
    Fault("a３", .character("３", position: 2)),
    Fault("ab\r\n", .character("\r\n", position: 3)),
    Fault("a\u{0}", .character("\u{0}", position: 2)),
    Fault(String(repeating: "x", count: 97), .tooLong(97)),
    Fault(String(repeating: "x", count: 97) + "é", .character("é", position: 98)),
  ])
  func `what breaks it is refused at its first odd character`(_ fault: Fault) {
    let text = fault.text
    let error = #expect(throws: InvalidIdentifier.self) { try UnitID(text) }
    #expect(error?.reason == fault.reason)
    #expect(error?.kind == UnitKind.label)
  }

  @Test func `order and equality are those of the bytes`() {
    let sorted: [UnitID] = ["A", "A-", "A.", "A0", "AA", "A_", "Aa", "B", "a"]
    #expect(sorted.reversed().sorted() == sorted)
    #expect(Set<UnitID>(["a", "A", "a"]).count == 2)
  }

  @Test func `it is coded as text, also as a key`() throws {
    let data = try JSONEncoder().encode(["b": 1] as [UnitID: Int])
    #expect(String(decoding: data, as: UTF8.self) == #"{"b":1}"#)
    for json in [#"["a b"]"#, "[1]", "[null]"] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode([UnitID].self, from: Data(json.utf8))
      }
    }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([UnitID: Int].self, from: Data(#"{"a b": 1}"#.utf8))
    }
  }
}
