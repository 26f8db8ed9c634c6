import KinerjaCore
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

/// The rules of appraisal, one after the other, and one crowd under all of them.
@Suite struct NationalAppraisalTests {
  @Test func `every day has one rule of appraisal, and none overlaps or leaves a gap`() throws {
    let book = RuleBook.nationalAppraisal
    #expect(try RuleBook(book.rules).warnings.all == [])
    #expect(try RuleBook(RuleBook.national.rules).warnings.all == [])
    var day: Day = "2013-12-31"
    while day < "2026-12-31" {
      #expect(book.inForce(on: day).count == 1, "\(day)")
      day = try #require(day.next)
    }
    #expect(book.inForce(on: "2040-01-01").map(\.id) == ["id.permenpanrb.6-2022"])
    for (one, next) in zip(book.rules, book.rules.dropFirst()) {
      #expect(next.rule.supersedes == [one.id])
      #expect(one.effective.through?.next == next.effective.from)
    }
  }

  /// A person of whom everything is known that any of the rules asks for.
  static func person(
    mark: Ratio, quality: Ratio, rating: CategoryID, behaviour: CategoryID
  ) -> RuleInputs {
    RuleInputs(
      values: [
        "additionalTasks": 0, "creativity": .category("none"), "behaviourValue": .number(mark),
        "highLeadership": false, "usesColleagues": false, "newIdea": false, "skpValue": 100,
        "result": .category(rating), "behaviour": .category(behaviour), "leadsUnit": false,
      ],
      lists: [
        "traits": Array(repeating: ["mark": .number(mark)], count: 8),
        "behaviours": Array(repeating: ["mark": .number(mark)], count: 5),
        "tasks": [
          [
            "target.quantity": 10, "realised.quantity": 10, "target.quality": 100,
            "realised.quality": .number(quality), "target.time": 12, "realised.time": 12,
          ]
        ],
      ])
  }

  // By hand. 2011: 0.6 · (100 + q + 76) / 3 + 0.4 · m; 2021: B and B with C are 100 or with K 100,
  // with SK 80, 0.7 · value + 0.3 · m.
  @Test func `one crowd is scored under every rule of appraisal in one call`() throws {
    let crowd = [
      Self.person(mark: 80, quality: 90, rating: "as-expected", behaviour: "as-expected"),
      Self.person(mark: 95, quality: 100, rating: "above", behaviour: "above"),
      Self.person(mark: 50, quality: 40, rating: "below", behaviour: "below"),
    ]
    let found = RuleBook.nationalAppraisal.results(of: crowd, on: "2026-12-31")
    let categories = try found.map { results in
      #expect(results.reasons == nil, "\(results.rule)")
      return try #require(results.results).map { try $0.get().category?.text }
    }
    #expect(
      categories == [
        ["good", "very-good", "bad"],
        ["good", "very-good", "fair"],
        ["good", "good", "fair"],
        ["good", "very-good", "very-poor"],
      ])
    let numbers = try found.dropFirst().prefix(2).map {
      try $0.results?.map { try $0.get().number }
    }
    #expect(numbers[0] == ["85.2", "93.2", "63.2"])
    #expect(numbers[1] == [94, "98.5", 71])
    let alone = try RuleBook([.pp30Of2019]).results(of: crowd, on: "2021-12-31")
    #expect(try alone[0].results?.map { try $0.get().number } == [94, "98.5", 85])
  }

  @Test func `what changed from law to law is said in words`() {
    let rules = RuleBook.nationalAppraisal.rules
    let diffs = zip(rules, rules.dropFirst()).map { RuleDiff(from: $0, to: $1) }
    for language in Language.allCases {
      for change in diffs.flatMap(\.changes) { #expect(!change.sentence(in: language).isEmpty) }
    }
    let english = diffs.map { $0.text(in: .english) }
    #expect(english[0].contains("- “Base value” is added: 76 (Perka BKN 1/2013)\n"))
    for sentence in [
      "“Weight of work targets”: 0.6 (PP 46/2011) → 0.7 (PP 30/2019, Pasal 41)",
      "“Lower limit of Very good”: 91 (Perka BKN 1/2013) → 110 (PP 30/2019, Pasal 41)",
      "“Lower limit of Poor”: 51 (Perka BKN 1/2013) → 50 (PP 30/2019, Pasal 41, assumed)",
    ] {
      #expect(english[1].contains("- \(sentence)\n"))
    }
    #expect(english[2].contains("score is taken out; it was: Performance score\n"))
    #expect(
      diffs[1].text(in: .indonesian).contains(
        "“Bobot SKP”: 0,6 (PP 46/2011) → 0,7 (PP 30/2019, Pasal 41)"))
  }

  // The table of public code, without order: SB B B stands at the limit.
  @Test func `the categories of three aspects are those of the table`() throws {
    let words: [Character: CategoryID] = [
      "S": "very-good", "B": "good", "C": "fair", "K": "poor", "k": "very-poor",
    ]
    let table: [CategoryID: String] = [
      "very-good": "SSS SSB",
      "good": "SBB SSC SSK SBC BBB BBC",
      "fair":
        "SSk SBK SBk SCC SCK SCk SKK SKk BBK BBk BCC BCK BCk BKK CCC CCK",
      "poor": "Skk BKk Bkk CCk CKK CKk Ckk KKK KKk",
      "very-poor": "Kkk kkk",
    ]
    // Achievements that give the categories.
    let achieved: [CategoryID: Ratio] = [
      "very-good": 105, "good": 100, "fair": 90, "poor": 70, "very-poor": 30,
    ]
    let scorer = try ScoringRule.permenPANRB8Of2021.compiled(on: "2021-12-31")
    var seen: Set<String> = []
    for (category, combinations) in table {
      for combination in combinations.split(separator: " ") {
        seen.insert(String(combination.sorted()))
        // In this order and backwards.
        for letters in [Array(combination), combination.reversed()] {
          let values = letters.map { words[$0].flatMap { achieved[$0] } ?? 0 }
          let score = try scorer.score(
            RuleInputs(
              values: ["highLeadership": false],
              lists: [
                "tasks": [
                  [
                    "target.quantity": 100, "realised.quantity": .number(values[0]),
                    "target.quality": 100, "realised.quality": .number(values[1]),
                    "target.cost": 100, "realised.cost": .number(try 200 - values[2]),
                  ]
                ]
              ]))
          let found = score.derivation.steps(of: "tasks", element: 0).first { $0.id == "category" }
          #expect(found?.result == .category(category), "\(combination)")
        }
      }
    }
    #expect(seen.count == 35)
  }

  @Test func `plans that serve one plan of the superior are counted`() {
    #expect(PlanAlignment.counts(superiorPlans: ["a", nil, "a", "b", nil]) == [2, 1, 2, 1, 1])
    #expect(PlanAlignment.counts(superiorPlans: []) == [])
  }

  @Test func `what is recalled, inferred or chosen is assumed and open, and nothing else is`() {
    for rule in RuleBook.nationalAppraisal.rules + [.pp30Of2019] {
      for parameter in rule.rule.parameters {
        let isAssumed = parameter.values.contains { $0.source.standing == .assumed }
        #expect((parameter.bounds != nil) == isAssumed, "\(rule): \(parameter.id)")
      }
    }
  }

  // The page is made from the rules' own parameters, and renewed like the other files.
  @Test func `the page of figures says what the rules say`() throws {
    let page = NationalFigures.page(of: RuleBook.nationalAppraisal.rules + [.pp30Of2019])
    let path = "Documentation/Kinerja.docc/NationalFigures.md"
    #expect(try NationalFiles.recorded(page, in: path) == page)
  }
}
