public import KinerjaCore
public import RuleLanguage

/// The formula by which a realisation *r* is held against a target *t* (*rumus capaian*).
///
/// Against a range *t* is the bound nearer to *r*, and inside the range the attainment is 100 per
/// cent (PermenPANRB 8/2021 prints the case below and the case above; the one inside is assumed).
public enum AttainmentForm: String, Hashable, Sendable, CaseIterable, Definition {
  /// *r* ∕ *t* × 100, for more is better.
  ///
  /// "Kondisi normal" of PermenPANRB 8/2021; also the quantity and quality of Perka BKN 1/2013.
  case ratio
  /// (2 − *r* ∕ *t*) × 100, for less is better.
  ///
  /// "Kondisi khusus" of PermenPANRB 8/2021, there written 1 + (1 − *r* ∕ *t*); accountability
  /// reports (LKjIP) print it as (2*t* − *r*) ∕ *t*. Falls below nought when *r* is over twice *t*.
  case reversed
  /// *t* ∕ *r* × 100, for less is better, as some accountability reports (LKjIP) reckon.
  ///
  /// Undefined for a realisation of nought, however good that may be.
  case inverse
  /// (1 − |*r* ∕ *t* − 1|) × 100, for nearer is better.
  case deviation

  /// The formula, with *r* for the realisation and *t* for the target.
  public var formula: String {
    switch self {
    case .ratio: "r / t × 100"
    case .reversed: "(2 − r / t) × 100"
    case .inverse: "t / r × 100"
    case .deviation: "(1 − |r / t − 1|) × 100"
    }
  }

  /// The formula as a step of a rule computes it, over two names of that rule.
  ///
  /// It gives what the form gives; where the divisor is nought, a rule has no value.
  public func formulaText(realisation: String, target: String) -> FormulaText {
    let text =
      switch self {
      case .ratio: "\(realisation) / \(target) * 100"
      case .reversed: "(2 - \(realisation) / \(target)) * 100"
      case .inverse: "\(target) / \(realisation) * 100"
      case .deviation: "(1 - abs(\(realisation) / \(target) - 1)) * 100"
      }
    return FormulaText(text)
  }

  /// The exact per cent.
  func percent(_ realisation: Ratio, of target: Ratio) throws(ArithmeticError) -> Ratio {
    switch self {
    case .ratio: return try realisation / target * .hundred
    case .reversed: return try (2 - realisation / target) * .hundred
    case .inverse: return try target / realisation * .hundred
    case .deviation:
      let distance = try (realisation / target - 1).magnitude
      return try (1 - distance) * .hundred
    }
  }
}
