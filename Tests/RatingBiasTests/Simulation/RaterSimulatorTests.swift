import Foundation
import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct RaterSimulatorTests {
  private static let crossed = RaterSimulator.Design.crossed(
    ratees: 120, raters: 12, ratersPerRatee: 3)

  @Test func `the same seed gives the same ratings at any number of threads`() throws {
    let simulator = RaterSimulator(Self.crossed, planted: [.halo(1), .randomness(share: 0.5)])
    let one = try simulator.run(seed: 7, by: ParallelBlocks(threads: 1))
    #expect(try simulator.run(seed: 7, by: ParallelBlocks(threads: 4)) == one)
    #expect(try simulator.run(seed: 8).ratings != one.ratings)
    #expect(Set(one.planted.values) == [.halo(1), .randomness(share: 0.5)])
  }

  @Test func `loads of a crossed design are even, and nobody rates a person twice`() throws {
    let round = try RaterSimulator(Self.crossed).run(seed: 1)
    let design = RatingDesign(round.ratings)
    #expect(design.raters.map(\.rateeCount).allSatisfy { (29...31).contains($0) })
    #expect(design.rateesByRaterCount == [0, 0, 120])
    #expect(round.ratings.count == 120 * 3 * 5)
    #expect(RatingSubsets(round.ratings).isConnected)
  }

  @Test func `a nested design is one rater each, and those who move join the teams`() throws {
    let alone = try RaterSimulator(
      .nested(raters: 4, staff: 6, periods: 2, movedShare: 0)
    ).run(seed: 2)
    #expect(RatingSubsets(alone.ratings).subsets.count == 4)
    #expect(alone.ratings.count == 4 * 6 * 2 * 5)
    let moving = try RaterSimulator(
      .nested(raters: 4, staff: 6, periods: 4, movedShare: 0.5)
    ).run(seed: 2)
    #expect(RatingSubsets(moving.ratings).isConnected)
    #expect(moving.ratings.count == 4 * 6 * 4 * 5)
  }

  @Test func `blocks are apart unless ratees link them`() throws {
    func subsets(_ share: Double) throws -> Int {
      let design = RaterSimulator.Design.partlyLinked(
        ratees: 60, raters: 8, ratersPerRatee: 2, blocks: 2, linkedShare: share)
      return try RatingSubsets(RaterSimulator(design).run(seed: 3).ratings).subsets.count
    }
    #expect(try subsets(0) == 2)
    #expect(try subsets(0.3) == 1)
  }

  // With 1 000 ratings an item by one rater at known measures, the mean of categories is within 0.12 of its
  // expectation: four standard errors of at most 1 ∕ √1000.
  @Test func `ratings follow the model`() throws {
    var simulator = RaterSimulator(.crossed(ratees: 1_000, raters: 1, ratersPerRatee: 1))
    simulator.abilityDeviation = 0
    simulator.severityDeviation = 0
    simulator.difficulties = [-0.5, 0, 1]
    let round = try simulator.run(seed: 4)
    for (item, difficulty) in zip(round.ratings.items, simulator.difficulties) {
      let values = round.ratings.elements.filter { $0.item == item }.map { Double($0.value - 1) }
      let mean = values.reduce(0, +) / Double(values.count)
      let odds = [0.0, 2, 2.7, 2, 0].enumerated().map { exp($1 - Double($0) * difficulty) }
      let expected =
        odds.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } / odds.reduce(0, +)
      #expect(Samples.isNear(mean, expected, 0.12))
    }
  }

  @Test func `achievement goes with ability as far as asked`() throws {
    var simulator = RaterSimulator(.nested(raters: 20, staff: 25, periods: 1, movedShare: 0))
    simulator.achievementCorrelation = 0.6
    let round = try simulator.run(seed: 5)
    let pairs = round.abilities.keys.sorted().map {
      (round.abilities[$0] ?? 0, round.achievement[$0] ?? 0)
    }
    let count = Double(pairs.count)
    let means = (
      pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count
    )
    let products = pairs.reduce(into: (0.0, 0.0, 0.0)) {
      $0.0 += ($1.0 - means.0) * ($1.1 - means.1)
      $0.1 += ($1.0 - means.0) * ($1.0 - means.0)
      $0.2 += ($1.1 - means.1) * ($1.1 - means.1)
    }
    let correlation = products.0 / (products.1 * products.2).squareRoot()
    #expect(Samples.isNear(correlation, 0.6, 0.08))
  }

  @Test func `settings out of range are refused together`() throws {
    var simulator = RaterSimulator(
      .crossed(ratees: 0, raters: 1, ratersPerRatee: 1), planted: [.halo(1), .drift(1)])
    simulator.groupShare = 2
    let error = #expect(throws: InvalidInput.self) { try simulator.run(seed: 1) }
    #expect(
      error?.problems.map(\.place.description) == ["ratees", "planted", "groupShare"])
  }
}
