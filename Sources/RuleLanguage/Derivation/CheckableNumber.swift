package import KinerjaCore

extension Ratio {
  /// The number as somebody reads it who checks a calculation by hand.
  ///
  /// Exact up to six decimals; one with more is cut after four and ends in "…", so that it never
  /// seems to reach an edge that it does not reach. Thousands are marked.
  package func checkableText(_ convention: DecimalConvention) -> String {
    let text: String
    if let points = Points(exactly: self), points.places <= 6 {
      text = points.text(convention, grouping: true)
    } else if let cut = try? rounded(to: 4, .down) {
      text = cut.text(convention, places: 4, grouping: true) + "…"
    } else {
      // Too large to be cut: exact, as a fraction if need be.
      text = self.text(convention)
    }
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  /// The number as a part of a calculation: in parentheses if a sign or a slash needs them.
  package func checkableOperand(_ convention: DecimalConvention) -> String {
    let text = checkableText(convention)
    return text.hasPrefix("−") || text.contains("/") ? "(\(text))" : text
  }
}
