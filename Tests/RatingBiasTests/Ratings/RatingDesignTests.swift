import KinerjaCore
import RatingBias
import Testing

@Suite struct RatingDesignTests {
  // Counted by hand. r1 and r2 share a on x; r3 and r4 share c on y; r5 stands alone, for r1 rated d
  // on another item; b rated himself.
  @Test func `a small round`() throws {
    let rows = [
      Rating(ratee: "a", rater: "r1", item: "x", value: 1),
      Rating(ratee: "a", rater: "r2", item: "x", value: 2),
      Rating(ratee: "a", rater: "r2", item: "y", value: 2),
      Rating(ratee: "b", rater: "r2", item: "x", value: 3),
      Rating(ratee: "b", rater: "b", item: "x", value: 5),
      Rating(ratee: "c", rater: "r3", item: "y", value: 2),
      Rating(ratee: "c", rater: "r4", item: "y", value: 4),
      Rating(ratee: "d", rater: "r5", item: "x", value: 4),
      Rating(ratee: "d", rater: "r1", item: "y", value: 4),
    ]
    let design = RatingDesign(try RatingSet(rows, scale: Samples.scale(1...5)))
    #expect(design.ratingCount == 8 && design.selfRatingCount == 1 && design.missingCount == 0)
    #expect(design.rateeCount == 4 && design.itemCount == 2)
    #expect(design.raters.map(\.rater) == ["r1", "r2", "r3", "r4", "r5"])
    #expect(design.raters.map(\.ratingCount) == [2, 3, 1, 1, 1])
    #expect(design.raters.map(\.rateeCount) == [2, 2, 1, 1, 1])
    #expect(design.raters.map(\.linkedRatingCount) == [1, 1, 1, 1, 0])
    #expect(design.rateesByRaterCount == [1, 3])
    #expect(design.linkedGroups == [["r1", "r2"], ["r3", "r4"], ["r5"]])
  }

  @Test func `a chain of raters is one group`() throws {
    let rows = try (0..<40).flatMap { number in
      try [number, number + 1].map {
        Rating(
          ratee: try Samples.person("p", number), rater: try Samples.person("r", $0), item: "x",
          value: 1)
      }
    }
    let design = RatingDesign(try RatingSet(rows.reversed(), scale: Samples.scale(1...5)))
    #expect(design.linkedGroups.map(\.count) == [41])
  }
}
