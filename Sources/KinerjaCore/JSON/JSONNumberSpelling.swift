/// Where the parts of a number stand in its text (RFC 8259, section 6).
struct JSONNumberSpelling {
  let isNegative: Bool
  /// The digits before the decimal point.
  let whole: Range<Int>
  /// The digits after it.
  let decimals: Range<Int>
  /// The power of ten by which it is multiplied; beyond five digits, some other of that size.
  let exponent: Int

  /// Takes a text apart; nil if it is no number.
  init?(_ text: ArraySlice<UInt8>) {
    var end = text.startIndex
    func skip(_ character: Unicode.Scalar) -> Bool {
      guard end < text.endIndex, text[end] == UInt8(ascii: character) else { return false }
      end += 1
      return true
    }
    func takeDigits() -> Range<Int> {
      let start = end
      while end < text.endIndex, text[end] &- UInt8(ascii: "0") < 10 { end += 1 }
      return start..<end
    }
    isNegative = skip("-")
    whole = takeDigits()
    guard !whole.isEmpty, whole.count == 1 || text[whole.lowerBound] != UInt8(ascii: "0") else {
      return nil
    }
    let hasPoint = skip(".")
    decimals = takeDigits()
    guard hasPoint == !decimals.isEmpty else { return nil }
    if skip("e") || skip("E") {
      let isDown = skip("-")
      if !isDown { _ = skip("+") }
      let digits = takeDigits()
      guard !digits.isEmpty else { return nil }
      let size = text[digits].reduce(0) { min(10 * $0 + Int($1 - UInt8(ascii: "0")), 99_999) }
      exponent = isDown ? -size : size
    } else {
      exponent = 0
    }
    guard end == text.endIndex else { return nil }
  }
}
