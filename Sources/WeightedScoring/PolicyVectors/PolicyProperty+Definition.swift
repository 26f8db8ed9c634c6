public import KinerjaCore
public import RuleLanguage

extension PolicyProperty: DefinitionValue {
  /// Reads `{"monotone": "x", "from": 0, "to": 100, "step": "0.01", "of": "category"}`; exactly one
  /// of `monotone`, `bounded`, `symmetric` and `jump` names the claim.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: "{\"monotone\": …}") else { return nil }
    let claim = Claim(object, reader)
    let target = object.required("of", StepID.self)
    let points = Points(object, reader)
    object.finish()
    guard let claim, let target, let points else { return nil }
    self.init(claim, of: target == Self.category ? nil : target, over: points)
  }

  private static let category: StepID = "category"

  public var json: JSONValue {
    var members = claim.members.merging(points.members) { $1 }
    members["of"] = (step ?? Self.category).json
    return .object(members)
  }
}

extension PolicyProperty.Direction: DefinitionValue {}

extension InputPath: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let text = String(node, reader) else { return nil }
    guard let path = InputPath(text) else {
      reader.report(.policyPath, ["path": .text(text)], at: node)
      return nil
    }
    self = path
  }

  public var json: JSONValue { .string(description) }
}

extension PolicyProperty.Claim {
  fileprivate init?(_ object: DefinitionObject, _ reader: DefinitionReader) {
    let monotone = object.optional("monotone", InputPath.self)
    let bounded = object.optional("bounded", InputPath.self)
    let symmetric = object.optional("symmetric", [InputPath].self)
    let jump = object.optional("jump", InputPath.self)
    let present = ["monotone", "bounded", "symmetric", "jump"].filter {
      object.node(for: $0) != nil
    }
    guard present.count == 1 else {
      reader.report(.policyClaim, at: object.node)
      return nil
    }
    if let monotone {
      let direction = object.optional("direction", default: PolicyProperty.Direction.rising)
      guard let direction else { return nil }
      self = .monotone(monotone, direction)
    } else if let bounded {
      let least = object.optional("least", Ratio.self)
      let most = object.optional("most", Ratio.self)
      guard least != nil || most != nil else {
        reader.report(.policyBounds, at: object.node)
        return nil
      }
      self = .bounded(bounded, least: least, most: most)
    } else if let symmetric {
      guard symmetric.count == 2 else {
        reader.report(.policyTwoInputs, at: object.node(for: "symmetric") ?? object.node)
        return nil
      }
      self = .symmetric(symmetric[0], symmetric[1])
    } else if let jump {
      let most = object.required("most", Ratio.self)
      let except = object.optional("except", default: [Ratio]())
      guard let most, let except else { return nil }
      self = .jump(jump, most: most, except: except)
    } else {
      return nil
    }
  }

  fileprivate var members: [String: JSONValue] {
    switch self {
    case .monotone(let input, let direction):
      direction == .rising
        ? ["monotone": input.json] : ["monotone": input.json, "direction": direction.json]
    case .bounded(let input, let least, let most):
      ["bounded": input.json, "least": least?.json, "most": most?.json].compactMapValues(\.self)
    case .symmetric(let one, let other):
      ["symmetric": [one.json, other.json]]
    case .jump(let input, let most, let except):
      except.isEmpty
        ? ["jump": input.json, "most": most.json]
        : ["jump": input.json, "most": most.json, "except": except.json]
    }
  }
}

extension PolicyProperty.Points {
  fileprivate init?(_ object: DefinitionObject, _ reader: DefinitionReader) {
    let from = object.required("from", Ratio.self)
    let to = object.required("to", Ratio.self)
    let step = object.optional("step", Ratio.self)
    let samples = object.optional("samples", Int.self)
    let seed = samples.flatMap { _ in object.required("seed", Int64.self) }
    guard let from, let to else { return nil }
    guard (step == nil) != (samples == nil) else {
      if object.node(for: "step") == nil || object.node(for: "samples") != nil {
        reader.report(.policyPoints, at: object.node)
      }
      return nil
    }
    if let step {
      self = .grid(from: from, to: to, step: step)
    } else if let samples, let seed {
      self = .samples(samples, from: from, to: to, seed: UInt64(bitPattern: seed))
    } else {
      return nil
    }
    guard let count, (2...PolicyProperty.mostPoints).contains(count), from < to else {
      reader.report(
        .policyPointCount, ["most": .integer(Int64(PolicyProperty.mostPoints))], at: object.node)
      return nil
    }
  }

  fileprivate var members: [String: JSONValue] {
    switch self {
    case .grid(let from, let to, let step):
      ["from": from.json, "to": to.json, "step": step.json]
    case .samples(let count, let from, let to, let seed):
      [
        "from": from.json, "to": to.json, "samples": count.json,
        "seed": .integer(Int64(bitPattern: seed)),
      ]
    }
  }

  /// How many values the input takes; nil if that cannot be counted.
  var count: Int? {
    switch self {
    case .samples(let count, _, _, _): count
    case .grid(let from, let to, let step):
      step > 0
        ? (try? ((try to - from) / step).rounded(to: 0, .floor))
          .flatMap { Int(exactly: Ratio($0).numerator) }.map { $0 &+ 1 } : nil
    }
  }
}
