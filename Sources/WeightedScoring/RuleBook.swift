public import KinerjaCore
import RuleLanguage

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

  /// What should be looked at, though it stops nothing: days between two versions of a rule, or
  /// between a rule and the one that it supersedes, on which neither holds; and days on which both
  /// of these hold.
  public var warnings: Diagnostics {
    var problems = Diagnostics(at: "rules")
    for (index, rule) in rules.enumerated() {
      let earlier = rules.filter { $0.id == rule.id && $0.effective < rule.effective }
      if let last = earlier.max(by: { $0.effective < $1.effective }) {
        note(.versionGap, between: last, rule, at: index, &problems)
      }
      for other in rules where rule.rule.supersedes.contains(other.id) && other.id != rule.id {
        if other.effective.overlaps(rule.effective) {
          problems.add(
            .supersededInForce,
            [
              "one": .text("\(other)"), "other": .text("\(rule)"),
              "days": .text(other.effective.intersection(rule.effective)?.description ?? ""),
            ], at: .index(index))
        }
      }
      // Of a rule that was superseded, the last version counts.
      for id in rule.rule.supersedes where id != rule.id {
        let before = rules.filter { $0.id == id && $0.effective < rule.effective }
        let isLater = rules.contains { $0.id == rule.id && $0.effective < rule.effective }
        if let last = before.max(by: { $0.effective < $1.effective }), !isLater {
          note(.supersessionGap, between: last, rule, at: index, &problems)
        }
      }
    }
    return problems
  }

  private func note(
    _ kind: DiagnosticKind, between one: ScoringRule, _ other: ScoringRule, at index: Int,
    _ problems: inout Diagnostics
  ) {
    guard let end = one.effective.through?.next, let start = other.effective.from.previous,
      end <= start, let gap = try? DayRange(from: end, through: start)
    else { return }
    problems.add(
      kind, ["one": .text("\(one)"), "other": .text("\(other)"), "days": .text("\(gap)")],
      at: .index(index))
  }

  /// The rules that supersede a rule, in the order given.
  public func successors(of id: RuleID) -> [ScoringRule] {
    rules.filter { $0.rule.supersedes.contains(id) }
  }

  /// The version of a rule that holds on a day; nil if there is none.
  public func rule(_ id: RuleID, on day: Day) -> ScoringRule? {
    rules.first { $0.id == id && $0.effective.contains(day) }
  }

  /// The rules that hold on a day, in the order given: of each identifier one version at most.
  public func inForce(on day: Day) -> [ScoringRule] {
    rules.filter { $0.effective.contains(day) }
  }

  /// All versions of a rule, in the order given.
  public func versions(of id: RuleID) -> [ScoringRule] { rules.filter { $0.id == id } }
}
