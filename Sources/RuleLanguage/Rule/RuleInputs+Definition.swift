public import KinerjaCore

extension RuleInputs: Definition {
  /// Reads an object of values and lists: `{"creativity": "unit", "tasks": [{"target": 12}]}`.
  ///
  /// Values of earlier periods stand under a key that no input can have:
  /// `{"@earlier": {"conduct": {"value": 80, "day": "2025-12-31"}}}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    self.init(node, passingOver: nil, reader)
  }

  /// Reads an object of values and lists in which one key says something else, such as who the
  /// person is.
  public init?(_ node: JSONNode, passingOver key: String?, _ reader: DefinitionReader) {
    guard let members = node.members else {
      reader.reportKind(
        of: node, expected: LocalizedText(id: "objek masukan", en: "an object of inputs"),
        example: "{\"tasks\": […]}")
      return nil
    }
    self.init(values: [:])
    var isWhole = true
    for member in members where member.key != key {
      if member.key == Self.earlierKey {
        let earlier = [StepID: EarlierValue](member.value, reader)
        if let earlier { self.earlier = earlier } else { isWhole = false }
        continue
      }
      let name = StepID(key: member.keyNode, reader)
      if member.value.kind == .array {
        let records = [RuleRecord](member.value, reader)
        if let name, let records { lists[name] = records } else { isWhole = false }
      } else {
        let value = RuleValue(member.value, reader)
        if let name, let value { values[name] = value } else { isWhole = false }
      }
    }
    guard isWhole else { return nil }
  }

  static let earlierKey = "@earlier"

  public var json: JSONValue {
    var members = [String: JSONValue](minimumCapacity: values.count + lists.count)
    for (name, value) in values { members[name.text] = value.json }
    for (name, records) in lists { members[name.text] = records.json }
    if !earlier.isEmpty { members[Self.earlierKey] = earlier.json }
    return .object(members)
  }
}

extension RuleRecord: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let values = [StepID: RuleValue](node, reader) else { return nil }
    self.init(values)
  }

  public var json: JSONValue { values.json }
}
