import KinerjaCore
import RuleLanguage
import Testing

@Suite struct ProgramRangesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let formula: String
    let low: Ratio?
    let high: Ratio?
    let missing: Set<MissingReason>
    init(_ formula: String, _ low: Ratio?, _ high: Ratio?, _ missing: Set<MissingReason>) {
      self.formula = formula
      self.low = low
      self.high = high
      self.missing = missing
    }
    var testDescription: String { formula }
  }

  static func ranges(of formula: String, decimals: Bool = false) throws -> ProgramRanges {
    let rule = Rule(
      "test.ranges", version: "1", LocalizedText(same: "Ranges"), effective: "2020-01-01/..",
      sources: [],
      inputs: {
        RuleInput("x", LocalizedText(same: "x"), within: 0...10)
        RuleInput("y", LocalizedText(same: "y"), within: 2...4)
        RuleInput("z", LocalizedText(same: "z"))
        RuleInput("is", LocalizedText(same: "is"), .flag)
      },
      lists: {
        RuleList("tasks", LocalizedText(same: "tasks")) {
          RuleInput("mark", LocalizedText(same: "mark"), within: 0...100)
        }
      },
      steps: {
        RuleStep("out", LocalizedText(same: "out"), formula: FormulaText(formula))
      })
    let compiled = try CompiledRule(rule, on: "2020-01-01")
    guard decimals else { return ProgramRanges(compiled) }
    let inputs = compiled.program.slots.prefix(4).map { slot in
      var range = ProgramRanges.declared(slot, in: rule).missing(because: [])
      range.denominator = 100
      return range
    }
    return ProgramRanges(
      compiled, inputs: inputs, counts: [NumberInterval(1, 6)], listsMayBeMissing: false)
  }

  // Each reckoned by hand.
  static let cases: [Case] = [
    Case("x + y", 2, 14, [.needs("x"), .needs("y")]),
    Case("x - y", -4, 8, [.needs("x"), .needs("y")]),
    Case("-x * y", -40, 0, [.needs("x"), .needs("y")]),
    Case("x / y", 0, 5, [.needs("x"), .needs("y")]),
    Case("y / x", "0.2", nil, [.needs("x"), .needs("y"), .divisionByZero]),
    Case("if x > 0 then y / x else 0", 0, nil, [.needs("x"), .needs("y")]),
    Case("if x >= 1 then y / x else 7", "0.2", 7, [.needs("x"), .needs("y")]),
    Case("if not (x < 1) then y / x else 7", "0.2", 7, [.needs("x"), .needs("y")]),
    Case("if x >= 1 and y < 3 then x / y else 7", "0.3333", 7, [.needs("x"), .needs("y")]),
    Case("if isMissing(x) then 3 else x", 0, 10, []),
    Case("coalesce(x, 12)", 0, 12, []),
    Case("if x <= 10 then 1 else 1 / 0", 1, 1, [.needs("x")]),
    Case("abs(x - 7)", 0, 7, [.needs("x")]),
    Case("clamp(z, 1, 5)", 1, 5, [.needs("z")]),
    Case("min(x, z)", nil, 10, [.needs("x"), .needs("z")]),
    Case("max(x, y, 3)", 3, 10, [.needs("x"), .needs("y")]),
    Case("round(y / 3, 1, floor)", "0.6", "1.3", [.needs("y")]),
    Case("mean(tasks.mark)", 0, 100, [.needs("tasks.mark"), .nothingToAverage, .needs("tasks")]),
    Case("count(tasks.mark >= 0)", 0, nil, [.needs("tasks.mark"), .needs("tasks")]),
  ]

  @Test(arguments: cases)
  func `the interval and why it may be missing`(testCase: Case) throws {
    let found = try #require(Self.ranges(of: testCase.formula).steps.first)
    let low = try found.numbers?.lower.map { Ratio(try $0.rounded(to: 4, .down)) }
    #expect(low == testCase.low)
    #expect(found.numbers?.upper == testCase.high)
    #expect(found.missing == testCase.missing)
  }

  // With two decimals: thirds of hundredths, sixtieths for means of up to six, and so on.
  @Test(
    arguments: [
      ("x / 3", 300), ("x * 0.25 + y", 400), ("x * y", 10_000), ("round(x / 7, 1, halfUp)", 10),
      ("if is then x / 4 else y / 6", 1200), ("50 * x", 2), ("x * x * 0", 1),
    ] as [(String, Int128)])
  func `the common denominator`(formula: String, denominator: Int128) throws {
    let found = try #require(Self.ranges(of: formula, decimals: true).steps.first)
    #expect(found.denominator == denominator)
  }

  @Test func `a divisor on a grid is no nearer to zero than a step`() throws {
    let ranges = try Self.ranges(of: "y / x", decimals: true)
    #expect(ranges.steps[0].numbers == NumberInterval("0.2", 400))
    #expect(ranges.zeroDivisions.count == 1)
  }

  @Test func `a guarded division is none by zero`() throws {
    #expect(try Self.ranges(of: "if x = 0 then 0 else y / x").zeroDivisions.isEmpty)
    let either = try Self.ranges(of: "if x <= 0 or y / x > 1 then 0 else 1", decimals: true)
    #expect(either.zeroDivisions.isEmpty)
    #expect(try Self.ranges(of: "if x <= 1 then 0 else y / (x - 1)").zeroDivisions.count == 1)
  }
}
