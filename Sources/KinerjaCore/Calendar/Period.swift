/// A stretch of time for which people are evaluated: a month, quarter, semester or year of the
/// calendar, or any other days.
public struct Period: Hashable, Sendable {
  /// A kind of stretch into which the calendar falls without gap or overlap.
  public enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
    /// A month (*bulan*).
    case month
    /// Three months (*triwulan*).
    case quarter
    /// Six months (*semester*).
    case semester
    /// A calendar year (*tahun*).
    case year

    /// How many months it has.
    public var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .semester: 6
      case .year: 12
      }
    }
  }

  /// What it is of the calendar; nil for other days.
  public let unit: Unit?
  /// The first day.
  public let first: Day
  /// The last day, which is included.
  public let last: Day

  /// The days, which always have an end.
  public var days: DayRange { DayRange(ordered: first, last) }

  init(_ unit: Unit?, _ first: Day, _ last: Day) {
    self.unit = unit
    self.first = first
    self.last = last
  }
}

extension Period {
  /// A month of a year, counted from 1.
  ///
  /// - Throws: ``InvalidPeriod/number(_:_:)`` or ``InvalidPeriod/year(_:)``.
  public static func month(year: Int, _ month: Int) throws(InvalidPeriod) -> Period {
    try Period(.month, month, of: year)
  }

  /// A quarter of a year, counted from 1.
  ///
  /// - Throws: ``InvalidPeriod/number(_:_:)`` or ``InvalidPeriod/year(_:)``.
  public static func quarter(year: Int, _ quarter: Int) throws(InvalidPeriod) -> Period {
    try Period(.quarter, quarter, of: year)
  }

  /// A semester of a year, counted from 1.
  ///
  /// - Throws: ``InvalidPeriod/number(_:_:)`` or ``InvalidPeriod/year(_:)``.
  public static func semester(year: Int, _ semester: Int) throws(InvalidPeriod) -> Period {
    try Period(.semester, semester, of: year)
  }

  /// A calendar year.
  ///
  /// - Throws: ``InvalidPeriod/year(_:)``.
  public static func year(_ year: Int) throws(InvalidPeriod) -> Period {
    try Period(.year, 1, of: year)
  }

  /// Other days, such as those of a mid-year appointment.
  ///
  /// - Throws: ``InvalidPeriod/open(from:)`` if the range has no end.
  public static func custom(_ days: DayRange) throws(InvalidPeriod) -> Period {
    guard let last = days.through else { throw .open(from: days.from) }
    return Period(nil, days.from, last)
  }

  /// The month, quarter, semester or year in which a day lies.
  public static func containing(_ day: Day, _ unit: Unit) -> Period {
    let (year, month, _) = day.parts
    return Period(valid: unit, (month - 1) / unit.months + 1, of: year)
  }

  init(_ unit: Unit, _ number: Int, of year: Int) throws(InvalidPeriod) {
    guard (1...9999).contains(year) else { throw .year(year) }
    guard number >= 1, number <= 12 / unit.months else { throw .number(number, unit) }
    self.init(valid: unit, number, of: year)
  }

  private init(valid unit: Unit, _ number: Int, of year: Int) {
    let lastMonth = number * unit.months
    self.init(
      unit, Day(validYear: year, month: lastMonth - unit.months + 1, day: 1),
      Day(
        validYear: year, month: lastMonth, day: Day.lengthOfMonth(lastMonth, year: year)))
  }

  /// The year, and the number within it counted from 1; nil for other days.
  package var place: (year: Int, number: Int)? {
    guard let unit else { return nil }
    let (year, month, _) = first.parts
    return (year, (month - 1) / unit.months + 1)
  }

  /// The parts of the period that lie in different months, quarters, semesters or years.
  ///
  /// The parts follow each other without gap or overlap and together have exactly the days of the
  /// period. A part that the period's edge cuts off a calendar unit has other days than that unit
  /// and so ``unit`` nil; a period that lies in a single unit is its own only part.
  ///
  /// - Complexity: O(*n*) in the number of parts.
  public func parts(into unit: Unit) -> [Period] {
    var parts: [Period] = []
    var start: Day? = first
    while let day = start, day <= last {
      let whole = Period.containing(day, unit)
      let end = min(whole.last, last)
      let isWhole = day == whole.first && end == whole.last
      parts.append(isWhole ? whole : Period(nil, day, end))
      start = end.next
    }
    return parts.count == 1 ? [self] : parts
  }
}

extension Period: Comparable {
  /// Orders by days; of periods with the same days, the smaller unit stands first and other days last.
  public static func < (left: Self, right: Self) -> Bool {
    if left.days != right.days { return left.days < right.days }
    return (left.unit?.months ?? 99) < (right.unit?.months ?? 99)
  }
}
