import Foundation
import KinerjaCore
import Testing

@Suite struct DayTests {
  /// Number and weekday by Python's `datetime.date` (proleptic Gregorian, `toordinal() - 719163`).
  struct Known: Sendable, CustomTestStringConvertible {
    let iso: String
    let number: Int
    let weekday: Weekday
    var testDescription: String { iso }
  }

  static let known = [
    Known(iso: "0001-01-01", number: -719162, weekday: .monday),
    Known(iso: "1582-10-15", number: -141427, weekday: .friday),
    Known(iso: "1600-02-29", number: -135081, weekday: .tuesday),
    Known(iso: "1700-03-01", number: -98556, weekday: .monday),
    Known(iso: "1799-12-31", number: -62092, weekday: .tuesday),
    Known(iso: "1858-11-17", number: -40587, weekday: .wednesday),
    Known(iso: "1900-02-28", number: -25509, weekday: .wednesday),
    Known(iso: "1900-03-01", number: -25508, weekday: .thursday),
    Known(iso: "1945-08-17", number: -8903, weekday: .friday),
    Known(iso: "1969-12-31", number: -1, weekday: .wednesday),
    Known(iso: "1970-01-01", number: 0, weekday: .thursday),
    Known(iso: "1970-12-31", number: 364, weekday: .thursday),
    Known(iso: "1999-12-31", number: 10956, weekday: .friday),
    Known(iso: "2000-02-29", number: 11016, weekday: .tuesday),
    Known(iso: "2001-09-09", number: 11574, weekday: .sunday),
    Known(iso: "2022-01-01", number: 18993, weekday: .saturday),
    Known(iso: "2024-02-29", number: 19782, weekday: .thursday),
    Known(iso: "2026-01-01", number: 20454, weekday: .thursday),
    Known(iso: "2026-02-28", number: 20512, weekday: .saturday),
    Known(iso: "2026-12-31", number: 20818, weekday: .thursday),
    Known(iso: "2038-01-19", number: 24855, weekday: .tuesday),
    Known(iso: "2100-02-28", number: 47540, weekday: .sunday),
    Known(iso: "2100-03-01", number: 47541, weekday: .monday),
    Known(iso: "2400-12-31", number: 157419, weekday: .sunday),
    Known(iso: "9999-12-31", number: 2_932_896, weekday: .friday),
  ]

  @Test(arguments: known)
  func `a known day has its number and weekday`(known: Known) throws {
    let day = try Day(iso: known.iso)
    #expect(Int(day.daysSince1970) == known.number)
    #expect(day.weekday == known.weekday)
    #expect(day.description == known.iso)
    #expect(try Day(daysSince1970: known.number) == day)
  }

  @Test func `every day from 1600 through 2400 comes back and the week goes on`() throws {
    var expected = (year: 1600, month: 1, day: 1)
    var weekday = try #require(Weekday.allCases.firstIndex(of: .saturday))
    for day in DayRange("1600-01-01/2400-12-31") {
      let parts = day.parts
      guard parts == expected, day.weekday == Weekday.allCases[weekday % 7],
        try Day(year: parts.year, month: parts.month, day: parts.day) == day
      else {
        Issue.record("\(day) is wrong")
        return
      }
      // The oracle counts by the plain rule, month by month.
      let isLeap = expected.year % 400 == 0 || (expected.year % 4 == 0 && expected.year % 100 != 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      expected.day += 1
      if expected.day > lengths[expected.month - 1] {
        expected = (expected.year, expected.month + 1, 1)
      }
      if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
      weekday += 1
    }
    #expect(expected == (2401, 1, 1))
  }

  @Test(arguments: [2000, 2024, 2400]) func `a leap year has 29 February`(year: Int) throws {
    let leapDay = try Day(year: year, month: 2, day: 29)
    #expect(leapDay.next == (try Day(year: year, month: 3, day: 1)))
  }

  @Test(arguments: [1900, 2023, 2100]) func `a common year has none`(year: Int) {
    #expect(throws: InvalidDay.dayOfMonth(29, month: 2, year: year)) {
      try Day(year: year, month: 2, day: 29)
    }
  }

