public import KinerjaCore

/// How often raters gave the same rating, beside how often the many-facet model expects it of raters
/// who judge on their own.
///
/// Raters are compared where they rated the same ratee on the same item at the same time. Observed
/// agreement far above the expected means that raters do not judge independently (Linacre 2002).
public struct ExpectedAgreement: Sendable, Hashable {
  /// What was counted.
  public struct Figures: Sendable, Hashable {
    /// Pairs of ratings that two raters gave to the same.
    public internal(set) var pairCount = 0
    /// Those with the same rating.
    public internal(set) var exactCount = 0
    /// How many of them to expect, Σ Σₖ *pₖqₖ*.
    public internal(set) var expectedCount = 0.0

    /// The share of pairs with the same rating, from 0 to 1; not a number without a pair.
    public var observedShare: Double { Double(exactCount) / Double(pairCount) }
    /// The share to expect, from 0 to 1; not a number without a pair.
    public var expectedShare: Double { expectedCount / Double(pairCount) }
    /// The Rasch kappa, (observed − expected) ∕ (1 − expected): about 0 for independent experts.
    public var kappa: Double { (observedShare - expectedShare) / (1 - expectedShare) }

    mutating func add(_ other: Figures) {
      pairCount += other.pairCount
      exactCount += other.exactCount
      expectedCount += other.expectedCount
    }
  }

  /// One pair of raters.
  public struct Pair: Sendable, Hashable {
    /// The one who comes first by identifier.
    public let first: PersonID
    /// The other one.
    public let second: PersonID
    /// Their figures.
    public let figures: Figures
  }

  /// One rater with all colleagues.
  public struct Rater: Sendable, Hashable {
    /// The rater.
    public let rater: PersonID
    /// The rater's figures.
    public let figures: Figures
  }

  /// All pairs together, or what lacks.
  public let overall: Answer<Figures>
  /// By pair of raters who rated the same, in the order of identifiers.
  public let pairs: [Pair]
  /// By rater who rated what somebody else rated too, in the order of identifiers.
  public let raters: [Rater]
}
