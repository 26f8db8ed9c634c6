public import KinerjaCore

extension DerivationStep.Variant: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", VariantID.self)
    let when = object.optional("when", RuleValue.self)
    let unless = object.optional("unless", RuleValue.self)
    let outcome = object.required("outcome", Outcome.self)
    object.finish()
    guard let id, let outcome else { return nil }
    self.init(id: id, when: when, unless: unless, outcome: outcome)
  }

  public var json: JSONValue {
    .object(of: [
      "id": id.json, "when": when?.answerJSON, "unless": unless?.answerJSON,
      "outcome": outcome.json,
    ])
  }
}

extension RuleValue {
  /// A null would read as no answer at all.
  fileprivate var answerJSON: JSONValue {
    self == .missing(.notGiven) ? ["missing": "not-given"] : json
  }
}

extension DerivationStep.Variant.Outcome: DefinitionValue {
  private enum Word: String, CaseIterable, DefinitionValue {
    case taken
    case notHolding = "not-holding"
    case undecided, open
  }

  /// Reads a word, or `{"overriddenBy": "remote"}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    if node.kind == .object, let object = reader.object(node) {
      let winner = object.required("overriddenBy", VariantID.self)
      object.finish()
      guard let winner else { return nil }
      self = .overridden(by: winner)
      return
    }
    guard let word = Word(node, reader) else { return nil }
    switch word {
    case .taken: self = .taken
    case .notHolding: self = .notHolding
    case .undecided: self = .undecided
    case .open: self = .open
    }
  }

  public var json: JSONValue {
    switch self {
    case .taken: Word.taken.json
    case .notHolding: Word.notHolding.json
    case .undecided: Word.undecided.json
    case .open: Word.open.json
    case .overridden(let winner): ["overriddenBy": winner.json]
    }
  }
}

extension DerivationStep.Replacement: DefinitionValue {
  private enum Word: String, CaseIterable, DefinitionValue {
    case substituted
    case lowestBand = "lowest-band"
  }

  /// Reads a word, or `{"carriedForwardFrom": "2025-12-31"}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    if node.kind == .object, let object = reader.object(node) {
      let day = object.required("carriedForwardFrom", Day.self)
      object.finish()
      guard let day else { return nil }
      self = .carriedForward(from: day)
      return
    }
    guard let word = Word(node, reader) else { return nil }
    self = word == .substituted ? .substituted : .lowestBand
  }

  public var json: JSONValue {
    switch self {
    case .substituted: Word.substituted.json
    case .lowestBand: Word.lowestBand.json
    case .carriedForward(let day): ["carriedForwardFrom": day.json]
    }
  }
}
