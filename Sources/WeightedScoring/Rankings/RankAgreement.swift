public import KinerjaCore
import KinerjaNumerics

/// How far two lists of scores put the same alternatives in the same order.
///
/// What is undefined is nil: every coefficient for a constant list, and those for untied ranks where
/// there are ties.
public struct RankAgreement: Sendable, Hashable {
  /// How many alternatives were compared.
  public let count: Int
  /// Correlation of the scores themselves.
  public let pearson: Double?
  /// Correlation of the ranks, ties getting their average (Spearman 1904).
  public let spearman: Double?
  /// Kendall's τ-b, which allows for ties (Kendall 1945).
  public let kendallTauB: Double?
  /// Weighted τ: an exchange at ranks *r* and *s*, counted from 1, weighs 1 ∕ *r* + 1 ∕ *s*; the mean
  /// over ranking by either list (Vigna, WWW 2015, additive hyperbolic weights).
  public let weightedTau: Double?
  /// Weighted rank measure *r*ᵂ, in which the top counts more (Pinto da Costa and Soares,
  /// Australian & New Zealand Journal of Statistics 47 (2005) 515–529); nil if there are ties.
  public let weightedSpearman: Double?
  /// WS coefficient of the second ranking against the first, which is the reference; nil if there
  /// are ties.
  ///
  /// Sałabun and Urbaniak, ICCS 2020, 632–645. It is not symmetric.
  public let similarity: Double?
  /// The mean of the absolute differences of ranks, ties getting their average.
  public let meanRankShift: Double
  /// The largest absolute difference of ranks.
  public let largestRankShift: Double

  /// Compares two lists of scores.
  ///
  /// - Parameters:
  ///   - first: The scores of the reference.
  ///   - second: The other scores, in the same order of alternatives.
  ///   - isSmallerBetter: Whether smaller scores are better, in each list.
  /// - Throws: All problems: other counts, fewer than two, scores that are not finite.
  /// - Complexity: O(*n* log *n*).
  public init(
    _ first: [Double], _ second: [Double], isSmallerBetter: (Bool, Bool) = (false, false)
  ) throws(InvalidInput) {
    var problems = Diagnostics(at: "scores")
    if first.count != second.count {
      problems.add(
        .unevenRow,
        ["found": .integer(Int64(second.count)), "expected": .integer(Int64(first.count))],
        at: .index(1))
    }
    if first.count < 2 {
      problems.add(.tooFewAlternatives, ["found": .integer(Int64(first.count))])
    }
    for (list, scores) in [first, second].enumerated() {
      for (row, score) in scores.enumerated() where !DecisionMatrix.isUsable(score) {
        problems.add(
          .unusableValue, ["value": .text("\(score)")],
          at: SourcePlace(path: [.index(list), .index(row)]))
      }
    }
    try problems.throwIfAny()
    let one = isSmallerBetter.0 ? first.map { -$0 } : first
    let other = isSmallerBetter.1 ? second.map { -$0 } : second
    let ranks = (Ranks.descending(one, .average), Ranks.descending(other, .average))
    count = one.count
    pearson = Correlations.pearson(one, other)
    spearman = Correlations.pearson(ranks.0, ranks.1)
    kendallTauB =
      Discordance(one, other, weights: [Double](repeating: 0.5, count: one.count)).correlation
    weightedTau = Self.weightedTau(one, other)
    let shifts = zip(ranks.0, ranks.1).map { abs($0 - $1) }
    meanRankShift = shifts.reduce(0, +) / Double(shifts.count)
    largestRankShift = shifts.max() ?? 0
    let isTied = Set(one).count < one.count || Set(other).count < other.count
    weightedSpearman = isTied ? nil : Self.weightedSpearman(ranks.0, ranks.1)
    similarity = isTied ? nil : Self.similarity(ranks.0, ranks.1)
  }

  /// Compares two rankings of the same alternatives.
  ///
  /// - Throws: As from scores.
  public init(_ first: Ranking, _ second: Ranking) throws(InvalidInput) {
    try self.init(
      first.scores, second.scores,
      isSmallerBetter: (first.isSmallerBetter, second.isSmallerBetter))
  }

  private static func weightedTau(_ one: [Double], _ other: [Double]) -> Double? {
    func tau(rankedBy main: [Double], _ minor: [Double]) -> Double? {
      let order = main.indices.sorted { left, right in
        if main[left] != main[right] { return main[left] > main[right] }
        if minor[left] != minor[right] { return minor[left] > minor[right] }
        return left < right
      }
      var weights = [Double](repeating: 0, count: main.count)
      for (place, row) in order.enumerated() { weights[row] = 1 / Double(place + 1) }
      return Discordance(one, other, weights: weights).correlation
    }
    guard let left = tau(rankedBy: one, other), let right = tau(rankedBy: other, one) else {
      return nil
    }
    return (left + right) / 2
  }

  private static func weightedSpearman(_ one: [Double], _ other: [Double]) -> Double {
    let n = Double(one.count)
    var sum = 0.0
    for (left, right) in zip(one, other) {
      let difference = left - right
      let weight = (n - left + 1) + (n - right + 1)
      sum += difference * difference * weight
    }
    // n⁴ + n³ − n² − n
    return 1 - 6 * sum / (n * (n + 1) * (n * n - 1))
  }

  private static func similarity(_ one: [Double], _ other: [Double]) -> Double {
    let n = Double(one.count)
    var loss = 0.0
    for (left, right) in zip(one, other) {
      let farthest = max(abs(left - 1), abs(left - n))
      loss += Exponentials.power(2, -left) * abs(left - right) / farthest
    }
    return 1 - loss
  }
}
