import Foundation
import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct ReformTests {
  static let law = LegalSource("PP 1/2026", article: "Pasal 3")
  static let days: DayRange = "2027-01-01/.."

  static func text(_ word: String) -> LocalizedText { LocalizedText(same: word) }

  /// 60 per cent work, 40 per cent behaviour, good from 76; the weights are open, and so is the
  /// step of the extra points.
  static let base = ScoringRule(
    Rule(
      "r", version: "1", text("Rule"), effective: "2026-01-01/2030-12-31", sources: [law],
      scales: { ScoringRuleTests.grade },
      parameters: {
        RuleParameter("weight.work", text("Work"), .number("0.6"), "2026-01-01/..", law)
          .open(within: .numbers("0.5"..."0.7"))
        RuleParameter("weight.behaviour", text("Behaviour"), .number("0.4"), "2026-01-01/..", law)
          .open(within: .numbers("0.3"..."0.5"))
        RuleParameter("edge", text("Edge"), 76, "2026-01-01/..", law)
        RuleParameter("lenient", text("Lenient"), false, "2026-01-01/..", law)
          .open(within: .oneOf([true, false]))
      },
      inputs: {
        RuleInput("behaviour", text("Behaviour"), within: 0...100)
      },
      lists: {
        RuleList("tasks", text("Task")) {
          RuleInput("mark", text("Mark"), within: 0...100)
        } steps: {
          RuleStep("value", text("Value"), formula: "mark")
        }
      },
      steps: {
        RuleStep("work", text("Work"), formula: "mean(tasks.value)")
        RuleStep("extra", text("Extra"), formula: "if lenient then 1 else 0").openToRegions
        RuleStep(
          "mean", text("Mean"),
          weightedMean: [
            .init("work", weight: "weight.work"), .init("behaviour", weight: "weight.behaviour"),
          ], weightsTotal: 1, source: law)
        RuleStep("total", text("Total"), formula: "mean + extra")
        RuleStep("grade", text("Grade"), bandsOf: "total", giving: "grade") {
          Band("low", below: "edge")
          Band("high", from: "edge")
        }
      }), score: "total", category: "grade")

  static let person: RuleInputs = ["tasks": [["mark": 80], ["mark": 90]], "behaviour": 60]

  static func number(_ rule: ScoringRule, on day: Day) throws -> Ratio? {
    try rule.compiled(on: day).score(person).number
  }

  static func reform(
    _ changes: [ReformChange], _ id: ReformID = "x", standing: LegalSource.Standing = .law
  ) -> Reform {
    Reform(id, text("X"), source: LegalSource("X 1/2027", standing: standing), changes: changes)
  }

  static func codes(_ reform: Reform, on rule: ScoringRule = base) -> [String] {
    reform.check(on: rule).all.map { "\($0.place.path) \($0.code)" }
  }

  static let weights = reform(
    [
      .set("weight.work", .number("0.5"), during: "2027-01-01/2027-12-31"),
      .set("weight.behaviour", .number("0.5"), during: "2027-01-01/2027-12-31"),
    ], "weights")

  // 0.6 · 85 + 0.4 · 60 = 75; 0.5 · 85 + 0.5 · 60 = 72.5.
  @Test func `a value set for some days holds on those days only`() throws {
    let rule = try Self.base.applying(Self.weights)
    #expect(try Self.number(rule, on: "2026-12-31") == 75)
    #expect(try Self.number(rule, on: "2027-01-01") == "72.5")
    #expect(try Self.number(rule, on: "2027-12-31") == "72.5")
    #expect(try Self.number(rule, on: "2028-01-01") == 75)
    #expect(rule.version == "1+weights" && rule.effective == Self.base.effective)
    #expect(rule.sources.map(\.instrument) == ["PP 1/2026", "X 1/2027"])
    let derivation = try rule.compiled(on: "2027-06-01").score(Self.person).derivation
    #expect(derivation.parameters.map(\.value.source.instrument).contains("X 1/2027"))
    #expect(derivation.verify() == [])
  }

  @Test func `steps are replaced, neutralised and inserted, also in a list`() throws {
    let reform = Self.reform([
      .replace(
        "tasks.value", with: RuleStep("value", Self.text("Value"), formula: "mark + bonus"),
        during: Self.days),
      .insert(
        RuleStep("bonus", Self.text("Bonus"), formula: "2"), .before("tasks.value"),
        during: Self.days),
      .neutralise("extra", with: .number("1/3"), during: Self.days),
      .insert(
        RuleStep("double", Self.text("Double"), formula: "total * 2"), .after("total"),
        during: Self.days),
    ])
    #expect(Self.codes(reform) == [])
    let rule = try Self.base.applying(reform)
    #expect(rule.effective == "2027-01-01/2030-12-31")
    #expect(rule.rule.steps.map(\.id) == ["work", "extra", "mean", "total", "double", "grade"])
    let score = try rule.compiled(on: "2027-01-01").score(Self.person)
    // 0.6 · 87 + 0.4 · 60 + 1/3 = 76.2 + 1/3.
    #expect(score.number == "2296/30")
    #expect(score.derivation["double"]?.result == .number("2296/15"))
    #expect(rule.rule.step("extra")?.source?.instrument == "X 1/2027")
    #expect(rule.rule.step("mean") == Self.base.rule.step("mean"))
  }

  @Test func `reforms in a list are the same as one after another, and later ones win`() throws {
    let second = Self.reform(
      [
        .set("weight.work", .number("0.7"), during: "2027-06-01/.."),
        .set("weight.behaviour", .number("0.3"), during: "2027-06-01/.."),
      ], "second")
    let both = try Self.base.applying([Self.weights, second])
    #expect(try both == Self.base.applying(Self.weights).applying(second))
    #expect(both.version == "1+weights+second")
    #expect(try Self.base.applying([]) == Self.base)
    #expect(try Self.number(both, on: "2027-05-31") == "72.5")
    #expect(try Self.number(both, on: "2027-06-01") == "77.5")
    let values = try #require(both.rule.parameters.first).values
    #expect(
      values.map { "\($0.effective)" } == [
        "2026-01-01/2026-12-31", "2027-01-01/2027-05-31", "2027-06-01/..",
      ])
    for day: Day in ["2026-01-01", "2027-05-31", "2027-06-01", "2030-12-31"] {
      #expect(both.check(on: day).isEmpty)
    }
  }

  @Test func `everything wrong is told at once, each at its change`() {
    let reform = Self.reform([
      .set("weight.wrk", 1, during: Self.days),
      .set("edge", .category("low"), during: Self.days),
      .replace("totl", with: RuleStep("x", Self.text("x"), formula: "1"), during: Self.days),
      .replace("total", with: RuleStep("x", Self.text("x"), formula: "1"), during: Self.days),
      .neutralise("grade", with: 5, during: Self.days),
      .neutralise("tasks.value", with: .category("low"), during: Self.days),
      .insert(RuleStep("mean", Self.text("x"), formula: "1"), .after("work"), during: Self.days),
      .insert(RuleStep("new", Self.text("x"), formula: "1"), .after("wrk"), during: Self.days),
      .set("lenient", true, during: Self.days), .set("lenient", false, during: "2026-01-01/.."),
    ])
    #expect(
      Self.codes(reform) == [
        "changes[9] scoring.reform-twice",
        "changes[0].set scoring.reform-unknown-parameter",
        "changes[1].value scoring.reform-value-type",
        "changes[2].replace scoring.reform-unknown-step",
        "changes[3].with.id scoring.reform-step-name",
        "changes[4].value scoring.reform-value-type",
        "changes[5].value scoring.reform-value-type",
        "changes[6].insert.id scoring.reform-name-taken",
        "changes[7].after scoring.reform-unknown-step",
      ])
    let sentences = reform.check(on: Self.base).all.map { $0.sentence(in: .english) }
    #expect(sentences[1].hasSuffix("did you mean weight.work?"))
    #expect(throws: InvalidInput.self) { try Self.base.applying(reform) }
  }

  @Test func `a table that formulas look up is replaced, and a region may not`() throws {
    func table(_ top: FormulaText) -> RuleTable {
      RuleTable("conversion", Self.text("Conversion"), outside: .clamp) {
        RuleTable.Point(0, 0)
        RuleTable.Point(100, top)
      }
    }
    let base = ScoringRule(
      Rule(
        "t", version: "1", Self.text("T"), effective: "2026-01-01/..", sources: [Self.law],
        tables: { table(100) }, inputs: { RuleInput("x", Self.text("X")) },
        steps: { RuleStep("s", Self.text("S"), formula: "lookup(conversion, x)") }), score: "s")
    let change = ReformChange.replaceTable("conversion", with: table(90), during: Self.days)
    let rule = try base.applying(Self.reform([change]))
    #expect(try rule.compiled(on: "2027-01-01").score(["x": 50]).number == 45)
    #expect(
      RuleDiff(from: base, to: rule).changes.first?.sentence(in: .english)
        == "“Conversion”, 100: 100 → 90")
    #expect(
      base.annex.text(in: .english).contains("S = value of the table “Conversion” for (X)"))
    let unknown = ReformChange.replaceTable("conversoin", with: table(90), during: Self.days)
    #expect(
      Self.codes(Self.reform([unknown]), on: base) == [
        "changes[0].replaceTable scoring.reform-unknown-table"
      ])
    #expect(
      Self.codes(Self.reform([change], standing: .region), on: base) == [
        "changes[0] scoring.reform-step-closed"
      ])
  }

  @Test func `steps changed on days apart need a reform each`() {
    let reform = Self.reform([
      .neutralise("extra", with: 0, during: "2027-01-01/2027-12-31"),
      .neutralise("extra", with: 1, during: "2028-01-01/.."),
    ])
    #expect(Self.codes(reform) == ["changes scoring.reform-days-apart"])
  }

  // The lesson of other engines: a reform that changes nothing must say so.
  @Test(arguments: [
    (ReformChange.set("edge", 76, during: days), "changes[0].value scoring.reform-same-value"),
    (.set("edge", 80, during: "2031-01-01/.."), "changes[0] scoring.reform-outside-rule"),
    (
      .replace("total", with: base.rule.step("total")!, during: days),
      "changes[0] scoring.reform-same-step"
    ),
    (
      .neutralise("extra", with: 1, during: "2020-01-01/2020-12-31"),
      "changes[0] scoring.reform-outside-rule"
    ),
    (
      .limit("edge", within: nil, during: "2026-01-01/.."),
      "changes[0].open scoring.reform-same-bounds"
    ),
  ])
  func `a change without effect warns`(change: ReformChange, warning: String) throws {
    let reform = Self.reform([change])
    let found = Self.codes(reform)
    #expect(found.first == warning)
    #expect(!reform.check(on: Self.base).hasErrors)
    _ = try Self.base.applying(reform)
  }

  @Test func `a reform without changes warns as a whole`() {
    #expect(Self.codes(Self.reform([])) == [" scoring.reform-changes-nothing"])
    let outside = Self.reform([.set("edge", 80, during: "2031-01-01/..")])
    #expect(Self.codes(outside).last == " scoring.reform-changes-nothing")
  }

  @Test func `one changed value of several is no warning`() {
    let partly = Self.reform([.set("edge", 76, during: "2026-06-01/2028-12-31")])
    #expect(Self.codes(partly) == ["changes[0].value scoring.reform-same-value"])
    let later = Self.reform([.set("edge", 80, during: "2028-01-01/..")])
    #expect(Self.codes(later) == [])
  }
}
