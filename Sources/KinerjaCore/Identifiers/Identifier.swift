/// A name that a machine keeps: a short text over a restricted ASCII alphabet, typed by what it names.
///
/// Letters `A–Z a–z`, digits, and `. - _ :` are allowed; the first character is a letter or a
/// digit; the length is 1 to 96. Two identifiers are equal when their bytes are equal: case
/// counts, and no two spellings of one accented letter can exist. `Kind` keeps a person's
/// identifier from being passed where a unit's is wanted, at no cost while running.
public struct Identifier<Kind: IdentifierKind>: Hashable, Sendable {
  /// The text as it was given.
  public let text: String

  /// Creates an identifier from text that may come from anywhere.
  ///
  /// - Throws: ``InvalidIdentifier`` with the first offending character and its position, or with
  ///   the reason of the kind.
  public init(_ text: some StringProtocol) throws(InvalidIdentifier) {
    let text = String(text)
    if let reason = Kind.reason(toRefuse: text) ?? InvalidIdentifier.Reason(checking: text) {
      throw InvalidIdentifier(kind: Kind.label, reason: reason)
    }
    self.text = text
  }
}

/// What an ``Identifier`` names; a type without instances.
public protocol IdentifierKind: Sendable {
  /// The word for it in messages, such as "person".
  static var label: LocalizedText { get }
  /// Why this kind refuses a text for what it says, whatever its alphabet; nil if it does not.
  static func reason(toRefuse text: String) -> InvalidIdentifier.Reason?
}

extension IdentifierKind {
  public static func reason(toRefuse text: String) -> InvalidIdentifier.Reason? { nil }
}

extension Identifier: Comparable {
  /// Orders by bytes, so that every machine and every database agrees.
  public static func < (left: Self, right: Self) -> Bool {
    left.text.precedesByBytes(right.text)
  }
}

extension Identifier: CustomStringConvertible {
  public var description: String { text }
}

extension Identifier: ExpressibleByStringLiteral {
  /// Creates an identifier from a literal in source code.
  ///
  /// A literal that breaks the alphabet is a programming mistake and stops the program with a
  /// sentence; text from outside goes through ``init(_:)``.
  public init(stringLiteral value: String) {
    do {
      try self.init(value)
    } catch {
      preconditionFailure(error.description)
    }
  }
}

extension Identifier: CodingKeyRepresentable {
  public var codingKey: any CodingKey { IdentifierCodingKey(stringValue: text) }

  public init?(codingKey: some CodingKey) {
    try? self.init(codingKey.stringValue)
  }
}

private struct IdentifierCodingKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
