public import KinerjaCore

/// How the figures of sub-periods or reports become the figure of the whole (*konsolidasi*).
public enum Consolidation: String, Hashable, Sendable, CaseIterable, Definition {
  /// The figures are added: each report counts what was done since the last.
  case sum
  /// The exact mean.
  case average
  /// The last figure that was reported: each report tells where things stand.
  case lastKnown = "last-known"
  /// The smallest figure.
  case minimum
  /// The largest figure.
  case maximum

  /// The rule in words.
  public var label: LocalizedText {
    switch self {
    case .sum: LocalizedText(id: "dijumlahkan", en: "sum")
    case .average: LocalizedText(id: "rata-rata", en: "average")
    case .lastKnown: LocalizedText(id: "nilai terakhir", en: "last known")
    case .minimum: LocalizedText(id: "nilai terendah", en: "lowest")
    case .maximum: LocalizedText(id: "nilai tertinggi", en: "highest")
    }
  }

  /// The figure of the whole.
  ///
  /// - Parameter figures: In order of time.
  /// - Returns: nil for no figures at all: the sum of nothing is missing, not nought.
  /// - Throws: `ArithmeticError.overflow`.
  public func consolidated(_ figures: [Ratio]) throws(ArithmeticError) -> Ratio? {
    guard let last = figures.last else { return nil }
    return switch self {
    case .sum: try Ratio.sum(of: figures)
    case .average: try Ratio.mean(of: figures)
    case .lastKnown: last
    case .minimum: figures.min()
    case .maximum: figures.max()
    }
  }
}
