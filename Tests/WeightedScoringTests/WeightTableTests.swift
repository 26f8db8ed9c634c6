import KinerjaCore
import KinerjaTables
import Testing
import WeightedScoring

@Suite struct WeightTableTests {
  // Worked by hand: (2·4 + 1·1) / 3 = 3.
  @Test func `two competencies, weights 2 and 1`() throws {
    let table = try WeightTable<CompetencyKind>(["coaching": 2, "planning": 1])
    #expect(try table.mean(of: [4, 1]) == 3)
    #expect(table.weight(of: "planning") == 1)
    #expect(table.share(of: "coaching") == "2/3")
    #expect(table.weight(of: "other") == nil)
  }

  @Test(arguments: 1...50)
  func `scaling all weights changes nothing, and the mean lies between`(seed: UInt64) throws {
    var draws = RandomDraws(seed: seed)
    let ids = (0..<5).map { ItemID(stringLiteral: "b\($0)") }
    let weights = ids.map { _ in Ratio(draws.integer(in: 1...30)) }
    let ratings = ids.map { _ in Points(Int64(draws.integer(in: 0...100))) }
    let table = try WeightTable<ItemKind>(Array(zip(ids, weights)))
    let scaled = try WeightTable<ItemKind>(
      zip(ids, weights).map { ($0, try $1 * "7/3") })
    let mean = try table.mean(of: ratings)
    #expect(try scaled.mean(of: ratings) == mean)
    let values = ratings.map { Ratio($0) }.sorted()
    #expect(values[0] <= mean && mean <= values[4])
  }

  @Test func `all faults are named at once, with place and cure`() throws {
    let error = #expect(throws: InvalidInput.self) {
      try WeightTable<ItemKind>(["a": "-0.2", "a": 1])
    }
    let problems = try #require(error?.problems)
    #expect(
      problems.map { "\($0.place) \($0.code)" } == [
        "weights[0] scoring.negative-weight", "weights[1] scoring.weight-twice",
      ])
    #expect(problems[0].sentence(in: .english).contains("give it weight 0"))
    #expect(problems[0].sentence(in: .indonesian).contains("bobot -0,2 untuk \"a\" negatif"))
    #expect(throws: InvalidInput.self) { try WeightTable<ItemKind>(["a": 0]) }
    #expect(throws: InvalidInput.self) { try WeightTable<ItemKind>([]) }
  }

  @Test func `another number of ratings is refused`() throws {
    let table = try WeightTable<ItemKind>(["a": 1])
    #expect(throws: ScoringError.ratingCount(expected: 1, found: 2)) {
      try table.mean(of: [1, 2])
    }
  }
}
