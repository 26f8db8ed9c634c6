public import KinerjaCore

/// Categories by score: each from its border on, the lowest from below.
public struct ScoreBands: Sendable, Hashable {
  /// A category.
  public struct Band: Sendable, Hashable {
    /// Scores of at least this belong to it; minus infinity for the lowest.
    public let from: Double
    /// What it is called, such as "Baik".
    public let label: LocalizedText
  }

  /// From the lowest up.
  public let bands: [Band]

  /// Creates bands.
  ///
  /// - Parameters:
  ///   - lowest: The category below all borders.
  ///   - others: A border and the category from it on, in any order.
  public init(lowest: LocalizedText, _ others: [(from: Double, label: LocalizedText)]) {
    let others = others.map { Band(from: $0.from, label: $0.label) }
    bands = [Band(from: -.infinity, label: lowest)] + others.sorted { $0.from < $1.from }
  }

  /// The number of the band of a score.
  func band(of score: Double) -> Int {
    // What rounding in means takes off a border does not cost a category.
    let score = score + 1e-9 * max(1, abs(score))
    return max(0, (bands.lastIndex { score >= $0.from } ?? 0))
  }
}
