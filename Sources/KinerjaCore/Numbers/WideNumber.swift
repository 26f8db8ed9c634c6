/// An unsigned number of 256 bits: what a sum or a comparison of ratios needs for a moment.
struct WideNumber: Comparable {
  var high: UInt128
  var low: UInt128

  init(_ left: UInt128, times right: UInt128) {
    (high, low) = left.multipliedFullWidth(by: right)
  }

  static func < (left: Self, right: Self) -> Bool {
    left.high == right.high ? left.low < right.low : left.high < right.high
  }

  /// Adds a number; both are below 2²⁵⁵ where it is used.
  static func + (left: Self, right: Self) -> Self {
    var sum = left
    let (low, carry) = left.low.addingReportingOverflow(right.low)
    sum.low = low
    sum.high = left.high &+ right.high &+ (carry ? 1 : 0)
    return sum
  }

  /// Subtracts a number that is not greater.
  static func - (left: Self, right: Self) -> Self {
    var difference = left
    let (low, borrow) = left.low.subtractingReportingOverflow(right.low)
    difference.low = low
    difference.high = left.high &- right.high &- (borrow ? 1 : 0)
    return difference
  }

  var isZero: Bool { high == 0 && low == 0 }

  func remainder(dividingBy divisor: UInt128) -> UInt128 {
    divisor.dividingFullWidth((high % divisor, low)).remainder
  }

  /// The quotient and remainder, or nil if the quotient has more than 128 bits.
  func quotientAndRemainder(dividingBy divisor: UInt128) -> (UInt128, remainder: UInt128)? {
    guard high < divisor else { return nil }
    return divisor.dividingFullWidth((high, low))
  }
}

extension UInt64 {
  /// Ten to a power from 0 to 19.
  static func powerOfTen(_ exponent: Int) -> UInt64 {
    precondition((0...19).contains(exponent), "a 64-bit power of ten has an exponent of 0 to 19")
    var power: UInt64 = 1
    for _ in 0..<exponent { power &*= 10 }
    return power
  }
}
