public import KinerjaCore

/// A day told by its distance from the first or the last day of a period, such as 14 days after
/// the end: so one process serves every period.
public struct PeriodDay: Sendable, Hashable {
  /// The day from which is counted.
  public enum Anchor: String, Sendable, Hashable, CaseIterable, DefinitionValue {
    /// The period's first day.
    case start
    /// The period's last day.
    case end
  }

  /// The day from which is counted.
  public let anchor: Anchor
  /// How many days after it; negative before.
  public let days: Int

  /// Creates a day.
  public init(_ anchor: Anchor, plus days: Int = 0) {
    self.anchor = anchor
    self.days = days
  }

  /// The day in a period; nil if it lies outside the calendar.
  public func day(in period: Period) -> Day? {
    try? (anchor == .start ? period.first : period.last) + days
  }
}

extension PeriodDay: Definition {
  /// Reads `{"from": "end", "days": 14}`; without `days` it is the first or last day itself.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let anchor = object.required("from", Anchor.self)
    let days = object.optional("days", default: 0)
    object.finish()
    guard let anchor, let days else { return nil }
    self.init(anchor, plus: days)
  }

  public var json: JSONValue { ["from": anchor.json, "days": days.json] }
}
