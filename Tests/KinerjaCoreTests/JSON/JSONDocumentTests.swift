import Foundation
import KinerjaCore
import Testing

@Suite struct JSONDocumentTests {
  @Test func `every kind of value is read, in order, where it stands`() throws {
    let text = """
      {
        "a": [null, true, false, -0.50, "x"],
        "b": {}
      }
      """
    let root = try JSONDocument(text, file: "f.json").root
    let members = try #require(root.members)
    #expect(members.map(\.key) == ["a", "b"])
    let list = try #require(members[0].value.elements)
    #expect(list.map(\.kind) == [.null, .bool, .bool, .number, .string])
    #expect(list[1].bool == true && list[2].bool == false)
    #expect(list[3].numberText == "-0.50")
    #expect(list[4].string == "x")
    #expect(
      list.map { $0.place.description } == [
        "f.json:2:9: a[0]", "f.json:2:15: a[1]", "f.json:2:21: a[2]", "f.json:2:28: a[3]",
        "f.json:2:35: a[4]",
      ])
    #expect(members[1].keyNode.place.description == "f.json:3:3: b")
    #expect(members[1].value.place.description == "f.json:3:8: b")
    #expect(members[1].value.members?.isEmpty == true)
    #expect(root.elements == nil && root.string == nil && list[0].members == nil)
  }

  @Test func `columns count characters, not bytes`() throws {
    let text = "[\"é\", \"e\u{301}\", \"👩‍🏫\", 1]"
    let nodes = try #require(try JSONDocument(text).root.elements)
    #expect(nodes.map(\.place.column) == [2, 7, 12, 17])
  }

  @Test func `in a very long line columns count scalars`() throws {
    let text = "[" + String(repeating: "\"é\",", count: 3_000) + "1]"
    let nodes = try #require(try JSONDocument(text).root.elements)
    #expect(nodes.last?.place.column == 12_002)
  }

  @Test func `Windows line ends and a byte order mark shift nothing`() throws {
    let text = "\u{FEFF}{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}\r\n"
    let members = try #require(try JSONDocument(text).root.members)
    #expect(members.map { "\($0.keyNode.place)" } == ["line 2:3: a", "line 3:3: b"])
    let bare = try JSONDocument("\u{FEFF}7").root
    #expect(bare.place.column == 1)
  }

  @Test func `escapes are read as RFC 8259 has them`() throws {
    let text = #"["\"\\\/\b\f\n\r\t", "\u0041\u00e9\u2028", "\ud834\uDD1E", "\u0000"]"#
    let texts = try #require(try JSONDocument(text).root.elements).map(\.string)
    #expect(texts == ["\"\\/\u{8}\u{C}\n\r\t", "Aé\u{2028}", "𝄞", "\u{0}"])
  }

  // Texts that RFC 8259 allows, in the spirit of the public JSON test suites.
  @Test(arguments: [
    "[]", "{}", " [ ] ", "\"\"", "0", "-0", "1E+2", "1.5e-3", "[1\n]", "{\"\":0}",
    "[123456789012345678901234567890]", "[\"\u{7F}\u{2028}\u{FFFF}\u{10FFFF}\"]",
    "[\"\\uDBFF\\uDFFF\"]", "[\"\\\\u0000\"]", "\t\r\n null \t", "[[[[[[]]]]]]",
    "{\"a\":{\"a\":1}}", "[-123e65]", "[0e1]", "[\"\u{FEFF}\"]",
  ])
  func `allowed text is accepted`(text: String) throws {
    _ = try JSONDocument(text)
  }

  // Texts that RFC 8259 forbids, in the spirit of the public JSON test suites.
  @Test(arguments: [
    "", " ", "[1 2]", "[1,]", "[,1]", "[1,,2]", "[", "]", "{", "}", "[}", "{]", "{\"a\"}",
    "{\"a\":}", "{\"a\" 1}", "{1:1}", "{a:1}", "{'a':1}", "{\"a\":1,}", "{\"a\":1,,\"b\":2}",
    "{:1}", "{,}", "{\"a\":1 \"b\":2}", "[1]]", "[] []", "1 2", "nul", "nulll", "True", "NaN",
    "Infinity", "-", "-a", "+1", ".5", "1.", "1.e1", "1e", "1e+", "01", "-01", "0x1", "1_000",
    "1a", "--1", "1e1.5", "[1e]", "\"a", "\"\\\"", "\"\\x41\"", "\"\\u12G4\"", "\"\\u12\"",
    "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud800\\u0041\"", "\"\u{1}\"", "\"a\tb\"",
    "\"a\nb\"", "// c\n1", "/* c */ 1", "/*", "[1] // c", "\u{A0}1", "\u{FEFF}\u{FEFF}1", "[\u{0}]",
    "{\"a\":1,\"a\":1}", "{\"\\u0061\":1,\"a\":2}", "{\"é\":1,\"e\u{301}\":2}", "*", "&", "[\\n]",
    "\u{B}1", "{\"a\":1}x", "\"\"\"\"",
  ])
  func `forbidden text is refused`(text: String) {
    let error = #expect(throws: InvalidInput.self) { try JSONDocument(text) }
    #expect(error?.problems.isEmpty == false)
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xE0, 0x80, 0xAF, 0x22],
      [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
      [0x22, 0xE2, 0x82, 0x22], [0x22, 0xF0, 0x9F, 0x98], [0x80], [0x5B, 0xE9, 0x5D],
      [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    let error = #expect(throws: InvalidInput.self) { try JSONDocument(bytes) }
    #expect(error?.problems.contains { $0.code == "json.encoding" } == true)
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x31, 0x00], [0xFE, 0xFF, 0x00, 0x31], [0x31, 0x00, 0x32, 0x00],
      [0x00, 0x31], [0x31, 0x00, 0x00, 0x00], [0x00, 0x00, 0x00, 0x31],
    ] as [[UInt8]])
  func `another encoding is named`(bytes: [UInt8]) {
    let error = #expect(throws: InvalidInput.self) { try JSONDocument(bytes) }
    #expect(error?.problems.map(\.code) == ["json.utf-16"])
  }

  @Test func `depth, size and count are limited`() throws {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    _ = try JSONDocument(deep)
    let codes = { (text: String, limits: JSONLimits) in
      let error = #expect(throws: InvalidInput.self) { try JSONDocument(text, limits: limits) }
      return error?.problems.map { "\($0.place) \($0.code)" } ?? []
    }
    #expect(codes("[" + deep + "]", JSONLimits())[0].hasPrefix("line 1:65"))
    #expect(codes("[[1]]", JSONLimits(depth: 1)) == ["line 1:2: [0] json.depth"])
    #expect(codes("[1, 2, 3]", JSONLimits(nodes: 3)) == ["line 1:8: [2] json.nodes"])
    #expect(codes("[1, 2, 3]", JSONLimits(bytes: 8)) == [" json.size"])
    // A million brackets neither overflow a stack nor fill the list of problems.
    #expect(codes(String(repeating: "[", count: 1_000_000), JSONLimits()).count == 1)
    #expect(codes(String(repeating: "]", count: 1_000), JSONLimits()).count == 100)
    let error = #expect(throws: InvalidInput.self) {
      try JSONDocument(String(repeating: ",", count: 1_000))
    }
    #expect(error?.diagnostics.omittedCount == 900 + 1)
  }

  @Test func `limits outside their range are moved into it`() {
    let limits = JSONLimits(bytes: .max, depth: 100_000, nodes: -1)
    #expect(limits == JSONLimits(bytes: 1 << 30, depth: 512, nodes: 1))
  }

  @Test func `a missing file, a folder and a broken file are told apart`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "json-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "rule.json").path
    let missing = #expect(throws: InvalidInput.self) { try JSONDocument(contentsOf: file) }
    #expect(
      missing?.description
        == "\(file): there is no such file; check its name and the folder it is looked for in")
    let inside = #expect(throws: InvalidInput.self) { try JSONDocument(contentsOf: folder.path) }
    #expect(inside?.problems.map(\.code) == ["core.folder-instead-of-file"])
    try Data("{\"a\": 1,}".utf8).write(to: URL(fileURLWithPath: file))
    let broken = #expect(throws: InvalidInput.self) { try JSONDocument(contentsOf: file) }
    #expect(
      broken?.description
        == "\(file):1:8: a comma stands right before \"}\"; remove the comma")
    let long = #expect(throws: InvalidInput.self) {
      try JSONDocument(contentsOf: file, limits: JSONLimits(bytes: 4))
    }
    #expect(long?.problems.map(\.code) == ["json.size"])
    try Data("{\"a\": 1}".utf8).write(to: URL(fileURLWithPath: file))
    #expect(try JSONDocument(contentsOf: file).root.value == ["a": 1])
  }
}
