public import KinerjaCore
public import RuleLanguage

/// What a scoring rule found for many people in columns.
///
/// Counts and categories are exact, and the same at any number of threads.
public struct CrowdScores: Sendable {
  /// How many people there are.
  public let count: Int
  /// The categories that the rule gives; nil if it gives none.
  public let scale: CategoryScale?
  /// For each person the position of the category in the scale.
  ///
  /// The worst is 0, and 255 stands for who has none. Empty if the rule gives no category.
  public let categories: [UInt8]
  /// How many people have each category of ``scale``, worst first.
  public let counts: [Int]
  /// How many people have an incomplete result, by what is missing first.
  public let missing: [MissingReason: Int]
  /// How many people could not be scored at all.
  public let refusedCount: Int
  /// Why they could not, with row and input; the first hundred problems are kept.
  public let problems: Diagnostics
  /// For how many people the exact evaluator had to decide: those near an edge or with something
  /// missing, or all where the rule has a step that no lanes can compute.
  public let evaluatedCount: Int

  let sums: [StepID: ScoreSum]
  let values: [StepID: ScoreColumn]

  /// How many people have a category.
  public func count(of category: CategoryID) -> Int {
    scale?.rank(of: category).map { counts[$0] } ?? 0
  }

  /// The category of a person; nil if there is none.
  public func category(of row: Int) -> CategoryID? {
    guard let scale, categories.indices.contains(row) else { return nil }
    let code = Int(categories[row])
    return code < scale.categories.count ? scale.categories[code].id : nil
  }

  /// The sum of a step over all who have it: of the rule's score, and of what was asked for.
  public func sum(of step: StepID) -> ScoreSum? { sums[step] }

  /// The values of a step that was asked for.
  public func values(of step: StepID) -> ScoreColumn? { values[step] }
}

/// The sum of a step over people.
public struct ScoreSum: Sendable, Hashable {
  /// How many people have a value.
  public let count: Int
  /// The exact sum; nil where the values have no common denominator that fits, and the sum is known
  /// within ``bounds``.
  public let exact: Ratio?
  /// Between which numbers the sum is; nil if it is too large to hold.
  public let bounds: ClosedRange<Double>?

  /// The exact mean; nil for nobody, or where the sum is not known exactly.
  public var mean: Ratio? {
    guard count > 0, let exact else { return nil }
    return try? exact / Ratio(count)
  }
}

/// The values of a step for each person, as doubles, for statistics.
public struct ScoreColumn: Sendable, Hashable {
  /// One number a person; not a number where the value is missing.
  public let values: [Double]
  /// How far a value may be from the exact one beyond the last rounding.
  ///
  /// It is 0 where every value is the double nearest to the exact one, which
  /// `Scorer.result(of:in:)` gives.
  public let bound: Double
}
