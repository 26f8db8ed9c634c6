import KinerjaCore
import RuleLanguage
import Testing

@Suite struct PeriodCombinationTests {
  static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }

  static let periods = CategoryScale(
    "period", LocalizedText(id: "Periode", en: "Period"),
    categories: [
      .init("s1", LocalizedText(id: "Semester 1", en: "Semester 1")),
      .init("s2", LocalizedText(id: "Semester 2", en: "Semester 2")),
    ])

  static let semesters = RuleList(
    "semesters", LocalizedText(id: "Semester", en: "Semester"),
    fields: [
      RuleInput("period", text("Period"), .category(of: "period")),
      RuleInput("score", LocalizedText(id: "Nilai", en: "Score")),
      RuleInput("months", LocalizedText(id: "Bulan", en: "Months")),
      RuleInput("grade", LocalizedText(id: "Predikat", en: "Grade"), .category(of: "grade")),
    ], steps: [])

  static func rule(_ steps: [RuleStep]) -> Rule {
    Rule(
      "periods", version: "1", text("Periods"), effective: "2026-01-01/..",
      sources: [SmallRule.source], scales: [periods, SmallRule.scale], parameters: [], inputs: [],
      lists: [semesters], steps: steps)
  }

  static func step(
    _ combination: PeriodCombination, of value: FormulaText = "semesters.score",
    giving scale: ScaleID? = nil, whenMissing: MissingPolicy = .incomplete
  ) -> RuleStep {
    RuleStep(
      "year", LocalizedText(id: "Setahun", en: "Year"), periods: value, by: "semesters.period",
      combination, giving: scale, whenMissing: whenMissing)
  }

  // The second semester stands first: the order of the list does not count.
  static let both: RuleInputs = [
    "semesters": [
      ["period": .category("s2"), "score": 100, "months": 2, "grade": .category("high")],
      ["period": .category("s1"), "score": 80, "months": 6, "grade": .category("low")],
    ]
  ]
  static let first: RuleInputs = [
    "semesters": [
      ["period": .category("s1"), "score": 80, "months": 6, "grade": .category("high")]
    ]
  ]

  func value(_ step: RuleStep, _ inputs: RuleInputs) throws -> RuleValue {
    try CompiledRule(Self.rule([step]), on: SmallRule.day).evaluate(inputs)["year"]
  }

  @Test(
    arguments: [
      (.mean, 90), (.last, 100), (.worst, 80),
      (.weighted(["s1": "0.4", "s2": "0.6"], total: 1), 92),
      // (80 · 6 + 100 · 2) / 8.
      (.byTime("semesters.months"), 85),
    ] as [(PeriodCombination, RuleValue)])
  func `two semesters become a year`(_ combination: PeriodCombination, _ value: RuleValue) throws {
    #expect(try self.value(Self.step(combination), Self.both) == value)
  }

  @Test(
    arguments: [
      (.mean, .missing(.notListed("s2"))), (.last, .missing(.notListed("s2"))),
      (.worst, .missing(.notListed("s2"))),
      (.weighted(["s1": "0.4", "s2": "0.6"]), .missing(.notListed("s2"))),
      // Whoever did not serve in a semester has no element for it.
      (.byTime("semesters.months"), 80),
    ] as [(PeriodCombination, RuleValue)])
  func `a semester that is not there is missing`(
    _ combination: PeriodCombination, _ value: RuleValue
  ) throws {
    #expect(try self.value(Self.step(combination), Self.first) == value)
  }

  @Test func `the step's policy acts on a missing semester`() throws {
    let drop = MissingPolicy.dropAndRescale(minimumShare: "0.4")
    let weighted = PeriodCombination.weighted(["s1": "0.4", "s2": "0.6"])
    let compiled = try CompiledRule(
      Self.rule([Self.step(weighted, whenMissing: drop)]), on: SmallRule.day)
    let (outcome, derivation) = try compiled.derive(Self.first)
    #expect(outcome["year"] == 80 && outcome.measuredShare(of: "year") == "0.4")
    #expect(
      derivation.lines(in: .english).last?.sentence
        == "Year: (0.4 × 80 (Semester 1)) / 0.4 = 80; Semester 2 is left out (there is nothing for "
        + "Semester 2); weights used: Semester 1 1; share of the weight measured 0.4")
    let mean = Self.step(.mean, whenMissing: .dropAndRescale(minimumShare: "0.6"))
    #expect(try value(mean, Self.first) == .missing(.tooLittleMeasured("0.5")))
    let other = Self.step(.last, whenMissing: .substitute(76, source: SmallRule.source))
    #expect(try value(other, Self.first) == 76)
    #expect(
      Self.rule([Self.step(.last, whenMissing: drop)]).check(on: SmallRule.day).all.map(\.code)
        == ["rules.drop-without-mean"])
  }

  @Test func `a value that is missing is as a semester that is`() throws {
    var inputs = Self.both
    inputs.lists["semesters"]?[0]["score"] = .missing(.notGiven)
    #expect(
      try value(Self.step(.mean), inputs) == .missing(.needs("semesters[0].score")))
    inputs.lists["semesters"]?[0]["period"] = .missing(.notGiven)
    #expect(
      try value(Self.step(.last), inputs) == .missing(.needs("semesters[0].period")))
  }

  @Test func `no semester may stand twice`() throws {
    var inputs = Self.both
    inputs.lists["semesters"]?[0]["period"] = .category("s1")
    let error = #expect(throws: InvalidInput.self) { try value(Self.step(.mean), inputs) }
    #expect(
      error?.problems.map { $0.sentence(in: .english) } == [
        "semesters[1].period: the elements 1 and 2 of the list semesters are both s1; keep one "
          + "element a period"
      ])
  }

  @Test func `the last and the worst category`() throws {
    let last = Self.step(.last, of: "semesters.grade", giving: "grade")
    let worst = Self.step(.worst, of: "semesters.grade", giving: "grade")
    #expect(try value(last, Self.both) == .category("high"))
    #expect(try value(worst, Self.both) == .category("low"))
    #expect(try value(worst, Self.first) == .missing(.notListed("s2")))
    var bad = Self.first
    bad.lists["semesters"]?[0]["grade"] = .category("low")
    // Nothing is worse than the worst.
    #expect(try value(worst, bad) == .category("low"))
    let derivation = try CompiledRule(Self.rule([worst]), on: SmallRule.day).derive(Self.both)
      .derivation
    #expect(
      derivation.lines(in: .english).last?.sentence
        == "Year: the worst of (Semester 1: Low; Semester 2: High) = Low")
    #expect(derivation["year"]?.conditions == [])
    #expect(derivation.verify() == [])
  }

  @Test(
    arguments: [
      (.mean, "Setahun: (1 × 80 (Semester 1) + 1 × 100 (Semester 2)) / 2 = 90"),
      (.last, "Setahun: Semester 2 = 100"),
      (.worst, "Setahun: yang terburuk dari (Semester 1: 80; Semester 2: 100) = 80"),
      (
        .weighted(["s1": "0.4", "s2": "0.6"]),
        "Setahun: 0,4 × 80 (Semester 1) + 0,6 × 100 (Semester 2) = 92"
      ),
      (.byTime("semesters.months"), "Setahun: rata-rata berbobot (2 × 100; 6 × 80) = 85"),
    ] as [(PeriodCombination, String)])
  func `it says how`(_ combination: PeriodCombination, _ sentence: String) throws {
    let compiled = try CompiledRule(
      Self.rule([Self.step(combination)]), on: SmallRule.day)
    let derivation = try compiled.derive(Self.both).derivation
    #expect(derivation.lines(in: .indonesian).last?.sentence == sentence)
    let again = try JSONDocument(derivation.json.prettyText).read(Derivation.self)
    #expect(again == derivation && again.verify() == [])
  }

  @Test(
    arguments: [
      (.weighted(["s1": "0.4"]), "semesters.score", ["rules.period-without-weight"]),
      (
        .weighted(["s1": "0.4", "s2": "0.5"], total: 1), "semesters.score", ["rules.weights-total"]
      ),
      (
        .weighted(["s1": "0.4", "s2": "0.5", "s3": "0.1"]), "semesters.score",
        ["rules.unknown-category"]
      ),
      (
        .weighted(
          [PeriodWeight("s1", 1), PeriodWeight("s2", 1), PeriodWeight("s1", 1)], total: nil),
        "semesters.score", ["rules.duplicate-name"]
      ),
      (.mean, "semesters.grade", ["rules.type-mismatch"]),
      (.worst, "semesters.period", ["rules.worst-without-rank"]),
      (.byTime("semesters.days"), "semesters.score", ["rules.unknown-name"]),
      (.last, "semesters.grade", []),
    ] as [(PeriodCombination, FormulaText, [String])])
  func `what is wrong with periods is named`(
    _ combination: PeriodCombination, _ value: FormulaText, _ codes: [String]
  ) {
    let rule = Self.rule([Self.step(combination, of: value)])
    #expect(rule.check(on: SmallRule.day).all.map(\.code) == codes)
  }

  @Test func `the period must be a field`() {
    let computed = RuleStep("half", Self.text("Half"), formula: "period", giving: "period")
    let list = RuleList(
      "semesters", Self.text("Semester"), fields: Self.semesters.fields, steps: [computed])
    let step = RuleStep(
      "year", Self.text("Year"), periods: "semesters.score", by: "semesters.half", .mean)
    let rule = Rule(
      "periods", version: "1", Self.text("Periods"), effective: "2026-01-01/..",
      sources: [SmallRule.source], scales: [Self.periods, SmallRule.scale], parameters: [],
      inputs: [], lists: [list], steps: [step])
    #expect(rule.check(on: SmallRule.day).all.map(\.code) == ["rules.period-not-field"])
  }
}
