import KinerjaCore
import RuleLanguage
import Testing

/// What the sentences of a derivation say, in cases where it is easy to say something untrue.
@Suite struct DerivationWordsTests {
  struct Sentence: Sendable, CustomTestStringConvertible {
    let formula: String
    let english: String
    init(_ formula: String, _ english: String) {
      self.formula = formula
      self.english = english
    }
    var testDescription: String { formula }
  }

  static let inputs: RuleInputs = [
    "x": -3, "agreed": false,
    "tasks": [
      ["target": 4, "realised": 6], ["target": 4, "realised": 3], ["target": 0, "realised": 1],
    ],
  ]

  static func lines(
    _ step: RuleStep, _ inputs: RuleInputs = Self.inputs, in language: Language = .english
  ) throws -> [String] {
    try CompiledRule(SmallRule.rule(steps: [step]), on: SmallRule.day).derive(inputs).derivation
      .lines(in: language).map(\.sentence)
  }

  static func sentence(_ formula: String, in language: Language = .english) throws -> String? {
    let step = RuleStep("s", LocalizedText(same: "S"), formula: FormulaText(formula))
    return try lines(step, in: language).last
  }

  @Test(arguments: [
    // Nothing is recorded of a condition inside a figure, so that both ways are written out.
    Sentence(
      "sum(if tasks.target > 0 then tasks.realised else 0)",
      "S: sum of (if 4 > 0 then 6, else 0; if 4 > 0 then 3, else 0; if 0 > 0 then 1, else 0) = 9"),
    // `or` is decided before its right side is asked.
    Sentence(
      "if x < 0 or (if agreed then true else false) then 1 else 2",
      "S: since -3 < 0 or (if no then yes, else no), 1"),
    // Which argument was there is not known of a calculation.
    Sentence("coalesce(x / (3 + x), 7)", "S: the first given of (-3 / (3 + (-3)); 7) = 7"),
    Sentence(
      "if coalesce(x > 0, true) then 1 else 2", "S: since not the first given of (-3 > 0; yes), 2"),
    Sentence("coalesce(y, x)", "S: -3"),
    Sentence("coalesce(y, 2) * 3", "S: 2 × 3 = 6"),
    Sentence(
      "sum(coalesce(tasks.realised / tasks.target, 0))",
      "S: sum of (the first given of (6 / 4; 0); the first given of (3 / 4; 0); the first given of "
        + "(1 / 0; 0)) = 2.25"),
    // The smaller of two is no figure over the list, though it names elements.
    Sentence(
      "sum(min(tasks.realised, 5))",
      "S: sum of (the smallest of (6; 5); the smallest of "
        + "(3; 5); the smallest of (1; 5)) = 9"),
    Sentence(
      "max(2, sum(tasks.realised))", "S: the largest of (2; sum of (6; 3; 1)) = 10"),
    Sentence("max(tasks.realised)", "S: the largest of (6; 3; 1) = 6"),
    Sentence("count(tasks) * 2", "S: number of Task (3) × 2 = 6"),
    Sentence("count(tasks.target > 0)", "S: how many of (4 > 0; 4 > 0; 0 > 0) = 2"),
    // Signs and words keep apart from what stands beside them.
    Sentence("-x", "S: -(-3) = 3"),
    Sentence("2 - x", "S: 2 - (-3) = 5"),
    Sentence(
      "2 * round(x / 7, 1, halfUp)", "S: 2 × (-3 / 7 rounded to 1 decimal (half up)) = -0.8"),
    Sentence("clamp(x, 0, 5) + 1", "S: (-3 kept within 0 to 5) + 1 = 1"),
    // Cut, not rounded, and never shown as a decimal that it is not.
    Sentence("x / 7", "S: -3 / 7 = -0.4285…"),
    Sentence(
      "100000000000000000000 / 7 * 7", "S: 100000000000000000000 / 7 × 7 = 100000000000000000000"),
    Sentence("170395000 / 4", "S: 170,395,000 / 4 = 42,598,750"),
  ])
  func `a sentence says what was computed`(example: Sentence) throws {
    let expected = example.english.replacing("-", with: "−")
    let found = try Self.sentence(example.formula)
    #expect(found == expected)
  }

  @Test func `the same is said in Indonesian`() throws {
    #expect(
      try Self.sentence("sum(if tasks.target > 0 then tasks.realised / 3 else 0)", in: .indonesian)
        == "S: jumlah (jika 4 > 0 maka 6 / 3, selain itu 0; jika 4 > 0 maka 3 / 3, selain itu 0; "
        + "jika 0 > 0 maka 1 / 3, selain itu 0) = 3")
    #expect(
      try Self.sentence("coalesce(x / 0, 1.5)", in: .indonesian)
        == "S: yang pertama tersedia dari (−3 / 0; 1,5) = 1,5")
  }

  @Test func `a long list says how long it is`() throws {
    let tasks = (1...30).map { RuleRecord(["realised": .number(Ratio($0))]) }
    let step = RuleStep("s", LocalizedText(same: "S"), formula: "mean(tasks.realised)")
    let line = try #require(
      try Self.lines(step, RuleInputs(values: [:], lists: ["tasks": tasks])).last)
    #expect(line.hasSuffix("; 23; 24; …, 30 in all) = 15.5"))
  }

  @Test func `a category is named by the scale that it is of`() throws {
    let other = CategoryScale(
      "other", LocalizedText(same: "Other"),
      worstToBest: [.init("high", LocalizedText(same: "Lofty"))])
    let rule = Rule(
      "r", version: "1", LocalizedText(same: "R"), effective: "2026-01-01/..", sources: [],
      scales: {
        SmallRule.scale; other
      },
      inputs: { RuleInput("o", LocalizedText(same: "O"), .category(of: "other")) },
      steps: {
        RuleStep(
          "s", LocalizedText(same: "S"), formula: "if o = \"high\" then \"high\" else \"low\"",
          giving: "grade")
        RuleStep(
          "t", LocalizedText(same: "T"), formula: "if o = \"high\" then o else o", giving: "other")
      })
    let lines = try CompiledRule(rule, on: SmallRule.day).derive(["o": .category("high")])
      .derivation.lines(in: .english).map(\.sentence)
    #expect(lines == ["S: since O = Lofty, High", "T: since O = Lofty, Lofty"])
  }

  @Test func `what was left out or substituted keeps its own sentence`() throws {
    let inputs: RuleInputs = [
      "tasks": [["target": 4, "realised": 3], ["target": 4], ["target": 4, "realised": 1]]
    ]
    let mean = RuleStep(
      "s", LocalizedText(same: "S"), formula: "mean(tasks.value)",
      whenMissing: .dropAndRescale(minimumShare: "1/2"))
    #expect(
      try Self.lines(mean, inputs) == [
        "Achievement: 3 / 4 × 100 = 75",
        "Achievement: not computed, Task 2: Realised is missing",
        "Achievement: 1 / 4 × 100 = 25",
        "S: mean of (75; –; 25) = 50; term 2 is missing and left out, share of the weight "
          + "measured 0.6666…",
      ])
    let sum = RuleStep(
      "s", LocalizedText(same: "S"), formula: "sum(tasks.value)",
      whenMissing: .substitute(7, source: LegalSource("X", standing: .assumed)))
    #expect(
      try Self.lines(sum, inputs).suffix(2) == [
        "Achievement: 1 / 4 × 100 = 25",
        "S: Task 2: Achievement is missing; 7 is used (X, assumed)",
      ])
  }
}
