/// Why a text is no ``Identifier``.
///
/// The text itself is not kept, for it may be somebody's name.
public struct InvalidIdentifier: DiagnosedError, Hashable, Sendable {
  /// What is wrong with the text.
  public enum Reason: Hashable, Sendable {
    case empty
    /// Longer than 96 characters; carries the length found.
    case tooLong(Int)
    /// A character outside the alphabet, or a first one that is no letter or digit; its place is
    /// counted from 1 in characters.
    case character(Character, position: Int)
    /// A national person number (NIP) or citizen's number (NIK), which no file may carry.
    case personNumber
  }

  /// What it was to name.
  public let kind: LocalizedText
  /// What is wrong.
  public let reason: Reason

  /// The problem as a diagnostic, ready to be placed in a file.
  public var diagnostic: Diagnostic {
    switch reason {
    case .empty:
      Diagnostic(.emptyIdentifier, ["kind": .localized(kind)])
    case .tooLong(let length):
      Diagnostic(
        .longIdentifier,
        ["kind": .localized(kind), "length": .integer(Int64(length)), "limit": .integer(96)])
    case .character(let character, let position):
      Diagnostic(
        .identifierCharacter,
        [
          "kind": .localized(kind), "character": .text(String(character)),
          "position": .integer(Int64(position)),
        ])
    case .personNumber:
      Diagnostic(.personNumberAsCode, ["kind": .localized(kind)])
    }
  }
}

extension InvalidIdentifier.Reason {
  init?(checking text: String) {
    if text.isEmpty {
      self = .empty
      return
    }
    let wrong = text.utf8.enumerated().first { !Self.allows($0.element, first: $0.offset == 0) }
    if let wrong, let (character, position) = text.character(atByte: wrong.offset) {
      self = .character(character, position: position)
      return
    }
    guard text.utf8.count > 96 else { return nil }
    self = .tooLong(text.utf8.count)
  }

  private static func allows(_ byte: UInt8, first: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"):
      !first
    default:
      false
    }
  }
}
