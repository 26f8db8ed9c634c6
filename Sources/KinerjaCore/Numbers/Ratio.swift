/// An exact rational number, in lowest terms, with a positive denominator.
///
/// Every operation is exact or throws; nothing is rounded except by ``rounded(to:_:)``. An
/// operation throws ``ArithmeticError/overflow`` only if its result does not fit: numerator and
/// denominator, in lowest terms, are at most 2¹²⁷ − 1. Made from integer and text literals only,
/// such as `let share: Ratio = "0.25"` or `"1/3"`, so that no figure passes through binary
/// floating point.
public struct Ratio: Hashable, Sendable {
  /// The numerator; its sign is the number's.
  public let numerator: Int128
  /// The denominator, positive and without a factor in common with the numerator.
  public let denominator: Int128

  /// Trusts that the terms are lowest, the denominator positive and neither is `Int128.min`.
  init(lowest numerator: Int128, over denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Creates a whole number.
  public init(_ integer: Int) {
    self.init(lowest: Int128(integer), over: 1)
  }

  /// Creates a whole number.
  public init(_ integer: Int64) {
    self.init(lowest: Int128(integer), over: 1)
  }

  /// Creates the quotient of two whole numbers.
  ///
  /// - Throws: ``ArithmeticError/divisionByZero``, or ``ArithmeticError/overflow`` if a term is
  ///   −2¹²⁷ and cannot be reduced.
  public init(_ numerator: Int128, over denominator: Int128) throws(ArithmeticError) {
    guard denominator != 0 else { throw .divisionByZero }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    try self.init(
      negative: (numerator < 0) != (denominator < 0),
      lowest: numerator.magnitude / divisor, over: denominator.magnitude / divisor)
  }

  /// Creates the same number as a decimal.
  public init(_ points: Points) {
    let scale = UInt64.powerOfTen(points.places)
    let divisor = Self.greatestCommonDivisor(UInt128(points.mantissa.magnitude), UInt128(scale))
    self.init(
      lowest: Int128(points.mantissa) / Int128(divisor), over: Int128(scale) / Int128(divisor))
  }

  /// Signs terms that are lowest already, if they fit.
  init(
    negative: Bool, lowest numerator: UInt128, over denominator: UInt128
  ) throws(ArithmeticError) {
    guard let top = Int128(exactly: numerator), let bottom = Int128(exactly: denominator) else {
      throw .overflow
    }
    self.init(lowest: negative ? -top : top, over: bottom)
  }

  /// The greatest common divisor; that of 0 and 0 counts as 1.
  static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (a, b) = (left, right)
    while b != 0 {
      if var x = UInt64(exactly: a), var y = UInt64(exactly: b) {
        while y != 0 { (x, y) = (y, x % y) }
        return UInt128(x)
      }
      (a, b) = (b, a % b)
    }
    return max(a, 1)
  }
}

extension Ratio {
  /// Nought.
  public static let zero: Ratio = 0
  /// One.
  public static let one: Ratio = 1
  /// One hundred, the base of a per cent.
  public static let hundred: Ratio = 100

  /// Whether it is a whole number.
  public var isWhole: Bool { denominator == 1 }
  /// −1, 0 or 1.
  public var sign: Int { numerator == 0 ? 0 : numerator < 0 ? -1 : 1 }
  /// The number without its sign.
  public var magnitude: Ratio { numerator < 0 ? -self : self }

  /// The number, or the nearer end of the range if it lies outside.
  public func clamped(to range: ClosedRange<Ratio>) -> Ratio {
    min(max(self, range.lowerBound), range.upperBound)
  }
}

extension Ratio: Comparable {
  /// Compares exactly; never overflows.
  public static func < (left: Ratio, right: Ratio) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    if let a = NarrowTerms(left), let b = NarrowTerms(right) { return a < b }
    if left.sign != right.sign { return left.sign < right.sign }
    let a = WideNumber(left.numerator.magnitude, times: right.denominator.magnitude)
    let b = WideNumber(right.numerator.magnitude, times: left.denominator.magnitude)
    return left.sign < 0 ? b < a : a < b
  }
}

extension Ratio: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int64) { self.init(value) }
}
