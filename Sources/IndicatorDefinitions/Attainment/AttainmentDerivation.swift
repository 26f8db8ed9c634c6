public import KinerjaCore
import RuleLanguage

/// An attainment with every step that led to it, which an employee can check by hand.
public struct AttainmentDerivation: Hashable, Sendable {
  /// The rule that was followed.
  public let rule: AttainmentRule
  /// What was achieved.
  public let realisation: Ratio?
  /// The figure that stood for the target: for a range the nearer bound; nil inside a range.
  public let divisor: Ratio?
  /// What the formula alone gives, in per cent; nil if the formula was not used.
  public let raw: Ratio?
  /// Whether the cap or the floor took effect.
  public let isLimited: Bool
  /// The per cent after rounding and before cap and floor.
  private let rounded: Ratio?
  /// What came out.
  public let attainment: Attainment

  init(_ rule: AttainmentRule, _ realisation: Ratio?, _ target: Target?, _ polarity: Polarity) {
    self.rule = rule
    self.realisation = realisation
    var divisor: Ratio?
    var raw: Ratio?
    var rounded: Ratio?
    var isLimited = false
    let attainment: Attainment
    if let target, let realisation {
      divisor = target.bound(for: realisation)
      do throws(Attainment.Reason) {
        let isMet = target.isMet(by: realisation, polarity)
        let result = try rule.raw(realisation, divisor, isMet: isMet)
        let whole = try rule.rounded(result)
        let limited = rule.limited(whole)
        if let divisor, divisor != 0 { (raw, rounded) = (result, whole) }
        isLimited = limited != whole
        attainment = .percent(limited)
      } catch {
        attainment = .undefined(error)
      }
    } else {
      attainment = target == nil ? .undefined(.noTarget) : .missing
    }
    self.divisor = divisor
    self.raw = raw
    self.rounded = rounded
    self.isLimited = isLimited
    self.attainment = attainment
  }

  /// The steps in one line, such as "r ∕ t × 100 = 92 ∕ 90 × 100 = 102,2222…%".
  ///
  /// Numbers with more than six decimals are cut after four and end in "…".
  public func text(_ unit: MeasurementUnit, in language: Language) -> String {
    let convention = language.decimalConvention
    guard let realisation, let divisor, let raw, let rounded else {
      return attainment.text(in: language)
    }
    let filled = rule.form.formula.map { character -> String in
      switch character {
      case "r": realisation.checkableOperand(convention)
      case "t": divisor.checkableOperand(convention)
      default: String(character)
      }
    }.joined()
    var line = "\(rule.form.formula) = \(filled) = \(raw.checkableText(convention))%"
    if rounded != raw {
      let words = LocalizedText(id: "dibulatkan menjadi", en: "rounded to")[language]
      line += "; \(words) \(rounded.checkableText(convention))%"
    }
    if isLimited, let percent = attainment.percent {
      let words = LocalizedText(id: "dibatasi menjadi", en: "limited to")[language]
      line += "; \(words) \(percent.checkableText(convention))%"
    }
    return line
  }
}

extension AttainmentRule {
  /// The per cent before limits.
  fileprivate func raw(
    _ realisation: Ratio, _ divisor: Ratio?, isMet: Bool
  ) throws(Attainment.Reason) -> Ratio {
    guard let divisor else { return .hundred }
    guard divisor != 0 else {
      switch zeroTarget {
      case .undefined: throw .zeroTarget
      case .values(let met, let missed): return isMet ? met : missed
      }
    }
    if form != .deviation, divisor < 0 || (form == .inverse && realisation < 0) { throw .negative }
    if form == .inverse, realisation == 0 { throw .zeroRealisation }
    do {
      return try form.percent(realisation, of: divisor)
    } catch {
      throw .overflow
    }
  }

  fileprivate func limited(_ percent: Ratio) -> Ratio {
    let capped = cap.map { min(percent, $0) } ?? percent
    return floor.map { max(capped, $0) } ?? capped
  }

  fileprivate func rounded(_ percent: Ratio) throws(Attainment.Reason) -> Ratio {
    guard let rounding else { return percent }
    do {
      return Ratio(try percent.rounded(to: rounding.places, rounding.mode))
    } catch {
      throw .overflow
    }
  }
}
