import KinerjaCore
import RatingBias
import Testing

@Suite struct CentralTendencyTests {
  // Standard deviations √0.4 and √(52∕21); the error of the logarithm checked with numpy 2.4.6.
  @Test func `two raters of one item, worked by hand`() throws {
    let rows: [[Int?]] =
      [3, 3, 4, 3, 2, 3].map { [$0, nil] } + [1, 5, 4, 2, 5, 3, 2].map { [nil, $0] }
    let result = try Samples.unlimited.run(on: Samples.table(rows, scale: 1...5))
    let (narrow, wide) = (
      result.centralTendency.effect["r000"], result.centralTendency.effect["r001"]
    )
    let estimate = try #require(narrow?.estimate)
    #expect(Samples.isNear(estimate.size, (0.4 / (52.0 / 21)).squareRoot()))
    #expect(Samples.isNear(estimate.standardError, 0.3505024218628959))
    #expect(Samples.isNear(estimate.significance.t, -2.6005697807207406))
    #expect(estimate.significance.degreesOfFreedom == 5)
    let use = result.centralTendency.uses[0]
    #expect(use.middleShare == 4.0 / 6 && use.othersMiddleShare == 1.0 / 7)
    #expect(use.middleShareInterval.contains(4.0 / 6))
    #expect(estimate.interval.contains(estimate.size) && estimate.interval.upper < 1)
    #expect(Samples.isNear(wide?.estimate?.standardError, 0.3885707982377447))
    #expect(
      Samples.isNear((wide?.estimate?.size).map { $0 * estimate.size }, 1))
  }

  // Levels 2 and 3 are the middle of four.
  @Test func `the middle of an even scale has two levels`() throws {
    let rows: [[Int?]] = [[1, 1], [2, 4], [3, 4], [4, 1]]
    let result = try Samples.unlimited.run(on: Samples.table(rows, scale: 1...4))
    #expect(result.centralTendency.uses[0].middleShare == 0.5)
    #expect(result.centralTendency.uses[1].middleShare == 0)
  }

  // Every ratee lies equally far from the mean, so that no error can be estimated; rounding must not
  // pass for one.
  @Test(arguments: [6, 10, 14, 30])
  func `two levels used alike by all are no finding`(ratees: Int) throws {
    let rows: [[Int?]] = (0..<ratees).map { $0.isMultiple(of: 2) ? [2, 1] : [4, 5] }
    let raters = try Samples.unlimited.run(on: Samples.table(rows, scale: 1...5)).centralTendency
      .effect.raters
    for rater in raters {
      #expect(
        rater.answer == .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1)))
    }
  }

  // Ten persons, each on two items of their own, and a pair on a common one: two equal ratings, not
  // thirty.
  @Test func `items of one person do not make ratings alike`() throws {
    var rows: [Rating] = []
    for ratee in 0..<10 {
      let person = try Samples.person("p", ratee)
      for item in 0..<3 {
        let name = try ItemID(item == 2 && ratee < 2 ? "common" : "i\(ratee)-\(item)")
        rows.append(Rating(ratee: person, rater: "r", item: name, value: 3))
        rows.append(Rating(ratee: person, rater: "s", item: "other", value: 1 + ratee % 5))
        if item > 0 { rows.removeLast() }
      }
    }
    let result = try RatingAudit().run(on: RatingSet(rows, scale: Samples.scale(1...5)))
    #expect(result.centralTendency.uses[0].givesSameForAll)
    #expect(result.design.raters[0].ratingCount == 30)
    #expect(result.findings.allSatisfy { $0.rater != "r" })
  }

  @Test func `no spread is said, not estimated`() throws {
    let rows: [[Int?]] = [[3, 1], [3, 4], [3, 4], [3, 1]]
    let result = try Samples.unlimited.run(on: Samples.table(rows, scale: 1...5))
    let rater = result.centralTendency.effect.raters[0]
    #expect(result.centralTendency.uses[0].givesSameForAll)
    #expect(rater.answer == .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1)))
    #expect(result.findings.map(\.kind).contains(.sameForAll(ratees: 4)))
    // One rating an item has no spread either, but says nothing about the rater.
    let single = [
      Rating(ratee: "a", rater: "r", item: "x", value: 3),
      Rating(ratee: "b", rater: "r", item: "y", value: 3),
      Rating(ratee: "a", rater: "s", item: "x", value: 1),
      Rating(ratee: "b", rater: "s", item: "x", value: 2),
    ]
    let tendency = try Samples.unlimited.run(
      on: RatingSet(single, scale: Samples.scale(1...5))
    ).centralTendency
    #expect(
      tendency.effect.raters[0].answer
        == .notEnough(NotEnoughData(.rateesPerItem, needed: 2, found: 1)))
    #expect(!tendency.uses[0].givesSameForAll)
  }
}
