/// Replaces national person numbers by opaque codes under a secret key.
///
/// The same number gives the same code under the same key, so that files from different offices
/// join; without the key nobody can tell whose code it is, not even by trying all numbers there
/// are. Keep the key apart from the data, and destroy it to make the codes anonymous for good.
public struct PersonCoder: Sendable {
  private let authentication: MessageAuthentication

  /// The fewest bytes of a key.
  public static let fewestKeyBytes = 16

  /// Prepares a key.
  ///
  /// - Parameter key: At least 16 secret bytes from a source of true randomness; 32 are best.
  /// - Throws: ``InvalidPersonKey`` for a shorter key, or one that repeats a single byte.
  public init(key: some Sequence<UInt8>) throws(InvalidPersonKey) {
    let key = Array(key)
    guard key.count >= Self.fewestKeyBytes, Set(key).count > 1 else {
      throw InvalidPersonKey(byteCount: key.count)
    }
    authentication = MessageAuthentication(key: key)
  }

  /// The code that stands for a number: 32 letters from a to p.
  ///
  /// The code is the first 16 bytes of HMAC-SHA-256 over the 18 digits in ASCII, each byte written
  /// as two letters, the four high bits first and a for zero. Letters alone can never be taken for
  /// a number again.
  public func personID(for number: NationalPersonNumber) -> PersonID {
    let letters = authentication.code(for: number.digits).bytes.prefix(16).flatMap {
      [UInt8(ascii: "a") + ($0 >> 4), UInt8(ascii: "a") + ($0 & 15)]
    }
    return PersonID(stringLiteral: String(decoding: letters, as: UTF8.self))
  }
}

extension PersonCoder: CustomStringConvertible, CustomReflectable {
  /// A description without anything that came from the key.
  public var description: String { "PersonCoder(key: …)" }

  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A key with which numbers could be found out by trying.
public struct InvalidPersonKey: DiagnosedError, Hashable, Sendable {
  /// How many bytes the key has.
  public let byteCount: Int

  /// The problem as a diagnostic.
  public var diagnostic: Diagnostic {
    Diagnostic(
      .weakPersonKey,
      [
        "count": .integer(Int64(byteCount)),
        "fewest": .integer(Int64(PersonCoder.fewestKeyBytes)),
      ])
  }
}
