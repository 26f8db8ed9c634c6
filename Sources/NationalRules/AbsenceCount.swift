public import KinerjaCore
public import RuleLanguage

/// How many working days somebody was absent without a valid reason, as PP 94/2021 counts them.
///
/// ```swift
/// let count = try AbsenceCount(of: absent, in: "2024-01-01/2024-12-31", by: calendar)
/// let score = try ScoringRule.pp94Of2021.compiled(on: "2024-12-31").score(count.inputs)
/// ```
public struct AbsenceCount: Sendable, Hashable {
  /// Working days of absence in the year.
  public let total: Int
  /// The most working days of absence without a working day of presence between them.
  public let longestRun: Int

  /// Counts dated absences.
  ///
  /// Days on which nobody works — weekends and holidays — count neither as absence nor as
  /// presence: a Friday and the Monday after it are two days without a break. A day that is given
  /// twice counts once. A run that reaches into the year from before it counts whole, since only
  /// the sum begins anew each year; give the days before it too.
  ///
  /// - Parameters:
  ///   - days: Absences without a valid reason, in any order.
  ///   - year: The days over which the sum is taken.
  ///   - calendar: Which days are working days; it must know every day from the first absence to
  ///     the last.
  /// - Throws: `HolidayCalendarError.uncovered` with the first day that the calendar does not know.
  /// - Complexity: O(*n* log *n* + *d*) for *n* absences over *d* days.
  public init(
    of days: some Sequence<Day>, in year: DayRange, by calendar: HolidayCalendar
  ) throws(HolidayCalendarError) {
    var (total, longest, run) = (0, 0, 0)
    var runTouchesYear = false
    var previous: Day?
    for day in Set(days).sorted() where try calendar.isWorkingDay(day) {
      if let previous, try calendar.day(1, workingDaysAfter: previous) != day {
        (run, runTouchesYear) = (0, false)
      }
      previous = day
      run += 1
      if year.contains(day) {
        total += 1
        runTouchesYear = true
      }
      if runTouchesYear { longest = max(longest, run) }
    }
    self.total = total
    longestRun = longest
  }

  /// What ``/WeightedScoring/ScoringRule/pp94Of2021`` asks for.
  public var inputs: RuleInputs {
    ["days": .number(Ratio(total)), "consecutive": .number(Ratio(longestRun))]
  }
}
