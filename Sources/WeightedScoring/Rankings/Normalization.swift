import KinerjaCore

/// How the values of a criterion are made comparable with those of others; afterwards more is
/// better.
///
/// *Inverting* a cost and *normalizing* do not commute in general, and tools differ in which comes
/// first; ``costHandling`` says what each does here, and every result names it. Missing values stay
/// missing and take no part. Definitions for composite indices follow Becker et al., COINr: an R
/// package for developing composite indicators, JOSS 7(78) (2022) 4567.
public enum Normalization: Sendable, Hashable {
  /// From the worst to the best: *l* + (*u* − *l*)(*x* − min) ∕ (max − min), for a cost
  /// *l* + (*u* − *l*)(max − *x*) ∕ (max − min). Not for a column of equal values.
  case minMax(lower: Double = 0, upper: Double = 1)
  /// Shares: *x* ∕ Σ*x*, for a cost (1 ∕ *x*) ∕ Σ(1 ∕ *x*). Values ≥ 0, those of a cost > 0.
  case sum
  /// Fractions of the best: *x* ∕ max, for a cost min ∕ *x*. Values ≥ 0, those of a cost > 0.
  case maximum
  /// Unit length: *x* ∕ √Σ*x*², for a cost 1 − *x* ∕ √Σ*x*². Not for a column of zeros.
  case vector
  /// Standard scores with the given mean and standard deviation, from the divisor *n* − 1; a cost
  /// changes its sign first. Not for a column of equal values.
  case zScore(mean: Double = 0, standardDeviation: Double = 1)
  /// Ranks, 1 for the worst.
  case rank(TieRule = .average)
  /// (rank − 1) ∕ (*n* − 1), from 0 to 1.
  case percentileRank(TieRule = .average)
  /// Borda points: rank − 1, how many are worse.
  case borda(TieRule = .minimum)
  /// How far a row has come from the worst towards a row of reference: (*x* − min) ∕ (*r* − min),
  /// for a cost (max − *x*) ∕ (max − *r*); capped, nobody gets more than 1. The row is counted from 0 and
  /// must not be the worst.
  case distanceToReference(row: Int, isCapped: Bool = false)
  /// How far a row has come from the worst towards a target: (*x* − min) ∕ (*t* − min), for a cost
  /// (max − *x*) ∕ (max − *t*); capped, nobody gets more than 1. The target must be better than the
  /// worst.
  case distanceToTarget(Double, isCapped: Bool = false)
  /// Position between two goalposts times a scale: *s*(*x* − low) ∕ (high − low), for a cost
  /// *s*(high − *x*) ∕ (high − low); truncated to 0…*s* if so wanted.
  case goalposts(low: Double, high: Double, scale: Double = 1, isTruncated: Bool = true)

  /// Distance to the maximum, 1 − (max − *x*) ∕ (max − min), which is the same as min-max.
  public static let distanceToMaximum = Normalization.minMax()

  /// What becomes of a cost, and whether before or after the normalization.
  public enum CostHandling: String, Sendable, Hashable, Codable, CaseIterable {
    /// 1 ∕ *x* first, then normalized like a benefit.
    case reciprocalThenNormalized = "reciprocal-then-normalized"
    /// −*x* first, then normalized like a benefit; the same as turning the scale round.
    case negatedThenNormalized = "negated-then-normalized"
    /// Normalized like a benefit, then 1 minus that.
    case normalizedThenComplemented = "normalized-then-complemented"
    /// The smallest value divided by *x*.
    case bestDividedByValue = "best-divided-by-value"
  }

  /// What becomes of a cost, and whether before or after the normalization.
  public var costHandling: CostHandling {
    switch self {
    case .sum: .reciprocalThenNormalized
    case .maximum: .bestDividedByValue
    case .vector: .normalizedThenComplemented
    case .minMax, .zScore, .rank, .percentileRank, .borda, .distanceToReference,
      .distanceToTarget, .goalposts:
      .negatedThenNormalized
    }
  }

  /// The normalization and its settings in one line, such as `min-max 0…100`.
  public var text: String {
    switch self {
    case .minMax(let lower, let upper): "min-max \(lower)…\(upper)"
    case .sum: "sum"
    case .maximum: "maximum"
    case .vector: "vector"
    case .zScore(let mean, let deviation): "z-score mean \(mean) sd \(deviation)"
    case .rank(let ties): "rank ties \(ties.rawValue)"
    case .percentileRank(let ties): "percentile-rank ties \(ties.rawValue)"
    case .borda(let ties): "borda ties \(ties.rawValue)"
    case .distanceToReference(let row, let isCapped):
      "distance-to-reference row \(row)\(isCapped ? " capped" : "")"
    case .distanceToTarget(let target, let isCapped):
      "distance-to-target \(target)\(isCapped ? " capped" : "")"
    case .goalposts(let low, let high, let scale, let isTruncated):
      "goalposts \(low)…\(high) scale \(scale)\(isTruncated ? " truncated" : "")"
    }
  }

  /// What is wrong with the settings, if anything.
  var settingProblem: Diagnostic? {
    func bad(_ setting: String, _ value: Double) -> Diagnostic {
      Diagnostic(.unfitSetting, ["setting": .text(setting), "value": .text("\(value)")])
    }
    switch self {
    case .minMax(let lower, let upper):
      if !DecisionMatrix.isUsable(lower) { return bad("lower", lower) }
      return DecisionMatrix.isUsable(upper) && upper > lower ? nil : bad("upper", upper)
    case .zScore(let mean, let deviation):
      if !DecisionMatrix.isUsable(mean) { return bad("mean", mean) }
      return DecisionMatrix.isUsable(deviation) && deviation > 0
        ? nil : bad("standardDeviation", deviation)
    case .distanceToReference(let row, _):
      return row >= 0 ? nil : bad("row", Double(row))
    case .distanceToTarget(let target, _):
      return DecisionMatrix.isUsable(target) ? nil : bad("target", target)
    case .goalposts(let low, let high, let scale, _):
      if !DecisionMatrix.isUsable(low) { return bad("low", low) }
      if !DecisionMatrix.isUsable(high) || high <= low { return bad("high", high) }
      return DecisionMatrix.isUsable(scale) && scale > 0 ? nil : bad("scale", scale)
    case .sum, .maximum, .vector, .rank, .percentileRank, .borda: return nil
    }
  }
}
