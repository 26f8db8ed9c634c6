import KinerjaCore
import KinerjaTables
import Testing

/// What is wrong with a file: each problem with its place.
@Suite struct CSVProblemTests {
  struct Broken: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    /// `line:column code`, or `code` where there is no place.
    let problems: [String]
    var others = CSVLayout.OtherColumns.refused

    var testDescription: String { name }

    init(_ name: String, _ text: String, _ problems: [String]) {
      self.init(name, bytes: Array(text.utf8), problems)
    }

    init(_ name: String, bytes: [UInt8], _ problems: [String]) {
      self.name = name
      self.bytes = bytes
      self.problems = problems
    }
  }

  static let files: [Broken] = [
    Broken("nothing", "", ["tables.empty-file"]),
    Broken("only a byte order mark", "\u{FEFF}", ["tables.empty-file"]),
    Broken("only blank lines", "\n \r\n,,\n", ["tables.empty-file"]),
    Broken("an Excel workbook", bytes: [0x50, 0x4B, 3, 4, 20, 0], ["tables.workbook"]),
    Broken("UTF-16", bytes: [0xFF, 0xFE, 0x61, 0], ["tables.utf16-text"]),
    Broken("a column missing", "code,rating\nx,1\n", ["1 tables.missing-column"]),
    Broken("a column misspelled", "code,ratign,weight\nx,1,2\n", ["1:6 tables.misspelled-column"]),
    Broken(
      "an optional column misspelled", "code,rating,weight,ntoe\n",
      ["1:20 tables.misspelled-column"]),
    Broken("a column nobody knows", "code,zebra,rating,weight\n", ["1:6 tables.unknown-column"]),
    Broken("a column twice", "code,rating,weight,Rating\n", ["1:20 tables.repeated-column"]),
    Broken(
      "a column under two names", "code,rating,weight,nilai\n", ["1:20 tables.repeated-column"]),
    Broken("a column without a name", "code,,rating,weight\n", ["1:6 tables.unnamed-column"]),
    Broken(
      "a header that is not UTF-8", bytes: Array("code,rating,weight,nai".utf8) + [0xEF, 0x0A],
      ["1:20 tables.invalid-utf8"]),
    Broken(
      "a header with an unclosed quote", "code,\"rating,weight\nx,1,2\n",
      [
        "1:6 tables.unclosed-quote"
      ]),
    Broken("too few cells", "code,rating,weight\nx,1\n", ["2:1 tables.ragged-row"]),
    Broken("too many cells", "code,rating,weight\nx,1,2,3\n", ["2:1 tables.ragged-row"]),
    Broken(
      "a quote never closed", "code,rating,weight\nx,1,2\ny,2,\"3\nz,3,4\n",
      ["3:5 tables.unclosed-quote"]),
    Broken(
      "an unclosed quote on a later line of its row", "code,rating,weight\n\"x\r\ny\",1,\"3",
      ["3:6 tables.unclosed-quote"]),
    Broken(
      "text after a quote", "code,rating,weight\nx,\"1\"2,3\ny,1,2\n",
      ["2:3 tables.text-after-quote"]),
    Broken(
      "empty cells", "code,rating,weight\n,1,2\nx,,2\ny,1,\n",
      ["2:1 tables.empty-cell", "3:3 tables.empty-cell", "4:5 tables.empty-cell"]),
    Broken(
      "a marker in a required column", "code,rating,weight\nx,NA,2\n", ["2:3 tables.empty-cell"]),
    Broken(
      "a code that is not UTF-8",
      bytes: Array("code,rating,weight\nx".utf8) + [0xE9] + Array(",1,2\n".utf8),
      ["2:1 tables.invalid-utf8"]),
    Broken("NUL in a code", "code,rating,weight\nx\u{0}y,1,2\n", ["2:1 tables.control-character"]),
    Broken(
      "a line break in a code", "code,rating,weight\n\"x\ny\",1,2\n",
      ["2:1 tables.control-character"]),
    Broken(
      "NUL in a text", "code,rating,weight,note\nx,1,2,a\u{0}\n", ["2:7 tables.control-character"]),
    Broken(
      "a text that is not UTF-8",
      bytes: Array("code,rating,weight,note\nx,1,2,Nurs".utf8) + [0xE9, 0x0A],
      ["2:7 tables.invalid-utf8"]),
    Broken(
      "columns counted as an editor shows them", "note,code,rating,weight\né🙂e\u{301},x,9,2\n",
      ["2:7 tables.above-range"]),
    Broken(
      "places within a row of several lines", "note,code,rating,weight\n\"a\r\nb\rc\",x,9,2\n",
      ["4:6 tables.above-range"]),
    Broken(
      "a bad cell within quotes is where its quote is", "code,rating,weight\nx, \"9\",2\n",
      ["2:4 tables.above-range"]),
    Broken(
      "several in one row, in their order", "weight,rating,code\nx,9,\n",
      ["2:1 core.number-character", "2:3 tables.above-range", "2:5 tables.empty-cell"]),
  ]

  static let layout = CSVLayout([
    .code("code"), .integer("rating", in: 1...5, aliases: ["nilai"]), .decimal("weight", places: 2),
    .text("note", presence: .optional),
  ])

  private static func summary(_ error: InvalidInput?) -> [String] {
    (error?.problems ?? []).map { problem in
      let line = problem.place.line.map(String.init) ?? ""
      let column = problem.place.column.map { ":\($0)" } ?? ""
      return line.isEmpty ? problem.code : "\(line)\(column) \(problem.code)"
    }
  }

  @Test(arguments: files)
  func `problems are named with their places`(_ file: Broken) {
    let error = #expect(throws: InvalidInput.self) {
      try CSVReader(Self.layout).read(bytes: file.bytes, as: "f.csv")
    }
    #expect(Self.summary(error) == file.problems)
    #expect(error?.problems.allSatisfy { $0.place.file == "f.csv" } == true)
  }

  @Test(arguments: files)
  func `problems do not depend on how the file is cut`(_ file: Broken) {
    let whole = #expect(throws: InvalidInput.self) {
      try CSVReader(Self.layout).read(bytes: file.bytes, as: "f.csv")
    }
    for size in 1...64 {
      let reader = CSVReader(Self.layout, bytesPerRead: size, bytesPerBlock: max(1, size / 3))
      let error = #expect(throws: InvalidInput.self) {
        try reader.read(bytes: file.bytes, as: "f.csv")
      }
      #expect(error == whole)
    }
  }

  @Test func `a name is suggested`() {
    let error = #expect(throws: InvalidInput.self) {
      try CSVReader(Self.layout).read(text: "code,ratign,weight\n")
    }
    #expect(
      error?.report(in: .english)
        == "line 1:6: column \"ratign\" is not known; perhaps \"rating\" is meant; rename it")
    #expect(
      error?.report(in: .indonesian)
        == "baris 1:6: kolom \"ratign\" tidak dikenal; mungkin maksudnya \"rating\"; ganti namanya")
  }

  @Test func `other columns may be ignored, whatever they hold`() throws {
    let layout = CSVLayout([.code("code")], otherColumns: .ignored)
    let bytes = Array("name,code,,name\n".utf8) + [0xE9] + Array("\u{0},x,,\n".utf8)
    #expect(try CSVReader(layout).read(bytes: bytes).codes("code")[0] == "x")
  }

  @Test func `a choice outside the list gets a suggestion`() {
    let layout = CSVLayout([.code("direction", among: ["naik", "turun"])])
    let error = #expect(throws: InvalidInput.self) {
      try CSVReader(layout).read(text: "direction\nnaik\ntrun\nzebra\ntrun\n")
    }
    #expect(
      Self.summary(error) == [
        "3:1 tables.misspelled-choice", "4:1 tables.unknown-choice", "5:1 tables.misspelled-choice",
      ])
    #expect(
      error?.description.contains("perhaps \"turun\" is meant; write one of: naik, turun") == true)
  }

  @Test func `problems over the limit are counted, in the order of the file`() {
    let rows = (0..<500).map { "x,9,\($0 % 2 == 0 ? "1" : "?")" }.joined(separator: "\n")
    let expected = #expect(throws: InvalidInput.self) {
      try CSVReader(Self.layout, problemLimit: 7).read(text: "code,rating,weight\n" + rows)
    }
    #expect(
      Self.summary(expected) == [
        "2:3 tables.above-range", "3:3 tables.above-range", "3:5 core.number-character",
        "4:3 tables.above-range", "5:3 tables.above-range", "5:5 core.number-character",
        "6:3 tables.above-range",
      ])
    #expect(expected?.diagnostics.omittedCount == 743)
    for size in [1, 10, 100, 1_000, 100_000] {
      let reader = CSVReader(Self.layout, problemLimit: 7, bytesPerRead: 4_096, bytesPerBlock: size)
      let error = #expect(throws: InvalidInput.self) {
        try reader.read(text: "code,rating,weight\n" + rows)
      }
      #expect(error == expected)
    }
  }

  @Test(arguments: [1, 2, 3, 5, 20, 1_000])
  func `a row over the limit stops the reading wherever the file is cut`(size: Int) {
    let dialect = CSVDialect(mostBytesInRow: 20)
    let lines = ["code,rating,weight", "abcdefghijklmnop,1,2", "abcdefghijklmnopq,1,2", "x,9,1"]
    for lineBreak in ["\n", "\r", "\r\n"] {
      let error = #expect(throws: InvalidInput.self) {
        try CSVReader(Self.layout, dialect: dialect, bytesPerRead: size, bytesPerBlock: size)
          .read(text: lines.joined(separator: lineBreak))
      }
      #expect(Self.summary(error) == ["3:1 tables.long-row"])
    }
  }

  @Test func `a header over the limit is refused`() {
    let text = "code,\"rating\n" + String(repeating: "x", count: 70_000)
    for size in [4_096, 1 << 20] {
      let error = #expect(throws: InvalidInput.self) {
        try CSVReader(Self.layout, bytesPerRead: size, bytesPerBlock: 4_096).read(text: text)
      }
      #expect(Self.summary(error) == ["1 tables.long-header"])
    }
  }

  // The reader's quick look at a code and the identifier's own must agree on every character.
  @Test func `identifiers are judged as identifiers judge themselves`() {
    let layout = CSVLayout([.identifier("x", PersonID.self)])
    for byte in UInt8(0x21)...0x7E where byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ",") {
      for text in [String(UnicodeScalar(byte)), "a" + String(UnicodeScalar(byte))] {
        let isValid = (try? PersonID(text)) != nil
        let isRead =
          (try? CSVReader(layout, dialect: CSVDialect(delimiter: .comma)).read(text: "x\n\(text)\n"))
          != nil
        #expect(isValid == isRead, "\(text)")
      }
    }
    for length in [96, 97] {
      let text = String(repeating: "a", count: length)
      #expect(((try? CSVReader(layout).read(text: "x\n\(text)\n")) != nil) == (length == 96))
    }
  }
}
