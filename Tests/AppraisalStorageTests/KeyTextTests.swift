import AppraisalStorage
import KinerjaCore
import Testing

@Suite struct KeyTextTests {
  @Test(arguments: ["a", "0", "2026-s1/p0117", "A.b_c:d-e/f", String(repeating: "x", count: 200)])
  func `keys of the alphabet are taken as they are`(text: String) throws {
    #expect(try KeyText(text).text == text)
  }

  @Test(arguments: ["", String(repeating: "x", count: 201)])
  func `the length is 1 to 200`(text: String) {
    #expect(throws: InvalidKeyText.length(text.utf8.count)) { try KeyText(text) }
  }

  @Test(arguments: [
    "/a", ".a", " a", "a b", "a%2F", "a|b", "é", "a\u{0}", "a\n", "😀", "a\\b", "a\"b",
  ])
  func `other bytes are refused with their place`(text: String) throws {
    let error = #expect(throws: InvalidKeyText.self) { try KeyText(text) }
    guard case .byte(let byte, let position)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(Array(text.utf8)[position - 1] == byte)
  }

  @Test func `what is refused stays out of the sentence`() {
    let name = "Budi Santoso"
    let error = #expect(throws: InvalidKeyText.self) { try KeyText(name) }
    #expect(
      error?.description
        == "a key of a store has the byte 32 at position 5; "
        + "use letters A–Z, digits and . - _ : /, beginning with a letter or digit")
    #expect(error?.diagnostic.sentence(in: .indonesian).contains("posisi 5") == true)
  }

  @Test func `keys are ordered by bytes`() {
    let keys: [KeyText] = ["aa", "a/", "Z", "a.", "9", "a", "10", "a-", "a:", "a0", "aA", "a_"]
    let bytes = keys.map { Array($0.text.utf8) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    #expect(keys.sorted().map { Array($0.text.utf8) } == bytes)
  }

  @Test func `identifiers make keys, however long`() throws {
    #expect(KeyText(CycleID("2026"), PersonID("p1")) == "2026/p1")
    let longest = try PersonID(String(repeating: "Z", count: 96))
    let key = KeyText(longest, longest)
    #expect(try KeyText(key.text) == key)
    #expect(try KeyText(KeyText(longest).text).text == longest.text)
  }
}
