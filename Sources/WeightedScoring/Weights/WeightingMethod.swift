import KinerjaCore
public import KinerjaTables

/// Which correlation a weighting looks at.
public enum CriterionCorrelation: String, Sendable, Hashable, Codable, CaseIterable {
  /// Of the values (Pearson).
  case pearson
  /// Of the ranks, ties getting their average (Spearman); takes a sort of every column.
  case spearman
}

/// What CRITIC does with costs before it correlates criteria; tools differ, and so do the weights as
/// soon as one criterion is a cost.
public enum CriticVariant: String, Sendable, Hashable, Codable, CaseIterable {
  /// As in the paper: every column is scaled from its worst to its best value, so that a cost is
  /// reversed. The same as scikit-criteria.
  case diakoulaki
  /// Every column is scaled from its smallest to its largest value, whatever its direction. The same
  /// as pymcdm.
  case unreversed
}

/// Weights read off the data: how much a criterion tells alternatives apart.
public enum WeightingMethod: Sendable, Hashable {
  /// All the same.
  case equal
  /// Standard deviation of the values as they are, divisor *n* − 1. It depends on the units, and so
  /// is of little use unless all columns share one.
  case standardDeviation
  /// Variance of the values scaled to 0…1 by min-max, divisor *n* − 1.
  case variance
  /// 1 minus Shannon's entropy of the shares *x* ∕ Σ*x* as a fraction of ln *n*. Values > 0.
  ///
  /// Hwang and Yoon, Multiple Attribute Decision Making (1981). Some tools put the
  /// entropy of a whole column to 0 if it has one zero; here a zero is refused.
  case entropy
  /// Gini's coefficient Σ |*xᵢ* − *xₖ*| ∕ (2*n*² mean) over all pairs. Values ≥ 0.
  case gini
  /// Standard deviation of the scaled column times Σ (1 − *r*) over all criteria.
  ///
  /// Diakoulaki, Mavrotas and Papayannakis, Computers & Operations Research 22 (1995) 763–770.
  case critic(CriticVariant, correlation: CriterionCorrelation = .pearson)
  /// Effect of removing a criterion on Σ ln of the normalized values. Values > 0.
  ///
  /// Keshavarz-Ghorabaee et al., Symmetry 13 (2021) 525: benefits min ∕ *x*, costs *x* ∕ max;
  /// *Sᵢ* = ln(1 + (1 ∕ *m*) Σ |ln *n*|), *E* = Σ |*S*′ − *S*|.
  case merec
  /// Criterion impact loss: a criterion weighs more the less is lost on it when others are at their
  /// best. Values > 0. Of several best alternatives the first counts.
  ///
  /// Zavadskas and Podvezko, International Journal of Information Technology & Decision Making 15
  /// (2016) 267–283.
  case cilos
  /// Entropy weights times impact-loss weights.
  ///
  /// Zavadskas and Podvezko 2016, as ``cilos``.
  case idocriw

  /// The method, its settings and its source.
  public var manifest: MethodManifest {
    switch self {
    case .equal: MethodManifest("equal", source: "all the same")
    case .standardDeviation:
      MethodManifest("standard-deviation", settings: ["divisor": "n - 1"], source: "raw values")
    case .variance:
      MethodManifest(
        "variance", normalization: .minMax(), settings: ["divisor": "n - 1"],
        source: "scaled values")
    case .entropy:
      MethodManifest("entropy", normalization: nil, source: "Hwang & Yoon 1981")
    case .gini: MethodManifest("gini", source: "mean absolute difference of all pairs")
    case .critic(let variant, let correlation):
      MethodManifest(
        "critic",
        settings: [
          "variant": variant.rawValue, "correlation": correlation.rawValue, "divisor": "n - 1",
        ], source: "Diakoulaki et al. 1995")
    case .merec: MethodManifest("merec", source: "Keshavarz-Ghorabaee et al. 2021")
    case .cilos: MethodManifest("cilos", source: "Zavadskas & Podvezko 2016")
    case .idocriw: MethodManifest("idocriw", source: "Zavadskas & Podvezko 2016")
    }
  }
}

extension DecisionMatrix {
  /// Weighs the criteria by what the data say.
  ///
  /// Weights are doubles; those of the reference tables agree with other tools within 10⁻¹⁰. The
  /// bits do not depend on the number of threads.
  ///
  /// - Throws: `InvalidInput` with all problems by row and criterion: values that the method cannot
  ///   take, columns of equal values where it needs a spread, or no spread in any column;
  ///   `CancellationError` if the task is cancelled.
  /// - Complexity: O(*nm*) for *n* alternatives and *m* criteria; O(*nm*²) for CRITIC; O(*nm* log *n*)
  ///   for Gini and Spearman's correlation; O(*nm* + *m*³) for CILOS.
  public func weights(
    by method: WeightingMethod, parallel: ParallelBlocks = ParallelBlocks()
  ) throws -> CriterionWeights {
    var problems = Diagnostics(at: "matrix")
    let weighting = Weighting(matrix: self, method: method, parallel: parallel)
    let weights = try weighting.weights(&problems)
    if !weights.contains(where: { $0 > 0 }) { problems.add(.noDifference) }
    try problems.throwIfAny()
    return try CriterionWeights(criteria.map(\.id), weights, method.manifest)
  }
}
