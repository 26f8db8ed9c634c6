import KinerjaCore
import RuleLanguage
import Testing

@Suite struct RuleCompilerTests {
  static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }

  static func step(_ id: StepID, _ formula: FormulaText) -> RuleStep {
    RuleStep(id, text(id.text), formula: formula)
  }

  func report(_ rule: Rule, on day: Day = SmallRule.day) -> [String] {
    rule.check(on: day).all.map { "\($0.place): \($0.code)" }
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let formula: FormulaText
    let sentence: String
    var testDescription: String { formula.text }
  }

  @Test(arguments: [
    Fault(formula: "x + z1", sentence: "line 1:5: steps.s.formula: the name z1 is not known here"),
    Fault(
      formula: "x + weigth",
      sentence: "line 1:5: steps.s.formula: the name weigth is not known here; did you mean weight?"
    ),
    Fault(
      formula: "x + grade",
      sentence:
        "line 1:5: steps.s.formula: found a category of grade, expected a number; adjust this part"),
    Fault(
      formula: "x and agreed",
      sentence: "line 1:1: steps.s.formula: found a number, expected a true or false"),
    Fault(
      formula: "if agreed then 1 else \"low\"",
      sentence: "line 1:23: steps.s.formula: found a category, expected a number"),
    Fault(
      formula: "grade = \"hihg\"",
      sentence:
        "line 1:9: steps.s.formula: the scale grade has no category hihg; did you mean high?"),
    Fault(
      formula: "if agreed then grade else \"middle\"",
      sentence:
        "line 1:27: steps.s.formula: the scale grade has no category middle; there are: low, high"
    ),
    Fault(
      formula: "if agreed then \"low\" else \"high\"",
      sentence: "steps.s: the step gives a category, but not of which scale; name the scale"),
    Fault(
      formula: "grade = \"not an id\"",
      sentence: "line 1:9: steps.s.formula: the category identifier has \" \" at position 4"),
    Fault(
      formula: "tasks + 1",
      sentence: "line 1:1: steps.s.formula: tasks is a list, not a value; use count(tasks)"),
    Fault(
      formula: "tasks.value + 1",
      sentence:
        "line 1:1: steps.s.formula: tasks.value exists once for each element of a list; sum it up"),
    Fault(
      formula: "mean(x)",
      sentence:
        "line 1:1: steps.s.formula: mean names nothing in a list; name something in one of the lists: tasks"
    ),
    Fault(
      formula: "mean(taks.value)",
      sentence:
        "line 1:6: steps.s.formula: the name taks.value is not known here; did you mean tasks.value?"
    ),
    Fault(
      formula: "sum(tasks.value * sum(tasks.target))",
      sentence: "line 1:19: steps.s.formula: sum stands inside another figure over a list"),
    Fault(
      formula: "count(tasks.value)",
      sentence: "line 1:7: steps.s.formula: found a number, expected a true or false"),
    Fault(
      formula: "s + 1", sentence: "steps.s: steps need each other in a circle: s → s; compute one"),
    Fault(formula: "x +", sentence: "line 1:4: steps.s.formula: found the end of the formula"),
  ])
  func `a fault of a formula is named in its rule`(fault: Fault) {
    let problems = SmallRule.rule(steps: [Self.step("s", fault.formula)]).check(on: SmallRule.day)
    #expect(problems.all.count == 1, "\(problems.all)")
    let sentence = problems.all.first?.sentence(in: .english) ?? ""
    #expect(sentence.hasPrefix(fault.sentence), "\(sentence)")
  }

  @Test func `everything wrong is told at once`() {
    let rule = Rule(
      "r", version: "1", Self.text("r"), effective: "2026-01-01/..", sources: [],
      scales: {
        SmallRule.scale
        SmallRule.scale
      },
      parameters: {
        RuleParameter("late", Self.text("late"), 1, "2027-01-01/..", SmallRule.source)
        RuleParameter(
          "twice", Self.text("twice"),
          [
            .init(1, "2026-01-01/..", SmallRule.source),
            .init(2, "2026-02-01/..", SmallRule.source),
          ])
        RuleParameter(
          "gone", Self.text("gone"), .missing(.notGiven), "2026-01-01/..", SmallRule.source)
      },
      inputs: {
        RuleInput("a-b", Self.text("a-b"))
        RuleInput("if", Self.text("if"))
        RuleInput("x", Self.text("x"))
        RuleInput("x", Self.text("x"))
        RuleInput("c", Self.text("c"), .category(of: "grad"))
      },
      lists: {
        RuleList("list", Self.text("list")) { RuleInput("x", Self.text("x")) }
      },
      steps: {
        Self.step("one", "two + 1")
        Self.step("two", "three")
        Self.step("three", "one")
        Self.step("four", "y")
      })
    #expect(
      report(rule) == [
        "scales.grade: rules.duplicate-name", "parameters.late: rules.parameter-without-value",
        "parameters.twice: rules.parameter-with-two-values",
        "parameters.gone: rules.parameter-missing", "inputs.a-b: rules.unwritable-name",
        "inputs.if: rules.unwritable-name", "inputs.x: rules.duplicate-name",
        "inputs.c: rules.unknown-scale", "lists.list: rules.duplicate-name",
        "steps.one: rules.cycle", "line 1:1: steps.four.formula: rules.unknown-name",
      ])
    let cycle = rule.check(on: SmallRule.day).all.first { $0.code == "rules.cycle" }
    #expect(cycle?.message(in: .english).hasSuffix("one → two → three → one") == true)
    #expect(cycle?.message(in: .indonesian).hasPrefix("langkah-langkah saling membutuhkan") == true)
  }

  @Test func `steps may stand in any order, and a circle may pass through a list`() throws {
    let forward = SmallRule.rule(steps: [
      Self.step("last", "first + 1"), Self.step("first", "x"),
    ])
    #expect(try CompiledRule(forward, on: SmallRule.day).evaluate(["x": 4])["last"] == 5)
    let list = RuleList(
      "parts", Self.text("parts"), fields: [RuleInput("share", Self.text("share"))],
      steps: [
        Self.step("part", "share / whole"), Self.step("again", "total"),
      ])
    let rule = SmallRule.rule(
      steps: [Self.step("whole", "sum(parts.share)"), Self.step("total", "sum(parts.again)")],
      lists: [list])
    let problems = rule.check(on: SmallRule.day)
    #expect(
      problems.all.map { $0.message(in: .english) } == [
        "steps need each other in a circle: parts.again → total → parts.again"
      ])
  }

  @Test func `a rule that does not hold on the day, and a parameter by day`() throws {
    let rule = SmallRule.rule(steps: [Self.step("s", "weight")])
    #expect(report(rule, on: "2025-12-31").first == "effective: rules.not-effective")
    #expect(try CompiledRule(rule, on: "2026-06-30").evaluate([:])["s"] == .number("0.5"))
    #expect(try CompiledRule(rule, on: "2026-07-01").evaluate([:])["s"] == .number("0.6"))
  }

  // MARK: - Weighted means, policies, rounding

  func mean(
    _ terms: [RuleStep.WeightedTerm], total: Ratio? = nil, policy: MissingPolicy = .incomplete,
    rounded: DecimalRounding? = nil
  ) -> Rule {
    SmallRule.rule(steps: [
      RuleStep(
        "s", Self.text("s"), weightedMean: terms, weightsTotal: total, rounded: rounded,
        whenMissing: policy)
    ])
  }

  @Test func `weights are held to their total and may not be negative`() {
    #expect(
      report(mean([.init("x", weight: "weight"), .init("y", weight: "0.5")], total: 1)) == [])
    #expect(
      report(mean([.init("x", weight: "weight"), .init("y", weight: "0.4")], total: 1)) == [
        "steps.s.weightedMean: rules.weights-total"
      ])
    #expect(
      report(mean([.init("x", weight: "-1")])) == [
        "line 1:1: steps.s.weightedMean[0].weight: rules.negative-weight"
      ])
    #expect(
      report(mean([.init("x", weight: "y")], total: 1)) == [
        "line 1:1: steps.s.weightedMean[0].weight: rules.weight-not-constant"
      ])
    #expect(report(mean([])) == ["steps.s: rules.no-terms"])
  }

  @Test func `weights known only while computing hide no fault of the others`() {
    let mean = RuleStep(
      "s", Self.text("s"),
      weightedMean: [
        .init("x", weight: "y"), .init("x", weight: "0 - 1"), .init("x", weight: "0 - 2"),
      ], weightsTotal: 1)
    #expect(
      SmallRule.rule(steps: [mean]).check(on: SmallRule.day).all.map(\.code) == [
        "rules.weight-not-constant", "rules.negative-weight", "rules.negative-weight",
      ])
  }

  @Test func `a parameter that names a category is held to the scale that it is compared with`() {
    let rule = Rule(
      "r", version: "1", Self.text("r"), effective: "2026-01-01/..", sources: [],
      scales: { SmallRule.scale },
      parameters: {
        RuleParameter(
          "wanted", Self.text("wanted"), .category("hihg"), "2026-01-01/..", SmallRule.source)
      },
      inputs: { RuleInput("grade", Self.text("grade"), .category(of: "grade")) },
      steps: {
        Self.step("s", "if grade = wanted then 1 else 0")
        RuleStep("t", Self.text("t"), formula: "wanted", giving: "grade")
      })
    #expect(
      report(rule) == [
        "line 1:12: steps.s.formula: rules.unknown-category",
        "line 1:1: steps.t.formula: rules.unknown-category",
      ])
  }

  @Test func `policies and roundings are held to what they can do`() {
    let drop = MissingPolicy.dropAndRescale(minimumShare: "0.5")
    func formula(_ text: FormulaText, _ policy: MissingPolicy, rounded: DecimalRounding? = nil)
      -> Rule
    {
      SmallRule.rule(steps: [
        RuleStep("s", Self.text("s"), formula: text, rounded: rounded, whenMissing: policy)
      ])
    }
    #expect(report(formula("mean(tasks.value)", drop)) == [])
    #expect(report(formula("x + 1", drop)) == ["steps.s.whenMissing: rules.drop-without-mean"])
    #expect(
      report(mean([.init("x", weight: 1)], policy: .dropAndRescale(minimumShare: 2))) == [
        "steps.s.whenMissing: rules.minimum-share"
      ])
    #expect(
      report(formula("x", .substitute(.category("low"), source: SmallRule.source))) == [
        "steps.s.whenMissing: rules.type-mismatch"
      ])
    #expect(
      report(formula("grade", .substitute(.category("lw"), source: SmallRule.source))) == [
        "steps.s.whenMissing: rules.unknown-category"
      ])
    #expect(
      report(formula("agreed", .incomplete, rounded: DecimalRounding(places: 19, .up))) == [
        "steps.s.rounded: rules.type-mismatch", "steps.s.rounded: rules.rounding-places",
      ])
  }

  @Test func `every kind of problem is worded in both languages`() {
    let all = RuleLanguageDiagnostics.all
    #expect(all.flatMap(\.faults) == [])
    #expect(Set(all.map(\.code)).count == all.count)
  }
}
