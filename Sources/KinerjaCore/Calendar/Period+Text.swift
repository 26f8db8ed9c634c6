extension Period {
  /// Reads `2026`, `2026-S1`, `2026-Q3`, `2026-02`, or `2026-01-15/2026-03-31` for other days.
  ///
  /// - Throws: ``InvalidPeriod``.
  public init(text: some StringProtocol) throws(InvalidPeriod) {
    if text.contains("/") {
      let days: DayRange
      do {
        days = try DayRange(text: text)
      } catch {
        throw .days(error)
      }
      self = try .custom(days)
      return
    }
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let year = Self.digits(parts[0], 4) else { throw .text }
    guard parts.count == 2 else {
      self = try .year(year)
      return
    }
    if let month = Self.digits(parts[1], 2) {
      self = try .month(year: year, month)
    } else if parts[1].first == "S", let semester = Self.digits(parts[1].dropFirst(), 1) {
      self = try .semester(year: year, semester)
    } else if parts[1].first == "Q", let quarter = Self.digits(parts[1].dropFirst(), 1) {
      self = try .quarter(year: year, quarter)
    } else {
      throw .text
    }
  }

  private static func digits(_ text: some StringProtocol, _ count: Int) -> Int? {
    guard
      text.utf8.count == count,
      text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    else { return nil }
    return Int(text)
  }

  /// The period in words, such as "Semester I 2026", "Triwulan III 2026" or "Februari 2026".
  public var label: LocalizedText {
    guard let unit, let (year, number) = place else {
      return LocalizedText(id: days.text(in: .indonesian), en: days.text(in: .english))
    }
    let numeral = ["I", "II", "III", "IV"]
    switch unit {
    case .month:
      let name = MonthNames.name(of: number)
      return LocalizedText(id: "\(name.indonesian) \(year)", en: "\(name.english) \(year)")
    case .quarter:
      return LocalizedText(
        id: "Triwulan \(numeral[number - 1]) \(year)", en: "Quarter \(numeral[number - 1]) \(year)")
    case .semester:
      return LocalizedText(same: "Semester \(numeral[number - 1]) \(year)")
    case .year:
      return LocalizedText(id: "Tahun \(year)", en: "Year \(year)")
    }
  }

  /// The period in words, in one language.
  public func label(in language: Language) -> String { label[language] }
}

extension Period: CustomStringConvertible {
  /// The text that ``init(text:)`` reads, such as `2026-S1`.
  public var description: String {
    guard let unit, let (year, number) = place else { return days.description }
    let start = padded(year, to: 4)
    switch unit {
    case .month: return "\(start)-\(padded(number, to: 2))"
    case .quarter: return "\(start)-Q\(number)"
    case .semester: return "\(start)-S\(number)"
    case .year: return start
    }
  }
}

extension Period: ExpressibleByStringLiteral {
  /// Creates a period from a literal such as `"2026-S1"`.
  ///
  /// A literal that is no period is a programming mistake and stops the program with a sentence;
  /// text from outside goes through ``init(text:)``.
  public init(stringLiteral text: String) {
    do {
      try self.init(text: text)
    } catch {
      preconditionFailure("\"\(text)\": \(error)")
    }
  }
}

/// Why something is no ``Period``.
public enum InvalidPeriod: DiagnosedError, Hashable, Sendable {
  /// A text in none of the forms of a period.
  case text
  /// A year that is not 1 to 9999.
  case year(Int)
  /// A number that a year has not, such as semester 3.
  case number(Int, Period.Unit)
  /// Days without an end.
  case open(from: Day)
  /// The days given are no range.
  case days(InvalidDayRange)
}

extension InvalidPeriod {
  /// The problem as a diagnostic, ready to be placed in a file.
  public var diagnostic: Diagnostic {
    switch self {
    case .text: Diagnostic(.periodText)
    case .year(let year): Diagnostic(.periodYear, ["year": .integer(Int64(year))])
    case .number(let number, let unit):
      Diagnostic(
        .periodNumber,
        [
          "unit": .localized(unit.name), "number": .integer(Int64(number)),
          "most": .integer(Int64(12 / unit.months)),
        ])
    case .open(let day): Diagnostic(.openPeriod, ["from": .day(day)])
    case .days(let problem): problem.diagnostic
    }
  }
}

extension Period.Unit {
  /// The word for it, such as "triwulan" or "quarter".
  public var name: LocalizedText {
    switch self {
    case .month: LocalizedText(id: "bulan", en: "month")
    case .quarter: LocalizedText(id: "triwulan", en: "quarter")
    case .semester: LocalizedText(same: "semester")
    case .year: LocalizedText(id: "tahun", en: "year")
    }
  }
}
