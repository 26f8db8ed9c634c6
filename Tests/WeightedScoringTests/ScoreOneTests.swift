import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

/// A rule of the form of a national one, for which whole-number arithmetic gives every answer:
/// six indicators against targets, seven behaviours, two weighted means, bands, a matrix.
enum ScoreOne {
  struct Indicator {
    let target: Int64
    let weight: Int64
    let lo: UInt64
    let hi: UInt64
    /// The achievement in per cent before cap and floor, for `a` measured against `t`.
    let formula: String
    /// The same in units of 1/1200 per cent, for hundredths.
    let units: @Sendable (_ hundredths: Int64, _ scale: Int64) -> Int64
  }

  static let maximize = "100 * a / t"
  static let minimize = "100 * (2 - a / t)"
  static let stabilize = "100 - abs(100 * a / t - 100)"

  static let indicators: [Indicator] = [
    Indicator(target: 100, weight: 25, lo: 7000, hi: 13500, formula: maximize) { $0 * $1 },
    Indicator(target: 80, weight: 20, lo: 6000, hi: 10500, formula: maximize) { $0 * $1 },
    Indicator(target: 50, weight: 15, lo: 3500, hi: 7000, formula: maximize) { $0 * $1 },
    Indicator(target: 40, weight: 15, lo: 2500, hi: 5500, formula: minimize) { 240_000 - $0 * $1 },
    Indicator(target: 25, weight: 15, lo: 1500, hi: 3500, formula: minimize) { 240_000 - $0 * $1 },
    Indicator(target: 30, weight: 10, lo: 2400, hi: 3600, formula: stabilize) {
      120_000 - abs($0 * $1 - 120_000)
    },
  ]
  static let behaviourWeights: [Int64] = [15, 15, 15, 15, 15, 15, 10]
  static let cells = [[0, 2, 2], [1, 3, 3], [1, 3, 4]]

  static func name(_ prefix: String, _ index: Int) -> StepID {
    StepID(stringLiteral: "\(prefix)\(index)")
  }

  static func scale(_ id: ScaleID, _ categories: [CategoryID]) -> CategoryScale {
    CategoryScale(
      id, LocalizedText(same: id.text),
      worstToBest: categories.map { .init($0, LocalizedText(same: $0.text)) })
  }

  static let rule = ScoringRule(
    Rule(
      "score-1", version: "1", LocalizedText(same: "score-1"), effective: "2024-01-01/..",
      sources: [],
      scales: {
        scale("band", ["low", "middle", "high"])
        scale("predicate", ["p0", "p1", "p2", "p3", "p4"])
      },
      inputs: {
        for index in 1...6 { RuleInput(name("a", index), LocalizedText(same: "a\(index)")) }
        for index in 1...7 {
          RuleInput(name("b", index), LocalizedText(same: "b\(index)"), within: 0...100)
        }
      },
      steps: {
        for (index, indicator) in indicators.enumerated() {
          RuleStep(
            name("n", index + 1), LocalizedText(same: "n\(index + 1)"),
            formula: FormulaText(
              "max(0, min(120, "
                + indicator.formula.replacing("a / t", with: "a\(index + 1) / \(indicator.target)")
                + "))"))
        }
        RuleStep(
          "work", LocalizedText(same: "work"),
          weightedMean: indicators.enumerated().map {
            .init(FormulaText("n\($0 + 1)"), weight: FormulaText("\($1.weight)"))
          }, weightsTotal: 100)
        RuleStep(
          "behaviour", LocalizedText(same: "behaviour"),
          weightedMean: behaviourWeights.enumerated().map {
            .init(FormulaText("b\($0 + 1)"), weight: FormulaText("\($1)"))
          }, weightsTotal: 100)
        RuleStep("workBand", LocalizedText(same: "w"), bandsOf: "work", giving: "band") {
          Band("low", below: 95)
          Band("middle", from: 95, below: 105)
          Band("high", from: 105)
        }
        RuleStep("behaviourBand", LocalizedText(same: "h"), bandsOf: "behaviour", giving: "band") {
          Band("low", below: 70)
          Band("middle", from: 70, below: 80)
          Band("high", from: 80)
        }
        RuleStep(
          "predicate", LocalizedText(same: "p"), rows: "workBand", columns: "behaviourBand",
          giving: "predicate",
          CategoryMatrix(
            columns: ["low", "middle", "high"],
            rows: [
              "low": ["p0", "p2", "p2"], "middle": ["p1", "p3", "p3"], "high": ["p1", "p3", "p4"],
            ]))
      }), score: "work", category: "predicate")

