public import KinerjaCore
import RuleLanguage

extension PolicyExpectation: DefinitionValue {
  /// Reads an object such as `{"category": "good", "skp": "93.5", "skp.exact": "187/2"}`.
  ///
  /// Beside a few words that say what is meant, every key is the path of a step, with `.exact`
  /// behind it for the number before rounding. A step whose name is one of the words is reached through `trace`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let members = node.members else {
      reader.reportKind(
        of: node, expected: LocalizedText(id: "objek harapan", en: "an object of expectations"),
        example: "{\"category\": \"good\"}")
      return nil
    }
    self.init()
    var isWhole = true
    func taking<Value>(_ value: Value?) -> Value? {
      if value == nil { isWhole = false }
      return value
    }
    var code: String?
    var path: String?
    for member in members {
      let value = member.value
      switch member.key {
      case "category": category = taking(Value(value, reader))
      case "trace": trace = taking(reader.traces(value)) ?? [:]
      case "measuredShare": measuredShare = taking(Ratio(value, reader))
      case "error": code = taking(String(value, reader))
      case "at": path = taking(String(value, reader))
      case "diagnostics": diagnostics = taking([String](value, reader))
      default:
        let suffix = ".exact"
        guard reader.isPath(member) else {
          isWhole = false
          continue
        }
        if member.key.hasSuffix(suffix) {
          exact[String(member.key.dropLast(suffix.count))] = taking(Ratio(value, reader))
        } else {
          values[member.key] = taking(Value(value, reader))
        }
      }
    }
    if let code {
      failure = Failure(code, at: path)
    } else if path != nil {
      reader.report(.definitionMissingKey, ["key": "error"], at: node)
      isWhole = false
    }
    if members.isEmpty {
      reader.report(.policyNothingExpected, at: node)
      isWhole = false
    }
    guard isWhole else { return nil }
  }

  public var json: JSONValue {
    var members: [String: JSONValue] = values.mapValues(\.json)
    for (path, number) in exact { members["\(path).exact"] = number.json }
    members["category"] = category?.json
    members["trace"] = trace.isEmpty ? nil : .object(trace.mapValues(\.json))
    members["measuredShare"] = measuredShare?.json
    members["error"] = failure?.code.json
    members["at"] = failure?.path?.json
    members["diagnostics"] = diagnostics?.json
    return .object(members)
  }
}

extension PolicyExpectation.Value: DefinitionValue {
  /// Reads a value as inputs are written; `null` is a missing one, for whatever reason.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    if node.kind == .null {
      self = .missing
      return
    }
    guard let value = RuleValue(node, reader) else { return nil }
    self = .value(value)
  }

  public var json: JSONValue {
    switch self {
    case .missing: .null
    case .value(.missing(.notGiven)): ["missing": "not-given"]
    case .value(let value): value.json
    }
  }
}

extension PolicyExpectation.Side: DefinitionValue {}

extension PolicyExpectation.Trace: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: "{\"edge\": \"95\", \"side\": \"closed\"}")
    else { return nil }
    self.init()
    // A missing value is one that may be expected, so null is not the same as nothing.
    func value(_ key: String) -> PolicyExpectation.Value? {
      if let value = object.optional(key, PolicyExpectation.Value.self) { return value }
      let isNull = node.members?.contains { $0.key == key && $0.value.kind == .null } ?? false
      return isNull ? .missing : nil
    }
    self.value = value("value")
    exact = value("exact")
    edge = object.optional("edge", Ratio.self)
    side = object.optional("side", PolicyExpectation.Side.self)
    row = object.optional("row", CategoryID.self)
    column = object.optional("column", CategoryID.self)
    variant = object.optional("variant", VariantID.self)
    isSubstituted = object.optional("substituted", Bool.self)
    isCarriedForward = object.optional("carriedForward", Bool.self)
    isLowestBand = object.optional("lowestBand", Bool.self)
    dropped = object.optional("dropped", [Int].self)
    measuredShare = object.optional("measuredShare", Ratio.self)
    object.finish()
  }

  public var json: JSONValue {
    .object(of: [
      "value": value?.json, "exact": exact?.json, "edge": edge?.json, "side": side?.json,
      "row": row?.json, "column": column?.json, "variant": variant?.json,
      "substituted": isSubstituted?.json, "carriedForward": isCarriedForward?.json,
      "lowestBand": isLowestBand?.json,
      "dropped": dropped?.json, "measuredShare": measuredShare?.json,
    ])
  }
}

extension DefinitionReader {
  /// Reads traces by the paths of their steps.
  fileprivate func traces(_ node: JSONNode) -> [String: PolicyExpectation.Trace]? {
    guard let members = node.members else {
      reportKind(of: node, expected: JSONNode.Kind.object.label, example: "{\"grade\": {…}}")
      return nil
    }
    var traces: [String: PolicyExpectation.Trace] = [:]
    var isWhole = true
    for member in members {
      guard isPath(member), let trace = PolicyExpectation.Trace(member.value, self) else {
        isWhole = false
        continue
      }
      traces[member.key] = trace
    }
    return isWhole ? traces : nil
  }

  /// Whether a key is written like the path of a step; reported if it is not.
  fileprivate func isPath(_ member: JSONNode.Member) -> Bool {
    if InputPath(member.key) != nil { return true }
    report(.policyPath, ["path": .text(member.key)], at: member.keyNode)
    return false
  }
}
