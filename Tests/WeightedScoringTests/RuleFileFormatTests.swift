import Foundation
import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

/// The examples on the page of the format, as they stand there.
@Suite struct RuleFileFormatTests {
  static func example(_ position: Int) throws -> JSONDocument {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Documentation/Kinerja.docc/RuleFileFormat.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let blocks = text.split(separator: "```json").dropFirst()
    let block = try #require(blocks.dropFirst(position).first?.split(separator: "```").first)
    return try JSONDocument(Array(block.utf8), file: "RuleFileFormat.md")
  }

  static func rule() throws -> ScoringRule { try example(0).read(ScoringRule.self) }

  static let ratings: [RuleRecord] = [
    ["role": .category("superior"), "value": 85], ["role": .category("peer"), "value": 70],
    ["role": .category("peer"), "value": 80], ["role": .category("peer"), "value": 95],
  ]

  // Work 0.4 · 90.5 + 0.6 · 100 = 96.2; behaviour 0.6 · 85 + 0.4 · 80 = 83; together 90.92;
  // 35 minutes above an hour cost 0.35; 3 100 000 · 90.57 %.
  @Test func `the rule scores the person of the page`() throws {
    let document = try Self.example(1)
    let reader = DefinitionReader()
    let person = try #require(RuleInputs(document.root, passingOver: "name", reader))
    let scorer = try Self.rule().compiled(on: "2027-12-31")
    #expect(scorer.warnings.all == [])
    let score = try scorer.score(person)
    #expect(score.number == 2_807_670)
    #expect(score.category == "good")
    #expect(score.measuredShare == 1)
    #expect(score.derivation.verify() == [])
  }

  // Work 64; the superior alone 85; together 72.4; 60 · 0.01 + 30 · 0.03 = 1.5;
  // 2 500 000 · 70.9 % · 1.2.
  @Test func `an outer island, a long lateness and a missing peer`() throws {
    var person: RuleInputs = ["jobClass": 7, "late": 150, "remote": .flag(true)]
    person.lists = [
      "semesters": [
        ["period": .category("s1"), "attainment": 70],
        ["period": .category("s2"), "attainment": 60],
      ],
      "ratings": Array(Self.ratings.prefix(2)),
    ]
    let score = try Self.rule().compiled(on: "2027-12-31").score(person)
    #expect(score.number == 2_127_000)
    #expect(score.category == "poor")
    #expect(score.measuredShare < 1)
  }

  @Test func `the reform changes the weight within the bounds of the rule`() throws {
    let reform = try Self.example(2).read(Reform.self)
    let diff = try RuleDiff(from: Self.rule(), to: Self.rule().applying(reform))
    #expect(diff.text(in: .english).contains("0.7"))
  }

  @Test func `coverage names rows of tables`() throws {
    let vectors = try PolicyVectors(
      reading: """
        { "format": "kinerja-policy-tests/1", "rule": { "id": "example.allowance", "version": "1" },
          "defaults": { "on": "2027-12-31" },
          "cases": [ { "name": "a", "input": {
            "jobClass": 8, "late": 95, "remote": false,
            "semesters": [ { "period": "s1", "attainment": 90 }, { "period": "s2", "attainment": 95 } ],
            "ratings": [ { "role": "superior", "value": 85 } ] },
            "expect": { "category": "good" } } ] }
        """, file: "a.json")
    let rule = try Self.rule()
    try vectors.verify(rule)
    let untaken = try vectors.coverage(of: rule).untaken.map(\.english)
    #expect(untaken.contains("base: row 1"))
    #expect(!untaken.contains("base: row 2"))
    #expect(untaken.contains("deduction: row 1"))
    #expect(!untaken.contains("deduction: row 2"))
    #expect(untaken.contains("amount: variant remote"))
    #expect(!untaken.contains("amount: variant general"))
    #expect(untaken.allSatisfy { !$0.hasSuffix(": ") && !$0.contains(":  ") })
  }
}
