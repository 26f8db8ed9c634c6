public import KinerjaTables

/// What becomes of the order when one alternative is dropped and the rest is ranked again.
///
/// Belton and Gear, Omega 11 (1983) 228–230; weights stay as they are.
public struct RankReversals: Sendable, Hashable {
  /// The method that was tried.
  public let method: RankingMethod
  /// For each alternative dropped, how many pairs of the others stand in opposite order; nil where
  /// the method cannot rank the rest.
  public let reversedPairs: [Int?]
  /// The alternatives whose absence changes who is best of the others.
  public let changingBest: [Int]

  /// How many pairs there are among the others.
  public var pairCount: Int {
    let others = reversedPairs.count - 1
    return others * (others - 1) / 2
  }
  /// Whether dropping any one alternative leaves all others in order.
  public var isStable: Bool { reversedPairs.allSatisfy { $0 == 0 } }
}

extension DecisionMatrix {
  /// Drops each alternative in turn and counts the pairs of the others that swap.
  ///
  /// Pairs that become or cease to be equal are not counted.
  ///
  /// - Throws: As ``ranking(by:weights:parallel:)``.
  /// - Complexity: *n* rankings and O(*n*² log *n*).
  public func rankReversals(
    by method: RankingMethod, weights: CriterionWeights,
    parallel: ParallelBlocks = ParallelBlocks()
  ) throws -> RankReversals {
    let full = try ranking(by: method, weights: weights, parallel: parallel)
    let sign = full.isSmallerBetter ? -1.0 : 1
    let found = try parallel.map(blocks: alternativeCount) { dropped -> (Int, Bool)? in
      guard alternativeCount > 2,
        let rest = try? dropping(dropped).ranking(
          by: method, weights: weights, parallel: ParallelBlocks(threads: 1))
      else { return nil }
      var before = full.scores.map { sign * $0 }
      before.remove(at: dropped)
      let after = rest.scores.map { sign * $0 }
      let halves = [Double](repeating: 0.5, count: after.count)
      let opposite = Discordance(before, after, weights: halves).opposite
      let best = before.indices.max { before[$0] < before[$1] } ?? 0
      let isDifferent = after.contains { $0 > after[best] }
      return (Int(opposite.rounded()), isDifferent)
    }
    return RankReversals(
      method: method, reversedPairs: found.map { $0?.0 },
      changingBest: found.indices.filter { found[$0]?.1 == true })
  }
}
