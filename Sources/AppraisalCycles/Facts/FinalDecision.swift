public import KinerjaCore

/// The result that the competent official decided (*penetapan hasil*).
public struct FinalDecision: Sendable, Hashable {
  /// The rule by whose outcome it was decided.
  public let rule: RuleID
  /// Its version.
  public let version: String
  /// The exact score; nil if the rule gives none.
  public let number: Ratio?
  /// The category; nil if the rule gives none.
  public let category: CategoryID?

  /// Creates a decision on a score.
  public init(on score: ConcludedScore) {
    self.init(
      rule: score.rule, version: score.version, number: score.number, category: score.category)
  }

  init(rule: RuleID, version: String, number: Ratio?, category: CategoryID?) {
    self.rule = rule
    self.version = version
    self.number = number
    self.category = category
  }
}

extension FinalDecision: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let rule = object.required("rule", RuleID.self)
    let version = object.required("version", String.self)
    let number = object.optional("number", Ratio.self)
    let category = object.optional("category", CategoryID.self)
    object.finish()
    guard let rule, let version else { return nil }
    self.init(rule: rule, version: version, number: number, category: category)
  }

  public var json: JSONValue {
    .object(of: [
      "rule": rule.json, "version": version.json, "number": number?.json,
      "category": category?.json,
    ])
  }
}
