public import KinerjaCore
public import RuleLanguage

extension Rule {
  /// Lays a reform over the rule.
  ///
  /// The new rule has the version "1+reform", names the reform's source, and shares with this one
  /// what the reform does not touch. A changed parameter keeps its old values on other days; a
  /// rule whose steps are changed holds on the days of the change only. The new rule is not
  /// compiled: ``RuleLanguage/Rule/check(on:at:)`` tells whether it can be.
  ///
  /// - Throws: Everything wrong with the reform, each at its change: a parameter or a step that the
  ///   rule does not have, a value of another type, one thing changed twice on one day; and, for a
  ///   region, everything that the rule does not leave to it.
  /// - Complexity: O(*n*) in the steps and parameters for their arrays; nothing else is copied.
  public func applying(_ reform: Reform) throws(InvalidInput) -> Rule {
    var editor = ReformEditor(self, reform)
    editor.apply()
    try editor.problems.throwIfAny()
    return editor.rule
  }
}

extension ScoringRule {
  /// Lays a reform over the rule; score, category and display stay as they are.
  ///
  /// - Throws: Everything wrong with the reform, each at its change, as
  ///   `Rule.applying(_:)` does.
  public func applying(_ reform: Reform) throws(InvalidInput) -> ScoringRule {
    replacingRule(by: try rule.applying(reform))
  }

  /// Lays reforms over the rule one after another, such as the nation's, the province's and the
  /// regency's: each sees what the one before left open.
  ///
  /// - Throws: Everything wrong with the first reform that cannot be laid over what those before
  ///   it made.
  public func applying(_ reforms: [Reform]) throws(InvalidInput) -> ScoringRule {
    var rule = self
    for reform in reforms { rule = try rule.applying(reform) }
    return rule
  }
}

extension Reform {
  /// Tells everything wrong with the reform of a rule: errors, which keep it from being applied,
  /// and warnings, such as that it changes nothing.
  public func check(on rule: ScoringRule) -> Diagnostics {
    var editor = ReformEditor(rule.rule, self)
    editor.apply()
    return editor.problems
  }
}
