public import KinerjaCore
import RuleLanguage

extension PolicyVectors: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    reader.reportLooseNumbers(in: node)
    guard let object = reader.object(node, example: "{\"format\": …}") else { return nil }
    let format = object.required("format", String.self)
    let rule = object.required("rule", RuleReference.self)
    let defaults = object.optional("defaults", default: PolicyDefaults())
    let cases = object.required("cases", [PolicyCase].self)
    object.finish()
    if let format, format != Self.format {
      reader.report(
        .policyFormat, ["found": .text(format), "format": .text(Self.format)],
        at: object.node(for: "format") ?? node)
    }
    guard let rule, let defaults, let cases, format == Self.format else { return nil }
    let nodes = object.node(for: "cases")?.elements ?? []
    var names: Set<String> = []
    for (item, node) in zip(cases, nodes) {
      if !names.insert(item.name).inserted {
        reader.report(.policyDuplicateCase, ["name": .text(item.name)], at: node)
      }
      if item.day == nil, defaults.day == nil {
        reader.report(.policyNoDay, at: node)
      }
    }
    self.init(for: rule, defaults: defaults, cases: cases)
  }

  public var json: JSONValue {
    JSONValue.object(of: [
      "format": .string(Self.format), "rule": rule.json,
      "defaults": defaults == PolicyDefaults() ? nil : defaults.json, "cases": cases.json,
    ]).withTextForLooseNumbers
  }
}

extension PolicyVectors.RuleReference: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", RuleID.self)
    let version = object.required("version", String.self)
    let digest = object.optional("sha256", Digest.self)
    object.finish()
    guard let id, let version else { return nil }
    self.init(id, version: version, digest: digest)
  }

  public var json: JSONValue {
    .object(of: ["id": id.json, "version": version.json, "sha256": digest?.json])
  }
}

extension PolicyDefaults: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: "{\"on\": …}") else { return nil }
    let day = object.optional("on", Day.self)
    let tolerance = object.optional("tolerance", default: Ratio.zero)
    let inputs = object.optional("input", default: RuleInputs())
    object.finish()
    guard let tolerance, let inputs else { return nil }
    reader.report(tolerance: tolerance, in: object)
    self.init(on: day, tolerance: tolerance, inputs: inputs)
  }

  public var json: JSONValue {
    .object(of: [
      "on": day?.json, "tolerance": tolerance == 0 ? nil : tolerance.json,
      "input": inputs == RuleInputs() ? nil : inputs.json,
    ])
  }
}

extension PolicyCase: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: "{\"name\": …}") else { return nil }
    let name = object.required("name", String.self)
    let source = object.optional("source", String.self)
    let day = object.optional("on", Day.self)
    let inputs = object.optional("input", default: RuleInputs())
    let reform = object.optional("reform", default: [ReformChange]())
    let tolerance = object.optional("tolerance", Ratio.self)
    let population = object.optional("population", String.self)
    let isPopulation = object.node(for: "population") != nil
    let expectation =
      isPopulation ? nil : object.optional("expect", PolicyExpectation.self)
    let counts = isPopulation ? object.required("expect", PolicyPopulation.self) : nil
    let property = object.optional("property", PolicyProperty.self)
    let present = ["expect", "property"].filter { object.node(for: $0) != nil }
    object.finish()
    if let tolerance { reader.report(tolerance: tolerance, in: object) }
    guard present.count == 1 else {
      reader.report(.policyCheck, at: node)
      return nil
    }
    guard let name, let inputs, let reform else { return nil }
    let check =
      expectation.map(Check.person) ?? property.map(Check.property)
      ?? population.flatMap { file in counts.map { .population(file: file, $0) } }
    guard let check else { return nil }
    self.init(
      name, source: source, on: day, inputs: inputs, reform: reform, tolerance: tolerance, check,
      origin: CaseOrigin(place: node.place))
  }

  public var json: JSONValue {
    var members: [String: JSONValue] = ["name": name.json]
    members["source"] = source?.json
    members["on"] = day?.json
    members["input"] = inputs == RuleInputs() ? nil : inputs.json
    members["reform"] = reform.isEmpty ? nil : reform.json
    members["tolerance"] = tolerance?.json
    switch check {
    case .person(let expectation): members["expect"] = expectation.json
    case .property(let property): members["property"] = property.json
    case .population(let file, let counts):
      members["population"] = file.json
      members["expect"] = counts.json
    }
    return .object(members)
  }
}

extension DefinitionReader {
  /// Reports every number that another system could read inexactly: one with a decimal point or an
  /// exponent, and a whole number beyond 2⁵³.
  fileprivate func reportLooseNumbers(in node: JSONNode) {
    if let text = node.numberText {
      if isLoose(text) { report(.policyLooseNumber, ["number": .text(text)], at: node) }
    }
    for element in node.elements ?? [] { reportLooseNumbers(in: element) }
    for member in node.members ?? [] { reportLooseNumbers(in: member.value) }
  }

  fileprivate func report(tolerance: Ratio, in object: DefinitionObject) {
    guard tolerance < 0, let node = object.node(for: "tolerance") else { return }
    report(.policyTolerance, ["tolerance": .number(tolerance)], at: node)
  }
}

/// Whether a double may not hold a number, so that another system may change it.
private func isLoose(_ number: String) -> Bool {
  Int64(number).map { $0.magnitude > 1 << 53 } ?? true
}

extension JSONValue {
  /// The value with text where a number is one that another system may change.
  fileprivate var withTextForLooseNumbers: JSONValue {
    switch self {
    case .number(let number): isLoose(number.text) ? .string(number.text) : self
    case .array(let elements): .array(elements.map(\.withTextForLooseNumbers))
    case .object(let members): .object(members.mapValues(\.withTextForLooseNumbers))
    case .null, .bool, .string: self
    }
  }
}
