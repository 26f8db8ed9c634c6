import KinerjaCore

/// A fraction of whole numbers of any size.
///
/// It shares no code with the library's `Ratio`: terms are reduced only when they grow, and where
/// 128 bits are too few it goes on with ``BigInteger``.
enum ExactNumber {
  /// The denominator is positive; the terms need not be lowest.
  case narrow(Int128, Int128)
  case wide(BigInteger, BigInteger)

  init(_ ratio: Ratio) { self = .narrow(ratio.numerator, ratio.denominator) }

  init(_ whole: Int) { self = .narrow(Int128(whole), 1) }

  private var terms: (BigInteger, BigInteger) {
    switch self {
    case .narrow(let top, let bottom): (BigInteger(top), BigInteger(bottom))
    case .wide(let top, let bottom): (top, bottom)
    }
  }

  var sign: Int {
    switch self {
    case .narrow(let top, _): top == 0 ? 0 : top < 0 ? -1 : 1
    case .wide(let top, _): top.sign
    }
  }

  static prefix func - (number: Self) -> Self {
    switch number {
    case .narrow(let top, let bottom) where top != .min: .narrow(-top, bottom)
    default: .wide(-number.terms.0, number.terms.1)
    }
  }

  static func + (left: Self, right: Self) -> Self {
    if case .narrow(let a, let b) = left, case .narrow(let c, let d) = right {
      if b == d {
        let (top, overflow) = a.addingReportingOverflow(c)
        if !overflow { return .narrow(top, b) }
      }
      let (one, first) = a.multipliedReportingOverflow(by: d)
      let (other, second) = c.multipliedReportingOverflow(by: b)
      let (top, third) = one.addingReportingOverflow(other)
      let (bottom, fourth) = b.multipliedReportingOverflow(by: d)
      if !(first || second || third || fourth) { return small(top, bottom) }
      if let sum = sumOverCommon(a, b, c, d) { return sum }
    }
    let ((a, b), (c, d)) = (left.terms, right.terms)
    return unreduced(a * d + c * b, b * d)
  }

  static func - (left: Self, right: Self) -> Self { left + (-right) }

  static func * (left: Self, right: Self) -> Self {
    if case .narrow(let a, let b) = left, case .narrow(let c, let d) = right {
      let (top, first) = a.multipliedReportingOverflow(by: c)
      let (bottom, second) = b.multipliedReportingOverflow(by: d)
      if !(first || second) { return small(top, bottom) }
    }
    let ((a, b), (c, d)) = (left.terms, right.terms)
    return unreduced(a * c, b * d)
  }

  /// The quotient by a number that is not nought.
  static func / (left: Self, right: Self) -> Self {
    switch right {
    case .narrow(let top, let bottom) where top != .min:
      return left * .narrow(top < 0 ? -bottom : bottom, top < 0 ? -top : top)
    default:
      let (top, bottom) = right.terms
      return left * .wide(top.sign < 0 ? -bottom : bottom, top.magnitude)
    }
  }

  static func < (left: Self, right: Self) -> Bool { (left - right).sign < 0 }

  static func == (left: Self, right: Self) -> Bool { (left - right).sign == 0 }

  /// The largest whole number that is not greater.
  var floor: Self {
    switch self {
    case .narrow(let top, let bottom):
      let (whole, rest) = top.quotientAndRemainder(dividingBy: bottom)
      return .narrow(rest < 0 ? whole - 1 : whole, 1)
    case .wide(let top, let bottom):
      return .wide(top.dividedDown(by: bottom).quotient, BigInteger(1))
    }
  }

  /// The number as the library holds it; nil if a term in lowest terms has more than 127 bits.
  var ratio: Ratio? {
    switch self {
    case .narrow(let top, let bottom): return try? Ratio(top, over: bottom)
    case .wide(let top, let bottom):
      var (a, b) = (bottom, top.magnitude)
      while b.sign != 0 { (a, b) = (b, a.dividedDown(by: b).rest) }
      guard let top = top.dividedDown(by: a).quotient.narrow,
        let bottom = bottom.dividedDown(by: a).quotient.narrow
      else { return nil }
      return try? Ratio(top, over: bottom)
    }
  }

  // MARK: - Keeping terms short

  /// Terms that may soon be too long for another product are made lowest.
  private static func small(_ top: Int128, _ bottom: Int128) -> Self {
    guard bottom > 1 << 40 else { return .narrow(top, bottom) }
    let divisor = commonDivisor(top.magnitude, bottom.magnitude)
    guard divisor > 1, let common = Int128(exactly: divisor) else { return .narrow(top, bottom) }
    return .narrow(top / common, bottom / common)
  }

  /// The sum over the least common denominator; nil if that has more than 127 bits too.
  private static func sumOverCommon(_ a: Int128, _ b: Int128, _ c: Int128, _ d: Int128) -> Self? {
    guard let common = Int128(exactly: commonDivisor(b.magnitude, d.magnitude)) else { return nil }
    let (one, first) = a.multipliedReportingOverflow(by: d / common)
    let (other, second) = c.multipliedReportingOverflow(by: b / common)
    let (top, third) = one.addingReportingOverflow(other)
    let (bottom, fourth) = b.multipliedReportingOverflow(by: d / common)
    return first || second || third || fourth ? nil : small(top, bottom)
  }

  /// Long terms are left as they are: a sum or a comparison needs no lowest ones.
  private static func unreduced(_ top: BigInteger, _ bottom: BigInteger) -> Self {
    if let top = top.narrow, let bottom = bottom.narrow { return small(top, bottom) }
    return .wide(top, bottom)
  }

  private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
