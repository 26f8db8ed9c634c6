import KinerjaCore
import Testing

@Suite struct UnitDimensionTests {
  @Test(arguments: [
    ("rupiah", "rupiah"), ("rupiah/bulan", "rupiah/bulan"), ("m^2", "m^2"), ("1/bulan", "1/bulan"),
    ("b*a", "a*b"), ("a*b/a", "b"), ("a/b/c", "a/b/c"), ("a^-1", "1/a"), ("1", "1"), ("a/a", "1"),
    ("rumah tangga", "rumah tangga"),
  ])
  func `a dimension prints as it reads`(written: String, printed: String) throws {
    let dimension = try #require(UnitDimension(written))
    #expect(dimension.text == printed)
    #expect(UnitDimension(printed) == dimension)
  }

  @Test(arguments: ["", "a*", "/a", "a^", "a^b", "a^10", "a^2^3", "a*b*c*d*e*f*g*h*i", "a^9*a"])
  func `what is no dimension is refused`(text: String) {
    #expect(UnitDimension(text) == nil)
  }

  @Test func `a product and a quotient combine powers, up to a bound`() throws {
    let (money, month) = (try #require(UnitDimension("rupiah")), try #require(UnitDimension("b")))
    #expect(money.over(month)?.text == "rupiah/b")
    #expect(money.over(money)?.isNone == true)
    #expect(money.over(month)?.times(month) == money)
    #expect(UnitDimension("b^9")?.times(month) == nil)
  }

  @Test func `the symbol is the dimension where nothing else is said`() {
    #expect(MeasurementUnit.percent.dimension.isNone)
    #expect(MeasurementUnit(LocalizedText(id: "bulan", en: "months")).dimension.text == "bulan")
    #expect(MeasurementUnit(LocalizedText(same: "Rp//x")).dimension.text == "Rp··x")
  }

  @Test func `a unit reads and prints, with its own dimension only where it differs`() throws {
    let text = #"{"decimals":0,"dimension":"rupiah","symbol":{"en":"Rp","id":"Rp"}}"#
    let unit = try JSONDocument(text).read(MeasurementUnit.self)
    #expect(unit.dimension.text == "rupiah")
    #expect(unit.json.canonicalBytes == Array(text.utf8))
    let own = MeasurementUnit(LocalizedText(same: "Rp"))
    let short = #"{"decimals":0,"symbol":{"en":"Rp","id":"Rp"}}"#
    #expect(try JSONDocument(short).read(MeasurementUnit.self) == own)
    #expect(own.json.canonicalBytes == Array(short.utf8))
    let error = #expect(throws: InvalidInput.self) {
      try JSONDocument(#"{"symbol": {"id": "a", "en": "a"}, "dimension": "a^"}"#)
        .read(MeasurementUnit.self)
    }
    #expect(error?.problems.map(\.code) == ["core.unit-dimension"])
  }
}
