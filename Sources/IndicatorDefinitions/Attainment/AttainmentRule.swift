public import KinerjaCore
public import RuleLanguage

/// How an attainment is worked out: the form, its limits, and the one place where it is rounded.
public struct AttainmentRule: Hashable, Sendable {
  /// The formula.
  public let form: AttainmentForm
  /// The most it can be, in per cent, such as 120; nil for no cap.
  public let cap: Ratio?
  /// The least it can be, in per cent, such as 0; nil for no floor.
  public let floor: Ratio?
  /// What a target of nought means.
  public let zeroTarget: ZeroTargetPolicy
  /// The rounding of what the formula gives, before cap and floor, which therefore hold to the
  /// point; nil to keep the exact figure.
  public let rounding: DecimalRounding?

  /// Creates a rule.
  ///
  /// - Throws: `InvalidInput` if the floor is above the cap.
  public init(
    _ form: AttainmentForm, cap: Ratio? = nil, floor: Ratio? = nil,
    zeroTarget: ZeroTargetPolicy = .undefined, rounding: DecimalRounding? = nil
  ) throws(InvalidInput) {
    if let cap, let floor, floor > cap {
      throw InvalidInput(
        Diagnostic(.floorAboveCap, ["floor": .number(floor), "cap": .number(cap)]))
    }
    self.form = form
    self.cap = cap
    self.floor = floor
    self.zeroTarget = zeroTarget
    self.rounding = rounding
  }

  /// Works an attainment out.
  ///
  /// - Parameters:
  ///   - realisation: What was achieved, in the indicator's unit; nil if nothing was reported.
  ///   - target: What was to be achieved; nil if the plan names none.
  ///   - polarity: Which way is better; decides only whether a target of nought is met.
  public func attainment(
    of realisation: Ratio?, against target: Target?, _ polarity: Polarity
  ) -> Attainment {
    derivation(of: realisation, against: target, polarity).attainment
  }

  /// Works an attainment out and keeps every step.
  public func derivation(
    of realisation: Ratio?, against target: Target?, _ polarity: Polarity
  ) -> AttainmentDerivation {
    AttainmentDerivation(self, realisation, target, polarity)
  }
}

extension AttainmentRule: Definition {
  /// Reads `{"form": "ratio", "cap": 120, "floor": 0, "zeroTarget": …, "rounding": …}`; only the
  /// form is needed.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let form = object.required("form", AttainmentForm.self)
    let cap = object.optional("cap", Ratio.self)
    let floor = object.optional("floor", Ratio.self)
    let zeroTarget = object.optional("zeroTarget", default: ZeroTargetPolicy.undefined)
    let rounding = object.optional("rounding", DecimalRounding.self)
    object.finish()
    guard let form, let zeroTarget else { return nil }
    do throws(InvalidInput) {
      try self.init(form, cap: cap, floor: floor, zeroTarget: zeroTarget, rounding: rounding)
    } catch {
      reader.report(error, at: node)
      return nil
    }
  }

  public var json: JSONValue {
    .object(of: [
      "form": form.json, "cap": cap?.json, "floor": floor?.json, "zeroTarget": zeroTarget.json,
      "rounding": rounding?.json,
    ])
  }
}
