/// The days from one day through another, both included, or from a day on without end.
///
/// Ranges are closed because law speaks so: "berlaku 1 Januari sampai dengan 30 Juni" includes the
/// thirtieth. The order of ranges is by first day, then by last.
public struct DayRange: Hashable, Sendable {
  /// The first day.
  public let from: Day
  /// The last day, which is included; nil if there is none.
  public let through: Day?

  /// Creates a range.
  ///
  /// - Parameters:
  ///   - from: The first day.
  ///   - through: The last day, which is included; nil for a range without end.
  /// - Throws: ``InvalidDayRange/reversed(from:through:)`` if it would end before it begins.
  public init(from: Day, through: Day?) throws(InvalidDayRange) {
    if let through, through < from { throw .reversed(from: from, through: through) }
    self.init(ordered: from, through)
  }

  /// Creates a range without end.
  public init(from: Day) { self.init(ordered: from, nil) }

  /// Creates the range of one day.
  public init(only day: Day) { self.init(ordered: day, day) }

  init(ordered from: Day, _ through: Day?) {
    self.from = from
    self.through = through
  }

  /// All days there are.
  public static let always = DayRange(from: .first)
}

extension DayRange {
  /// Whether the range has no last day.
  public var isOpen: Bool { through == nil }

  /// How many days it has; nil if it has no end.
  public var count: Int? { through.map { $0 - from + 1 } }

  /// The last day for comparisons, in which no end and the end of the calendar are the same.
  package var lastDay: Day { through ?? .last }

  /// Whether the day lies in the range.
  public func contains(_ day: Day) -> Bool { from <= day && day <= lastDay }

  /// Whether all days of the other range lie in this one.
  ///
  /// A range without end lies only in a range without end.
  public func encloses(_ other: DayRange) -> Bool {
    from <= other.from && (isOpen || (!other.isOpen && other.lastDay <= lastDay))
  }

  /// Whether the two have a day in common.
  public func overlaps(_ other: DayRange) -> Bool {
    from <= other.lastDay && other.from <= lastDay
  }

  /// The days that both have; nil if there are none.
  public func intersection(_ other: DayRange) -> DayRange? {
    guard overlaps(other) else { return nil }
    let last: Day? =
      switch (through, other.through) {
      case (let one?, let two?): Swift.min(one, two)
      case (let one, nil): one
      case (nil, let two): two
      }
    return DayRange(ordered: Swift.max(from, other.from), last)
  }

  /// Whether one begins on the day after the other ends.
  public func isAdjacent(to other: DayRange) -> Bool {
    (through?.next).map { $0 == other.from } == true
      || (other.through?.next).map { $0 == from } == true
  }
}

extension DayRange: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    if left.from != right.from { return left.from < right.from }
    switch (left.through, right.through) {
    case (let one?, let two?): return one < two
    case (_?, nil): return true
    case (nil, _): return false
    }
  }
}

extension DayRange: Sequence {
  /// Goes through the days in order; without an end, up to ``Day/last``.
  public func makeIterator() -> some IteratorProtocol<Day> {
    let last = lastDay
    return sequence(first: from) { $0 < last ? $0.next : nil }.makeIterator()
  }
}
