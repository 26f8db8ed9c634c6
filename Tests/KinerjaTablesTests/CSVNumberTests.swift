import KinerjaCore
import KinerjaTables
import Testing

/// Numbers as they are written: the value read, or the code of the problem.
@Suite struct CSVNumberTests {
  struct Number: Sendable, CustomTestStringConvertible {
    let text: String
    let convention: DecimalConvention?
    let delimiter: CSVDialect.Delimiter
    let expected: String

    var testDescription: String {
      "\(text) \(convention?.rawValue ?? "–") \(delimiter) → \(expected)"
    }

    init(_ text: String, _ expected: String) { self.init(text, nil, .tab, expected) }

    init(_ text: String, _ convention: DecimalConvention, _ expected: String) {
      self.init(text, convention, .tab, expected)
    }

    init(
      _ text: String, _ convention: DecimalConvention?, _ delimiter: CSVDialect.Delimiter,
      _ expected: String
    ) {
      self.text = text
      self.convention = convention
      self.delimiter = delimiter
      self.expected = expected
    }
  }

  static let decimals: [Number] = [
    // Declared.
    Number("93,86", .comma, "93.86"), Number("93.86", .point, "93.86"),
    Number("1.234,5", .comma, "1234.5"), Number("1,234.5", .point, "1234.5"),
    Number("12.500", .comma, "12500"), Number("12.500", .point, "12.5"),
    Number("12,500", .comma, "12.5"), Number("12,500", .point, "12500"),
    Number("93.86", .comma, "core.number-grouping"), Number("1,5", .point, "core.number-grouping"),
    // By the delimiter: commas between cells leave the point for decimals.
    Number("12.500", nil, .comma, "12.5"), Number("93.125", nil, .comma, "93.125"),
    // Each number speaks for itself.
    Number("93,86", "93.86"), Number("93.86", nil, .semicolon, "93.86"),
    Number("0.125", "0.125"), Number("0,125", nil, .semicolon, "0.125"),
    Number("1.234,56", "1234.56"), Number("1,234.56", "1234.56"),
    Number("1.234.567", "1234567"), Number("1,234,567", "1234567"),
    Number("1234.567", "1234.567"), Number("5", "5"), Number("-0,5", "-0.5"),
    // Or it does not.
    Number("12.500", nil, .semicolon, "tables.ambiguous-number"),
    Number("1,234", "tables.ambiguous-number"), Number("-1.234", "tables.ambiguous-number"),
    // Too many decimals are not rounded away; noughts are not too many.
    Number("1.2345", .point, "tables.too-many-decimals"), Number("1.230000", .point, "1.23"),
    Number("99999999999999.999", .point, "99999999999999.999"),
    // No numbers.
    Number("1.2.3", .point, "core.number-character"), Number("abc", "core.number-character"),
    Number("1e3", .point, "core.number-character"), Number("--1", "core.number-character"),
    Number("1 000", .point, "core.number-character"), Number(".", "core.number-digit"),
    Number("5.", .point, "core.number-digit"), Number("\u{0}", "core.number-character"),
    Number("99999999999999999999", .point, "core.large-number"),
    Number("9223372036854775807", .point, "tables.outside-range"),
  ]

  @Test(arguments: decimals)
  func `decimals are read exactly or not at all`(_ number: Number) {
    let layout = CSVLayout([.decimal("x", places: 3), .text("y")])
    expect(number, layout) { $0.decimals("x")[0]?.text() }
  }

  static let doubles: [Number] = [
    Number("0.1", .point, "0.1"), Number("0,1", .comma, "0.1"), Number("1e-3", .point, "0.001"),
    Number("1,5e3", .comma, "1500.0"), Number("1.7976931348623157e308", "1.7976931348623157e+308"),
    Number("-2.5E+2", "-250.0"), Number("0.30000000000000004", "0.30000000000000004"),
    Number("9007199254740993", "9007199254740992.0"),
    Number("123456789012345678901234567890", "1.2345678901234568e+29"),
    Number("4.9e-324", "5e-324"), Number("1e400", "core.number-character"),
    Number("nan", "core.number-character"), Number("inf", "core.number-character"),
    Number("0x10", "core.number-character"), Number("1e", "core.number-character"),
    Number("1.234", "tables.ambiguous-number"), Number("1.234e5", "tables.ambiguous-number"),
  ]

