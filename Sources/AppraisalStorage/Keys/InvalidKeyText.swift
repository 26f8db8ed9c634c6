public import KinerjaCore

/// Why a text is no ``KeyText``.
public enum InvalidKeyText: DiagnosedError, Hashable, Sendable {
  /// Empty, or longer than ``KeyText/greatestLength``; carries the length in bytes.
  case length(Int)
  /// A byte outside the alphabet, or a first one that is no letter or digit; its place is counted
  /// from 1.
  case byte(UInt8, position: Int)

  /// The problem as a diagnostic; the text itself is left out, for it may name a person.
  public var diagnostic: Diagnostic {
    switch self {
    case .length(let length):
      Diagnostic(
        .keyLength,
        ["length": .integer(Int64(length)), "limit": .integer(Int64(KeyText.greatestLength))])
    case .byte(let byte, let position):
      Diagnostic(
        .keyByte, ["byte": .integer(Int64(byte)), "position": .integer(Int64(position))])
    }
  }
}
