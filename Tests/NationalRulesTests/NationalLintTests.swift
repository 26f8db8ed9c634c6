import KinerjaCore
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

/// What the linter finds in national law, from the formulas alone.
@Suite struct NationalLintTests {
  // The findings in the files were read one by one; a new one is read before it is recorded.
  @Test(arguments: RuleBook.national.rules)
  func `the linter finds what is recorded, and nothing else`(rule: ScoringRule) throws {
    let day = try NationalFiles.example(of: rule).day
    let findings = try rule.lint(on: day).map { "\($0.severity) \($0.sentence(in: .english))\n" }
    let path = "Tests/Golden/Lint/\(rule.id).txt"
    #expect(try NationalFiles.recorded(findings.joined(), in: path) == findings.joined())
  }

  // Just above a saving of 24 per cent the formula of Perka BKN 1/2013 gives less than at 24.
  @Test func `PP 46 falls just above a saving of 24 per cent`() throws {
    let findings = try ScoringRule.pp46Of2011.lint(on: "2015-06-30")
    let warnings = findings.filter { $0.severity == .warning }
    let leaps = warnings.filter { $0.code == "lint.not-monotone" }
    let steps: [DiagnosticValue] = [.text("formula.time"), .text("formula.cost")]
    #expect(leaps.map { $0.diagnostic.values["step"] } == steps)
    // A target or a cost that stands alone leaves the task incomplete, as it should.
    let others = warnings.filter { !leaps.contains($0) }
    #expect(others.map(\.code) == ["lint.missing-unhandled", "lint.missing-unhandled"])
    #expect(others.allSatisfy { $0.path.description.hasSuffix(".cost") })
    let scorer = try ScoringRule.pp46Of2011.compiled(on: "2015-06-30")
    let found = try warnings[0].people.map { person in
      let steps = try scorer.score(person).derivation.steps(of: "tasks", element: 0)
      return ["efficiency.time", "time"].map { id in steps.first { $0.id == id }?.result.number }
    }
    #expect(Set(found.map(\.[0])) == [24, "24.01"])
    #expect(Set(found.map(\.[1])) == [100, "75.99"])
  }

  @Test func `targets of nought and what was not done are all else to note about PP 46`() throws {
    let notes = try ScoringRule.pp46Of2011.lint(on: "2015-06-30").filter { $0.severity == .note }
    #expect(Set(notes.map(\.code)) == ["lint.division-by-zero", "lint.jump"])
    #expect(
      Set(notes.compactMap { $0.diagnostic.values["divisor"] }) == [
        .text("tasks.target.quantity"), .text("tasks.target.quality"), .text("tasks.target.time"),
        .text("tasks.target.cost"),
      ])
  }

  @Test func `the nine cells are clean`() throws {
    #expect(try ScoringRule.permenPANRB6Of2022.lint(on: "2025-12-31") == [])
  }

  // PermenPANRB 8/2021, value of an indicator: printed in whole per cent of achievement.
  static func conversion(rounded: DecimalRounding?) -> ScoringRule {
    ScoringRule(
      Rule(
        "id.permenpanrb.8-2021.category", version: "1",
        LocalizedText(id: "Kategori capaian", en: "Category of achievement"),
        effective: "2021-07-01/2021-12-31", sources: [LegalSource("PermenPANRB 8/2021")],
        scales: [Predikat.scale], parameters: [],
        inputs: [
          RuleInput("realised", LocalizedText(id: "Realisasi", en: "Realised"), within: 0...1000),
          RuleInput("target", LocalizedText(id: "Target", en: "Target"), within: 1...1000),
        ], lists: [],
        steps: [
          RuleStep(
            "achievement", LocalizedText(id: "Capaian", en: "Achievement"),
            formula: "realised / target * 100", rounded: rounded),
          RuleStep(
            "category", LocalizedText(id: "Kategori", en: "Category"), bandsOf: "achievement",
            giving: "predikat"
          ) {
            Band("very-poor", from: 0, through: 59)
            Band("poor", from: 60, through: 79)
            Band("needs-improvement", from: 80, through: 99)
            Band("good", from: 100, through: 100)
            Band("very-good", from: 101)
          },
        ]), category: "category")
  }

  @Test func `PermenPANRB 8 of 2021 has holes, each shown by somebody in it`() throws {
    let rule = Self.conversion(rounded: nil)
    let found = try rule.lint(on: "2021-12-31").filter { $0.code == "lint.hole" }
    #expect(found.count == 4)
    let scorer = try rule.compiled(on: "2021-12-31")
    let numbers = try found.map {
      try #require(scorer.score($0.people[0]).derivation["achievement"]?.result.number)
    }
    #expect(
      zip(numbers, [59...60, 79...80, 99...100, 100...101] as [ClosedRange<Ratio>])
        .allSatisfy { $1.contains($0) && $0 != $1.lowerBound && $0 != $1.upperBound })
  }

  @Test func `rounding first closes the holes, and moves people, which is said`() throws {
    let found = try Self.conversion(rounded: DecimalRounding(places: 0, .halfUp))
      .lint(on: "2021-12-31")
    #expect(!found.contains { $0.code == "lint.hole" })
    #expect(found.filter { $0.severity == .warning } == [])
  }
}
