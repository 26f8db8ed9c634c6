public import KinerjaCore
import Foundation
import KinerjaNumerics

/// A frame-of-reference exercise: raters rate cases whose scores experts agreed upon, and learn how and
/// where they stray (Bernardin and Buckley 1981).
///
/// The distance is taken apart after Cronbach (1955, *Psychological Bulletin* 52), as Murphy and others
/// (1982, *Journal of Applied Psychology* 67) use it for ratings, since each part asks for another
/// training.
public struct ReferenceExercise: Sendable, Hashable, Codable {
  /// How large a part must be to be trained, in points.
  public var gateInPoints = 0.5
  /// The confidence of intervals.
  public var level = 0.95
  /// Cases without which nothing is said; at least 2.
  public var leastCases = 3

  /// Creates settings.
  public init() {}

  /// Compares every rater with the experts.
  ///
  /// Only cases that a rater rated on all items enter. Where a case was rated at several times, the
  /// mean is taken.
  ///
  /// - Parameters:
  ///   - ratings: Ratings of the cases, whose identifiers are those of ratees; other ratees are ignored.
  ///   - reference: The experts' scores.
  /// - Returns: Raters of at least one case, in the order of identifiers.
  /// - Throws: `InvalidInput` if a setting is out of its range.
  /// - Complexity: O(*n*) for *n* ratings.
  public func run(
    on ratings: RatingSet, against reference: ReferenceCases
  ) throws(InvalidInput) -> [RaterAccuracy] {
    var problems = Diagnostics()
    problems.checkSetting("level", level, in: 0...1, isOpen: true)
    problems.checkSetting("gateInPoints", gateInPoints, in: 0...1_000_000)
    try problems.throwIfAny()
    let rows = Dictionary(uniqueKeysWithValues: zip(reference.cases, reference.cases.indices))
    let columns = Dictionary(uniqueKeysWithValues: zip(reference.items, reference.items.indices))
    var sums: [PersonID: [Int: [Int: (sum: Double, count: Int)]]] = [:]
    for rating in ratings.elements {
      guard let row = rows[rating.ratee], let column = columns[rating.item] else { continue }
      var cell = sums[rating.rater]?[row]?[column] ?? (0, 0)
      cell.sum += Double(rating.value)
      cell.count += 1
      sums[rating.rater, default: [:]][row, default: [:]][column] = cell
    }
    return sums.keys.sorted().map { rater in
      let rated = sums[rater, default: [:]]
      let complete = rated.keys.sorted().filter { rated[$0]?.count == reference.items.count }
      let answer: Answer<RaterAccuracy.Estimate>
      if let lacking = NotEnoughData.first([
        (.completeRatees, max(2, leastCases), complete.count)
      ]) {
        answer = .notEnough(lacking)
      } else {
        let table = complete.map { row in
          reference.items.indices.map { column in
            let cell = rated[row]?[column] ?? (0, 1)
            return cell.sum / Double(cell.count)
          }
        }
        answer = .estimate(
          RaterAccuracy.Estimate(table, complete, reference, settings: self))
      }
      return RaterAccuracy(
        rater: rater, answer: answer, leftOutCaseCount: reference.cases.count - complete.count)
    }
  }
}

extension RaterAccuracy.Estimate {
  init(
    _ ratings: [[Double]], _ rows: [Int], _ reference: ReferenceCases, settings: ReferenceExercise
  ) {
    let truth = rows.map { reference.scores[$0] }
    let parts = AccuracyParts(ratings, truth: truth)
    elevation = parts.elevation
    elevationInterval = Self.interval(parts, level: settings.level)
    differentialElevation = parts.differentialElevation
    stereotypeAccuracy = parts.stereotype
    differentialAccuracy = parts.differential
    distance = parts.distance
    meanDistance = parts.meanDistance
    caseCorrelation = parts.rowCorrelation
    itemCorrelation = parts.columnCorrelation
    profileCorrelation = parts.restCorrelation
    bormanAccuracy = Self.borman(ratings, truth)
    let distances = zip(ratings.joined(), truth.joined()).map { abs($0 - $1) }
    func share(within points: Double) -> Double {
      Double(distances.count { $0 <= points + 1e-9 }) / Double(distances.count)
    }
    hitShare = share(within: 0.5)
    nearShare = share(within: 1)
    items = zip(reference.items, parts.columnDifferences).map { .init(name: $0, points: $1) }
    cases = zip(rows, parts.rowDifferences).map {
      .init(name: reference.cases[$0], points: $1)
    }
    let sizes: [(TrainingNeed, Double)] = [
      (.level, abs(parts.elevation)), (.persons, parts.differentialElevation),
      (.items, parts.stereotype), (.profiles, parts.differential),
    ]
    needs = sizes.filter { $0.1 > 0 && $0.1 >= settings.gateInPoints }
      .sorted { $0.1 > $1.1 }.map(\.0)
  }

  /// Student's, over cases.
  private static func interval(_ parts: AccuracyParts, level: Double) -> ConfidenceInterval? {
    let count = Double(parts.rowDifferences.count)
    guard count > 1 else { return nil }
    let error = parts.differentialElevation / (count - 1).squareRoot()
    return .student(
      parts.elevation, standardError: error, degreesOfFreedom: count - 1, level: level)
  }

  private static func borman(_ ratings: [[Double]], _ truth: [[Double]]) -> Double? {
    guard ratings.count > 2 else { return nil }
    let transformed = (ratings.first ?? []).indices.compactMap { column in
      Correlations.pearson(ratings.map { $0[column] }, truth.map { $0[column] })
    }
    // One is infinite when transformed; as in practice it is taken a little below.
    .map { atanh(min(0.999, max(-0.999, $0))) }
    guard !transformed.isEmpty else { return nil }
    return tanh(transformed.reduce(0, +) / Double(transformed.count))
  }
}
