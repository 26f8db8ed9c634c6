public import KinerjaCore

extension StepVariant: DefinitionValue {
  /// Reads a variant; how it finds its value is said as for a step.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", VariantID.self)
    let title = object.required("title", LocalizedText.self)
    let when = object.optional("when", FormulaText.self)
    let unless = object.optional("unless", FormulaText.self)
    let overrides = object.optional("overrides", default: [VariantID]())
    let body = RuleStep.Body(object, reader)
    let source = object.optional("source", LegalSource.self)
    object.finish()
    guard let id, let title, let overrides, let body else { return nil }
    self.init(
      id, title, when: when, unless: unless, overrides: overrides, body, source: source)
  }

  public var json: JSONValue {
    var members: [String: JSONValue] = ["id": id.json, "title": title.json]
    members["when"] = when?.json
    members["unless"] = unless?.json
    members["overrides"] = overrides.isEmpty ? nil : overrides.json
    members["source"] = source?.json
    members.merge(body.members) { own, _ in own }
    return .object(members)
  }
}