  @Test(arguments: doubles)
  func `doubles are the nearest to what is written`(_ number: Number) {
    let layout = CSVLayout([.double("x"), .text("y")])
    expect(number, layout) { $0.doubles("x")[0].map { "\($0)" } }
  }

  static let integers: [Number] = [
    Number("1.0", .point, "1"), Number("1,00", .comma, "1"),
    Number("1.5", .point, "tables.not-whole"),
    Number("1.000", "tables.ambiguous-number"), Number("1.000", .comma, "1000"),
    Number("x", "tables.whole-number-character"), Number("1001", "tables.above-range"),
    Number("-6", "tables.below-range"), Number("-5", "-5"), Number("1000", "1000"),
    // So many digits may be somebody's: they are not repeated.
    Number("198501012010011001", "tables.outside-range"),
  ]

  @Test(arguments: integers)
  func `whole numbers are whole and in range`(_ number: Number) {
    let layout = CSVLayout([.integer("x", in: -5...1_000), .text("y")])
    expect(number, layout) { $0.integers("x")[0].map(String.init) }
  }

  private func expect(_ number: Number, _ layout: CSVLayout, _ value: (Table) -> String?) {
    let delimiter = String(UnicodeScalar(number.delimiter.rawValue))
    let dialect = CSVDialect(delimiter: number.delimiter, decimals: number.convention)
    do throws(InvalidInput) {
      let table = try CSVReader(layout, dialect: dialect)
        .read(text: "x\(delimiter)y\n\"\(number.text)\"\(delimiter)z\n")
      #expect(value(table) == number.expected)
    } catch {
      #expect(error.problems.map(\.code) == [number.expected])
      #expect(!error.description.contains("1985"))
    }
  }

  @Test(arguments: zip(["2.49", "2.5", "7.25", "7.26"], [false, true, true, false]))
  func `bounds of decimals are exact`(text: String, isWithin: Bool) {
    let layout = CSVLayout([.decimal("x", places: 2, in: "2.495"..."7.255")])
    let found = try? CSVReader(layout).read(text: "x\n\(text)\n")
    #expect((found != nil) == isWithin)
  }

  @Test func `bounds of doubles are kept`() {
    let layout = CSVLayout([.double("x", in: 0...1)])
    let error = #expect(throws: InvalidInput.self) {
      try CSVReader(layout).read(text: "x\n0\n1\n1.5\n-0.1\n")
    }
    #expect(error?.problems.map(\.code) == ["tables.above-range", "tables.below-range"])
  }

  @Test(
    arguments: zip(
      ["2026-02-28", "28/02/2026", "28-2-2026", "28.02.2026"],
      [CSVColumn.DayFormat.iso, .dayMonthYear, .dayMonthYear, .dayMonthYear]))
  func `days are read in the declared order`(text: String, format: CSVColumn.DayFormat) throws {
    let table = try CSVReader(CSVLayout([.day("x", format: format)])).read(text: "x\n\(text)\n")
    #expect(table.days("x")[0] == "2026-02-28")
  }

  @Test(
    arguments: zip(
      ["2026-02-29", "28/02/2026", "2026-2-28", "2026-13-01"],
      ["core.no-such-day", "core.day-text", "core.day-text", "core.no-such-month"]))
  func `what is no day is refused`(text: String, code: String) {
    let error = #expect(throws: InvalidInput.self) {
      try CSVReader(CSVLayout([.day("x")])).read(text: "x\n\(text)\n")
    }
    #expect(error?.problems.map(\.code) == [code])
  }
}
