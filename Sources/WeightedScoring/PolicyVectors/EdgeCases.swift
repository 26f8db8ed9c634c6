public import KinerjaCore
public import RuleLanguage

extension PolicyVectors {
  /// Makes cases one step below, on and above every edge of a rule.
  ///
  /// Along every number of each base, the rule is followed exactly from breakpoint to breakpoint;
  /// wherever it takes another way — another band, the other answer to a condition, another operand
  /// of `min`, `max` or `clamp` — there are cases on both sides, and on the edge where the input can
  /// hold it. Categories and flags are tried in all combinations, if there are no more than 256. Of
  /// several ways to reach one edge the first that holds it exactly is made. What the rule computes is what the
  /// cases expect: read them against the law before they are kept.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - day: The day whose parameter values hold.
  ///   - bases: People to start from, such as those of cases worked by hand; their other inputs stay.
  /// - Returns: Vectors that the rule passes, the same for the same input everywhere.
  /// - Throws: Everything wrong with the rule on that day.
  public static func edges(
    of rule: ScoringRule, on day: Day, from bases: [RuleInputs]
  ) throws(InvalidInput) -> PolicyVectors {
    let scorer = try rule.compiled(on: day)
    var search = EdgeSearch(scorer)
    for base in bases { search.run(from: base) }
    search.choose()
    return PolicyVectors(
      for: RuleReference(to: rule), defaults: PolicyDefaults(on: day), cases: search.cases)
  }

  /// Makes cases on both sides of every edge, from the people of the cases that are complete.
  ///
  /// - Throws: Everything wrong with the rule on the day of the file, or if no case can serve as a
  ///   base.
  public func edges(of rule: ScoringRule) throws(InvalidInput) -> PolicyVectors {
    let people = cases.filter { item in
      if case .person(let expectation) = item.check { expectation.failure == nil } else { false }
    }
    let bases = people.map { defaults.inputs.overlaid(with: $0.inputs) }
    guard let first = people.first else {
      throw InvalidInput(Diagnostic(.policyNoBase))
    }
    return try Self.edges(of: rule, on: day(of: first), from: bases)
  }
}
