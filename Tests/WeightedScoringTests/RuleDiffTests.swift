import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct RuleDiffTests {
  private static func lines(
    _ from: ScoringRule, _ to: ScoringRule, on day: Day? = nil, in language: Language = .english
  ) -> [String] {
    RuleDiff(from: from, to: to, on: day).changes.map { $0.sentence(in: language) }
  }

  private static func reformed(_ changes: ReformChange...) throws -> ScoringRule {
    try ReformTests.base.applying(ReformTests.reform(changes))
  }

  @Test func `equal rules do not differ, and a version by itself is no difference`() {
    let diff = RuleDiff(from: ReformTests.base, to: ReformTests.base)
    #expect(diff.isEmpty && diff.text(in: .english) == "r 1 → r 1: no difference\n")
    let base = ReformTests.base
    let renamed = ScoringRule(
      Rule(
        base.id, version: "2", base.title, effective: base.effective, sources: base.sources,
        scales: base.rule.scales, parameters: base.rule.parameters, inputs: base.rule.inputs,
        lists: base.rule.lists, steps: base.rule.steps), score: "total", category: "grade")
    #expect(RuleDiff(from: base, to: renamed).isEmpty)
  }

  @Test func `a value says from what to what, when, and by whom`() throws {
    let new = try Self.reformed(.set("edge", 80, during: "2027-01-01/2027-12-31"))
    #expect(
      Self.lines(ReformTests.base, new) == [
        "“Edge”: 76 (PP 1/2026, Pasal 3) → 80 (X 1/2027), 1 January 2027 to 31 December 2027",
        "“Rule”, sources: PP 1/2026, Pasal 3 → PP 1/2026, Pasal 3; X 1/2027",
      ])
    #expect(
      Self.lines(ReformTests.base, new, on: "2027-05-05", in: .indonesian).first
        == "“Edge”: 76 (PP 1/2026, Pasal 3) → 80 (X 1/2027), 5 Mei 2027")
    #expect(
      Self.lines(ReformTests.base, new, on: "2026-05-05").map { $0.prefix(6) } == ["“Rule”"])
  }

  @Test func `the whole of a reform reads in the order of its weight`() throws {
    let days: DayRange = "2026-01-01/.."
    let mean = RuleStep(
      "mean", ReformTests.text("Mean"),
      weightedMean: [
        .init("work", weight: "weight.work"), .init("behaviour", weight: "0.4"),
      ], weightsTotal: 1, rounded: DecimalRounding(places: 1, .halfUp),
      whenMissing: .dropAndRescale(minimumShare: "0.5"), source: ReformTests.law)
    let grade = RuleStep(
      "grade", ReformTests.text("Grade"), bandsOf: "total", giving: "grade"
    ) {
      Band("low", through: "edge")
      Band("high", above: "edge")
    }
    let new = try Self.reformed(
      .replace("mean", with: mean, during: days), .replace("grade", with: grade, during: days),
      .neutralise("extra", with: 0, during: days),
      .insert(
        RuleStep("new", ReformTests.text("New"), formula: "total * 2"), .after("total"),
        during: days),
      .limit("weight.work", within: nil, during: days))
    #expect(
      Self.lines(ReformTests.base, new) == [
        "“New” is added: Total × 2 (X 1/2027)",
        "“Extra”: if Lenient then 1, else 0 → 0",
        "“Mean”, weight of Behaviour: 0.4 (Behaviour) → 0.4",
        "“Grade”, Low: value < 76 (Edge) → value ≤ 76 (Edge)",
        "“Grade”, High: 76 (Edge) ≤ value → 76 (Edge) < value",
        "“Mean”, rounding: none → rounded to 1 decimal (half up)",
        "“Mean”, without data: It is not computed. → A part that is missing is left out and the "
          + "weights of the others are scaled up, if at least 0.5 of the weight was measured; with "
          + "less, it is not computed.",
        "“Work”, region's choice: 0.5 to 0.7 → closed",
        "“Rule”, sources: PP 1/2026, Pasal 3 → PP 1/2026, Pasal 3; X 1/2027",
        "“Extra”, source is added: X 1/2027",
        "“Mean”, source: PP 1/2026, Pasal 3 → X 1/2027",
        "“Grade”, source is added: X 1/2027",
      ])
    // The other way round, what was added is taken out.
    #expect(
      Self.lines(new, ReformTests.base).first == "“New” is taken out; it was: Total × 2 (X 1/2027)")
  }

  private static func rule(_ steps: [RuleStep], inputs: [RuleInput] = [x]) -> ScoringRule {
    ScoringRule(
      Rule(
        "m", version: "1", ReformTests.text("M"), effective: "2026-01-01/..", sources: [],
        scales: [ScoringRuleTests.grade], parameters: [], inputs: inputs, lists: [], steps: steps),
      score: "a")
  }

  private static let x = RuleInput("x", ReformTests.text("X"))

  private static func step(_ id: StepID, _ formula: FormulaText = "x") -> RuleStep {
    RuleStep(id, LocalizedText(same: id.text.uppercased()), formula: formula)
  }

  @Test func `spaces and parentheses are no difference, and steps that moved are few`() {
    let old = Self.rule([Self.step("a", "x*2 + 1"), Self.step("b"), Self.step("c"), Self.step("d")])
    let new = Self.rule([
      Self.step("d"), Self.step("a", "(x * 2) + 1"), Self.step("b"), Self.step("c"),
    ])
    #expect(Self.lines(old, new) == ["“D” is moved to the first place"])
    #expect(
      Self.lines(new, old, in: .indonesian) == ["“D” dipindahkan ke belakang “C”"])
  }

  @Test func `inputs, cells and outputs are compared`() {
    func matrix(_ cell: CategoryID) -> RuleStep {
      RuleStep(
        "m", ReformTests.text("M"), rows: "g", columns: "g", giving: "grade",
        CategoryMatrix(
          columns: ["low", "high"], rows: ["low": ["low", cell], "high": ["low", "high"]]))
    }
    let grade = RuleInput("g", ReformTests.text("G"), .category(of: "grade"))
    let old = Self.rule([Self.step("a"), matrix("low")], inputs: [Self.x, grade])
    let wide = RuleInput("x", ReformTests.text("X"), within: 0...100, isRequired: true)
    let new = Self.rule([Self.step("a"), matrix("high")], inputs: [wide, grade])
    #expect(
      Self.lines(old, new) == [
        "“M”, Low × High: Low → High", "“X”, range: – → 0 to 100", "“X”, required: no → yes",
      ])
    let other = ScoringRule(old.rule, category: "m")
    #expect(
      Self.lines(old, other) == ["“M”, category is added: M", "“M”, score is taken out; it was: A"])
  }

  @Test func `variants and raters are compared one by one`() throws {
    func varied(_ edge: FormulaText, _ formula: FormulaText) -> ScoringRule {
      Self.rule([
        RuleStep(
          "a", ReformTests.text("A"),
          .variants([
            StepVariant("plain", ReformTests.text("Plain"), formula: "x"),
            StepVariant(
              "great", ReformTests.text("Great"), when: edge, overrides: ["plain"], formula: formula
            ),
          ]))
      ])
    }
    #expect(
      Self.lines(varied("x > 3", "x + 1"), varied("x > 4", "x + 2")) == [
        "“A”, “Great”: “Great”, if X > 3, which takes precedence over “Plain” → “Great”, if X > 4, "
          + "which takes precedence over “Plain”", "“A”, “Great”: X + 1 → X + 2",
      ])
    let text = varied("x > 3", "x + 1").annex.text(in: .indonesian, width: 200)
    #expect(text.contains("b. “Great”, jika X > 3, yang mengesampingkan “Plain”."))
    #expect(text.contains("Menurut “Great”, “A” dihitung:"))
  }

  @Test func `versions of other years are compared by the values at their border`() throws {
    func version(_ days: DayRange, _ edge: RuleValue) -> ScoringRule {
      ScoringRule(
        Rule(
          "v", version: "\(days)", ReformTests.text("V"), effective: days, sources: [],
          parameters: {
            RuleParameter("edge", ReformTests.text("Edge"), edge, days, ReformTests.law)
          },
          inputs: { Self.x }, steps: { Self.step("a", "x + edge") }), score: "a")
    }
    let old = version("2020-01-01/2025-12-31", 76)
    #expect(
      Self.lines(old, version("2026-01-01/..", 80)) == [
        "“Edge”: 76 → 80",
        "“V”, days in force: 1 January 2020 to 31 December 2025 → from 1 January 2026",
      ])
    #expect(Self.lines(old, version("2026-01-01/..", 76)).count == 1)
  }

  @Test func `a difference is data too`() throws {
    let new = try Self.reformed(.set("edge", 80, during: "2027-01-01/.."))
    let json = RuleDiff(from: ReformTests.base, to: new).json
    let text = json.prettyText
    #expect(
      text.contains("\"part\": \"value\"") && text.contains("\"subject\": \"parameters.edge\""))
    #expect(try JSONDocument(text).root.kind == .object)
  }
}
