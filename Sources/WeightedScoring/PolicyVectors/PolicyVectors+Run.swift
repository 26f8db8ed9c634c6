import KinerjaCore
import RuleLanguage

extension PolicyVectors {
  /// Runs every case against a rule.
  public func run(_ rule: ScoringRule) -> PolicyReport {
    report(self.rule.problems(of: rule)) { _ in rule }
  }

  /// Runs every case against the version of the rule that holds on the day of the case.
  public func run(_ book: RuleBook) -> PolicyReport {
    report([]) { book.rule(self.rule.id, on: $0) }
  }

  /// Runs every case and stops with the report if the rule does not do what they ask.
  ///
  /// A test needs no more than this line.
  public func verify(_ rule: ScoringRule) throws(UnsatisfiedVectors) {
    try run(rule).throwIfUnsatisfied()
  }

  /// Runs every case against the versions of a rule book, and stops with the report if one differs.
  public func verify(_ book: RuleBook) throws(UnsatisfiedVectors) {
    try run(book).throwIfUnsatisfied()
  }

  /// Whether a rule passes every case, whatever its identifier, version and digest.
  ///
  /// Stops at the first case that fails and writes no report: for asking about many variants of a
  /// rule.
  public func isSatisfied(by rule: ScoringRule) -> Bool {
    var run = PolicyRun(self)
    return cases.allSatisfy { run.passes($0, rule) }
  }

  private func report(
    _ known: [Diagnostic], _ rule: (Day) -> ScoringRule?
  ) -> PolicyReport {
    var run = PolicyRun(self)
    var problems = known
    var outcomes: [PolicyOutcome] = []
    for item in cases {
      guard let rule = rule(day(of: item)) else {
        let absent = Diagnostic(
          .policyNoRule, ["rule": .text(self.rule.id.text)], at: item.origin.place)
        outcomes.append(PolicyOutcome(item, [absent]))
        continue
      }
      for problem in self.rule.problems(of: rule) where !problems.contains(problem) {
        problems.append(problem)
      }
      outcomes.append(run.outcome(of: item, rule))
    }
    return PolicyReport(rule: self.rule, problems: problems, outcomes: outcomes)
  }
}

extension PolicyVectors {
  /// The day on which a case stands.
  ///
  /// A file that names none is refused; what is made in Swift without a day stands on the first.
  func day(of item: PolicyCase) -> Day { item.day ?? defaults.day ?? .first }
}

extension PolicyReport {
  func throwIfUnsatisfied() throws(UnsatisfiedVectors) {
    if !isSatisfied { throw UnsatisfiedVectors(report: self) }
  }
}

extension PolicyVectors.RuleReference {
  /// In what a rule is not the one that is meant.
  func problems(of rule: ScoringRule) -> [Diagnostic] {
    if rule.id != id || rule.version != version {
      return [
        Diagnostic(
          .policyOtherRule,
          ["expected": .text("\(id) \(version)"), "found": .text(rule.description)])
      ]
    }
    guard let digest else { return [] }
    let found = SHA256.hash(rule.rule.json.canonicalBytes)
    guard found != digest else { return [] }
    return [
      Diagnostic(
        .policyOtherBytes, ["rule": .text(rule.description), "found": .text(found.hex)])
    ]
  }
}

extension PolicyOutcome {
  init(
    _ item: PolicyCase, _ differences: [Diagnostic], derivation: Derivation? = nil,
    steps: Set<String> = [], nearest: NearestInput? = nil
  ) {
    self.init(
      name: item.name, place: item.origin.place, differences: differences, derivation: derivation,
      differingSteps: steps, nearest: nearest)
  }
}
