import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct RuleBookTests {
  private static func version(_ version: String, _ days: DayRange, id: RuleID = "r")
    -> ScoringRule
  {
    ScoringRule(
      Rule(
        id, version: version, ReformTests.text("R"), effective: days, sources: [],
        inputs: { RuleInput("x", ReformTests.text("X")) },
        steps: { RuleStep("s", ReformTests.text("S"), formula: "x * 2") }), score: "s")
  }

  private static func superseding(_ id: RuleID, _ days: DayRange) -> ScoringRule {
    ScoringRule(version("1", days, id: "new").rule.superseding(id), score: "s")
  }

  @Test func `days between two versions are a warning, wherever they stand in the book`() throws {
    let book = try RuleBook([
      Self.version("3", "2026-01-01/.."), Self.version("1", "2020-01-01/2021-12-31"),
      Self.version("2", "2022-01-01/2025-06-30"),
    ])
    #expect(
      book.warnings.all.map { $0.sentence(in: .english) } == [
        "rules[0]: no version holds 2025-07-01/2025-12-31, between r 2 and r 3; look at their days "
          + "again, or add the version that held then"
      ])
    #expect(!book.warnings.hasErrors)
  }

  @Test(
    arguments: [
      ("2021-12-31", ["1", "a"]), ("2022-01-01", ["2"]), ("2019-12-31", []), ("2030-01-01", ["2"]),
    ] as [(Day, [String])])
  func `the rules in force on a day stand in the order of the book`(
    day: Day, versions: [String]
  ) throws {
    let book = try RuleBook([
      Self.version("2", "2022-01-01/.."), Self.version("1", "2020-01-01/2021-12-31"),
      Self.version("a", "2021-01-01/2021-12-31", id: "other"),
    ])
    #expect(book.inForce(on: day).map(\.version) == versions)
  }

  @Test(arguments: [
    ("2022-01-01/..", [String]()),
    ("2022-02-01/..", ["scoring.supersession-gap"]),
    ("2021-12-31/..", ["scoring.superseded-in-force"]),
  ])
  func `a rule begins when the one that it supersedes ends`(days: String, codes: [String]) throws {
    let book = try RuleBook([
      Self.version("1", "2020-01-01/2021-12-31"),
      Self.superseding("r", try DayRange(text: days)),
    ])
    #expect(book.warnings.all.map(\.code) == codes)
    #expect(book.successors(of: "r").map(\.id) == ["new"])
    let rule = book.rules[1].rule
    #expect(try JSONDocument(rule.json.prettyText).read(Rule.self) == rule)
  }

  @Test func `one data set is scored under every rule that it fits`() throws {
    let other = ScoringRule(
      Rule(
        "other", version: "1", ReformTests.text("O"), effective: "2030-01-01/..", sources: [],
        scales: { ScoringRuleTests.grade },
        inputs: {
          RuleInput("behaviour", ReformTests.text("B"), .category(of: "grade"))
          RuleInput("more", ReformTests.text("M"))
        }, steps: { RuleStep("s", ReformTests.text("S"), formula: "more") }), score: "s")
    let reformed = try ReformTests.base.applying(
      ReformTests.reform([.set("edge", 70, during: "2026-01-01/..")]))
    let twin = Rule(
      "twin", version: "1", reformed.title, effective: reformed.effective, sources: [],
      scales: reformed.rule.scales, parameters: reformed.rule.parameters,
      inputs: reformed.rule.inputs, lists: reformed.rule.lists, steps: reformed.rule.steps)
    let book = try RuleBook([
      ReformTests.base, ScoringRule(twin, score: "total", category: "grade"), other,
      Self.version("1", "2026-01-01/..", id: "plain"),
    ])
    var second = ReformTests.person
    second["behaviour"] = 90
    var without = ReformTests.person
    without["behaviour"] = .missing(.notGiven)
    let found = book.results(of: [ReformTests.person, second, without], on: "2027-05-05")
    #expect(found.map(\.rule.id) == ["r", "twin", "other", "plain"])
    #expect(found.map(\.day) == ["2027-05-05", "2027-05-05", "2030-01-01", "2027-05-05"])
    // 75 and 87 against 76 and against 70; the third has no mark for behaviour.
    #expect(found[0].counts?.categories.map(\.count) == [1, 1] && found[0].counts?.none == 1)
    #expect(found[1].counts?.categories.map(\.count) == [0, 2])
    #expect(
      found[2].reasons?.all.map(\.code) == [
        "scoring.input-of-other-type", "scoring.input-absent",
      ])
    #expect(
      found[3].reasons?.all.map { $0.sentence(in: .english) } == [
        "the rule plain 1 asks for x, which nobody in the data has; add it to the data, or choose "
          + "another rule"
      ])
    let direct = try ReformTests.base.compiled(on: "2027-05-05").results(of: [second])
    #expect(try found[0].results?[1].get() == direct[0].get())
  }

  @Test func `nobody, and a rule that does not compile, end in no trap`() throws {
    let broken = ScoringRule(Self.version("1", "2026-01-01/..").rule, score: "none")
    let book = try RuleBook([broken, Self.version("1", "2026-01-01/..", id: "plain")])
    let found = book.results(of: [], on: "2027-01-01")
    #expect(found[0].reasons?.all.map(\.code) == ["scoring.unknown-output"])
    #expect(found[1].reasons?.all.map(\.code) == ["scoring.input-absent"])
  }

  @Test(arguments: [-1, 19])
  func `a display of impossible decimals is refused with its place`(places: Int) {
    let rule = ScoringRule(
      Self.version("1", "2026-01-01/..").rule, score: "s",
      shown: DecimalRounding(places: places, .halfUp))
    #expect(
      rule.check(on: "2026-01-01").all.map { "\($0.place.path) \($0.code)" } == [
        "shown rules.rounding-places"
      ])
  }
}
