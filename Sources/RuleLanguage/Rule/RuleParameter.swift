public import KinerjaCore

/// A figure that law, a region or this library chose, apart from the steps that use it.
///
/// Who chose a value is the standing of its source, a `LegalSource`; whether a region may choose
/// another is said by ``bounds``.
public struct RuleParameter: Sendable, Hashable {
  /// A value and the days on which it holds.
  public struct Value: Sendable, Hashable {
    /// The value, never a missing one.
    public let value: RuleValue
    /// The days on which it holds.
    public let effective: DayRange
    /// Who says so, and how far that may be relied on.
    public let source: LegalSource

    /// Creates a dated value.
    public init(_ value: RuleValue, _ effective: DayRange, _ source: LegalSource) {
      self.value = value
      self.effective = effective
      self.source = source
    }
  }

  /// The name that formulas use.
  public let id: ParameterID
  /// What it is called.
  public let title: LocalizedText
  /// In what it is measured; nil for a number whose unit nobody checks.
  public let unit: MeasurementUnit?
  /// Its values over time; no two for one day.
  public package(set) var values: [Value]
  /// What a region may choose; nil if the parameter is closed to regions.
  public package(set) var bounds: ParameterBounds?

  /// Creates a parameter with one value.
  public init(
    _ id: ParameterID, _ title: LocalizedText, _ value: RuleValue, _ effective: DayRange,
    _ source: LegalSource, unit: MeasurementUnit? = nil
  ) {
    self.init(id, title, [Value(value, effective, source)], unit: unit)
  }

  /// Creates a parameter.
  public init(
    _ id: ParameterID, _ title: LocalizedText, _ values: [Value], unit: MeasurementUnit? = nil
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.values = values
  }

  /// The value that holds on a day; nil if there is none.
  public func value(on day: Day) -> Value? { values.first { $0.effective.contains(day) } }
}
