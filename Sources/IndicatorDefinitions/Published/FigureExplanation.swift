public import KinerjaCore
import RuleLanguage

/// A way in which a published figure follows from the figures printed beside it.
public struct FigureExplanation: Sendable, Hashable {
  /// How the exact figure is computed.
  public enum Formula: Sendable, Hashable {
    /// By a formula of attainment, with every step; its rule names the form, and the cap or the floor
    /// if one took effect.
    case attainment(AttainmentDerivation)
    /// By the mean of the parts, weighted if they have weights.
    case mean
    /// By the sum of the parts, each times its weight if they have weights.
    case sum
  }

  /// How it is computed.
  public let formula: Formula
  /// What the formula and its limit give, before anything is rounded, on the scale of the printed
  /// figure.
  public let exact: Ratio
  /// How the printed figure comes from it.
  public let rounding: PrintedRounding

  /// The form of attainment; nil for a mean or a sum.
  public var form: AttainmentForm? {
    if case .attainment(let steps) = formula { steps.rule.form } else { nil }
  }

  /// The cap that took effect, in per cent; nil if none did.
  public var cap: Ratio? {
    if case .attainment(let steps) = formula { steps.rule.cap } else { nil }
  }
}

extension PublishedFigure {
  /// Every way in which the figure follows from those beside it; none if it does not.
  ///
  /// The forms of attainment are tried in their order, each as it is, with each cap, and not below
  /// nought; a limit is named only if it took effect. A realisation inside a range needs no formula:
  /// it gives 100 per cent by the first.
  public var explanations: [FigureExplanation] {
    switch basis {
    case .attainment(let realisation, let target, let scale, let caps):
      let forms = AttainmentForm.allCases
      let isInside = target.bound(for: realisation) == nil
      return (isInside ? forms.prefix(1) : forms[...]).flatMap { form in
        let limits: [(Ratio?, Ratio?)] = [(nil, nil), (nil, 0)] + caps.map { ($0, nil) }
        return limits.compactMap { (cap: Ratio?, floor: Ratio?) -> FigureExplanation? in
          guard let rule = try? AttainmentRule(form, cap: cap, floor: floor) else { return nil }
          let steps = rule.derivation(of: realisation, against: target, .maximize)
          let isDeclared = cap == nil && floor == nil
          guard isDeclared || steps.isLimited, let percent = steps.attainment.percent else {
            return nil
          }
          let exact = scale == .percent ? percent : try? percent / .hundred
          return exact.flatMap { explanation(.attainment(steps), $0) }
        }
      }
    case .parts(let parts, let weights):
      let shares = weights ?? parts.map { _ in 1 }
      let sum = try? Ratio.sum(of: zip(parts, shares).map { try $0 * $1 })
      let total = try? Ratio.sum(of: shares)
      let mean = sum.flatMap { sum in total.flatMap { try? sum / $0 } }
      return [(.mean, mean), (.sum, sum)].compactMap { formula, exact in
        exact.flatMap { explanation(formula, $0) }
      }
    }
  }

  private func explanation(
    _ formula: FigureExplanation.Formula, _ exact: Ratio
  ) -> FigureExplanation? {
    printed.rounding(of: exact).map {
      FigureExplanation(formula: formula, exact: exact, rounding: $0)
    }
  }
}

extension FigureExplanation {
  /// The explanation in one line, such as "r / t × 100 = 4,6 / 4,38 × 100 = 105,0228…%
  /// (dibulatkan atau dipotong)".
  public func text(in language: Language) -> String {
    let words =
      switch formula {
      case .attainment(let steps): steps.text(.percent, in: language)
      case .mean:
        LocalizedText(id: "rata-rata", en: "mean")[language] + " = "
          + exact.checkableText(language.decimalConvention)
      case .sum:
        LocalizedText(id: "jumlah", en: "sum")[language] + " = "
          + exact.checkableText(language.decimalConvention)
      }
    return "\(words) (\(rounding.label[language]))"
  }
}
