/// A moment, the same everywhere, to the second.
///
/// Instants run from 0001-01-01 00:00:00 UTC to 9999-12-31 23:59:59 WIT, so that each has a day in
/// each ``Zone``. The library reads no clock: whoever calls it says what time it is.
public struct Instant: Hashable, Sendable {
  /// Seconds since 1970-01-01 00:00:00 UTC, leap seconds not counted; negative before.
  public let secondsSince1970: Int64

  /// The first instant there is.
  public static let first = Instant(unchecked: Int64(Day.first.daysSince1970) * 86_400)
  /// The last instant there is.
  public static let last = Instant(
    unchecked: Int64(Day.last.daysSince1970) * 86_400 + 86_399 - Zone.wit.secondsAheadOfUTC)

  private init(unchecked seconds: Int64) { secondsSince1970 = seconds }

  init(clamping seconds: Int64) {
    let limits = Self.first.secondsSince1970...Self.last.secondsSince1970
    secondsSince1970 = min(max(seconds, limits.lowerBound), limits.upperBound)
  }

  /// Creates an instant from its number.
  ///
  /// - Parameter secondsSince1970: Seconds since 1970-01-01 00:00:00 UTC, leap seconds not counted.
  /// - Throws: ``InvalidInstant/outOfRange`` before ``first`` and after ``last``.
  public init(secondsSince1970: Int64) throws(InvalidInstant) {
    self.init(clamping: secondsSince1970)
    guard self.secondsSince1970 == secondsSince1970 else { throw .outOfRange }
  }

  /// Creates the instant at which the clocks of a zone show a day and a time.
  ///
  /// - Throws: ``InvalidInstant/time(hour:minute:second:)`` for a time that no clock shows, such as
  ///   24:00:00; ``InvalidInstant/outOfRange``.
  public init(
    _ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0, in zone: Zone
  ) throws(InvalidInstant) {
    try self.init(day, hour, minute, second, secondsAhead: zone.secondsAheadOfUTC)
  }

  init(
    _ day: Day, _ hour: Int, _ minute: Int, _ second: Int, secondsAhead: Int64
  ) throws(InvalidInstant) {
    let isTime =
      (0...23).contains(hour) && (0...59).contains(minute) && (0...59).contains(second)
    guard isTime else { throw .time(hour: hour, minute: minute, second: second) }
    let time = Int64(3_600 * hour + 60 * minute + second)
    try self.init(secondsSince1970: Int64(day.daysSince1970) * 86_400 + time - secondsAhead)
  }

  /// Day and time shown by a clock that is so many seconds ahead of UTC.
  func clock(secondsAhead: Int64) -> (day: Day, hour: Int, minute: Int, second: Int) {
    let seconds = secondsSince1970 - Self.first.secondsSince1970 + secondsAhead
    let (days, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
    // The range of instants keeps the sum inside the calendar in every zone.
    let day = (try? Day.first + Int(days)) ?? .last
    return (day, Int(time / 3_600), Int(time / 60 % 60), Int(time % 60))
  }
}

extension Instant: Comparable {
  public static func < (left: Instant, right: Instant) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }

  /// How many seconds the left instant lies after the right one; negative if it lies before.
  public static func - (left: Instant, right: Instant) -> Int64 {
    left.secondsSince1970 - right.secondsSince1970
  }

  /// The instant so many seconds later; earlier if the count is negative.
  ///
  /// - Throws: ``InvalidInstant/outOfRange``.
  public func advanced(bySeconds seconds: Int64) throws(InvalidInstant) -> Instant {
    let (sum, overflow) = secondsSince1970.addingReportingOverflow(seconds)
    guard !overflow else { throw .outOfRange }
    return try Instant(secondsSince1970: sum)
  }
}
