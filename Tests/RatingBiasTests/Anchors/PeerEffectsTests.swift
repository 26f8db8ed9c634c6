import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct PeerEffectsTests {
  // Three items: the person gives 4, 5 and 4, two others 3, 3, 3 and 2, 4, 3: gaps 1.5, 1.5 and 1.
  @Test func `a gap between oneself and others worked by hand`() throws {
    var rows: [Rating] = []
    for (rater, values) in [("a", [4, 5, 4]), ("b", [3, 3, 3]), ("c", [2, 4, 3])] {
      for (item, value) in values.enumerated() {
        rows.append(
          Rating(
            ratee: "a", rater: try PersonID(rater), item: try ItemID("i\(item)"), value: value))
      }
    }
    let effect = try AnchorAnalysis(
      tests: [.selfOtherGap: EffectTest(gate: 0.5, hypothesis: .insideGate)]
    ).selfOtherGap(of: RatingSet(rows, scale: Samples.scale(1...5)))
    let estimate = try #require(effect["a"]?.estimate)
    #expect(effect.raters.count == 1)
    #expect(Samples.isNear(estimate.size, 4.0 / 3))
    // Gaps of items have a variance of 1⁄12; both others give the same on average, 4⁄3 below.
    #expect(Samples.isNear(estimate.standardError, (1.0 / 12 / 3).squareRoot()))
    #expect(estimate.rateeCount == 2 && estimate.ratingCount == 3)
  }

  private func office(
    seed: UInt64, gap: [Int: Double] = [:], friends: [(Int, Int)] = [], people: Int = 16
  ) throws -> RatingSet {
    var draws = RandomDraws(seed: seed)
    let merit = (0..<people).map { _ in 0.6 * draws.normal() }
    let severity = (0..<people).map { _ in 0.2 * draws.normal() }
    var rows: [Rating] = []
    for rater in 0..<people {
      for ratee in 0..<people {
        let impression = 0.4 * draws.normal()
        let isFavour = friends.contains {
          ($0 == rater && $1 == ratee) || ($1 == rater && $0 == ratee)
        }
        for item in 0..<6 {
          var seen = 5 + merit[ratee] + severity[rater] + impression + 0.5 * draws.normal()
          if rater == ratee { seen += gap[rater] ?? 0 }
          if isFavour { seen += 2.5 }
          rows.append(
            Rating(
              ratee: try Samples.person("p", ratee), rater: try Samples.person("p", rater),
              item: try ItemID("i\(item)"), value: min(max(Int(seen.rounded()), 1), 9)))
        }
      }
    }
    return try RatingSet(rows, scale: Samples.scale(1...9))
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `planted gaps and favours are found`(seed: UInt64) throws {
    let friends = [(1, 4), (6, 9)]
    let ratings = try office(seed: seed, gap: [3: 3], friends: friends)
    let gaps = try AnchorAnalysis().selfOtherGap(of: ratings)
    #expect(gaps.flagged == ["p003"])
    #expect(
      gaps.finding("p003")?.sentence.english.contains("beside 15 other raters") == true)
    let found = try AnchorAnalysis().reciprocity(of: ratings)
    #expect(found.pairs.map(\.first).sorted() == ["p001", "p006"])
    #expect(found.pairs.map(\.second).sorted() == ["p004", "p009"])
  }

  @Test(arguments: 11...20 as ClosedRange<UInt64>)
  func `unrelated peers are no pairs`(seed: UInt64) throws {
    let ratings = try office(seed: seed)
    #expect(try AnchorAnalysis().selfOtherGap(of: ratings).flagged.isEmpty)
    let found = try AnchorAnalysis().reciprocity(of: ratings)
    #expect(found.effect.flagged.isEmpty && found.pairs.isEmpty)
    let correlation = try #require(found.correlation.estimate)
    #expect(correlation.pairCount == 120 && abs(correlation.value) < 0.35)
  }

  // Half of the office favours the other half: every second person with one partner, and so each rater.
  @Test func `favours among many show in raters and in the correlation`() throws {
    var friends: [(Int, Int)] = []
    for one in 0..<12 {
      for other in one + 1..<12 where (one / 4) == (other / 4) { friends.append((one, other)) }
    }
    let found = try AnchorAnalysis(
      tests: [.reciprocity: EffectTest(gate: 0.2, hypothesis: .noEffect)]
    ).reciprocity(of: office(seed: 2, friends: friends))
    let correlation = try #require(found.correlation.estimate)
    #expect(correlation.interval.lower > 0.4)
    #expect(found.effect.flagged.count >= 10)
    // Too many share the largest excesses for a pair to stand out by rank.
    #expect(found.pairs.count <= friends.count)
  }

  @Test func `one other, or none, is said`() throws {
    let rows = [Rating(ratee: "a", rater: "a", item: "x", value: 3)]
    let set = try RatingSet(rows, scale: Samples.scale(1...5))
    #expect(
      try AnchorAnalysis().selfOtherGap(of: set)["a"]
        == .notEnough(NotEnoughData(.sharedRatings, needed: 3, found: 0)))
    #expect(
      try AnchorAnalysis().reciprocity(of: set).correlation
        == .notEnough(NotEnoughData(.mutualRatings, needed: 5, found: 0)))
  }
}
