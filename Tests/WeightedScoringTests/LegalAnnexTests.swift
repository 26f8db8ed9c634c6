import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct LegalAnnexTests {
  private static func text(_ step: RuleStep, in language: Language = .english) throws -> String {
    let base = ReformTests.base
    let rule = Rule(
      base.id, version: "1", base.title, effective: base.effective, sources: base.sources,
      scales: base.rule.scales, parameters: base.rule.parameters, inputs: base.rule.inputs,
      lists: base.rule.lists, steps: [step])
    return ScoringRule(rule, score: step.id).annex.text(in: language, width: 200)
  }

  private static func step(
    _ formula: FormulaText, rounded: DecimalRounding? = nil,
    whenMissing: MissingPolicy = .incomplete
  ) -> RuleStep {
    RuleStep(
      "s", ReformTests.text("S"), formula: formula, rounded: rounded, whenMissing: whenMissing)
  }

  @Test(arguments: [
    ("behaviour / 3 * 100", "S = (Behaviour / 3) × 100"),
    ("sum(tasks.mark * 2) / count(tasks)", "S = sum of (Mark × 2 for each Task) / number of Task"),
    ("1 / 3", "S = 1 / 3"),
    ("round(behaviour, 1, halfUp)", "S = Behaviour rounded to 1 decimal (half up)"),
    (
      "if lenient then 1 else if not lenient and behaviour > 3 then 2 else 0",
      "a. 1, if “Lenient” is yes;"
    ),
    (
      "if lenient then 1 else if not lenient and behaviour > 3 then 2 else 0",
      "b. 2, if “Lenient” is no and Behaviour > 3; or"
    ),
    ("if coalesce(lenient, false) then 1 else 0", "a. 1, if “Lenient” is given as yes; or"),
    ("weight.wrok +", "S = weight.wrok +"),
  ])
  func `a formula is written with titles and signs`(formula: String, expected: String) throws {
    #expect(try Self.text(Self.step(FormulaText(formula))).contains(expected))
  }

  @Test func `an exact figure is not cut off`() throws {
    let reform = ReformTests.reform([.set("edge", .number("2/37"), during: "2026-01-01/..")])
    let annex = try ReformTests.base.applying(reform).annex
    #expect(annex.text(in: .english).contains("2/37"))
    #expect(annex.text(in: .english).contains("version 1+x"))
  }

  @Test(arguments: [
    (MissingPolicy.fail, "the appraisal stops until the data are complete"),
    (.substitute(7, source: LegalSource("X 2", standing: .assumed)), "7 is used (X 2, assumed)"),
  ])
  func `what is done without data stands in the article and is pointed at`(
    policy: MissingPolicy, words: String
  ) throws {
    let text = try Self.text(
      Self.step("behaviour", rounded: DecimalRounding(places: 2, .down), whenMissing: policy))
    #expect(text.contains(words))
    #expect(text.contains("The result is rounded to 2 decimals (towards zero)."))
    #expect(text.contains("Special provisions are in Article 8."))
  }

  @Test func `bands, weights, openness and assumptions are said`() {
    let text = ReformTests.base.annex.text(in: .english, width: 200)
    #expect(text.contains("High     | 76 (Edge) ≤ value"))
    #expect(text.contains("Work      | 0.6 (Work)"))
    #expect(text.contains("a. “Work”: 0.5 to 0.7;"))
    #expect(text.contains("d. how “Extra” is found."))
    #expect(text.contains("A region may replace this by a provision of its own."))
    let whatIf = Reform(whatIf: [.set("edge", 70, during: "2027-01-01/..")])
    let assumed = try? ReformTests.base.applying(whatIf).annex.text(in: .indonesian, width: 200)
    #expect(assumed?.contains("a. “Edge”: 70.") == true)
    #expect(assumed?.contains("1 Januari 2026 s.d. 31 Desember 2026") == true)
  }

  @Test func `items and chapters are counted as law counts them`() {
    #expect((0..<28).map(LegalAnnex.letter(ofItem:)).suffix(4) == ["y", "z", "aa", "ab"])
    let annex = ReformTests.base.annex
    #expect(
      (0..<20).map { annex.name(ofChapter: $0).indonesian }.suffix(7) == [
        "BAB XIV", "BAB XV", "BAB XVI", "BAB XVII", "BAB XVIII", "BAB XIX", "BAB XX",
      ])
  }
}
