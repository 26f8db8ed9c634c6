package import KinerjaCore

extension RuleStep.Body {
  /// The keys that each say how a step finds its value.
  private static let keys = [
    "formula", "weightedMean", "bands", "matrix", "variants", "raterGroups", "periods",
  ]

  init?(_ object: DefinitionObject, _ reader: DefinitionReader) {
    let present = Self.keys.filter { object.node(for: $0) != nil }
    guard present.count == 1 else {
      reader.report(
        .stepBody, ["keys": .list(Self.keys), "found": .list(present)], at: object.node)
      // Whose they are is not known now.
      for key in ["of", "by", "weightsTotal"] { _ = object.node(for: key) }
      return nil
    }
    // A key that belongs to another body is not asked for, so that it is unknown.
    switch present[0] {
    case "formula":
      guard let formula = object.required("formula", FormulaText.self) else { return nil }
      self = .formula(formula)
    case "weightedMean":
      let terms = object.required("weightedMean", [RuleStep.WeightedTerm].self)
      let total = object.optional("weightsTotal", Ratio.self)
      guard let terms else { return nil }
      self = .weightedMean(terms, total: total)
    case "bands":
      let bands = object.required("bands", [Band].self)
      let number = object.required("of", FormulaText.self)
      guard let bands, let number else { return nil }
      self = .bands(of: number, BandTable(bands))
    case "matrix":
      guard let matrix = object.required("matrix", MatrixBody.self) else { return nil }
      self = .matrix(rows: matrix.rows, columns: matrix.columns, matrix.table)
    case "variants":
      guard let variants = object.required("variants", [StepVariant].self) else { return nil }
      self = .variants(variants)
    case "raterGroups":
      let groups = object.required("raterGroups", [RaterGroup].self)
      let ratings = object.required("of", FormulaText.self)
      let role = object.required("by", FormulaText.self)
      let total = object.optional("weightsTotal", Ratio.self)
      guard let groups, let ratings, let role else { return nil }
      self = .raterGroups(of: ratings, by: role, groups, total: total)
    default:
      let combination = object.required("periods", PeriodCombination.self)
      let value = object.required("of", FormulaText.self)
      let period = object.required("by", FormulaText.self)
      guard let combination, let value, let period else { return nil }
      self = .periods(of: value, by: period, combination)
    }
  }

  /// What it adds to the members of its step.
  package var members: [String: JSONValue] {
    switch self {
    case .formula(let text): return ["formula": text.json]
    case .weightedMean(let terms, let total):
      var members = ["weightedMean": terms.json]
      members["weightsTotal"] = total?.json
      return members
    case .bands(let number, let table): return ["bands": table.bands.json, "of": number.json]
    case .matrix(let rows, let columns, let matrix):
      return ["matrix": MatrixBody(rows: rows, columns: columns, table: matrix).json]
    case .variants(let variants): return ["variants": variants.json]
    case .raterGroups(let ratings, let role, let groups, let total):
      var members = ["raterGroups": groups.json, "of": ratings.json, "by": role.json]
      members["weightsTotal"] = total?.json
      return members
    case .periods(let value, let period, let combination):
      return ["periods": combination.json, "of": value.json, "by": period.json]
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

  init(rows: FormulaText, columns: FormulaText, table: CategoryMatrix) {
    self.rows = rows
    self.columns = columns
    self.table = table
  }

  var json: JSONValue {
    [
      "rowsBy": rows.json, "columnsBy": columns.json, "columns": table.columns.json,
      "rows": table.rows.json,
    ]
  }
}
