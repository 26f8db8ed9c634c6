import KinerjaCore
import RatingBias
import Testing

@Suite struct AnchorAnalysisTests {
  private static let unlimited = AnchorAnalysis(
    teamLimits: SampleLimits(
      ratingsToEstimate: 1, rateesToEstimate: 2, ratingsToFlag: 1, rateesToFlag: 2),
    tests: [
      .inflation: EffectTest(gate: 0.25, hypothesis: .insideGate),
      .achievementRecency: EffectTest(gate: 0.25, hypothesis: .insideGate),
    ])

  // One rater, three persons in years 1 and 3; ratings less peers’ rise by 1, 1 and 2 points: 4⁄3 over the
  // window. Errors by ratee, times 3 ∕ (3 − 2), as below.
  @Test func `inflation worked by hand`() throws {
    let starts = [1, 2, 2]
    let ends = [2, 4, 5]
    let rises = [0.0, 1, 1]
    var rows: [Rating] = []
    var known: [Int: [PersonID: Double]] = [1: [:], 3: [:]]
    for number in 0..<3 {
      let ratee = try Samples.person("p", number)
      rows.append(Rating(ratee: ratee, rater: "s", item: "x", value: starts[number], time: 1))
      rows.append(Rating(ratee: ratee, rater: "s", item: "x", value: ends[number], time: 3))
      known[1]?[ratee] = 0
      known[3]?[ratee] = rises[number]
    }
    let reference = RateeReference(
      byTime: known, relation: .samePoints, name: LocalizedText(same: "peers"))
    let effect = try Self.unlimited.inflation(
      of: RatingSet(rows, scale: Samples.scale(1...5)), against: reference)
    let estimate = try #require(effect["s"]?.estimate)
    // Sizes 1, 1 and 2.
    #expect(Samples.isNear(estimate.size, 4.0 / 3))
    // By ratee the scores x·e sum to −1⁄3, −1⁄3, 2⁄3 over Σx² = 6, once more for the window of two.
    let squares = 2.0 / 3
    #expect(Samples.isNear(estimate.standardError, 2 * (squares * 3).squareRoot() / 6))
    #expect(estimate.significance.degreesOfFreedom == 1)
    #expect(effect.finding("s") == nil)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `planted effects of superiors are found over the years, and nobody else`(seed: UInt64) throws
  {
    let teams = Teams(
      staff: 15, years: 4, shift: [3: -0.9, 8: 0.9], rise: [5: 1.3], recency: [11: 0.8])
    let round = try teams.round(seed: seed)
    let analysis = AnchorAnalysis()
    let leniency = try analysis.leniency(of: round.ratings, by: round.achievement)
    #expect(Set(leniency.flagged).isSuperset(of: ["s003", "s008"]))
    // Who rises by 1.3 over the years is more lenient on average too.
    #expect(Set(leniency.flagged).isSubset(of: ["s003", "s005", "s008"]))
    let inflation = try analysis.inflation(of: round.ratings, against: round.achievement)
    #expect(inflation.flagged == ["s005"])
    let sentence = try #require(inflation.finding("s005")?.sentence)
    #expect(sentence.english.contains("beyond achievement from the first to the last time"))
    #expect(sentence.indonesian.contains("melebihi acuan capaian"))
    #expect(try analysis.inflation(of: round.ratings).flagged == ["s005"])
    let recency = try analysis.achievementRecency(of: round.ratings, on: round.quarters)
    #expect(recency.flagged == ["s011"])
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `clean superiors are not flagged`(seed: UInt64) throws {
    let round = try Teams(staff: 10, years: 3).round(seed: seed)
    let analysis = AnchorAnalysis()
    #expect(try analysis.leniency(of: round.ratings, by: round.achievement).flagged.isEmpty)
    #expect(try analysis.inflation(of: round.ratings, against: round.achievement).flagged.isEmpty)
    #expect(
      try analysis.achievementRecency(of: round.ratings, on: round.quarters).flagged.isEmpty)
    #expect(try analysis.uninformative(round.ratings).flagged.isEmpty)
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `a team of five tells over five years`(seed: UInt64) throws {
    let round = try Teams(staff: 5, years: 5, shift: [4: -1.1]).round(seed: seed)
    let effect = try AnchorAnalysis().leniency(of: round.ratings, by: round.achievement)
    #expect(effect.flagged == ["s004"])
  }

  @Test func `too small a team is told how many ratings would do`() throws {
    let round = try Teams(staff: 5, items: 2).round(seed: 1)
    let effect = try AnchorAnalysis().leniency(of: round.ratings, by: round.achievement)
    for rater in effect.raters {
      guard case .notEnough(let lacking) = rater.answer else {
        Issue.record("five persons do not tell")
        continue
      }
      #expect(lacking.requirement == .ratings && lacking.needed > lacking.found)
      #expect(lacking.found == 10)
    }
  }

  @Test func `another unit of achievement and another order of ratings change nothing`() throws {
    let round = try Teams(raters: 6).round(seed: 3)
    let analysis = AnchorAnalysis()
    let plain = try analysis.leniency(of: round.ratings, by: round.achievement)
    let other = RateeReference(
      byTime: round.achievement.valuesByTime.mapValues { $0.mapValues { 1000 - 7 * $0 } },
      name: round.achievement.name)
    let scaled = try analysis.leniency(of: round.ratings, by: other)
    for (one, two) in zip(plain.raters, scaled.raters) {
      guard let first = one.answer.estimate, let second = two.answer.estimate else {
        #expect(one.answer == two.answer)
        continue
      }
      #expect(Samples.isNear(first.size, second.size))
      #expect(Samples.isNear(first.standardError, second.standardError))
    }
    let backwards = try RatingSet(
      Array(round.ratings.elements.reversed()), scale: round.ratings.scale)
    #expect(try analysis.leniency(of: backwards, by: round.achievement) == plain)
  }

  // All rise alike from year to year; the superior of one year only is not the lenient one.
  @Test func `the level of a year is not the rater's`() throws {
    var rows: [Rating] = []
    var values: [Int: [PersonID: Double]] = [:]
    for rater in 0..<6 {
      for year in 0..<3 where rater > 0 || year == 2 {
        for number in 0..<6 {
          let ratee = try Samples.person("p", rater * 10 + number)
          values[year, default: [:]][ratee] = Double(number)
          rows.append(
            Rating(
              ratee: ratee, rater: try Samples.person("s", rater), item: "x",
              value: 1 + number / 2 + year + (number + rater + year) % 2, time: year))
        }
      }
    }
    let effect = try Self.unlimited.leniency(
      of: RatingSet(rows, scale: Samples.scale(1...7)),
      by: RateeReference(byTime: values, name: LocalizedText(same: "x")))
    let lonely = try #require(effect["s000"])
    #expect(Samples.isNear(lonely.estimate?.size, 0, 0.05))
  }

  @Test func `what cannot be known is not estimated`() throws {
    let analysis = Self.unlimited
    let name = LocalizedText(same: "x")
    let empty = try RatingSet([Rating](), scale: Samples.scale(1...5))
    #expect(try analysis.leniency(of: empty, by: RateeReference([:], name: name)).raters.isEmpty)
    #expect(try analysis.inflation(of: empty).raters.isEmpty)
    #expect(try analysis.uninformative(empty).raters.isEmpty)
    #expect(try analysis.selfOtherGap(of: empty).raters.isEmpty)
    #expect(try analysis.reciprocity(of: empty).effect.raters.isEmpty)
    #expect(empty.information() == nil)
    let table = try Samples.table([[3], [3], [3]], scale: 1...5)
    let same = RateeReference(["p000": 1, "p001": 2, "p002": 3], name: name)
    #expect(
      try analysis.leniency(of: table, by: same)["r000"]
        == .notEnough(NotEnoughData(.raters, needed: 2, found: 1)))
    #expect(
      try analysis.leniency(of: table, by: RateeReference([:], name: name))["r000"]
        == .notEnough(NotEnoughData(.rateesWithReference, needed: 2, found: 0)))
    #expect(
      try analysis.inflation(of: table)["r000"]
        == .notEnough(NotEnoughData(.rateesWithReference, needed: 2, found: 0)))
    #expect(throws: InvalidInput.self) {
      try AnchorAnalysis(control: FlagControl(rate: 2)).inflation(of: table)
    }
  }
}
