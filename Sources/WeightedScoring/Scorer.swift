public import KinerjaCore
public import KinerjaTables
public import RuleLanguage

/// A scoring rule that has been checked and compiled for a day; it scores one person with a
/// derivation, and a crowd without, by the same program.
public struct Scorer: Sendable {
  /// The rule.
  public let rule: ScoringRule
  /// The day whose parameter values hold.
  public let day: Day
  /// What should be looked at in the rule, though it stops nothing.
  public let warnings: Diagnostics

  let compiled: CompiledRule
  private let scoreSlot: Int?
  private let categorySlot: Int?

  init(_ rule: ScoringRule, on day: Day) throws(InvalidInput) {
    var problems = Diagnostics()
    guard let compiled = rule.compiled(on: day, &problems), !problems.hasErrors else {
      throw InvalidInput(problems)
    }
    self.rule = rule
    self.day = day
    self.compiled = compiled
    warnings = problems
    scoreSlot = rule.scoreStep.flatMap { compiled.slot(of: $0) }
    categorySlot = rule.categoryStep.flatMap { compiled.slot(of: $0) }
  }

  /// Scores one person and says how.
  ///
  /// - Throws: All inputs that the rule cannot take; or the step that stops because it must not be
  ///   missing, or because its exact value is too large to hold. A score that is merely incomplete
  ///   is no error: it says so.
  public func score(_ inputs: RuleInputs) throws(InvalidInput) -> Score {
    let (outcome, derivation) = try compiled.derive(inputs)
    return Score(rule: rule, result: result(of: outcome), derivation: derivation)
  }

  /// Scores many people, each like ``score(_:)`` but without derivations.
  ///
  /// For a crowd in columns ``scores(of:summing:keeping:parallel:)`` is far faster.
  ///
  /// - Parameters:
  ///   - crowd: What is known about each person.
  ///   - parallel: How the work is spread over cores; the results do not depend on it.
  /// - Returns: One result a person, in the order given; for a person who cannot be scored, why.
  /// - Throws: That the task was cancelled.
  public func results(
    of crowd: some Sequence<RuleInputs>, parallel: ParallelBlocks = ParallelBlocks()
  ) throws(InvalidInput) -> [Result<ScoreResult, InvalidInput>] {
    try compiled.evaluate(Array(crowd), parallel: parallel) { result(of: $0) }
  }

  func result(of outcome: RuleOutcome) -> ScoreResult {
    let number = scoreSlot.map { outcome.values[$0] }
    let category = categorySlot.map { outcome.values[$0] }
    let share = scoreSlot.map { outcome.measuredShare(ofSlot: $0) }
    let other = categorySlot.map { outcome.measuredShare(ofSlot: $0) }
    return ScoreResult(
      number: number?.number, category: category?.category,
      missing: number?.missingReason ?? category?.missingReason,
      measuredShare: min(share ?? other ?? 0, other ?? share ?? 0))
  }
}
