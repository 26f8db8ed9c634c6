import KinerjaCore
import RatingBias
import Testing

@Suite("Marginal homogeneity") struct MarginalHomogeneityTests {
  // irr 0.84.1 (R), stuart.maxwell.mh and bhapkar.
  @Test func `vision of two eyes`() throws {
    let found = try #require(try AgreementSamples.vision.marginalHomogeneity().estimate)
    #expect(Samples.isNear(found.stuartMaxwell.chiSquare, 11.956569622983, 1e-5))
    #expect(Samples.isNear(found.bhapkar?.chiSquare, 11.975720155526, 1e-5))
    #expect(found.degreesOfFreedom == 3 && found.unitCount == 7_477)
    #expect((0.007...0.008).contains(found.stuartMaxwell.pValue))
  }

  // With two levels it is McNemar's (1947): (10 − 4)² ∕ (10 + 4).
  @Test func `two levels are McNemar's`() throws {
    let found = try #require(
      try AgreementSamples.crossed([[30, 10], [4, 20]]).marginalHomogeneity().estimate)
    #expect(Samples.isNear(found.stuartMaxwell.chiSquare, 36.0 / 14))
    #expect(Samples.isNear(found.bhapkar?.chiSquare, 36.0 / (14 - 36.0 / 64)))
    #expect(found.degreesOfFreedom == 1)
    #expect(Samples.isNear(found.differences[0], 6.0 / 64))
    #expect(Samples.isNear(found.differences.reduce(0, +), 0))
  }

  // Levels 1 and 2 are mixed up with each other, 3 and 4 with each other: two groups.
  @Test func `levels that nothing links count apart`() throws {
    let found = try #require(
      try AgreementSamples.crossed([[5, 3, 0, 0], [1, 5, 0, 0], [0, 0, 5, 4], [0, 0, 2, 5]])
        .marginalHomogeneity().estimate)
    #expect(found.degreesOfFreedom == 2)
    #expect(Samples.isNear(found.stuartMaxwell.chiSquare, 4.0 / 4 + 4.0 / 6))
  }

  // Two copies of an item tell no more than one.
  @Test func `items of one ratee do not count as ratees`() throws {
    let single = try AgreementSamples.crossed([[3, 4, 1], [2, 5, 3], [0, 1, 6]])
    var ratings: [Rating] = []
    for (ratee, pair) in [(1, 2), (2, 2), (3, 1), (1, 2), (2, 3), (3, 3)].enumerated() {
      for item in ["i", "j"] as [ItemID] {
        for (rater, value) in [("a", pair.0), ("b", pair.1)] {
          ratings.append(
            Rating(
              ratee: try Samples.person("p", ratee), rater: try PersonID(rater), item: item,
              value: value))
        }
      }
    }
    let set = try RatingSet(ratings, scale: Samples.scale(1...3))
    let both = try #require(set.marginalHomogeneity().estimate)
    let one = try #require(set.marginalHomogeneity(on: "i").estimate)
    #expect(Samples.isNear(both.stuartMaxwell.chiSquare, one.stuartMaxwell.chiSquare))
    #expect(both.rateeCount == 6 && both.unitCount == 12)
    #expect(single.marginalHomogeneity().estimate?.degreesOfFreedom == 2)
  }

  @Test func `what cannot be known is said`() throws {
    func reason(_ rows: [[Int?]]) throws -> NotEnoughData? {
      guard
        case .notEnough(let reason) = try Samples.table(rows, scale: 1...3).marginalHomogeneity()
      else { return nil }
      return reason
    }
    #expect(try reason([]) == NotEnoughData(.sharedRatees, needed: 2, found: 0))
    #expect(try reason([[1, 2]]) == NotEnoughData(.sharedRatees, needed: 2, found: 1))
    #expect(
      try reason([[1, 2, 3], [1, 2, 1]])
        == NotEnoughData(.exactlyTwoRaters, needed: 2, found: 3))
    #expect(
      try reason([[1, 1], [2, 2]]) == NotEnoughData(.differentRatings, needed: 2, found: 1))
    // Everybody differs alike: no variance is left to Bhapkar.
    let set = try Samples.table([[1, 2], [1, 2], [1, 2]], scale: 1...3)
    #expect(set.marginalHomogeneity().estimate?.bhapkar == nil)
  }
}
