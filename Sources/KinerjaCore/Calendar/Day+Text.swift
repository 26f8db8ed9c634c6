extension Day {
  /// Reads a day written as ISO 8601 has it: `2026-02-28`, with four, two and two digits.
  ///
  /// Nothing else is accepted: no spaces, no signs, no other order. For days as they are written
  /// in letters, see ``init(dayFirst:)``.
  ///
  /// - Throws: ``InvalidDay`` with the position of the first character that does not belong, or
  ///   with the reason that the calendar has no such day.
  public init(iso text: some StringProtocol) throws(InvalidDay) {
    try self.init(isoBytes: text.utf8)
  }

  /// Reads a day from the bytes of its ISO 8601 text.
  package init(isoBytes bytes: some Sequence<UInt8>) throws(InvalidDay) {
    var (year, month, day) = (0, 0, 0)
    var position = 0
    for byte in bytes {
      position += 1
      switch position {
      case 1...4: year = try 10 * year + Self.digit(byte, at: position)
      case 6, 7: month = try 10 * month + Self.digit(byte, at: position)
      case 9, 10: day = try 10 * day + Self.digit(byte, at: position)
      case 5, 8: guard byte == UInt8(ascii: "-") else { throw .text(position: position) }
      default: throw .text(position: position)
      }
    }
    guard position == 10 else { throw .text(position: position + 1) }
    try self.init(year: year, month: month, day: day)
  }

  private static func digit(_ byte: UInt8, at position: Int) throws(InvalidDay) -> Int {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
      throw .text(position: position)
    }
    return Int(byte - UInt8(ascii: "0"))
  }

  /// Reads a day as letters and spreadsheets in Indonesia write it, the day of the month first.
  ///
  /// `28/02/2026`, `28-2-2026`, `28.02.2026`, and `28 Februari 2026` with the month's name in
  /// Indonesian or English, in any case. One kind of separator throughout; the year has four
  /// digits. Month-first dates cannot be told apart from these and are read as day-first: use
  /// this reader only where the sender's habit is known.
  ///
  /// - Throws: ``InvalidDay``.
  public init(dayFirst text: some StringProtocol) throws(InvalidDay) {
    guard
      let separator = text.first(where: { "/-. ".contains($0) }),
      case let parts = text.split(separator: separator, omittingEmptySubsequences: false),
      parts.count == 3
    else { throw .form }
    guard
      let day = Self.number(parts[0], digits: 1...2),
      let year = Self.number(parts[2], digits: 4...4),
      let month = separator == " "
        ? MonthNames.number(of: parts[1]) : Self.number(parts[1], digits: 1...2)
    else { throw .form }
    try self.init(year: year, month: month, day: day)
  }

  private static func number(_ text: some StringProtocol, digits: ClosedRange<Int>) -> Int? {
    guard
      digits.contains(text.utf8.count),
      text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    else { return nil }
    return Int(text)
  }

  /// The day in words, such as "28 Februari 2026" or "28 February 2026".
  public func text(in language: Language) -> String {
    let (year, month, day) = parts
    return "\(day) \(MonthNames.name(of: month)[language]) \(year)"
  }
}

extension Day: CustomStringConvertible {
  /// The ISO 8601 text, such as `2026-02-28`.
  public var description: String {
    let (year, month, day) = parts
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// A number that is not negative, with noughts before it.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Day: ExpressibleByStringLiteral {
  /// Creates a day from an ISO 8601 literal in source code.
  ///
  /// A literal that is no day is a programming mistake and stops the program with a sentence; text
  /// from outside goes through ``init(iso:)``.
  public init(stringLiteral text: String) {
    do {
      try self.init(iso: text)
    } catch {
      preconditionFailure("\"\(text)\": \(error)")
    }
  }
}
