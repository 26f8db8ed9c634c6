/// What a store keeps for its callers: bytes it never looks into, and the number of their schema.
public struct Payload: Hashable, Sendable {
  /// The version of the bytes' meaning, counted by whoever writes them; 0 to 2³¹ − 1.
  public let schema: Int32
  /// The bytes, returned exactly as they were given, the empty array too.
  public let bytes: [UInt8]

  /// Creates a payload.
  public init(schema: Int32, _ bytes: [UInt8]) {
    self.schema = schema
    self.bytes = bytes
  }

  /// Creates a payload from the UTF-8 bytes of a text.
  public init(schema: Int32, utf8 text: String) {
    self.init(schema: schema, Array(text.utf8))
  }
}

extension Payload {
  /// What is shown in place of a content that was destroyed.
  static let erased = Payload(schema: 0, [])
}
