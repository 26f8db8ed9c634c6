import KinerjaCore
import NationalRules
import RuleLanguage
import WeightedScoring

/// What mutation begins with.
enum Corpus {
  static let formulas = [
    "x", "1", "0.25", "-x + 1", "x / y * 100", "(60 * x + 40 * y) / 100",
    "if x <= limit then x else limit - (x - limit) / 2",
    "if grade = \"high\" then 3 else if grade = \"low\" then 1 else 0",
    "min(100, max(0, x))", "clamp(x, 0, 120)", "abs(x - y)", "round(x / 3, 2, halfUp)",
    "round(x, 0, halfDown)", "coalesce(x, y, 0)", "if isMissing(x) then y else x",
    "not agreed and (x > 3 or y < 4)", "mean(tasks.value)", "sum(tasks.realised) / count(tasks)",
    "weightedMean(tasks.value, tasks.target)", "count(tasks.value > 80)", "last(tasks.value)",
    "max(tasks.value) - min(tasks.value)", "lookup(bonus, x)", "lookup(points, grade)",
    "lookup(grid, grade, 2)", "lookup(rates, x * 1000) / x", "100 - late / 30 * 100",
    "late + 3", "x != y", "2 * (3 + 4) - 5 / (6 - 7)", "true", "\"high\"",
  ]

  static let tokens = [
    "x", "y", "late", "limit", "grade", "agreed", "tasks", "tasks.value", "tasks.target", "bonus",
    "points", "rates", "grid", "0", "1", "100", "0.1", "999999999999999999", "(", ")", ",", "+",
    "-", "*", "/", "=", "!=", "<", "<=", ">", ">=", "and", "or", "not", "if", "then", "else",
    "true", "false", "min(", "max(", "clamp(", "abs(", "round(", "coalesce(", "isMissing(", "sum(",
    "mean(", "weightedMean(", "count(", "last(", "lookup(", "\"high\"", "\"", "halfUp", ".", "%",
    "\u{301}", "\u{1F600}", "\n", "\u{0}",
  ]

  static let source = LegalSource("Perwali 1/2020", standing: .region)
  static let day: Day = "2026-03-01"
  /// For rules that hold no longer.
  static let earlierDay: Day = "2020-01-01"

  /// A rule that has one of everything, around one formula.
  static func rule(_ formula: String) -> ScoringRule {
    func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }
    let days = MeasurementUnit(LocalizedText(id: "hari", en: "days"))
    let grade = CategoryScale(
      "grade", text("Grade"),
      worstToBest: [.init("low", text("Low")), .init("high", text("High"))])
    return ScoringRule(
      Rule(
        "fuzz", version: "1", text("Fuzz"), effective: "2026-01-01/..", sources: [source],
        scales: [grade],
        parameters: [RuleParameter("limit", text("Limit"), 24, "2026-01-01/..", source)],
        tables: [
          RuleTable("bonus", text("Bonus"), outside: .clamp) {
            RuleTable.Point(0, 0)
            RuleTable.Point("limit", 10)
          },
          RuleTable("points", text("Points"), by: "grade") {
            RuleTable.Row("low", 1)
            RuleTable.Row("high", "limit / 3")
          },
          RuleTable(
            "rates", text("Rates"),
            .marginalRates([.init(from: 0, rate: "0.05"), .init(from: 6000, rate: "0.15")])),
          RuleTable(
            "grid", text("Grid"),
            .grid(
              rowsBy: "grade", columnsBy: nil, columns: [1, 2],
              [.init("low", [1, 2]), .init("high", [3, 4])])),
        ],
        inputs: [
          RuleInput("x", text("X"), decimals: 2, within: -1000...1000), RuleInput("y", text("Y")),
          RuleInput("late", text("Late"), unit: days),
          RuleInput("grade", text("Grade"), .category(of: "grade")),
          RuleInput("agreed", text("Agreed"), .flag),
        ],
        lists: [
          RuleList(
            "tasks", text("Task"),
            fields: [
              RuleInput("target", text("Target")), RuleInput("realised", text("Realised")),
            ],
            steps: [
              RuleStep("value", text("Value"), formula: "realised / target * 100")
            ])
        ],
        steps: [
          RuleStep("answer", text("Answer"), formula: FormulaText(formula)),
          RuleStep(
            "next", text("Next"), formula: "if isMissing(y) then 0 else y * 2",
            rounded: DecimalRounding(places: 1, .halfEven)),
        ]), score: "next")
  }

  /// The nation's rules, the one around formulas, and those with a body and a table of every kind.
  static let rules: [ScoringRule] = [
    .pp46Of2011, .permenPANRB6Of2022, rule("lookup(bonus, x) + lookup(rates, y)"),
    rule("if grade = \"high\" then mean(tasks.value) else coalesce(x, 0)"), everyBody, everyTable,
  ]

  static let ruleTexts = rules.map(\.json.canonicalBytes)

  static let pieces = [
    "null", "true", "[]", "{}", "0", "-1", "1e999", "1e-999", "99999999999999999999999999999999999",
    "\"\"", "\"x\"", "\"limit\"", ",", ":", "{", "}", "[", "]", "\"formula\":\"1/0\"", "\\u0000",
    "\"value\":\"1/3\"", "\"from\":\"limit\"", "\"giving\":\"grade\"", "\"unit\":{}", "0.5",
    "\"whenMissing\":\"fail\"", "\"decimals\":99", "\"steps\":[]", "\u{feff}", "/",
  ]

  /// The keys under which formulas stand.
  static let formulaKeys: Set = [
    "formula", "value", "of", "by", "byTime", "when", "unless", "weight", "from", "through",
    "above", "below", "at", "rate", "rowsBy", "columnsBy", "key", "cells", "columns", "to",
  ]

  static let oddNumbers = [
    "0", "-1", "1e999", "1e-999", "99999999999999999999999999999999999999", "1/3", "-0", "0.1",
    "9223372036854775807", "-9223372036854775808", "0.000000000000000001", "1e18", "100", "null",
    "true", "false", "0.333333333333333333", "170141183460469231731687303715884105727",
  ]

  static let oddTexts = [
    "", " ", "x", "limit", "category", "..", "2026-02-30", "9999-12-31", "0001-01-01/..",
    "e\u{301}", "\u{1F600}", "\u{202E}abc", "\u{0}", "\u{feff}x", "İ", "ß", "a.b", "a[0].b",
    "@earlier", "1", "-", "true", "tasks[99999999999].x", "tasks[-1].target", "x.exact",
  ]
}
