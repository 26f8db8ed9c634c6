import Foundation
import KinerjaCore
import Testing

/// Every value that can be stored comes back from Foundation's coders as it was.
@Suite struct CodableTests {
  private func returns<Value: Codable & Equatable>(_ values: [Value]) throws -> Bool {
    let json = try JSONDecoder().decode([Value].self, from: JSONEncoder().encode(values))
    let list = try PropertyListDecoder().decode(
      [Value].self, from: PropertyListEncoder().encode(values))
    return json == values && list == values
  }

  @Test func `closed lists of words`() throws {
    #expect(try returns(ArithmeticError.allCases))
    #expect(try returns(DecimalConvention.allCases))
    #expect(try returns(RoundingMode.allCases))
    #expect(try returns(Language.allCases))
    #expect(try returns(LegalSource.Standing.allCases))
    #expect(try returns(DiagnosticSeverity.allCases))
    #expect(try returns(Period.Unit.allCases))
    #expect(try returns(Weekday.allCases))
    #expect(try returns(Zone.allCases))
  }

  @Test func `numbers to their limits`() throws {
    let largest = try Ratio(.max, over: .max - 1)
    #expect(try returns([0, 12, "-1/3", "93.86", largest, -largest] as [Ratio]))
    #expect(try returns([0, "93.86", Points(Int64.min), Points(mantissa: .max, places: 18)]))
    #expect(try returns([ConfidenceInterval(lower: -0.1, upper: 1e300, level: 0.95)]))
  }

  @Test func `days to the ends of the calendar`() throws {
    #expect(try returns([Day.first, "2024-02-29", .last]))
    #expect(try returns([DayRange.always, "2026-01-01/2026-06-30", DayRange(only: .last)]))
    #expect(
      try returns(["0001", "9999-S2", "2026-Q3", "2024-02", "2026-01-15/2026-03-31"] as [Period]))
    #expect(try returns([Instant.first, "2026-12-31T23:59:59+08:00", .last]))
  }

  @Test func `names, texts, sources and what is made of them`() throws {
    let text = LocalizedText(id: "baik \"sekali\"\n", en: "very good – é")
    let source = LegalSource("PP 46/2011", article: "Pasal 7", link: nil, standing: .region)
    #expect(try returns(["a", "A-1:b_c.d"] as [UnitID]))
    #expect(try returns([["a": 1, "b": 2]] as [[UnitID: Int]]))
    #expect(try returns([text]))
    #expect(try returns([source, LegalSource("x", link: "https://example.org/?a=b")]))
    let levels = [
      ScaleLevel(value: -1, label: text),
      ScaleLevel(value: 5, label: LocalizedText(same: "B"), code: "5"),
    ]
    #expect(try returns(levels))
    #expect(try returns([RatingScale("s", levels: levels)]))
    let holiday = Holiday("2026-08-17", text, source: source)
    #expect(try returns([holiday]))
    #expect(try returns([HolidayCalendar([holiday], weekend: [.sunday], covering: .always)]))
    #expect(try returns([SHA256.hash([])]))
  }
}
