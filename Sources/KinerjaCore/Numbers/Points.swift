/// An exact decimal number: what a declared rounding leaves behind, and what a form prints.
///
/// A 64-bit integer and a count of decimals, without trailing zeros, so that equal numbers have
/// equal bytes. Made from integer and text literals only.
public struct Points: Hashable, Sendable {
  /// The most decimals that can be kept.
  public static let mostPlaces = 18

  /// The number times ten to the power of ``places``.
  package let mantissa: Int64
  /// The decimals needed, from 0 to 18.
  package let places: Int

  /// Creates mantissa ∕ 10^places.
  package init(mantissa: Int64, places: Int) {
    var (mantissa, places) = (mantissa, places)
    while places > 0, mantissa % 10 == 0 {
      mantissa /= 10
      places -= 1
    }
    self.mantissa = mantissa
    self.places = places
  }

  /// Creates a whole number.
  public init(_ integer: Int64) {
    self.init(mantissa: integer, places: 0)
  }

  /// Creates the same number, if it is a decimal that fits.
  public init?(exactly ratio: Ratio) {
    guard
      let rounded = try? ratio.rounded(to: Self.mostPlaces, .down), Ratio(rounded) == ratio
    else { return nil }
    self = rounded
  }
}
