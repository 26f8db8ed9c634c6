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
  /// - Returns: nil if the text is no number of RFC 8259 or has over 1024 bytes, or if the number
  ///   has more than 1000 significant digits or a first one beyond 10 to the power of ±1000.
  public init?(_ text: some StringProtocol) {
    self.init(Array(text.utf8)[...])
  }

  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count <= 1_024, let figures = Figures(bytes) else { return nil }
    let mostDigits = JSONLimits.numberDigits
    guard figures.digits.count <= mostDigits, abs(figures.power) <= mostDigits else { return nil }
    text = figures.canonicalText
  }

  /// The number as a whole number; nil if it is none, or does not fit.
  public var integer: Int64? { Int64(text) }

  /// The number without a power of ten, however many zeros that takes.
  var plainText: String {
    Figures(Array(text.utf8)[...])?.plainText ?? text
  }
}

extension JSONNumber: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int64) { self.init(value) }
}

extension JSONNumber: CustomStringConvertible {
  public var description: String { text }
}

/// Digits without zeros at either end, times a power of ten.
private struct Figures {
  var isNegative: Bool
  var digits: ArraySlice<UInt8>
  var exponent: Int

  init?(_ text: ArraySlice<UInt8>) {
    guard let spelling = JSONNumberSpelling(text) else { return nil }
    let nought = UInt8(ascii: "0")
    isNegative = spelling.isNegative
    exponent = spelling.exponent - spelling.decimals.count
    digits = (text[spelling.whole] + text[spelling.decimals]).drop { $0 == nought }
    while digits.last == nought {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }

  /// The digits that stand before the decimal point, less the zeros right behind it.
  private var wholeDigits: Int { digits.count + exponent }

  /// The power of ten of the first digit.
  var power: Int { digits.isEmpty ? 0 : wholeDigits - 1 }

  private var sign: String { isNegative ? "-" : "" }

  var plainText: String {
    if digits.isEmpty { return "0" }
    let figures = String(decoding: digits, as: UTF8.self)
    if exponent >= 0 { return sign + figures + String(repeating: "0", count: exponent) }
    if wholeDigits > 0 {
      return sign + figures.prefix(wholeDigits) + "." + figures.dropFirst(wholeDigits)
    }
    return sign + "0." + String(repeating: "0", count: -wholeDigits) + figures
  }

  var canonicalText: String {
    let places = exponent >= 0 ? wholeDigits : max(digits.count, -exponent)
    if places <= 38 { return plainText }
    let figures = String(decoding: digits, as: UTF8.self)
    let decimals = digits.count > 1 ? "." + figures.dropFirst() : ""
    return "\(sign)\(figures.prefix(1))\(decimals)e\(power)"
  }
}
