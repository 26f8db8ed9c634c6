import KinerjaCore
import KinerjaNumerics

extension LocalizedText {
  /// Writes each language with its own decimal mark.
  static func withMarks(_ sentence: (DecimalConvention) -> LocalizedText) -> LocalizedText {
    LocalizedText(id: sentence(.comma).indonesian, en: sentence(.point).english)
  }
}

extension ConfidenceInterval? {
  /// The interval after its estimate, for people to read; nothing where there is none.
  func inBrackets(_ mark: DecimalConvention) -> String { self?.inBrackets(mark) ?? "" }
}

extension ConfidenceInterval {
  /// The interval after its estimate, for people to read.
  func inBrackets(_ mark: DecimalConvention) -> String {
    let level = Points(mantissa: Int64((level * 1_000).rounded()), places: 1)
    let (lower, upper) = (lower.twoDecimals(mark), upper.twoDecimals(mark))
    // A dash between the ends would be read as the sign of the second.
    let to = mark == .comma ? "s.d." : "to"
    return " (\(level.text(mark))%: \(lower) \(to) \(upper))"
  }
}

extension Double {
  /// The estimate with two decimals, for people to read; very large ones and infinities in full.
  func twoDecimals(_ convention: DecimalConvention) -> String { decimals(2, convention) }

  /// A share in percent with one decimal.
  func percent(_ convention: DecimalConvention) -> String {
    (100 * self).decimals(1, convention) + "%"
  }

  /// A probability with three decimals, and the sign of equality or of less.
  func probability(_ convention: DecimalConvention) -> String {
    self < 0.001 ? "< \(0.001.decimals(3, convention))" : "= \(decimals(3, convention))"
  }

  private func decimals(_ places: Int, _ convention: DecimalConvention) -> String {
    guard abs(self) < 1e15 else { return isInfinite ? (self < 0 ? "−∞" : "∞") : description }
    let unit = places == 1 ? 10.0 : places == 2 ? 100 : 1_000
    return Points(mantissa: Int64((self * unit).rounded()), places: places)
      .text(convention, places: places)
  }
}
