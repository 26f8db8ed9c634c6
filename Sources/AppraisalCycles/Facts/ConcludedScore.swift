public import KinerjaCore
public import RuleLanguage
public import WeightedScoring

/// The outcome of a scoring rule as it was put on record, with all that a recomputation needs.
///
/// The rule itself is not kept here; its digest tells whether the one at hand is the same.
public struct ConcludedScore: Sendable, Hashable {
  /// The rule.
  public let rule: RuleID
  /// Its version.
  public let version: String
  /// The digest of the rule's canonical JSON.
  public let ruleDigest: Digest
  /// The day whose parameter values held.
  public let day: Day
  /// What the rule was given.
  public let inputs: RuleInputs
  /// The exact score; nil if the rule gives none or it is missing.
  public let number: Ratio?
  /// The category; nil if the rule gives none or it is missing.
  public let category: CategoryID?
  /// Whether every output has a value.
  public let isComplete: Bool

  /// Puts a score on record.
  public init(_ score: Score) {
    self.init(
      rule: score.rule.id, version: score.rule.version, ruleDigest: score.derivation.ruleDigest,
      day: score.derivation.day, inputs: score.derivation.inputs, number: score.number,
      category: score.category, isComplete: score.result.isComplete)
  }

  init(
    rule: RuleID, version: String, ruleDigest: Digest, day: Day, inputs: RuleInputs,
    number: Ratio?, category: CategoryID?, isComplete: Bool
  ) {
    self.rule = rule
    self.version = version
    self.ruleDigest = ruleDigest
    self.day = day
    self.inputs = inputs
    self.number = number
    self.category = category
    self.isComplete = isComplete
  }
}

extension ConcludedScore {
  /// What of a score on record and a recomputed one differs.
  public enum Difference: String, Sendable, Hashable, CaseIterable {
    /// Another rule, or another version of it.
    case rule
    /// The same name and version, yet other content: the rule was edited after use.
    case ruleContent
    case day
    case inputs
    case number
    case category
  }

  /// Computes the score anew from the inputs on record and compares it, digit by digit.
  ///
  /// - Parameter rule: The rule that is said to have been applied.
  /// - Returns: What differs; nothing if the score on record is right.
  /// - Throws: `InvalidInput` if the rule cannot be compiled or does not take the inputs.
  public func differences(
    fromRecomputingBy rule: ScoringRule
  ) throws(InvalidInput) -> [Difference] {
    differences(from: ConcludedScore(try rule.compiled(on: day).score(inputs)))
  }

  /// What differs between two scores on record.
  public func differences(from other: ConcludedScore) -> [Difference] {
    let isSameRule = rule == other.rule && version == other.version
    let found: [(Difference, Bool)] = [
      (.rule, !isSameRule), (.ruleContent, isSameRule && ruleDigest != other.ruleDigest),
      (.day, day != other.day), (.inputs, inputs != other.inputs),
      (.number, number != other.number),
      (.category, category != other.category || isComplete != other.isComplete),
    ]
    return found.filter(\.1).map(\.0)
  }
}

extension ConcludedScore: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let rule = object.required("rule", RuleID.self)
    let version = object.required("version", String.self)
    let ruleDigest = object.required("ruleDigest", Digest.self)
    let day = object.required("day", Day.self)
    let inputs = object.required("inputs", RuleInputs.self)
    let number = object.optional("number", Ratio.self)
    let category = object.optional("category", CategoryID.self)
    let isComplete = object.required("complete", Bool.self)
    object.finish()
    guard let rule, let version, let ruleDigest, let day, let inputs, let isComplete else {
      return nil
    }
    self.init(
      rule: rule, version: version, ruleDigest: ruleDigest, day: day, inputs: inputs,
      number: number, category: category, isComplete: isComplete)
  }

  public var json: JSONValue {
    .object(of: [
      "rule": rule.json, "version": version.json, "ruleDigest": ruleDigest.json,
      "day": day.json, "inputs": inputs.json, "number": number?.json,
      "category": category?.json, "complete": isComplete.json,
    ])
  }
}
