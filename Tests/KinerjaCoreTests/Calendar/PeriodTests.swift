import Foundation
import KinerjaCore
import Testing

@Suite struct PeriodTests {
  @Test func `the year 2026 falls into two semesters without gap or overlap`() throws {
    let year = try Period.year(2026)
    let semesters = year.parts(into: .semester)
    #expect(semesters == ["2026-S1", "2026-S2"])
    #expect(semesters.map(\.days) == ["2026-01-01/2026-06-30", "2026-07-01/2026-12-31"])
    #expect(semesters[0].days.isAdjacent(to: semesters[1].days))
    #expect(semesters.compactMap(\.days.count).reduce(0, +) == year.days.count)
  }

  @Test(arguments: [1, 1900, 2000, 2024, 2026, 2100, 9999])
  func `every unit tiles the year`(number: Int) throws {
    let year = try Period.year(number)
    for unit in Period.Unit.allCases {
      let parts = year.parts(into: unit)
      #expect(parts.count == 12 / unit.months)
      #expect(parts.allSatisfy { $0.unit == unit })
      #expect(parts.flatMap { Array($0.days) } == Array(year.days))
      for part in parts {
        #expect(Period.containing(part.first, unit) == part)
        #expect(Period.containing(part.last, unit) == part)
        #expect(part.parts(into: .month).flatMap { Array($0.days) } == Array(part.days))
      }
    }
  }

  @Test func `other days fall into calendar units cut at the edges`() throws {
    let term = try Period(text: "2024-01-15/2024-03-31")
    #expect(term.unit == nil)
    let parts = term.parts(into: .month)
    #expect(parts == ["2024-01-15/2024-01-31", "2024-02", "2024-03"])
    #expect(parts.compactMap(\.days.count) == [17, 29, 31])
    #expect(term.parts(into: .year) == [term])
  }

  @Test func `text comes back and names the period in both languages`() throws {
    struct Case {
      let text: String
      let indonesian: String
      let english: String
    }
    let cases = [
      Case(text: "2026-S1", indonesian: "Semester I 2026", english: "Semester I 2026"),
      Case(text: "2026-Q3", indonesian: "Triwulan III 2026", english: "Quarter III 2026"),
      Case(text: "2026-02", indonesian: "Februari 2026", english: "February 2026"),
      Case(text: "2026", indonesian: "Tahun 2026", english: "Year 2026"),
      Case(
        text: "2026-01-15/2026-03-31", indonesian: "15 Januari 2026 s.d. 31 Maret 2026",
        english: "15 January 2026 to 31 March 2026"),
    ]
    for expected in cases {
      let period = try Period(text: expected.text)
      #expect(period.description == expected.text)
      #expect(period.label(in: .indonesian) == expected.indonesian)
      #expect(period.label(in: .english) == expected.english)
      let data = try JSONEncoder().encode([period])
      #expect(try JSONDecoder().decode([Period].self, from: data) == [period])
    }
  }

  @Test func `every period of a leap year comes back from its text`() throws {
    for unit in Period.Unit.allCases {
      for period in try Period.year(2024).parts(into: unit) {
        #expect(try Period(text: period.description) == period)
      }
    }
  }

  @Test(arguments: [
    "", "26", "2026-", "2026-S3", "2026-S0", "2026-Q5", "2026-13", "2026-00", "2026-2", "2026-s1",
    "0000", "2026-S1-", "2026-02-01", "2026-01-01/..", "2026-02-01/2026-01-01", "S1-2026", "2026-S",
  ])
  func `a text that is no period is refused`(text: String) {
    #expect(throws: InvalidPeriod.self) { try Period(text: text) }
  }

  @Test func `numbers that a year has not are refused`() {
    #expect(throws: InvalidPeriod.number(3, .semester)) { try Period.semester(year: 2026, 3) }
    #expect(throws: InvalidPeriod.number(.max, .month)) { try Period.month(year: 2026, .max) }
    #expect(throws: InvalidPeriod.year(0)) { try Period.year(0) }
    #expect(throws: InvalidPeriod.open(from: "2026-01-01")) {
      try Period.custom("2026-01-01/..")
    }
    #expect(
      InvalidPeriod.number(3, .semester).diagnostic.sentence(in: .indonesian)
        == "tidak ada semester 3; tulis semester 1 sampai 2")
  }

  @Test func `a unit and the same days otherwise are different periods`() throws {
    let month: Period = "2026-02"
    let days = try Period.custom(month.days)
    #expect(month != days && month < days)
    #expect(days.parts(into: .month) == [days])
  }
}
