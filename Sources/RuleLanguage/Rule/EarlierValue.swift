public import KinerjaCore

/// What a step gave for an earlier period, handed in so that it may be carried forward.
public struct EarlierValue: Sendable, Hashable {
  /// The value that the step gave then.
  public let value: RuleValue
  /// The last day of the period for which it was given.
  public let day: Day

  /// Creates an earlier value.
  public init(_ value: RuleValue, on day: Day) {
    self.value = value
    self.day = day
  }
}

extension EarlierValue: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: "{\"value\": 80, \"day\": \"2025-12-31\"}")
    else {
      return nil
    }
    let value = object.required("value", RuleValue.self)
    let day = object.required("day", Day.self)
    object.finish()
    guard let value, let day else { return nil }
    self.init(value, on: day)
  }

  public var json: JSONValue { ["value": value.json, "day": day.json] }
}
