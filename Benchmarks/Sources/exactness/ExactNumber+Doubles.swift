extension ExactNumber {
  /// A double as the fraction it is; for a finite one.
  init(_ double: Double) {
    guard double != 0, double.isFinite else {
      self = .short(0, 1)
      return
    }
    // Nought has no exponent that could be reckoned with.
    var exponent = Int(double.exponent) - 52
    // The significand as a whole number below 2⁵³.
    let digits = Int64(double.significand * 0x1p52)
    self = .short(double < 0 ? -digits : digits, 1)
    while exponent != 0 {
      let step = min(exponent.magnitude, 60)
      let power = Self.short(1 << Int64(step), 1)
      self = exponent > 0 ? self * power : self / power
      exponent += exponent > 0 ? -Int(step) : Int(step)
    }
  }

  /// Whether a double is no farther from the number than the bound and half a unit of its last
  /// place.
  func isNear(_ double: Double, within bound: Double) -> Bool {
    guard double.isFinite else { return false }
    if let nearest {
      if nearest == double { return true }
      if bound == 0 { return false }
    }
    let difference = self - ExactNumber(double)
    let distance = difference.sign < 0 ? -difference : difference
    return !(ExactNumber(bound) + ExactNumber(double.ulp) / ExactNumber(2) < distance)
  }

  /// The nearest double, where a division of doubles gives it: both terms have at most 53 bits.
  private var nearest: Double? {
    guard case .short(let top, let bottom) = self, top.magnitude <= 1 << 53, bottom <= 1 << 53
    else { return nil }
    return Double(top) / Double(bottom)
  }
}
