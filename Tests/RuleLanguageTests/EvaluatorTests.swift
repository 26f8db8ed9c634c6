import KinerjaCore
import RuleLanguage
import Testing

@Suite struct EvaluatorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let formula: String
    let value: RuleValue
    init(_ formula: String, _ value: RuleValue) {
      self.formula = formula
      self.value = value
    }
    var testDescription: String { formula }
  }

  static let inputs: RuleInputs = [
    "x": 7, "grade": .category("high"),
    "tasks": [
      ["target": 4, "realised": 3, "weight.own": 1],
      ["target": 3, "realised": 3, "weight.own": 2],
    ],
  ]

  // Each reckoned by hand.
  static let cases: [Case] = [
    Case("1 + 2 * 3", 7),
    Case("(1 + 2) * 3", 9),
    Case("7 - 2 - 1", 4),
    Case("12 / 2 / 3", 2),
    Case("-x + 1", -6),
    Case("--2", 2),
    Case("1 / 3 + 1 / 6", .number("1/2")),
    Case("0.1 + 0.2", .number("0.3")),
    Case("x * weight", .number("3.5")),
    Case("x >= 7 and not x > 7", true),
    Case("x = 7 or y = 1", true),
    Case("x = 8 or y = 1", .missing(.needs("y"))),
    Case("y = 1 or x = 7", true),
    Case("x = 8 and y = 1", false),
    Case("y = 1 and x = 8", false),
    Case("grade = \"high\"", true),
    Case("grade != \"high\"", false),
    Case("if x < 7 then 1 else if x = 7 then 2 else 3", 2),
    Case("if y < 7 then 1 else 2", .missing(.needs("y"))),
    Case("if x = 7 then 1 else y", 1),
    Case("min(3, x, 5)", 3),
    Case("max(3, x, 5)", 7),
    Case("abs(3 - x)", 4),
    Case("clamp(x, 0, 5)", 5),
    Case("clamp(x, 9, 12)", 9),
    Case("clamp(x, 0, 9)", 7),
    Case("clamp(x, 0, y)", .missing(.needs("y"))),
    Case("round(2.675, 2, halfUp)", .number("2.68")),
    Case("round(2.665, 2, halfEven)", .number("2.66")),
    Case("round(-2.5, 0, floor)", -3),
    Case("round(x / 3, 1, down)", .number("2.3")),
    Case("coalesce(y, x)", 7),
    Case("coalesce(y, y)", .missing(.needs("y"))),
    Case("isMissing(y)", true),
    Case("isMissing(x)", false),
    Case("y + 1", .missing(.needs("y"))),
    Case("x / (7 - x)", .missing(.divisionByZero)),
    Case("sum(tasks.value)", 175),
    Case("mean(tasks.value)", .number("87.5")),
    Case("weightedMean(tasks.value, tasks.weight.own)", .number("275/3")),
    Case("min(tasks.value)", 75),
    Case("max(tasks.realised * x)", 21),
    Case("count(tasks)", 2),
    Case("count(tasks.value >= 100)", 1),
    Case("sum(tasks.weight.own * tasks.value) / sum(tasks.weight.own)", .number("275/3")),
  ]

  @Test(arguments: cases)
  func `a formula worked by hand`(example: Case) throws {
    #expect(try SmallRule.value(of: FormulaText(example.formula), Self.inputs) == example.value)
  }
}

