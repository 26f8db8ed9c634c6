public import KinerjaCore

/// How long one sort of record must be kept, and on what ground.
public struct RetentionRule: Hashable, Sendable {
  /// The collection that it is about, with all whose names go on after a slash: `enrolments` also
  /// means `enrolments/2026-s1`.
  public let collection: KeyText
  /// Whole years from the day on which the matter was closed.
  public let years: Int
  /// What demands it.
  public let source: LegalSource

  /// Creates a rule; fewer than 0 years count as 0, more than 9 998 as that.
  public init(_ collection: KeyText, years: Int, source: LegalSource) {
    self.collection = collection
    self.years = min(max(years, 0), 9_998)
    self.source = source
  }

  func covers(_ other: KeyText) -> Bool {
    other == collection || other.text.hasPrefix(collection.text + "/")
  }

  /// The last day on which something must still be kept.
  func lastDay(closed: Day) -> Day {
    let year = closed.year + years
    guard year <= 9_999 else { return .last }
    if let day = try? Day(year: year, month: closed.month, day: closed.day) { return day }
    // 29 February in a year without one: the period ends with that month (one day earlier).
    return (try? Day(year: year, month: 2, day: 28)) ?? .last
  }
}

/// Which records must be kept until when, by rules that the embedder states; none are built in.
public struct RetentionSchedule: Hashable, Sendable {
  /// The rules; where several cover a collection, the longest period counts.
  public let rules: [RetentionRule]

  /// Creates a schedule.
  public init(_ rules: [RetentionRule]) { self.rules = rules }

  /// What the schedule says of one matter.
  public enum Answer: Hashable, Sendable {
    /// It must be kept through this day.
    case keep(through: Day, by: RetentionRule)
    /// It may be erased; the rule's period ended with this day.
    case mayErase(after: Day, by: RetentionRule)
    /// The matter is not closed, so no period runs yet.
    case open
    /// No rule covers the collection: a person must decide.
    case noRule
  }

  /// Says whether something may be erased.
  ///
  /// - Parameters:
  ///   - collection: Where it lies.
  ///   - closed: When the matter was closed; nil if it is not.
  ///   - day: The day on which one asks.
  public func answer(for collection: KeyText, closed: Day?, on day: Day) -> Answer {
    let covering = rules.filter { $0.covers(collection) }
    guard let first = covering.first else { return .noRule }
    guard let closed else { return .open }
    let rule = covering.dropFirst().reduce(first) { $1.years > $0.years ? $1 : $0 }
    let last = rule.lastDay(closed: closed)
    return day > last ? .mayErase(after: last, by: rule) : .keep(through: last, by: rule)
  }
}
