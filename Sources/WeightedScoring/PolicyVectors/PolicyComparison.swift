import KinerjaCore
import RuleLanguage

/// What a rule gives for one person, held against what is expected.
struct PolicyComparison {
  /// In what it differs.
  private(set) var differences: [Diagnostic] = []
  /// The paths of the steps that differ.
  private(set) var steps: Set<String> = []
  /// What the rule gives; nil if it was stopped.
  private(set) var score: Score?

  private let expectation: PolicyExpectation
  private let tolerance: Ratio
  private let place: SourcePlace

  init(
    _ expectation: PolicyExpectation, tolerance: Ratio, at place: SourcePlace,
    _ scorer: Result<Scorer, InvalidInput>, _ inputs: RuleInputs
  ) {
    self.expectation = expectation
    self.tolerance = tolerance
    self.place = place
    do throws(InvalidInput) {
      let scorer = try scorer.get()
      let score = try scorer.score(inputs)
      self.score = score
      compare(score)
      compare(warnings: scorer.warnings)
    } catch {
      compare(failure: error)
    }
  }

  // MARK: - Errors and warnings

  private mutating func compare(failure error: InvalidInput) {
    guard let expected = expectation.failure else {
      differences = error.problems.map { problem in
        Diagnostic(
          .policyStopped, ["problem": .localized(problem.sentence), "code": .text(problem.code)],
          at: place)
      }
      return
    }
    let found = error.problems.map { PolicyExpectation.Failure($0.code, at: $0.inputPath) }
    let isFound = found.contains {
      $0.code == expected.code && (expected.path == nil || $0.path == expected.path)
    }
    if !isFound {
      differ("error", expected: .text(expected.text), found: .shown(found.map(\.text)))
    }
  }

  private mutating func compare(warnings: Diagnostics) {
    guard let expected = expectation.diagnostics else { return }
    let found = warnings.all.map(\.code)
    if found.sorted() != expected.sorted() {
      differ("diagnostics", expected: .shown(expected), found: .shown(found))
    }
  }

  // MARK: - Values

  private mutating func compare(_ score: Score) {
    if let failure = expectation.failure {
      return differ("error", expected: .text(failure.text), found: .text("–"))
    }
    let found = Dictionary(
      score.derivation.steps.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    if let category = expectation.category {
      let result = score.rule.categoryStep.flatMap { found[$0.text] }
      compare(
        "category", category, result?.result ?? .missing(.notGiven), of: result?.path)
    }
    if let share = expectation.measuredShare, share != score.measuredShare {
      differ("measuredShare", expected: .number(share), found: .number(score.measuredShare))
    }
    for path in expectation.paths {
      guard let step = found[path] else {
        differences.append(
          Diagnostic(
            .policyUnknownStep,
            [
              "step": .text(path),
              "cure": .localized(.suggestion(for: path, among: found.keys.sorted())),
            ], at: place))
        continue
      }
      if let value = expectation.values[path] { compare(path, value, step.result, of: path) }
      if let number = expectation.exact[path], step.exact != .number(number) {
        differ("\(path).exact", expected: .number(number), found: step.exact.shown, of: path)
      }
      if let trace = expectation.trace[path] { compare(trace, step) }
    }
  }

  private mutating func compare(_ trace: PolicyExpectation.Trace, _ step: DerivationStep) {
    let path = step.path
    if let value = trace.value { compare(path, value, step.result, of: path) }
    if let exact = trace.exact, !exact.isMet(by: step.exact, tolerance: 0) {
      differ("\(path).exact", expected: exact.shown, found: step.exact.shown, of: path)
    }
    if trace.edge != nil || trace.side != nil, !trace.isMet(by: step.edges) {
      differ(
        "\(path).edge", expected: .text(trace.edgeText),
        found: .shown(step.edges.map { "\($0.value.text()) \($0.isClosed ? "closed" : "open")" }),
        of: path)
    }
    if trace.row != nil || trace.column != nil {
      let cell = step.cell
      if let row = trace.row, row != cell?.row {
        differ("\(path).row", expected: .text(row.text), found: cell?.row.shown ?? "–", of: path)
      }
      if let column = trace.column, column != cell?.column {
        differ(
          "\(path).column", expected: .text(column.text), found: cell?.column.shown ?? "–",
          of: path)
      }
    }
    let taken = step.variants.first { $0.outcome == .taken }?.id
    if let variant = trace.variant, variant != taken {
      differ(
        "\(path).variant", expected: .text(variant.text), found: .text(taken?.text ?? "–"),
        of: path)
    }
    for (word, expected, found) in [
      ("substituted", trace.isSubstituted, step.replacement == .substituted),
      ("carriedForward", trace.isCarriedForward, step.wasCarriedForward),
      ("lowestBand", trace.isLowestBand, step.replacement == .lowestBand),
    ] {
      guard let expected, expected != found else { continue }
      differ("\(path).\(word)", expected: .text("\(expected)"), found: .text("\(found)"), of: path)
    }
    if let dropped = trace.dropped, dropped != step.dropped {
      differ(
        "\(path).dropped", expected: .shown(dropped.map(String.init)),
        found: .shown(step.dropped.map(String.init)), of: path)
    }
    if let share = trace.measuredShare, share != step.measuredShare {
      differ(
        "\(path).measuredShare", expected: .number(share), found: .number(step.measuredShare),
        of: path)
    }
  }

  private mutating func compare(
    _ what: String, _ expected: PolicyExpectation.Value, _ found: RuleValue, of step: String?
  ) {
    guard !expected.isMet(by: found, tolerance: tolerance) else { return }
    guard case .value(.number(let number)) = expected, case .number(let other) = found,
      let difference = try? (other - number).magnitude
    else { return differ(what, expected: expected.shown, found: found.shown, of: step) }
    if let step { steps.insert(step) }
    differences.append(
      Diagnostic(
        .policyNumberDiffers,
        [
          "what": .text(what), "expected": .number(number), "found": .number(other),
          "difference": .number(difference),
        ], at: place))
  }

  private mutating func differ(
    _ what: String, expected: DiagnosticValue, found: DiagnosticValue, of step: String? = nil
  ) {
    if let step { steps.insert(step) }
    differences.append(
      Diagnostic(
        .policyDiffers, ["what": .text(what), "expected": expected, "found": found], at: place))
  }
}
