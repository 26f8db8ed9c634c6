extension Ratio {
  /// Rounds to a decimal with so many places.
  ///
  /// - Parameters:
  ///   - places: Decimals to keep, from −18 to 18; −3 rounds to whole thousands.
  ///   - mode: Where a number between two neighbours goes.
  /// - Throws: ``ArithmeticError/overflow`` if the decimal does not fit ``Points``, or if `places`
  ///   is out of range.
  public func rounded(to places: Int, _ mode: RoundingMode) throws(ArithmeticError) -> Points {
    guard (-Points.mostPlaces...Points.mostPlaces).contains(places) else { throw .overflow }
    let divisor = denominator.magnitude
    let isNegative = numerator < 0
    if places < 0 {
      let step = UInt128(UInt64.powerOfTen(-places))
      let (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
      let (count, cut) = whole.quotientAndRemainder(dividingBy: step)
      let part = CutOff(cut, of: step, followedByMore: rest != 0)
      let steps =
        mode.stepsAway(isNegative, isOdd: count % 2 == 1, cutOff: part) ? count + 1 : count
      let (result, overflow) = steps.multipliedReportingOverflow(by: step)
      guard !overflow else { throw .overflow }
      return try Points(isNegative, result, places: 0)
    }
    let scale = UInt128(UInt64.powerOfTen(places))
    let (count, rest): (UInt128, UInt128)
    if let short = UInt64(exactly: numerator.magnitude) {
      // At most 124 bits.
      (count, rest) = (UInt128(short) &* scale).quotientAndRemainder(dividingBy: divisor)
    } else {
      let scaled = WideNumber(numerator.magnitude, times: scale)
      guard let found = scaled.quotientAndRemainder(dividingBy: divisor), found.0 < .max else {
        throw .overflow
      }
      (count, rest) = found
    }
    let part = CutOff(rest, of: divisor)
    let away = mode.stepsAway(isNegative, isOdd: count % 2 == 1, cutOff: part)
    return try Points(isNegative, away ? count + 1 : count, places: places)
  }
}
