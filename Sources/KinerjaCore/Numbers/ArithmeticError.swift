/// Why an exact calculation has no result.
public enum ArithmeticError: String, Error, Hashable, Sendable, Codable, CaseIterable {
  /// The exact result does not fit the type.
  case overflow
  /// A division by zero.
  case divisionByZero
  /// A mean of nothing.
  case nothingToAverage
}
