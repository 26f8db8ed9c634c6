import Foundation
import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct RatingAccumulatorTests {
  // Worked by hand. Unit (a, x): r 1, s 2, t 5; differences to the mean of the two others −2.5, −1, 3.5.
  // Unit (b, x): r 4, s 3: 1, −1. Unit (b, y): r 2 alone; b rated themselves.
  @Test func `a small round`() throws {
    let rows = [
      Rating(ratee: "a", rater: "r", item: "x", value: 1),
      Rating(ratee: "a", rater: "s", item: "x", value: 2),
      Rating(ratee: "a", rater: "t", item: "x", value: 5),
      Rating(ratee: "b", rater: "r", item: "x", value: 4),
      Rating(ratee: "b", rater: "s", item: "x", value: 3),
      Rating(ratee: "b", rater: "r", item: "y", value: 2),
      Rating(ratee: "b", rater: "b", item: "y", value: 5),
    ]
    let found = try RatingAccumulator(RatingSet(rows, scale: Samples.scale(1...5)))
    #expect(found.raters == ["r", "s", "t"] && found.items == ["x", "y"])
    #expect(found.ratingCount == 6 && found.selfRatingCount == 1)
    #expect(found.rateeCount == 2 && found.sharedRateeCount == 2)
    let figures = found.figures
    #expect(
      figures.map(\.ratingCount) == [3, 2, 1] && figures.map(\.sharedRatingCount) == [2, 2, 1])
    #expect(figures.map(\.rateeCount) == [2, 2, 1])
    #expect(figures.map(\.differenceInPoints) == [-0.75, -1, 3.5])
    #expect(figures.map(\.mean) == [7.0 / 3, 2.5, 5])
    // Within items: r 4.5 over 1, s 0.5 over 1, t nothing.
    #expect(Samples.isNear(figures[0].spreadRatio, 3) && figures[2].spreadRatio == nil)
    #expect(figures[1].middleShare == 0.5 && figures[1].levelShares == [0, 0.5, 0.5, 0, 0])
    #expect(found.frequencies(of: "r").counts == [1, 1, 0, 1, 0])
    #expect(found.frequencies(on: "y").counts == [0, 1, 0, 0, 0])
    #expect(try found.moments(of: "r", on: "x").mean == Ratio(5, over: 2))
    #expect(found.moments(of: "nobody").count == 0)
  }

  private static let coefficients: [AgreementCoefficient] = [
    .percentAgreement(), .fleissKappa(), .fleissKappa(weights: .quadratic), .congerKappa(),
    .congerKappa(weights: .linear), .brennanPrediger(weights: .ordinal), .gwetAC1,
    .gwetAC2(weights: .quadratic), .krippendorffAlpha(.nominal), .krippendorffAlpha(.ordinal),
    .krippendorffAlpha(.interval), .krippendorffAlpha(.ratio), .cohenKappa(), .scottPi(),
  ]

  @Test(arguments: 1...5)
  func `says what the whole analyses say`(seed: UInt64) throws {
    // Sizes of units beyond those counted by pattern too.
    let set = try Samples.Round(
      raters: 12, ratees: 25, ratersPerRatee: seed == 5 ? 9 : Int(seed)
    ).ratings(seed: seed)
    let found = try RatingAccumulator(set)
    for coefficient in Self.coefficients {
      let whole = try set.agreement(coefficient)
      let value = try found.agreement(coefficient, on: set.scale)
      if let estimate = whole.estimate {
        #expect(Samples.isNear(value.estimate, estimate.value, 1e-12), "\(coefficient)")
      } else {
        #expect(value.estimate == nil, "\(coefficient)")
      }
    }
    let audit = try Samples.unlimited.run(on: set)
    let spread = audit.centralTendency
    for ((figures, load), use) in zip(zip(found.figures, audit.design.raters), spread.uses) {
      #expect(figures.rater == load.rater && figures.ratingCount == load.ratingCount)
      #expect(figures.rateeCount == load.rateeCount)
      #expect(figures.sharedRatingCount == load.linkedRatingCount)
      // There is no error, and so no estimate, for a rater of one person.
      if figures.rateeCount > 1 {
        let ratio = try #require(spread.effect[figures.rater]?.estimate).size
        #expect(Samples.isNear(figures.spreadRatio, ratio, 1e-12))
      }
      #expect(figures.middleShare == use.middleShare)
    }
    #expect(found.figures.count == audit.design.raters.count)
  }

  @Test(arguments: 1...4)
  func `parts merge to the whole in any order`(seed: UInt64) throws {
    let set = try Samples.Round(ratersPerRatee: 3).ratings(seed: seed)
    let ratees = Set(set.elements.map(\.ratee)).sorted()
    let whole = try RatingAccumulator(set)
    let parts = try (0..<3).map { part in
      let own = ratees.enumerated().filter { $0.offset % 3 == part }.map(\.element)
      return try RatingAccumulator(set.filtered(by: .ratees(Set(own))))
    }
    for order in [[0, 1, 2], [2, 0, 1]] {
      var merged = parts[order[0]]
      try merged.merge(parts[order[1]])
      try merged.merge(parts[order[2]])
      #expect(merged == whole && merged.figures == whole.figures)
    }
    let data = try JSONEncoder().encode(whole)
    #expect(try JSONDecoder().decode(RatingAccumulator.self, from: data) == whole)
    #expect(try RatingAccumulator(set, by: ParallelBlocks(threads: 1)) == whole)
  }

  @Test func `nothing, and parts that do not fit`() throws {
    var none = try RatingAccumulator(RatingSet([], scale: Samples.scale(1...5)))
    #expect(none.figures.isEmpty && none.ratingCount == 0)
    #expect(
      try none.agreement(on: Samples.scale(1...5))
        == .notEnough(NotEnoughData(.sharedRatees, needed: 2, found: 0)))
    let set = try Samples.Round().ratings(seed: 1)
    try none.merge(RatingAccumulator(set))
    #expect(try none == RatingAccumulator(set))
    let other = try RatingAccumulator(RatingSet([], scale: Samples.scale(1...3)))
    let error = #expect(throws: InvalidInput.self) { try none.merge(other) }
    #expect(error?.problems.map(\.code) == ["bias.other-levels"])
  }
}