  /// One person's thirteen inputs: hundredths, then marks.
  static func inputs(of person: UInt64) -> [Int64] {
    func mix(_ value: UInt64) -> UInt64 {
      var z = value
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    return (0..<13).map { k in
      let (lo, hi): (UInt64, UInt64) = k < 6 ? (indicators[k].lo, indicators[k].hi) : (55, 100)
      let u = mix(20_240_101 &+ (13 &* person &+ UInt64(k) &+ 1) &* 0x9E37_79B9_7F4A_7C15)
      return Int64(lo + u % (hi - lo + 1))
    }
  }

  static func ruleInputs(_ values: [Int64]) throws -> RuleInputs {
    var inputs = RuleInputs()
    for k in 0..<6 { inputs[name("a", k + 1)] = .number(try Ratio(values[k]) / 100) }
    for k in 6..<13 { inputs[name("b", k - 5)] = .number(Ratio(values[k])) }
    return inputs
  }

  /// Work in units of 1/120000 and the predicate, in whole numbers alone.
  static func answer(_ values: [Int64]) -> (workUnits: Int64, predicate: Int) {
    var work: Int64 = 0
    for (k, indicator) in indicators.enumerated() {
      let units = indicator.units(values[k], 1200 / indicator.target)
      work += indicator.weight * max(0, min(144_000, units))
    }
    let behaviour = (6..<13).reduce(0) { $0 + behaviourWeights[$1 - 6] * values[$1] }
    let row = work < 95 * 120_000 ? 0 : work < 105 * 120_000 ? 1 : 2
    let column = behaviour < 7000 ? 0 : behaviour < 8000 ? 1 : 2
    return (work, cells[row][column])
  }
}

@Suite struct ScoreOneTests {
  @Test func `the crowd's figures are those of whole-number arithmetic`() throws {
    let people = (0..<400).map { ScoreOne.inputs(of: $0) }
    let results = try ScoreOne.rule.compiled(on: "2024-06-01").results(
      of: people.map(ScoreOne.ruleInputs))
    for (values, result) in zip(people, results) {
      let found = try result.get()
      let expected = ScoreOne.answer(values)
      #expect(found.number == (try Ratio(expected.workUnits) / 120_000))
      #expect(found.category == CategoryID(stringLiteral: "p\(expected.predicate)"))
    }
  }

  struct Person: Sendable {
    let person: UInt64
    let predicate: CategoryID
    let step: StepID
    let edge: Ratio
  }

  // People exactly on an edge; all but the last get a lower predicate by plain doubles.
  @Test(arguments: [
    Person(person: 4385, predicate: "p4", step: "behaviour", edge: 80),
    Person(person: 10336, predicate: "p3", step: "behaviour", edge: 70),
    Person(person: 14987, predicate: "p2", step: "behaviour", edge: 70),
    Person(person: 53772, predicate: "p3", step: "work", edge: 95),
    Person(person: 545_584, predicate: "p3", step: "work", edge: 95),
    Person(person: 113_404, predicate: "p4", step: "work", edge: 105),
  ])
  func `people exactly on an edge get what law says`(example: Person) throws {
    let values = ScoreOne.inputs(of: example.person)
    let score = try ScoreOne.rule.compiled(on: "2024-06-01").score(ScoreOne.ruleInputs(values))
    #expect(score.category == example.predicate)
    #expect(score.derivation[example.step]?.result == .number(example.edge))
    #expect(score.derivation.verify() == [])
  }
}
