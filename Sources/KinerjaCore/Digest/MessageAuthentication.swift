/// The keyed hash of a message, HMAC-SHA-256 (RFC 2104, FIPS 198-1).
///
/// Who does not have the key can neither make the code of a message nor find the message from the
/// code by trying all messages there are.
package struct MessageAuthentication: Sendable {
  private let inner: SHA256
  private let outer: SHA256

  /// Prepares a key.
  ///
  /// - Parameter key: Secret bytes of any number; 32 random ones are best.
  package init(key: some Sequence<UInt8>) {
    var block = Array(key)
    if block.count > 64 { block = SHA256.hash(block).bytes }
    block += [UInt8](repeating: 0, count: 64 - block.count)
    var (inner, outer) = (SHA256(), SHA256())
    inner.update(block.map { $0 ^ 0x36 })
    outer.update(block.map { $0 ^ 0x5c })
    (self.inner, self.outer) = (inner, outer)
  }

  /// The code of a message.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package func code(for message: some Sequence<UInt8>) -> Digest {
    var (inner, outer) = (inner, outer)
    inner.update(message)
    outer.update(inner.finalize().bytes)
    return outer.finalize()
  }
}

extension MessageAuthentication: CustomStringConvertible, CustomReflectable {
  /// A description without anything that came from the key.
  package var description: String { "MessageAuthentication(key: …)" }

  package var customMirror: Mirror { Mirror(self, children: []) }
}
