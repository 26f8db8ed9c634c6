public import KinerjaCore
public import RuleLanguage

/// What a scoring rule found for one person, without how.
public struct ScoreResult: Sendable, Hashable {
  /// The exact score; nil if the rule gives none, or if it is missing.
  public let number: Ratio?
  /// The category; nil if the rule gives none, or if it is missing.
  public let category: CategoryID?
  /// Why the result is incomplete; nil if it is complete.
  public let missing: MissingReason?
  /// The share of the weight behind the result that was measured, from 0 to 1.
  public let measuredShare: Ratio

  /// Whether every output has a value.
  public var isComplete: Bool { missing == nil }
}

/// What a scoring rule found for one person, with its derivation.
public struct Score: Sendable, Hashable {
  /// The rule that was applied.
  public let rule: ScoringRule
  /// What was found.
  public let result: ScoreResult
  /// How it was found.
  public let derivation: Derivation

  /// The exact score; nil if the rule gives none, or if it is missing.
  public var number: Ratio? { result.number }
  /// The category; nil if the rule gives none, or if it is missing.
  public var category: CategoryID? { result.category }
  /// Why the result is incomplete; nil if it is complete.
  public var missing: MissingReason? { result.missing }
  /// The share of the weight behind the result that was measured, from 0 to 1.
  public var measuredShare: Ratio { result.measuredShare }

  /// The name of the category; nil if there is none.
  public var categoryLabel: LocalizedText? {
    category.map { rule.categories?.label(of: $0) ?? LocalizedText(same: $0.text) }
  }
}
