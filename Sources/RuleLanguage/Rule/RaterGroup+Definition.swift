public import KinerjaCore

extension RaterGroup: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: "{\"role\": \"peer\", \"weight\": \"0.4\"}")
    else { return nil }
    let role = object.required("role", CategoryID.self)
    let weight = object.required("weight", FormulaText.self)
    let minimumCount = object.optional("atLeast", default: 1)
    let aggregation = object.optional("aggregation", default: RatingAggregation.mean)
    object.finish()
    guard let role, let weight, let minimumCount, let aggregation else { return nil }
    self.init(role, weight: weight, atLeast: minimumCount, aggregation)
  }

  public var json: JSONValue {
    var members = ["role": role.json, "weight": weight.json]
    members["atLeast"] = minimumCount == 1 ? nil : minimumCount.json
    members["aggregation"] = aggregation == .mean ? nil : aggregation.json
    return .object(members)
  }
}

extension RatingAggregation: DefinitionValue {
  private enum Word: String, CaseIterable, DefinitionValue { case mean, median }

  /// Reads `"mean"`, `"median"`, `{"trimmedMean": {"dropping": 1}}` or
  /// `{"trimmedMean": {"share": "0.1"}}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard node.kind == .object, let object = reader.object(node) else {
      guard let word = Word(node, reader) else { return nil }
      self = word == .mean ? .mean : .median
      return
    }
    let trim = object.required("trimmedMean", Trim.self)
    object.finish()
    guard let trim else { return nil }
    self = trim.aggregation
  }

  public var json: JSONValue {
    switch self {
    case .mean: Word.mean.json
    case .median: Word.median.json
    case .trimmedMean, .trimmedMeanByShare: ["trimmedMean": Trim(aggregation: self).json]
    }
  }
}

/// How much a trimmed mean leaves out, as it stands in a file.
private struct Trim: DefinitionValue {
  let aggregation: RatingAggregation

  init(aggregation: RatingAggregation) { self.aggregation = aggregation }

  init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: "{\"dropping\": 1}") else { return nil }
    if object.node(for: "share") != nil {
      let share = object.required("share", Ratio.self)
      object.finish()
      guard let share else { return nil }
      aggregation = .trimmedMeanByShare(share)
    } else {
      let count = object.required("dropping", Int.self)
      object.finish()
      guard let count else { return nil }
      aggregation = .trimmedMean(dropping: count)
    }
  }

  var json: JSONValue {
    switch aggregation {
    case .trimmedMean(let count): ["dropping": count.json]
    case .trimmedMeanByShare(let share): ["share": share.json]
    case .mean, .median: .null
    }
  }
}
