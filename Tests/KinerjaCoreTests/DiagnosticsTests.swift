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
        people.csv:3:1: the identifier of a person has " " at position 5; \
        use letters A–Z, digits and . - _ :, beginning with a letter or digit
        """)
    #expect(problems.all[0].sentence(in: .indonesian).contains("pengenal pegawai"))
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
  }

  @Test(arguments: [
    ("kuantity", "quantity"), ("qaulity", "quality"), ("zebra", nil as String?),
  ])
  func `a near spelling is suggested`(word: String, expected: String?) {
    #expect(Spelling.nearest(to: word, among: ["quality", "quantity", "time"]) == expected)
  }
}
