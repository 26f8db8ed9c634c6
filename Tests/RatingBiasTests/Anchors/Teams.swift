import KinerjaCore
import KinerjaTables
import RatingBias

/// Superiors each of whom rates a team of their own on three levels, with achievement as anchor.
struct Teams {
  var raters = 40
  var staff = 10
  var items = 4
  var years = 1
  /// How far the mean merit of teams lies apart: a standard deviation.
  var teamSpread = 0.0
  /// Points that raters add.
  var shift: [Int: Double] = [:]
  /// Points that raters add from the first to the last year.
  var rise: [Int: Double] = [:]
  /// Points for one standard deviation of a better last quarter.
  var recency: [Int: Double] = [:]
  /// Raters who give everybody the middle level.
  var flat: Set<Int> = []

  struct Round {
    let ratings: RatingSet
    let achievement: RateeReference
    let quarters: PeriodicAchievement
  }

  /// Merit and achievement go together with a correlation of about 0.7; ratings of one person share an
  /// impression.
  func round(seed: UInt64) throws -> Round {
    var draws = RandomDraws(seed: seed)
    var ratings: [Rating] = []
    var achieved: [Int: [PersonID: Double]] = [:]
    var quarters: [Int: [PersonID: [Double]]] = [:]
    for rater in 0..<raters {
      let team = teamSpread == 0 ? 0 : teamSpread * draws.normal()
      for number in 0..<staff {
        let ratee = try Samples.person("p", rater * staff + number)
        let merit = team + draws.normal()
        for year in 0..<years {
          let periods = (0..<4).map { _ in 80 + 6 * (merit + 2 * draws.normal()) }
          let mean = periods.reduce(0, +) / 4
          let late = (periods[3] - (mean * 4 - periods[3]) / 3) / (12 * (4.0 / 3).squareRoot())
          achieved[year, default: [:]][ratee] = mean
          quarters[year, default: [:]][ratee] = periods
          let impression = 0.3 * merit + 0.15 * (mean - 80) / 6 + 0.2 * draws.normal()
          let part = years > 1 ? Double(year) / Double(years - 1) : 0
          for item in 0..<items {
            let seen =
              impression + 0.35 * draws.normal() + (shift[rater] ?? 0) + part * (rise[rater] ?? 0)
              + late * (recency[rater] ?? 0)
            let value = flat.contains(rater) ? 2 : min(max(Int((2 + seen).rounded()), 1), 3)
            ratings.append(
              Rating(
                ratee: ratee, rater: try Samples.person("s", rater),
                item: try ItemID("i\(item)"), value: value, time: 2024 + year))
          }
        }
      }
    }
    func dated<Value>(_ values: [Int: Value]) -> [Int: Value] {
      Dictionary(uniqueKeysWithValues: values.map { (2024 + $0, $1) })
    }
    let name = LocalizedText(id: "capaian", en: "achievement")
    return Round(
      ratings: try RatingSet(ratings, scale: Samples.scale(1...3)),
      achievement: RateeReference(byTime: dated(achieved), name: name),
      quarters: PeriodicAchievement(byTime: dated(quarters), lastPeriods: 1, name: name))
  }
}
