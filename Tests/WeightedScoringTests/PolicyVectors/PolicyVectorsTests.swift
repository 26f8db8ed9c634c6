import Foundation
import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct PolicyVectorsTests {
  // 2 of 3 is 66.66…; 0.6 · 66.66… + 0.4 · 90 = 76.
  static let passing = """
    { "name": "two of three", "source": "by hand",
      "expect": { "category": "fair", "score": 76, "achieved": "200/3", "score.exact": "76",
        "trace": { "grade": { "edge": "80", "side": "open" } }, "measuredShare": 1,
        "diagnostics": [] } },
    { "name": "on the edge", "input": { "conduct": 100 },
      "expect": { "grade": "good", "trace": { "grade": { "edge": "80", "side": "closed" } } } },
    { "name": "rounded", "input": { "work": 1, "target": 7 },
      "expect": { "score": "44.57", "score.exact": "312/7" } },
    { "name": "near enough", "input": { "work": 1, "target": 7 }, "tolerance": "0.01",
      "expect": { "achieved": "14.28" } },
    { "name": "no target", "input": { "target": 0 },
      "expect": { "category": null, "achieved": { "missing": "division-by-zero" },
        "grade": { "missing": "needs", "of": "score" } } },
    { "name": "nobody asked", "input": { "conduct": null }, "expect": { "grade": null } },
    { "name": "too much", "input": { "conduct": 101 },
      "expect": { "error": "rules.input-range", "at": "conduct" } },
    { "name": "another year", "on": "2027-01-01", "input": { "work": 30 },
      "expect": { "achieved": 110 } },
    { "name": "before the rule", "on": "2025-12-31",
      "expect": { "error": "rules.not-effective" } },
    { "name": "more is never worse",
      "property": { "monotone": "work", "from": 0, "to": 5, "step": "0.01", "of": "category" } },
    { "name": "less target is never worse",
      "property": { "monotone": "target", "direction": "falling", "from": 1, "to": 9,
        "samples": 200, "seed": 7, "of": "score" } },
    { "name": "never over 112", "property": { "bounded": "work", "least": 0, "most": "112",
        "from": 0, "to": 1000, "step": 1, "of": "score" } },
    { "name": "one grade at a time", "property": { "jump": "conduct", "most": 1,
        "from": 0, "to": 100, "step": "0.5", "of": "category" } }
    """

  @Test func `a rule that does what its vectors ask passes in one line`() throws {
    try ExampleRule.vectors(Self.passing).verify(ExampleRule.rule())
  }

  @Test func `vectors pass through a file unchanged`() throws {
    let vectors = try ExampleRule.vectors(Self.passing)
    let again = try PolicyVectors(reading: vectors.json.prettyText)
    #expect(again == vectors)
    #expect(again.cases.count == 13)
  }

  @Test func `a rule book is asked for the version of the day`() throws {
    let book = try RuleBook([ExampleRule.rule()])
    let vectors = try ExampleRule.vectors(
      #"{ "name": "a", "expect": { "category": "fair" } }"#)
    #expect(vectors.run(book).isSatisfied)
    let absent = try ExampleRule.vectors(
      #"{ "name": "a", "on": "2020-01-01", "expect": { "category": "fair" } }"#)
    #expect(absent.run(book).failures.map { $0.differences.map(\.code) } == [["policy.no-rule"]])
  }

  struct Failing: Sendable {
    let expected: String
    let sentence: String
  }

  @Test(arguments: [
    Failing(
      expected: #"{ "category": "good" }"#,
      sentence: "example.json:5:14: cases[0]: category: expected good, found fair; "
        + "correct the rule or the case"),
    Failing(
      expected: #"{ "score": "76.1" }"#,
      sentence: "example.json:5:14: cases[0]: score: expected 76.1, found 76; "
        + "correct the rule or the case; they are 0.1 apart"),
    Failing(
      expected: #"{ "score.exact": "76.1" }"#,
      sentence: "example.json:5:14: cases[0]: score.exact: expected 76.1, found 76; "
        + "correct the rule or the case"),
    Failing(
      expected: #"{ "trace": { "grade": { "edge": "80", "side": "closed" } } }"#,
      sentence: "example.json:5:14: cases[0]: grade.edge: expected 80 closed, "
        + "found 60 closed, 80 open; correct the rule or the case"),
    Failing(
      expected: #"{ "scor": 76 }"#,
      sentence: "example.json:5:14: cases[0]: the rule computes no step scor for these inputs; "
        + "did you mean score?"),
    Failing(
      expected: #"{ "error": "rules.input-range" }"#,
      sentence: "example.json:5:14: cases[0]: error: expected rules.input-range, found –; "
        + "correct the rule or the case"),
    Failing(
      expected: #"{ "diagnostics": ["rules.band-hole"] }"#,
      sentence: "example.json:5:14: cases[0]: diagnostics: expected rules.band-hole, found –; "
        + "correct the rule or the case"),
    Failing(
      expected: #"{ "achieved": null }"#,
      sentence: "example.json:5:14: cases[0]: achieved: expected no value, found 200/3; "
        + "correct the rule or the case"),
  ])
  func `what differs is said with its place`(example: Failing) throws {
    let vectors = try ExampleRule.vectors(#"{ "name": "a", "expect": \#(example.expected) }"#)
    let report = vectors.run(ExampleRule.rule())
    #expect(!vectors.isSatisfied(by: ExampleRule.rule()))
    #expect(
      report.failures.flatMap { $0.differences.map { $0.sentence(in: .english) } } == [
        example.sentence
      ])
  }

  @Test func `a failing case prints its derivation, the differing step marked`() throws {
    let vectors = try ExampleRule.vectors(
      #"{ "name": "good?", "expect": { "category": "good" } }, "#
        + #"{ "name": "fair", "expect": { "category": "fair" } }"#)
    let error = #expect(throws: UnsatisfiedVectors.self) {
      try vectors.verify(ExampleRule.rule())
    }
    #expect(
      error?.description == """
        example.json:5:14: cases[0]: "good?"
          category: expected good, found fair; correct the rule or the case
              Achievement: the smallest of (120; 2 / 3 × 100) = 66.6666…
              Score: 0.6 × 66.6666… + 0.4 × 90 = 76
          >   Grade: 60 ≤ 76 < 80 → Fair
          the case passes with work = 2.2 in place of 2

        example 1: 1 of 2 cases pass

        """)
  }

  @Test func `another version and other bytes are named`() throws {
    func problems(_ rule: PolicyVectors.RuleReference) -> [String] {
      PolicyVectors(for: rule, cases: []).run(ExampleRule.rule()).problems.map(\.code)
    }
    #expect(problems(.init(to: ExampleRule.rule())) == [])
    #expect(problems(.init(to: ExampleRule.rule(goodFrom: "81"))) == ["policy.other-bytes"])
    #expect(problems(.init("example", version: "2")) == ["policy.other-rule"])
    #expect(problems(.init("other", version: "1")) == ["policy.other-rule"])
  }
}

@Suite struct PolicyPropertyTests {
  struct Broken: Sendable {
    let property: String
    let code: String
    let sentence: String
  }

  @Test(arguments: [
    Broken(
      property: #"{ "monotone": "target", "from": 1, "to": 9, "step": 1, "of": "score" }"#,
      code: "policy.not-monotone",
      sentence: "score: from target = 1 to 2 it goes from 108 to 96"),
    Broken(
      property: #"{ "bounded": "work", "most": 100, "from": 0, "to": 9, "step": "0.01", "#
        + #""of": "achieved" }"#, code: "policy.out-of-bounds",
      sentence: "achieved: at work = 3.01 it is 301/3"),
    Broken(
      property: #"{ "jump": "work", "most": 1, "from": 0, "to": 9, "step": 3, "of": "category" }"#,
      code: "policy.jump",
      sentence: "category: from work = 0 to 3 it jumps from poor to good"),
    Broken(
      property:
        #"{ "symmetric": ["work", "target"], "from": 1, "to": 9, "step": 1, "of": "score" }"#,
      code: "policy.not-symmetric",
      sentence: "score: work, target = 1 and 2 give 66, exchanged 108"),
    Broken(
      property: #"{ "monotone": "target", "from": 0, "to": 9, "step": 1, "of": "score" }"#,
      code: "policy.no-value",
      sentence: "score: at target = 0 there is no value: achieved is missing"),
    Broken(
      property: #"{ "monotone": "wrok", "from": 0, "to": 9, "step": 1, "of": "score" }"#,
      code: "policy.unknown-input", sentence: "wrok is no number that the rule asks for"),
  ])
  func `a property that does not hold shows its smallest counterexample`(
    example: Broken
  ) throws {
    let vectors = try ExampleRule.vectors(#"{ "name": "a", "property": \#(example.property) }"#)
    let differences = vectors.run(ExampleRule.rule()).outcomes.flatMap(\.differences)
    #expect(differences.map(\.code) == [example.code])
    #expect(differences.map { $0.message(in: .english) } == [example.sentence])
  }

  // The score falls nowhere but behind 7/1.1; a pair of samples around it closes in on it.
  @Test(arguments: [1, 2, 3])
  func `a sampled counterexample is narrowed by halving`(seed: Int) throws {
    let rule = ExampleRule.rule()
    let vectors = try ExampleRule.vectors(
      """
      { "name": "a", "input": { "work": 7 }, "property": { "monotone": "target", "from": 1,
        "to": 9, "samples": 9, "seed": \(seed), "of": "achieved" } }
      """)
    let difference = try #require(vectors.run(rule).outcomes.first?.differences.first)
    guard case .number(let low)? = difference.values["low"],
      case .number(let high)? = difference.values["high"]
    else {
      Issue.record("no pair")
      return
    }
    #expect(try high - low < "0.000001")
    #expect(difference.code == "policy.not-monotone")
  }

  @Test func `over an exception a value may jump`() throws {
    let claim = #""jump": "conduct", "most": 0, "from": 0, "to": 100, "step": 1, "of": "category""#
    let rule = ExampleRule.rule()
    let without = try ExampleRule.vectors(#"{ "name": "a", "property": { \#(claim) } }"#)
    #expect(!without.isSatisfied(by: rule))
    // 40 + 0.4 x reaches 60 at 50 and 80 at 100.
    let with = try ExampleRule.vectors(
      #"{ "name": "a", "property": { \#(claim), "except": [50, 100] } }"#)
    #expect(with.isSatisfied(by: rule))
  }
}

@Suite struct PolicyReformTests {
  @Test func `a case may change the rule first`() throws {
    let vectors = try ExampleRule.vectors(
      """
      { "name": "as it is", "input": { "work": 9 }, "expect": { "achieved": 120 } },
      { "name": "capped lower", "input": { "work": 9 },
        "reform": [{ "set": "cap", "from": "2026-01-01", "to": "..", "value": 100 }],
        "expect": { "achieved": 100 } },
      { "name": "no such parameter",
        "reform": [{ "set": "cpa", "from": "2026-01-01", "to": "..", "value": 100 }],
        "expect": { "error": "scoring.reform-unknown-parameter" } }
      """)
    try vectors.verify(ExampleRule.rule())
    #expect(try PolicyVectors(reading: vectors.json.prettyText) == vectors)
  }

  // 60 + 0.4 · conduct: 80 needs 50, and with a cap of 80 it needs 80.
  @Test func `a population is counted under the rule and under its reform`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kinerja-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "target,work,conduct,note\n10,10,50,a\n10,10,49.9,b\n10,10,80,c\n10,10,79.9,d\n10,,80,e\n"
      .write(to: folder.appendingPathComponent("staff.csv"), atomically: true, encoding: .utf8)
    func vectors(changed: Int) throws -> PolicyVectors {
      try PolicyVectors(
        reading: """
          { "format": "kinerja-policy-tests/1", "rule": { "id": "example", "version": "1" },
            "defaults": { "on": "2026-06-30" },
            "cases": [
              { "name": "now", "population": "staff.csv",
                "expect": { "persons": 5, "changed": 0, "incomplete": 1,
                  "categories": { "good": 3, "fair": 1, "poor": 0 } } },
              { "name": "lower cap", "population": "staff.csv",
                "reform": [{ "set": "cap", "from": "2026-01-01", "to": "..", "value": 80 }],
                "expect": { "changed": \(changed), "worse": 2, "better": 0 } } ] }
          """, file: folder.appendingPathComponent("vectors.json").path)
    }
    let rule = ExampleRule.rule()
    try vectors(changed: 2).verify(rule)
    #expect(
      try vectors(changed: 3).run(rule).failures.flatMap {
        $0.differences.map { $0.message(in: .english) }
      } == ["changed: expected 3, found 2"])
    let again = try vectors(changed: 2)
    #expect(try PolicyVectors(reading: again.json.prettyText) == again)
  }

  @Test func `a population that is not there is named`() throws {
    let vectors = try ExampleRule.vectors(
      #"{ "name": "a", "population": "nowhere.csv", "expect": { "persons": 1 } }"#)
    #expect(
      vectors.run(ExampleRule.rule()).failures.flatMap { $0.differences.map(\.code) } == [
        "tables.missing-file"
      ])
  }
}
