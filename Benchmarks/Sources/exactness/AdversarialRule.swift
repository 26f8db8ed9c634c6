import KinerjaCore
import RuleLanguage
import WeightedScoring

/// A rule of all that is hard to compute exactly: thirds, thirtieths, seven decimals, edges closed
/// on either side, four ways of rounding in a row, a cap, a substitution, a mean with gaps.
enum AdversarialRule {
  private static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }

  static let rule = ScoringRule(
    Rule(
      "adversarial", version: "1", text("adversarial"), effective: "2024-01-01/..", sources: [],
      scales: {
        CategoryScale(
          "band", text("band"),
          worstToBest: ["a", "b", "c", "d"].map { .init($0, text($0.text)) })
      },
      parameters: {
        RuleParameter(
          "third", text("third"), .number("1/3"), "2024-01-01/..", LegalSource("adversarial"))
        RuleParameter(
          "edge", text("edge"), .number("90.995"), "2024-01-01/..", LegalSource("adversarial"))
      },
      inputs: {
        for name: StepID in ["x", "y", "z", "w"] {
          RuleInput(name, text(name.text), within: 0...1_000_000)
        }
        RuleInput("class", text("class"), .category(of: "band"))
        RuleInput("agreed", text("agreed"), .flag)
      }, steps: { steps }), score: "score", category: "matrix")

  @ListBuilder<RuleStep> private static var steps: [RuleStep] {
    RuleStep("thirtieth", text("thirtieth"), formula: "x / 30 + y / 7 - z / 49")
    RuleStep(
      "capped", text("capped"), formula: "max(0, min(120, thirtieth * (1 + 1 / 3)))")
    RuleStep(
      "half.up", text("half.up"), formula: "y * 0.0001 + x / 3",
      rounded: DecimalRounding(places: 2, .halfUp))
    RuleStep(
      "half.even", text("half.even"), formula: "half.up / 8",
      rounded: DecimalRounding(places: 2, .halfEven))
    RuleStep("half.down", text("half.down"), formula: "round(half.even / 4 - z / 11, 1, halfDown)")
    RuleStep(
      "toward", text("toward"),
      formula: "round(half.down, 0, down) + round(x / 6, 3, ceiling) - round(w / 9, 1, floor)")
    RuleStep(
      "instead", text("instead"), formula: "if z = 0 then x else w / z",
      whenMissing: .substitute(.number("7/3"), source: LegalSource("adversarial")))
    RuleStep(
      "gaps", text("gaps"),
      weightedMean: [
        .init("x", weight: "third"), .init("y", weight: "third"), .init("w", weight: "third"),
      ], weightsTotal: 1, whenMissing: .dropAndRescale(minimumShare: "1/3"))
    RuleStep(
      "score", text("score"),
      formula: """
        if (coalesce(agreed, false) and not x > y) or x = w then (capped + gaps) / 2
        else clamp(gaps - abs(toward) / 7, 0, 100 + third)
        """)
    RuleStep("band", text("band"), bandsOf: "score", giving: "band") {
      Band("a", below: "60 - third")
      Band("b", from: "60 - third", through: 76)
      Band("c", above: 76, below: "edge")
      Band("d", from: "edge")
    }
    RuleStep(
      "rounded", text("rounded"), bandsOf: "half.even", giving: "band"
    ) {
      Band("a", through: "0.125")
      Band("b", above: "0.125", through: "11.37")
      Band("d", above: "11.37")
    }
    RuleStep(
      "matrix", text("matrix"), rows: "band", columns: "rounded", giving: "band",
      CategoryMatrix(
        columns: ["a", "b", "c", "d"],
        rows: [
          "a": ["a", "a", "b", "b"], "b": ["a", "b", "b", "c"], "c": ["b", "c", "c", "d"],
          "d": ["c", "d", "d", "d"],
        ]))
  }
}
