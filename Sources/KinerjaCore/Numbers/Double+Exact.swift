extension Double {
  /// The nearest double, a tie going to the even one; for statistics, never for law.
  public init(_ ratio: Ratio) {
    if let top = Int64(exactly: ratio.numerator), let bottom = Int64(exactly: ratio.denominator),
      let numerator = Double(exactly: top), let denominator = Double(exactly: bottom)
    {
      // Both are exact, so that the division rounds once.
      self = numerator / denominator
      return
    }
    let (numerator, denominator) = (ratio.numerator.magnitude, ratio.denominator.magnitude)
    let (up, down) = (numerator.leadingZeroBitCount, denominator.leadingZeroBitCount)
    let (top, bottom) = (numerator << up, denominator << down)
    // With both leading bits set the quotient, scaled by 2¹²⁷, has 127 or 128 bits.
    let (quotient, remainder) = bottom.dividingFullWidth((top >> 1, top << 127))
    var leading = UInt64(quotient >> 64)
    // What is cut off can matter only if the rest would be a tie; one set bit tells.
    if remainder != 0 || quotient << 64 != 0 { leading |= 1 }
    self = Double(
      sign: ratio.numerator < 0 ? .minus : .plus, exponent: down - up - 63,
      significand: Double(leading))
  }

  /// The nearest double, a tie going to the even one; for statistics, never for law.
  public init(_ points: Points) {
    if let mantissa = Double(exactly: points.mantissa) {
      // Powers of ten are exact up to the 22nd, so that the division rounds once.
      self = mantissa / Double(UInt64.powerOfTen(points.places))
    } else {
      self.init(Ratio(points))
    }
  }
}
