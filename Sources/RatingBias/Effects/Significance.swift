import KinerjaNumerics

/// How surely an effect differs from none, alone and among all raters tested.
public struct Significance: Sendable, Hashable {
  /// Student's *t*.
  public let t: Double
  /// The degrees of freedom of *t*.
  public let degreesOfFreedom: Double
  /// The two-sided probability of so large a *t* if there were no effect.
  public let pValue: Double
  /// The *p* value adjusted after Benjamini and Hochberg (1995) over the raters with enough data to
  /// be flagged; nil for a rater without.
  ///
  /// An effect smaller than its gate enters with a *p* value of 1: nobody is flagged for it, so it
  /// must not make room for false flags of others either.
  public package(set) var adjustedPValue: Double?
  /// Whether the rater is flagged.
  ///
  /// The adjusted *p* value is at most the false-discovery rate of the audit, which implies that the
  /// effect is at least as large as its gate.
  public package(set) var isFlagged = false

  init(t: Double, degreesOfFreedom: Double) {
    self.t = t
    self.degreesOfFreedom = degreesOfFreedom
    pValue = min(1, StudentDistribution(degreesOfFreedom: degreesOfFreedom).twoSided(t))
  }
}

/// An estimate that can be flagged.
protocol Flaggable: Sendable, Hashable {
  var significance: Significance { get set }
  /// Whether the effect is large enough to matter.
  func passes(gate: Double) -> Bool
  /// Whether there is enough data for a flag.
  func suffices(for limits: SampleLimits) -> Bool
}

extension Answer where Estimate: Flaggable {
  /// Flags estimates among raters so that the false-discovery rate holds.
  static func flag(
    _ answers: inout [Self], rate: Double, gate: Double, limits: SampleLimits
  ) {
    let tested = answers.indices.filter { answers[$0].estimate?.suffices(for: limits) == true }
    let adjusted = FalseDiscovery.adjusted(
      tested.compactMap { index in
        answers[index].estimate.map { $0.passes(gate: gate) ? $0.significance.pValue : 1 }
      })
    for (index, pValue) in zip(tested, adjusted) {
      guard var estimate = answers[index].estimate else { continue }
      estimate.significance.adjustedPValue = pValue
      estimate.significance.isFlagged = pValue <= rate
      answers[index] = .estimate(estimate)
    }
  }
}
