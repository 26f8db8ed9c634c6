import KinerjaCore
import KinerjaTables
import Testing

@Suite struct CSVReaderTests {
  static let layout = CSVLayout([
    .identifier("rater", PersonID.self, aliases: ["penilai"]),
    .identifier("ratee", PersonID.self, aliases: ["pegawai", "yang dinilai"]),
    .code("item"),
    .integer("rating", in: 1...5),
    .decimal("weight", places: 2, in: 0...100, presence: .optional),
    .double("hours", presence: .optional),
    .day("day", presence: .optional),
    .text("note", presence: .optional),
  ])

  @Test func `a plain file becomes typed columns`() throws {
    let table = try CSVReader(Self.layout).read(
      text: #"""
        ratee,rater,item,rating,day,note,weight,hours
        p1,p2,i1,5,2026-02-28,"rajin, tepat ""waktu""",12.5,0.1
        p2,p1,i1,3,,,,1e-3
        """#, as: "ratings.csv")
    #expect(table.rowCount == 2 && table.file == "ratings.csv" && table.warnings.isEmpty)
    #expect(Array(table.codes("rater").dictionary) == ["p2", "p1"])
    #expect(table.codes("rater").indices == [0, 1] && table.codes("ratee").indices == [1, 0])
    let rows = Array(table.rows)
    #expect(rows[0].code("item") == "i1" && rows[0].integer("rating") == 5)
    #expect(rows[0].day(ifAny: "day") == "2026-02-28" && rows[1].day(ifAny: "day") == nil)
    #expect(rows[0].text(ifAny: "note") == "rajin, tepat \"waktu\"")
    #expect(rows[0].decimal(ifAny: "weight") == "12.5" && rows[1].decimal(ifAny: "weight") == nil)
    #expect(rows[0].double(ifAny: "hours") == 0.1 && rows[1].double(ifAny: "hours") == 0.001)
    #expect(try rows[1].identifier("rater") == PersonID("p1"))
    #expect(rows[1].place(of: "rating").description == "ratings.csv:3: rating")
    #expect(try table.identifiers("ratee", as: PersonID.self) == ["p2", "p1"])
  }

  @Test func `all problems are told at once, in the order of the file`() {
    let error = #expect(throws: InvalidInput.self) {
      try CSVReader(Self.layout).read(
        text: "penilai;Yang Dinilai;item;rating;weight\n"
          + "p 1;p2;i1;9;12.500\n\n;p2;i1;baik;1,234\np1;p2;i1\n", as: "r.csv")
    }
    #expect(
      error?.report(in: .english).split(separator: "\n").map(String.init) == [
        """
        r.csv:2:1: rater: the person identifier has " " at position 2; \
        use letters A–Z, digits and . - _ :, beginning with a letter or digit
        """,
        "r.csv:2:11: rating: the number 9 is above 5; write a number from 1 to 5",
        """
        r.csv:2:13: weight: "." may part thousands or begin decimals; \
        declare which decimal mark this file uses, point or comma
        """,
        "r.csv:4:1: rater: the cell is empty; fill it; this column is required",
        """
        r.csv:4:8: rating: the cell has "b" at position 1; write a whole number
        """,
        """
        r.csv:4:13: weight: "," may part thousands or begin decimals; \
        declare which decimal mark this file uses, point or comma
        """,
        """
        r.csv:5:1: the row has 3 cells, the header 5; \
        give it as many; put a cell that contains the delimiter between quotes
        """,
      ])
  }
}
