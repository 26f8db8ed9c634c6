public import KinerjaCore
public import RuleLanguage

/// What one rule of a ``RuleBook`` makes of a data set.
public struct RuleResults: Sendable {
  /// What came of it.
  public enum Outcome: Sendable {
    /// One result a person, in the order given; for a person who cannot be scored, why.
    case scored([Result<ScoreResult, InvalidInput>])
    /// The rule asks for other data than these, or cannot be compiled; with the reasons.
    case notApplicable(Diagnostics)
  }

  /// The rule.
  public let rule: ScoringRule
  /// The day whose parameter values were used.
  public let day: Day
  /// What came of it.
  public let outcome: Outcome

  /// The results, one a person; nil if the rule is not applicable.
  public var results: [Result<ScoreResult, InvalidInput>]? {
    if case .scored(let results) = outcome { results } else { nil }
  }

  /// Why the rule is not applicable; nil if it is.
  public var reasons: Diagnostics? {
    if case .notApplicable(let reasons) = outcome { reasons } else { nil }
  }

  /// How many persons are in each category, from worst to best, and how many in none; nil if the
  /// rule is not applicable or gives no category.
  public var counts: (categories: [(category: CategoryID, count: Int)], none: Int)? {
    guard let results, let scale = rule.categories else { return nil }
    var found: [CategoryID: Int] = [:]
    var none = 0
    for result in results {
      if let category = try? result.get().category {
        found[category, default: 0] += 1
      } else {
        none += 1
      }
    }
    return (scale.categories.map { ($0.id, found[$0.id] ?? 0) }, none)
  }
}

extension RuleBook {
  /// Scores one data set under every rule of the book.
  ///
  /// ```swift
  /// for found in book.results(of: crowd, on: "2026-12-31") {
  ///   print(found.rule, found.counts ?? found.reasons?.all ?? [])
  /// }
  /// ```
  /// A rule takes what it asks for from the data, and passes over the rest, so that one data set
  /// may feed rules of several shapes. A rule is not applicable if a value in the data is of
  /// another type than it asks, or if a person with everything that the data give to anybody
  /// could not be scored for want of an input that they give to nobody.
  ///
  /// - Parameters:
  ///   - crowd: The persons.
  ///   - day: The day whose parameter values are used; for a rule that does not hold then, the
  ///     nearest day on which it does.
  /// - Returns: What came of each rule, in the order of the book.
  /// - Complexity: O(rules × persons).
  public func results(of crowd: [RuleInputs], on day: Day) -> [RuleResults] {
    let given = GivenData(crowd)
    return rules.map { rule in
      let day = Swift.min(Swift.max(day, rule.effective.from), rule.effective.lastDay)
      return RuleResults(rule: rule, day: day, outcome: rule.outcome(of: crowd, given, on: day))
    }
  }
}

extension ScoringRule {
  fileprivate func outcome(
    of crowd: [RuleInputs], _ given: GivenData, on day: Day
  ) -> RuleResults.Outcome {
    do throws(InvalidInput) {
      let scorer = try compiled(on: day)
      let asked = Set(rule.inputs.map(\.id))
      let steps = Set(rule.steps.map(\.id))
      let lists = Dictionary(
        rule.lists.map { ($0.id, Set($0.fields.map(\.id))) }, uniquingKeysWith: { one, _ in one })
      var reasons = given.mismatches(with: rule)
      let fullest = given.fullest.restricted(to: asked, lists, steps)
      let absent = given.absent(from: rule)
      if !absent.isEmpty, (try? scorer.score(fullest))?.result.isComplete != true {
        for name in absent {
          reasons.add(.inputAbsent, ["rule": .text("\(self)"), "name": .text(name)])
        }
      }
      guard reasons.isEmpty else { return .notApplicable(reasons) }
      return .scored(
        try scorer.results(of: crowd.lazy.map { $0.restricted(to: asked, lists, steps) }))
    } catch {
      return .notApplicable(error.diagnostics)
    }
  }
}

extension RuleInputs {
  /// What a rule asks for; nothing is copied for a person who has nothing else.
  fileprivate func restricted(
    to asked: Set<StepID>, _ fields: [StepID: Set<StepID>], _ steps: Set<StepID>
  ) -> RuleInputs {
    var result = self
    result.evidence = evidence.filter { asked.contains($0.key) }
    result.earlier = earlier.filter { steps.contains($0.key) }
    if !values.keys.allSatisfy(asked.contains) {
      result.values = values.filter { asked.contains($0.key) }
    }
    for (name, records) in lists {
      guard let known = fields[name] else {
        result.lists[name] = nil
        continue
      }
      let isWhole = records.allSatisfy { record in
        record.values.keys.allSatisfy(known.contains)
          && record.evidence.keys.allSatisfy(known.contains)
      }
      guard !isWhole else { continue }
      result.lists[name] = records.map { record in
        var kept = RuleRecord(record.values.filter { known.contains($0.key) })
        kept.evidence = record.evidence.filter { known.contains($0.key) }
        return kept
      }
    }
    return result
  }
}

/// What a data set gives: for each name a value of some person who has one.
private struct GivenData {
  /// A person with everything that the data give to anybody: the longest list of each name, its
  /// gaps filled from others.
  private(set) var fullest = RuleInputs()

  init(_ crowd: [RuleInputs]) {
    var given: [StepID: [StepID: RuleValue]] = [:]
    for inputs in crowd {
      for (name, value) in inputs.values where !value.isMissing && fullest.values[name] == nil {
        fullest.values[name] = value
      }
      for (name, records) in inputs.lists where !records.isEmpty {
        if records.count > fullest.lists[name]?.count ?? 0 { fullest.lists[name] = records }
        for record in records {
          for (field, value) in record.values where !value.isMissing {
            given[name, default: [:]][field] = given[name]?[field] ?? value
          }
        }
      }
    }
    for (name, fields) in given {
      for index in fullest[list: name].indices {
        fullest[list: name][index].values.merge(fields) { own, other in
          own.isMissing ? other : own
        }
      }
    }
  }

  /// The names that a rule asks for and nobody has, in the order of the rule.
  func absent(from rule: Rule) -> [String] {
    rule.inputs.map(\.id).filter { fullest.values[$0] == nil }.map(\.text)
      + rule.lists.flatMap { list in
        guard let element = fullest.lists[list.id]?.first else { return [list.id.text] }
        return list.fields.map(\.id).filter { element.values[$0] == nil }.map {
          "\(list.id).\($0)"
        }
      }
  }

  /// The values of another type than a rule asks for.
  func mismatches(with rule: Rule) -> Diagnostics {
    var problems = Diagnostics()
    func check(_ input: RuleInput, _ value: RuleValue?, named name: String) {
      guard let value, !input.type.fits(value) else { return }
      problems.add(
        .inputOfOtherType,
        [
          "rule": .text("\(rule)"), "name": .text(name), "found": .localized(value.kindLabel),
          "expected": .localized(input.type.label),
        ])
    }
    for input in rule.inputs { check(input, fullest.values[input.id], named: input.id.text) }
    for list in rule.lists {
      let element = fullest.lists[list.id]?.first
      for field in list.fields {
        check(field, element?.values[field.id], named: "\(list.id).\(field.id)")
      }
    }
    return problems
  }
}

extension ValueType {
  fileprivate func fits(_ value: RuleValue) -> Bool {
    switch (self, value) {
    case (.number, .number), (.flag, .flag), (.category, .category), (_, .missing): true
    case (.number, _), (.flag, _), (.category, _): false
    }
  }
}
