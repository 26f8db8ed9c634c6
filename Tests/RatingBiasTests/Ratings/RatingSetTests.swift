import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct RatingSetTests {
  @Test func `the order of ratings does not matter`() throws {
    let rows: [Rating] = try (0..<60).map { number in
      Rating(
        ratee: try Samples.person("p", number / 6), rater: try Samples.person("r", number % 3),
        item: number % 6 < 3 ? "x" : "y", value: 1 + number % 5)
    }
    let scale = try Samples.scale(1...5)
    let set = try RatingSet(rows, scale: scale)
    let shuffled = try RatingSet(
      RandomStream(seed: 3).shuffled(rows, at: 0), scale: scale)
    #expect(set == shuffled)
    #expect(set.count == 60 && set.rateeCount == 10 && set.raterCount == 3 && set.itemCount == 2)
    let audit = Samples.unlimited
    #expect(try audit.run(on: set) == audit.run(on: shuffled))
  }

  @Test func `all faults are named at once, with place and cure`() throws {
    let rows = [
      Rating(ratee: "a", rater: "r", item: "x", value: 9),
      Rating(ratee: "a", rater: "r", item: "x", value: 2),
      Rating(ratee: "b", rater: "r", item: "x", value: 2),
      Rating(ratee: "a", rater: "r", item: "x", value: 3),
    ]
    let scale = try Samples.scale(1...5)
    let error = #expect(throws: InvalidInput.self) { try RatingSet(rows, scale: scale) }
    #expect(error?.problems.map(\.code) == ["bias.rating-off-scale", "bias.rated-twice"])
    #expect(error?.problems.map(\.place.description) == ["[0]", "[3]"])
    #expect(
      error?.problems[0].sentence(in: .english) == """
        [0]: the value 9 is no level of the scale "scale"; write the value of a level, or leave \
        the row out if no rating was given
        """)
  }

  @Test func `no ratings at all`() throws {
    let set = try RatingSet([], scale: Samples.scale(1...5))
    let result = try RatingAudit().run(on: set)
    #expect(set.count == 0 && result.design.raters.isEmpty && result.findings.isEmpty)
    #expect(
      result.agreement == .notEnough(NotEnoughData(.sharedRatees, needed: 2, found: 0)))
  }
}
