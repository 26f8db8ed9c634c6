public import KinerjaCore
public import RuleLanguage
public import WeightedScoring

/// The benchmark rule score-1: six indicators against targets, seven behaviours, a cap, two
/// weighted means, bands and a matrix, in the form of a national rule.
///
/// Its population is made of whole numbers by a mixing function that every language has, so that
/// programs can be held against each other to the last unit.
public enum ScoreOne {
  /// One indicator.
  struct Indicator {
    let target: Int64
    /// Weight in per cent.
    let weight: Int64
    /// The least and the greatest measured result of the population, in hundredths.
    let range: ClosedRange<UInt64>
    /// The achievement in per cent before cap and floor, for `a` measured against `t`.
    let formula: String
  }

  private static let maximize = "100 * a / t"
  private static let minimize = "100 * (2 - a / t)"
  private static let stabilize = "100 - abs(100 * a / t - 100)"

  static let indicators: [Indicator] = [
    Indicator(target: 100, weight: 25, range: 7000...13500, formula: maximize),
    Indicator(target: 80, weight: 20, range: 6000...10500, formula: maximize),
    Indicator(target: 50, weight: 15, range: 3500...7000, formula: maximize),
    Indicator(target: 40, weight: 15, range: 2500...5500, formula: minimize),
    Indicator(target: 25, weight: 15, range: 1500...3500, formula: minimize),
    Indicator(target: 30, weight: 10, range: 2400...3600, formula: stabilize),
  ]
  static let behaviourWeights: [Int64] = [15, 15, 15, 15, 15, 15, 10]

  private static func scale(_ id: ScaleID, _ categories: [CategoryID]) -> CategoryScale {
    CategoryScale(
      id, LocalizedText(same: id.text),
      worstToBest: categories.map { .init($0, LocalizedText(same: $0.text)) })
  }

  /// The names of the inputs: `a1` to `a6`, then `b1` to `b7`.
  public static let names: [StepID] =
    (1...6).map { StepID(stringLiteral: "a\($0)") }
    + (1...7).map { StepID(stringLiteral: "b\($0)") }

  /// The rule.
  public static let rule = ScoringRule(
    Rule(
      "score-1", version: "1", LocalizedText(same: "score-1"), effective: "2024-01-01/..",
      sources: [],
      scales: {
        scale("band", ["low", "middle", "high"])
        scale("predicate", ["p0", "p1", "p2", "p3", "p4"])
      },
      inputs: {
        for name in names.prefix(6) {
          RuleInput(name, LocalizedText(same: name.text), within: 0...1000)
        }
        for name in names.suffix(7) {
          RuleInput(name, LocalizedText(same: name.text), within: 0...100)
        }
      }, steps: { steps }), score: "work", category: "predicate")

  @ListBuilder<RuleStep> private static var steps: [RuleStep] {
    for (index, indicator) in indicators.enumerated() {
      RuleStep(
        StepID(stringLiteral: "n\(index + 1)"), LocalizedText(same: "n\(index + 1)"),
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
    RuleStep(
      "workBand", LocalizedText(same: "work band"), bandsOf: "work", giving: "band"
    ) {
      Band("low", below: 95)
      Band("middle", from: 95, below: 105)
      Band("high", from: 105)
    }
    RuleStep(
      "behaviourBand", LocalizedText(same: "behaviour band"), bandsOf: "behaviour", giving: "band"
    ) {
      Band("low", below: 70)
      Band("middle", from: 70, below: 80)
      Band("high", from: 80)
    }
    RuleStep(
      "predicate", LocalizedText(same: "predicate"), rows: "workBand", columns: "behaviourBand",
      giving: "predicate",
      CategoryMatrix(
        columns: ["low", "middle", "high"],
        rows: [
          "low": ["p0", "p2", "p2"], "middle": ["p1", "p3", "p3"], "high": ["p1", "p3", "p4"],
        ]))
  }
}

extension ScoreOne {
  /// The least and the greatest value of an input in the population: hundredths, then marks.
  public static func range(of input: Int) -> ClosedRange<UInt64> {
    input < 6 ? indicators[input].range : 55...100
  }

  /// One input of one person of the population: hundredths, then marks.
  public static func input(_ input: Int, of person: UInt64, seed: UInt64 = 20_240_101) -> Int64 {
    let range = range(of: input)
    var z = seed &+ (13 &* person &+ UInt64(input) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return Int64(range.lowerBound + z % (range.upperBound - range.lowerBound + 1))
  }

  /// What the rule asks about one person of the population.
  public static func inputs(of person: UInt64, seed: UInt64 = 20_240_101) -> RuleInputs {
    var inputs = RuleInputs()
    for (index, name) in names.enumerated() {
      let value = input(index, of: person, seed: seed)
      // Hundredths always fit.
      let number = index < 6 ? try? Ratio(Int128(value), over: 100) : Ratio(value)
      inputs[name] = number.map { .number($0) } ?? .missing(.notGiven)
    }
    return inputs
  }
}
