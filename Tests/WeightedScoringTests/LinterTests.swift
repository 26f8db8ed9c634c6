import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

/// Each finding on the smallest rule that has it, and silence on the same rule mended.
@Suite struct LinterTests {
  static let day: Day = "2026-01-01"

  static let grade = CategoryScale(
    "grade", LocalizedText(same: "grade"),
    worstToBest: [
      .init("poor", LocalizedText(same: "poor")), .init("fair", LocalizedText(same: "fair")),
      .init("good", LocalizedText(same: "good")),
    ])

  static func number(
    _ id: StepID, _ range: ClosedRange<Ratio>? = 0...100, decimals: Int? = 2,
    isRequired: Bool = false
  ) -> RuleInput {
    RuleInput(
      id, LocalizedText(same: id.text), decimals: decimals, within: range, isRequired: isRequired)
  }

  static func step(
    _ id: StepID, _ formula: FormulaText, rounded: DecimalRounding? = nil
  ) -> RuleStep {
    RuleStep(id, LocalizedText(same: id.text), formula: formula, rounded: rounded)
  }

  static func bands(
    _ id: StepID = "grade", of number: FormulaText, _ bands: Band...
  ) -> RuleStep {
    RuleStep(
      id, LocalizedText(same: id.text), .bands(of: number, BandTable(bands)), giving: "grade")
  }

  static let thirds = [
    Band("poor", below: 50), Band("fair", from: 50, below: 80), Band("good", from: 80),
  ]

  static func whole(of number: FormulaText) -> RuleStep {
    RuleStep(
      "grade", LocalizedText(same: "grade"), .bands(of: number, BandTable(thirds)),
      giving: "grade")
  }

  static func rule(
    inputs: [RuleInput], parameters: [RuleParameter] = [], score: StepID? = nil,
    category: StepID? = "grade", _ steps: RuleStep...
  ) -> ScoringRule {
    ScoringRule(
      Rule(
        "draft", version: "1", LocalizedText(same: "draft"), effective: "2026-01-01/..",
        sources: [], scales: [grade], parameters: parameters, inputs: inputs, lists: [],
        steps: steps), score: score, category: category)
  }

  static func findings(_ rule: ScoringRule, _ code: String) throws -> [LintFinding] {
    try rule.lint(on: day).filter { $0.code == "lint.\(code)" }
  }

  static func only(_ rule: ScoringRule, _ code: String) throws -> LintFinding {
    let all = try rule.lint(on: day)
    #expect(all.map(\.code) == ["lint.\(code)"])
    return try #require(all.first)
  }

  @Test func `a rule without faults has no findings`() throws {
    let rule = Self.rule(
      inputs: [Self.number("work"), Self.number("conduct")], score: "score",
      RuleStep(
        "score", LocalizedText(same: "score"),
        weightedMean: [.init("work", weight: "0.6"), .init("conduct", weight: "0.4")],
        weightsTotal: 1), Self.whole(of: "score"))
    #expect(try rule.lint(on: Self.day) == [])
  }

