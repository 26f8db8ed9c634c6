import KinerjaCore
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct PermenPANRB6Of2022Tests {
  static let day: Day = "2026-12-31"

  struct Cell: Sendable, CustomTestStringConvertible {
    let result: ExpectationRating
    let behaviour: ExpectationRating
    let predikat: Predikat
    var testDescription: String { "\(result) × \(behaviour) → \(predikat)" }
  }

  // The nine cells as about twelve public implementations have them.
  static let cells: [Cell] = [
    Cell(result: .above, behaviour: .below, predikat: .poor),
    Cell(result: .above, behaviour: .asExpected, predikat: .good),
    Cell(result: .above, behaviour: .above, predikat: .veryGood),
    Cell(result: .asExpected, behaviour: .below, predikat: .poor),
    Cell(result: .asExpected, behaviour: .asExpected, predikat: .good),
    Cell(result: .asExpected, behaviour: .above, predikat: .good),
    Cell(result: .below, behaviour: .below, predikat: .veryPoor),
    Cell(result: .below, behaviour: .asExpected, predikat: .needsImprovement),
    Cell(result: .below, behaviour: .above, predikat: .needsImprovement),
  ]

  func score(_ inputs: RuleInputs) throws -> Score {
    try ScoringRule.permenPANRB6Of2022.compiled(on: Self.day).score(inputs)
  }

  @Test(arguments: cells)
  func `each of the nine cells`(cell: Cell) throws {
    let score = try score([
      "result": .category(cell.result.category), "behaviour": .category(cell.behaviour.category),
    ])
    #expect(score.category.flatMap { Predikat($0) } == cell.predikat)
    #expect(score.number == nil && score.missing == nil)
    #expect(score.derivation.verify() == [])
  }

  @Test func `the cells are all nine, and better ratings never give a worse grade`() {
    #expect(Set(Self.cells.map { "\($0.result)\($0.behaviour)" }).count == 9)
    func rank(_ rating: ExpectationRating) -> Int {
      ExpectationRating.allCases.firstIndex(of: rating) ?? -1
    }
    for one in Self.cells {
      for other in Self.cells
      where rank(one.result) <= rank(other.result)
        && rank(one.behaviour) <= rank(other.behaviour)
      {
        #expect(
          Predikat.scale.isBetter(one.predikat.category, than: other.predikat.category) != true)
      }
    }
  }

  @Test func `the rule is free of errors and warnings from its first day on`() {
    for day: Day in ["2022-01-01", "2026-12-31", "2040-01-01"] {
      #expect(ScoringRule.permenPANRB6Of2022.check(on: day).all == [])
    }
    #expect(ScoringRule.permenPANRB6Of2022.check(on: "2021-12-31").hasErrors)
  }

  struct Leader: Sendable {
    let unit: OrganisationAchievement
    let predikat: Predikat
  }

  @Test(arguments: [
    Leader(unit: .exceptional, predikat: .veryGood), Leader(unit: .good, predikat: .good),
    Leader(unit: .needsImprovement, predikat: .needsImprovement),
    Leader(unit: .poor, predikat: .needsImprovement),
    Leader(unit: .veryPoor, predikat: .needsImprovement),
  ])
  func `who leads a unit has its achievement for a work result`(leader: Leader) throws {
    let score = try score([
      "result": .category("below"), "behaviour": .category("above"), "leadsUnit": true,
      "organisation": .category(leader.unit.category),
    ])
    #expect(score.category == leader.predikat.category)
    // Others are not touched by what their unit achieved.
    let other = try self.score([
      "result": .category("below"), "behaviour": .category("above"), "leadsUnit": false,
      "organisation": .category(leader.unit.category),
    ])
    #expect(other.category == "needs-improvement")
  }

  @Test func `a rating that is not given is named, not guessed`() throws {
    let score = try score(["result": .category("above")])
    #expect(score.category == nil && score.missing == .needs("behaviour"))
    #expect(
      try self.score(["behaviour": .category("above"), "leadsUnit": true]).missing
        == .needs("result.final"))
    #expect(throws: InvalidInput.self) {
      try self.score(["result": .category("abov"), "behaviour": .category("above")])
    }
    #expect(throws: InvalidInput.self) { try self.score(["result": 3]) }
  }

  // Whoever has the achievement of a unit may lead it: what that would change is not guessed.
  @Test(arguments: OrganisationAchievement.allCases, ExpectationRating.allCases)
  func `nobody is taken for no leader where that matters`(
    unit: OrganisationAchievement, result: ExpectationRating
  ) throws {
    let unknown: RuleInputs = [
      "result": .category(result.category), "behaviour": .category("above"),
      "organisation": .category(unit.category),
    ]
    let both = try [true, false].map { leads in
      var known = unknown
      known["leadsUnit"] = .flag(leads)
      return try score(known).derivation["result.final"]?.result
    }
    let found = try score(unknown).derivation["result.final"]?.result
    #expect(found == (both[0] == both[1] ? both[0] : .missing(.needs("leadsUnit"))))
  }

  @Test func `a table of an agency gives the year's achievement of an organisation`() throws {
    let rule = ScoringRule.annualOrganisationAchievement(
      agreement: CategoryScale(
        "agreement", LocalizedText(id: "Capaian PK", en: "Agreement"),
        worstToBest: [
          .init("missed", LocalizedText(id: "Tidak tercapai", en: "Missed")),
          .init("kept", LocalizedText(id: "Tercapai", en: "Kept")),
        ]), expectation: ExpectationRating.scale,
      CategoryMatrix(
        columns: ["below", "as-expected", "above"],
        rows: [
          "kept": ["needs-improvement", "good", "exceptional"],
          "missed": ["very-poor", "poor", "needs-improvement"],
        ]), source: LegalSource("Keputusan contoh", standing: .region))
    #expect(rule.check(on: "2026-12-31").all == [])
    let found = try rule.compiled(on: "2026-12-31").score([
      "agreement": .category("kept"), "expectation": .category("above"),
    ])
    #expect(found.category.flatMap { OrganisationAchievement($0) } == .exceptional)
  }

  @Test func `the derivation is short and legible`() throws {
    let score = try score(["result": .category("above"), "behaviour": .category("as-expected")])
    #expect(
      score.derivation.lines(in: .indonesian).map(\.sentence) == [
        "Hasil kerja yang dipakai: karena “Memimpin unit” tidak diisi dan "
          + "(“Capaian kinerja organisasi” tidak diisi atau di atas ekspektasi = "
          + "Hasil kerja dari capaian unit), di atas ekspektasi",
        "Predikat kinerja: Hasil kerja yang dipakai di atas ekspektasi, "
          + "Perilaku kerja sesuai ekspektasi → Baik",
      ])
    #expect(score.categoryLabel == LocalizedText(id: "Baik", en: "Good"))
  }
}

@Suite struct NationalRuleBookTests {
  @Test func `the rule book may hold its rules, and finds them by day`() throws {
    _ = try RuleBook(RuleBook.national.rules)
    #expect(RuleBook.national.rule("id.pp.46-2011", on: "2019-12-31")?.version == "1")
    #expect(RuleBook.national.rule("id.pp.46-2011", on: "2021-07-01") == nil)
    #expect(RuleBook.national.rule("id.permenpanrb.6-2022", on: "2026-06-30") != nil)
  }

  @Test(arguments: RuleBook.national.rules)
  func `every rule passes through a file, and every text has both languages`(
    rule: ScoringRule
  ) throws {
    #expect(try JSONDocument(rule.json.prettyText).read(ScoringRule.self) == rule)
    let last = rule.effective.through ?? rule.effective.from
    #expect(rule.check(on: last).all == [])
  }

  @Test func `the law's words of the scales are complete`() {
    for scale in [Predikat.scale, ExpectationRating.scale, OrganisationAchievement.scale] {
      #expect(scale.categories.allSatisfy { !$0.label.isIncomplete })
    }
    #expect(Predikat(CategoryID("good")) == .good && Predikat(CategoryID("fair")) == nil)
  }
}
