import Foundation

extension JSONValue: Codable {
  /// Reads any value that a coder offers.
  ///
  /// `JSONDecoder` hands over numbers that are not whole with 38 digits; other coders with those of
  /// a `Double`. Text that must be exact at any length is read by ``JSONDocument`` instead.
  public init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: AnyKey.self) {
      self = .object(
        Dictionary(
          try object.allKeys.map { ($0.stringValue, try object.decode(Self.self, forKey: $0)) },
          uniquingKeysWith: { $1 }))
      return
    }
    if var array = try? decoder.unkeyedContainer() {
      var elements: [JSONValue] = []
      while !array.isAtEnd { elements.append(try array.decode(Self.self)) }
      self = .array(elements)
      return
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let integer = try? container.decode(Int64.self) {
      self = .integer(integer)
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let decimal = try? container.decode(Decimal.self),
      let number = JSONNumber(decimal.description)
    {
      self = .number(number)
    } else if let number = JSONNumber(try container.decode(Double.self).description) {
      self = .number(number)
    } else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a number that is not finite is no JSON")
    }
  }

  /// Writes the value through any coder.
  ///
  /// - Throws: `EncodingError` for a number that the coder's `Double` cannot hold exactly; exact
  ///   figures of definitions are written as text.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let members):
      var container = encoder.container(keyedBy: AnyKey.self)
      for (key, value) in members.sorted(by: { $0.key < $1.key }) {
        try container.encode(value, forKey: AnyKey(stringValue: key))
      }
    case .array(let elements):
      var container = encoder.unkeyedContainer()
      for element in elements { try container.encode(element) }
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let bool):
      var container = encoder.singleValueContainer()
      try container.encode(bool)
    case .string(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .number(let number):
      var container = encoder.singleValueContainer()
      if let integer = number.integer {
        try container.encode(integer)
      } else if let double = Double(number.text), JSONNumber(double.description) == number {
        try container.encode(double)
      } else {
        throw EncodingError.invalidValue(
          number.text,
          .init(
            codingPath: encoder.codingPath,
            debugDescription: "the number has more digits than a Double; write it as text"))
      }
    }
  }

  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
