/// A number as it is written in JSON (RFC 8259, section 6).
struct JSONNumberSpelling {
  let isNegative: Bool
  /// The digits before the decimal point.
  let whole: ArraySlice<UInt8>
  /// The digits after it.
  let decimals: ArraySlice<UInt8>
  /// The power of ten by which it is multiplied; beyond five digits, some other of that size.
  let exponent: Int

  /// Takes a text apart; nil if it is no number.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text
    isNegative = Self.skip("-", in: &rest)
    whole = Self.takeDigits(&rest)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return nil }
    let hasPoint = Self.skip(".", in: &rest)
    decimals = Self.takeDigits(&rest)
    guard hasPoint == !decimals.isEmpty else { return nil }
    if Self.skip("e", in: &rest) || Self.skip("E", in: &rest) {
      let isDown = Self.skip("-", in: &rest)
      if !isDown { _ = Self.skip("+", in: &rest) }
      let digits = Self.takeDigits(&rest)
      guard !digits.isEmpty else { return nil }
      let size = digits.reduce(0) { min(10 * $0 + Int($1 - UInt8(ascii: "0")), 99_999) }
      exponent = isDown ? -size : size
    } else {
      exponent = 0
    }
    guard rest.isEmpty else { return nil }
  }

  private static func skip(_ character: Unicode.Scalar, in rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = rest.prefix { $0 &- UInt8(ascii: "0") < 10 }
    rest = rest.dropFirst(digits.count)
    return digits
  }
}
