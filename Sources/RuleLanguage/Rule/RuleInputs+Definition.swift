public import KinerjaCore

extension RuleInputs: Definition {
  /// Reads an object of values and lists: `{"creativity": "unit", "tasks": [{"target": 12}]}`.
  ///
  /// Values of earlier periods stand under a key that no input can have:
  /// `{"@earlier": {"conduct": {"value": 80, "day": "2025-12-31"}}}`; so do the documents on which
  /// values rest, here and in the elements of lists: `{"@evidence": {"target": {"document": "…"}}}`.
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
      if member.key == Self.evidenceKey {
        let evidence = [StepID: Evidence](member.value, reader)
        if let evidence { self.evidence = evidence } else { isWhole = false }
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
  static let evidenceKey = "@evidence"

  public var json: JSONValue {
    var members = [String: JSONValue](minimumCapacity: values.count + lists.count)
    for (name, value) in values { members[name.text] = value.json }
    for (name, records) in lists { members[name.text] = records.json }
    if !earlier.isEmpty { members[Self.earlierKey] = earlier.json }
    if !evidence.isEmpty { members[Self.evidenceKey] = evidence.json }
    return .object(members)
  }
}

extension RuleRecord: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let members = node.members else {
      reader.reportKind(
        of: node, expected: LocalizedText(id: "objek nilai", en: "an object of values"),
        example: "{\"…\": …}")
      return nil
    }
    self.init([:])
    var isWhole = true
    for member in members {
      if member.key == RuleInputs.evidenceKey {
        let evidence = [StepID: Evidence](member.value, reader)
        if let evidence { self.evidence = evidence } else { isWhole = false }
        continue
      }
      let name = StepID(key: member.keyNode, reader)
      let value = RuleValue(member.value, reader)
      if let name, let value { values[name] = value } else { isWhole = false }
    }
    guard isWhole else { return nil }
  }

  public var json: JSONValue {
    guard !evidence.isEmpty, case .object(var members) = values.json else { return values.json }
    members[RuleInputs.evidenceKey] = evidence.json
    return .object(members)
  }
}
