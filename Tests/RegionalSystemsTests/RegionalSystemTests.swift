import KinerjaCore
import NationalRules
import RegionalSystems
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct RegionalSystemTests {
  static let systems: [RegionalSystem] = [.kendari]

  @Test(arguments: systems)
  func `every text has both languages, every fact a source, every gap a word`(
    system: RegionalSystem
  ) {
    let texts =
      [system.name, system.region] + system.facts.map(\.statement) + system.assumptions
    #expect(texts.allSatisfy { !$0.isIncomplete })
    #expect(!system.facts.isEmpty && !system.assumptions.isEmpty)
    #expect(system.facts.allSatisfy { $0.source.standing == .region })
    #expect(system.resultRules.count == 1)
  }

  @Test(arguments: ["2022-01-01", "2026-12-31"] as [Day])
  func `the rules of Kendari compile, the older one as of its last day`(day: Day) throws {
    let kendari = RegionalSystem.kendari
    for use in kendari.rules { #expect(try use.scorer(on: day).warnings.isEmpty) }
    #expect(try kendari.rules[0].scorer(on: day).day == day)
    #expect(try kendari.rules[1].scorer(on: day).day == "2021-06-30")
    #expect(try kendari.rules[1].scorer(on: "2012-01-01").day == "2014-01-01")
    #expect(try kendari.rules[1].scorer(on: "2018-05-05").day == "2018-05-05")
  }

  @Test func `a result is never computed by a rule that does not hold`() {
    #expect(throws: InvalidInput.self) {
      try RegionalSystem.kendari.rules[0].scorer(on: "2021-12-31")
    }
  }

  @Test func `one person of Kendari, by the result and by the comparison`() throws {
    let result = try RegionalSystem.kendari.rules[0].scorer(on: "2026-12-31").score([
      "result": .category("above"), "behaviour": .category("above"),
    ])
    #expect(result.categoryLabel?.indonesian == "Sangat Baik")
    let comparison = try RegionalSystem.kendari.rules[1].scorer(on: "2026-12-31").score([
      "additionalTasks": 0, "creativity": .category("none"), "behaviourValue": 90,
      "tasks": [
        [
          "target.quantity": 12, "realised.quantity": 12, "target.quality": 100,
          "realised.quality": 95, "target.time": 12, "realised.time": 12,
        ]
      ],
    ])
    // (100 + 95 + 76) / 3 = 90.333…; 0.6 · 90.333… + 0.4 · 90 = 90.2.
    #expect(comparison.number == "90.2")
    #expect(comparison.categoryLabel?.indonesian == "Baik")
  }
}
