public import KinerjaCore

extension Rule: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", RuleID.self)
    let version = object.required("version", String.self)
    let title = object.required("title", LocalizedText.self)
    let effective = object.required("effective", DayRange.self)
    let sources = object.required("sources", [LegalSource].self)
    let scales = object.optional("scales", default: [CategoryScale]())
    let parameters = object.optional("parameters", default: [RuleParameter]())
    let tables = object.optional("tables", default: [RuleTable]())
    let inputs = object.optional("inputs", default: [RuleInput]())
    let lists = object.optional("lists", default: [RuleList]())
    let steps = object.required("steps", [RuleStep].self)
    let supersedes = object.optional("supersedes", default: [RuleID]())
    object.finish()
    guard let id, let version, let title, let effective, let sources, let scales, let parameters,
      let tables, let inputs, let lists, let steps, let supersedes
    else { return nil }
    self.init(
      id, version: version, title, effective: effective, sources: sources, scales: scales,
      parameters: parameters, tables: tables, inputs: inputs, lists: lists, steps: steps)
    self.supersedes = supersedes
  }

  public var json: JSONValue {
    .object(of: [
      "id": id.json, "version": version.json, "title": title.json, "effective": effective.json,
      "sources": sources.json, "scales": scales.json, "parameters": parameters.json,
      "tables": tables.isEmpty ? nil : tables.json, "inputs": inputs.json,
      "lists": lists.json, "steps": steps.json,
      "supersedes": supersedes.isEmpty ? nil : supersedes.json,
    ])
  }
}

extension CategoryScale: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", ScaleID.self)
    let title = object.required("title", LocalizedText.self)
    // Kinds of which none is better stand under another key.
    let isRanked = object.node(for: "categories") == nil
    let categories = object.required(isRanked ? "worstToBest" : "categories", [Category].self)
    object.finish()
    guard let id, let title, let categories else { return nil }
    if isRanked {
      self.init(id, title, worstToBest: categories)
    } else {
      self.init(id, title, categories: categories)
    }
  }

  public var json: JSONValue {
    [
      "id": id.json, "title": title.json,
      isRanked ? "worstToBest" : "categories": categories.json,
    ]
  }
}

extension CategoryScale.Category: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", CategoryID.self)
    let label = object.required("label", LocalizedText.self)
    object.finish()
    guard let id, let label else { return nil }
    self.init(id, label)
  }

  public var json: JSONValue { ["id": id.json, "label": label.json] }
}

extension RuleParameter: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", ParameterID.self)
    let title = object.required("title", LocalizedText.self)
    let values = object.required("values", [Value].self)
    let unit = object.optional("unit", MeasurementUnit.self)
    let bounds = object.optional("open", ParameterBounds.self)
    object.finish()
    guard let id, let title, let values else { return nil }
    self.init(id, title, values, unit: unit)
    self.bounds = bounds
  }

  public var json: JSONValue {
    .object(of: [
      "id": id.json, "title": title.json, "values": values.json, "unit": unit?.json,
      "open": bounds?.json,
    ])
  }
}

extension RuleParameter.Value: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let value = object.required("value", RuleValue.self)
    let effective = object.required("effective", DayRange.self)
    let source = object.required("source", LegalSource.self)
    object.finish()
    guard let value, let effective, let source else { return nil }
    self.init(value, effective, source)
  }

  public var json: JSONValue {
    ["value": value.json, "effective": effective.json, "source": source.json]
  }
}

extension RuleInput: DefinitionValue {
  private enum Word: String, CaseIterable, DefinitionValue { case number, flag, category }

  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", StepID.self)
    let title = object.required("title", LocalizedText.self)
    let word = object.required("type", Word.self)
    let scale = word == .category ? object.required("scale", ScaleID.self) : nil
    let unit = object.optional("unit", MeasurementUnit.self)
    let decimals = object.optional("decimals", Int.self)
    let least = object.optional("from", Ratio.self)
    let most = object.optional("through", Ratio.self)
    let isRequired = object.optional("isRequired", default: false)
    object.finish()
    guard let id, let title, let word, let isRequired else { return nil }
    var range: ClosedRange<Ratio>?
    if least != nil || most != nil {
      guard let least, let most, least <= most else {
        reader.report(.inputRangeEnds, at: node)
        return nil
      }
      range = least...most
    }
    let type: ValueType
    switch word {
    case .number: type = .number
    case .flag: type = .flag
    case .category:
      guard let scale else { return nil }
      type = .category(of: scale)
    }
    self.init(
      id, title, type, unit: unit, decimals: decimals, within: range, isRequired: isRequired)
  }

  public var json: JSONValue {
    let (word, scale): (Word, ScaleID?) =
      switch type {
      case .number: (.number, nil)
      case .flag: (.flag, nil)
      case .category(let scale): (.category, scale)
      }
    return .object(of: [
      "id": id.json, "title": title.json, "type": word.json, "scale": scale?.json,
      "unit": unit?.json, "decimals": decimals?.json,
      "from": range?.lowerBound.json, "through": range?.upperBound.json,
      "isRequired": isRequired ? JSONValue.bool(true) : nil,
    ])
  }
}

extension RuleList: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", StepID.self)
    let title = object.required("title", LocalizedText.self)
    let fields = object.required("fields", [RuleInput].self)
    let steps = object.optional("steps", default: [RuleStep]())
    object.finish()
    guard let id, let title, let fields, let steps else { return nil }
    self.init(id, title, fields: fields, steps: steps)
  }

  public var json: JSONValue {
    ["id": id.json, "title": title.json, "fields": fields.json, "steps": steps.json]
  }
}
