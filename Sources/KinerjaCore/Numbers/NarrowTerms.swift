/// The terms of a ratio where both fit 64 bits: what nearly all rules reckon with, and many times
/// faster than the wide arithmetic that is right for any ratio.
///
/// Both terms are at most 2⁶³ − 1 in magnitude, so that a product of two has at most 126 bits and
/// a sum of two products 127: nothing here can overflow.
struct NarrowTerms {
  let numerator: Int64
  /// Positive.
  let denominator: Int64

  /// The terms of a ratio; nil if one has more than 63 bits.
  init?(_ ratio: Ratio) {
    guard let numerator = Int64(exactly: ratio.numerator), numerator != .min,
      let denominator = Int64(exactly: ratio.denominator)
    else { return nil }
    self.init(numerator, over: denominator)
  }

  private init(_ numerator: Int64, over denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The reciprocal of a number that is not nought.
  var inverse: Self {
    numerator < 0
      ? Self(-denominator, over: -numerator) : Self(denominator, over: numerator)
  }

  static func + (left: Self, right: Self) -> Ratio {
    if left.denominator == 1, right.denominator == 1 {
      return Ratio(lowest: Int128(left.numerator) &+ Int128(right.numerator), over: 1)
    }
    let shared = divisor(left.denominator, right.denominator)
    let (leftScale, rightScale) = (right.denominator / shared, left.denominator / shared)
    let top = product(left.numerator, leftScale) &+ product(right.numerator, rightScale)
    guard top != 0 else { return .zero }
    // Only a factor of `shared` can still be in common (Knuth, TAOCP 2, 4.5.1).
    let common = shared == 1 ? 1 : divisor(rest(of: top, by: shared), shared)
    guard common != 1 else {
      return Ratio(lowest: top, over: product(rightScale, right.denominator))
    }
    return Ratio(
      lowest: top / Int128(common), over: product(rightScale, right.denominator / common))
  }

  static func * (left: Self, right: Self) -> Ratio {
    // Cancelling crosswise leaves lowest terms.
    let first = divisor(left.numerator, right.denominator)
    let second = divisor(right.numerator, left.denominator)
    return Ratio(
      lowest: product(left.numerator / first, right.numerator / second),
      over: product(left.denominator / second, right.denominator / first))
  }

  static func < (left: Self, right: Self) -> Bool {
    product(left.numerator, right.denominator) < product(right.numerator, left.denominator)
  }

  /// The product, which has at most 126 bits.
  private static func product(_ left: Int64, _ right: Int64) -> Int128 {
    Int128(left) &* Int128(right)
  }

  private static func rest(of number: Int128, by divisor: Int64) -> Int64 {
    if let short = Int64(exactly: number) { return short % divisor }
    return Int64(truncatingIfNeeded: number % Int128(divisor))
  }

  /// The greatest common divisor of a number and a positive one.
  private static func divisor(_ number: Int64, _ positive: Int64) -> Int64 {
    guard positive != 1 else { return 1 }
    var (a, b) = (positive.magnitude, number.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return Int64(a)
  }
}
