import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct ImpactAnalysisTests {
  private func compare(
    _ selected: Int, _ total: Int, with reference: Int, _ referenceTotal: Int,
    _ settings: ImpactAnalysis = ImpactAnalysis()
  ) throws -> ImpactComparison? {
    var settings = settings
    settings.reference = .group("reference")
    let outcomes = try GroupOutcomes([
      .init(group: "group", selected: selected, of: total),
      .init(group: "reference", selected: reference, of: referenceTotal),
    ])
    return try settings.run(on: outcomes).estimate?["group"]
  }

  /// All tables with the sums of each, by binomial coefficients in whole numbers.
  @Test(arguments: 0..<60)
  func `Fisher's test is the sum over all tables`(seed: UInt64) throws {
    var draws = RandomDraws(seed: seed)
    let (n1, n2) = (draws.integer(in: 1...14), draws.integer(in: 1...14))
    let (x1, x2) = (draws.integer(in: 0...n1), draws.integer(in: 0...n2))
    func choose(_ n: Int, _ k: Int) -> Int {
      k == 0 ? 1 : (1...k).reduce(1) { $0 * (n - k + $1) / $1 }
    }
    let m = x1 + x2
    let ways = (max(0, m - n2)...min(m, n1)).map { choose(n1, $0) * choose(n2, m - $0) }
    let seen = choose(n1, x1) * choose(n2, x2)
    let wanted =
      Double(ways.filter { $0 <= seen }.reduce(0, +)) / Double(ways.reduce(0, +))
    let found = Hypergeometric(first: n1, second: n2, selected: m).twoSided(x1)
    #expect(Samples.isNear(found, wanted, 1e-12), "\(x1) of \(n1), \(x2) of \(n2)")
  }

  // The tea of Fisher's lady: p = 34∕70; scipy 1.17.1 (odds_ratio, kind conditional) for the rest.
  @Test func `tea before milk`() throws {
    let tea = try #require(try compare(1, 4, with: 3, 4))
    #expect(Samples.isNear(tea.fisher.pValue, 0.4857142857142857, 1e-12), "34∕70")
    #expect(Samples.isNear(tea.conditionalOddsRatio?.value, 6.408319658199662, 1e-9))
    #expect(Samples.isNear(tea.conditionalOddsRatio?.interval.lower, 0.21173559544657966, 1e-9))
    #expect(Samples.isNear(tea.conditionalOddsRatio?.interval.upper, 626.2435305888141, 1e-6))
    #expect(tea.method == .exact)
  }

  @Test func `nobody of the group`() throws {
    let none = try #require(try compare(0, 20, with: 10, 20))
    #expect(none.ratio?.value == 0 && none.ratio?.interval == nil)
    #expect(none.oddsRatio?.value == .infinity && none.oddsRatio?.interval == nil)
    #expect(none.conditionalOddsRatio?.value == .infinity)
    #expect(none.conditionalOddsRatio?.interval.upper == .infinity)
    #expect(none.difference.interval == nil && none.difference.scoreInterval.lower > 0.2)
    #expect(none.conclusion == .largeAndSure && none.shortfall == 8)
    #expect(none.sentence.english.contains("impact ratio 0.00, p < 0.001"))
  }

  @Test func `everybody of the reference`() throws {
    let all = try #require(try compare(5, 10, with: 10, 10))
    #expect(all.ratio?.value == 0.5 && all.oddsRatio?.value == .infinity)
    // 1·C(10,5) ∕ C(20,15), twice: both ends are as likely.
    #expect(Samples.isNear(all.fisher.pValue, 2 * 252.0 / 15_504, 1e-12))
  }

  @Test func `nobody of the reference`() throws {
    let none = try #require(try compare(5, 10, with: 0, 10))
    #expect(none.ratio == nil && none.isBelowLeastRatio == nil && none.conclusion == .undefined)
    #expect(!none.sentence.isIncomplete)
  }

  @Test func `one group, no outcome, all of them`() throws {
    let lonely = try GroupOutcomes([.init(group: "a", selected: 1, of: 2)])
    #expect(
      try ImpactAnalysis().run(on: lonely)
        == .notEnough(NotEnoughData(.groups, needed: 2, found: 1)))
    let same = NotEnoughData(.outcomes, needed: 2, found: 1)
    for selected in [0, 3] {
      let outcomes = try GroupOutcomes([
        .init(group: "a", selected: selected, of: 3), .init(group: "b", selected: selected, of: 3),
      ])
      #expect(try ImpactAnalysis().run(on: outcomes) == .notEnough(same))
    }
    #expect(
      try ImpactAnalysis().run(on: GroupOutcomes([]))
        == .notEnough(NotEnoughData(.groups, needed: 2, found: 0)))
  }

  // 4 of 10 and 5 of 10: exactly four fifths is not below; one less is.
  @Test func `the border is decided in whole numbers`() throws {
    let border = try #require(try compare(4, 10, with: 5, 10))
    #expect(border.isBelowLeastRatio == false && border.turnsWithOnePerson)
    let below = try #require(try compare(3, 10, with: 5, 10))
    #expect(below.isBelowLeastRatio == true && below.turnsWithOnePerson && below.shortfall == 1)
    // 28 of 70 and 35 of 70 is the border too, and 0.4 ∕ 0.5 in doubles is above it by rounding.
    let wide = try #require(try compare(28, 70, with: 35, 70))
    #expect(wide.isBelowLeastRatio == false)
  }

  /// The shortfall is the least number of persons that ends it.
  @Test(arguments: 0..<50)
  func `shortfalls and turns by trial`(seed: UInt64) throws {
    var draws = RandomDraws(seed: seed)
    let (n1, n2) = (draws.integer(in: 2...40), draws.integer(in: 2...40))
    let (x1, x2) = (draws.integer(in: 0...n1), draws.integer(in: 1...n2))
    guard let found = try compare(x1, n1, with: x2, n2) else { return }
    func isBelow(_ x1: Int, _ x2: Int) -> Bool { 10 * x1 * n2 < 8 * x2 * n1 }
    let needed = (0...n1).first { !isBelow(x1 + $0, x2) }
    #expect(found.shortfall == needed)
    let now = isBelow(x1, x2)
    var turns = false
    for (one, other) in [(1, 0), (1, -1), (-1, 0), (-1, 1)] {
      let (own, theirs) = (x1 + one, x2 + other)
      if own < 0 || own > n1 || theirs < 1 || theirs > n2 { continue }
      if isBelow(own, theirs) != now { turns = true }
    }
    #expect(found.turnsWithOnePerson == turns)
  }

  // Two tables with the odds ratio 4 exactly: the common one is 4, and nothing differs.
  @Test func `strata alike`() throws {
    let outcomes = try GroupOutcomes([
      .init(group: "a", stratum: "low", selected: 10, of: 20),
      .init(group: "r", stratum: "low", selected: 40, of: 50),
      .init(group: "a", stratum: "high", selected: 20, of: 30),
      .init(group: "r", stratum: "high", selected: 80, of: 90),
      .init(group: "a", stratum: "empty", selected: 3, of: 7),
      .init(group: "r", stratum: "empty", selected: 0, of: 0),
    ])
    let result = try #require(try ImpactAnalysis().run(on: outcomes).estimate)
    let within = try #require(result["a"]?.withinStrata)
    #expect(Samples.isNear(within.commonOddsRatio?.value, 4, 1e-12))
    #expect(Samples.isNear(within.homogeneity?.statistic, 0, 1e-12))
    #expect(within.strata.map(\.isUsed) == [true, true, false] && within.leftOutCount == 7)
  }

  /// One stratum says what the whole does.
  @Test func `a single stratum among empty ones`() throws {
    let outcomes = try GroupOutcomes([
      .init(group: "a", stratum: "x", selected: 12, of: 40),
      .init(group: "r", stratum: "x", selected: 48, of: 80),
      .init(group: "a", stratum: "y", selected: 0, of: 0),
    ])
    let found = try #require(try ImpactAnalysis().run(on: outcomes).estimate?["a"])
    let within = try #require(found.withinStrata)
    #expect(Samples.isNear(within.commonRatio?.value, 0.5, 1e-12))
    #expect(
      Samples.isNear(
        within.commonRatio?.standardErrorOfLogarithm,
        try #require(found.ratio?.standardErrorOfLogarithm), 1e-12))
    #expect(
      Samples.isNear(
        within.commonOddsRatio?.standardErrorOfLogarithm,
        try #require(found.oddsRatio?.standardErrorOfLogarithm), 1e-12))
    #expect(within.homogeneity == nil)
  }

  @Test func `several groups`() throws {
    let outcomes = try GroupOutcomes([
      .init(group: "a", selected: 30, of: 100), .init(group: "b", selected: 45, of: 90),
      .init(group: "c", selected: 50, of: 80), .init(group: "d", selected: 1, of: 1),
      .init(group: "e", selected: 0, of: 0),
    ])
    let result = try #require(try ImpactAnalysis().run(on: outcomes).estimate)
    // d has the highest rate, and one person.
    #expect(result.reference == "c" && result.comparisons.map(\.group) == ["a", "b", "d"])
    let pValues = result.comparisons.map(\.test.pValue)
    #expect(result.comparisons[0].adjustedPValue == min(1, 3 * pValues[0]))
    #expect(result.overall.degreesOfFreedom == 3 && result.groups[4].rate == nil)
    #expect(result["d"]?.conclusion == .noneShown)
  }

  @Test func `a group that fares better is said to`() throws {
    let found = try #require(try compare(80, 100, with: 40, 100))
    #expect(found.conclusion == .favoured)
  }

  @Test func `chance rarely looks like impact`() throws {
    var flags = 0
    for seed in 0..<400 {
      var draws = RandomDraws(seed: UInt64(seed))
      let a = (0..<60).count { _ in draws.bernoulli(0.3) }
      let r = (0..<60).count { _ in draws.bernoulli(0.3) }
      let outcomes = try GroupOutcomes([
        .init(group: "a", selected: a, of: 60), .init(group: "r", selected: r, of: 60),
      ])
      guard let result = try ImpactAnalysis().run(on: outcomes).estimate else { continue }
      if result.comparisons[0].conclusion == .largeAndSure { flags += 1 }
    }
    #expect(flags <= 32, "at most 8 % of 400")
  }

  @Test func `all faults at once`() throws {
    let error = #expect(throws: InvalidInput.self) {
      try GroupOutcomes([
        .init(group: "a", selected: -1, of: 2), .init(group: "b", selected: 3, of: 2),
        .init(group: "b", selected: 1, of: 2),
      ])
    }
    #expect(
      error?.problems.map(\.code) == [
        "bias.impossible-count", "bias.impossible-count", "bias.group-twice",
      ])
    var settings = ImpactAnalysis()
    settings.reference = .group("nobody")
    settings.level = 1
    let other = #expect(throws: InvalidInput.self) {
      try settings.run(on: Berkeley.outcomes)
    }
    #expect(other?.problems.count == 2)
  }

  @Test func `every conclusion is worded`() {
    #expect(ImpactConclusion.allCases.allSatisfy { !$0.sentence.isIncomplete })
  }

  @Test func `Berkeley in words`() throws {
    let found = try ImpactAnalysis().run(on: Berkeley.outcomes).estimate?["Female"]
    let text = try #require(found).sentence
    #expect(
      text.english.hasPrefix("Group Female: 30.4% of 1835 persons have the outcome, Male: 44.5%"))
    #expect(text.indonesian.contains("rasio dampak 0,68 (95%: 0,63 s.d. 0,74)"))
    #expect(text.english.contains("no proof of discrimination"))
    #expect(text.english.contains("Within strata: common impact ratio"))
  }

  @Test func `persons and columns make the same table`() throws {
    let persons = [("a", "x", true), ("b", "x", false), ("a", "y", false), ("a", "x", false)]
    let fromPersons = GroupOutcomes(
      persons: persons.map { (group: $0, stratum: $1, isSelected: $2) })
    let table = try Table([
      "group": .code(CodeColumn(["a", "b", "a", "a", nil])),
      "band": .code(CodeColumn(["x", "x", "y", "x", "x"])),
      "outcome": .code(CodeColumn(["Baik", "Kurang", "Kurang", "Kurang", "Baik"])),
    ])
    let fromTable = try GroupOutcomes(table, stratum: "band", favourable: ["Baik"])
    #expect(fromPersons == fromTable && fromTable.groups == ["a", "b"])
  }

  @Test func `strata of a number`() {
    let strata = NumberStrata(.quantiles(4), of: [1, 2, 2, 2, 3, 4, 5, 6, .nan])
    #expect(strata.starts == [2, 3, 5])
    #expect(strata.index(of: 2) == 1 && strata.index(of: 0) == 0 && strata.index(of: .nan) == nil)
    #expect(strata.name(of: 0) == "x < 2" && strata.name(of: 3) == "5 ≤ x")
    let bands = NumberStrata(.at([90, 60, 75, 60]), of: [])
    #expect(bands.count == 4 && bands.name(of: 1) == "60 ≤ x < 75")
    #expect(NumberStrata(.quantiles(5), of: [7, 7, 7]).count == 1)
    #expect(!strata.sentence.isIncomplete && !bands.sentence.isIncomplete)
  }
}
