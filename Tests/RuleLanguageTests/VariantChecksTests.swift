import KinerjaCore
import RuleLanguage
import Testing

/// What is said of variants before anybody is scored.
@Suite struct VariantChecksTests {
  static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }

  struct Pair: Sendable, CustomTestStringConvertible {
    let one: String?
    let other: String?
    let found: [String]
    init(_ one: String?, _ other: String?, _ found: String...) {
      self.one = one
      self.other = other
      self.found = found
    }
    var testDescription: String { "\(one ?? "always") | \(other ?? "always")" }
  }

  static func codes(_ variants: [StepVariant]) -> [String] {
    let step = RuleStep("rate", text("Rate"), .variants(variants))
    return SmallRule.rule(steps: [step]).check(on: SmallRule.day).all.map(\.code)
  }

  @Test(arguments: [
    // Proven: one holds whenever the other does.
    Pair(nil, nil, "rules.variants-conflict"),
    Pair(nil, "x > 5", "rules.variants-conflict"),
    Pair("agreed", "agreed", "rules.variants-conflict"),
    Pair("x > 5", "x > 6", "rules.variants-conflict"),
    Pair("x > 5", "5 < x and agreed", "rules.variants-conflict"),
    Pair("grade != \"low\"", "grade = \"high\"", "rules.variants-conflict"),
    Pair("not (agreed or x > 5)", "x <= 5 and not agreed", "rules.variants-conflict"),
    // Refuted.
    Pair("agreed", "not agreed"),
    Pair("x >= 5", "x < 5"),
    Pair("x > 5", "x <= 5 and agreed"),
    Pair("x = 5", "x != 5"),
    Pair("x >= 0.5", "weight > x"),
    Pair("grade = \"low\"", "grade = \"high\""),
    Pair("agreed and x > 5", "agreed = false"),
    Pair("x + y > 5", "x + y <= 5"),
    // Neither.
    Pair("x >= 5", "x <= 5", "rules.variants-may-conflict"),
    Pair("x > 5", "y > 5", "rules.variants-may-conflict"),
    Pair("agreed or x > 5", "x > 7", "rules.variants-may-conflict"),
  ])
  func `a conflict is proven, refuted, or left open`(_ pair: Pair) {
    let variants = [("one", pair.one), ("other", pair.other)].map { name, when in
      StepVariant(
        try! VariantID(name), Self.text(name), when: when.map { FormulaText($0) }, formula: "1")
    }
    #expect(Self.codes(variants) == pair.found)
    #expect(Self.codes(variants.reversed()) == pair.found)
  }

  @Test func `a third that overrides both where both hold settles it`() {
    let one = StepVariant("one", Self.text("One"), when: "agreed", formula: "1")
    let other = StepVariant("other", Self.text("Other"), when: "x > 5", formula: "2")
    #expect(Self.codes([one, other]) == ["rules.variants-may-conflict"])
    let both = StepVariant(
      "both", Self.text("Both"), when: "agreed and x > 5", overrides: ["one", "other"],
      formula: "3")
    #expect(Self.codes([one, other, both]) == [])
    let some = StepVariant(
      "some", Self.text("Some"), when: "agreed and x > 7", overrides: ["one", "other"],
      formula: "3")
    #expect(Self.codes([one, other, some]) == ["rules.variants-may-conflict"])
  }

  @Test(
    arguments: [
      ([], ["rules.no-variants"]),
      (
        [
          StepVariant("a", text("A"), when: "agreed", overrides: ["b"], formula: "1"),
          StepVariant("b", text("B"), when: "x > 1", overrides: ["a"], formula: "1"),
        ], ["rules.variant-cycle"]
      ),
      ([StepVariant("a", text("A"), overrides: ["a"], formula: "1")], ["rules.variant-cycle"]),
      ([StepVariant("a", text("A"), overrides: ["b"], formula: "1")], ["rules.unknown-variant"]),
      (
        [
          StepVariant("a", text("A"), when: "agreed", formula: "1"),
          StepVariant("a", text("A"), unless: "agreed", formula: "1"),
        ], ["rules.duplicate-name"]
      ),
      ([StepVariant("a", text("A"), when: "x", formula: "1")], ["rules.type-mismatch"]),
      ([StepVariant("a", text("A"), unless: "z > 1", formula: "1")], ["rules.unknown-name"]),
      ([StepVariant("a", text("A"), when: "rate > 1", formula: "1")], ["rules.cycle"]),
      (
        [
          StepVariant("a", text("A"), when: "agreed", formula: "1"),
          StepVariant("b", text("B"), unless: "agreed", formula: "true"),
        ], ["rules.type-mismatch"]
      ),
      (
        [StepVariant("a", text("A"), .variants([StepVariant("b", text("B"), formula: "1")]))],
        ["rules.variants-in-variant"]
      ),
      (
        [
          StepVariant("a", text("A"), formula: "1"),
          StepVariant("b", text("B"), overrides: ["a"], formula: "1"),
        ], ["rules.variant-never-taken"]
      ),
    ] as [([StepVariant], [String])])
  func `what is wrong is named`(_ variants: [StepVariant], _ codes: [String]) {
    #expect(Self.codes(variants) == codes)
  }

  @Test func `problems in a file have their line`() throws {
    let text = """
      {
        "id": "rate", "title": {"id": "Tarif", "en": "Rate"},
        "variants": [
          {"id": "general", "title": {"id": "Umum", "en": "General"}, "formula": "10"},
          {"id": "remote", "title": {"id": "Terpencil", "en": "Remote"}, "when": "x >= 80 and z",
           "overrides": ["generel"], "formula": "20"}
        ]
      }
      """
    let step = try JSONDocument(text).read(RuleStep.self)
    let problems = SmallRule.rule(steps: [step]).check(on: SmallRule.day).all
    #expect(problems.map(\.code) == ["rules.unknown-variant", "rules.unknown-name"])
    #expect(
      problems[0].sentence(in: .english)
        == "steps.rate.variants.remote.overrides[0]: the step has no variant generel; did "
        + "you mean general?")
    #expect(problems[1].place.line == 5)
    #expect(problems[1].place.column == 89)
  }

  @Test(arguments: [
    (#"{"id": "r", "title": {"id": "R", "en": "R"}, "variants": [{"id": "a"}]}"#, "title"),
    (
      #"{"id": "r", "title": {"id": "R", "en": "R"}, "formula": "1", "variants": []}"#,
      "exactly one of"
    ),
    (
      #"{"id": "r", "title": {"id": "R", "en": "R"}, "formula": "1", "by": "x"}"#,
      "\"by\" is not known"
    ),
  ])
  func `a broken file says what is wrong`(_ text: String, _ part: String) {
    let error = #expect(throws: InvalidInput.self) { try JSONDocument(text).read(RuleStep.self) }
    #expect(
      error?.problems.contains { $0.sentence(in: .english).contains(part) } == true,
      "\(error?.problems.map { $0.sentence(in: .english) } ?? [])")
  }
}
