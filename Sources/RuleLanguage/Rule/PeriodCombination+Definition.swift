public import KinerjaCore

extension PeriodCombination: DefinitionValue {
  private enum Word: String, CaseIterable, DefinitionValue { case mean, last, worst }

  /// Reads `"mean"`, `"last"`, `"worst"`, `{"byTime": "semesters.months"}` or
  /// `{"weights": [{"period": "s1", "weight": "0.4"}, …], "weightsTotal": 1}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard node.kind == .object, let object = reader.object(node) else {
      guard let word = Word(node, reader) else { return nil }
      switch word {
      case .mean: self = .mean
      case .last: self = .last
      case .worst: self = .worst
      }
      return
    }
    if object.node(for: "byTime") != nil {
      let time = object.required("byTime", FormulaText.self)
      object.finish()
      guard let time else { return nil }
      self = .byTime(time)
    } else {
      let weights = object.required("weights", [PeriodWeight].self)
      let total = object.optional("weightsTotal", Ratio.self)
      object.finish()
      guard let weights else { return nil }
      self = .weighted(weights, total: total)
    }
  }

  public var json: JSONValue {
    switch self {
    case .mean: Word.mean.json
    case .last: Word.last.json
    case .worst: Word.worst.json
    case .byTime(let time): ["byTime": time.json]
    case .weighted(let weights, let total):
      .object(of: ["weights": weights.json, "weightsTotal": total?.json])
    }
  }
}

extension PeriodWeight: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: "{\"period\": \"s1\", \"weight\": \"0.4\"}")
    else { return nil }
    let period = object.required("period", CategoryID.self)
    let weight = object.required("weight", FormulaText.self)
    object.finish()
    guard let period, let weight else { return nil }
    self.init(period, weight)
  }

  public var json: JSONValue { ["period": period.json, "weight": weight.json] }
}
