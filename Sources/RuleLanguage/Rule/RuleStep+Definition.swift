public import KinerjaCore

extension RuleStep: DefinitionValue {
  /// Reads a step; exactly one of `formula`, `weightedMean`, `bands`, `matrix`, `variants`,
  /// `raterGroups` and `periods` says how it finds its value.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", StepID.self)
    let title = object.required("title", LocalizedText.self)
    let body = Body(object, reader)
    let scale = object.optional("giving", ScaleID.self)
    let rounding = object.optional("rounded", DecimalRounding.self)
    let policy = object.optional("whenMissing", default: MissingPolicy.incomplete)
    let source = object.optional("source", LegalSource.self)
    let isOpen = object.optional("open", default: false)
    object.finish()
    guard let id, let title, let body, let policy, let isOpen else { return nil }
    self.init(
      id, title, body, giving: scale, rounded: rounding, whenMissing: policy, source: source)
    self.isOpen = isOpen
  }

  public var json: JSONValue {
    var members: [String: JSONValue] = ["id": id.json, "title": title.json]
    members["giving"] = scale?.json
    members["rounded"] = rounding?.json
    members["whenMissing"] = whenMissing == .incomplete ? nil : whenMissing.json
    members["source"] = source?.json
    members["open"] = isOpen ? true : nil
    members.merge(body.members) { own, _ in own }
    return .object(members)
  }
}

extension CategoryMatrix.Row: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let category = object.required("category", CategoryID.self)
    let cells = object.required("cells", [CategoryID].self)
    object.finish()
    guard let category, let cells else { return nil }
    self.init(category, cells)
  }

  public var json: JSONValue { ["category": category.json, "cells": cells.json] }
}

extension RuleStep.WeightedTerm: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let value = object.required("of", FormulaText.self)
    let weight = object.required("weight", FormulaText.self)
    object.finish()
    guard let value, let weight else { return nil }
    self.init(value, weight: weight)
  }

  public var json: JSONValue { ["of": value.json, "weight": weight.json] }
}

extension DecimalRounding: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let places = object.required("places", Int.self)
    let mode = object.required("mode", RoundingMode.self)
    object.finish()
    guard let places, let mode else { return nil }
    self.init(places: places, mode)
  }

  public var json: JSONValue { ["places": places.json, "mode": mode.json] }
}

extension FormulaText: DefinitionValue {
  /// Reads a text, or a number, which is a formula too.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    if let text = node.numberText {
      // A formula knows no exponent.
      let isPlain = !text.contains { $0 == "e" || $0 == "E" }
      guard let plain = isPlain ? text : Ratio(node, reader)?.text(.point) else { return nil }
      self.init(plain, at: node.place)
      return
    }
    guard let text = String(node, reader) else { return nil }
    var place = node.place
    // Behind the quotation mark.
    place.column = place.column.map { $0 + 1 }
    self.init(text, at: place)
  }

  public var json: JSONValue { .string(text) }
}
