extension DayRange {
  /// Reads `2026-01-01/2026-06-30`, or `2026-01-01/..` for a range without end (ISO 8601-2).
  ///
  /// - Throws: ``InvalidDayRange``.
  public init(text: some StringProtocol) throws(InvalidDayRange) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .text }
    let from = try Self.day(parts[0])
    try self.init(from: from, through: parts[1] == ".." ? nil : Self.day(parts[1]))
  }

  private static func day(_ text: some StringProtocol) throws(InvalidDayRange) -> Day {
    do {
      return try Day(iso: text)
    } catch {
      throw .day(error)
    }
  }

  /// The range in words, such as "1 January 2026 to 30 June 2026" or "sejak 1 Januari 2026".
  public func text(in language: Language) -> String {
    let first = from.text(in: language)
    guard let through else {
      return LocalizedText(id: "sejak \(first)", en: "from \(first)")[language]
    }
    if through == from { return first }
    let last = through.text(in: language)
    return LocalizedText(id: "\(first) s.d. \(last)", en: "\(first) to \(last)")[language]
  }
}

extension DayRange: CustomStringConvertible {
  /// The text that ``init(text:)`` reads, such as `2026-01-01/2026-06-30`.
  public var description: String { "\(from)/\(through?.description ?? "..")" }
}

extension DayRange: ExpressibleByStringLiteral {
  /// Creates a range from a literal such as `"2026-01-01/2026-06-30"` or `"2026-01-01/.."`.
  ///
  /// A literal that is no range is a programming mistake and stops the program with a sentence;
  /// text from outside goes through ``init(text:)``.
  public init(stringLiteral text: String) {
    do {
      try self.init(text: text)
    } catch {
      preconditionFailure("\"\(text)\": \(error)")
    }
  }
}

/// Why something is no ``DayRange``.
public enum InvalidDayRange: DiagnosedError, Hashable, Sendable {
  /// A text that is not two days with a slash between them.
  case text
  /// One of its days is none.
  case day(InvalidDay)
  /// It would end before it begins.
  case reversed(from: Day, through: Day)
}

extension InvalidDayRange {
  /// The problem as a diagnostic, ready to be placed in a file.
  public var diagnostic: Diagnostic {
    switch self {
    case .text: Diagnostic(.dayRangeText)
    case .day(let problem): problem.diagnostic
    case .reversed(let from, let through):
      Diagnostic(.dayRangeReversed, ["from": .day(from), "through": .day(through)])
    }
  }
}
