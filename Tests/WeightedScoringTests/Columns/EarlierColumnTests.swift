import KinerjaCore
import KinerjaTables
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct EarlierColumnTests {
  static let scorer = try? ColumnRule.scorer(
    "x", whenMissing: .carryForward(withinDays: 365, source: LegalSource("Test")))
  static let known = RuleColumn.numbers([1, 2, 3, 4] as [UInt8], missing: BitSet([1, 2, 3]))

  static func people(_ earlier: [StepID: EarlierColumn]) -> RuleColumns {
    RuleColumns(count: 4, ["x": known], earlier: earlier)
  }

  @Test func `an earlier value is carried forward, each from its day`() throws {
    let scorer = try #require(Self.scorer)
    // The third is too old, the fourth has none.
    let people = Self.people([
      "out": EarlierColumn(
        .numbers([9, 15, 25, 35] as [Int8], missing: BitSet([3])),
        on: ["2025-12-31", "2025-12-31", "2024-12-31", "2030-01-01"])
    ])
    let scores = try scorer.scores(of: people, keeping: ["out"])
    #expect(scores.categories.prefix(2) == [1, 2] && scores.categories.suffix(2) == [255, 255])
    #expect(scores.values(of: "out")?.values.prefix(2) == [1, 15])
    #expect(scores.sum(of: "out")?.exact == 16)
    for row in 0..<4 {
      let score = try scorer.score(people.inputs(of: row))
      #expect(score.category == scores.category(of: row))
      #expect(score.number == (try scorer.result(of: row, in: people)).number)
    }
  }

  @Test func `without earlier values they are missing`() throws {
    let scores = try #require(Self.scorer).scores(of: Self.people([:]))
    #expect(scores.missing.values.reduce(0, +) == 3)
  }

  @Test func `earlier values that cannot be are named`() throws {
    let scorer = try #require(Self.scorer)
    let one = RuleColumn.numbers([1, 2, 3, 4] as [UInt8])
    let cases: [([StepID: EarlierColumn], [String])] = [
      (["outs": EarlierColumn(one, on: "2025-12-31")], ["rules.earlier-unknown"]),
      (["out": EarlierColumn(one, on: "2026-12-31")], ["rules.earlier-in-future"]),
      (
        ["out": EarlierColumn(.numbers([1] as [UInt8]), on: "2025-12-31")],
        ["rules.column-length"]
      ),
      (["out": EarlierColumn(one, on: ["2025-12-31"])], ["rules.column-length"]),
      (
        ["band": EarlierColumn(.flags([true, true, true, true]), on: "2025-12-31")],
        ["rules.input-type"]
      ),
      (
        ["band": EarlierColumn(.categories([0, 0, 1, 0], of: ["low"]), on: "2025-12-31")],
        ["rules.column-code"]
      ),
    ]
    for (earlier, codes) in cases {
      let error = #expect(throws: InvalidInput.self) {
        try scorer.scores(of: Self.people(earlier))
      }
      #expect(error?.problems.map(\.code) == codes)
    }
  }
}
