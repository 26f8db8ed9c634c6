public import KinerjaCore

/// Scoring rules by identifier and day.
///
/// A rule may stand in it in several versions, as long as no two of one identifier hold on one
/// day.
public struct RuleBook: Sendable, Hashable {
  /// The rules, in the order given.
  public let rules: [ScoringRule]

  /// Creates a rule book.
  ///
  /// - Throws: Every two versions of a rule that hold on one day.
  public init(_ rules: [ScoringRule]) throws(InvalidInput) {
    self.init(checked: rules)
    try problems.throwIfAny()
  }

  /// Creates a rule book from rules that a test holds to the same condition.
  package init(checked rules: [ScoringRule]) { self.rules = rules }

  private var problems: Diagnostics {
    var problems = Diagnostics(at: "rules")
    for (index, rule) in rules.enumerated() {
      let others = rules[..<index].filter { $0.id == rule.id }
      for other in others where other.effective.overlaps(rule.effective) {
        problems.add(
          .overlappingVersions,
          [
            "rule": .text(rule.id.text), "one": .text(other.version),
            "other": .text(rule.version),
          ], at: .index(index))
      }
    }
    return problems
  }

  /// The version of a rule that holds on a day; nil if there is none.
  public func rule(_ id: RuleID, on day: Day) -> ScoringRule? {
    rules.first { $0.id == id && $0.effective.contains(day) }
  }

  /// All versions of a rule, in the order given.
  public func versions(of id: RuleID) -> [ScoringRule] { rules.filter { $0.id == id } }
}
