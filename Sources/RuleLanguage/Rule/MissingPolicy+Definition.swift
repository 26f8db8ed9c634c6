public import KinerjaCore

extension MissingPolicy: DefinitionValue {
  private enum Word: String, CaseIterable, DefinitionValue { case incomplete, fail }

  /// Reads `"incomplete"`, `"fail"`, `{"substitute": 76, "source": {…}}`,
  /// `{"dropAndRescale": "0.8"}` with the minimum share,
  /// `{"carryForward": {"withinDays": 366}, "source": {…}}` or
  /// `{"lowestBand": true, "source": {…}}`.
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
      return
    }
    if object.node(for: "carryForward") != nil {
      let limit = object.required("carryForward", CarryLimit.self)
      let source = object.required("source", LegalSource.self)
      object.finish()
      guard let limit, let source else { return nil }
      self = .carryForward(withinDays: limit.days, source: source)
      return
    }
    if let lowest = object.node(for: "lowestBand") {
      let isAsked = object.required("lowestBand", Bool.self)
      let source = object.required("source", LegalSource.self)
      object.finish()
      if isAsked == false {
        reader.reportChoice("false", among: ["true"], at: lowest)
      }
      guard isAsked == true, let source else { return nil }
      self = .lowestBand(source: source)
      return
    }
    let value = object.required("substitute", RuleValue.self)
    let source = object.required("source", LegalSource.self)
    object.finish()
    guard let value, let source else { return nil }
    self = .substitute(value, source: source)
  }

  public var json: JSONValue {
    switch self {
    case .incomplete: Word.incomplete.json
    case .fail: Word.fail.json
    case .substitute(let value, let source): ["substitute": value.json, "source": source.json]
    case .dropAndRescale(let share): ["dropAndRescale": share.json]
    case .carryForward(let days, let source):
      ["carryForward": CarryLimit(days: days).json, "source": source.json]
    case .lowestBand(let source): ["lowestBand": true, "source": source.json]
    }
  }
}

/// How old a value may be that is carried forward, as it stands in a file.
private struct CarryLimit: DefinitionValue {
  let days: Int

  init(days: Int) { self.days = days }

  init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: "{\"withinDays\": 366}") else { return nil }
    let days = object.required("withinDays", Int.self)
    object.finish()
    guard let days else { return nil }
    self.days = days
  }

  var json: JSONValue { ["withinDays": days.json] }
}
