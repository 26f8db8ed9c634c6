public import KinerjaCore
public import RuleLanguage

/// Something in a rule that compiles and yet should be looked at, with people who show it.
///
/// Nothing is reported that is merely likely: what people show was scored before it is said, and
/// what nobody can reach is excluded by interval analysis over all that the inputs may hold.
public struct LintFinding: Sendable, Hashable {
  /// On what a finding rests.
  public enum Proof: String, Sendable, Hashable, CaseIterable {
    /// The people of ``LintFinding/people`` were scored and show it.
    case scored
    /// It holds for everyone, by interval analysis over the ranges of the inputs.
    case ranges
    /// It can be read off the rule itself.
    case structure
  }

  /// What was found: code, severity, path and wording.
  public let diagnostic: Diagnostic
  /// On what it rests.
  public let proof: Proof
  /// One person or two neighbours, as plain as could be found, who show it when they are scored.
  public let people: [RuleInputs]

  /// The stable code, such as `lint.not-monotone`.
  public var code: String { diagnostic.code }
  /// A warning where people may get what law did not mean; a note where it is only worth knowing.
  public var severity: DiagnosticSeverity { diagnostic.severity }
  /// Where in the rule.
  public var path: DefinitionPath { diagnostic.place.path }

  /// Place, finding and mend in one line.
  public func sentence(in language: Language) -> String { diagnostic.sentence(in: language) }
}

extension LintFinding: CustomStringConvertible {
  public var description: String { diagnostic.description }
}

extension ScoringRule {
  /// Looks for what is wrong with a rule although it compiles: holes, what nobody can reach, values
  /// that fall where they should rise, divisions by zero, weights that do not add up, what is not
  /// used or counted twice.
  ///
  /// - Returns: The findings, in the order of the rule's steps; a rule that is clean gives no
  ///   warning.
  /// - Throws: Everything wrong with the rule on that day, if it does not compile; bands that
  ///   overlap are among that.
  /// - Complexity: Some thousand evaluations for a rule like PP 46/2011, well under a second.
  public func lint(on day: Day) throws(InvalidInput) -> [LintFinding] {
    var problems = Diagnostics()
    guard let compiled = compiled(on: day, &problems), !problems.hasErrors else {
      throw InvalidInput(problems)
    }
    var linter = Linter(self, compiled)
    linter.run()
    return linter.findings
  }
}
