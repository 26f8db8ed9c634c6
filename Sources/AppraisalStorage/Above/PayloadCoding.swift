/// A way to turn values into payloads and back.
///
/// ``PayloadCodec`` does it for the values of definition files, ``CodableCodec`` for any `Codable`.
public protocol PayloadCoding: Sendable {
  /// What is turned into payloads.
  associatedtype Value: Sendable

  /// Writes a value; equal values give equal bytes.
  func encode(_ value: Value) throws(PayloadError) -> Payload

  /// Reads a value, also one that was written under an earlier schema.
  func decode(_ payload: Payload) throws(PayloadError) -> Value
}
