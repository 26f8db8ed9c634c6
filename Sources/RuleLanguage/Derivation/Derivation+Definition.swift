public import KinerjaCore

extension Derivation: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let rule = object.required("rule", Rule.self)
    let day = object.required("day", Day.self)
    let inputs = object.required("inputs", RuleInputs.self)
    let steps = object.required("steps", [DerivationStep].self)
    let ruleDigest = object.required("ruleDigest", Digest.self)
    let inputsDigest = object.required("inputsDigest", Digest.self)
    object.finish()
    guard let rule, let day, let inputs, let steps, let ruleDigest, let inputsDigest else {
      return nil
    }
    self.init(
      rule: rule, day: day, inputs: inputs, steps: steps, ruleDigest: ruleDigest,
      inputsDigest: inputsDigest)
  }

  public var json: JSONValue {
    [
      "rule": rule.json, "day": day.json, "inputs": inputs.json, "steps": steps.json,
      "ruleDigest": ruleDigest.json, "inputsDigest": inputsDigest.json,
    ]
  }
}

extension DerivationStep: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", StepID.self)
    let list = object.optional("list", StepID.self)
    let element = object.optional("element", Int.self)
    let operands = object.optional("operands", default: [Operand]())
    let conditions = object.optional("conditions", default: [Condition]())
    let lookups = object.optional("lookups", default: [Lookup]())
    let terms = object.optional("terms", default: [Term]())
    let dropped = object.optional("dropped", default: [Int]())
    let choice = object.optional("choice", Choice.self)
    let exact = object.optional("exact", default: RuleValue.missing(.notGiven))
    let result = object.optional("result", default: RuleValue.missing(.notGiven))
    let unit = object.optional("unit", MeasurementUnit.self)
    let replacement = object.optional("replacement", Replacement.self)
    let variants = object.optional("variants", default: [Variant]())
    let share = object.optional("measuredShare", default: Ratio.one)
    object.finish()
    guard let id, let operands, let conditions, let lookups, let terms, let dropped, let exact,
      let result, let variants, let share
    else { return nil }
    self.init(
      id: id, list: list, element: element, operands: operands, conditions: conditions,
      lookups: lookups, variants: variants, terms: terms, dropped: dropped, choice: choice,
      exact: exact, result: result, unit: unit, replacement: replacement, measuredShare: share)
  }

  public var json: JSONValue {
    .object(of: [
      "id": id.json, "list": list?.json, "element": element?.json,
      "operands": operands.isEmpty ? nil : operands.json,
      "conditions": conditions.isEmpty ? nil : conditions.json,
      "lookups": lookups.isEmpty ? nil : lookups.json,
      "terms": terms.isEmpty ? nil : terms.json, "dropped": dropped.isEmpty ? nil : dropped.json,
      "choice": choice?.json, "exact": exact.json, "result": result.json,
      "unit": unit?.json, "replacement": replacement?.json,
      "variants": variants.isEmpty ? nil : variants.json,
      "measuredShare": measuredShare == .one ? nil : measuredShare.json,
    ])
  }
}

extension DerivationStep.Operand: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let name = object.required("name", String.self)
    let isList = object.node(for: "values") != nil
    let values = object.optional("values", default: [RuleValue]())
    let value = object.optional("value", default: RuleValue.missing(.notGiven))
    object.finish()
    guard let name, let values, let value else { return nil }
    self.init(name: name, content: isList ? .elements(values) : .value(value))
  }

  public var json: JSONValue {
    switch content {
    case .value(let value): ["name": name.json, "value": value.json]
    case .elements(let values): ["name": name.json, "values": values.json]
    }
  }
}

extension DerivationStep.Condition: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let text = object.required("if", String.self)
    let holds = object.optional("holds", default: RuleValue.missing(.notGiven))
    object.finish()
    guard let text, let holds else { return nil }
    self.init(text: text, holds: holds)
  }

  public var json: JSONValue { ["if": text.json, "holds": holds.json] }
}

extension DerivationStep.Lookup: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let text = object.required("lookup", String.self)
    let table = object.required("table", StepID.self)
    let keys = object.required("keys", [RuleValue].self)
    let row = object.optional("row", Int.self)
    let column = object.optional("column", Int.self)
    let lower = object.optional("lower", DerivationStep.Edge.self)
    let upper = object.optional("upper", DerivationStep.Edge.self)
    let rate = object.optional("rate", Ratio.self)
    let value = object.required("value", RuleValue.self)
    object.finish()
    guard let text, let table, let keys, let value else { return nil }
    self.init(
      text: text, table: table, keys: keys, row: row, column: column, lower: lower, upper: upper,
      rate: rate, value: value)
  }

  public var json: JSONValue {
    .object(of: [
      "lookup": text.json, "table": table.json, "keys": keys.json, "row": row?.json,
      "column": column?.json, "lower": lower?.json, "upper": upper?.json, "rate": rate?.json,
      "value": value.json,
    ])
  }
}

extension DerivationStep.Term: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let value = object.optional("value", default: RuleValue.missing(.notGiven))
    let weight = object.optional("weight", default: RuleValue.missing(.notGiven))
    object.finish()
    guard let value, let weight else { return nil }
    self.init(value: value, weight: weight)
  }

  public var json: JSONValue { ["value": value.json, "weight": weight.json] }
}

extension DerivationStep.Choice: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let band = object.optional("band", Int.self)
    let lower = object.optional("lower", DerivationStep.Edge.self)
    let upper = object.optional("upper", DerivationStep.Edge.self)
    let row = object.optional("row", CategoryID.self)
    let column = object.optional("column", CategoryID.self)
    object.finish()
    if let band {
      self = .band(band, lower: lower, upper: upper)
    } else if let row, let column {
      self = .cell(row: row, column: column)
    } else {
      reader.report(.valueObject, ["example": #"{"row": …, "column": …}"#], at: node)
      return nil
    }
  }

  public var json: JSONValue {
    switch self {
    case .band(let index, let lower, let upper):
      .object(of: ["band": index.json, "lower": lower?.json, "upper": upper?.json])
    case .cell(let row, let column):
      ["row": row.json, "column": column.json]
    }
  }
}

extension DerivationStep.Edge: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let value = object.required("value", Ratio.self)
    let isClosed = object.required("isClosed", Bool.self)
    object.finish()
    guard let value, let isClosed else { return nil }
    self.init(value: value, isClosed: isClosed)
  }

  public var json: JSONValue { ["value": value.json, "isClosed": isClosed.json] }
}
