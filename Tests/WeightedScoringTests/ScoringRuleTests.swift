import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct ScoringRuleTests {
  static let source = LegalSource("Perwali 1/2020", standing: .region)
  static let grade = CategoryScale(
    "grade", LocalizedText(id: "Predikat", en: "Grade"),
    worstToBest: [
      .init("low", LocalizedText(id: "Rendah", en: "Low")),
      .init("high", LocalizedText(id: "Tinggi", en: "High")),
    ])

  static func rule(
    version: String = "1", effective: DayRange = "2026-01-01/..",
    whenMissing: MissingPolicy = .incomplete
  ) -> Rule {
    Rule(
      "r", version: version, LocalizedText(id: "Aturan", en: "Rule"), effective: effective,
      sources: [source], scales: { grade },
      inputs: {
        RuleInput("work", LocalizedText(id: "Hasil kerja", en: "Work"), within: 0...120)
        RuleInput("behaviour", LocalizedText(id: "Perilaku", en: "Behaviour"))
      },
      steps: {
        RuleStep(
          "total", LocalizedText(id: "Nilai", en: "Total"),
          weightedMean: [.init("work", weight: "0.6"), .init("behaviour", weight: "0.4")],
          weightsTotal: 1, whenMissing: whenMissing)
        RuleStep(
          "grade", LocalizedText(id: "Predikat", en: "Grade"), bandsOf: "total", giving: "grade"
        ) {
          Band("low", below: 76)
          Band("high", from: 76)
        }
      })
  }

  static let day: Day = "2026-05-05"

  @Test func `a score carries number, category, text and derivation`() throws {
    let scorer = try ScoringRule(Self.rule(), score: "total", category: "grade").compiled(
      on: Self.day)
    let score = try scorer.score(["work": .number("93.86"), "behaviour": .number("82.5")])
    #expect(score.number == "89.316")
    #expect(score.numberText(in: .indonesian) == "89,32")
    #expect(score.categoryLabel == LocalizedText(id: "Tinggi", en: "High"))
    #expect(score.derivation["total"]?.result == .number("89.316"))
    #expect(score.rule.categories == Self.grade)
    #expect(score.result.isComplete)
    #expect(scorer.warnings.isEmpty)
  }

  @Test func `a crowd and a person get the same, and one bad person harms no other`() throws {
    let scorer = try ScoringRule(Self.rule(), score: "total", category: "grade").compiled(
      on: Self.day)
    let crowd: [RuleInputs] = [
      ["work": 80, "behaviour": 70], ["work": 80], ["work": 500, "behaviour": 1], ["werk": 1],
      ["work": 76, "behaviour": 76],
    ]
    let results = try scorer.results(of: crowd)
    for (inputs, result) in zip(crowd, results) {
      switch result {
      case .success(let found): #expect(try scorer.score(inputs).result == found)
      case .failure(let error):
        #expect(throws: error) { try scorer.score(inputs) }
      }
    }
    let first = try results[0].get()
    #expect(first.number == 76 && first.category == "high")
    #expect(try results[1].get().missing == .needs("behaviour"))
    #expect(throws: InvalidInput.self) { try results[2].get() }
    #expect(throws: InvalidInput.self) { try results[3].get() }
  }

  @Test func `a term may be left out where the rule allows, and the share is told`() throws {
    let rule = ScoringRule(
      Self.rule(whenMissing: .dropAndRescale(minimumShare: "0.5")), score: "total",
      category: "grade")
    let scorer = try rule.compiled(on: Self.day)
    let half = try scorer.score(["work": 80])
    #expect(half.number == 80 && half.category == "high" && half.measuredShare == "0.6")
    let little = try scorer.score(["behaviour": 80])
    #expect(little.number == nil && little.missing == .tooLittleMeasured("0.4"))
    #expect(try scorer.score(["work": 80, "behaviour": 70]).measuredShare == 1)
  }

  @Test func `outputs that do not exist or are of another type are refused`() throws {
    func codes(_ rule: ScoringRule) -> [String] {
      do {
        _ = try rule.compiled(on: Self.day)
        return []
      } catch { return error.problems.map(\.code) }
    }
    #expect(
      codes(ScoringRule(Self.rule(), score: "totl", category: "none")) == [
        "scoring.unknown-output", "scoring.unknown-output",
      ])
    #expect(codes(ScoringRule(Self.rule())) == ["scoring.no-output"])
    #expect(
      codes(ScoringRule(Self.rule(), score: "total", further: ["grade", "ttal"])) == [
        "scoring.unknown-output"
      ])
    #expect(
      codes(ScoringRule(Self.rule(), score: "grade", category: "total")) == [
        "scoring.score-not-number", "scoring.category-not-category",
      ])
  }

  @Test func `a scoring rule passes through JSON`() throws {
    let rule = ScoringRule(Self.rule(), score: "total", category: "grade")
    let again = try JSONDocument(rule.json.prettyText).read(ScoringRule.self)
    #expect(again == rule)
  }

  @Test func `a rule book finds the version of a day and refuses two for one`() throws {
    let old = ScoringRule(
      Self.rule(version: "1", effective: "2020-01-01/2025-12-31"), score: "total")
    let new = ScoringRule(Self.rule(version: "2", effective: "2026-01-01/.."), score: "total")
    let book = try RuleBook([old, new])
    #expect(book.rule("r", on: "2025-12-31")?.version == "1")
    #expect(book.rule("r", on: "2026-01-01")?.version == "2")
    #expect(book.rule("r", on: "2019-12-31") == nil)
    #expect(book.versions(of: "r").count == 2)
    let error = #expect(throws: InvalidInput.self) { try RuleBook([old, new, new]) }
    #expect(
      error?.problems.map { "\($0.place) \($0.code)" } == ["rules[2] scoring.overlapping-versions"])
  }

  @Test func `every kind of problem is worded in both languages`() {
    let all = WeightedScoringDiagnostics.all
    #expect(all.flatMap(\.faults) == [])
    #expect(Set(all.map(\.code)).count == all.count)
  }
}
