public import KinerjaCore
public import KinerjaTables
public import RuleLanguage

extension Scorer {
  /// Scores many people column by column, on all cores.
  ///
  /// ```swift
  /// let staff = RuleColumns(count: marks.count, [
  ///   "work": .numbers(hundredths, decimals: 2), "conduct": .numbers(marks),
  /// ])
  /// let scores = try scorer.scores(of: staff)
  /// print(scores.count(of: "good"), scores.sum(of: "score")?.mean ?? 0)
  /// ```
  /// The program that scores one person is lowered to loops over whole numbers where these are
  /// proven to be exact, and to doubles with a proven bound of the error elsewhere. Whoever is too
  /// near an edge to be certain, or lacks something, is left to the exact evaluator; so each person
  /// has the category of ``score(_:)``. Only where an exact number on the way is too large to hold
  /// may a person be refused there who has a category here.
  ///
  /// - Parameters:
  ///   - people: The columns; an input without one is missing for everybody.
  ///   - sums: Steps whose sums are wanted beside that of the rule's score.
  ///   - kept: Steps whose value for each person is wanted.
  ///   - parallel: How the work is spread over cores, watched and stopped.
  /// - Throws: Everything that is wrong with the columns as such, a step that gives no number, or
  ///   that the task was cancelled. A row that cannot be scored is counted in the result instead.
  /// - Complexity: O(*n*) in the number of people and of the elements of their lists; beside the
  ///   result a byte a person.
  public func scores(
    of people: RuleColumns, summing sums: [StepID] = [], keeping kept: [StepID] = [],
    parallel: ParallelBlocks = ParallelBlocks()
  ) throws(InvalidInput) -> CrowdScores {
    var problems = Diagnostics()
    for step in sums + kept { check(number: step, &problems) }
    try problems.throwIfAny()
    var question = ColumnQuestion()
    question.category = rule.categoryStep
    question.score = rule.scoreStep
    question.sums = [rule.scoreStep].compactMap(\.self) + sums.filter { $0 != rule.scoreStep }
    question.values = kept
    let outcome = try compiled.evaluate(people, question, parallel: parallel)
    let found = outcome.sums.map { ScoreSum(count: $0.count, exact: $0.exact, bounds: $0.bounds) }
    let values = outcome.values.map { ScoreColumn(values: $0.values, bound: $0.bound) }
    return CrowdScores(
      count: people.count, scale: rule.categories, categories: outcome.codes,
      counts: outcome.counts, missing: outcome.missing, refusedCount: outcome.refused,
      problems: outcome.problems, evaluatedCount: outcome.evaluated,
      sums: Dictionary(zip(question.sums, found)) { first, _ in first },
      values: Dictionary(zip(kept, values)) { first, _ in first })
  }

  /// The exact result of one of many people.
  ///
  /// - Parameters:
  ///   - row: From 0 to below the number of people.
  ///   - people: The columns.
  /// - Throws: As for ``score(_:)``, whose derivation `score(people.inputs(of: row))` gives; or
  ///   that the elements of a list cannot be where the columns say.
  public func result(
    of row: Int, in people: RuleColumns
  ) throws(InvalidInput) -> ScoreResult {
    result(of: try compiled.evaluate(row, of: people))
  }

  private func check(number step: StepID, _ problems: inout Diagnostics) {
    guard rule.rule.step(step) != nil else {
      let known = rule.rule.steps.map(\.id.text)
      problems.add(
        .unknownOutput,
        [
          "step": .text(step.text),
          "cure": .localized(.suggestion(for: step.text, among: known)),
        ])
      return
    }
    if compiled.type(of: step) != .number {
      problems.add(.scoreNotNumber, ["step": .text(step.text)])
    }
  }
}
