import Foundation
import KinerjaCore
import RuleLanguage
import Testing

@Suite struct RuleDefinitionTests {
  static let text = """
    {
      "id": "small", "version": "1", "title": { "id": "Aturan", "en": "Rule" },
      "effective": { "from": "2026-01-01" },
      "sources": [{ "instrument": "Perwali 1/2020", "standing": "region" }],
      "scales": [{ "id": "grade", "title": { "id": "Predikat", "en": "Grade" },
        "worstToBest": [
          { "id": "low", "label": { "id": "Rendah", "en": "Low" } },
          { "id": "high", "label": { "id": "Tinggi", "en": "High" } }] }],
      "parameters": [{ "id": "edge", "title": { "id": "Batas", "en": "Edge" },
        "values": [{ "value": "75.5", "effective": { "from": "2026-01-01" },
                     "source": { "instrument": "Perwali 1/2020", "standing": "region" } }] }],
      "inputs": [
        { "id": "x", "title": { "id": "x", "en": "x" }, "type": "number", "from": 0, "through": 120 },
        { "id": "before", "title": { "id": "Lalu", "en": "Before" }, "type": "category", "scale": "grade" }],
      "lists": [{ "id": "tasks", "title": { "id": "Tugas", "en": "Task" },
        "fields": [{ "id": "mark", "title": { "id": "Nilai", "en": "Mark" }, "type": "number" }] }],
      "steps": [
        { "id": "both", "title": { "id": "Gabungan", "en": "Both" },
          "weightedMean": [{ "of": "x", "weight": "0.6" }, { "of": "mean(tasks.mark)", "weight": 0.4 }],
          "weightsTotal": 1, "rounded": { "places": 2, "mode": "half-up" },
          "whenMissing": { "dropAndRescale": "0.5" } },
        { "id": "now", "title": { "id": "Kini", "en": "Now" }, "of": "both", "giving": "grade",
          "bands": [{ "category": "low", "below": "edge" }, { "category": "high", "from": "edge" }] },
        { "id": "final", "title": { "id": "Akhir", "en": "Final" }, "giving": "grade",
          "matrix": { "rowsBy": "before", "columnsBy": "now", "columns": ["low", "high"],
            "rows": [{ "category": "high", "cells": ["low", "high"] },
                     { "category": "low", "cells": ["low", "low"] }] } }]
    }
    """

  @Test func `a rule in a file is read, checked and computed`() throws {
    let rule = try JSONDocument(Self.text).read(Rule.self)
    #expect(rule.check(on: "2026-02-02").all == [])
    let outcome = try CompiledRule(rule, on: "2026-02-02").evaluate([
      "x": 80, "before": .category("high"), "tasks": [["mark": 70], ["mark": 71]],
    ])
    // 0.6 · 80 + 0.4 · 70.5 = 76.2.
    #expect(outcome["both"] == .number("76.2"))
    #expect(outcome["final"] == .category("high"))
  }

  @Test(arguments: ["derivation", "file"])
  func `what is written reads back equal, through files and through coders`(name: String) throws {
    let rule =
      name == "file" ? try JSONDocument(Self.text).read(Rule.self) : DerivationTests.rule
    let again = try JSONDocument(rule.json.prettyText).read(Rule.self)
    #expect(again == rule)
    #expect(again.json.canonicalBytes == rule.json.canonicalBytes)
    #expect(try JSONDecoder().decode(Rule.self, from: JSONEncoder().encode(rule)) == rule)
  }

