/// An exact decimal number: what a declared rounding leaves behind, and what a form prints.
///
/// A 64-bit integer and a count of decimals from 0 to 18, without trailing zeros, so that equal
/// numbers have equal bytes. Every operation is exact or throws. Made from integer and text
/// literals only, such as `let score: Points = "93.86"`; scores and money in rupiah alike fit.
public struct Points: Hashable, Sendable {
  /// The most decimals that can be kept.
  public static let mostPlaces = 18

  /// The number times ten to the power of ``places``.
  package let mantissa: Int64
  /// The decimals needed, from 0 to 18.
  package let places: Int

  /// Creates mantissa ∕ 10^places.
  ///
  /// - Parameter places: From 0 to 18.
  package init(mantissa: Int64, places: Int) {
    precondition((0...Self.mostPlaces).contains(places), "points have 0 to 18 decimals")
    var (mantissa, places) = (mantissa, places)
    while places > 0, mantissa % 10 == 0 {
      mantissa /= 10
      places -= 1
    }
    self.mantissa = mantissa
    self.places = places
  }

  /// Creates ± magnitude ∕ 10^places, if that fits without its trailing zeros.
  init(_ isNegative: Bool, _ magnitude: UInt128, places: Int) throws(ArithmeticError) {
    var (magnitude, places) = (magnitude, places)
    while places > 0, magnitude % 10 == 0 {
      magnitude /= 10
      places -= 1
    }
    let mantissa = Int128(exactly: magnitude).flatMap { Int64(exactly: isNegative ? -$0 : $0) }
    guard let mantissa, places <= Self.mostPlaces else { throw .overflow }
    self.mantissa = mantissa
    self.places = places
  }

  /// Creates a whole number.
  public init(_ integer: Int) {
    self.init(mantissa: Int64(integer), places: 0)
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

extension Points {
  /// Nought.
  public static let zero: Points = 0

  /// −1, 0 or 1.
  public var sign: Int { Int(mantissa.signum()) }

  /// The number, or the nearer end of the range if it lies outside.
  public func clamped(to range: ClosedRange<Points>) -> Points {
    min(max(self, range.lowerBound), range.upperBound)
  }
}

extension Points: Comparable {
  /// Compares exactly; never overflows.
  public static func < (left: Points, right: Points) -> Bool {
    let places = max(left.places, right.places)
    return left.scaled(to: places) < right.scaled(to: places)
  }

  /// The number times 10^places, exact; `places` is at least the number's own and at most 18.
  func scaled(to places: Int) -> Int128 {
    Int128(mantissa) * Int128(UInt64.powerOfTen(places - self.places))
  }
}

extension Points: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int64) { self.init(value) }
}
