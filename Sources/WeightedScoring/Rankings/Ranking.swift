/// Alternatives in order, by one method with one set of weights.
public struct Ranking: Sendable, Hashable {
  /// What a method finds besides the scores, one value an alternative.
  public enum Details: Sendable, Hashable {
    /// Nothing.
    case none
    /// VIKOR: the weighted sum of regrets *S* and the largest regret *R*.
    case regrets(sum: [Double], largest: [Double])
    /// PROMETHEE: flows out, by which an alternative is preferred, and in, by which others are.
    case flows(positive: [Double], negative: [Double])
  }

  /// The method.
  public let method: RankingMethod
  /// The weights that were used.
  public let weights: CriterionWeights
  /// What the alternatives are called; nil if they have no names.
  public let alternatives: [String]?
  /// The scores, one an alternative, in the order of the matrix.
  public let scores: [Double]
  /// What the method finds besides the scores.
  public let details: Details

  /// Whether a smaller score is better.
  public var isSmallerBetter: Bool { method.isSmallerBetter }

  /// The method, the normalization, the settings and the source.
  public var manifest: MethodManifest { method.manifest }

  /// The ranks, 1 for the best, one an alternative.
  ///
  /// Scores are equal when they are the same double: nothing is rounded before ranking.
  ///
  /// - Complexity: O(*n* log *n*).
  public func ranks(ties: TieRule = .average) -> [Double] {
    isSmallerBetter ? Ranks.ascending(scores, ties) : Ranks.descending(scores, ties)
  }

  /// The rows of the matrix, best first; equals in the order of the matrix.
  public var order: [Int] {
    Ranks.ascendingOrder(isSmallerBetter ? scores : scores.map { -$0 })
  }

  /// The row of the best alternative; the first of them if several are.
  public var best: Int { order[0] }
}
