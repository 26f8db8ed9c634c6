import Foundation
import NationalRules
import Testing
import WeightedScoring

/// The page on known properties, held to what the linter finds.
@Suite struct KnownPropertiesTests {
  static let page: String = {
    let path = "Documentation/Kinerja.docc/KnownProperties.md"
    return
      (try? String(contentsOf: NationalFiles.package.appendingPathComponent(path), encoding: .utf8))
      ?? ""
  }()

  /// The steps and inputs of which the linter says something, as recorded.
  static func findings(on rule: ScoringRule) throws -> [String] {
    let file = NationalFiles.golden.appendingPathComponent("Lint/\(rule.id).txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let path = line.split(separator: " ").dropFirst().first?.dropLast() ?? ""
      return path.firstRange(of: "steps.").map { String(path[$0.upperBound...]) }
        ?? path.firstRange(of: "inputs.").map { String(path[$0.upperBound...]) } ?? String(path)
    }
  }

  /// The part of the page whose heading names a rule.
  static func section(on rule: ScoringRule) -> Substring? {
    page.split(separator: "\n### ").first { part in
      part.prefix { $0 != "\n" }.contains("`\(rule.id)`")
    }
  }

  @Test(arguments: RuleBook.national.rules)
  func `every finding has its sentence, and a rule without one stands among the clean`(
    rule: ScoringRule
  ) throws {
    let row = Self.page.split(separator: "\n").filter { $0.hasPrefix("| `\(rule.id)` |") }
    #expect(row.count == 1)
    let findings = try Self.findings(on: rule)
    if findings.isEmpty {
      let clean = Self.page.split(separator: "\n### ").first {
        $0.hasPrefix("Rules in which nothing was found")
      }
      let isNamed = [clean, Self.section(on: rule)].contains {
        $0?.contains("`\(rule.id)`") == true
      }
      #expect(isNamed)
    } else {
      let section = try #require(Self.section(on: rule))
      for name in findings { #expect(section.contains("`\(name)`"), "\(name)") }
    }
  }
}
