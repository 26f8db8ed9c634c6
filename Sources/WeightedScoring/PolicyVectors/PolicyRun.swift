import KinerjaCore
import RuleLanguage

/// Runs cases against a rule, or one version of it a day, compiled once for each day.
struct PolicyRun {
  let vectors: PolicyVectors
  private var compiled: [Version: Result<Scorer, InvalidInput>] = [:]

  private struct Version: Hashable {
    let day: Day
    let reform: [ReformChange]
  }

  init(_ vectors: PolicyVectors) { self.vectors = vectors }

  /// What becomes of a case.
  mutating func outcome(of item: PolicyCase, _ rule: ScoringRule) -> PolicyOutcome {
    let inputs = vectors.defaults.inputs.overlaid(with: item.inputs)
    switch item.check {
    case .person(let expectation):
      let comparison = comparison(of: item, expectation, inputs, rule)
      guard !comparison.differences.isEmpty else {
        return PolicyOutcome(item, [], derivation: comparison.score?.derivation)
      }
      var run = self
      let nearest = NearestInput(from: inputs, of: rule.rule) { changed in
        run.comparison(of: item, expectation, changed, rule).differences.isEmpty
      }
      return PolicyOutcome(
        item, comparison.differences, derivation: comparison.score?.derivation,
        steps: comparison.steps, nearest: nearest)
    case .property(let property):
      switch scorer(rule, for: item) {
      case .failure(let error): return PolicyOutcome(item, error.problems)
      case .success(let scorer):
        guard let broken = PropertyCheck(property, scorer).counterexample(from: inputs) else {
          return PolicyOutcome(item, [])
        }
        var difference = broken.difference
        difference.place = item.origin.place
        let score = try? scorer.score(broken.inputs)
        let step = property.step ?? rule.categoryStep
        return PolicyOutcome(
          item, [difference], derivation: score?.derivation,
          steps: step.map { [$0.text] } ?? [])
      }
    case .population(let file, let expected):
      return PolicyOutcome(item, differences(of: item, file, expected, rule))
    }
  }

  /// Whether a case passes; found without what a report needs.
  mutating func passes(_ item: PolicyCase, _ rule: ScoringRule) -> Bool {
    let inputs = vectors.defaults.inputs.overlaid(with: item.inputs)
    switch item.check {
    case .person(let expectation):
      return comparison(of: item, expectation, inputs, rule).differences.isEmpty
    case .property(let property):
      guard case .success(let scorer) = scorer(rule, for: item) else { return false }
      return PropertyCheck(property, scorer).counterexample(from: inputs) == nil
    case .population(let file, let expected):
      return differences(of: item, file, expected, rule).isEmpty
    }
  }

  private mutating func comparison(
    of item: PolicyCase, _ expectation: PolicyExpectation, _ inputs: RuleInputs,
    _ rule: ScoringRule
  ) -> PolicyComparison {
    PolicyComparison(
      expectation, tolerance: item.tolerance ?? vectors.defaults.tolerance,
      at: item.origin.place, scorer(rule, for: item), inputs)
  }

  private mutating func differences(
    of item: PolicyCase, _ file: String, _ expected: PolicyPopulation, _ rule: ScoringRule
  ) -> [Diagnostic] {
    var plain = item
    plain.reform = []
    do throws(InvalidInput) {
      let found = try PolicyPopulation(
        at: item.origin.path(to: file), baseline: scorer(rule, for: plain).get(),
        reform: scorer(rule, for: item).get())
      return expected.differences(from: found, at: item.origin.place)
    } catch {
      return error.problems
    }
  }

  private mutating func scorer(
    _ rule: ScoringRule, for item: PolicyCase
  ) -> Result<Scorer, InvalidInput> {
    let version = Version(day: vectors.day(of: item), reform: item.reform)
    if let known = compiled[version] { return known }
    let result = Result { () throws(InvalidInput) in
      let reformed =
        item.reform.isEmpty ? rule : try rule.applying(Reform(whatIf: item.reform))
      return try reformed.compiled(on: version.day)
    }
    compiled[version] = result
    return result
  }
}
