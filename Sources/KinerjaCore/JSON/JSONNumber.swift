/// A number of JSON, exact at any length, in one canonical spelling.
///
/// Equal numbers are equal values: `1.50`, `15e-1` and `1.5` are all `1.5`. Up to 38 places stand
/// as they are, beyond that one digit stands before the point and a power of ten behind.
public struct JSONNumber: Hashable, Sendable {
  /// The canonical spelling, which is itself JSON.
  public let text: String

  /// Creates a whole number.
  public init(_ integer: Int64) { text = String(integer) }

  /// Creates a number from its text in JSON.
  ///
  /// - Returns: nil if the text is no number of RFC 8259, or has over 1024 bytes or a power of ten
  ///   beyond ±1024.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count <= JSONLimits.numberBytes, let parts = Parts(bytes) else { return nil }
    self.text = parts.canonicalText
  }

  /// The number as a whole one; nil if it is none, or does not fit.
  public var integer: Int64? { Int64(text) }
}

extension JSONNumber: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int64) { self.init(value) }
}

extension JSONNumber: CustomStringConvertible {
  public var description: String { text }
}

extension JSONNumber {
  /// Digits without zeros at either end, times a power of ten.
  fileprivate struct Parts {
    var isNegative = false
    var digits: [UInt8] = []
    var exponent = 0

    init?(_ bytes: [UInt8]) {
      var rest = bytes[...]
      if rest.first == UInt8(ascii: "-") {
        isNegative = true
        rest.removeFirst()
      }
      let whole = Self.takeDigits(&rest)
      guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return nil }
      digits = Array(whole)
      if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        let decimals = Self.takeDigits(&rest)
        guard !decimals.isEmpty else { return nil }
        digits += decimals
        exponent = -decimals.count
      }
      if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
        rest.removeFirst()
        let sign = rest.first
        if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest.removeFirst() }
        let power = Self.takeDigits(&rest)
        guard
          let size = Int(String(decoding: power, as: UTF8.self)), size <= JSONLimits.numberBytes
        else { return nil }
        exponent += sign == UInt8(ascii: "-") ? -size : size
      }
      guard rest.isEmpty else { return nil }
      strip()
    }

    private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      let digits = rest.prefix { $0 &- UInt8(ascii: "0") < 10 }
      rest = rest.dropFirst(digits.count)
      return digits
    }

    private mutating func strip() {
      digits = Array(digits.drop { $0 == UInt8(ascii: "0") })
      while digits.last == UInt8(ascii: "0") {
        digits.removeLast()
        exponent += 1
      }
      if digits.isEmpty { (isNegative, exponent) = (false, 0) }
    }

    var canonicalText: String {
      if digits.isEmpty { return "0" }
      let sign = isNegative ? "-" : ""
      let figures = String(decoding: digits, as: UTF8.self)
      let wholeDigits = digits.count + exponent
      if exponent >= 0, wholeDigits <= 38 {
        return sign + figures + String(repeating: "0", count: exponent)
      }
      if exponent < 0, wholeDigits > 0, digits.count <= 38 {
        return sign + figures.prefix(wholeDigits) + "." + figures.dropFirst(wholeDigits)
      }
      if wholeDigits <= 0, -exponent <= 38 {
        return sign + "0." + String(repeating: "0", count: -wholeDigits) + figures
      }
      let tail = digits.count > 1 ? "." + figures.dropFirst() : ""
      return "\(sign)\(figures.prefix(1))\(tail)e\(wholeDigits - 1)"
    }
  }
}