  @Test(arguments: [
    ("", 1), ("2026", 5), ("2026-2-28", 7), ("2026/02/28", 5), ("2026-02-281", 11),
    (" 2026-02-28", 1), ("+026-02-28", 1), ("28-02-2026", 3), ("2026-02-2", 10),
    ("２０２６-02-28", 1),
  ])
  func `a text in another form is refused at its first odd character`(text: String, at: Int) {
    #expect(throws: InvalidDay.text(position: at)) { try Day(iso: text) }
  }

  @Test func `parts that no calendar has are refused`() {
    #expect(throws: InvalidDay.month(13)) { try Day(year: 2026, month: 13, day: 1) }
    #expect(throws: InvalidDay.month(0)) { try Day(iso: "2026-00-10") }
    #expect(throws: InvalidDay.outOfRange) { try Day(iso: "0000-01-01") }
    #expect(throws: InvalidDay.outOfRange) { try Day(year: 10_000, month: 1, day: 1) }
    #expect(throws: InvalidDay.outOfRange) { try Day(daysSince1970: Int64.max) }
    #expect(throws: InvalidDay.outOfRange) { try Day(daysSince1970: Day.last.daysSince1970 + 1) }
  }

  @Test func `adding days is exact and stops at the ends`() throws {
    let day: Day = "2024-02-28"
    #expect(try day + 2 == "2024-03-01")
    #expect(try day - 59 == "2023-12-31")
    #expect(("2026-12-31" as Day) - "2026-01-01" == 364)
    #expect(throws: InvalidDay.outOfRange) { try Day.last + 1 }
    #expect(throws: InvalidDay.outOfRange) { try Day.first - 1 }
    #expect(throws: InvalidDay.outOfRange) { try day + Int.max }
    #expect(throws: InvalidDay.outOfRange) { try day - Int.min }
    #expect(Day.last.next == nil && Day.first.previous == nil)
  }

  @Test(arguments: [
    "28/02/2026", "28-2-2026", "28.02.2026", "28 Februari 2026", "28 february 2026",
  ])
  func `a day written day first is read where asked for`(text: String) throws {
    #expect(try Day(dayFirst: text) == "2026-02-28")
  }

  @Test(arguments: [
    "", "28/02-2026", "28/02/26", "2026/02/28", "28 Feb 2026", "28//2026", "128/2/2026",
    "-1/2/2026",
  ])
  func `anything else is not`(text: String) {
    #expect(throws: InvalidDay.form) { try Day(dayFirst: text) }
  }

  @Test func `a month-first date with no such month is refused`() {
    #expect(throws: InvalidDay.month(28)) { try Day(dayFirst: "02/28/2026") }
  }

  @Test func `a day is written in both languages, and its name read back`() throws {
    let day: Day = "2026-02-28"
    #expect(day.text(in: .indonesian) == "28 Februari 2026")
    #expect(day.text(in: .english) == "28 February 2026")
    #expect(day.weekday.name[.indonesian] == "Sabtu")
    for month in 1...12 {
      let day = try Day(year: 2026, month: month, day: 1)
      for language in Language.allCases {
        #expect(try Day(dayFirst: day.text(in: language)) == day)
      }
    }
  }

  @Test func `a day is coded as its text, and a wrong one named`() throws {
    let days: [Day] = ["2026-02-28", .first]
    let data = try JSONEncoder().encode(days)
    #expect(String(decoding: data, as: UTF8.self) == #"["2026-02-28","0001-01-01"]"#)
    #expect(try JSONDecoder().decode([Day].self, from: data) == days)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Day].self, from: Data(#"["2026-02-30"]"#.utf8))
    }
  }

  @Test func `the problem is a sentence with the mend`() {
    let problem = InvalidDay.dayOfMonth(30, month: 2, year: 2026).diagnostic
    #expect(
      problem.sentence(in: .english)
        == "there is no 30 February 2026; that month has 28 days; write a day from 1 to 28")
    #expect(problem.sentence(in: .indonesian).hasPrefix("tidak ada tanggal 30 Februari 2026; "))
  }

  @Test func `the refused text is in no message`() {
    let error = #expect(throws: InvalidDay.self) { try Day(iso: "Siti Aminah") }
    #expect(error.map { "\($0) \(String(reflecting: $0))" }?.contains("Siti") == false)
  }
}
