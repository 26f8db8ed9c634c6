/// Why a text is no exact number.
///
/// The text itself is not kept, for it may be somebody's rating, or stand in the wrong column.
public struct InvalidNumber: DiagnosedError, Hashable, Sendable {
  /// What is wrong with the text; places are counted from 1 in characters.
  public enum Reason: Hashable, Sendable {
    case empty
    /// A character that has no business there.
    case character(Character, position: Int)
    /// A digit is missing at this place.
    case missingDigit(position: Int)
    /// The mark between thousands at this place does not part groups of three digits.
    case grouping(position: Int)
    /// More decimals than can be kept; carries the limit.
    case tooManyDecimals(limit: Int)
    /// Larger than can be kept exactly.
    case tooLarge
    /// A fraction over nought.
    case zeroDenominator
  }

  /// How it was read.
  public let convention: DecimalConvention
  /// What is wrong.
  public let reason: Reason

  /// The problem as a diagnostic, ready to be placed in a file.
  public var diagnostic: Diagnostic {
    let style: [String: DiagnosticValue] = [
      "mark": .text(String(convention.decimalMark)),
      "example": .text(convention == .comma ? "1.234,56" : "1,234.56"),
    ]
    switch reason {
    case .empty: return Diagnostic(.emptyNumber, style)
    case .character(let character, let position):
      var values = style
      values["character"] = .text(String(character))
      values["position"] = .integer(Int64(position))
      return Diagnostic(.numberCharacter, values)
    case .missingDigit(let position):
      return Diagnostic(.numberDigit, ["position": .integer(Int64(position))])
    case .grouping(let position):
      var values = style
      values["position"] = .integer(Int64(position))
      return Diagnostic(.numberGrouping, values)
    case .tooManyDecimals(let limit):
      return Diagnostic(.numberDecimals, ["limit": .integer(Int64(limit))])
    case .tooLarge: return Diagnostic(.largeNumber)
    case .zeroDenominator: return Diagnostic(.zeroDenominator)
    }
  }
}
