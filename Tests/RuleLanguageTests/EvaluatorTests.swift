import KinerjaCore
import RuleLanguage
import Testing

@Suite struct EvaluatorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let formula: String
    let value: RuleValue
    init(_ formula: String, _ value: RuleValue) {
      self.formula = formula
      self.value = value
    }
    var testDescription: String { formula }
  }

  static let inputs: RuleInputs = [
    "x": 7, "grade": .category("high"),
    "tasks": [
      ["target": 4, "realised": 3, "weight.own": 1],
      ["target": 3, "realised": 3, "weight.own": 2],
    ],
  ]

  // Each reckoned by hand.
  static let cases: [Case] = [
    Case("1 + 2 * 3", 7),
    Case("(1 + 2) * 3", 9),
    Case("7 - 2 - 1", 4),
    Case("12 / 2 / 3", 2),
    Case("-x + 1", -6),
    Case("--2", 2),
    Case("1 / 3 + 1 / 6", .number("1/2")),
    Case("0.1 + 0.2", .number("0.3")),
    Case("x * weight", .number("3.5")),
    Case("x >= 7 and not x > 7", true),
    Case("x = 7 or y = 1", true),
    Case("x = 8 or y = 1", .missing(.needs("y"))),
    Case("y = 1 or x = 7", true),
    Case("x = 8 and y = 1", false),
    Case("y = 1 and x = 8", false),
    Case("grade = \"high\"", true),
    Case("grade != \"high\"", false),
    Case("if x < 7 then 1 else if x = 7 then 2 else 3", 2),
    Case("if y < 7 then 1 else 2", .missing(.needs("y"))),
    Case("if x = 7 then 1 else y", 1),
    Case("min(3, x, 5)", 3),
    Case("max(3, x, 5)", 7),
    Case("abs(3 - x)", 4),
    Case("clamp(x, 0, 5)", 5),
    Case("clamp(x, 9, 12)", 9),
    Case("clamp(x, 0, 9)", 7),
    Case("clamp(x, 0, y)", .missing(.needs("y"))),
    Case("round(2.675, 2, halfUp)", .number("2.68")),
    Case("round(2.665, 2, halfEven)", .number("2.66")),
    Case("round(-2.5, 0, floor)", -3),
    Case("round(x / 3, 1, down)", .number("2.3")),
    Case("coalesce(y, x)", 7),
    Case("coalesce(y, y)", .missing(.needs("y"))),
    Case("isMissing(y)", true),
    Case("isMissing(x)", false),
    Case("y + 1", .missing(.needs("y"))),
    Case("x / (7 - x)", .missing(.divisionByZero)),
    Case("sum(tasks.value)", 175),
    Case("mean(tasks.value)", .number("87.5")),
    Case("weightedMean(tasks.value, tasks.weight.own)", .number("275/3")),
    Case("min(tasks.value)", 75),
    Case("max(tasks.realised * x)", 21),
    Case("count(tasks)", 2),
    Case("count(tasks.value >= 100)", 1),
    Case("sum(tasks.weight.own * tasks.value) / sum(tasks.weight.own)", .number("275/3")),
  ]

  @Test(arguments: cases)
  func `a formula worked by hand`(example: Case) throws {
    #expect(try SmallRule.value(of: FormulaText(example.formula), Self.inputs) == example.value)
  }
}
