import KinerjaCore
import Testing

@Suite struct HolidayCalendarTests {
  static let decree = LegalSource("SKB 3 Menteri (contoh)", standing: .assumed)
  static let newYear = Holiday(
    "2026-01-01", LocalizedText(id: "Tahun Baru Masehi", en: "New Year's Day"), source: decree)
  static let independence = Holiday(
    "2026-08-17", LocalizedText(id: "Proklamasi Kemerdekaan", en: "Independence Day"),
    source: decree)

  let calendar: HolidayCalendar
  init() throws {
    calendar = try HolidayCalendar(
      [Self.independence, Self.newYear], covering: "2026-01-01/2026-12-31")
  }

  // Thursday 1 January is a holiday; 2, 5, 6, 7, 8 and 9 are working days.
  @Test func `weekends and holidays are not worked`() throws {
    #expect(try !calendar.isWorkingDay("2026-01-01"))
    #expect(try calendar.isWorkingDay("2026-01-02"))
    #expect(try !calendar.isWorkingDay("2026-01-03"))
    #expect(try calendar.workingDays(in: "2026-01-01/2026-01-11") == 6)
    #expect(calendar.holidays(on: "2026-08-17") == [Self.independence])
    #expect(calendar.holidays(on: "2026-08-18") == [])
    #expect(calendar.holidays.map(\.day) == ["2026-01-01", "2026-08-17"])
  }

  @Test func `an office with six days rests on Sunday only`() throws {
    let calendar = try HolidayCalendar(
      [Self.newYear], weekend: [.sunday], covering: "2026-01-01/2026-12-31")
    #expect(try calendar.workingDays(in: "2026-01-01/2026-01-11") == 8)
  }

  // Friday 14 August; Monday the 17th is a holiday, so the next working day is Tuesday the 18th.
  @Test func `working days are counted from the day after`() throws {
    #expect(try calendar.day(1, workingDaysAfter: "2026-08-14") == "2026-08-18")
    #expect(try calendar.day(14, workingDaysAfter: "2026-08-14") == "2026-09-04")
    #expect(try calendar.day(1, workingDaysAfter: "2026-08-15") == "2026-08-18")
    #expect(try calendar.day(-1, workingDaysAfter: "2026-08-18") == "2026-08-14")
    #expect(try calendar.day(0, workingDaysAfter: "2026-08-17") == "2026-08-17")
  }

  @Test func `counting forward agrees with counting the range`() throws {
    let start: Day = "2026-02-01"
    for count in 1...150 {
      let end = try calendar.day(count, workingDaysAfter: start)
      #expect(try calendar.workingDays(in: DayRange(from: start + 1, through: end)) == count)
      #expect(try calendar.isWorkingDay(end))
    }
  }

  @Test func `days of which it does not know are refused`() {
    #expect(throws: HolidayCalendarError.uncovered("2027-01-01")) {
      try calendar.day(3, workingDaysAfter: "2026-12-30")
    }
    #expect(throws: HolidayCalendarError.uncovered("2025-12-31")) {
      try calendar.workingDays(in: "2025-12-31/2026-01-05")
    }
    #expect(throws: HolidayCalendarError.endless) { try calendar.workingDays(in: "2026-01-01/..") }
    #expect(throws: HolidayCalendarError.noWorkingWeekday) {
      try HolidayCalendar([], weekend: Set(Weekday.allCases), covering: .always)
    }
    #expect(throws: HolidayCalendarError.uncovered(.last)) {
      let calendar = try HolidayCalendar([], covering: .always)
      _ = try calendar.day(.max, workingDaysAfter: Day.last - 3)
    }
  }

  @Test func `a calendar is a definition file`() throws {
    let text = """
      {"covered": {"from": "2026-01-01", "through": "2026-12-31"}, "weekend": ["sunday"],
       "holidays": [{"day": "2026-08-17", "source": {"instrument": "SKB", "standing": "law"},
        "name": {"id": "Proklamasi Kemerdekaan", "en": "Independence Day"}}]}
      """
    let calendar = try JSONDocument(text).read(HolidayCalendar.self)
    #expect(calendar.weekend == [.sunday] && calendar.holidays.map(\.day) == ["2026-08-17"])
    let written = try JSONDocument(calendar.json.canonicalBytes).read(HolidayCalendar.self)
    #expect(written == calendar)
  }

  @Test func `a broken calendar is named at its places`() {
    let text = """
      {"covered": {"from": "2026-01-01"}, "weekend": ["sundy"],
       "holidays": [{"day": "2026-02-30", "name": {"id": "x", "en": "y"}}]}
      """
    let error = #expect(throws: InvalidInput.self) {
      try JSONDocument(text).read(HolidayCalendar.self)
    }
    #expect(
      error?.problems.map { $0.place.path.description }
        == ["weekend[0]", "holidays[0].day", "holidays[0]"])
  }
}
