public import KinerjaCore

/// What an event says about some days of the world, and when that was recorded.
public struct BitemporalStatement<Value: Sendable>: Sendable {
  /// The days about which it speaks (*waktu berlaku*).
  public let days: DayRange
  /// When it was recorded (*waktu catat*), as the writer's clock said; stores read no clock.
  public let recorded: Instant
  /// What holds on those days; nil if what was said about them before is withdrawn.
  public let value: Value?

  /// Creates a statement.
  public init(_ value: Value?, on days: DayRange, recorded: Instant) {
    self.value = value
    self.days = days
    self.recorded = recorded
  }
}

extension BitemporalStatement: Equatable where Value: Equatable {}
extension BitemporalStatement: Hashable where Value: Hashable {}

/// What was known about a stretch of days, and from which event.
public struct KnownStretch<Value: Sendable>: Sendable {
  /// The days.
  public let days: DayRange
  /// What held on each of them.
  public let value: Value
  /// When it was recorded.
  public let recorded: Instant
  /// The position of the event that says so.
  public let position: UInt64
}

extension KnownStretch: Equatable where Value: Equatable {}
extension KnownStretch: Hashable where Value: Hashable {}
