import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

// F28: thresholds with declared ends, a declared rounding, and a further condition for the top.
@Suite struct F28Tests {
  static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }

  /// Rounded to two places in a declared way, then read in bands; the top one asks for innovation.
  static func rule(_ mode: RoundingMode, top: FormulaText = 90) -> ScoringRule {
    ScoringRule(
      Rule(
        "f28", version: "1", text("f28"), effective: "2026-01-01/..",
        sources: [LegalSource("Perwali 1/2020", standing: .region)],
        scales: {
          CategoryScale(
            "grade", text("grade"),
            worstToBest: ["low", "fair", "good", "top"].map { .init($0, text($0.text)) })
        },
        inputs: {
          RuleInput("mark", text("mark"), within: 0...120)
          RuleInput("innovation", text("innovation"), .flag)
        },
        steps: {
          RuleStep(
            "score", text("score"), formula: "mark", rounded: DecimalRounding(places: 2, mode))
          RuleStep("band", text("band"), bandsOf: "score", giving: "grade") {
            Band("low", below: 60)
            Band("fair", from: 60, through: 75)
            Band("good", above: 75, below: top)
            Band("top", from: top)
          }
          RuleStep(
            "grade", text("grade"),
            formula: """
              if band = "top" and not coalesce(innovation, false) then "good" else band
              """, giving: "grade")
        }), score: "score", category: "grade")
  }

  static func category(
    _ mark: Ratio, _ mode: RoundingMode, top: FormulaText = 90, innovation: Bool = true
  ) throws -> CategoryID? {
    let inputs: RuleInputs = ["mark": .number(mark), "innovation": .flag(innovation)]
    return try rule(mode, top: top).compiled(on: "2026-05-05").score(inputs).category
  }

  struct Tie: Sendable {
    let mark: Ratio
    let mode: RoundingMode
    let top: FormulaText
    let category: CategoryID
  }

  // 89.995 lies half-way between 89.99 and 90.00; the even neighbour is 90.00, so that half up and
  // half to even agree on it, and half down and binary floating point (89.99499…) do not. At
  // 89.985, between 89.98 and 89.99, half to even goes down and half up goes up.
  @Test(arguments: [
    Tie(mark: "89.995", mode: .halfUp, top: 90, category: "top"),
    Tie(mark: "89.995", mode: .halfEven, top: 90, category: "top"),
    Tie(mark: "89.995", mode: .halfDown, top: 90, category: "good"),
    Tie(mark: "89.995", mode: .down, top: 90, category: "good"),
    Tie(mark: "89.985", mode: .halfUp, top: "89.99", category: "top"),
    Tie(mark: "89.985", mode: .halfEven, top: "89.99", category: "good"),
    Tie(mark: "89.9949999", mode: .halfUp, top: 90, category: "good"),
    Tie(mark: "89.9850001", mode: .halfEven, top: "89.99", category: "top"),
  ])
  func `the declared rounding decides the band`(tie: Tie) throws {
    #expect(try Self.category(tie.mark, tie.mode, top: tie.top) == tie.category)
  }

  struct Boundary: Sendable {
    let mark: Ratio
    let category: CategoryID
  }

  @Test(arguments: [
    Boundary(mark: 0, category: "low"), Boundary(mark: "59.99", category: "low"),
    Boundary(mark: 60, category: "fair"), Boundary(mark: "60.01", category: "fair"),
    Boundary(mark: 75, category: "fair"), Boundary(mark: "75.01", category: "good"),
    Boundary(mark: "89.99", category: "good"), Boundary(mark: 90, category: "top"),
    Boundary(mark: 120, category: "top"),
  ])
  func `each end belongs to the band that declares it`(boundary: Boundary) throws {
    #expect(try Self.category(boundary.mark, .halfUp) == boundary.category)
  }

  @Test func `the top asks for innovation besides`() throws {
    #expect(try Self.category(95, .halfUp, innovation: false) == "good")
    #expect(try Self.category(80, .halfUp, innovation: true) == "good")
    let scorer = try Self.rule(.halfUp).compiled(on: "2026-05-05")
    let score = try scorer.score(["mark": 95])
    #expect(score.category == "good")
    let last = try #require(score.derivation.lines(in: .english).last)
    #expect(last.sentence.contains("top = top and not no"))
  }

  struct Shown: Sendable {
    let mark: Ratio
    let text: String
    let isNoted: Bool
  }

  // By a rule that reads the bands unrounded, as PP 46/2011 does.
  @Test(arguments: [
    Shown(mark: "90.4", text: "90,40", isNoted: false),
    Shown(mark: "89.994", text: "89,99", isNoted: false),
    Shown(mark: "89.996", text: "89,996", isNoted: true),
    Shown(mark: "89.9999999", text: "89,9999999", isNoted: true),
    Shown(
      mark: "269999999999999999999/3000000000000000000",
      text: "269999999999999999999/3000000000000000000", isNoted: true),
    Shown(mark: 90, text: "90,00", isNoted: false),
    Shown(mark: "75.001", text: "75,001", isNoted: true),
    Shown(mark: "59.995", text: "59,995", isNoted: true),
  ])
  func `the figure shown never contradicts the category`(shown: Shown) throws {
    let base = Self.rule(.halfUp).rule
    let steps = base.steps.map { step in
      step.id == "score" ? RuleStep("score", step.title, formula: "mark") : step
    }
    let rule = ScoringRule(
      Rule(
        base.id, version: base.version, base.title, effective: base.effective,
        sources: base.sources, scales: base.scales, parameters: [], inputs: base.inputs, lists: [],
        steps: steps), score: "score", category: "grade")
    let score = try rule.compiled(on: "2026-05-05").score(["mark": .number(shown.mark)])
    #expect(score.numberText(in: .indonesian) == shown.text)
    for language in Language.allCases {
      #expect((score.numberNote(in: language) != nil) == shown.isNoted)
    }
  }
}
