import KinerjaCore
import KinerjaTables
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct ScorerColumnsTests {
  // From whole-number arithmetic over the same population: counts, and sums in units of 1/120000
  // and 1/100.
  @Test(arguments: [1, 2])
  func `a hundred thousand people get the exact counts and sums`(threads: Int) throws {
    let scorer = try ScoreOne.rule.compiled(on: "2024-06-01")
    let scores = try scorer.scores(
      of: ScoreOne.columns(100_000), summing: ["behaviour"],
      parallel: ParallelBlocks(threads: threads))
    #expect(scores.counts == [1965, 4973, 25661, 60772, 6629])
    #expect(scores.sum(of: "work")?.exact == (try Ratio(1_190_457_688_440, over: 120_000)))
    #expect(scores.sum(of: "behaviour")?.exact == (try Ratio(775_189_525, over: 100)))
    #expect(scores.evaluatedCount == 0 && scores.refusedCount == 0 && scores.missing.isEmpty)
  }
}

@Suite struct ColumnsAgreeTests {
  @Test(arguments: 1...60)
  func `columns and the exact evaluator agree on random rules and people`(seed: UInt64) throws {
    var draw = RandomRules(seed: seed)
    let rule = draw.rule()
    let scorer = try rule.compiled(on: "2024-06-01")
    let people = draw.people(draw.integer(0...1) == 0 ? 300 : draw.integer(0...30))
    let scores = try scorer.scores(
      of: people, keeping: ["out"], parallel: ParallelBlocks(threads: 2))
    try Self.expect(scores, of: people, by: scorer)
  }

  /// Expects what the exact evaluator gives; if that may be beyond its reach, whoever it cannot
  /// hold may have a category nevertheless.
  static func expect(
    _ scores: CrowdScores, of people: RuleColumns, by scorer: Scorer, isBeyondReach: Bool = false
  ) throws {
    let scale = try #require(scores.scale)
    var (counts, sum, count) = (Array(repeating: 0, count: scale.categories.count), Ratio.zero, 0)
    var missing: [MissingReason: Int] = [:]
    var (refused, isSummed) = (0, true)
    let results = try scorer.results(of: (0..<people.count).map { people.inputs(of: $0) })
    let values = try #require(scores.values(of: "out"))
    for (row, result) in results.enumerated() {
      guard let found = try? result.get() else {
        if isBeyondReach, scores.categories[row] < scale.categories.count {
          counts[Int(scores.categories[row])] += 1
          (count, isSummed) = (count + 1, false)
          continue
        }
        refused += 1
        #expect(scores.categories[row] == 255 && values.values[row].isNaN)
        continue
      }
      #expect(scores.category(of: row) == found.category, "row \(row): \(people.inputs(of: row))")
      if let category = found.category, let rank = scale.rank(of: category) { counts[rank] += 1 }
      if let reason = found.missing { missing[reason, default: 0] += 1 }
      if let number = found.number {
        count += 1
        if let next = try? sum + number { sum = next } else { isSummed = false }
        let distance = (values.values[row] - Double(number)).magnitude
        #expect(distance <= values.bound + Double(number).ulp)
      } else {
        #expect(values.values[row].isNaN)
      }
    }
    #expect(scores.counts == counts)
    #expect(scores.missing == missing)
    #expect(scores.refusedCount == refused)
    let found = try #require(scores.sum(of: "out"))
    #expect(found.count == count)
    if let exact = found.exact {
      #expect(!isSummed || exact == sum)
    } else if isSummed, let bounds = found.bounds {
      #expect(bounds.contains(Double(sum)))
    }
  }
}
