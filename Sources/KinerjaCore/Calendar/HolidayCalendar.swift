/// A day on which offices are closed though it is no weekend (*hari libur*, *cuti bersama*).
public struct Holiday: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// What is celebrated.
  public let name: LocalizedText
  /// The instrument that declares it, such as the yearly joint decree of three ministers.
  public let source: LegalSource

  /// Creates a holiday.
  public init(_ day: Day, _ name: LocalizedText, source: LegalSource) {
    self.day = day
    self.name = name
    self.source = source
  }
}

/// Which days are working days (*hari kerja*), as data.
///
/// Holidays are declared year by year. A calendar therefore says for which days it knows them, and
/// refuses to count beyond: a deadline counted without next year's holidays would be wrong.
public struct HolidayCalendar: Hashable, Sendable {
  /// The holidays, in the order of their days.
  public let holidays: [Holiday]
  /// The weekdays on which nobody works.
  public let weekend: Set<Weekday>
  /// The days for which the holidays are known.
  public let covered: DayRange

  private let holidayDays: Set<Day>

  /// Creates a calendar.
  ///
  /// - Parameters:
  ///   - holidays: In any order; several may fall on one day.
  ///   - weekend: The weekdays on which nobody works; offices with a six-day week have only Sunday.
  ///   - covered: The days for which `holidays` is complete.
  /// - Throws: ``HolidayCalendarError/noWorkingWeekday`` if every weekday is weekend.
  public init(
    _ holidays: [Holiday], weekend: Set<Weekday> = [.saturday, .sunday], covering covered: DayRange
  ) throws(HolidayCalendarError) {
    guard weekend.count < Weekday.allCases.count else { throw .noWorkingWeekday }
    self.holidays = holidays.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
    self.weekend = weekend
    self.covered = covered
    holidayDays = Set(holidays.map(\.day))
  }

  /// The holidays that fall on a day.
  public func holidays(on day: Day) -> [Holiday] {
    holidayDays.contains(day) ? holidays.filter { $0.day == day } : []
  }

  /// Whether people work on a day.
  ///
  /// - Throws: ``HolidayCalendarError/uncovered(_:)`` if the calendar does not know the day.
  public func isWorkingDay(_ day: Day) throws(HolidayCalendarError) -> Bool {
    guard covered.contains(day) else { throw .uncovered(day) }
    return !weekend.contains(day.weekday) && !holidayDays.contains(day)
  }

  /// How many working days a range has.
  ///
  /// - Throws: ``HolidayCalendarError/endless`` for a range without end;
  ///   ``HolidayCalendarError/uncovered(_:)`` with the first day that the calendar does not know.
  /// - Complexity: O(*n*) in the number of days.
  public func workingDays(in days: DayRange) throws(HolidayCalendarError) -> Int {
    guard !days.isOpen else { throw .endless }
    var count = 0
    for day in days where try isWorkingDay(day) { count += 1 }
    return count
  }

  /// The day that comes so many working days after another, which itself is not counted.
  ///
  /// - Parameters:
  ///   - count: How many working days; if negative, it counts back; 0 gives the day itself.
  ///   - day: The day from which it counts, a working day or not.
  /// - Throws: ``HolidayCalendarError/uncovered(_:)`` with the first day that the calendar does not
  ///   know.
  /// - Complexity: O(*n*) in the number of days.
  public func day(_ count: Int, workingDaysAfter day: Day) throws(HolidayCalendarError) -> Day {
    var day = day
    var left = count.magnitude
    while left > 0 {
      guard let neighbour = count > 0 ? day.next : day.previous else { throw .uncovered(day) }
      day = neighbour
      if try isWorkingDay(day) { left -= 1 }
    }
    return day
  }
}

/// Why working days cannot be counted.
public enum HolidayCalendarError: DiagnosedError, Hashable, Sendable {
  /// The calendar does not know the holidays of this day's year.
  case uncovered(Day)
  /// Every weekday was declared to be weekend.
  case noWorkingWeekday
  /// A range without end has no count of working days.
  case endless
}

extension HolidayCalendarError {
  /// The problem as a diagnostic.
  public var diagnostic: Diagnostic {
    switch self {
    case .uncovered(let day): Diagnostic(.uncoveredDay, ["day": .day(day)])
    case .noWorkingWeekday: Diagnostic(.noWorkingWeekday)
    case .endless: Diagnostic(.endlessCount)
    }
  }
}

extension DiagnosticKind {
  package static let uncoveredDay = DiagnosticKind(
    "core.uncovered-day",
    message: LocalizedText(
      id: "kalender hari libur tidak mencakup {day}",
      en: "the calendar of holidays does not cover {day}"),
    mend: LocalizedText(
      id: "tambahkan hari libur tahun itu dan perluas cakupannya",
      en: "add the holidays of that year and widen what it covers"))

  package static let noWorkingWeekday = DiagnosticKind(
    "core.no-working-weekday",
    message: LocalizedText(
      id: "semua hari dalam seminggu dinyatakan libur", en: "every day of the week is weekend"),
    mend: LocalizedText(
      id: "sisakan paling sedikit satu hari kerja", en: "leave at least one working day"))

  package static let endlessCount = DiagnosticKind(
    "core.endless-count",
    message: LocalizedText(
      id: "hari kerja pada rentang tanpa akhir tidak dapat dihitung",
      en: "the working days of a range without end cannot be counted"),
    mend: LocalizedText(id: "cantumkan tanggal akhirnya", en: "give it a last day"))
}
