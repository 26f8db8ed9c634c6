import KinerjaCore
import RuleLanguage
import Testing

@Suite struct RuleInputTests {
  static let days = MeasurementUnit(LocalizedText(id: "hari", en: "days"))

  static func rule(_ inputs: [RuleInput], fields: [RuleInput] = []) -> Rule {
    let list = RuleList("tasks", LocalizedText(same: "T"), fields: fields, steps: [])
    return Rule(
      "r", version: "1", LocalizedText(same: "R"), effective: .always, sources: [], scales: [],
      parameters: [], inputs: inputs, lists: [list], steps: [])
  }

  static func problems(
    of inputs: RuleInputs, for rule: Rule
  ) throws -> [(code: String, path: String)] {
    let compiled = try CompiledRule(rule, on: "2026-03-01")
    do throws(InvalidInput) {
      _ = try compiled.evaluate(inputs)
      return []
    } catch {
      return error.problems.map { ($0.code, $0.place.path.description) }
    }
  }

  @Test(arguments: [
    ("12.34", 2, true), ("12.340", 2, true), ("12.345", 2, false), ("1/3", 2, false),
    ("7", 0, true), ("7.5", 0, false), ("-0.001", 3, true),
  ])
  func `a number with more decimals than allowed is an error`(
    number: String, decimals: Int, isAllowed: Bool
  ) throws {
    let rule = Self.rule([RuleInput("x", LocalizedText(same: "x"), decimals: decimals)])
    let found = try Self.problems(of: ["x": .number(Ratio(number, .point))], for: rule)
    #expect(found.map(\.code) == (isAllowed ? [] : ["rules.input-decimals"]))
    #expect(found.map(\.path) == (isAllowed ? [] : ["x"]))
  }

  @Test func `everything required and not given is named, in lists too`() throws {
    let field = RuleInput("mark", LocalizedText(same: "m"), isRequired: true)
    let rule = Self.rule(
      [
        RuleInput("x", LocalizedText(same: "x"), isRequired: true),
        RuleInput("y", LocalizedText(same: "y")),
        RuleInput("z", LocalizedText(same: "z"), .flag, isRequired: true),
      ], fields: [field])
    var inputs: RuleInputs = ["x": .value(.missing(.notGiven)), "tasks": [["mark": 1], [:]]]
    let found = try Self.problems(of: inputs, for: rule)
    #expect(found.map(\.code) == Array(repeating: "rules.input-absent", count: 3))
    #expect(found.map(\.path) == ["x", "z", "tasks[1].mark"])
    inputs["x"] = 1
    inputs["z"] = true
    inputs[list: "tasks"] = []
    #expect(try Self.problems(of: inputs, for: rule).isEmpty)
  }

  @Test func `only numbers are measured, and decimals have bounds`() {
    let rule = Self.rule([
      RuleInput("a", LocalizedText(same: "a"), .flag, unit: Self.days),
      RuleInput("b", LocalizedText(same: "b"), decimals: 19),
      RuleInput("c", LocalizedText(same: "c"), unit: Self.days, decimals: 18),
    ])
    let problems = rule.check(on: "2026-03-01").all
    #expect(problems.map(\.code) == ["rules.measured-input", "rules.rounding-places"])
    #expect(problems.map { $0.place.path.description } == ["inputs.a", "inputs.b.decimals"])
  }

  @Test func `unit, decimals and duty survive a file`() throws {
    let input = RuleInput(
      "late", LocalizedText(same: "l"), unit: Self.days, decimals: 1, within: 0...30,
      isRequired: true)
    let text = input.json.prettyText
    #expect(try JSONDocument(text).read(RuleInput.self) == input)
    let parameter = RuleParameter(
      "p", LocalizedText(same: "p"), 3, .always, LegalSource("UU 1/2020"), unit: Self.days)
    #expect(try JSONDocument(parameter.json.prettyText).read(RuleParameter.self) == parameter)
  }
}
