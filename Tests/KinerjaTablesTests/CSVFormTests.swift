import KinerjaCore
import KinerjaTables
import Testing

/// Files as people really send them: each with the cells that are read from it.
@Suite struct CSVFormTests {
  struct File: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// The cells of columns a and b, row by row; "∅" for a missing one.
    let cells: [[String]]
    var lines: [Int]?

    var testDescription: String { name }

    init(_ name: String, _ text: String, _ cells: [[String]], lines: [Int]? = nil) {
      self.name = name
      self.text = text
      self.cells = cells
      self.lines = lines
    }
  }

  static let files: [File] = [
    File("commas", "a,b\n1,x\n2,y\n", [["1", "x"], ["2", "y"]], lines: [2, 3]),
    File("no line break at the end", "a,b\n1,x\n2,y", [["1", "x"], ["2", "y"]]),
    File("semicolons", "a;b\n1;x,y\n", [["1", "x,y"]]),
    File("tabs", "a\tb\n1\tx y\n", [["1", "x y"]]),
    File("bars", "a|b\n1|x,y;z\n", [["1", "x,y;z"]]),
    File("CRLF", "a,b\r\n1,x\r\n2,y\r\n", [["1", "x"], ["2", "y"]], lines: [2, 3]),
    File("CR alone", "a,b\r1,x\r2,y\r", [["1", "x"], ["2", "y"]], lines: [2, 3]),
    File(
      "all three", "a,b\r1,x\r\n2,y\n3,z", [["1", "x"], ["2", "y"], ["3", "z"]], lines: [2, 3, 4]),
    File("byte order mark", "\u{FEFF}a,b\n1,x\n", [["1", "x"]]),
    File("byte order mark and quotes", "\u{FEFF}\"a\",\"b\"\n\"1\",\"x\"\n", [["1", "x"]]),
    File(
      "line that tells Excel the delimiter", "sep=;\r\na;b\r\n1;x\r\n", [["1", "x"]], lines: [3]),
    File(
      "blank lines", "\n\na,b\n\n1,x\n \n\n2,y\n\n", [["1", "x"], ["2", "y"]], lines: [5, 8]),
    File(
      "lines of empty cells", "a,b\n1,x\n,\n , \n\"\",\n2,y\n", [["1", "x"], ["2", "y"]],
      lines: [2, 6]),
    File("columns in another order", "b,a\nx,1\n", [["1", "x"]]),
    File("names in capitals and spaces", " A , \"B\"\n1,x\n", [["1", "x"]]),
    File("quoted delimiter", "a,b\n1,\"x,y\"\n", [["1", "x,y"]]),
    File("quoted quotes", "a,b\n1,\"\"\"x\"\" y\"\n", [["1", "\"x\" y"]]),
    File("nothing but a quoted quote", "a,b\n1,\"\"\"\"\n", [["1", "\""]]),
    File(
      "quoted line breaks", "a,b\n1,\"x\ny\r\nz\rw\"\n2,v\n",
      [["1", "x\ny\r\nz\rw"], ["2", "v"]],
      lines: [2, 6]),
    File("spaces around cells", "a, b \n 1 ,  x y \n", [["1", "x y"]]),
    File("spaces around quotes", "a,b\n1 ,  \"x, y\"  \n", [["1", "x, y"]]),
    File("spaces inside quotes stay in texts", "a,b\n\" 1 \",\" x \"\n", [["1", " x "]]),
    File("no-break spaces", "a,b\n\u{A0}1\u{A0},\u{A0}x\u{A0}\n", [["1", "x"]]),
    File("quotes inside a cell", "a,b\n1,5\" pipe \"x\"\n", [["1", "5\" pipe \"x\""]]),
    File("missing cells", "a,b\n1,\n,x\n2,\"\"\n", [["1", "∅"], ["∅", "x"], ["2", "∅"]]),
    File("missing markers", "a,b\n-,-\nNA,NA\nn/a,x\n", [["∅", "-"], ["∅", "NA"], ["∅", "x"]]),
    File(
      "empty cells beyond the header", "a,b,,\n1,x\n2,y,,\n3,z,,,,\n",
      [["1", "x"], ["2", "y"], ["3", "z"]]),
    File("signs", "a,b\n-5,x\n+7,y\n\u{2212}3,z\n", [["-5", "x"], ["7", "y"], ["-3", "z"]]),
    File("whole numbers with noughts", "a,b\n007,x\n4.0,y\n", [["7", "x"], ["4", "y"]]),
    File("thousands that speak for themselves", "a;b\n1.234.567;x\n", [["1234567", "x"]]),
    File(
      "the largest whole numbers", "a,b\n9223372036854775807,x\n-9223372036854775807,y\n",
      [["9223372036854775807", "x"], ["-9223372036854775807", "y"]]),
    File("letters beyond ASCII", "a,b\n1,Nurséri – 東京 🙂\n", [["1", "Nurséri – 東京 🙂"]]),
    File("header only", "a,b\n", []),
    File("header without line break", "a,b", []),
  ]

  static let layout = CSVLayout([
    .integer("a", presence: .emptyCellsAllowed), .text("b", presence: .emptyCellsAllowed),
  ])

  @Test(arguments: files)
  func `a file is read as it is meant`(_ file: File) throws {
    let table = try CSVReader(Self.layout).read(text: file.text)
    let cells = table.rows.map { row in
      [row.integer(ifAny: "a").map(String.init) ?? "∅", row.text(ifAny: "b") ?? "∅"]
    }
    #expect(cells == file.cells)
    if let lines = file.lines { #expect(table.rows.compactMap(\.place.line) == lines) }
  }

  // Every way to cut the file into pieces, and the blocks into rows.
  @Test(arguments: files)
  func `the table does not depend on how the file is cut`(_ file: File) throws {
    let whole = try CSVReader(Self.layout).read(text: file.text)
    for size in 1...64 {
      let reader = CSVReader(Self.layout, bytesPerRead: size, bytesPerBlock: max(1, size / 3))
      #expect(try reader.read(text: file.text) == whole)
    }
  }

  @Test func `a header without rows is a warning`() throws {
    let table = try CSVReader(Self.layout).read(text: "a,b\n", as: "x.csv")
    #expect(table.rowCount == 0 && table.warnings.all.map(\.code) == ["tables.no-rows"])
    #expect(table.warnings.all.first?.place.file == "x.csv")
  }

  @Test func `a single column needs no delimiter`() throws {
    let table = try CSVReader(CSVLayout([.code("unit")])).read(text: "unit\nu1\nu2\nu1\n")
    #expect(table.codes("unit").indices == [0, 1, 0])
  }

  @Test func `a declared delimiter is not guessed at`() throws {
    let dialect = CSVDialect(delimiter: .semicolon)
    let layout = CSVLayout([.text("a,b")])
    #expect(
      try CSVReader(layout, dialect: dialect).read(text: "a,b\n1,2\n").texts("a,b")[0] == "1,2")
  }

  @Test func `spaces stay where they are to be kept`() throws {
    let reader = CSVReader(
      CSVLayout([.text("a"), .text("b")]), dialect: CSVDialect(trimsSpaces: false))
    let table = try reader.read(text: "a,b\n x , \"y\"\n")
    #expect(table.texts("a")[0] == " x " && table.texts("b")[0] == " \"y\"")
  }

  @Test func `a file names columns of its own`() throws {
    let layout = CSVLayout([.code("ratee"), .code("rater", presence: .optional)]) { name in
      name.lowercased().hasPrefix("r") ? .integer(name, presence: .emptyCellsAllowed) : nil
    }
    let table = try CSVReader(layout).read(text: "r1,Ratee,R 2\n1,a,\n2,b,3\n")
    #expect(table.columnNames == ["ratee", "rater", "r1", "R 2"])
    #expect(table.integers("r1").values == [1, 2] && table.integers("R 2")[0] == nil)
    let problems = #expect(throws: InvalidInput.self) {
      try CSVReader(layout).read(text: "ratee,r1,R1,note,\na,1,2,3,4\n", as: "x.csv")
    }?.problems
    #expect(
      problems?.map { "\($0.place) \($0.code)" } == [
        "x.csv:1:10 tables.repeated-column", "x.csv:1:13 tables.unknown-column",
      ])
  }
}
