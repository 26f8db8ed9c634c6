import KinerjaCore

/// A fraction of whole numbers of any size.
///
/// It shares no code with the library's `Ratio`: it reckons in 64 bits while they suffice, checked
/// at every operation, then in 128, and then goes on with ``BigInteger``.
enum ExactNumber {
  /// The denominator is positive; the terms need not be lowest, here and below.
  case short(Int64, Int64)
  case narrow(Int128, Int128)
  case wide(BigInteger, BigInteger)

  init(_ ratio: Ratio) { self = .fraction(ratio.numerator, ratio.denominator) }

  init(_ whole: Int) { self = .short(Int64(whole), 1) }

  /// A fraction in the shortest form that holds its terms.
  static func fraction(_ top: Int128, _ bottom: Int128) -> Self {
    if let a = Int64(exactly: top), let b = Int64(exactly: bottom) { return .short(a, b) }
    return .narrow(top, bottom)
  }

  private var narrowTerms: (Int128, Int128)? {
    switch self {
    case .short(let top, let bottom): (Int128(top), Int128(bottom))
    case .narrow(let top, let bottom): (top, bottom)
    case .wide: nil
    }
  }

  private var terms: (BigInteger, BigInteger) {
    switch self {
    case .short(let top, let bottom): (BigInteger(Int128(top)), BigInteger(Int128(bottom)))
    case .narrow(let top, let bottom): (BigInteger(top), BigInteger(bottom))
    case .wide(let top, let bottom): (top, bottom)
    }
  }

  var sign: Int {
    switch self {
    case .short(let top, _): Int(top.signum())
    case .narrow(let top, _): Int(top.signum())
    case .wide(let top, _): top.sign
    }
  }

  // MARK: - Operations

  static prefix func - (number: Self) -> Self {
    switch number {
    case .short(let top, let bottom) where top != .min: return .short(-top, bottom)
    case .narrow(let top, let bottom) where top != .min: return .narrow(-top, bottom)
    default:
      let (top, bottom) = number.terms
      return .wide(-top, bottom)
    }
  }

  static func + (left: Self, right: Self) -> Self {
    if case .short(let a, let b) = left, case .short(let c, let d) = right,
      let sum = shortSum(a, b, c, d)
    {
      return sum
    }
    if let (a, b) = left.narrowTerms, let (c, d) = right.narrowTerms,
      let sum = narrowSum(a, b, c, d)
    {
      return sum
    }
    let ((a, b), (c, d)) = (left.terms, right.terms)
    return unreduced(a * d + c * b, b * d)
  }

  static func - (left: Self, right: Self) -> Self { left + (-right) }

  static func * (left: Self, right: Self) -> Self {
    if case .short(let a, let b) = left, case .short(let c, let d) = right {
      let (top, first) = a.multipliedReportingOverflow(by: c)
      let (bottom, second) = b.multipliedReportingOverflow(by: d)
      if !(first || second) { return .short(top, bottom) }
    }
    if let (a, b) = left.narrowTerms, let (c, d) = right.narrowTerms {
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
    case .short(let top, let bottom) where top != .min:
      return left * .short(top < 0 ? -bottom : bottom, top < 0 ? -top : top)
    case .narrow(let top, let bottom) where top != .min:
      return left * .narrow(top < 0 ? -bottom : bottom, top < 0 ? -top : top)
    default:
      let (top, bottom) = right.terms
      return left * .wide(top.sign < 0 ? -bottom : bottom, top.magnitude)
    }
  }

  static func < (left: Self, right: Self) -> Bool {
    if case .short(let a, let b) = left, case .short(let c, let d) = right {
      return Int128(a) * Int128(d) < Int128(c) * Int128(b)
    }
    return (left - right).sign < 0
  }

  static func == (left: Self, right: Self) -> Bool {
    if case .short(let a, let b) = left, case .short(let c, let d) = right {
      return Int128(a) * Int128(d) == Int128(c) * Int128(b)
    }
    return (left - right).sign == 0
  }

  /// The largest whole number that is not greater.
  var floor: Self {
    switch self {
    case .short(let top, let bottom):
      let (whole, rest) = top.quotientAndRemainder(dividingBy: bottom)
      return .short(rest < 0 ? whole - 1 : whole, 1)
    case .narrow(let top, let bottom):
      let (whole, rest) = top.quotientAndRemainder(dividingBy: bottom)
      return .fraction(rest < 0 ? whole - 1 : whole, 1)
    case .wide(let top, let bottom):
      return Self.unreduced(top.dividedDown(by: bottom).quotient, BigInteger(1))
    }
  }

  /// The number as the library holds it; nil if a term in lowest terms has more than 127 bits.
  var ratio: Ratio? {
    switch self {
    case .short(let top, let bottom): return try? Ratio(Int128(top), over: Int128(bottom))
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

  private static func shortSum(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Self? {
    if b == d {
      let (top, overflow) = a.addingReportingOverflow(c)
      return overflow ? nil : .short(top, b)
    }
    var (common, rest) = (b, d)
    while rest != 0 { (common, rest) = (rest, common % rest) }
    let (one, first) = a.multipliedReportingOverflow(by: d / common)
    let (other, second) = c.multipliedReportingOverflow(by: b / common)
    let (top, third) = one.addingReportingOverflow(other)
    let (bottom, fourth) = b.multipliedReportingOverflow(by: d / common)
    return first || second || third || fourth ? nil : .short(top, bottom)
  }

  /// The sum over the least common denominator; nil if that has more than 127 bits.
  private static func narrowSum(_ a: Int128, _ b: Int128, _ c: Int128, _ d: Int128) -> Self? {
    guard let common = Int128(exactly: commonDivisor(b.magnitude, d.magnitude)) else { return nil }
    let (one, first) = a.multipliedReportingOverflow(by: d / common)
    let (other, second) = c.multipliedReportingOverflow(by: b / common)
    let (top, third) = one.addingReportingOverflow(other)
    let (bottom, fourth) = b.multipliedReportingOverflow(by: d / common)
    return first || second || third || fourth ? nil : small(top, bottom)
  }

  /// Terms that may soon be too long for another product are made lowest.
  private static func small(_ top: Int128, _ bottom: Int128) -> Self {
    if case .short(let a, let b) = fraction(top, bottom) { return .short(a, b) }
    let divisor = commonDivisor(top.magnitude, bottom.magnitude)
    guard divisor > 1, let common = Int128(exactly: divisor) else { return .narrow(top, bottom) }
    return fraction(top / common, bottom / common)
  }

  /// Long terms are left as they are: a sum or a comparison needs no lowest ones.
  private static func unreduced(_ top: BigInteger, _ bottom: BigInteger) -> Self {
    if let top = top.narrow, let bottom = bottom.narrow { return small(top, bottom) }
    return .wide(top, bottom)
  }

  private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (a, b) = (left, right)
    while b != 0 {
      if var x = UInt64(exactly: a), var y = UInt64(exactly: b) {
        while y != 0 { (x, y) = (y, x % y) }
        return UInt128(x)
      }
      (a, b) = (b, a % b)
    }
    return a
  }
}
