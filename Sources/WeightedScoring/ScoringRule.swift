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
  /// Further steps that the rule is asked for, such as how long a penalty lasts; a step of a list by
  /// the list's name and its own, `tasks.value`.
  public let furtherSteps: [StepID]
  /// How the score is shown to people; it never takes part in the calculation.
  public let display: DecimalRounding

  /// Creates a scoring rule.
  public init(
    _ rule: Rule, score: StepID? = nil, category: StepID? = nil, further: [StepID] = [],
    shown display: DecimalRounding = DecimalRounding(places: 2, .halfUp)
  ) {
    self.rule = rule
    scoreStep = score
    categoryStep = category
    furtherSteps = further
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

  /// The same results of another rule.
  func replacingRule(by rule: Rule) -> ScoringRule {
    ScoringRule(
      rule, score: scoreStep, category: categoryStep, further: furtherSteps, shown: display)
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
    var problems = Diagnostics()
    _ = compiled(on: day, &problems)
    return problems
  }

  /// Compiles the rule, and adds what is wrong with it and its outputs to what is known.
  func compiled(on day: Day, _ problems: inout Diagnostics) -> CompiledRule? {
    let place = SourcePlace(path: [.key("rule")])
    let compiled = CompiledRule(rule, on: day, at: place, &problems)
    if scoreStep == nil, categoryStep == nil { problems.add(.noOutput, at: .key("score")) }
    if !(0...Points.mostPlaces).contains(display.places) {
      problems.add(
        .roundingPlaces, ["places": .integer(Int64(display.places))], at: .key("shown"))
    }
    check(scoreStep, under: "score", .scoreNotNumber, in: compiled, &problems) { $0 == .number }
    check(categoryStep, under: "category", .categoryNotCategory, in: compiled, &problems) {
      $0.scale != nil
    }
    for (index, step) in furtherSteps.enumerated() where !isKnown(step) {
      problems.add(
        .unknownOutput, unknown(step), at: SourcePlace(path: [.key("further"), .index(index)]))
    }
    return compiled
  }

  private func isKnown(_ step: StepID) -> Bool {
    rule.step(step) != nil
      || rule.lists.contains { list in
        list.steps.contains { "\(list.id).\($0.id)" == step.text }
      }
  }

  private func unknown(_ step: StepID) -> [String: DiagnosticValue] {
    let cure = LocalizedText.suggestion(for: step.text, among: rule.steps.map(\.id.text))
    return ["step": .text(step.text), "cure": .localized(cure)]
  }

  private func check(
    _ step: StepID?, under key: String, _ kind: DiagnosticKind, in compiled: CompiledRule?,
    _ problems: inout Diagnostics, isFitting: (ValueType) -> Bool
  ) {
    guard let step else { return }
    guard rule.step(step) != nil else {
      problems.add(.unknownOutput, unknown(step), at: .key(key))
      return
    }
    if let type = compiled?.type(of: step), !isFitting(type) {
      problems.add(kind, ["step": .text(step.text)], at: .key(key))
    }
  }
}

extension ScoringRule: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let rule = object.required("rule", Rule.self)
    let score = object.optional("score", StepID.self)
    let category = object.optional("category", StepID.self)
    let further = object.optional("further", default: [StepID]())
    let display = object.optional("shown", default: DecimalRounding(places: 2, .halfUp))
    object.finish()
    guard let rule, let further, let display else { return nil }
    self.init(rule, score: score, category: category, further: further, shown: display)
  }

  public var json: JSONValue {
    .object(of: [
      "rule": rule.json, "score": scoreStep?.json, "category": categoryStep?.json,
      "further": furtherSteps.isEmpty ? nil : furtherSteps.json, "shown": display.json,
    ])
  }
}

extension ScoringRule: CustomStringConvertible {
  /// Identifier and version.
  public var description: String { rule.description }
}
