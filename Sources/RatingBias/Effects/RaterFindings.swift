import KinerjaCore
import KinerjaTables

/// All that the tests found of one rater.
struct RaterFindings: Sendable {
  struct Size: Sendable {
    let size: Double
    let error: Double
    var onlyOther: PersonID?
  }

  let ratingCount: Int
  let rateeCount: Int
  /// What is left of the information on the severity when ratees adapt.
  let ownInformation: Double
  /// By ratee, the sum of variances of the rater's ratings.
  let shares: [(ratee: Int, variance: Double)]
  private(set) var sizes: [RaterEffect.Kind: Size] = [:]
  /// How much more severe.
  private(set) var groups: [Group: Size] = [:]

  /// A label of a named group.
  struct Group: Hashable, Sendable {
    let name: String
    let label: String
  }

  init(_ residuals: RaterResiduals, rater: Int, context: RatingContext) {
    let view = RaterView(residuals, rater: rater)
    let first = residuals.starts[rater]
    shares = view.ratees.map { range in
      (
        Int(residuals.ratee[first + range.lowerBound]),
        range.reduce(0) { $0 + view.variance[$1] }
      )
    }
    ratingCount = view.count
    rateeCount = view.ratees.count
    ownInformation = view.ownInformation
    guard view.count > 1, ownInformation > 0 else { return }
    let patterns = RaterPatterns(view)
    let noise = patterns.noise()

    // What is surely there and constant in a profile must not pass for halo.
    var sure: [(regressor: [Double], size: Double, deviate: Double)] = []
    func size(_ regressor: [Double]?, sign: Double) -> Size? {
      guard let regressor else { return nil }
      let score = view.score(of: regressor)
      guard score.information > 1e-9 else { return nil }
      if abs(score.deviate) > 2 { sure.append((regressor, score.estimate, score.deviate)) }
      let dispersion = max(noise, patterns.dispersion(beside: score))
      return Size(
        size: sign * score.estimate, error: score.standardError * dispersion.squareRoot())
    }
    let sequence = RaterSequence(view, context: context)
    sizes[.drift] = size(sequence.drift, sign: -1)
    sizes[.recency] = size(sequence.recency, sign: -1)
    // One of two that overlap is enough.
    if sure.count > 1 { sure = [sure[abs(sure[0].deviate) > abs(sure[1].deviate) ? 0 : 1]] }
    sizes[.sequence] = size(sequence.before, sign: 1)
    for group in context.groups {
      // Of two groups the one says what the other does.
      for (number, label) in group.labels.enumerated().dropFirst(group.labels.count == 2 ? 1 : 0) {
        groups[Group(name: group.name, label: label)] = size(
          view.cell.map { Int(group.codes[Int($0)]) == number ? 1 : 0 }, sign: -1)
      }
    }

    // In logits, a slope changes the log odds by the distance from the mean over the variance.
    let mean = view.expected.reduce(0, +) / Double(view.count)
    let slope = zip(view.expected, view.variance).map { ($0 - mean) / $1 }
    sizes[.centrality] = size(slope, sign: 1).map { Size(size: 1 + $0.size, error: $0.error) }
    if patterns.meanSquare > 0, patterns.meanSquareVariance > 0 {
      sizes[.randomness] = Size(
        size: patterns.meanSquare, error: patterns.meanSquareVariance.squareRoot())
    }
    sizes[.halo] = patterns.halo(
      view, residuals: view.residuals(without: sure.map { ($0.regressor, $0.size) })
    ).map { Size(size: $0.size, error: $0.error * patterns.noise(beside: $0.size)) }
    let lines = patterns.lines
    sizes[.straightLining] = Self.share(
      lines.count, lines.observed, lines.expected, lines.variance)
    sizes[.copiedProfiles] = sequence.copies.flatMap {
      Self.share($0.count, $0.observed, $0.expected, $0.variance)
    }
  }

  mutating func setSeverity(_ size: Size) { sizes[.severity] = size }

  private static func share(
    _ count: Int, _ observed: Double, _ expected: Double, _ variance: Double
  ) -> Size? {
    guard count > 0, variance > 0 else { return nil }
    return Size(
      size: (observed - expected) / Double(count), error: variance.squareRoot() / Double(count))
  }
}
