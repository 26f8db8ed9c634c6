import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct PolicyVectorsReadingTests {
  struct Broken: Sendable, CustomTestStringConvertible {
    let text: String
    let code: String
    let line: Int
    var testDescription: String { code }
  }

  static func file(
    _ item: String = #""expect": { "category": "fair" }"#, top: String = "",
    format: String = "kinerja-policy-tests/1", on: String = #""on": "2026-06-30""#
  ) -> String {
    """
    { "format": "\(format)",
      "rule": { "id": "example", "version": "1" }, \(top)
      "defaults": { \(on) },
      "cases": [
        { "name": "a", \(item) }
      ] }
    """
  }

  @Test(arguments: [
    Broken(text: file(format: "kinerja-policy-tests/2"), code: "policy.format", line: 1),
    Broken(text: file(top: #""caes": [],"#), code: "definition.unknown-key", line: 2),
    Broken(text: file(on: ""), code: "policy.no-day", line: 5),
    Broken(text: file(#""expects": { "a": 1 }"#), code: "definition.misspelt-key", line: 5),
    Broken(text: file(#""expect": {}"#), code: "policy.nothing-expected", line: 5),
    Broken(text: file(#""source": "p. 3""#), code: "policy.check", line: 5),
    Broken(text: file(#""expect": { "score": 76.5 }"#), code: "policy.loose-number", line: 5),
    Broken(
      text: file(#""expect": { "score": 9007199254740993 }"#), code: "policy.loose-number", line: 5),
    Broken(text: file(#""expect": { "score": 1e3 }"#), code: "policy.loose-number", line: 5),
    Broken(
      text: file(#""tolerance": "-0.1", "expect": { "score": 1 }"#), code: "policy.tolerance",
      line: 5),
    Broken(text: file(#""expect": { "sc ore": 1 }"#), code: "policy.path", line: 5),
    Broken(
      text: file(#""expect": { "score": 1, "at": "x" }"#), code: "definition.missing-key", line: 5),
    Broken(
      text: file(#""expect": { "trace": { "grade": { "egde": 1 } } }"#),
      code: "definition.misspelt-key", line: 5),
    Broken(
      text: file(#""property": { "from": 0, "to": 1, "step": 1, "of": "score" }"#),
      code: "policy.claim", line: 5),
    Broken(
      text: file(#""property": { "bounded": "x", "from": 0, "to": 1, "step": 1, "of": "score" }"#),
      code: "policy.bounds", line: 5),
    Broken(
      text: file(
        #""property": { "symmetric": ["x"], "from": 0, "to": 1, "step": 1, "of": "score" }"#),
      code: "policy.two-inputs", line: 5),
    Broken(
      text: file(#""property": { "monotone": "x", "from": 0, "to": 1, "of": "score" }"#),
      code: "policy.points", line: 5),
    Broken(
      text: file(
        #""property": { "monotone": "x", "from": 0, "to": 1, "step": "1/9999999", "of": "score" }"#),
      code: "policy.point-count", line: 5),
    Broken(
      text: file(
        #""property": { "monotone": "x", "from": 0, "to": 1, "step": 0, "of": "score" }"#),
      code: "policy.point-count", line: 5),
  ])
  func `what is wrong with a file is named with its place`(example: Broken) throws {
    let error = #expect(throws: InvalidInput.self) {
      try PolicyVectors(reading: example.text, file: "broken.json")
    }
    let problem = try #require(error?.problems.first)
    #expect(problem.code == example.code)
    #expect(problem.place.line == example.line)
    #expect(problem.place.column != nil && problem.place.file == "broken.json")
  }

  @Test func `everything wrong is told at once`() {
    let error = #expect(throws: InvalidInput.self) {
      try PolicyVectors(
        reading: """
          { "format": "kinerja-policy-tests/1", "rule": { "id": "example" },
            "cases": [
              { "name": "a", "expect": { "score": 1.5 } },
              { "name": "b", "expect": { "category": "so so" }, "extra": 1 } ] }
          """)
    }
    #expect(
      error?.problems.map(\.code).sorted() == [
        "core.identifier-character", "definition.missing-key", "definition.unknown-key",
        "policy.loose-number",
      ])
  }

  @Test(arguments: ["x", "tasks[0].value", "tasks[12].realised.time"])
  func `the path of an input reads as it is written`(text: String) {
    #expect(InputPath(text)?.description == text)
  }

  @Test(arguments: [
    "", "tasks[", "tasks[0]", "tasks[-1].x", "tasks[0]x", "a b", "tasks[x].y", "tasks[+1].x",
    "tasks[01].x", "tasks[-0].x", "tasks[].x", "tasks[99999999999999999999].x",
  ])
  func `what is no path is refused`(text: String) { #expect(InputPath(text) == nil) }

  @Test func `a number that other systems may change is written as text, and reads back`() throws {
    let vectors = PolicyVectors(
      for: .init("rule", version: "1"), defaults: PolicyDefaults(on: "2026-01-01"),
      cases: [
        PolicyCase(
          "large",
          inputs: ["x": .number(9_007_199_254_740_993), "y": .number(9_007_199_254_740_992)],
          .person(PolicyExpectation(category: "good")))
      ])
    #expect(vectors.json.prettyText.contains(#""x": "9007199254740993", "y": 9007199254740992"#))
    #expect(try PolicyVectors(reading: vectors.json.prettyText) == vectors)
  }
}
