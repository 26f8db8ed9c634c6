import KinerjaCore

/// How a difference on a criterion becomes a preference from 0 to 1.
///
/// The six of Brans and Vincke, Management Science 31 (1985) 647–656. Differences are in
/// the unit of the criterion, and not positive ones give 0. One function holds for all criteria;
/// thresholds that differ call for a matrix normalized before.
public enum PreferenceFunction: Sendable, Hashable {
  /// Any difference counts fully.
  case usual
  /// A difference over `indifference` counts fully, no other.
  case uShape(indifference: Double)
  /// *d* ∕ `preference`, at most 1.
  case vShape(preference: Double)
  /// A half over `indifference`, fully over `preference`.
  case level(indifference: Double, preference: Double)
  /// 0 up to `indifference`, then linear up to 1 at `preference`.
  case linear(indifference: Double, preference: Double)
  /// 1 − exp(−*d*² ∕ 2*s*²). The flows take O(*n*²).
  case gaussian(inflection: Double)

  /// The preference for a difference.
  public func callAsFunction(_ difference: Double) -> Double {
    guard difference > 0 else { return 0 }
    switch self {
    case .usual: return 1
    case .uShape(let indifference): return difference > indifference ? 1 : 0
    case .vShape(let preference): return difference > preference ? 1 : difference / preference
    case .level(let indifference, let preference):
      return difference > preference ? 1 : difference > indifference ? 0.5 : 0
    case .linear(let indifference, let preference):
      if difference > preference { return 1 }
      return difference > indifference
        ? (difference - indifference) / (preference - indifference) : 0
    case .gaussian(let inflection):
      let ratio = difference / inflection
      return Exponentials.oneMinusExp(-ratio * ratio / 2)
    }
  }

  /// The function and its thresholds in one line.
  public var text: String {
    switch self {
    case .usual: "usual"
    case .uShape(let indifference): "u-shape q \(indifference)"
    case .vShape(let preference): "v-shape p \(preference)"
    case .level(let indifference, let preference): "level q \(indifference) p \(preference)"
    case .linear(let indifference, let preference): "linear q \(indifference) p \(preference)"
    case .gaussian(let inflection): "gaussian s \(inflection)"
    }
  }

  /// What is wrong with the thresholds, if anything.
  var settingProblem: Diagnostic? {
    let (low, high): (Double, Double) =
      switch self {
      case .usual: (0, 1)
      case .uShape(let indifference): (indifference, .infinity)
      case .vShape(let preference): (0, preference)
      case .level(let indifference, let preference): (indifference, preference)
      case .linear(let indifference, let preference): (indifference, preference)
      case .gaussian(let inflection): (0, inflection)
      }
    func bad(_ setting: String, _ value: Double) -> Diagnostic {
      Diagnostic(.unfitSetting, ["setting": .text(setting), "value": .text("\(value)")])
    }
    if !(low >= 0 && DecisionMatrix.isUsable(low)) { return bad("indifference", low) }
    if !(high > low && (high == .infinity || DecisionMatrix.isUsable(high))) {
      if case .gaussian = self { return bad("inflection", high) }
      return bad("preference", high)
    }
    if case .vShape(.infinity) = self { return bad("preference", high) }
    return nil
  }
}
