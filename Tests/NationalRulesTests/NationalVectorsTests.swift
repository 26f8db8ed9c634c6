import Foundation
import KinerjaCore
import NationalRules
import Testing
import WeightedScoring

/// The vectors that the package ships, with which a system in any language holds itself to the
/// same figures.
@Suite struct NationalVectorsTests {
  @Test(arguments: RuleBook.national.rules)
  func `a rule does what the cases worked by hand ask`(rule: ScoringRule) throws {
    try NationalFiles.cases(of: rule).verify(.national)
  }

  @Test(arguments: RuleBook.national.rules)
  func `the edges in the file are those that the rule has now`(rule: ScoringRule) throws {
    let edges = try NationalFiles.cases(of: rule).edges(of: rule).json.prettyText
    let path = "Vectors/\(rule.id).edges.json"
    let recorded = try NationalFiles.recorded(edges, in: path)
    #expect(recorded == edges)
    try PolicyVectors(reading: recorded, file: path).verify(.national)
  }

  @Test(arguments: RuleBook.national.rules)
  func `no way of a rule is left untested`(rule: ScoringRule) throws {
    let cases = try NationalFiles.cases(of: rule)
    let edges = try PolicyVectors(
      contentsOf: NationalFiles.vectors.appendingPathComponent("\(rule.id).edges.json").path)
    let all = cases.merging(edges)
    let untaken = try all.coverage(of: rule).untaken.map(\.english)
    #expect(untaken == [])
  }

  @Test func `every file of vectors belongs to a rule of the book`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: NationalFiles.vectors.path)
    let known = RuleBook.national.rules.flatMap { ["\($0.id).json", "\($0.id).edges.json"] }
    #expect(Set(names.filter { $0.hasSuffix(".json") }).subtracting(known) == [])
  }

  // The example on the page of the format is run as it stands there.
  @Test func `the example of the documentation passes`() throws {
    let page = NationalFiles.package.appendingPathComponent(
      "Documentation/Kinerja.docc/PolicyVectorFormat.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let example = try #require(text.split(separator: "```json").dropFirst().first)
    let json = try #require(example.split(separator: "```").first)
    try PolicyVectors(reading: String(json), file: "PolicyVectorFormat.md").verify(.national)
  }
}
