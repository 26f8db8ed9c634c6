public import KinerjaCore

/// What a record may be found by: none, one or several values.
public protocol IndexKeys: Sendable {
  /// The values, in any order; one that stands twice counts once.
  var indexValues: [IndexValue] { get }
}

/// One value by which records may be found.
///
/// An enumeration with raw values that are such becomes one by naming the protocol:
/// `extension PlanState: IndexKey {}`. Numbers are exact; a `Double` is none, for what is equal to
/// one depends on how it was computed.
public protocol IndexKey: IndexKeys {
  /// The value.
  var indexValue: IndexValue { get }
}

extension IndexKey {
  public var indexValues: [IndexValue] { [indexValue] }
}

extension IndexKey where Self: RawRepresentable, RawValue: IndexKey {
  public var indexValue: IndexValue { rawValue.indexValue }
}

extension IndexValue: IndexKey {
  public var indexValue: IndexValue { self }
}

extension String: IndexKey {
  public var indexValue: IndexValue { .text(self) }
}

extension Identifier: IndexKey, IndexKeys {
  public var indexValue: IndexValue { .text(text) }
}

extension KeyText: IndexKey {
  public var indexValue: IndexValue { .text(text) }
}

extension Int: IndexKey {
  public var indexValue: IndexValue { .number(Ratio(self)) }
}

extension Int32: IndexKey {
  public var indexValue: IndexValue { .number(Ratio(Int64(self))) }
}

extension Int64: IndexKey {
  public var indexValue: IndexValue { .number(Ratio(self)) }
}

extension Bool: IndexKey {
  /// 1 for true, 0 for false.
  public var indexValue: IndexValue { .number(self ? 1 : 0) }
}

extension Points: IndexKey {
  public var indexValue: IndexValue { .number(Ratio(self)) }
}

extension Ratio: IndexKey {
  public var indexValue: IndexValue { .number(self) }
}

extension Day: IndexKey {
  public var indexValue: IndexValue { .day(self) }
}

extension Instant: IndexKey {
  public var indexValue: IndexValue { .instant(self) }
}

extension Optional: IndexKeys where Wrapped: IndexKeys {
  /// Those of the value; none for nil.
  public var indexValues: [IndexValue] { self?.indexValues ?? [] }
}

extension Array: IndexKeys where Element: IndexKeys {
  public var indexValues: [IndexValue] { flatMap(\.indexValues) }
}

extension Set: IndexKeys where Element: IndexKeys {
  public var indexValues: [IndexValue] { flatMap(\.indexValues) }
}
