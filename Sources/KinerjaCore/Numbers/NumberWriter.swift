/// Writes number text.
enum NumberWriter {
  /// Writes ± magnitude ∕ 10^places, with zeros added up to `leastPlaces` decimals.
  static func text(
    _ isNegative: Bool, _ magnitude: UInt128, places: Int, leastPlaces: Int = 0,
    _ convention: DecimalConvention, grouping: Bool = false
  ) -> String {
    var digits = String(magnitude)
    if digits.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.count) + digits
    }
    let whole = digits.dropLast(places)
    var text = isNegative && magnitude != 0 ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if grouping, index > 0, (whole.count - index) % 3 == 0 {
        text.append(convention.thousandsMark)
      }
      text.append(digit)
    }
    guard places > 0 || leastPlaces > 0 else { return text }
    text.append(convention.decimalMark)
    text += digits.suffix(places)
    text += String(repeating: "0", count: max(leastPlaces, places) - places)
    return text
  }
}
