extension Points {
  /// The exact sum.
  public static func + (left: Points, right: Points) throws(ArithmeticError) -> Points {
    let places = max(left.places, right.places)
    let sum = left.scaled(to: places) + right.scaled(to: places)
    return try Points(sum < 0, sum.magnitude, places: places)
  }

  /// The exact difference.
  public static func - (left: Points, right: Points) throws(ArithmeticError) -> Points {
    let places = max(left.places, right.places)
    let difference = left.scaled(to: places) - right.scaled(to: places)
    return try Points(difference < 0, difference.magnitude, places: places)
  }

  /// The exact product.
  ///
  /// - Throws: ``ArithmeticError/overflow`` also if it needs more than 18 decimals; multiply as
  ///   ``Ratio`` and round where the rule says.
  public static func * (left: Points, right: Points) throws(ArithmeticError) -> Points {
    let product = Int128(left.mantissa) * Int128(right.mantissa)
    return try Points(product < 0, product.magnitude, places: left.places + right.places)
  }

  /// The exact quotient, which need not be a decimal.
  ///
  /// - Throws: ``ArithmeticError/divisionByZero`` only.
  public static func / (left: Points, right: Points) throws(ArithmeticError) -> Ratio {
    try Ratio(left) / Ratio(right)
  }

  /// The number with the other sign.
  ///
  /// - Throws: ``ArithmeticError/overflow`` for one number only, whose integer is −2⁶³.
  public static prefix func - (number: Points) throws(ArithmeticError) -> Points {
    try zero - number
  }

  /// The exact sum of a sequence, in its order; nought for an empty one.
  ///
  /// - Throws: ``ArithmeticError/overflow`` if a sum on the way does not fit.
  public static func sum(of numbers: some Sequence<Points>) throws(ArithmeticError) -> Points {
    var sum = Points.zero
    for number in numbers { sum = try sum + number }
    return sum
  }

  /// The exact mean, which need not be a decimal.
  ///
  /// - Throws: ``ArithmeticError/nothingToAverage`` for an empty collection, or
  ///   ``ArithmeticError/overflow``.
  public static func mean(of numbers: some Collection<Points>) throws(ArithmeticError) -> Ratio {
    guard !numbers.isEmpty else { throw .nothingToAverage }
    return try Ratio.sum(of: numbers.lazy.map { Ratio($0) }) / Ratio(numbers.count)
  }

  /// Rounds to so many places.
  ///
  /// - Parameters:
  ///   - places: Decimals to keep, from −18 to 18; −3 rounds to whole thousands.
  ///   - mode: Where a number between two neighbours goes.
  /// - Throws: ``ArithmeticError/overflow`` if the result does not fit, or if `places` is out of
  ///   range.
  public func rounded(to places: Int, _ mode: RoundingMode) throws(ArithmeticError) -> Points {
    if self.places <= places, places <= Self.mostPlaces { return self }
    return try Ratio(self).rounded(to: places, mode)
  }
}
