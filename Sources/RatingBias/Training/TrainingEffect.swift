public import KinerjaCore
import KinerjaNumerics

/// How raters' accuracy changed from one exercise to a later one.
///
/// Without a group that was not trained, practice and easier cases look like training.
public struct TrainingEffect: Sendable, Hashable {
  /// What is compared; smaller is better for all.
  public enum Part: String, Sendable, Hashable, Codable, CaseIterable {
    /// The size of the elevation.
    case level
    /// Differential elevation.
    case persons
    /// Stereotype accuracy.
    case items
    /// Differential accuracy.
    case profiles
    /// The distance in all.
    case distance
  }

  /// One rater, in points.
  public struct Rater: Sendable, Hashable {
    /// The rater.
    public let rater: PersonID
    /// Before.
    public let before: [Part: Double]
    /// After.
    public let after: [Part: Double]

    /// After less before: below 0 is better.
    public func change(of part: Part) -> Double {
      after[part, default: 0] - before[part, default: 0]
    }
  }

  /// The mean change over raters, in points.
  public struct Change: Sendable, Hashable {
    /// After less before: below 0 is better.
    public let mean: Double
    /// Of ``mean``, over raters.
    public let interval: ConfidenceInterval
    /// Two-sided, of Student's paired test.
    public let pValue: Double
  }

  /// Raters with both exercises, in the order of identifiers.
  public let raters: [Rater]
  /// Over raters; empty with fewer than two, and without a part that changed alike for all.
  public let changes: [Part: Change]
  /// Raters with one exercise only.
  public let leftOutRaterCount: Int

  /// Compares two exercises.
  ///
  /// - Parameters:
  ///   - before: The earlier exercise.
  ///   - after: The later one.
  ///   - level: The confidence of intervals, between 0 and 1; others count as 0.95.
  public init(before: [RaterAccuracy], after: [RaterAccuracy], level: Double = 0.95) {
    let level = level > 0 && level < 1 ? level : 0.95
    var first: [PersonID: [Part: Double]] = [:]
    var second: [PersonID: [Part: Double]] = [:]
    for accuracy in before { first[accuracy.rater] = accuracy.answer.estimate.map(Self.parts) }
    for accuracy in after { second[accuracy.rater] = accuracy.answer.estimate.map(Self.parts) }
    let raters = first.keys.sorted().compactMap { rater -> Rater? in
      guard let before = first[rater], let after = second[rater] else { return nil }
      return Rater(rater: rater, before: before, after: after)
    }
    self.raters = raters
    leftOutRaterCount = Set(first.keys).union(second.keys).count - raters.count
    var changes: [Part: Change] = [:]
    for part in Part.allCases where raters.count > 1 {
      let values = raters.map { $0.change(of: part) }
      let count = Double(values.count)
      let mean = CompensatedSum(values).value / count
      let squares = CompensatedSum(values.map { ($0 - mean) * ($0 - mean) }).value
      let error = (squares / (count - 1) / count).squareRoot()
      guard error > 1e-12 else { continue }
      changes[part] = Change(
        mean: mean,
        interval: .student(mean, standardError: error, degreesOfFreedom: count - 1, level: level),
        pValue: min(1, StudentDistribution(degreesOfFreedom: count - 1).twoSided(mean / error)))
    }
    self.changes = changes
  }

  private static func parts(_ estimate: RaterAccuracy.Estimate) -> [Part: Double] {
    [
      .level: abs(estimate.elevation), .persons: estimate.differentialElevation,
      .items: estimate.stereotypeAccuracy, .profiles: estimate.differentialAccuracy,
      .distance: estimate.distance,
    ]
  }
}
