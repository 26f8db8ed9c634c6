/// How a decimal number is written.
public enum DecimalConvention: String, Sendable, Hashable, Codable, CaseIterable {
  /// "1.234,56": comma before the decimals, points between thousands, as in Indonesia.
  case comma
  /// "1,234.56": point before the decimals, commas between thousands.
  case point

  var decimalMark: Character { self == .comma ? "," : "." }
  var thousandsMark: Character { self == .comma ? "." : "," }
}
