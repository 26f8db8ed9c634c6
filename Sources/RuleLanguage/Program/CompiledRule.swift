public import KinerjaCore

/// A rule that has been checked and compiled for a day.
package struct CompiledRule: Sendable {
  package let rule: Rule
  /// The day whose parameter values hold.
  package let day: Day
  package private(set) var program: Program
  /// What should be looked at, though it stops nothing.
  package let warnings: Diagnostics
  /// The digest of the rule's canonical JSON.
  package let digest: Digest
  /// The slots of the person by the names that fill them.
  let slotsByName: [StepID: Int]
  let inputsWriter: InputsWriter

  /// Compiles a rule.
  ///
  /// - Throws: Everything wrong with the rule on that day.
  package init(_ rule: Rule, on day: Day, at place: SourcePlace = SourcePlace())
    throws(InvalidInput)
  {
    var problems = Diagnostics()
    guard let compiled = Self(rule, on: day, at: place, &problems) else {
      throw InvalidInput(problems)
    }
    self = compiled
  }

  /// Compiles a rule, and adds errors and warnings to those known; nil if there is an error.
  package init?(_ rule: Rule, on day: Day, at place: SourcePlace, _ problems: inout Diagnostics) {
    var compiler = RuleCompiler(rule, on: day, at: place)
    compiler.compile()
    problems.add(contentsOf: compiler.problems)
    guard !compiler.problems.hasErrors else { return nil }
    self.rule = rule
    self.day = day
    program = compiler.program
    warnings = compiler.problems
    digest = SHA256.hash(rule.json.canonicalBytes)
    slotsByName = Dictionary(
      program.slots.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    inputsWriter = InputsWriter(program, of: rule)
  }
}

extension CompiledRule {
  /// The same rule with no step rounding: where its ways part, without the many small pieces that
  /// rounding makes of a line.
  package var withoutRounding: CompiledRule {
    var copy = self
    for index in copy.program.steps.indices { copy.program.steps[index].rounding = nil }
    return copy
  }
}

extension Rule {
  /// Tells everything wrong with the rule on a day: errors, which keep it from being used, and
  /// warnings.
  ///
  /// - Parameters:
  ///   - day: The day whose parameter values are to hold.
  ///   - place: Where the rule stands, such as a file's name.
  public func check(on day: Day, at place: SourcePlace = SourcePlace()) -> Diagnostics {
    var problems = Diagnostics()
    _ = CompiledRule(self, on: day, at: place, &problems)
    return problems
  }
}
