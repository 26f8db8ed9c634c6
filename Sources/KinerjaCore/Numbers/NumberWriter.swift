/// Writes number text.
enum NumberWriter {
  /// Writes ± magnitude ∕ 10^places, with zeros added up to `leastPlaces` decimals.
  static func text(
    _ isNegative: Bool, _ magnitude: UInt128, places: Int, leastPlaces: Int = 0,
    _ convention: DecimalConvention, grouping: Bool = false
  ) -> String {
    var digits = Array(
      (UInt64(exactly: magnitude).map { String($0) } ?? String(magnitude)).utf8)
    if digits.count <= places {
      digits.insert(
        contentsOf: repeatElement(UInt8(ascii: "0"), count: places + 1 - digits.count), at: 0)
    }
    let whole = digits.count - places
    var text: [UInt8] = []
    text.reserveCapacity(digits.count + leastPlaces + 2)
    if isNegative, magnitude != 0 { text.append(UInt8(ascii: "-")) }
    for index in 0..<whole {
      if grouping, index > 0, (whole - index) % 3 == 0 {
        text += String(convention.thousandsMark).utf8
      }
      text.append(digits[index])
    }
    if places > 0 || leastPlaces > 0 {
      text += String(convention.decimalMark).utf8
      text += digits[whole...]
      text += repeatElement(UInt8(ascii: "0"), count: max(leastPlaces, places) - places)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
