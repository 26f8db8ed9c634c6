/// A calendar day in the proleptic Gregorian calendar, without time and without zone.
///
/// Days run from 0001-01-01 to 9999-12-31, so that each has an ISO 8601 text of ten characters. The
/// arithmetic is the library's own: no locale, time zone or operating system takes part in it.
public struct Day: Hashable, Sendable {
  /// Days since 1970-01-01, negative before.
  public let daysSince1970: Int32

  /// The first day there is, 0001-01-01.
  public static let first = Day(unchecked: -719_162)
  /// The last day there is, 9999-12-31.
  public static let last = Day(unchecked: 2_932_896)

  private init(unchecked daysSince1970: Int32) { self.daysSince1970 = daysSince1970 }

  /// Creates a day from its number.
  ///
  /// - Throws: ``InvalidDay/outOfRange`` before ``first`` and after ``last``.
  public init(daysSince1970 number: some BinaryInteger) throws(InvalidDay) {
    guard let small = Int32(exactly: number),
      (Self.first...Self.last).contains(Day(unchecked: small))
    else { throw .outOfRange }
    self.init(unchecked: small)
  }

  /// Creates a day from year, month and day of the month, each counted from 1.
  ///
  /// - Throws: ``InvalidDay`` if the calendar has no such day.
  public init(year: Int, month: Int, day: Int) throws(InvalidDay) {
    guard (1...9999).contains(year) else { throw .outOfRange }
    guard (1...12).contains(month) else { throw .month(month) }
    guard (1...Self.lengthOfMonth(month, year: year)).contains(day) else {
      throw .dayOfMonth(day, month: month, year: year)
    }
    self.init(validYear: year, month: month, day: day)
  }

  /// Creates a day from parts that are known to exist.
  init(validYear year: Int, month: Int, day: Int) {
    // Years that begin in March put the leap day last, where it moves no other day.
    let marchYear = month > 2 ? year : year - 1
    let monthsSinceMarch = (month + 9) % 12
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    let dayOfYear = (153 * monthsSinceMarch + 2) / 5 + day - 1
    self.init(unchecked: Int32(365 * marchYear + leapDays + dayOfYear - Self.daysBefore1970))
  }

  // From 1 March of the year 0 to 1 January 1970.
  private static let daysBefore1970 = 719_468

  /// Whether a year has 366 days.
  public static func isLeapYear(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// How many days a month from 1 to 12 has.
  static func lengthOfMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day {
  /// The year, from 1 to 9999.
  public var year: Int { parts.year }
  /// The month, from 1 to 12.
  public var month: Int { parts.month }
  /// The day of the month, from 1 to 31.
  public var day: Int { parts.day }

  /// Year, month and day of the month in one calculation.
  package var parts: (year: Int, month: Int, day: Int) {
    var rest = Int(daysSince1970) + Self.daysBefore1970
    let cycles = rest / 146_097
    rest %= 146_097
    // The last century of four and the last year of four are one day longer than the division
    // assumes; their last day must not open a fifth.
    let centuries = min(rest / 36_524, 3)
    rest -= centuries * 36_524
    let quads = rest / 1_461
    rest -= quads * 1_461
    let years = min(rest / 365, 3)
    rest -= years * 365
    let monthsSinceMarch = (5 * rest + 2) / 153
    let month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9
    let marchYear = 400 * cycles + 100 * centuries + 4 * quads + years
    return (
      month > 2 ? marchYear : marchYear + 1, month, rest - (153 * monthsSinceMarch + 2) / 5 + 1
    )
  }

  /// The day of the week.
  public var weekday: Weekday {
    // 0001-01-01 was a Monday, the first of the cases.
    Weekday.allCases[Int(daysSince1970 - Day.first.daysSince1970) % 7]
  }
}

extension Day: Comparable {
  public static func < (left: Day, right: Day) -> Bool {
    left.daysSince1970 < right.daysSince1970
  }
}

extension Day {
  /// The day so many days later; earlier if the count is negative.
  ///
  /// - Throws: ``InvalidDay/outOfRange`` if it lies before ``first`` or after ``last``.
  public static func + (day: Day, days: Int) throws(InvalidDay) -> Day {
    let (number, overflow) = Int(day.daysSince1970).addingReportingOverflow(days)
    guard !overflow else { throw .outOfRange }
    return try Day(daysSince1970: number)
  }

  /// The day so many days earlier; later if the count is negative.
  ///
  /// - Throws: ``InvalidDay/outOfRange`` if it lies before ``first`` or after ``last``.
  public static func - (day: Day, days: Int) throws(InvalidDay) -> Day {
    let (number, overflow) = Int(day.daysSince1970).subtractingReportingOverflow(days)
    guard !overflow else { throw .outOfRange }
    return try Day(daysSince1970: number)
  }

  /// How many days the left day lies after the right one; negative if it lies before.
  public static func - (left: Day, right: Day) -> Int {
    Int(left.daysSince1970) - Int(right.daysSince1970)
  }

  /// The day after; nil for ``last``.
  public var next: Day? { self == .last ? nil : Day(unchecked: daysSince1970 + 1) }
  /// The day before; nil for ``first``.
  public var previous: Day? { self == .first ? nil : Day(unchecked: daysSince1970 - 1) }
}
