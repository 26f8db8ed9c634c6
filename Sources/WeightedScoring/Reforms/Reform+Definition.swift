public import KinerjaCore
import RuleLanguage

extension Reform: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", ReformID.self)
    let title = object.required("title", LocalizedText.self)
    let source = object.required("source", LegalSource.self)
    let changes = object.required("changes", [ReformChange].self)
    object.finish()
    guard let id, let title, let source, let changes else { return nil }
    self.init(id, title, source: source, changes: changes)
  }

  public var json: JSONValue {
    ["id": id.json, "title": title.json, "source": source.json, "changes": changes.json]
  }
}

extension ReformChange: Definition {
  /// Reads one change, which one of six keys names.
  ///
  /// - `{"set": "weight.skp", "value": "0.7", …}`,
  /// - `{"replace": "score", "with": {…}, …}` with a step,
  /// - `{"replaceTable": "conversion", "with": {…}, …}` with a table,
  /// - `{"neutralise": "additional", "value": 0, …}`,
  /// - `{"insert": {…}, "after": "score", …}` with a step, or `before`,
  /// - `{"limit": "weight.skp", "open": {"from": "0.6", "through": "0.65"}, …}`, or `"open": false`;
  ///
  /// each with `"from"`, the first day, and `"to"`, the last day or `".."` for no end, and if it
  /// has another than the reform's, a `"source"`. An end must be written, for a bare date is read
  /// as one day by some and as "from then on" by others.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: Self.example) else { return nil }
    let days = Self.days(object, reader)
    let source = object.optional("source", LegalSource.self)
    let action = Action(object, reader)
    object.finish()
    guard let action, let days, object.node(for: "source") == nil || source != nil else {
      return nil
    }
    self.init(action, during: days, source: source)
  }

  fileprivate static let example =
    #"{"set": "weight", "value": "0.7", "from": "2026-01-01", "to": ".."}"#

  private static func days(_ object: DefinitionObject, _ reader: DefinitionReader) -> DayRange? {
    let from = object.required("from", Day.self)
    guard let end = object.node(for: "to") else {
      reader.report(.reformWithoutEnd, at: object.node)
      return nil
    }
    let isOpen = end.string == ".."
    let to = isOpen ? nil : Day(end, reader)
    guard let from, isOpen || to != nil else { return nil }
    do throws(InvalidDayRange) {
      return try DayRange(from: from, through: to)
    } catch {
      reader.report(error.diagnostic, at: object.node)
      return nil
    }
  }

  public var json: JSONValue {
    var members = action.members
    members["from"] = days.from.json
    members["to"] = days.through?.json ?? ".."
    members["source"] = source?.json
    return .object(members)
  }
}

extension ReformChange.Action {
  private enum Verb: String, CaseIterable {
    case set, replace, replaceTable, neutralise, insert, limit
  }

  fileprivate init?(_ object: DefinitionObject, _ reader: DefinitionReader) {
    let present = Verb.allCases.filter { object.node(for: $0.rawValue) != nil }
    guard present.count == 1, let verb = present.first else {
      // What stands beside them belongs to one of them, and is not also unknown.
      for key in ["value", "with", "before", "after", "open"] { _ = object.node(for: key) }
      reader.report(
        .reformVerb,
        ["found": .list(present.map(\.rawValue)), "known": .list(Verb.allCases.map(\.rawValue))],
        at: object.node)
      return nil
    }
    switch verb {
    case .set:
      let parameter = object.required("set", ParameterID.self)
      let value = object.required("value", RuleValue.self)
      guard let parameter, let value else { return nil }
      self = .set(parameter, value)
    case .replace:
      let step = object.required("replace", StepID.self)
      let new = object.required("with", RuleStep.self)
      guard let step, let new else { return nil }
      self = .replace(step, with: new)
    case .replaceTable:
      let table = object.required("replaceTable", StepID.self)
      let new = object.required("with", RuleTable.self)
      guard let table, let new else { return nil }
      self = .replaceTable(table, with: new)
    case .neutralise:
      let step = object.required("neutralise", StepID.self)
      let value = object.required("value", RuleValue.self)
      guard let step, let value else { return nil }
      self = .neutralise(step, with: value)
    case .insert:
      let step = object.required("insert", RuleStep.self)
      guard let position = ReformChange.Position(object, reader), let step else { return nil }
      self = .insert(step, position)
    case .limit:
      let parameter = object.required("limit", ParameterID.self)
      let isClosed = object.node(for: "open")?.bool == false
      let bounds = isClosed ? nil : object.required("open", ParameterBounds.self)
      guard let parameter, isClosed || bounds != nil else { return nil }
      self = .limit(parameter, within: bounds)
    }
  }

  fileprivate var members: [String: JSONValue] {
    switch self {
    case .set(let parameter, let value): ["set": parameter.json, "value": value.json]
    case .replace(let step, let new): ["replace": step.json, "with": new.json]
    case .replaceTable(let table, let new): ["replaceTable": table.json, "with": new.json]
    case .neutralise(let step, let value): ["neutralise": step.json, "value": value.json]
    case .insert(let step, .before(let other)): ["insert": step.json, "before": other.json]
    case .insert(let step, .after(let other)): ["insert": step.json, "after": other.json]
    case .limit(let parameter, let bounds):
      ["limit": parameter.json, "open": bounds?.json ?? .bool(false)]
    }
  }
}

extension ReformChange.Position {
  fileprivate init?(_ object: DefinitionObject, _ reader: DefinitionReader) {
    let before = object.optional("before", StepID.self)
    let after = object.optional("after", StepID.self)
    let isBoth = object.node(for: "before") != nil && object.node(for: "after") != nil
    let isNeither = object.node(for: "before") == nil && object.node(for: "after") == nil
    if isBoth || isNeither {
      reader.report(.reformPosition, at: object.node)
      return nil
    }
    if let before {
      self = .before(before)
    } else if let after {
      self = .after(after)
    } else {
      return nil
    }
  }
}