  @Test func `a key of another body is not passed over, and a number may have an exponent`() throws
  {
    let text = Self.text.replacing("\"of\": \"both\", ", with: "\"of\": 7.62e1, ")
    let rule = try JSONDocument(text).read(Rule.self)
    let outcome = try CompiledRule(rule, on: "2026-02-02").evaluate(["before": .category("high")])
    #expect(outcome["now"] == .category("high"))
    let stray = #"""
      {"id": "s", "title": {"id": "s", "en": "s"}, "formula": "1", "weightsTotal": 1, "of": "x"}
      """#
    let error = #expect(throws: InvalidInput.self) { try JSONDocument(stray).read(RuleStep.self) }
    #expect(error?.problems.map { $0.place.path.description } == ["weightsTotal", "of"])
  }

  @Test func `every fault of a file stands at its line and column`() throws {
    let broken = Self.text
      .replacing("mean(tasks.mark)", with: "mean(tasks.mrk)")
      .replacing("\"of\": \"both\"", with: "\"of\": \"if x = \\\"a\\\" then\"")
      .replacing("\"rowsBy\": \"before\"", with: "\"rowsBy\": \"x\"")
      .replacing(
        "\"Akhir\", \"en\": \"Final\" }, \"giving\": \"grade\"",
        with: "\"Akhir\", \"en\": \"Final\" }, \"giving\": \"grad\"")
    let document = try JSONDocument(broken, file: "rule.json")
    let rule = try document.read(Rule.self)
    let problems = document.placing(
      rule.check(on: "2026-02-02", at: SourcePlace(file: "rule.json")))
    #expect(
      problems.all.map { "\($0.place): \($0.code)" } == [
        "rule.json:22:84: steps.now.of: rules.formula-expected",
        "rule.json:19:70: steps.both.weightedMean[1].of: rules.unknown-name",
        "rule.json:24:75: steps.final.giving: rules.unknown-scale",
        "rule.json:25:30: steps.final.matrix.rowsBy: rules.type-mismatch",
      ])
  }

  @Test func `keys that cannot stand together are named`() throws {
    func codes(_ step: String) -> [String] {
      let reader = DefinitionReader()
      guard let document = try? JSONDocument(step) else { return ["no JSON"] }
      _ = RuleStep(document.root, reader)
      return reader.problems.all.map { "\($0.place.path) \($0.code)" }
    }
    let head = #""id": "s", "title": {"id": "s", "en": "s"}"#
    #expect(codes("{\(head)}") == [" rules.step-body"])
    #expect(codes("{\(head), \"formula\": \"1\", \"bands\": []}") == [" rules.step-body"])
    #expect(codes("{\(head), \"bands\": []}") == [" definition.missing-key"])
    #expect(
      codes(
        "{\(head), \"of\": \"x\", \"bands\": [{\"category\": \"a\", \"from\": 1, \"above\": 1}]}")
        == ["bands[0] rules.band-edges"])
    #expect(
      codes("{\(head), \"formula\": \"1\", \"whenMissing\": \"ignore\"}")
        == ["whenMissing definition.unknown-choice"])
    #expect(
      codes("{\(head), \"formula\": \"1\", \"round\": 2}") == ["round definition.unknown-key"])
  }

  struct Value: Sendable, CustomTestStringConvertible {
    let text: String
    let value: RuleValue
    var testDescription: String { text }
  }

  @Test(arguments: [
    Value(text: "76", value: 76), Value(text: "\"93.86\"", value: .number("93.86")),
    Value(text: "\"1/3\"", value: .number("1/3")), Value(text: "true", value: true),
    Value(text: "\"good\"", value: .category("good")),
    Value(text: "null", value: .missing(.notGiven)),
    Value(text: "{\"category\": \"1\"}", value: .category("1")),
    Value(text: "{\"missing\": \"division-by-zero\"}", value: .missing(.divisionByZero)),
    Value(text: "{\"missing\": \"needs\", \"of\": \"x\"}", value: .missing(.needs("x"))),
    Value(
      text: "{\"missing\": \"too-little-measured\", \"share\": \"0.4\"}",
      value: .missing(.tooLittleMeasured("0.4"))),
  ])
  func `a value reads and writes itself`(example: Value) throws {
    let document = try JSONDocument("[\(example.text)]")
    #expect(try document.read([RuleValue].self) == [example.value])
    #expect(
      try JSONDocument([example.value].json.prettyText).read([RuleValue].self) == [example.value])
  }

  @Test func `a number that is too large to hold is no category`() throws {
    let digits = String(repeating: "9", count: 40)
    for text in [digits, "-\(digits).5", "1/0"] {
      let error = #expect(throws: InvalidInput.self) {
        try JSONDocument("[\"\(text)\"]").read([RuleValue].self)
      }
      let code = error?.problems.first?.code
      #expect(code == (text == "1/0" ? "core.zero-denominator" : "core.large-number"))
    }
    let category = RuleValue.category(try CategoryID(digits))
    #expect(try JSONDocument(category.json.prettyText).read(RuleValue.self) == category)
  }

  @Test func `an object that is no value is refused`() throws {
    for text in ["{}", "{\"missing\": \"needs\"}", "{\"missing\": \"unknown\"}", "[]"] {
      #expect(throws: InvalidInput.self) { try JSONDocument("[\(text)]").read([RuleValue].self) }
    }
  }

  @Test func `what is as usual is left out and not written as null`() {
    let title = LocalizedText(same: "Step")
    let variant = StepVariant("only", title, formula: "1")
    #expect(
      RuleStep("one", title, formula: "1").json == [
        "id": "one", "title": title.json, "formula": "1",
      ])
    #expect(variant.json == ["id": "only", "title": title.json, "formula": "1"])
    #expect(RaterGroup("peer", weight: "1").json == ["role": "peer", "weight": "1"])
  }

  @Test func `inputs read and write themselves`() throws {
    let inputs = DerivationTests.inputs
    #expect(try JSONDocument(inputs.json.prettyText).read(RuleInputs.self) == inputs)
    #expect(throws: InvalidInput.self) { try JSONDocument("[1]").read(RuleInputs.self) }
    #expect(throws: InvalidInput.self) { try JSONDocument("{\"a b\": 1}").read(RuleInputs.self) }
  }
}
