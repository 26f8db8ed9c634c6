import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct EdgeCasesTests {
  static let base: RuleInputs = ["target": 10, "work": 8, "conduct": 90]

  @Test func `there are cases below, on and above every edge`() throws {
    let rule = ExampleRule.rule()
    let edges = try PolicyVectors.edges(of: rule, on: "2026-06-30", from: [Self.base])
    try edges.verify(rule)
    // With work 8 the achievement is 800 / target, capped from 6.66… on; the score is 0.6 of it
    // and 36: good up to 10.909…, which rounding to 80.00 lifts to 10.91; fair through 20 exactly.
    #expect(
      edges.cases.map(\.name) == [
        "target = 0, achieved, grade, score",
        "target = 0.01, achieved, grade, score",
        "target = 6.66, achieved", "target = 6.67, achieved",
        "target = 10.91, grade", "target = 10.92, grade",
        "target = 19.99, grade", "target = 20, grade",
        "target = 20.01, grade", "work = 11.99, achieved",
        "work = 12, achieved", "work = 12.01, achieved",
      ])
    func category(_ target: String) -> PolicyExpectation.Value? {
      let item = edges.cases.first { $0.name.hasPrefix("target = \(target),") }
      guard case .person(let expectation) = item?.check else { return nil }
      return expectation.category
    }
    #expect(category("10.91") == .value(.category("good")))
    #expect(category("10.92") == .value(.category("fair")))
    #expect(category("20") == .value(.category("fair")))
    #expect(category("20.01") == .value(.category("poor")))
    #expect(category("0") == .value(.missing(.needs("score"))))
    #expect(try PolicyVectors(reading: edges.json.prettyText) == edges)
    #expect(try edges == PolicyVectors.edges(of: rule, on: "2026-06-30", from: [Self.base]))
  }

  // An edge moved by a hundredth, and an edge that changes sides, do not pass.
  @Test func `the cases notice an edge that moves or changes sides`() throws {
    let edges = try PolicyVectors.edges(
      of: ExampleRule.rule(), on: "2026-06-30",
      from: [Self.base, ["target": 10, "work": 10, "conduct": 50]])
    #expect(edges.isSatisfied(by: ExampleRule.rule()))
    #expect(!edges.isSatisfied(by: ExampleRule.rule(goodFrom: "80.01")))
    #expect(!edges.isSatisfied(by: ExampleRule.rule(goodFrom: "79.99")))
    #expect(!edges.isSatisfied(by: ExampleRule.rule(isClosed: false)))
  }

  @Test func `without a person there is nothing to start from`() throws {
    let vectors = try ExampleRule.vectors(
      #"{ "name": "a", "input": { "work": -1 }, "expect": { "error": "rules.input-range" } }"#)
    let error = #expect(throws: InvalidInput.self) { try vectors.edges(of: ExampleRule.rule()) }
    #expect(error?.problems.map(\.code) == ["policy.no-base"])
  }

  @Test func `coverage names the ways that no case takes`() throws {
    let rule = ExampleRule.rule()
    let vectors = try ExampleRule.vectors(PolicyVectorsTests.passing)
    let coverage = try vectors.coverage(of: rule)
    #expect(coverage.text(in: .english) == "7 of 7 ways are tested\n")
    let one = try ExampleRule.vectors(#"{ "name": "a", "expect": { "category": "fair" } }"#)
    #expect(
      try one.coverage(of: rule).untaken.map(\.english) == [
        "achieved: part 1 of min decides", "grade: 80 ≤ x", "grade: x < 60",
        "cap: value from 1 January 2027",
      ])
  }
}
