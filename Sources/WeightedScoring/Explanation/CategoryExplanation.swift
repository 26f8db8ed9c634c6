public import KinerjaCore
public import RuleLanguage

/// What would have had to be otherwise for a person to reach another category: for each input
/// alone, the smallest change, or that there is none.
public struct CategoryExplanation: Sendable, Hashable {
  /// The rule.
  public let rule: ScoringRule
  /// The category that the person has.
  public let category: CategoryID
  /// The category asked about.
  public let wanted: CategoryID
  /// Every single change that reaches it, the smallest in proportion first; at most one upwards
  /// and one downwards an input.
  ///
  /// Changes of categories and flags stand last.
  public let changes: [ScoreChange]
  /// The inputs that were given and cannot reach it alone: every value that they may hold was
  /// decided.
  public let unable: [InputPath]
  /// The inputs for which no change was found as far as was searched, with how far that is; nothing
  /// is claimed beyond.
  public let undecided: [InputPath: ClosedRange<Ratio>]
  /// The inputs that are missing; no change of theirs was sought.
  public let missing: [InputPath]
}

/// A single change of one input that reaches another category.
public struct ScoreChange: Sendable, Hashable {
  /// The input.
  public let input: InputPath
  /// The value that it has.
  public let from: RuleValue
  /// The nearest value that reaches the category.
  public let to: RuleValue
  /// For a number, the farthest value on the same side up to which the category holds without a
  /// break, as far as was searched; nil for a category or a flag.
  public let through: Ratio?
  /// Whether the category holds as far as the input can go on that side.
  public let holdsToTheEnd: Bool
  /// For a number, the change as a share of the larger of both values, from 0 to 2; nil for a
  /// category or a flag.
  public let relativeSize: Ratio?
  /// Whether it is proven that no smaller change in the same direction does it; else the values
  /// between were not all decided.
  public let isSmallest: Bool
}

extension CategoryExplanation {
  /// One sentence a change, then the inputs that cannot do it alone and those left open.
  public func sentences(in language: Language) -> [String] {
    let words = ChangeWords(rule: rule, language: language)
    var lines = changes.map { words.sentence(for: $0) }
    if changes.isEmpty {
      lines.append(words.nothing(reaching: wanted))
    }
    if !unable.isEmpty { lines.append(words.unable(unable)) }
    for (path, range) in undecided.sorted(by: { $0.key.description < $1.key.description }) {
      lines.append(words.undecided(path, within: range))
    }
    if !missing.isEmpty { lines.append(words.missing(missing)) }
    return lines
  }
}
