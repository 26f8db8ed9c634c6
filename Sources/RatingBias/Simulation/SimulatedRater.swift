import Foundation
import KinerjaTables

/// One rater at work.
struct SimulatedRater {
  private let simulator: RaterSimulator
  private let effect: PlantedEffect?
  private let severity: Double
  private var draws: RandomDraws

  init(
    _ simulator: RaterSimulator, effect: PlantedEffect?, severity: Double, draws: RandomDraws
  ) {
    self.simulator = simulator
    self.effect = effect
    self.severity = severity
    self.draws = draws
  }

  /// By task and item, the category from 0.
  func profiles(
    of tasks: [SimulatedDesign.Task], abilities: [Double], inGroupB: [Bool]
  ) -> [[Int]] {
    var rater = self
    var profiles: [[Int]] = []
    profiles.reserveCapacity(tasks.count)
    for (place, task) in tasks.enumerated() {
      let progress = tasks.count > 1 ? Double(place) / Double(tasks.count - 1) : 0
      let seen =
        abilities[task.ratee] - severity
        - rater.shift(progress, inGroupB: inGroupB[task.ratee], before: profiles.last)
      profiles.append(rater.profile(at: seen, before: profiles.last))
    }
    return profiles
  }

  /// What the effect adds to the severity.
  private func shift(_ progress: Double, inGroupB: Bool, before: [Int]?) -> Double {
    switch effect {
    case .drift(let size): size * progress
    case .recency(let size): progress >= 0.8 ? size : 0
    case .groupDifference(let size): inGroupB ? size : 0
    case .sequence(let size):
      before.map {
        let mean = Double($0.reduce(0, +)) / Double(max(1, $0.count))
        return size * (Double(simulator.thresholds.count) / 2 - mean)
      } ?? 0
    default: 0
    }
  }

  private mutating func profile(at seen: Double, before: [Int]?) -> [Int] {
    let difficulties = simulator.difficulties
    // Every profile takes equally many draws, whatever the effect.
    let impression = draws.normal()
    let chance = draws.uniform()
    let scores = difficulties.map { difficulty in
      var level = seen - difficulty
      if case .halo(let deviation) = effect { level = seen + deviation * impression }
      return score(at: level)
    }
    switch effect {
    case .straightLining(let share) where chance < share:
      let mean = difficulties.reduce(0, +) / Double(max(1, difficulties.count))
      let score = score(at: seen - mean)
      return difficulties.map { _ in score }
    case .copiedProfiles(let share) where chance < share: return before ?? scores
    default: return scores
    }
  }

  private mutating func score(at level: Double) -> Int {
    var stretch = 1.0
    if case .centrality(let factor) = effect { stretch = factor }
    let draw = draws.uniform()
    if case .randomness(let share) = effect, draws.bernoulli(share) {
      return draws.integer(in: 0...simulator.thresholds.count)
    }
    var logs = [0.0]
    for threshold in simulator.thresholds {
      logs.append(logs[logs.count - 1] + level - stretch * threshold)
    }
    let top = logs.max() ?? 0
    let odds = logs.map { exp($0 - top) }
    var rest = draw * odds.reduce(0, +)
    for (score, share) in odds.enumerated() {
      rest -= share
      if rest < 0 { return score }
    }
    return odds.count - 1
  }
}
