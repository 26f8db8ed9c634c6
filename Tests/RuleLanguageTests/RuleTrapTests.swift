import KinerjaCore
import RuleLanguage
import Testing

/// Rules that somebody might hand in to stop the program, or that fooled it once.
@Suite struct RuleTrapTests {
  static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }

  /// A rule over one list of periods, each with a score and a grade.
  static func rule(
    periods: [String], grades: [String] = ["low", "high"], _ step: RuleStep
  ) -> Rule {
    func scale(_ id: ScaleID, _ names: [String]) throws -> CategoryScale {
      CategoryScale(
        id, text(id.text),
        worstToBest: try names.map { .init(try CategoryID($0), text($0)) })
    }
    let scales = try? [scale("period", periods), scale("grade", grades)]
    return Rule(
      "traps", version: "1", text("Traps"), effective: "2026-01-01/..",
      sources: [SmallRule.source], scales: scales ?? [], parameters: [], inputs: [],
      lists: [
        RuleList(
          "parts", text("Parts"),
          fields: [
            RuleInput("period", text("Period"), .category(of: "period")),
            RuleInput("grade", text("Grade"), .category(of: "grade")),
            RuleInput("score", text("Score")),
          ], steps: [])
      ], steps: [step])
  }

  static func worst(of value: FormulaText, giving scale: ScaleID? = nil) -> RuleStep {
    RuleStep("year", text("Year"), periods: value, by: "parts.period", .worst, giving: scale)
  }

  // MARK: - Periods

  @Test(arguments: ["parts.score", "parts.grade"])
  func `a scale without categories is named, and nothing stops`(value: FormulaText) {
    let scale: ScaleID? = value.text == "parts.grade" ? "grade" : nil
    let problems = Self.rule(periods: [], Self.worst(of: value, giving: scale))
      .check(on: SmallRule.day)
    #expect(problems.all.map(\.code) == ["rules.empty-scale"])
    #expect(problems.all.first.map { "\($0.place.path)" } == "scales.period")
  }

  @Test func `the worst of very many periods is refused, or computed without depth`() throws {
    let many = (0..<4_000).map { "p\($0)" }
    let grades = (0..<101).map { "g\($0)" }
    let step = Self.worst(of: "parts.grade", giving: "grade")
    for rule in [
      Self.rule(periods: many, step), Self.rule(periods: ["p1"], grades: grades, step),
    ] {
      #expect(rule.check(on: SmallRule.day).all.map(\.code) == ["rules.formula-too-large"])
    }
    // A year of days.
    let days = (0..<366).map { "d\($0)" }
    let year = try CompiledRule(Self.rule(periods: days, step), on: SmallRule.day)
    func records(_ grade: CategoryID) throws -> RuleInputs {
      var records: [RuleRecord] = []
      for (index, day) in days.enumerated() {
        let grade: CategoryID = index == 200 ? grade : "high"
        records.append(
          RuleRecord(["period": .category(try CategoryID(day)), "grade": .category(grade)]))
      }
      return RuleInputs(values: [:], lists: ["parts": records])
    }
    #expect(try year.evaluate(records("low"))["year"] == .category("low"))
    #expect(try year.evaluate(records("high"))["year"] == .category("high"))
  }

  // MARK: - Groups

  @Test(arguments: [Int.min, -1, 0])
  func `a minimum far below one is named`(count: Int) {
    let step = RuleStep("all", Self.text("All"), ratings: "parts.score", by: "parts.grade") {
      RaterGroup("low", weight: 1, atLeast: count, .trimmedMean(dropping: 1))
      RaterGroup("high", weight: 1)
    }
    let problems = Self.rule(periods: ["p1"], step).check(on: SmallRule.day)
    #expect(problems.all.map(\.code) == ["rules.minimum-count", "rules.trim-too-much"])
  }

  // MARK: - Missing policies

  // By hand: the sum is 3 + 5 = 8; with the last score missing it is missing, and the mean of the
  // one that is there is 3.
  @Test(
    arguments: [
      (true, 5, 4), (true, nil, 3), (false, 5, 8),
    ] as [(Bool, RuleValue?, RuleValue)])
  func `a variant that is no mean is not taken for one`(
    isMean: Bool, last: RuleValue?, value: RuleValue
  ) throws {
    let step = RuleStep(
      "all", Self.text("All"), whenMissing: .dropAndRescale(minimumShare: "0.5")
    ) {
      StepVariant(
        "mean", Self.text("Mean"), when: isMean ? "count(parts) > 0" : "count(parts) < 1",
        formula: "mean(parts.score)")
      StepVariant(
        "sum", Self.text("Sum"), when: isMean ? "count(parts) < 1" : "count(parts) > 0",
        formula: "sum(parts.score)")
    }
    var inputs: RuleInputs = ["parts": [["score": 3], [:]]]
    inputs[list: "parts"][1]["score"] = last ?? .missing(.notGiven)
    let compiled = try CompiledRule(Self.rule(periods: ["p1"], step), on: SmallRule.day)
    #expect(try compiled.evaluate(inputs)["all"] == value)
  }

  @Test func `an earlier value that is missing is none`() throws {
    let step = RuleStep(
      "conduct", Self.text("Conduct"), formula: "y",
      whenMissing: .carryForward(withinDays: 400, source: SmallRule.source))
    let inputs = RuleInputs(
      values: [:],
      earlier: ["conduct": EarlierValue(.missing(.notGiven), on: "2025-12-31")])
    let found = try CompiledRule(SmallRule.rule(steps: [step]), on: SmallRule.day).derive(inputs)
    #expect(found.outcome["conduct"] == .missing(.needs("y")))
    #expect(found.derivation["conduct"]?.replacement == nil)
    #expect(
      found.derivation.lines(in: .english).first?.sentence.hasSuffix("there is no earlier value")
        == true)
  }

  // MARK: - Units

  @Test func `the edges of pieces know their unit`() {
    let days = FormulaUnitTests.days
    let rule = Rule(
      "units", version: "1", Self.text("Units"), effective: "2026-01-01/..",
      sources: [SmallRule.source], scales: [],
      parameters: [
        RuleParameter(
          "limit", Self.text("Limit"), [.init(10, "2026-01-01/..", SmallRule.source)], unit: days)
      ],
      tables: [
        RuleTable(
          "late", Self.text("Late"),
          .pieces([.init(100, through: "limit"), .init(50, above: "limit")]))
      ],
      inputs: [
        RuleInput("money", Self.text("Money"), unit: FormulaUnitTests.money),
        RuleInput("delay", Self.text("Delay"), unit: days),
      ], lists: [],
      steps: [
        RuleStep("right", Self.text("Right"), formula: "lookup(late, delay)"),
        RuleStep("wrong", Self.text("Wrong"), formula: "lookup(late, money)"),
      ])
    let problems = rule.check(on: SmallRule.day).all
    #expect(problems.map(\.code) == ["rules.unlike-units"])
    #expect(problems.first.map { "\($0.place.path)" } == "steps.wrong.formula")
  }
}
