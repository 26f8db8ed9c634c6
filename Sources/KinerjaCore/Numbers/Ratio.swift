/// An exact rational number, in lowest terms, with a positive denominator.
///
/// Every operation is exact or throws; nothing is rounded except by ``rounded(to:_:)``. Made from
/// integer and text literals only, so that no figure passes through binary floating point.
public struct Ratio: Hashable, Sendable {
  /// The numerator; its sign is the number's.
  public let numerator: Int128
  /// The denominator, positive and without a factor in common with the numerator.
  public let denominator: Int128

  private init(lowest numerator: Int128, over denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Creates a whole number.
  public init(_ integer: some FixedWidthInteger & SignedInteger) {
    self.init(lowest: Int128(integer), over: 1)
  }

  /// Creates the quotient of two whole numbers.
  ///
  /// - Throws: ``ArithmeticError/divisionByZero``, or ``ArithmeticError/overflow`` for the one
  ///   numerator that has no magnitude.
  public init(_ numerator: Int128, over denominator: Int128) throws(ArithmeticError) {
    guard denominator != 0 else { throw .divisionByZero }
    guard numerator != .min, denominator != .min else { throw .overflow }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.init(
      lowest: sign * (numerator / Int128(divisor)), over: sign * (denominator / Int128(divisor)))
  }

  /// Creates the same number as a decimal.
  public init(_ points: Points) {
    let scale = Int128.powerOfTen(points.places)
    let divisor = Self.greatestCommonDivisor(Int128(points.mantissa).magnitude, scale.magnitude)
    self.init(
      lowest: Int128(points.mantissa) / Int128(divisor), over: scale / Int128(divisor))
  }

  static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (a, b) = (left, right)
    while b != 0 {
      if let small = UInt64(exactly: a), let smaller = UInt64(exactly: b) {
        var (x, y) = (small, smaller)
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
  public var sign: Int { numerator.signum().intValue }
}

extension Int128 {
  fileprivate var intValue: Int { Int(truncatingIfNeeded: self) }

  /// Ten to a power from 0 to 38.
  static func powerOfTen(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

// MARK: - Arithmetic

extension Ratio {
  /// The exact sum.
  public static func + (left: Ratio, right: Ratio) throws(ArithmeticError) -> Ratio {
    let divisor = Int128(
      greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
    let scale = right.denominator / divisor
    let a = try product(left.numerator, scale)
    let b = try product(right.numerator, left.denominator / divisor)
    let (sum, overflow) = a.addingReportingOverflow(b)
    guard !overflow else { throw .overflow }
    return try Ratio(sum, over: product(left.denominator, scale))
  }

  /// The exact difference.
  public static func - (left: Ratio, right: Ratio) throws(ArithmeticError) -> Ratio {
    try left + (-right)
  }

  /// The exact product.
  public static func * (left: Ratio, right: Ratio) throws(ArithmeticError) -> Ratio {
    // Cancelling crosswise first keeps the factors as small as the result allows.
    let a = try Ratio(left.numerator, over: right.denominator)
    let b = try Ratio(right.numerator, over: left.denominator)
    return Ratio(
      lowest: try product(a.numerator, b.numerator),
      over: try product(a.denominator, b.denominator))
  }

  /// The exact quotient.
  ///
  /// - Throws: ``ArithmeticError/divisionByZero`` or ``ArithmeticError/overflow``.
  public static func / (left: Ratio, right: Ratio) throws(ArithmeticError) -> Ratio {
    try left * Ratio(right.denominator, over: right.numerator)
  }

  /// The number with the other sign.
  public static prefix func - (number: Ratio) -> Ratio {
    Ratio(lowest: -number.numerator, over: number.denominator)
  }

  /// The number without its sign.
  public var magnitude: Ratio { numerator < 0 ? -self : self }

  private static func product(_ left: Int128, _ right: Int128) throws(ArithmeticError) -> Int128 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow, product != .min else { throw .overflow }
    return product
  }

  /// The exact sum of a sequence; nought for an empty one.
  public static func sum(of numbers: some Sequence<Ratio>) throws(ArithmeticError) -> Ratio {
    var sum = Ratio.zero
    for number in numbers { sum = try sum + number }
    return sum
  }

  /// The exact mean.
  ///
  /// - Throws: ``ArithmeticError/nothingToAverage`` for an empty sequence.
  public static func mean(of numbers: some Collection<Ratio>) throws(ArithmeticError) -> Ratio {
    guard !numbers.isEmpty else { throw .nothingToAverage }
    return try sum(of: numbers) / Ratio(numbers.count)
  }

  /// Rounds to a decimal with so many places.
  ///
  /// - Parameter places: Decimals to keep, from 0 to 18.
  /// - Throws: ``ArithmeticError/overflow`` if the decimal does not fit ``Points``.
  public func rounded(to places: Int, _ mode: RoundingMode) throws(ArithmeticError) -> Points {
    guard (0...Points.mostPlaces).contains(places) else { throw .overflow }
    let (whole, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let scale = Int128.powerOfTen(places)
    // The remainder is below the denominator; scaled digit by digit it never leaves 128 bits.
    var fraction: Int128 = 0
    var rest = remainder
    for _ in 0..<places {
      let (tenfold, overflow) = rest.multipliedReportingOverflow(by: 10)
      guard !overflow else { throw .overflow }
      fraction = fraction * 10 + tenfold / denominator
      rest = tenfold % denominator
    }
    let truncated = try Self.product(whole, scale).addingReportingOverflow(fraction)
    guard !truncated.overflow else { throw .overflow }
    let mantissa = mode.rounded(
      quotient: truncated.partialValue, remainder: rest, divisor: denominator)
    guard let small = Int64(exactly: mantissa) else { throw .overflow }
    return Points(mantissa: small, places: places)
  }
}

extension Ratio: Comparable {
  public static func < (left: Ratio, right: Ratio) -> Bool {
    // Full-width products cannot overflow: signs are settled first.
    if left.sign != right.sign { return left.sign < right.sign }
    let a = left.numerator.magnitude.multipliedFullWidth(by: right.denominator.magnitude)
    let b = right.numerator.magnitude.multipliedFullWidth(by: left.denominator.magnitude)
    let less = (a.high, a.low) < (b.high, b.low)
    let equal = (a.high, a.low) == (b.high, b.low)
    return left.sign < 0 ? !less && !equal : less
  }
}

extension Ratio: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int64) {
    self.init(lowest: Int128(value), over: 1)
  }
}

extension Double {
  /// The nearest double, up to one unit in the last place; for statistics, never for law.
  public init(_ ratio: Ratio) {
    self = Double(ratio.numerator) / Double(ratio.denominator)
  }
}
