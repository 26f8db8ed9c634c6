/// A JSON value without places: what is written.
///
/// Objects have no order; writing sorts their keys by bytes, so that the order in which they were
/// put together does not show. Null is written ``null``, never `nil`: where a value may be absent,
/// `nil` leaves the member out.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// A whole number.
  public static func integer(_ integer: Int64) -> JSONValue { .number(JSONNumber(integer)) }

  /// An object of those members that have a value; the others are left out.
  ///
  /// - Precondition: No key stands twice.
  public static func object(of members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    var object: [String: JSONValue] = [:]
    for (key, value) in members {
      guard let value else { continue }
      precondition(object.updateValue(value, forKey: key) == nil, "the key \(key) stands twice")
    }
    return .object(object)
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
  }
}
