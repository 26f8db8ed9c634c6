public import KinerjaCore

/// How far pairwise judgements contradict one another.
public struct PairwiseConsistency: Sendable, Hashable {
  /// One judgement beside what the weights imply.
  public struct Judgement: Sendable, Hashable {
    /// The criterion that was judged.
    public let criterion: CriterionID
    /// The criterion that it was compared with.
    public let other: CriterionID
    /// How many times more important it was said to be.
    public let given: Ratio
    /// How many times more important it is by the eigenvector.
    public let implied: Double
    /// `given` ∕ `implied` or its reciprocal, at least 1.
    public let factor: Double
  }

  /// The largest eigenvalue *λ*; the number of criteria if nothing is contradicted.
  public let lambdaMax: Double
  /// Consistency index CI = (*λ* − *n*) ∕ (*n* − 1); 0 for one or two criteria.
  public let index: Double
  /// Consistency ratio CR = CI ∕ random index; 0 for one or two criteria, nil beyond the table.
  public let ratio: Double?
  /// The table behind ``ratio``.
  public let randomIndex: RandomIndex
  /// Geometric consistency index GCI = 2 ∕ ((*n* − 1)(*n* − 2)) Σ ln²(*aᵢⱼwⱼ* ∕ *wᵢ*) with weights from
  /// row geometric means (Aguarón and Moreno-Jiménez, EJOR 147 (2003) 137–145); 0 for one or two.
  public let geometricIndex: Double
  /// The judgement farthest from what the eigenvector implies, the one to think over first; nil if none
  /// is off by more than rounding.
  public let mostInconsistent: Judgement?

  /// Whether the ratio is at most 0.1, as Saaty advises; nil if there is no ratio.
  public var isAcceptable: Bool? { ratio.map { $0 <= 0.1 } }
}

extension PairwiseComparisons {
  /// Tells how far the judgements contradict one another.
  ///
  /// - Parameter randomIndex: The table for the ratio.
  public func consistency(by randomIndex: RandomIndex = .saaty1980) -> PairwiseConsistency {
    let square = square
    let count = square.count
    let (vector, value) = PrincipalEigenvector.of(square)
    // Rounding must not make consistent judgements better than consistent.
    let index = count < 3 ? 0 : max(0, value - Double(count)) / Double(count - 1)
    let means = rowMeans
    var geometric = 0.0
    var worst: (row: Int, column: Int, distance: Double)?
    for row in 0..<count {
      for column in row + 1..<max(count, row + 1) {
        let logarithm = Exponentials.log(square[row][column] * means[column] / means[row])
        geometric += logarithm * logarithm
        let distance = abs(Exponentials.log(square[row][column] * vector[column] / vector[row]))
        if distance > max(1e-12, (worst?.distance ?? 0) * (1 + 1e-12)) {
          worst = (row, column, distance)
        }
      }
    }
    if count < 3 { geometric = 0 } else { geometric *= 2 / Double((count - 1) * (count - 2)) }
    return PairwiseConsistency(
      lambdaMax: value, index: index,
      ratio: count < 3 ? 0 : randomIndex.value(for: count).map { index / $0 },
      randomIndex: randomIndex, geometricIndex: geometric,
      mostInconsistent: worst.map { worst in
        PairwiseConsistency.Judgement(
          criterion: criteria[worst.row], other: criteria[worst.column],
          given: judgements[worst.row][worst.column],
          implied: vector[worst.row] / vector[worst.column],
          factor: Exponentials.exp(worst.distance))
      })
  }
}
