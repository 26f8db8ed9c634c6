import KinerjaCore
import RuleLanguage
import Testing

@Suite struct MissingPolicyTests {
  static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }
  static let source = LegalSource("Perwali 3/2022", standing: .region)

  static let conduct = RuleStep(
    "conduct", text("Conduct"), formula: "y",
    whenMissing: .carryForward(withinDays: 365, source: source))
  static let total = RuleStep(
    "total", text("Total"),
    weightedMean: [.init("x", weight: "0.6"), .init("conduct", weight: "0.4")])

  static func inputs(_ earlier: RuleValue, _ day: Day) -> RuleInputs {
    RuleInputs(values: ["x": 80], earlier: ["conduct": EarlierValue(earlier, on: day)])
  }

  func derive(
    _ inputs: RuleInputs, _ steps: [RuleStep] = [Self.conduct, Self.total]
  ) throws -> (outcome: RuleOutcome, derivation: Derivation) {
    try CompiledRule(SmallRule.rule(steps: steps), on: "2026-03-01").derive(inputs)
  }

  // MARK: - Carry forward

  // The rule is computed for 1 March 2026; 365 days before it is 1 March 2025.
  @Test(
    arguments: [
      ("2026-03-01", 90), ("2025-12-31", 90), ("2025-03-01", 90),
      ("2025-02-28", .missing(.needs("y"))),
    ] as [(Day, RuleValue)])
  func `a value is carried forward while it is not too old`(
    _ day: Day, _ value: RuleValue
  ) throws {
    #expect(try derive(Self.inputs(90, day)).outcome["conduct"] == value)
  }

  // By hand: 0.6 · 80 + 0.4 · 90 = 84, of which 0.6 were measured.
  @Test func `what is carried forward is not measured, and the derivation says so`() throws {
    let (outcome, derivation) = try derive(Self.inputs(90, "2025-12-31"))
    #expect(outcome["total"] == 84 && outcome.measuredShare(of: "total") == "0.6")
    #expect(derivation["conduct"]?.replacement == .carriedForward(from: "2025-12-31"))
    #expect(
      derivation.lines(in: .indonesian).first?.sentence
        == "Conduct: Masukan y tidak tersedia; dipakai nilai periode lalu 90, per 31 Desember 2025 "
        + "(Perwali 3/2022, publikasi daerah)")
    #expect(
      derivation.lines(in: .english).first?.sentence
        == "Conduct: Input y is missing; the earlier value 90 of 31 December 2025 is used "
        + "(Perwali 3/2022, region's publication)")
    let again = try JSONDocument(derivation.json.prettyText).read(Derivation.self)
    #expect(again == derivation && again.verify() == [])
    let forged = try JSONDocument(
      derivation.json.prettyText.replacing("2025-12-31", with: "2025-12-30")
    ).read(Derivation.self)
    #expect(forged.verify().map { "\($0.step ?? "") \($0.part)" } == [" inputs"])
  }

  @Test func `why nothing was carried forward is said`() throws {
    #expect(
      try derive(Self.inputs(90, "2024-12-31")).derivation.lines(in: .english).first?.sentence
        == "Conduct: not computed, Input y is missing; the earlier value, of 31 December 2024, is "
        + "older than 365 days")
    #expect(
      try derive(["x": 80]).derivation.lines(in: .english).first?.sentence
        == "Conduct: not computed, Input y is missing; there is no earlier value")
  }

  @Test func `a value of today goes before an earlier one`() throws {
    var inputs = Self.inputs(90, "2025-12-31")
    inputs["y"] = 70
    let (outcome, derivation) = try derive(inputs)
    #expect(outcome["conduct"] == 70 && outcome.measuredShare(of: "total") == 1)
    #expect(derivation["conduct"]?.replacement == nil)
  }

  @Test(arguments: [
    (
      RuleInputs(values: [:], earlier: ["conductt": EarlierValue(90, on: "2025-12-31")]),
      "rules.earlier-unknown"
    ),
    (inputs(90, "2026-03-02"), "rules.earlier-in-future"),
    (inputs(.category("high"), "2025-12-31"), "rules.input-type"),
  ])
  func `earlier values are checked`(_ inputs: RuleInputs, _ code: String) {
    let error = #expect(throws: InvalidInput.self) { try derive(inputs) }
    #expect(error?.problems.map(\.code) == [code])
    #expect(
      error?.problems.first?.sentence(in: .english).hasPrefix("@earlier.conduct") == true)
  }

  @Test func `inputs carry earlier values through JSON`() throws {
    let inputs = Self.inputs(90, "2025-12-31")
    #expect(try JSONDocument(inputs.json.prettyText).read(RuleInputs.self) == inputs)
    let text = #"{"x": 80, "@earlier": {"conduct": {"value": 90, "day": "2025-12-31"}}}"#
    #expect(try JSONDocument(text).read(RuleInputs.self) == inputs)
  }

  // MARK: - Lowest band

  static let grade = RuleStep(
    "grade.now", text("Grade now"), bandsOf: "y", giving: "grade",
    whenMissing: .lowestBand(source: source)
  ) {
    Band("high", from: 50)
    Band("low", below: 50)
  }

  @Test func `the worst category takes the place of a missing one`() throws {
    let (outcome, derivation) = try derive(["x": 80], [Self.grade])
    #expect(outcome["grade.now"] == .category("low"))
    #expect(outcome.measuredShare(of: "grade.now") == 0)
    #expect(derivation["grade.now"]?.replacement == .lowestBand)
    #expect(
      derivation.lines(in: .english).first?.sentence
        == "Grade now: Input y is missing; the lowest category Low is used (Perwali 3/2022, "
        + "region's publication)")
    #expect(try derive(["y": 60], [Self.grade]).outcome["grade.now"] == .category("high"))
    #expect(derivation.verify() == [])
  }

  // A matrix that never gives the worst category of its scale.
  @Test func `it is the worst that the step can give`() throws {
    let step = RuleStep(
      "final", Self.text("Final"), rows: "grade", columns: "grade", giving: "grade",
      CategoryMatrix(
        columns: ["low", "high"], rows: ["high": ["high", "high"], "low": ["high", "high"]]),
      whenMissing: .lowestBand(source: Self.source))
    #expect(try derive([:], [step]).outcome["final"] == .category("high"))
  }

  // MARK: - Checks and files

  @Test func `what cannot be is refused`() {
    func codes(_ step: RuleStep) -> [String] {
      SmallRule.rule(steps: [step]).check(on: SmallRule.day).all.map(\.code)
    }
    #expect(
      codes(
        RuleStep(
          "s", Self.text("S"), formula: "y", whenMissing: .lowestBand(source: Self.source)))
        == ["rules.lowest-without-scale"])
    #expect(
      codes(
        RuleStep(
          "s", Self.text("S"), formula: "y",
          whenMissing: .carryForward(withinDays: -1, source: Self.source)))
        == ["rules.carry-limit"])
    let roles = RaterGroupTests.rule([
      RuleStep(
        "s", Self.text("S"), formula: "\"peer\"", giving: "role",
        whenMissing: .lowestBand(source: Self.source))
    ])
    #expect(
      roles.check(on: SmallRule.day).all.map(\.code) == ["rules.lowest-without-scale"])
    let inList = RuleList(
      "l", Self.text("L"), fields: [RuleInput("v", Self.text("V"))],
      steps: [
        RuleStep(
          "s", Self.text("S"), formula: "v",
          whenMissing: .carryForward(withinDays: 1, source: Self.source))
      ])
    #expect(
      SmallRule.rule(steps: [], lists: [inList]).check(on: SmallRule.day).all.map(\.code)
        == ["rules.carry-in-list"])
  }

  @Test(
    arguments: [
      .incomplete, .fail, .substitute(76, source: source), .dropAndRescale(minimumShare: "0.8"),
      .carryForward(withinDays: 366, source: source), .lowestBand(source: source),
    ] as [MissingPolicy])
  func `policies pass through JSON`(_ policy: MissingPolicy) throws {
    #expect(try JSONDocument(policy.json.prettyText).read(MissingPolicy.self) == policy)
  }

  @Test(arguments: [
    #"{"lowestBand": false, "source": {"instrument": "P"}}"#, #"{"lowestBand": true}"#,
    #"{"carryForward": 366, "source": {"instrument": "P"}}"#,
    #"{"carryForward": {"withinDays": "long"}, "source": {"instrument": "P"}}"#,
  ])
  func `broken policies are refused`(_ text: String) {
    #expect(throws: InvalidInput.self) { try JSONDocument(text).read(MissingPolicy.self) }
  }

  // MARK: - What nobody misses, and what stands in

  static func mean(_ weight: FormulaText, _ policy: MissingPolicy = .incomplete) -> RuleStep {
    RuleStep(
      "mean", text("Mean"), weightedMean: [.init("x", weight: 2), .init("y", weight: weight)],
      whenMissing: policy)
  }

  @Test(arguments: ["0", "weight - 0.5", "1 - 1"] as [FormulaText])
  func `a term of weight nought may be missing`(_ weight: FormulaText) throws {
    let (outcome, derivation) = try derive(["x": 80], [Self.mean(weight)])
    #expect(outcome["mean"] == 80 && outcome.measuredShare(of: "mean") == 1)
    #expect(derivation["mean"]?.dropped == [1])
    #expect(
      derivation.lines(in: .english).first?.sentence
        == "Mean: (2 × 80) / 2 = 80; term 2 is missing, but has weight 0")
    #expect(
      derivation.lines(in: .indonesian).first?.sentence
        == "Mean: (2 × 80) / 2 = 80; suku ke-2 tidak tersedia, tetapi berbobot 0")
    #expect(derivation.verify() == [])
    // The one that has weight is missed, and the sentence names it.
    #expect(try derive(["y": 80], [Self.mean(weight)]).outcome["mean"] == .missing(.needs("x")))
    // What is there has no part either.
    #expect(try derive(["x": 80, "y": 1], [Self.mean(weight)]).outcome["mean"] == 80)
    let dropping = Self.mean(weight, .dropAndRescale(minimumShare: "0.8"))
    #expect(try derive(["x": 80], [dropping]).outcome["mean"] == 80)
    #expect(
      try derive(["y": 80], [dropping]).outcome["mean"] == .missing(.tooLittleMeasured(0)))
  }

  @Test func `a weight that is missing or below nought, or nothing but nought, stays missing`()
    throws
  {
    #expect(
      try derive(["x": 80], [Self.mean("y")]).outcome["mean"] == .missing(.needs("y")))
    #expect(
      try derive(["x": 80], [Self.mean("x - 81")]).outcome["mean"] == .missing(.negativeWeight))
    let nothing = RuleStep(
      "mean", Self.text("Mean"), weightedMean: [.init("x", weight: 0), .init("y", weight: 0)])
    #expect(try derive(["x": 80], [nothing]).outcome["mean"] == .missing(.divisionByZero))
  }

  @Test func `so may a task or a group of raters`() throws {
    let step = RuleStep(
      "sum", Self.text("Sum"), formula: "weightedMean(tasks.realised, tasks.weight.own)")
    var inputs: RuleInputs = [
      "tasks": [["realised": 7, "weight.own": 3], ["weight.own": 0]]
    ]
    #expect(try derive(inputs, [step]).outcome["sum"] == 7)
    inputs[list: "tasks"][1]["weight.own"] = 1
    #expect(try derive(inputs, [step]).outcome["sum"].isMissing)
    let groups = RaterGroupTests.step([
      RaterGroup("superior", weight: 1), RaterGroup("peer", weight: 0, atLeast: 3),
      RaterGroup("public", weight: 0),
    ])
    let derivation = try CompiledRule(RaterGroupTests.rule([groups]), on: SmallRule.day)
      .derive(RaterGroupTests.inputs([("superior", 80), ("peer", 90), ("public", 50)])).derivation
    #expect(
      derivation.lines(in: .english).map(\.sentence) == [
        "Behaviour: 1 × 80 (Superior: 1 rating) + 0 × 50 (Public: 1 rating) = 80; "
          + "Peers is missing, but has weight 0"
      ])
  }

  // By hand: of the weights 2 and 3 the 3 were not measured where a policy stands in; `coalesce`
  // is what silence means by the rule, as a condition is that asks for it.
  @Test(
    arguments: [
      ("y", .substitute(0, source: source), "0.4"), ("coalesce(y, 0)", .incomplete, 1),
      ("coalesce(y, x)", .incomplete, 1), ("if isMissing(y) then 0 else y", .incomplete, 1),
      ("coalesce(substituted, 0)", .incomplete, "0.4"),
    ] as [(FormulaText, MissingPolicy, Ratio)])
  func `a policy stands in, a formula says what silence means`(
    _ formula: FormulaText, _ policy: MissingPolicy, _ share: Ratio
  ) throws {
    let steps = [
      RuleStep(
        "substituted", Self.text("Other"), formula: "y * 1",
        whenMissing: .substitute(7, source: Self.source)),
      RuleStep("part", Self.text("Part"), formula: formula, whenMissing: policy),
      RuleStep(
        "total", Self.text("Total"),
        weightedMean: [.init("x", weight: 2), .init("part", weight: 3)]
      ),
    ]
    let (outcome, derivation) = try derive(["x": 80], steps)
    #expect(outcome.measuredShare(of: "total") == share)
    #expect(derivation["total"]?.measuredShare == share && derivation.verify() == [])
    #expect(try derive(["x": 80, "y": 9], steps).outcome.measuredShare(of: "total") == 1)
  }

  // `one missing: weights rescaled over the rest` and `six` of COINr 1.1.14, `a_amean`.
  @Test(arguments: [(95, "82.6"), (nil, "79.5")] as [(Ratio?, Ratio)])
  func `dropping agrees with a published tool`(_ second: Ratio?, _ mean: Ratio) throws {
    let step = RuleStep(
      "mean", Self.text("Mean"),
      weightedMean: [
        .init("80", weight: "0.25"), .init("x", weight: "0.2"), .init("60", weight: "0.15"),
        .init("100", weight: "0.15"), .init("72", weight: "0.15"), .init("88", weight: "0.1"),
      ], weightsTotal: 1, whenMissing: .dropAndRescale(minimumShare: "0.8"))
    let inputs = RuleInputs(values: ["x": second.map { .number($0) } ?? .missing(.notGiven)])
    #expect(try derive(inputs, [step]).outcome["mean"] == .number(mean))
  }
}
