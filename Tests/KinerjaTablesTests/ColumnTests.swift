import KinerjaCore
import KinerjaTables
import Testing

@Suite struct ColumnTests {
  @Test(arguments: UInt64(1)...40)
  func `interning keeps equal texts together and gives them back`(seed: UInt64) {
    var draws = RandomDraws(seed: seed)
    // Lengths about the eight bytes that are their own key, with noughts and shared prefixes.
    let letters: [Character] = ["a", "b", "\u{0}", "é"]
    let texts = (0..<400).map { _ in
      let length = draws.integer(in: 0...12)
      return String((0..<length).map { $0 < 6 ? "a" : letters[draws.integer(in: 0...3)] })
    }
    var dictionary = CodeDictionary()
    let numbers = texts.map { dictionary.intern($0) }
    var expected: [String] = []
    for text in texts where !expected.contains(where: { $0.utf8.elementsEqual(text.utf8) }) {
      expected.append(text)
    }
    #expect(dictionary.count == expected.count)
    #expect(zip(dictionary, expected).allSatisfy { $0.utf8.elementsEqual($1.utf8) })
    #expect(zip(texts, numbers).allSatisfy { dictionary.index(of: $0) == $1 })
    #expect(dictionary.index(of: "nowhere to be found") == nil && dictionary.index(of: "zz") == nil)
  }

  // Canonically equal as strings, different as bytes.
  @Test func `two spellings of one letter are two codes`() {
    let dictionary = CodeDictionary(["\u{E9}", "e\u{301}"])
    #expect(dictionary.count == 2)
  }

  @Test func `columns that share a dictionary share numbers`() {
    var persons = CodeDictionary()
    let raters = CodeColumn(["p1", "p2", nil], sharing: &persons)
    let ratees = CodeColumn(["p2", "p3", "p1"], sharing: &persons)
    #expect(raters.with(dictionary: persons).dictionary == ratees.dictionary)
    #expect(raters.indices == [0, 1, -1] && ratees.indices == [1, 2, 0])
    #expect(raters[0] == "p1" && raters[2] == nil && raters.index(at: 2) == nil)
    #expect(raters.missing?.members == [2] && ratees.missing == nil)
  }

  struct Width: Sendable {
    let values: [Int64]
    let width: Int
  }

  @Test(arguments: [
    Width(values: [], width: 1), Width(values: [-128, 127], width: 1),
    Width(values: [1, 128], width: 2),
    Width(values: [-32_769], width: 4), Width(values: [5, 1 << 31], width: 8),
    Width(values: [.min, .max], width: 8),
  ])
  func `whole numbers take as few bytes as they need`(_ example: Width) {
    let packed = PackedIntegers(example.values)
    #expect(packed.width == example.width && packed.widened == example.values)
    #expect(packed.count == example.values.count)
  }

  @Test(arguments: UInt64(1)...20)
  func `packing in parts is like packing all`(seed: UInt64) {
    var draws = RandomDraws(seed: seed)
    let values = (0..<200).map { _ in
      Int64(draws.integer(in: -1_000_000...1_000_000) >> draws.integer(in: 0...20))
    }
    var packed = PackedIntegers()
    var rest = values[...]
    while !rest.isEmpty {
      let size = draws.integer(in: 0...40)
      packed.append(contentsOf: Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    #expect(packed == PackedIntegers(values) && packed.widened == values)
    #expect(values.indices.allSatisfy { packed[$0] == values[$0] })
    #expect(packed.asInt32 == values.map(Int32.init))
  }

  @Test(arguments: UInt64(1)...20)
  func `a set of rows knows its members`(seed: UInt64) {
    var draws = RandomDraws(seed: seed)
    let members = Set((0..<draws.integer(in: 0...50)).map { _ in draws.integer(in: 0...300) })
    let set = BitSet(members)
    #expect(set.members == members.sorted() && set.count == members.count)
    #expect((-1...400).allSatisfy { set.contains($0) == members.contains($0) })
    #expect(set.isEmpty == members.isEmpty)
  }

  @Test(arguments: UInt64(1)...20)
  func `lines of rows are kept in runs`(seed: UInt64) {
    var draws = RandomDraws(seed: seed)
    var line = 2
    var expected: [Int] = []
    var lines = RowLines()
    while expected.count < 150 {
      var part = RowLines()
      let start = line
      for _ in 0..<draws.integer(in: 0...30) {
        part.append(line - start)
        expected.append(line)
        line += draws.bernoulli(0.8) ? 1 : draws.integer(in: 1...3)
      }
      lines.append(contentsOf: part, movedBy: start)
    }
    #expect(lines.count == expected.count)
    #expect(expected.indices.allSatisfy { lines[$0] == expected[$0] })
    var whole = RowLines()
    for line in expected { whole.append(line) }
    #expect(lines == whole)
  }

  @Test func `a table in memory has rows as a read one has`() throws {
    let table = try Table([
      "person": .code(CodeColumn(["p1", "p2"])), "score": .integer(IntegerColumn([3, nil])),
      "hours": .double(DoubleColumn([0.5, 1])), "note": .text(TextColumn([nil, "x"])),
      "day": .day(DayColumn(["2026-01-31", nil])),
    ])
    #expect(table.rowCount == 2 && table.columnNames.count == 5)
    let row = table.rows[1]
    #expect(row.code("person") == "p2" && row.integer(ifAny: "score") == nil)
    #expect(row.double("hours") == 1 && row.text(ifAny: "note") == "x")
    #expect(row.day(ifAny: "day") == nil && table.rows[0].day(ifAny: "day") == "2026-01-31")
    #expect(row.place == SourcePlace() && table.column(named: "zebra") == nil)
  }

  @Test func `columns of a table have different names and one length`() {
    let error = #expect(throws: InvalidInput.self) {
      try Table([
        "a": .integer(IntegerColumn([1])), "a": .integer(IntegerColumn([1])),
        "b": .integer(IntegerColumn([1, 2])),
      ])
    }
    #expect(
      error?.problems.map(\.code) == ["tables.repeated-table-column", "tables.uneven-columns"])
  }

  @Test func `codes that are no identifiers are named`() throws {
    let table = try Table(["person": .code(CodeColumn(["p1", "p 2"]))])
    let error = #expect(throws: InvalidInput.self) {
      try table.identifiers("person", as: PersonID.self)
    }
    #expect(error?.problems.map(\.code) == ["core.identifier-character"])
    let row = table.rows[1]
    #expect(throws: InvalidInput.self) { try row.identifier("person", as: PersonID.self) }
  }
}
