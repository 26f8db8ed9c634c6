// Placeholder for the readers and writers of number text; see Points and Ratio.
extension Ratio {
  /// The number as text.
  public func text(_ convention: DecimalConvention = .point) -> String {
    "\(numerator)/\(denominator)"
  }
}
