extension Ratio {
  /// The exact sum.
  public static func + (left: Ratio, right: Ratio) throws(ArithmeticError) -> Ratio {
    if let a = NarrowTerms(left), let b = NarrowTerms(right) { return a + b }
    let shared = greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude)
    let leftScale = right.denominator.magnitude / shared
    let rightScale = left.denominator.magnitude / shared
    // The terms of the sum may pass 128 bits although what is left after reducing does not.
    let a = WideNumber(left.numerator.magnitude, times: leftScale)
    let b = WideNumber(right.numerator.magnitude, times: rightScale)
    let alike = (left.numerator < 0) == (right.numerator < 0)
    let (top, negative) =
      alike
      ? (a + b, left.numerator < 0)
      : a < b ? (b - a, right.numerator < 0) : (a - b, left.numerator < 0)
    guard !top.isZero else { return .zero }
    // Only a factor of `shared` can still be in common (Knuth, TAOCP 2, 4.5.1).
    let common = greatestCommonDivisor(top.remainder(dividingBy: shared), shared)
    guard let numerator = top.quotientAndRemainder(dividingBy: common)?.0 else { throw .overflow }
    let denominator = try product(rightScale, right.denominator.magnitude / common)
    return try Ratio(negative: negative, lowest: numerator, over: denominator)
  }

  /// The exact difference.
  public static func - (left: Ratio, right: Ratio) throws(ArithmeticError) -> Ratio {
    try left + (-right)
  }

  /// The exact product.
  public static func * (left: Ratio, right: Ratio) throws(ArithmeticError) -> Ratio {
    if let a = NarrowTerms(left), let b = NarrowTerms(right) { return a * b }
    return try product(
      of: left, and: right.numerator.magnitude, over: right.denominator.magnitude,
      negative: right.numerator < 0)
  }

  /// The exact quotient.
  ///
  /// - Throws: ``ArithmeticError/divisionByZero`` or ``ArithmeticError/overflow``.
  public static func / (left: Ratio, right: Ratio) throws(ArithmeticError) -> Ratio {
    guard right.numerator != 0 else { throw .divisionByZero }
    if let a = NarrowTerms(left), let b = NarrowTerms(right) { return a * b.inverse }
    return try product(
      of: left, and: right.denominator.magnitude, over: right.numerator.magnitude,
      negative: right.numerator < 0)
  }

  /// The number with the other sign.
  public static prefix func - (number: Ratio) -> Ratio {
    Ratio(lowest: -number.numerator, over: number.denominator)
  }

  private static func product(
    of left: Ratio, and numerator: UInt128, over denominator: UInt128, negative: Bool
  ) throws(ArithmeticError) -> Ratio {
    // Cancelling crosswise leaves lowest terms, so that a product that overflows does not fit.
    let first = greatestCommonDivisor(left.numerator.magnitude, denominator)
    let second = greatestCommonDivisor(numerator, left.denominator.magnitude)
    return try Ratio(
      negative: (left.numerator < 0) != negative,
      lowest: product(left.numerator.magnitude / first, numerator / second),
      over: product(left.denominator.magnitude / second, denominator / first))
  }

  private static func product(_ left: UInt128, _ right: UInt128) throws(ArithmeticError) -> UInt128
  {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow else { throw .overflow }
    return product
  }

  /// The exact sum of a sequence, in its order; nought for an empty one.
  ///
  /// - Throws: ``ArithmeticError/overflow`` if a sum on the way does not fit.
  public static func sum(of numbers: some Sequence<Ratio>) throws(ArithmeticError) -> Ratio {
    var sum = Ratio.zero
    for number in numbers { sum = try sum + number }
    return sum
  }

  /// The exact mean.
  ///
  /// - Throws: ``ArithmeticError/nothingToAverage`` for an empty collection, or
  ///   ``ArithmeticError/overflow``.
  public static func mean(of numbers: some Collection<Ratio>) throws(ArithmeticError) -> Ratio {
    guard !numbers.isEmpty else { throw .nothingToAverage }
    return try sum(of: numbers) / Ratio(numbers.count)
  }
}