@Suite struct EvaluatorEdgeTests {
  @Test func `inputs that the rule cannot take are all named`() throws {
    let rule = DerivationTests.rule
    let error = #expect(throws: InvalidInput.self) {
      try CompiledRule(rule, on: SmallRule.day).evaluate([
        "x": .category("low"), "grade": .category("hgh"), "agreed": 1, "z": 1,
        "tasks": [["target": 1], ["target": true, "reaalised": 2]], "lists": [],
      ])
    }
    #expect(
      error?.problems.map { "\($0.place): \($0.code)" } == [
        "x: rules.input-type", "grade: rules.unknown-category", "agreed: rules.input-type",
        "z: rules.unknown-input", "lists: rules.unknown-input",
        "tasks[1].target: rules.input-type", "tasks[1].reaalised: rules.unknown-input",
      ])
  }

  @Test func `a number outside its range is refused without being repeated`() throws {
    let rule = Rule(
      "r", version: "1", LocalizedText(same: "r"), effective: "2026-01-01/..", sources: [],
      inputs: { RuleInput("mark", LocalizedText(same: "mark"), within: 0...100) },
      steps: { RuleStep("s", LocalizedText(same: "s"), formula: "mark") })
    let compiled = try CompiledRule(rule, on: SmallRule.day)
    #expect(try compiled.evaluate(["mark": 100])["s"] == 100)
    let error = #expect(throws: InvalidInput.self) {
      try compiled.evaluate(["mark": .number("100.01")])
    }
    #expect(
      error?.report(in: .english)
        == "mark: the input mark is outside 0 to 100; look at the number again")
  }

  @Test func `a step that must not be missing stops with its name and the reason`() throws {
    #expect(throws: InvalidInput.self) { try SmallRule.value(of: "x + 1", whenMissing: .fail) }
    do {
      _ = try SmallRule.value(of: "x / 0", ["x": 1], whenMissing: .fail)
      Issue.record("no error")
    } catch let error as InvalidInput {
      #expect(
        error.report(in: .english)
          == "the step answer cannot be computed: division by zero; complete the inputs that it needs"
      )
    }
  }

  @Test func `a result too large to hold exactly stops, and is never rounded in silence`() throws {
    let large: RuleInputs = ["x": .number("99999999999999999999999999999999999999")]
    do {
      _ = try SmallRule.value(of: "x * x", large)
      Issue.record("no error")
    } catch let error as InvalidInput {
      #expect(error.problems.map(\.code) == ["rules.overflow"])
    }
    // The branch that is not taken is not computed.
    #expect(try SmallRule.value(of: "if x > 0 then 1 else x * x", large) == 1)
  }

  @Test func `a list that was not given is missing, an empty one is empty`() throws {
    #expect(try SmallRule.value(of: "sum(tasks.value)") == .missing(.needs("tasks")))
    #expect(try SmallRule.value(of: "count(tasks)") == .missing(.needs("tasks")))
    let empty: RuleInputs = ["tasks": []]
    #expect(try SmallRule.value(of: "sum(tasks.value)", empty) == 0)
    #expect(try SmallRule.value(of: "count(tasks)", empty) == 0)
    #expect(try SmallRule.value(of: "mean(tasks.value)", empty) == .missing(.nothingToAverage))
    #expect(try SmallRule.value(of: "min(tasks.value)", empty) == .missing(.nothingToAverage))
    #expect(
      try SmallRule.value(of: "weightedMean(tasks.value, tasks.weight.own)", empty)
        == .missing(.nothingToAverage))
  }

  @Test func `a mean over a list may leave out what is missing, down to a share`() throws {
    func mean(_ formula: FormulaText, least: Ratio) throws -> RuleValue {
      try SmallRule.value(
        of: formula,
        [
          "tasks": [
            ["target": 1, "realised": 1, "weight.own": 3], ["target": 2, "weight.own": 1],
            ["target": 2, "realised": 1, "weight.own": 4],
          ]
        ], whenMissing: .dropAndRescale(minimumShare: least))
    }
    #expect(try mean("mean(tasks.value)", least: "2/3") == 75)
    #expect(try mean("mean(tasks.value)", least: "0.7") == .missing(.tooLittleMeasured("2/3")))
    let weighted: FormulaText = "weightedMean(tasks.value, tasks.weight.own)"
    #expect(try mean(weighted, least: "7/8") == .number("500/7"))
    #expect(try mean(weighted, least: 1) == .missing(.tooLittleMeasured("7/8")))
    #expect(
      try SmallRule.value(of: "mean(tasks.value)", whenMissing: .dropAndRescale(minimumShare: 0))
        == .missing(.needs("tasks")))
  }

  @Test func `a weight below nought weighs nothing, whatever may be left out`() throws {
    func tasks(_ weights: [Ratio]) -> RuleInputs {
      RuleInputs(
        values: [:],
        lists: [
          "tasks": weights.map {
            ["target": 1, "realised": 1, "weight.own": .number($0)]
          }
        ])
    }
    let formula: FormulaText = "weightedMean(tasks.value, tasks.weight.own)"
    for policy: MissingPolicy in [.incomplete, .dropAndRescale(minimumShare: 0)] {
      #expect(
        try SmallRule.value(of: formula, tasks([3, -1]), whenMissing: policy)
          == .missing(.negativeWeight))
      #expect(
        try SmallRule.value(of: formula, tasks([0, 0]), whenMissing: policy)
          == .missing(.divisionByZero))
    }
    let reason = RuleValue.missing(.negativeWeight)
    #expect(try JSONDocument(reason.json.prettyText).read(RuleValue.self) == reason)
  }

  @Test func `where everything is left out, too little was measured`() throws {
    let inputs: RuleInputs = ["tasks": [["target": 1], ["target": 2]]]
    #expect(
      try SmallRule.value(
        of: "mean(tasks.value)", inputs, whenMissing: .dropAndRescale(minimumShare: 0))
        == .missing(.tooLittleMeasured(0)))
  }

  @Test func `the measured share passes through means by weight, and else by the least part`()
    throws
  {
    let outcome = try CompiledRule(DerivationTests.rule, on: SmallRule.day).evaluate(
      DerivationTests.inputs)
    #expect(outcome.measuredShare(of: "average") == 1)
    #expect(outcome.measuredShare(of: "blend") == "0.8")
    #expect(outcome.measuredShare(of: "extra") == 0)
    #expect(outcome.measuredShare(of: "total") == 0)
    #expect(outcome.measuredShare(of: "final") == 0)
  }
}
