import KinerjaCore

/// Part of a key in a store: short text over a restricted ASCII alphabet.
///
/// Letters `A–Z a–z`, digits, and `. - _ : /` are allowed; the first character is a letter or a
/// digit; the length is 1 to 200. Keys are equal when their bytes are equal and are ordered by
/// bytes, so that memory, folders and databases agree whatever their collation. The slash joins
/// identifiers, as in `2026-s1/p0117`.
public struct KeyText: Hashable, Sendable {
  /// The most bytes that a key may have: room for two identifiers and the slash between them.
  public static let greatestLength = 200

  /// The text as it was given.
  public let text: String

  /// Creates a key from text that may come from anywhere.
  ///
  /// - Throws: ``InvalidKeyText`` with the length or the place of the first character at fault.
  public init(_ text: some StringProtocol) throws(InvalidKeyText) {
    let text = String(text)
    for (offset, byte) in text.utf8.enumerated() where !Self.allows(byte, first: offset == 0) {
      throw .byte(byte, position: offset + 1)
    }
    guard (1...Self.greatestLength).contains(text.utf8.count) else {
      throw .length(text.utf8.count)
    }
    self.text = text
  }

  init(unchecked text: String) { self.text = text }

  private static func allows(_ byte: UInt8, first: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"),
      UInt8(ascii: "/"):
      !first
    default:
      false
    }
  }
}

extension KeyText: Comparable {
  /// Orders by bytes.
  public static func < (left: Self, right: Self) -> Bool {
    // For ASCII the order of strings is the order of bytes, and far quicker than a walk over them.
    left.text < right.text
  }
}

extension KeyText: CustomStringConvertible {
  public var description: String { text }
}

extension KeyText: ExpressibleByStringLiteral {
  /// Creates a key from a literal in source code.
  ///
  /// A literal that breaks the alphabet is a programming mistake and stops the program with a
  /// sentence; text from outside goes through `init(_:)`.
  public init(stringLiteral value: String) {
    do {
      try self.init(value)
    } catch {
      preconditionFailure(error.description)
    }
  }
}
