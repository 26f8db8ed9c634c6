import KinerjaCore
import KinerjaTables
import RuleLanguage
import WeightedScoring

/// Small rules for one side of the engine over columns each.
enum ColumnRule {
  static let grade = ScoreOne.scale("grade", ["low", "middle", "high", "top"])
  static let day: Day = "2026-03-01"

  /// A rule with the step `out`, and bands of it at two edges.
  static func scorer(
    _ formula: String, edges: (Ratio, Ratio) = (0, 10), inputs: [RuleInput] = [number("x")],
    lists: [RuleList] = [], tables: [RuleTable] = [], whenMissing: MissingPolicy = .incomplete
  ) throws -> Scorer {
    let low = FormulaText(edges.0.text(.point))
    let high = FormulaText(edges.1.text(.point))
    return try ScoringRule(
      Rule(
        "test.columns", version: "1", LocalizedText(same: "Columns"), effective: "2020-01-01/..",
        sources: [], scales: [grade], parameters: [], tables: tables, inputs: inputs, lists: lists,
        steps: [
          RuleStep(
            "out", LocalizedText(same: "Out"), formula: FormulaText(formula),
            whenMissing: whenMissing),
          RuleStep(
            "band", LocalizedText(same: "Band"), bandsOf: "out", giving: "grade"
          ) {
            Band("low", below: low)
            Band("middle", from: low, through: high)
            Band("high", above: high)
          },
        ]), score: "out", category: "band"
    ).compiled(on: day)
  }

  static func number(
    _ name: StepID, within range: ClosedRange<Ratio>? = nil, decimals: Int? = nil,
    isRequired: Bool = false
  ) -> RuleInput {
    RuleInput(
      name, LocalizedText(same: name.text), .number, decimals: decimals, within: range,
      isRequired: isRequired)
  }
}
