import KinerjaCore
import RuleLanguage
import WeightedScoring

/// A rule of the form of a national one: six indicators against targets, seven behaviours, two
/// weighted means, bands and a matrix of nine cells.
enum ScoreOne {
  private static let indicators: [(formula: FormulaText, weight: FormulaText)] = [
    ("max(0, min(120, 100 * a1 / 100))", 25), ("max(0, min(120, 100 * a2 / 80))", 20),
    ("max(0, min(120, 100 * a3 / 50))", 15), ("max(0, min(120, 100 * (2 - a4 / 40)))", 15),
    ("max(0, min(120, 100 * (2 - a5 / 25)))", 15),
    ("max(0, min(120, 100 - abs(100 * a6 / 30 - 100)))", 10),
  ]
  private static let behaviourWeights: [FormulaText] = [15, 15, 15, 15, 15, 15, 10]

  private static func name(_ prefix: String, _ index: Int) -> StepID {
    StepID(stringLiteral: "\(prefix)\(index + 1)")
  }

  private static func scale(_ id: ScaleID, _ categories: [CategoryID]) -> CategoryScale {
    CategoryScale(
      id, LocalizedText(same: id.text),
      worstToBest: categories.map { .init($0, LocalizedText(same: $0.text)) })
  }

  private static let steps: [RuleStep] = {
    var steps = indicators.enumerated().map { index, indicator in
      RuleStep(
        name("n", index), LocalizedText(same: "n\(index + 1)"),
        formula: indicator.formula)
    }
    steps.append(
      RuleStep(
        "work", LocalizedText(same: "work"),
        weightedMean: indicators.enumerated().map { index, indicator in
          .init(
            FormulaText("n\(index + 1)"), weight: indicator.weight)
        }, weightsTotal: 100))
    steps.append(
      RuleStep(
        "behaviour", LocalizedText(same: "behaviour"),
        weightedMean: behaviourWeights.enumerated().map { index, weight in
          .init(FormulaText("b\(index + 1)"), weight: weight)
        }, weightsTotal: 100))
    steps.append(
      RuleStep("workBand", LocalizedText(same: "w"), bandsOf: "work", giving: "band") {
        Band("low", below: 95)
        Band("middle", from: 95, below: 105)
        Band("high", from: 105)
      })
    steps.append(
      RuleStep("behaviourBand", LocalizedText(same: "h"), bandsOf: "behaviour", giving: "band") {
        Band("low", below: 70)
        Band("middle", from: 70, below: 80)
        Band("high", from: 80)
      })
    steps.append(
      RuleStep(
        "predicate", LocalizedText(same: "p"), rows: "workBand", columns: "behaviourBand",
        giving: "predicate",
        CategoryMatrix(
          columns: ["low", "middle", "high"],
          rows: [
            "low": ["p0", "p2", "p2"], "middle": ["p1", "p3", "p3"], "high": ["p1", "p3", "p4"],
          ])))
    return steps
  }()

  static let rule = ScoringRule(
    Rule(
      "score-1", version: "1", LocalizedText(same: "score-1"), effective: "2024-01-01/..",
      sources: [],
      scales: [
        scale("band", ["low", "middle", "high"]),
        scale("predicate", ["p0", "p1", "p2", "p3", "p4"]),
      ], parameters: [],
      inputs: indicators.indices.map { index in
        RuleInput(
          name("a", index), LocalizedText(same: "a\(index + 1)"), decimals: 2, within: 0...200)
      }
        + behaviourWeights.indices.map { index in
          RuleInput(
            name("b", index), LocalizedText(same: "b\(index + 1)"), decimals: 0, within: 0...100)
        }, lists: [], steps: steps), score: "work", category: "predicate")

  /// One person a cell of the matrix: work about 90, 100 and 112, behaviour 60, 75 and 90.
  static let bases: [RuleInputs] = {
    let works: [[Ratio]] = [
      [60, 80, 50, 40, 25, 30], [100, 80, 50, 40, 25, 30], [120, 96, 60, 40, 25, 30],
    ]
    return works.flatMap { work in
      ([60, 75, 90] as [Ratio]).map { mark in
        var person = RuleInputs()
        for (index, value) in work.enumerated() { person[name("a", index)] = .number(value) }
        for index in behaviourWeights.indices { person[name("b", index)] = .number(mark) }
        return person
      }
    }
  }()
}
