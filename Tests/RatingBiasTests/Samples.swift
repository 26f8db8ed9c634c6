import KinerjaCore
import KinerjaTables
import RatingBias

/// Ratings for tests.
enum Samples {
  static func scale(_ levels: ClosedRange<Int>) throws -> RatingScale {
    try RatingScale(
      "scale", levels: levels.map { ScaleLevel(value: $0, label: LocalizedText(same: "L\($0)")) })
  }

  /// Ratings of one item, from a table with a row for each ratee and a column for each rater;
  /// nil where no rating was given.
  static func table(_ rows: [[Int?]], scale levels: ClosedRange<Int>) throws -> RatingSet {
    var ratings: [Rating] = []
    for (ratee, row) in rows.enumerated() {
      for (rater, value) in row.enumerated() {
        guard let value else { continue }
        ratings.append(
          Rating(
            ratee: try person("p", ratee), rater: try person("r", rater), item: "x", value: value))
      }
    }
    return try RatingSet(ratings, scale: scale(levels))
  }

  /// Identifiers whose order is that of their numbers, as far as 999.
  static func person(_ kind: String, _ number: Int) throws -> PersonID {
    try PersonID(kind + String(String(1_000_000 + number).dropFirst(number < 1_000 ? 4 : 1)))
  }

  /// A round with known effects of raters, on levels 1 to 5.
  struct Round {
    var raters = 6
    var ratees = 30
    var ratersPerRatee = 2
    var items = 3
    /// Points that a rater adds.
    var shift: [Int: Double] = [:]
    /// How much of the differences between ratees a rater shows; 1 unless said otherwise.
    var spread: [Int: Double] = [:]

    /// Ratee, rater and ratee-by-rater effects and errors are normal with standard deviations 0.7,
    /// 0, 0.3 and 0.4.
    func ratings(seed: UInt64) throws -> RatingSet {
      var draws = RandomDraws(seed: seed)
      var ratings: [Rating] = []
      for ratee in 0..<ratees {
        let level = 0.7 * draws.normal()
        let chosen = draws.shuffled(Array(0..<raters)).prefix(ratersPerRatee)
        for rater in chosen {
          let impression = 0.3 * draws.normal()
          for item in 0..<items {
            let seen = (spread[rater] ?? 1) * (level + impression + 0.4 * draws.normal())
            let value = Int((3 + seen + (shift[rater] ?? 0)).rounded())
            ratings.append(
              Rating(
                ratee: try person("p", ratee), rater: try person("r", rater),
                item: try ItemID("i\(item)"), value: min(max(value, 1), 5)))
          }
        }
      }
      return try RatingSet(ratings, scale: scale(1...5))
    }
  }

  /// Settings that test everybody, so that hand cases may be small.
  static var unlimited: RatingAudit {
    RatingAudit(
      limits: SampleLimits(
        ratingsToEstimate: 1, rateesToEstimate: 2, ratingsToFlag: 1, rateesToFlag: 2))
  }

  static func isNear(_ left: Double?, _ right: Double, _ tolerance: Double = 1e-9) -> Bool {
    left.map { abs($0 - right) <= tolerance } ?? false
  }
}
