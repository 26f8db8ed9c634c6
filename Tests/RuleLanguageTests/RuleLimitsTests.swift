import KinerjaCore
import RuleLanguage
import Testing

@Suite struct RuleLimitsTests {
  static func step(_ id: StepID, _ formula: String) -> RuleStep {
    RuleStep(id, LocalizedText(same: "s"), formula: FormulaText(formula))
  }

  @Test func `figures over a list for each of its elements are refused before they run`() throws {
    let list = RuleList(
      "tasks", LocalizedText(same: "T"), fields: [RuleInput("mark", LocalizedText(same: "m"))],
      steps: [Self.step("above", "mark - mean(tasks.mark)")])
    let compiled = try CompiledRule(
      SmallRule.rule(steps: [], lists: [list]), on: SmallRule.day)
    var inputs = RuleInputs()
    inputs[list: "tasks"] = Array(repeating: ["mark": 1], count: 20)
    #expect(try compiled.evaluate(inputs)["tasks"].isMissing)
    inputs[list: "tasks"] = Array(repeating: ["mark": 1], count: 3_000)
    let error = #expect(throws: InvalidInput.self) { try compiled.evaluate(inputs) }
    #expect(error?.problems.map(\.code) == ["rules.too-much-work"])
    #expect(error?.problems.first?.place.path.description == "tasks")
  }

  @Test func `a rule of too many parts or operations is refused once`() {
    let many = (0...10_000).map { Self.step(StepID(stringLiteral: "s\($0)"), "1") }
    // 1 857 parts each.
    let sum = Array(repeating: "1", count: 15).joined(separator: " + ")
    let wide = "max(" + Array(repeating: sum, count: 64).joined(separator: ", ") + ")"
    let large = (0..<50).map { Self.step(StepID(stringLiteral: "s\($0)"), wide) }
    #expect(SmallRule.rule(steps: large).check(on: SmallRule.day).errors == [])
    let tooLarge = (0..<60).map { Self.step(StepID(stringLiteral: "s\($0)"), wide) }
    for steps in [many, tooLarge] {
      let problems = SmallRule.rule(steps: steps).check(on: SmallRule.day).errors
      #expect(problems.map(\.code) == ["rules.too-large"])
    }
  }

  @Test func `many circles are told briefly`() {
    // Each step needs all others.
    let names = (0..<60).map { "s\($0)" }
    let steps = names.map { name in
      Self.step(
        StepID(stringLiteral: name), names.filter { $0 != name }.joined(separator: " + "))
    }
    let problems = SmallRule.rule(steps: steps).check(on: SmallRule.day).errors
    #expect(problems.count { $0.code == "rules.cycle" } == 100)
  }

  // Each limit asked twice for a missing number would double the work at each level.
  @Test(.timeLimit(.minutes(1)))
  func `deep formulas with nothing in them take no longer than others`() throws {
    let formula = (0..<90).reduce("y") { inner, _ in "clamp(\(inner), 0, 1)" }
    #expect(try SmallRule.value(of: FormulaText(formula)) == .missing(.needs("y")))
  }

  @Test(arguments: [
    String(repeating: "if agreed then ", count: 95) + "1" + String(repeating: " else 1", count: 95),
    String(repeating: "not ", count: 95) + "agreed", String(repeating: "-", count: 95) + "x",
  ])
  func `as deep as may be, a formula reads back from its own text`(text: String) throws {
    let formula = try Formula(text)
    #expect(try Formula(formula.text) == formula)
  }

  @Test func `the last element of a list`() throws {
    let inputs: RuleInputs = [
      "tasks": [["target": 1, "realised": 2], ["target": 4, "realised": 3]]
    ]
    #expect(try SmallRule.value(of: "last(tasks.value)", inputs) == 75)
    #expect(try SmallRule.value(of: "last(tasks.target) + 1", inputs) == 5)
    #expect(
      try SmallRule.value(of: "last(tasks.weight.own)", inputs)
        == .missing(.needs("tasks[1].weight.own")))
    let none = try SmallRule.value(of: "last(tasks.value)", ["tasks": []])
    #expect(none == .missing(.nothingToAverage))
  }

  @Test(arguments: RoundingMode.allCases)
  func `a formula rounds by every mode`(mode: RoundingMode) throws {
    for number in ["2.675", "-2.665", "0.005", "89.994999"] {
      let expected = try Ratio(Ratio(number, .point).rounded(to: 2, mode))
      let formula = "round(\(number), 2, \(mode.formulaName))"
      #expect(try SmallRule.value(of: FormulaText(formula)) == .number(expected))
    }
  }
}
