import KinerjaCore
import KinerjaTables
import Testing

@Suite struct CSVWriterTests {
  @Test func `cells are quoted where they must be`() {
    var writer = CSVWriter(columns: ["a", "b,c"])
    writer.append([.text("x"), .text("y \"z\"")])
    writer.append([.empty, .text("two\nlines")])
    writer.append([.decimal("93.86"), .day("2026-02-28")])
    writer.append([.integer(-4), .double(0.1)])
    writer.append([.text(" x"), .double(.nan)])
    #expect(
      writer.text == "a,\"b,c\"\r\nx,\"y \"\"z\"\"\"\r\n,\"two\nlines\"\r\n93.86,2026-02-28\r\n"
        + "-4,0.1\r\n\" x\",\r\n")
  }

  @Test func `semicolons go with decimal commas`() {
    var writer = CSVWriter(columns: ["a", "b"], delimiter: .semicolon, writesByteOrderMark: true)
    writer.append([.decimal("93.86"), .double(1.5)])
    #expect(writer.text == "\u{FEFF}a;b\r\n93,86;1,5\r\n")
  }

  @Test func `commas in numbers are quoted between commas`() {
    var writer = CSVWriter(columns: ["a"], decimals: .comma)
    writer.append([.decimal("0.5")])
    #expect(writer.text == "a\r\n\"0,5\"\r\n")
  }

  @Test func `formulas are guarded on demand, numbers never changed`() {
    var writer = CSVWriter(columns: ["a", "b"], guardsFormulas: true)
    writer.append([.text("=1+1"), .integer(-1)])
    writer.append([.text("@x"), .text("a=b")])
    #expect(writer.text == "a,b\r\n'=1+1,-1\r\n'@x,a=b\r\n")
  }
}
