import KinerjaCore
import KinerjaTables
import RatingBias

/// 10 000 ratings by 52 raters, three to a ratee on five items: clean, and with effects planted.
struct CalibratedDesign {
  private(set) var clean: [RaterEffect.Kind: Tally] = [:]
  private(set) var planted: [Planting: [RaterEffect.Kind: Tally]] = [:]
  private(set) var unplanted: [RaterEffect.Kind: Tally] = [:]
  let runs: Int

  init(runs: Int, by work: ParallelBlocks) throws {
    self.runs = runs
    for run in 0..<runs {
      let seed = UInt64(5_000 + run)
      try add([], seed: seed, by: work)
      // Each in two raters, 4 in 100.
      try add(Planting.calibrated + Planting.calibrated, seed: seed, by: work)
      try add(Planting.patterns + Planting.patterns, seed: seed, by: work)
    }
  }

  private mutating func add(
    _ plantings: [Planting], seed: UInt64, by work: ParallelBlocks
  ) throws {
    let round = try RaterSimulator(
      .crossed(ratees: 667, raters: 52, ratersPerRatee: 3), planted: plantings.map(\.effect)
    ).run(seed: seed, by: work)
    for effect in try EffectAnalysis().run(on: round.ratings, by: work) {
      for rater in effect.raters {
        let own = round.planted[rater.rater]
        let isSevere = own?.kind == .severity
        // A rater drawn beyond the gate is no false alarm.
        if effect.kind == .severity, !isSevere, abs(round.severities[rater.rater] ?? 0) >= 0.5 {
          continue
        }
        if plantings.isEmpty {
          clean[effect.kind, default: Tally()].add(rater.answer)
        } else if let planting = plantings.first(where: { $0.effect == own }) {
          planted[planting, default: [:]][effect.kind, default: Tally()].add(rater.answer)
        } else {
          unplanted[effect.kind, default: Tally()].add(rater.answer)
        }
      }
    }
  }

  var cleanRaters: Int { clean[.drift]?.raters ?? 0 }
  var largestFalseAlarmShare: Double { clean.values.map(\.flaggedShare).max() ?? 0 }
}
