import KinerjaCore
import RuleLanguage
import Testing

@Suite struct DerivationTests {
  static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }

  /// One of everything: a list, a figure over it, a branch, a mean with a gap, a rounding, bands,
  /// a matrix, a substitution.
  static let rule = SmallRule.rule(steps: [
    RuleStep("average", text("Average"), formula: "mean(tasks.value)"),
    RuleStep(
      "bonus", text("Bonus"), formula: "if agreed and average >= 80 then weight * 10 else 0"),
    RuleStep(
      "blend", text("Blend"),
      weightedMean: [.init("average", weight: 3), .init("x", weight: 1), .init("y", weight: 1)],
      rounded: DecimalRounding(places: 1, .halfUp),
      whenMissing: .dropAndRescale(minimumShare: "0.6")),
    RuleStep(
      "extra", text("Extra"), formula: "y * 2",
      whenMissing: .substitute(5, source: LegalSource("Perwali 9/2021", standing: .region))),
    RuleStep("total", text("Total"), formula: "blend + bonus + extra"),
    RuleStep("grade.now", text("Grade now"), bandsOf: "total", giving: "grade") {
      Band("low", below: 80)
      Band("high", from: 80, through: 200)
    },
    RuleStep(
      "final", text("Final"), rows: "grade", columns: "grade.now", giving: "grade",
      CategoryMatrix(
        columns: ["low", "high"], rows: ["high": ["low", "high"], "low": ["low", "low"]])),
  ])

  static let inputs: RuleInputs = [
    "x": 70, "agreed": true, "grade": .category("high"),
    "tasks": [["target": 4, "realised": 3], ["target": 3, "realised": 3]],
  ]

  func derivation(_ inputs: RuleInputs = Self.inputs) throws -> Derivation {
    try CompiledRule(Self.rule, on: SmallRule.day).derive(inputs).derivation
  }

  // By hand: mean 87.5; blend (3·87.5 + 70) / 4 = 83.125 → 83.1 over 4/5 of the weight; bonus 5;
  // extra 5 by substitution; total 93.1.
  @Test func `each step keeps what it used, found and chose`() throws {
    let derivation = try derivation()
    #expect(derivation.steps(of: "tasks", element: 0).map(\.result) == [75])
    #expect(derivation["average"]?.operands.map(\.values) == [[75, 100]])
    let bonus = try #require(derivation["bonus"])
    #expect(bonus.result == 5)
    #expect(bonus.conditions.map(\.text) == ["agreed and average >= 80"])
    #expect(bonus.conditions.map(\.holds) == [true])
    let blend = try #require(derivation["blend"])
    #expect(blend.exact == .number("83.125") && blend.result == .number("83.1"))
    #expect(blend.dropped == [2] && blend.measuredShare == "0.8")
    let extra = try #require(derivation["extra"])
    #expect(
      extra.replacement == .substituted && extra.exact == .missing(.needs("y")) && extra.result == 5
    )
    #expect(extra.measuredShare == 0)
    #expect(derivation["total"]?.result == .number("93.1"))
    guard case .band(let band, let lower, let upper) = derivation["grade.now"]?.choice else {
      Issue.record("no band")
      return
    }
    #expect(band == 1 && lower?.value == 80 && upper?.value == 200)
    #expect(lower?.isClosed == true && upper?.isClosed == true)
    #expect(derivation["final"]?.choice == .cell(row: "high", column: "high"))
    #expect(derivation.parameters.map(\.value.value) == [.number("0.5")])
    #expect(
      derivation.steps.map(\.path).prefix(3) == ["tasks[0].value", "tasks[1].value", "average"])
  }

  @Test func `it prints as sentences in both languages`() throws {
    #expect(
      try derivation().lines(in: .english).map(\.sentence)
        == [
          "Capaian: 3 / 4 × 100 = 75", "Capaian: 3 / 3 × 100 = 100",
          "Average: mean of (75; 100) = 87.5",
          "Bonus: since yes and 87.5 ≥ 80, 0.5 × 10 = 5",
          "Blend: (3 × 87.5 + 1 × 70) / 4 = 83.125, rounded to 1 decimal (half up): 83.1; term 3 "
            + "is missing and left out, share of the weight measured 0.8",
          "Extra: Input y is missing; 5 is used (Perwali 9/2021, region's publication)",
          "Total: 83.1 + 5 + 5 = 93.1", "Grade now: 80 ≤ 93.1 ≤ 200 → High",
          "Final: Last grade High, Grade now High → High",
        ].map { $0.replacing("Capaian", with: "Achievement") })
    let indonesian = try derivation().text(in: .indonesian)
    #expect(
      indonesian.contains(
        "  Tugas 2\n    Capaian: 3 / 3 × 100 = 100 [Perwali 1/2020, Pasal 2, publikasi daerah]"))
    #expect(
      indonesian.contains(
        "Bobot: 0,5 — Perwali 1/2020, Pasal 2, publikasi daerah, 1 Januari 2026 s.d. 30 Juni 2026"))
  }

  @Test func `watching changes nothing`() throws {
    let compiled = try CompiledRule(Self.rule, on: SmallRule.day)
    let incomplete: RuleInputs = ["x": 1, "tasks": []]
    for inputs in [Self.inputs, incomplete] {
      let alone = try compiled.evaluate(inputs)
      let watched = try compiled.derive(inputs)
      #expect(alone.values == watched.outcome.values)
      for step in Self.rule.steps {
        #expect(alone.measuredShare(of: step.id) == watched.outcome.measuredShare(of: step.id))
      }
      #expect(watched.derivation.verify() == [])
    }
  }

  @Test func `it passes through JSON to the byte`() throws {
    let derivation = try derivation()
    let again = try JSONDocument(derivation.json.prettyText).read(Derivation.self)
    #expect(again == derivation)
    #expect(again.json.canonicalBytes == derivation.json.canonicalBytes)
    #expect(again.verify() == [])
  }

  struct Forgery: Sendable, CustomTestStringConvertible {
    let path: [DefinitionPath.Component]
    let value: JSONValue
    let found: [String]
    var testDescription: String { DefinitionPath(path).description }
  }

  @Test(arguments: [
    Forgery(
      path: [.key("steps"), .index(4), .key("result")], value: "99", found: ["blend result"]),
    Forgery(path: [.key("steps"), .index(4), .key("exact")], value: "99", found: ["blend exact"]),
    Forgery(
      path: [.key("steps"), .index(4), .key("dropped")], value: [], found: ["blend dropped"]),
    Forgery(
      path: [.key("steps"), .index(4), .key("measuredShare")], value: 1,
      found: ["blend measuredShare"]),
    Forgery(
      path: [.key("steps"), .index(4), .key("terms"), .index(0), .key("weight")], value: 4,
      found: ["blend terms"]),
    Forgery(
      path: [.key("steps"), .index(0), .key("operands"), .index(0), .key("value")], value: 9,
      found: ["tasks[0].value operands"]),
    Forgery(
      path: [.key("steps"), .index(3), .key("conditions"), .index(0), .key("holds")],
      value: false, found: ["bonus conditions"]),
    Forgery(
      path: [.key("steps"), .index(5), .key("replacement")], value: "lowest-band",
      found: ["extra replacement"]),
    Forgery(
      path: [.key("steps"), .index(7), .key("choice"), .key("band")], value: 0,
      found: ["grade.now choice"]),
    Forgery(
      path: [.key("steps"), .index(7), .key("choice"), .key("lower"), .key("value")], value: 90,
      found: ["grade.now choice"]),
    Forgery(
      path: [.key("steps"), .index(8), .key("result")], value: "low", found: ["final result"]),
    Forgery(
      path: [.key("steps"), .index(8), .key("id")], value: "finish",
      found: ["final absent", "finish unexpected"]),
    Forgery(
      path: [.key("inputs"), .key("x")], value: 71,
      found: [
        "- inputs", "blend operands", "blend terms", "blend exact", "blend result",
        "total operands", "total exact", "total result", "grade.now operands",
      ]),
    Forgery(
      path: [.key("rule"), .key("steps"), .index(1), .key("formula")],
      value: "if agreed then weight * 10 else 0",
      found: ["- rule", "bonus operands", "bonus conditions"]),
    Forgery(
      path: [.key("rule"), .key("steps"), .index(1), .key("formula")], value: "agreed +",
      found: ["- rule", "- evaluation"]),
    Forgery(
      path: [.key("ruleDigest")], value: .string(String(repeating: "0", count: 64)),
      found: ["- rule"]),
  ])
  func `a forgery is found where it was made, and where it tells`(forgery: Forgery) throws {
    let forged = try derivation().json.replacing(at: forgery.path[...], with: forgery.value)
    let read = try JSONDocument(forged.prettyText).read(Derivation.self)
    let differences = read.verify()
    #expect(differences.map { "\($0.step ?? "-") \($0.part.rawValue)" } == forgery.found)
    for difference in differences {
      for language in Language.allCases { #expect(!difference.sentence(in: language).isEmpty) }
    }
  }

  @Test func `a step told twice or in another order is found`() throws {
    guard case .object(var members) = try derivation().json,
      case .array(var steps) = members["steps"]
    else {
      Issue.record("no steps")
      return
    }
    func differences(_ changed: [JSONValue]) throws -> [String] {
      members["steps"] = .array(changed)
      let text = JSONValue.object(members).prettyText
      return try JSONDocument(text).read(Derivation.self).verify()
        .map { "\($0.step ?? "-") \($0.part.rawValue)" }
    }
    #expect(try differences(steps + [steps[8]]) == ["final unexpected"])
    #expect(try differences(Array(steps.dropLast())) == ["final absent"])
    steps.swapAt(7, 8)
    #expect(try differences(steps) == ["- unexpected"])
  }
}

extension JSONValue {
  /// The value with another one at a path.
  func replacing(at path: ArraySlice<DefinitionPath.Component>, with value: JSONValue) -> JSONValue
  {
    switch (self, path.first) {
    case (_, nil):
      return value
    case (.object(var members), .key(let key)):
      members[key] = (members[key] ?? .null).replacing(at: path.dropFirst(), with: value)
      return .object(members)
    case (.array(var elements), .index(let index)):
      elements[index] = elements[index].replacing(at: path.dropFirst(), with: value)
      return .array(elements)
    default:
      return self
    }
  }
}
