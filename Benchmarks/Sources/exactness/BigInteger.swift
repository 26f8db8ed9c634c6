/// A whole number of any size, for the few cases that outgrow 128 bits.
///
/// Simple rather than fast: the plain methods of paper and pencil, in base 2³².
struct BigInteger {
  private var isNegative = false
  /// The digits in base 2³², least first, without zeros at the end.
  private var digits: [UInt32] = []

  init(_ number: Int128) {
    isNegative = number < 0
    var rest = number.magnitude
    while rest != 0 {
      digits.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
  }

  private init(_ isNegative: Bool, _ digits: [UInt32]) {
    self.digits = digits
    while self.digits.last == 0 { self.digits.removeLast() }
    self.isNegative = isNegative && !self.digits.isEmpty
  }

  var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }
  var magnitude: Self { Self(false, digits) }

  static prefix func - (number: Self) -> Self { Self(!number.isNegative, number.digits) }

  static func + (left: Self, right: Self) -> Self {
    if left.isNegative == right.isNegative {
      return Self(left.isNegative, sum(left.digits, right.digits))
    }
    let order = compare(left.digits, right.digits)
    if order == 0 { return Self(false, []) }
    return order > 0
      ? Self(left.isNegative, difference(left.digits, right.digits))
      : Self(right.isNegative, difference(right.digits, left.digits))
  }

  static func - (left: Self, right: Self) -> Self { left + (-right) }

  static func * (left: Self, right: Self) -> Self {
    var product = [UInt32](repeating: 0, count: left.digits.count + right.digits.count)
    for (i, a) in left.digits.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in right.digits.enumerated() {
        let total = UInt64(a) * UInt64(b) + UInt64(product[i + j]) + carry
        product[i + j] = UInt32(truncatingIfNeeded: total)
        carry = total >> 32
      }
      product[i + right.digits.count] = UInt32(carry)
    }
    return Self(left.isNegative != right.isNegative, product)
  }

  /// The quotient towards minus infinity and what is left, for a positive divisor.
  func dividedDown(by divisor: Self) -> (quotient: Self, rest: Self) {
    var quotient = [UInt32](repeating: 0, count: digits.count)
    var rest = Self(false, [])
    for bit in stride(from: 32 * digits.count - 1, through: 0, by: -1) {
      rest = Self(
        false, Self.sum(Self.sum(rest.digits, rest.digits), [digits[bit / 32] >> (bit % 32) & 1]))
      if Self.compare(rest.digits, divisor.digits) >= 0 {
        rest = rest - divisor
        quotient[bit / 32] |= 1 << (bit % 32)
      }
    }
    let whole = Self(false, quotient)
    guard isNegative else { return (whole, rest) }
    return rest.sign == 0
      ? (-whole, rest) : (-(whole + Self(1)), divisor - rest)
  }

  /// The number in 128 bits; nil if it does not fit.
  var narrow: Int128? {
    guard digits.count <= 4 else { return nil }
    let magnitude = digits.reversed().reduce(UInt128(0)) { $0 << 32 | UInt128($1) }
    return Int128(exactly: magnitude).map { isNegative ? -$0 : $0 }
  }

  /// −1, 0 or 1.
  static func compare(_ left: Self, _ right: Self) -> Int { (left - right).sign }

  private static func compare(_ left: [UInt32], _ right: [UInt32]) -> Int {
    let (left, right) = (trimmed(left), trimmed(right))
    if left.count != right.count { return left.count < right.count ? -1 : 1 }
    for index in left.indices.reversed() where left[index] != right[index] {
      return left[index] < right[index] ? -1 : 1
    }
    return 0
  }

  private static func trimmed(_ digits: [UInt32]) -> ArraySlice<UInt32> {
    digits[..<((digits.lastIndex { $0 != 0 }).map { $0 + 1 } ?? 0)]
  }

  private static func sum(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for index in 0..<max(left.count, right.count) {
      let a = index < left.count ? UInt64(left[index]) : 0
      let b = index < right.count ? UInt64(right[index]) : 0
      carry += a + b
      sum.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    if carry != 0 { sum.append(UInt32(carry)) }
    return sum
  }

  private static func difference(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    var difference: [UInt32] = []
    var borrow: Int64 = 0
    for index in left.indices {
      borrow += Int64(left[index]) - (index < right.count ? Int64(right[index]) : 0)
      difference.append(UInt32(truncatingIfNeeded: borrow))
      borrow >>= 32
    }
    return difference
  }
}
