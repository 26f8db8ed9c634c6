import KinerjaCore
import RuleLanguage
import Testing

@Suite struct StepVariantTests {
  static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }

  static let remote = LegalSource("Perwali 2/2021", article: "Pasal 3", standing: .region)
  static let island = LegalSource("Perwali 2/2021", article: "Pasal 4", standing: .region)

  /// A base, an exception, and an exception to the exception.
  static let rate = RuleStep("rate", text("Rate")) {
    StepVariant("general", text("General"), formula: "10")
    StepVariant(
      "remote", text("Remote"), when: "x >= 80", overrides: ["general"], formula: "weight * 40",
      source: remote)
    StepVariant(
      "island", text("Island"), when: "x >= 80 and agreed", unless: "y > 0",
      overrides: ["remote"], formula: "30 + x", source: island)
  }

  static func rule(_ steps: RuleStep...) -> Rule { SmallRule.rule(steps: steps) }

  func value(_ inputs: RuleInputs, of step: RuleStep = Self.rate) throws -> RuleValue {
    try CompiledRule(Self.rule(step), on: SmallRule.day).evaluate(inputs)[step.id]
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let inputs: RuleInputs
    let value: RuleValue
    init(_ inputs: RuleInputs, _ value: RuleValue) {
      self.inputs = inputs
      self.value = value
    }
    var testDescription: String { "\(inputs.json.prettyText) → \(value)" }
  }

  @Test(arguments: [
    Case(["x": 10, "agreed": true, "y": 0], 10),
    Case(["x": 80, "agreed": false, "y": 0], 20),
    Case(["x": 80, "agreed": true, "y": 0], 110),
    // Its `unless` takes the exception to the exception away.
    Case(["x": 80, "agreed": true, "y": 1], 20),
    // Nobody knows whether the exception to the exception holds.
    Case(["x": 80, "agreed": true], .missing(.needs("y"))),
    Case(["x": 80, "y": 0], .missing(.needs("agreed"))),
    // A guard that another part decides asks for no more.
    Case(["x": 79, "y": 0], 10),
    Case(["x": 80, "agreed": false], 20),
    Case(["agreed": true, "y": 0], .missing(.needs("x"))),
  ])
  func `the variant that overrides wins, and what is unknown is not guessed`(_ one: Case) throws {
    #expect(try value(one.inputs) == one.value)
  }

  // The island rule wins over the base, though the one in between does not hold.
  @Test func `overriding reaches through a variant that does not hold`() throws {
    let step = RuleStep("rate", Self.text("Rate")) {
      StepVariant("base", Self.text("Base"), formula: "1")
      StepVariant("middle", Self.text("Middle"), when: "x > 5", overrides: ["base"], formula: "2")
      StepVariant("top", Self.text("Top"), when: "y > 5", overrides: ["middle"], formula: "3")
    }
    #expect(Self.rule(step).check(on: SmallRule.day).isEmpty)
    #expect(try value(["x": 0, "y": 9], of: step) == 3)
    #expect(try value(["x": 9, "y": 9], of: step) == 3)
    #expect(try value(["x": 9, "y": 0], of: step) == 2)
    // What is unknown of the middle does not matter where the top wins over it anyway.
    #expect(try value(["y": 9], of: step) == 3)
    #expect(try value(["y": 0], of: step) == .missing(.needs("x")))
  }

  @Test func `none that holds is missing, with that reason, and the policy acts on it`() throws {
    func step(_ policy: MissingPolicy) -> RuleStep {
      RuleStep("rate", Self.text("Rate"), whenMissing: policy) {
        StepVariant("only", Self.text("Only"), when: "x > 5", formula: "2")
      }
    }
    #expect(try value(["x": 5], of: step(.incomplete)) == .missing(.noVariantHolds))
    #expect(try value(["x": 5], of: step(.substitute(7, source: SmallRule.source))) == 7)
    let error = #expect(throws: InvalidInput.self) { try value(["x": 5], of: step(.fail)) }
    #expect(
      error?.problems.first?.message(in: .english)
        == "the step rate cannot be computed: no variant holds")
  }

  @Test func `two that hold without an order stop with both sources and the element`() throws {
    let list = RuleList(
      "tasks", Self.text("Task"),
      fields: [
        RuleInput("hard", Self.text("Hard"), .flag), RuleInput("far", Self.text("Far"), .flag),
      ],
      steps: [
        RuleStep("points", Self.text("Points")) {
          StepVariant("plain", Self.text("Plain"), unless: "hard or far", formula: "1")
          StepVariant(
            "hard", Self.text("Hard"), when: "hard", formula: "2", source: Self.remote)
          StepVariant("far", Self.text("Far"), when: "far", formula: "2", source: Self.island)
        }
      ])
    let rule = SmallRule.rule(
      steps: [RuleStep("total", Self.text("Total"), formula: "sum(tasks.points)")], lists: [list])
    let compiled = try CompiledRule(rule, on: SmallRule.day)
    #expect(compiled.warnings.all.map(\.code) == ["rules.variants-may-conflict"])
    #expect(
      try compiled.evaluate([
        "tasks": [["hard": true, "far": false], ["hard": false, "far": false]]
      ])["total"] == 3)
    let error = #expect(throws: InvalidInput.self) {
      try compiled.evaluate([
        "tasks": [["hard": true, "far": false], ["hard": true, "far": true]]
      ])
    }
    #expect(error?.problems.map(\.code) == ["rules.variant-conflict"])
    #expect(
      error?.problems.first?.message(in: .english)
        == "at tasks[1].points these hold together without an order: hard, far (sources: "
        + "Perwali 2/2021, Pasal 3, Perwali 2/2021, Pasal 4)")
    #expect(
      error?.problems.first?.message(in: .indonesian).contains("tasks[1].points") == true)
  }

  @Test func `any body may stand in a variant, and its table is recorded`() throws {
    let step = RuleStep("grade.now", Self.text("Grade now"), giving: "grade") {
      StepVariant(
        "table", Self.text("Table"), unless: "agreed",
        .bands(of: "x", BandTable([Band("low", below: 50), Band("high", from: 50)])))
      StepVariant("fixed", Self.text("Fixed"), when: "agreed", formula: "\"high\"")
    }
    let compiled = try CompiledRule(Self.rule(step), on: SmallRule.day)
    #expect(compiled.warnings.isEmpty)
    let (outcome, derivation) = try compiled.derive(["x": 50, "agreed": false])
    #expect(outcome["grade.now"] == .category("high"))
    guard case .band(let band, let lower, nil) = derivation["grade.now"]?.choice else {
      Issue.record("no band")
      return
    }
    #expect(band == 1 && lower?.value == 50 && lower?.isClosed == true)
    #expect(
      derivation.lines(in: .english).last?.sentence
        == "Grade now: 50 ≤ 50 → High; the variant Table is taken since Disetujui: no; the variant "
        .replacing("Disetujui", with: "Agreed") + "Fixed does not hold: Agreed: no")
    #expect(try compiled.evaluate(["x": 1, "agreed": true])["grade.now"] == .category("high"))
  }

  // MARK: - The derivation

  static let inputs: RuleInputs = ["x": 80, "agreed": true, "y": 1]

  func derivation(_ inputs: RuleInputs = Self.inputs) throws -> Derivation {
    try CompiledRule(Self.rule(Self.rate), on: SmallRule.day).derive(inputs).derivation
  }

  @Test func `the derivation keeps every guard, and why the others were not taken`() throws {
    let step = try #require(try derivation()["rate"])
    #expect(step.variants.map(\.id) == ["general", "remote", "island"])
    #expect(
      step.variants.map(\.outcome) == [.overridden(by: "remote"), .taken, .notHolding])
    #expect(step.variants.map(\.when) == [nil, true, true])
    #expect(step.variants.map(\.unless) == [nil, nil, true])
    #expect(try derivation().lines(in: .english).last?.source == Self.remote)
    #expect(try derivation().parameters.map(\.parameter.id) == ["weight"])
  }

  @Test func `it says so in both languages`() throws {
    #expect(
      try derivation().lines(in: .english).last?.sentence
        == "Rate: 0.5 × 40 = 20; the variant Remote (Perwali 2/2021, Pasal 3, region's "
        + "publication) is taken since 80 ≥ 80; the variant General is overridden by Remote; the "
        + "variant Island does not hold: 1 > 0")
    #expect(
      try derivation().lines(in: .indonesian).last?.sentence
        == "Rate: 0,5 × 40 = 20; berlaku varian Remote (Perwali 2/2021, Pasal 3, publikasi daerah) "
        + "karena 80 ≥ 80; varian General dikesampingkan oleh Remote; varian Island tidak berlaku: "
        + "1 > 0")
    #expect(
      try derivation(["x": 80, "agreed": true]).lines(in: .english).last?.sentence
        == "Rate: not computed, Input y is missing; the variant General is overridden by Remote; "
        + "the variant Remote holds, but may be overridden; the variant Island cannot be decided")
  }

  @Test(arguments: [
    Self.inputs, ["x": 80, "agreed": true], ["x": 80, "agreed": true, "y": -1], ["x": 1], [:],
  ])
  func `it passes through JSON and is verified`(_ inputs: RuleInputs) throws {
    let derivation = try derivation(inputs)
    let again = try JSONDocument(derivation.json.prettyText).read(Derivation.self)
    #expect(again == derivation)
    #expect(again.verify() == [])
  }

  @Test func `a forged variant is found`() throws {
    let text = try derivation().json.prettyText
    let forged = try JSONDocument(
      text.replacing("\"not-holding\"", with: "{\"overriddenBy\": \"remote\"}")
    ).read(Derivation.self)
    #expect(forged.verify().map { "\($0.step ?? "") \($0.part)" } == ["rate variants"])
  }

  // A guard that rests on a substituted value leaves the result less measured than it looks.
  @Test func `a guard's share counts`() throws {
    let known = RuleStep(
      "known", Self.text("Known"), formula: "y",
      whenMissing: .substitute(90, source: SmallRule.source))
    let step = RuleStep("rate", Self.text("Rate")) {
      StepVariant("one", Self.text("One"), when: "known >= 80", formula: "x")
      StepVariant("two", Self.text("Two"), when: "known < 80", formula: "x / 2")
    }
    let compiled = try CompiledRule(Self.rule(known, step), on: SmallRule.day)
    #expect(try compiled.evaluate(["x": 5]).measuredShare(of: "rate") == 0)
    #expect(try compiled.evaluate(["x": 5, "y": 90]).measuredShare(of: "rate") == 1)
  }
}
