import BenchmarkHarness
import KinerjaCore
import KinerjaTables
import RatingBias

/// How often 95 % intervals hold the value of a very large sample of the same kind.
struct Coverage {
  let rounds: Int
  let ratees: Int
  let raters: Int
  let replicates: Int
  let work: ParallelBlocks

  static let coefficients: [(String, AgreementCoefficient)] = [
    ("percent", .percentAgreement()), ("fleiss", .fleissKappa()), ("conger", .congerKappa()),
    ("brennan-prediger", .brennanPrediger()), ("ac1", .gwetAC1),
    ("ac2-quadratic", .gwetAC2(weights: .quadratic)),
    ("alpha-nominal", .krippendorffAlpha(.nominal)),
    ("alpha-ordinal", .krippendorffAlpha(.ordinal)),
    ("alpha-interval", .krippendorffAlpha(.interval)),
  ]

  func run() throws {
    let scale = try RatingScale(
      "five", levels: (1...5).map { ScaleLevel(value: $0, label: LocalizedText(same: "\($0)")) })
    let truths = try Self.coefficients.map { _, coefficient in
      try set(0, ratees: 200_000, scale).agreement(coefficient, by: work).estimate?.value ?? .nan
    }
    var held = [Int](repeating: 0, count: truths.count)
    var given = held
    let settings: IntervalSettings =
      replicates > 0 ? .bootstrap(replicates: replicates) : .analytic
    for round in 1...rounds {
      let ratings = try set(round, ratees: ratees, scale)
      for (index, (_, coefficient)) in Self.coefficients.enumerated() {
        let answer = try ratings.agreement(coefficient, interval: settings, by: work)
        guard let interval = answer.estimate?.interval else { continue }
        given[index] += 1
        if interval.contains(truths[index]) { held[index] += 1 }
      }
    }
    var report = Report("agreement-coverage")
    report.add("rounds", rounds)
    report.add("ratees", ratees)
    report.add("raters", raters)
    report.add("replicates", replicates)
    for (index, (name, _)) in Self.coefficients.enumerated() {
      report.add(name, truths[index])
      report.add(name + ".coverage", Double(held[index]) / Double(max(1, given[index])))
      report.add(name + ".given", given[index])
    }
    report.print()
  }

  /// One item; a tenth of ratings is missing.
  private func set(_ round: Int, ratees: Int, _ scale: RatingScale) throws -> RatingSet {
    var draws = RandomDraws(RandomStream(seed: 20_261_123).substream(round))
    var ratings: [Rating] = []
    for ratee in 0..<ratees {
      let level = 0.8 * draws.normal()
      for rater in 0..<raters {
        let seen = 3.4 + level + 0.2 * Double(rater % 3 - 1) + 0.5 * draws.normal()
        let isMissing = draws.bernoulli(0.1)
        guard !isMissing else { continue }
        ratings.append(
          Rating(
            ratee: try PersonID("p\(ratee)"), rater: try PersonID("r\(rater)"), item: "x",
            value: min(max(Int(seen.rounded()), 1), 5)))
      }
    }
    return try RatingSet(ratings, scale: scale)
  }
}
