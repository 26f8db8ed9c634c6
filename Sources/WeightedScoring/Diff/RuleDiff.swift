public import KinerjaCore

/// What differs between two rules: two versions, two regions, or before and after a reform.
///
/// ```swift
/// let reformed = try rule.applying(reform)
/// print(RuleDiff(from: rule, to: reformed).text(in: .indonesian))
/// ```
public struct RuleDiff: Sendable, Hashable {
  /// The rule that is compared, by identifier and version.
  public let from: String
  /// The rule that it is compared with.
  public let to: String
  /// The differences, the most important first; none if the rules are equal but for their names.
  public let changes: [RuleChange]

  /// Compares two rules.
  ///
  /// Formulas are compared as they are meant: spaces and needless parentheses do not count. Steps,
  /// parameters, inputs, lists, tables and scales are the same if their names are.
  ///
  /// - Parameters:
  ///   - old: The rule that is compared.
  ///   - new: The rule that it is compared with.
  ///   - day: The day whose parameter values are compared; nil for all days that both rules have,
  ///     or if there are none, for the last of the one and the first of the other.
  /// - Complexity: O(*n* log *n*) in the parts of the rules.
  public init(from old: ScoringRule, to new: ScoringRule, on day: Day? = nil) {
    from = "\(old)"
    to = "\(new)"
    changes = RuleComparison(old, new, on: day).changes
  }

  /// Whether nothing differs.
  public var isEmpty: Bool { changes.isEmpty }

  /// The differences, one line each under a heading; says so if there are none.
  public func text(in language: Language) -> String {
    let heading = "\(from) → \(to)"
    guard !isEmpty else {
      let none = LocalizedText(id: "tidak ada perbedaan", en: "no difference")[language]
      return "\(heading): \(none)\n"
    }
    return ([heading] + changes.map { "- \($0.sentence(in: language))" }).joined(separator: "\n")
      + "\n"
  }

  /// The differences as data, with their sentences.
  public var json: JSONValue {
    ["from": from.json, "to": to.json, "changes": .array(changes.map(\.json))]
  }
}
