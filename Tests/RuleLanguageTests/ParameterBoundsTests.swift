import KinerjaCore
import RuleLanguage
import Testing

@Suite struct ParameterBoundsTests {
  private static let numbers = ParameterBounds.numbers("0.5"..."0.7")
  private static let words = ParameterBounds.oneOf([.category("low"), .category("high")])

  @Test(arguments: [
    (RuleValue.number("0.5"), true), (.number("0.7"), true), (.number("0.6999"), true),
    (.number("0.4999"), false), (.number("0.7001"), false), (.category("low"), false),
    (.flag(true), false), (.missing(.notGiven), false),
  ])
  func `a range allows its ends and numbers only`(value: RuleValue, isAllowed: Bool) {
    #expect(Self.numbers.allow(value) == isAllowed)
  }

  @Test func `bounds may be narrowed and not widened`() {
    #expect(ParameterBounds.numbers("0.5"..."0.6").lie(within: Self.numbers))
    #expect(!ParameterBounds.numbers("0.4"..."0.6").lie(within: Self.numbers))
    #expect(ParameterBounds.oneOf([.number("0.5"), .number("0.6")]).lie(within: Self.numbers))
    #expect(!ParameterBounds.oneOf([.number("0.8")]).lie(within: Self.numbers))
    #expect(ParameterBounds.oneOf([.category("low")]).lie(within: Self.words))
    #expect(!Self.words.lie(within: .oneOf([.category("low")])))
    #expect(!Self.numbers.lie(within: .oneOf([.number("0.5"), .number("0.7")])))
    #expect(ParameterBounds.numbers(1...1).lie(within: .oneOf([1])))
  }

  @Test func `marks are read, written and said`() throws {
    let rule = Self.rule(open: Self.numbers)
    let again = try JSONDocument(rule.json.prettyText).read(Rule.self)
    #expect(again == rule)
    #expect(again.parameters[0].bounds == Self.numbers)
    #expect(again.steps.map(\.isOpen) == [true])
    #expect(Self.numbers.text(in: .indonesian, of: rule) == "0,5 s.d. 0,7")
    #expect(Self.words.text(in: .english, of: rule) == "Low or High")
    #expect(
      ParameterBounds.oneOf([true, false]).text(in: .indonesian, of: rule) == "ya atau tidak")
  }

  @Test(arguments: [
    #"{"from": "0.7", "through": "0.5"}"#, #"{"from": "0.5"}"#, "{}",
    #"{"from": "0.5", "through": "0.7", "oneOf": [1]}"#,
  ])
  func `bounds of no shape are refused with an example`(text: String) {
    let error = #expect(throws: InvalidInput.self) {
      try JSONDocument(text).read(ParameterBounds.self)
    }
    #expect(error?.problems.map(\.code) == ["rules.bounds-shape"])
  }

  @Test(arguments: [
    (ParameterBounds.oneOf([]), "rules.bounds-empty"), (.oneOf([true]), "rules.type-mismatch"),
    (.numbers("0.1"..."0.2"), "rules.value-outside-bounds"),
  ])
  func `a rule is checked for bounds that do not fit its value`(
    bounds: ParameterBounds, code: String
  ) {
    let problems = Self.rule(open: bounds).check(on: SmallRule.day)
    #expect(problems.all.map(\.code) == [code])
    #expect(problems.all.map(\.place.path.description) == ["parameters.weight.open"])
    #expect(problems.hasErrors == (code != "rules.value-outside-bounds"))
  }

  @Test func `an open value may change over time within its bounds`() {
    #expect(Self.rule(open: Self.numbers).check(on: "2026-07-01").isEmpty)
  }

  private static func rule(open bounds: ParameterBounds) -> Rule {
    let step = RuleStep(
      "answer", LocalizedText(id: "Jawaban", en: "Answer"), formula: "x * weight"
    ).openToRegions
    let plain = SmallRule.rule(steps: [step])
    return Rule(
      plain.id, version: plain.version, plain.title, effective: plain.effective,
      sources: plain.sources, scales: plain.scales,
      parameters: plain.parameters.map { $0.open(within: bounds) }, inputs: plain.inputs,
      lists: plain.lists, steps: plain.steps)
  }
}