  @Test func `a hole that somebody falls into is shown by that person`() throws {
    let rule = Self.rule(
      inputs: [Self.number("x")],
      Self.bands(
        of: "x", Band("poor", from: 0, through: 59), Band("fair", from: 60, through: 79),
        Band("good", from: 80, through: 100)))
    let found = try rule.lint(on: Self.day)
    #expect(found.map(\.code) == ["lint.hole", "lint.hole"])
    let scorer = try rule.compiled(on: Self.day)
    for finding in found {
      #expect(finding.proof == .scored)
      #expect(try scorer.score(finding.people[0]).missing == .outsideBands)
    }
    #expect(found[0].people == [["x": .number("59.5")]])
    #expect(
      found[0].sentence(in: .indonesian)
        == """
        steps.grade.bands: grade: angka 59,5 jatuh di celah antara 59 dan 60 dan tidak mendapat \
        kategori; tutup celahnya, atau bulatkan angkanya lebih dahulu
        """)
  }

  @Test func `a hole between whole numbers is none for whole numbers`() throws {
    let rule = Self.rule(
      inputs: [Self.number("x", decimals: 0)],
      Self.bands(
        of: "x", Band("poor", from: 0, through: 59), Band("fair", from: 60, through: 79),
        Band("good", from: 80, through: 100)))
    #expect(try rule.lint(on: Self.day) == [])
  }

  @Test func `a band that weights keep out of reach is proven unreachable`() throws {
    let rule = Self.rule(
      inputs: [Self.number("x"), Self.number("y")], Self.step("score", "0.3 * x + 0.4 * y"),
      Self.whole(of: "score"))
    let finding = try #require(try Self.findings(rule, "unreachable").first)
    #expect(finding.proof == .ranges)
    #expect(finding.diagnostic.values["category"] == .text("good"))
  }

  @Test func `a scale whose end the weights cannot reach`() throws {
    let rule = Self.rule(
      inputs: [Self.number("x"), Self.number("y")], Self.step("score", "0.6 * x + 0.32 * y"),
      Self.bands(
        of: "score", Band("poor", from: 0, below: 50), Band("fair", from: 50, below: 80),
        Band("good", from: 80, through: 100)))
    let found = try rule.lint(on: Self.day)
    #expect(found.map(\.code) == ["lint.weights", "lint.end-not-reached"])
    #expect(found[1].people == [["x": 100, "y": 100]])
    #expect(found[1].diagnostic.message(in: .english).contains("only as far as 92"))
  }

  @Test func `a leap against the way of the value`() throws {
    let rule = Self.rule(
      inputs: [Self.number("x")], Self.step("value", "if x <= 76 then x else x - 10"),
      Self.whole(of: "value"))
    let finding = try Self.only(rule, "not-monotone")
    #expect(finding.people == [["x": 76], ["x": .number("76.01")]])
    #expect(
      finding.diagnostic.message(in: .english)
        == "value: the value leaps against its own way: x 76 gives 76, 76.01 gives 66.01")
  }

  @Test func `a peak is a design, and a step function leaps for a living`() throws {
    let rule = Self.rule(
      inputs: [Self.number("x", 0...60), Self.number("n", 0...20, decimals: 0)],
      Self.step("value", "100 - abs(100 * x / 30 - 100)"),
      Self.step("points", "if n >= 10 then 3 else if n >= 5 then 1 else 0"),
      Self.step("sum", "value + points"), Self.whole(of: "sum"))
    #expect(try rule.lint(on: Self.day) == [])
  }

  @Test func `a leap upwards on a rising value is a note`() throws {
    let rule = Self.rule(
      inputs: [Self.number("x")], Self.step("value", "if x < 90 then x else x + 5"),
      Self.whole(of: "value"))
    let finding = try Self.only(rule, "jump")
    #expect(finding.severity == .note)
    #expect(finding.people == [["x": .number("89.99")], ["x": 90]])
  }

  @Test func `a division by zero is shown by the input that does it`() throws {
    let rule = Self.rule(
      inputs: [Self.number("x"), Self.number("t", 0...50)], Self.step("value", "x / t * 100"),
      Self.whole(of: "value"))
    let finding = try #require(try Self.findings(rule, "division-by-zero").first)
    #expect(finding.people[0]["t"] == 0)
    #expect(finding.diagnostic.values["divisor"] == .text("t"))
    let guarded = Self.rule(
      inputs: [Self.number("x"), Self.number("t", 0...50)],
      Self.step("value", "if t = 0 then 0 else x / t * 100"), Self.whole(of: "value"))
    #expect(try Self.findings(guarded, "division-by-zero") == [])
  }

  @Test func `a mean whose weights may be nought names the weights`() throws {
    let mean = RuleStep(
      "value", LocalizedText(same: "value"), weightedMean: [.init("x", weight: "w")])
    let rule = Self.rule(
      inputs: [Self.number("x"), Self.number("w")], mean, Self.whole(of: "value"))
    let finding = try #require(try Self.findings(rule, "division-by-zero").first)
    #expect(finding.people[0]["w"] == 0)
    #expect(finding.diagnostic.values["divisor"] == .text("w"))
  }

  @Test func `comparisons that always or never hold, and limits that never act`() throws {
    let rule = Self.rule(
      inputs: [Self.number("x")],
      Self.step("value", "if x > 120 then 100 else min(x, 150)"), Self.whole(of: "value"))
    let found = try rule.lint(on: Self.day)
    #expect(found.map(\.code) == ["lint.always-false", "lint.idle-limit"])
    #expect(found.allSatisfy { $0.proof == .ranges })
  }

  @Test func `weights that miss one by a little`() throws {
    let rule = Self.rule(
      inputs: [Self.number("x"), Self.number("y")],
      RuleStep(
        "score", LocalizedText(same: "score"),
        weightedMean: [.init("x", weight: "0.6"), .init("y", weight: "0.41")]),
      Self.whole(of: "score"))
    #expect(try Self.only(rule, "weights").diagnostic.values["sum"] != nil)
  }

  @Test func `an input that counts twice`() throws {
    let rule = Self.rule(
      inputs: [Self.number("work"), Self.number("conduct")],
      Self.step("both", "(work + conduct) / 2"), Self.step("score", "0.5 * work + 0.5 * both"),
      Self.whole(of: "score"))
    let finding = try Self.only(rule, "counted-twice")
    #expect(finding.diagnostic.values["input"] == .text("work"))
    #expect(finding.people.count == 2)
  }

  @Test func `a rounding before the bands that lifts somebody`() throws {
    let rule = Self.rule(
      inputs: [Self.number("x"), Self.number("y")],
      Self.step(
        "score", "0.6 * x + 0.4 * y", rounded: DecimalRounding(places: 0, .halfUp)),
      Self.whole(of: "score"))
    let finding = try #require(try Self.findings(rule, "rounding-moves").first)
    let derivation = try rule.compiled(on: Self.day).score(finding.people[0]).derivation
    let exact = try #require(derivation["score"]?.exact.number)
    #expect((exact < 50) != (try #require(derivation["score"]?.result.number) < 50))
  }

  @Test func `a band of one number stands below the one that begins above it`() throws {
    let rule = Self.rule(
      inputs: [Self.number("x")],
      Self.bands(
        of: "x", Band("good", above: 50), Band("fair", from: 50, through: 50),
        Band("poor", below: 50)))
    #expect(try rule.lint(on: Self.day).filter { $0.code == "lint.band-order" } == [])
  }

  @Test func `bands and cells against the order of their scale`() throws {
    let rule = Self.rule(
      inputs: [Self.number("x")],
      Self.bands(
        of: "x", Band("poor", below: 50), Band("good", from: 50, below: 80),
        Band("fair", from: 80)))
    #expect(try Self.only(rule, "band-order").people.count == 2)

    let matrix = Self.rule(
      inputs: [
        RuleInput("a", LocalizedText(same: "a"), .category(of: "grade")),
        RuleInput("b", LocalizedText(same: "b"), .category(of: "grade")),
      ],
      RuleStep(
        "grade", LocalizedText(same: "grade"), rows: "a", columns: "b", giving: "grade",
        CategoryMatrix(
          columns: ["poor", "fair", "good"],
          rows: [
            "poor": ["poor", "poor", "fair"], "fair": ["poor", "good", "fair"],
            "good": ["fair", "good", "good"],
          ])))
    let finding = try Self.only(matrix, "matrix-order")
    #expect(
      finding.people == [
        ["a": .category("fair"), "b": .category("fair")],
        ["a": .category("fair"), "b": .category("good")],
      ])
  }

  @Test func `what is not used is named`() throws {
    let source = LegalSource("Perwali 1/2020", standing: .region)
    let rule = Self.rule(
      inputs: [Self.number("x"), Self.number("y")],
      parameters: [
        RuleParameter("limit", LocalizedText(same: "limit"), 5, "2026-01-01/..", source)
      ], Self.step("spare", "x * 2"), Self.whole(of: "x"))
    #expect(
      try rule.lint(on: Self.day).map(\.code) == [
        "lint.unused-input", "lint.unused-parameter", "lint.unused-step",
      ])
    // A step that people ask for besides is used.
    let asked = ScoringRule(rule.rule, category: rule.categoryStep, further: ["spare"])
    #expect(
      try asked.lint(on: Self.day).map(\.code) == ["lint.unused-input", "lint.unused-parameter"])
  }

  @Test func `a missing input that is treated in one place only`() throws {
    let rule = Self.rule(
      inputs: [Self.number("x"), Self.number("y")],
      Self.step("bonus", "if isMissing(y) then 0 else 5"), Self.step("score", "x + y / 10 + bonus"),
      Self.whole(of: "score"))
    let finding = try #require(try Self.findings(rule, "missing-unhandled").first)
    #expect(finding.people == [["x": 100]])
    #expect(try rule.compiled(on: Self.day).score(finding.people[0]).missing != nil)
  }

  @Test func `a category that nobody gets`() throws {
    let rule = Self.rule(
      inputs: [Self.number("x")],
      Self.bands(of: "x", Band("poor", below: 50), Band("fair", from: 50)))
    #expect(try Self.only(rule, "never-produced").diagnostic.values["category"] == .text("good"))
  }

  @Test func `a rule that does not compile has errors, not findings`() {
    let rule = Self.rule(
      inputs: [Self.number("x")],
      Self.bands(of: "x", Band("poor", through: 50), Band("fair", from: 50)))
    let error = #expect(throws: InvalidInput.self) { try rule.lint(on: Self.day) }
    #expect(error?.problems.map(\.code) == ["rules.overlapping-bands"])
  }
}
