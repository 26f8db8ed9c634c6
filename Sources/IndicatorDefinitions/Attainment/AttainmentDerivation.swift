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
  /// What came out.
  public let attainment: Attainment

  init(_ rule: AttainmentRule, _ realisation: Ratio?, _ target: Target?, _ polarity: Polarity) {
    self.rule = rule
    self.realisation = realisation
    var divisor: Ratio?
    var raw: Ratio?
    var limited: Ratio?
    let attainment: Attainment
    if let target, let realisation {
      divisor = target.bound(for: realisation)
      do throws(Attainment.Reason) {
        let isMet = target.isMet(by: realisation, polarity)
        let result = try rule.raw(realisation, divisor, isMet: isMet)
        let limit = rule.limited(result)
        if let divisor, divisor != 0 { (raw, limited) = (result, limit) }
        attainment = .percent(try rule.rounded(limit))
      } catch {
        attainment = .undefined(error)
      }
    } else {
      attainment = target == nil ? .undefined(.noTarget) : .missing
    }
    self.divisor = divisor
    self.raw = raw
    isLimited = raw != nil && limited != raw
    self.attainment = attainment
  }

  /// The steps in one line, such as "r ∕ t × 100 = 92 ∕ 90 × 100 = 102,22%".
  public func text(_ unit: MeasurementUnit, in language: Language) -> String {
    let convention = language.decimalConvention
    guard let realisation, let divisor, let raw else { return attainment.text(in: language) }
    let filled = rule.form.formula.map { character -> String in
      switch character {
      case "r": realisation.text(convention)
      case "t": divisor.text(convention)
      default: String(character)
      }
    }.joined()
    var line = "\(rule.form.formula) = \(filled) = \(Attainment.percent(raw).text(in: language))"
    if isLimited {
      let limit = LocalizedText(id: "dibatasi menjadi", en: "limited to")[language]
      line += "; \(limit) \(attainment.text(in: language))"
    } else if attainment.percent != raw, let rounding = rule.rounding {
      let rounded = LocalizedText(id: "dibulatkan menjadi", en: "rounded to")[language]
      line += "; \(rounded) \(attainment.text(in: language, places: rounding.places))"
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
