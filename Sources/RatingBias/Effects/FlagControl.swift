import KinerjaNumerics

/// How flags are kept honest when many raters are tested for one effect.
public struct FlagControl: Sendable, Hashable, Codable {
  /// What is controlled.
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    /// The share of false flags among all flags, on average: Benjamini and Hochberg (1995).
    case falseDiscovery = "false-discovery"
    /// The chance of a single false flag: Holm (1979). For flags with consequences for a named
    /// person.
    case familyWise = "family-wise"
  }

  /// What is controlled.
  public var method: Method
  /// The share or chance allowed, between 0 and 1.
  public var rate: Double

  /// Creates a control.
  public init(_ method: Method = .falseDiscovery, rate: Double = 0.05) {
    self.method = method
    self.rate = rate
  }

  func adjusted(_ pValues: [Double]) -> [Double] {
    switch method {
    case .falseDiscovery: FalseDiscovery.adjusted(pValues)
    case .familyWise: FamilyWise.adjusted(pValues)
    }
  }

  func flag(_ answers: inout [Answer<RaterEffect.Estimate>], limits: SampleLimits) {
    let tested = answers.indices.filter { index in
      guard let estimate = answers[index].estimate else { return false }
      return limits.allowFlag(ratings: estimate.ratingCount, ratees: estimate.rateeCount)
    }
    let adjusted = adjusted(
      tested.compactMap { index in
        answers[index].estimate.map { $0.significance.gatedPValue }
      })
    for (index, pValue) in zip(tested, adjusted) {
      guard var estimate = answers[index].estimate else { continue }
      estimate.significance.adjustedPValue = pValue
      estimate.significance.isFlagged = pValue <= rate
      answers[index] = .estimate(estimate)
    }
  }
}
