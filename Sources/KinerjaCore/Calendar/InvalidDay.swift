/// Why something is no ``Day``.
///
/// The text itself is not kept: in a file whose columns slipped it may be anything.
public enum InvalidDay: DiagnosedError, Hashable, Sendable {
  /// A character that does not belong in `YYYY-MM-DD`, or the end of the text where one is missing;
  /// its position is counted from 1.
  case text(position: Int)
  /// A text that is not written day first, as ``Day/init(dayFirst:)`` wants it.
  case form
  /// A month that is not 1 to 12.
  case month(Int)
  /// A day that the month does not have.
  case dayOfMonth(Int, month: Int, year: Int)
  /// A day before the year 1 or after the year 9999.
  case outOfRange
}

extension InvalidDay {
  /// The problem as a diagnostic, ready to be placed in a file.
  public var diagnostic: Diagnostic {
    switch self {
    case .text(let position):
      Diagnostic(.dayText, ["position": .integer(Int64(position))])
    case .form:
      Diagnostic(.dayFirstText)
    case .month(let month):
      Diagnostic(.noSuchMonth, ["month": .integer(Int64(month))])
    case .dayOfMonth(let day, let month, let year):
      Diagnostic(
        .noSuchDay,
        [
          "day": .integer(Int64(day)), "month": .localized(MonthNames.name(of: month)),
          "year": .integer(Int64(year)),
          "length": .integer(Int64(Day.lengthOfMonth(month, year: year))),
        ])
    case .outOfRange:
      Diagnostic(.dayOutOfRange)
    }
  }
}
