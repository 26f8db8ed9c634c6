public import KinerjaCore

extension RuleTable: DefinitionValue {
  /// Reads a table; exactly one of `points`, `pieces`, `marginalRates`, `averageRates`, `rows` and
  /// `grid` says how it finds its value.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", StepID.self)
    let title = object.required("title", LocalizedText.self)
    let body = Body(object, reader)
    let scale = object.optional("giving", ScaleID.self)
    let unit = object.optional("unit", MeasurementUnit.self)
    let source = object.optional("source", LegalSource.self)
    object.finish()
    guard let id, let title, let body else { return nil }
    self.init(id, title, body, giving: scale, unit: unit, source: source)
  }

  public var json: JSONValue {
    var members: [String: JSONValue] = ["id": id.json, "title": title.json]
    members["giving"] = scale?.json
    members["unit"] = unit?.json
    members["source"] = source?.json
    switch body {
    case .points(let points, let outside):
      members["points"] = points.json
      members["outside"] = outside.json
    case .pieces(let pieces): members["pieces"] = pieces.json
    case .marginalRates(let brackets): members["marginalRates"] = brackets.json
    case .averageRates(let brackets): members["averageRates"] = brackets.json
    case .rows(let scale, let rows):
      members["rows"] = rows.json
      members["by"] = scale?.json
    case .grid(let rowsBy, let columnsBy, let columns, let rows):
      members["grid"] = .object(of: [
        "rowsBy": rowsBy?.json, "columnsBy": columnsBy?.json, "columns": columns.json,
        "rows": rows.json,
      ])
    }
    return .object(members)
  }
}

extension RuleTable.Outside: DefinitionValue {}

extension RuleTable.Body {
  private static let keys = [
    "points", "pieces", "marginalRates", "averageRates", "rows", "grid",
  ]

  fileprivate init?(_ object: DefinitionObject, _ reader: DefinitionReader) {
    let present = Self.keys.filter { object.node(for: $0) != nil }
    guard present.count == 1 else {
      reader.report(.tableBody, ["found": .list(present)], at: object.node)
      return nil
    }
    switch present[0] {
    case "points":
      let points = object.required("points", [RuleTable.Point].self)
      let outside = object.required("outside", RuleTable.Outside.self)
      guard let points, let outside else { return nil }
      self = .points(points, outside: outside)
    case "pieces":
      guard let pieces = object.required("pieces", [RuleTable.Piece].self) else { return nil }
      self = .pieces(pieces)
    case "marginalRates":
      guard let brackets = object.required("marginalRates", [RuleTable.Bracket].self) else {
        return nil
      }
      self = .marginalRates(brackets)
    case "averageRates":
      guard let brackets = object.required("averageRates", [RuleTable.Bracket].self) else {
        return nil
      }
      self = .averageRates(brackets)
    case "rows":
      let rows = object.required("rows", [RuleTable.Row].self)
      let scale = object.optional("by", ScaleID.self)
      guard let rows else { return nil }
      self = .rows(by: scale, rows)
    default:
      guard let grid = object.required("grid", GridBody.self) else { return nil }
      self = grid.body
    }
  }
}

/// A table with two keys as it stands in a file.
private struct GridBody: DefinitionValue {
  let body: RuleTable.Body

  init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let rowsBy = object.optional("rowsBy", ScaleID.self)
    let columnsBy = object.optional("columnsBy", ScaleID.self)
    let columns = object.required("columns", [FormulaText].self)
    let rows = object.required("rows", [RuleTable.GridRow].self)
    object.finish()
    guard let columns, let rows else { return nil }
    body = .grid(rowsBy: rowsBy, columnsBy: columnsBy, columns: columns, rows)
  }

  var json: JSONValue { .null }
}

extension RuleTable.Point: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let number = object.required("at", FormulaText.self)
    let value = object.required("value", FormulaText.self)
    object.finish()
    guard let number, let value else { return nil }
    self.init(number, value)
  }

  public var json: JSONValue { ["at": number.json, "value": value.json] }
}

extension RuleTable.Piece: DefinitionValue {
  /// Reads a piece; `from` and `through` belong to it, `above` and `below` do not.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let value = object.required("value", FormulaText.self)
    let end = object.optional("to", FormulaText.self)
    let edges = Band.Edge.pair(of: object, reader)
    object.finish()
    guard let value, let edges else { return nil }
    self.init(value, to: end, lower: edges.lower, upper: edges.upper)
  }

  public var json: JSONValue {
    var members = Band.Edge.json(lower: lower, upper: upper)
    members["value"] = value.json
    members["to"] = end?.json
    return .object(members)
  }
}

extension RuleTable.Bracket: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let from = object.required("from", FormulaText.self)
    let rate = object.required("rate", FormulaText.self)
    object.finish()
    guard let from, let rate else { return nil }
    self.init(from: from, rate: rate)
  }

  public var json: JSONValue { ["from": from.json, "rate": rate.json] }
}

extension RuleTable.Row: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let key = object.required("key", FormulaText.self)
    let value = object.required("value", FormulaText.self)
    object.finish()
    guard let key, let value else { return nil }
    self.init(key, value)
  }

  public var json: JSONValue { ["key": key.json, "value": value.json] }
}

extension RuleTable.GridRow: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let key = object.required("key", FormulaText.self)
    let cells = object.required("cells", [FormulaText].self)
    object.finish()
    guard let key, let cells else { return nil }
    self.init(key, cells)
  }

  public var json: JSONValue { ["key": key.json, "cells": cells.json] }
}
