import Foundation
import KinerjaCore
public import KinerjaTables

extension RaterSimulator {
  /// Draws ratings.
  ///
  /// Each rating carries its place in the rater's sequence, the group of the ratee (`group`: A or B)
  /// and, in a nested design, its period as time.
  ///
  /// - Parameters:
  ///   - seed: Of all that is drawn.
  ///   - work: How the work is spread and stopped.
  /// - Throws: `InvalidInput` if more effects are planted than there are raters or a count or share is
  ///   out of its range; `CancellationError` if the task is cancelled.
  /// - Complexity: O(*n*) in the number of ratings.
  public func run(
    seed: UInt64, by work: ParallelBlocks = ParallelBlocks()
  ) throws -> SimulatedRatings {
    try problems.throwIfAny()
    let root = RandomStream(seed: seed)
    let who = SimulatedDesign(design, root.substream(0))
    let raters = who.tasks.count
    let ability = root.substream(1)
    let measured = root.substream(2)
    let abilities = (0..<who.rateeCount).map { abilityDeviation * ability.normal(at: $0) }
    let places = root.permutation(of: raters, at: 3)
    var effects = [PlantedEffect?](repeating: nil, count: raters)
    for (effect, rater) in zip(planted, places) { effects[rater] = effect }
    var severities = (0..<raters).map { severityDeviation * root.substream(4).normal(at: $0) }
    let mean = severities.reduce(0, +) / Double(max(1, raters))
    for rater in severities.indices {
      severities[rater] -= mean
      if case .severity(let size) = effects[rater] { severities[rater] += size }
    }
    let groups = (0..<who.rateeCount).map { root.substream(5).bernoulli(groupShare, at: $0) }
    let (levels, givenEffects) = (severities, effects)
    let parts = try work.map(blocks: raters) { rater in
      SimulatedRater(
        self, effect: givenEffects[rater], severity: levels[rater],
        draws: RandomDraws(root.substream(6).substream(rater))
      ).profiles(of: who.tasks[rater], abilities: abilities, inGroupB: groups)
    }
    let share = (1 - achievementCorrelation * achievementCorrelation).squareRoot()
    let names = try Names(ratees: who.rateeCount, raters: raters, items: difficulties.count)
    return SimulatedRatings(
      ratings: try ratings(parts, who, names, groups),
      planted: Dictionary(
        uniqueKeysWithValues: effects.enumerated().compactMap { rater, effect in
          effect.map { (names.raters[rater], $0) }
        }),
      severities: Dictionary(uniqueKeysWithValues: zip(names.raters, severities)),
      abilities: Dictionary(uniqueKeysWithValues: zip(names.ratees, abilities)),
      achievement: Dictionary(
        uniqueKeysWithValues: names.ratees.enumerated().map { ratee, name in
          let seen = abilityDeviation > 0 ? abilities[ratee] / abilityDeviation : 0
          return (name, achievementCorrelation * seen + share * measured.normal(at: ratee))
        }))
  }

  private func ratings(
    _ parts: [[[Int]]], _ who: SimulatedDesign, _ names: Names, _ groups: [Bool]
  ) throws -> RatingSet {
    let isNested = if case .nested = design { true } else { false }
    var rows: [Rating] = []
    rows.reserveCapacity(parts.reduce(0) { $0 + $1.count * difficulties.count })
    for (rater, profiles) in parts.enumerated() {
      for (order, (task, profile)) in zip(who.tasks[rater], profiles).enumerated() {
        let group = groups[task.ratee] ? "B" : "A"
        for (item, score) in profile.enumerated() {
          rows.append(
            Rating(
              ratee: names.ratees[task.ratee], rater: names.raters[rater], item: names.items[item],
              value: score + 1, time: isNested ? task.period : nil, order: order,
              groups: ["group": group]))
        }
      }
    }
    let levels = (1...thresholds.count + 1).map {
      ScaleLevel(value: $0, label: LocalizedText(same: "\($0)"))
    }
    return try RatingSet(rows, scale: RatingScale("simulated", levels: levels))
  }

  /// Identifiers whose order is that of their numbers.
  private struct Names {
    let ratees: [PersonID]
    let raters: [PersonID]
    let items: [ItemID]

    init(ratees: Int, raters: Int, items: Int) throws {
      func text(_ kind: String, _ number: Int) -> String {
        kind + String(String(100_000_000 + number).dropFirst())
      }
      var (people, judges, things) = ([PersonID](), [PersonID](), [ItemID]())
      for number in 0..<ratees { people.append(try PersonID(text("p", number))) }
      for number in 0..<raters { judges.append(try PersonID(text("r", number))) }
      for number in 0..<items { things.append(try ItemID(text("i", number + 1))) }
      (self.ratees, self.raters, self.items) = (people, judges, things)
    }
  }
}

extension RaterSimulator {
  private var problems: Diagnostics {
    var problems = Diagnostics()
    var raters = 1
    func count(_ name: String, _ value: Int, atLeast least: Double, _ problems: inout Diagnostics) {
      problems.checkSetting(name, Double(value), in: least...1e8)
    }
    switch design {
    case .crossed(let ratees, let all, let perRatee):
      raters = all
      count("ratees", ratees, atLeast: 1, &problems)
      count("ratersPerRatee", perRatee, atLeast: 1, &problems)
    case .partlyLinked(let ratees, let all, let perRatee, let blocks, let share):
      raters = all
      count("ratees", ratees, atLeast: 1, &problems)
      count("ratersPerRatee", perRatee, atLeast: 1, &problems)
      problems.checkSetting("blocks", Double(blocks), in: 1...Double(max(1, all)))
      problems.checkSetting("linkedShare", share, in: 0...1)
    case .nested(let all, let staff, let periods, let share):
      raters = all
      count("staff", staff, atLeast: 1, &problems)
      count("periods", periods, atLeast: 1, &problems)
      problems.checkSetting("movedShare", share, in: 0...1)
    }
    count("raters", raters, atLeast: 1, &problems)
    problems.checkSetting("planted", Double(planted.count), in: 0...Double(max(0, raters)))
    problems.checkSetting("difficulties", Double(difficulties.count), in: 1...1000)
    problems.checkSetting("thresholds", Double(thresholds.count), in: 1...31)
    problems.checkSetting("abilityDeviation", abilityDeviation, in: 0...100)
    problems.checkSetting("severityDeviation", severityDeviation, in: 0...100)
    problems.checkSetting("groupShare", groupShare, in: 0...1)
    problems.checkSetting("achievementCorrelation", achievementCorrelation, in: -1...1)
    return problems
  }
}
