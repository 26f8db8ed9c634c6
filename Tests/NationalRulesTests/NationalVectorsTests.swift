import Foundation
import KinerjaCore
import NationalRules
import Testing
import WeightedScoring

/// The vectors that the package ships, with which a system in any language holds itself to the
/// same figures.
@Suite struct NationalVectorsTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Vectors")

  static func vectors(_ name: String) throws -> PolicyVectors {
    try PolicyVectors(contentsOf: folder.appendingPathComponent("\(name).json").path)
  }

  @Test(arguments: [
    "id.pp.46-2011", "id.pp.46-2011.edges", "id.permenpanrb.6-2022", "id.permenpanrb.6-2022.edges",
  ])
  func `the national rules do what the vectors ask`(name: String) throws {
    try Self.vectors(name).verify(.national)
  }

  @Test(arguments: [ScoringRule.pp46Of2011, .permenPANRB6Of2022])
  func `the edges in the files are those that the rule has now`(rule: ScoringRule) throws {
    let edges = try Self.vectors(rule.id.text).edges(of: rule)
    #expect(try Self.vectors("\(rule.id).edges") == edges)
  }

  @Test(arguments: [ScoringRule.pp46Of2011, .permenPANRB6Of2022])
  func `no way of a rule is left untested`(rule: ScoringRule) throws {
    let cases = try Self.vectors(rule.id.text)
    let edges = try Self.vectors("\(rule.id).edges")
    let all = PolicyVectors(
      for: cases.rule, defaults: cases.defaults,
      cases: cases.cases
        + edges.cases.filter { edge in cases.cases.allSatisfy { $0.name != edge.name } })
    #expect(try all.coverage(of: rule).untaken.map(\.english) == [])
  }

  // The example on the page of the format is run as it stands there.
  @Test func `the example of the documentation passes`() throws {
    let page = Self.folder.deletingLastPathComponent().appendingPathComponent(
      "Documentation/Kinerja.docc/PolicyVectorFormat.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let example = try #require(text.split(separator: "```json").dropFirst().first)
    let json = try #require(example.split(separator: "```").first)
    try PolicyVectors(reading: String(json), file: "PolicyVectorFormat.md").verify(.national)
  }
}
