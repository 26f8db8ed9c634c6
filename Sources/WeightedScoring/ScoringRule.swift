public import KinerjaCore
public import RuleLanguage

/// A rule whose outcome is a score, a category, or both.
///
/// The rule is data, and so is this: what a region changes is a value, not code. It is checked
/// when it compiles for a day.
public struct ScoringRule: Sendable, Hashable {
  /// The rule itself.
  public let rule: Rule
  /// The step whose number is the score; nil if the rule gives none.
  public let scoreStep: StepID?
  /// The step whose category is the result; nil if the rule gives none.
  public let categoryStep: StepID?
  /// How the score is shown to people; it never takes part in the calculation.
  public let display: DecimalRounding

  /// Creates a scoring rule.
  public init(
    _ rule: Rule, score: StepID? = nil, category: StepID? = nil,
    shown display: DecimalRounding = DecimalRounding(places: 2, .halfUp)
  ) {
    self.rule = rule
    scoreStep = score
    categoryStep = category
    self.display = display
  }

  /// The identifier of the rule.
  public var id: RuleID { rule.id }
  /// The version of the rule.
  public var version: String { rule.version }
  /// What the rule is called.
  public var title: LocalizedText { rule.title }
  /// The days for which it decides.
  public var effective: DayRange { rule.effective }
  /// The instruments of law that it follows.
  public var sources: [LegalSource] { rule.sources }

  /// The categories that it gives, in order; nil if it gives none.
  public var categories: CategoryScale? {
    categoryStep.flatMap(rule.step)?.scale.flatMap(rule.scale)
  }

  /// Compiles the rule with the parameter values of a day.
  ///
  /// - Throws: Everything wrong with the rule on that day.
  public func compiled(on day: Day) throws(InvalidInput) -> Scorer {
    try Scorer(self, on: day)
  }

  /// Tells everything wrong with the rule on a day: errors, which keep it from being used, and
  /// warnings.
  public func check(on day: Day) -> Diagnostics {
    var problems = rule.check(on: day, at: SourcePlace(path: [.key("rule")]))
    problems.add(contentsOf: outputProblems)
    return problems
  }

  /// What is wrong with the names of the outputs.
  var outputProblems: Diagnostics {
    var problems = Diagnostics()
    let steps = rule.steps.map(\.id.text)
    for (key, step) in [("score", scoreStep), ("category", categoryStep)] {
      guard let step, rule.step(step) == nil else { continue }
      let cure = LocalizedText.suggestion(for: step.text, among: steps)
      problems.add(
        .unknownOutput, ["step": .text(step.text), "cure": .localized(cure)], at: .key(key))
    }
    if scoreStep == nil, categoryStep == nil { problems.add(.noOutput) }
    return problems
  }
}

extension ScoringRule: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let rule = object.required("rule", Rule.self)
    let score = object.optional("score", StepID.self)
    let category = object.optional("category", StepID.self)
    let display = object.optional("shown", default: DecimalRounding(places: 2, .halfUp))
    object.finish()
    guard let rule, let display else { return nil }
    self.init(rule, score: score, category: category, shown: display)
  }

  public var json: JSONValue {
    .object(of: [
      "rule": rule.json, "score": scoreStep?.json, "category": categoryStep?.json,
      "shown": display.json,
    ])
  }
}

extension ScoringRule: CustomStringConvertible {
  /// Identifier and version.
  public var description: String { rule.description }
}
