public import KinerjaCore

extension RuleStep: DefinitionValue {
  /// Reads a step; exactly one of `formula`, `weightedMean`, `bands` and `matrix` says how it
  /// finds its value.
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
    switch body {
    case .formula(let text):
      members["formula"] = text.json
    case .weightedMean(let terms, let total):
      members["weightedMean"] = terms.json
      members["weightsTotal"] = total?.json
    case .bands(let number, let table):
      members["bands"] = table.bands.json
      members["of"] = number.json
    case .matrix(let rows, let columns, let matrix):
      members["matrix"] = [
        "rowsBy": rows.json, "columnsBy": columns.json, "columns": matrix.columns.json,
        "rows": matrix.rows.json,
      ]
    }
    return .object(members)
  }
}

extension RuleStep.Body {
  fileprivate init?(_ object: DefinitionObject, _ reader: DefinitionReader) {
    let formula = object.optional("formula", FormulaText.self)
    let terms = object.optional("weightedMean", [RuleStep.WeightedTerm].self)
    // A key that belongs to another body is unknown, not passed over.
    let total =
      object.node(for: "weightedMean").flatMap { _ in object.optional("weightsTotal", Ratio.self) }
    let bands = object.optional("bands", [Band].self)
    let number = object.node(for: "bands").flatMap { _ in object.optional("of", FormulaText.self) }
    let matrix = object.optional("matrix", MatrixBody.self)
    let present = ["formula", "weightedMean", "bands", "matrix"].filter {
      object.node(for: $0) != nil
    }
    guard present.count == 1 else {
      reader.report(.stepBody, ["found": .list(present)], at: object.node)
      return nil
    }
    if let formula {
      self = .formula(formula)
    } else if let terms {
      self = .weightedMean(terms, total: total)
    } else if let bands {
      guard let number else {
        if object.node(for: "of") == nil { _ = object.required("of", FormulaText.self) }
        return nil
      }
      self = .bands(of: number, BandTable(bands))
    } else if let matrix {
      self = .matrix(rows: matrix.rows, columns: matrix.columns, matrix.table)
    } else {
      return nil
    }
  }
}

/// A matrix with what selects its rows and columns, as it stands in a file.
private struct MatrixBody: DefinitionValue {
  let rows: FormulaText
  let columns: FormulaText
  let table: CategoryMatrix

  init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let rowsBy = object.required("rowsBy", FormulaText.self)
    let columnsBy = object.required("columnsBy", FormulaText.self)
    let columns = object.required("columns", [CategoryID].self)
    let rows = object.required("rows", [CategoryMatrix.Row].self)
    object.finish()
    guard let rowsBy, let columnsBy, let columns, let rows else { return nil }
    self.rows = rowsBy
    self.columns = columnsBy
    table = CategoryMatrix(columns: columns, rows: rows)
  }

  var json: JSONValue { .null }
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

extension MissingPolicy: DefinitionValue {
  private enum Word: String, CaseIterable, DefinitionValue { case incomplete, fail }

  /// Reads `"incomplete"`, `"fail"`, `{"substitute": 76, "source": {…}}` or
  /// `{"dropAndRescale": "0.8"}`, the minimum share.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard node.kind == .object, let object = reader.object(node) else {
      guard let word = Word(node, reader) else { return nil }
      self = word == .fail ? .fail : .incomplete
      return
    }
    if object.node(for: "dropAndRescale") != nil {
      let share = object.required("dropAndRescale", Ratio.self)
      object.finish()
      guard let share else { return nil }
      self = .dropAndRescale(minimumShare: share)
    } else {
      let value = object.required("substitute", RuleValue.self)
      let source = object.required("source", LegalSource.self)
      object.finish()
      guard let value, let source else { return nil }
      self = .substitute(value, source: source)
    }
  }

  public var json: JSONValue {
    switch self {
    case .incomplete: Word.incomplete.json
    case .fail: Word.fail.json
    case .substitute(let value, let source): ["substitute": value.json, "source": source.json]
    case .dropAndRescale(let share): ["dropAndRescale": share.json]
    }
  }
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
