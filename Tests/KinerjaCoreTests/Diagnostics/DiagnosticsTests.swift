import KinerjaCore
import Testing

@Suite struct DiagnosticsTests {
  @Test func `every kind of problem is worded in both languages`() {
    #expect(CoreDiagnostics.all.flatMap(\.faults) == [])
    #expect(Set(CoreDiagnostics.all.map(\.code)).count == CoreDiagnostics.all.count)
  }

  @Test func `a problem says where, what and how to mend it`() throws {
    let name = "budi santoso"
    let error = #expect(throws: InvalidIdentifier.self) { try PersonID(name) }
    var problems = Diagnostics(at: SourcePlace(file: "people.csv", line: 3, column: 1))
    problems.add(try #require(error).diagnostic)
    #expect(
      problems.all[0].sentence(in: .english) == """
        people.csv:3:1: the person identifier has " " at position 5; \
        use letters A–Z, digits and . - _ :, beginning with a letter or digit
        """)
    #expect(problems.all[0].sentence(in: .indonesian).contains("pengenal pegawai"))
  }

  @Test func `a sentence is wholly in its language, the place too`() {
    let problem = Diagnostic(
      .emptyIdentifier, ["kind": .localized(UnitKind.label)],
      at: SourcePlace(line: 3, column: 7, path: [.key("units"), .index(2)]))
    #expect(
      problem.sentence(in: .indonesian).hasPrefix(
        "baris 3:7: units[2]: pengenal unit kerja kosong; "))
    #expect(
      problem.sentence(in: .english).hasPrefix(
        "line 3:7: units[2]: the unit identifier is empty; "))
  }

  @Test func `what cannot be seen is named by its number, on one line`() throws {
    let name = "A\u{A0}B"
    let error = #expect(throws: InvalidIdentifier.self) { try UnitID(name) }
    #expect(error?.description.contains("has \"U+00A0\" at position 2") == true)
    for hidden in [
      "\u{FEFF}", "\u{200B}", "\u{202E}", "\n", "\u{1B}", "\u{2028}", "\r\n", "\u{E0041}",
    ] {
      let problem = Diagnostic(
        .emptyIdentifier, ["kind": .text("é\(hidden) –")],
        at: SourcePlace(file: "a\(hidden)b", path: [.key(hidden)]))
      let sentence = problem.sentence(in: .english)
      #expect(sentence.unicodeScalars.allSatisfy { !hidden.unicodeScalars.contains($0) })
      #expect(sentence.contains("aU+") && sentence.contains("éU+") && sentence.contains(" – "))
    }
  }

  @Test func `problems over the limit are counted, not kept`() {
    var problems = Diagnostics(limit: 2)
    for _ in 0..<5 { problems.add(.emptyIdentifier, ["kind": "x"]) }
    #expect(problems.all.count == 2)
    #expect(problems.omittedCount == 3)
    #expect(problems.hasErrors)
    var outer = Diagnostics()
    outer.add(contentsOf: problems)
    #expect(outer.all.count == 2 && outer.omittedCount == 3 && outer.hasErrors)
    #expect(InvalidInput(outer).report(in: .english).hasSuffix("\n… and 3 more"))
    #expect(InvalidInput(outer).report(in: .indonesian).hasSuffix("\n… dan 3 lagi"))
  }

  @Test(arguments: [
    ("kuantity", "quantity"), ("qaulity", "quality"), ("zebra", nil as String?), ("x", nil),
    ("tme", "time"), (String(repeating: "q", count: 97), nil),
  ])
  func `a near spelling is suggested`(word: String, expected: String?) {
    #expect(Spelling.nearest(to: word, among: ["quality", "quantity", "time"]) == expected)
  }
}
