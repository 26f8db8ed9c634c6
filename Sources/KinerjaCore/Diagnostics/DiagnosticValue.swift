/// A particular of a ``Diagnostic``, kept as data until a sentence is wanted.
public enum DiagnosticValue: Sendable, Hashable {
  case text(String)
  case localized(LocalizedText)
  case integer(Int64)
  case number(Ratio)
  case day(Day)
  /// A list, written with commas.
  case list([String])
}

extension DiagnosticValue {
  /// The value as a reader of the language writes it, on one line.
  ///
  /// Of a text, what could not be seen is named: a space that does not break is `U+00A0`.
  public func text(in language: Language) -> String {
    switch self {
    case .text(let text): text.printable
    case .localized(let text): text[language]
    case .integer(let integer): String(integer)
    case .number(let ratio): ratio.text(language.decimalConvention)
    case .day(let day): day.description
    case .list(let items): items.joined(separator: ", ").printable
    }
  }
}

extension DiagnosticValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
}
