import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

/// One rule with every construct of the language, reckoned by hand.
@Suite struct EveryConstructTests {
  static let day: Day = "2026-07-01"
  static let source = LegalSource("Perwali 1/2020", article: "Pasal 2", standing: .region)
  static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }

  static func scale(_ id: ScaleID, _ categories: CategoryID...) -> CategoryScale {
    CategoryScale(id, text(id.text), worstToBest: categories.map { .init($0, text($0.text)) })
  }

  static let tables = [
    RuleTable(
      "line", text("Line"), .points([.init(0, 0), .init(50, 60), .init(100, 80)], outside: .clamp)),
    RuleTable(
      "pieces", text("Pieces"),
      .pieces([
        .init(0, below: "limit"), .init(40, to: 90, from: "limit", through: 60),
        .init(100, above: 60),
      ])),
    RuleTable(
      "tax", text("Tax"),
      .marginalRates([.init(from: 0, rate: "0.1"), .init(from: 100, rate: "0.2")])),
    RuleTable(
      "ramp", text("Ramp"), .averageRates([.init(from: 0, rate: 0), .init(from: 100, rate: "0.1")])),
    RuleTable(
      "named", text("Named"), .rows(by: "role", [.init("peer", 3), .init("boss", 7)])),
    RuleTable(
      "cells", text("Cells"),
      .grid(
        rowsBy: "role", columnsBy: nil, columns: [1, 2],
        [.init("peer", ["poor", "good"]), .init("boss", ["good", "good"])]),
      giving: "grade"),
  ]

  static let steps: [RuleStep] = [
    RuleStep("byLine", text("Line"), formula: "lookup(line, x)"),
    RuleStep("byPiece", text("Piece"), formula: "lookup(pieces, x)"),
    RuleStep("byTax", text("Tax"), formula: "lookup(tax, x * 2) + lookup(ramp, x)"),
    RuleStep("byName", text("Name"), formula: "lookup(named, role)"),
    RuleStep("byCell", text("Cell"), formula: "lookup(cells, role, 2)", giving: "grade"),
    RuleStep(
      "raters", text("Raters"), ratings: "ratings.mark", by: "ratings.by", weightsTotal: 1,
      rounded: DecimalRounding(places: 2, .halfUp),
      whenMissing: .dropAndRescale(minimumShare: "0.5")
    ) {
      RaterGroup("peer", weight: "weight.peer", atLeast: 3, .trimmedMean(dropping: 1))
      RaterGroup("boss", weight: "1 - weight.peer", .median)
    },
    RuleStep(
      "year", text("Year"), periods: "parts.own", by: "parts.part",
      .weighted(["s1": "0.25", "s2": "0.75"], total: 1)),
    RuleStep(
      "served", text("Served"), periods: "parts.own", by: "parts.part", .byTime("parts.days")),
    RuleStep(
      "way", text("Way"), rounded: DecimalRounding(places: 1, .halfEven),
      whenMissing: .substitute(5, source: source)
    ) {
      StepVariant("usual", text("Usual"), formula: "x / y")
      StepVariant(
        "new", text("New"), when: "agreed", unless: "x > 90", overrides: ["usual"],
        .weightedMean([.init("x", weight: 1), .init("y", weight: 2)], total: nil), source: source)
    },
    RuleStep(
      "kept", text("Kept"), formula: "z",
      whenMissing: .carryForward(withinDays: 366, source: source)),
    RuleStep(
      "total", text("Total"),
      weightedMean: [
        .init("raters", weight: "0.4"), .init("way", weight: "0.4"), .init("kept", weight: "0.2"),
      ], weightsTotal: 1),
    RuleStep("band", text("Band"), bandsOf: "total", giving: "grade") {
      Band("poor", below: "limit * 2")
      Band("good", from: "limit * 2")
    },
    RuleStep(
      "grade", text("Grade"), rows: "band", columns: "byCell", giving: "grade",
      CategoryMatrix(
        columns: ["poor", "good"], rows: ["poor": ["poor", "poor"], "good": ["poor", "good"]]),
      whenMissing: .lowestBand(source: source)),
  ]

  static let rule = ScoringRule(
    Rule(
      "every", version: "1", text("Every"), effective: "2026-01-01/..", sources: [source],
      scales: [
        scale("grade", "poor", "good"), scale("role", "peer", "boss"),
        CategoryScale(
          "part", text("Part"), categories: [.init("s1", text("S1")), .init("s2", text("S2"))]),
      ],
      parameters: [
        RuleParameter("weight.peer", text("Weight"), .number("0.6"), "2026-01-01/..", source).open(
          within: .numbers("0.5"..."0.7")),
        RuleParameter(
          "limit", text("Limit"),
          [.init(10, "2026-01-01/2026-06-30", source), .init(20, "2026-07-01/..", source)]),
      ], tables: tables,
      inputs: [
        RuleInput("x", text("X"), decimals: 1, within: 0...100, isRequired: true),
        RuleInput("y", text("Y")), RuleInput("z", text("Z")),
        RuleInput("agreed", text("Agreed"), .flag),
        RuleInput("role", text("Role"), .category(of: "role")),
      ],
      lists: [
        RuleList(
          "ratings", text("Ratings"),
          fields: [
            RuleInput("by", text("By"), .category(of: "role")), RuleInput("mark", text("Mark")),
          ], steps: []),
        RuleList(
          "parts", text("Parts"),
          fields: [
            RuleInput("part", text("Part"), .category(of: "part")),
            RuleInput("points", text("Points")), RuleInput("days", text("Days")),
          ],
          steps: [
            RuleStep(
              "own", text("Own"), formula: "min(points, 100)",
              whenMissing: .substitute(50, source: source))
          ]),
      ], steps: steps.map { $0.id == "way" ? $0.openToRegions : $0 }),
    score: "total", category: "grade", shown: DecimalRounding(places: 1, .halfUp))

  static let inputs = RuleInputs(
    values: ["x": 40, "y": 10, "agreed": true, "role": .category("peer")],
    lists: [
      "ratings": [
        ["by": .category("peer"), "mark": 100], ["by": .category("peer"), "mark": 60],
        ["by": .category("boss"), "mark": 90], ["by": .category("peer"), "mark": 70],
        ["by": .category("peer")], ["by": .category("boss"), "mark": 81],
      ],
      "parts": [
        ["part": .category("s2"), "points": 130, "days": 30],
        ["part": .category("s1"), "days": 90],
      ],
    ], earlier: ["kept": EarlierValue(30, on: "2025-12-31")],
    evidence: ["x": Evidence("Laporan")])

  // Each by hand:
  // line 40/50 · 60; pieces 40 + (40 - 20)/(60 - 20) · 50; tax of 80 at 0.1 is 8, and 40 at the
  // average rate 0.04 is 1.6; peers 60, 70, 100 without the ends 70, bosses 85.5, so
  // 0.6 · 70 + 0.4 · 85.5; halves 50 and 100 weighed 1 : 3, and by days 90 : 30; (40 + 2 · 10)/3;
  // 0.4 · 76.2 + 0.4 · 20 + 0.2 · 30.
  @Test func `every step is as reckoned by hand`() throws {
    let found = try Self.rule.compiled(on: Self.day).score(Self.inputs).derivation
    let good = RuleValue.category("good")
    let values: KeyValuePairs<StepID, RuleValue> = [
      "byLine": 48, "byPiece": 65, "byTax": .number("9.6"), "byName": 3, "byCell": good,
      "raters": .number("76.2"), "year": .number("87.5"), "served": .number("62.5"), "way": 20,
      "kept": 30, "total": .number("44.48"), "band": good, "grade": good,
    ]
    for (step, value) in values { #expect(found[step]?.result == value, "\(step)") }
    let shares: KeyValuePairs<StepID, Ratio> = [
      "byTax": 1, "raters": 1, "year": "0.75", "served": "0.25", "way": 1, "kept": 0,
      "total": "0.8", "grade": "0.8",
    ]
    for (step, share) in shares { #expect(found[step]?.measuredShare == share, "\(step)") }
  }

  @Test func `rule, inputs and derivation survive files, and the copy proves itself`() throws {
    let rule = Self.rule
    let again = try JSONDocument(rule.json.prettyText).read(ScoringRule.self)
    #expect(again == rule)
    #expect(again.json.canonicalBytes == rule.json.canonicalBytes)
    let score = try again.compiled(on: Self.day).score(
      try JSONDocument(Self.inputs.json.prettyText).read(RuleInputs.self))
    #expect(score == (try rule.compiled(on: Self.day).score(Self.inputs)))
    let copy = try JSONDocument(score.derivation.json.prettyText).read(Derivation.self)
    #expect(copy == score.derivation && copy.verify().isEmpty)
    for language in Language.allCases {
      #expect(
        copy.lines(in: language).map(\.sentence)
          == score.derivation.lines(in: language).map(\.sentence))
    }
  }

  @Test(arguments: ["poor", "good"] as [CategoryID])
  func `what would give another category does give it`(wanted: CategoryID) throws {
    let scorer = try Self.rule.compiled(on: Self.day)
    var inputs = Self.inputs
    if wanted == "good" { inputs["x"] = 0 }
    let score = try scorer.score(inputs)
    let own = try #require(score.category)
    #expect(own != wanted)
    let explanation = try score.explain(why: own, not: wanted)
    #expect(!explanation.changes.isEmpty)
    for change in explanation.changes {
      var changed = inputs
      changed[change.input] = change.to
      #expect(try scorer.score(changed).category == wanted, "\(change.input)")
    }
  }

  // MARK: - What fooled it once

  @Test func `a conflict in a step that nobody asks for stops a crowd as it does one person`()
    throws
  {
    let both = RuleStep("side", Self.text("Side")) {
      StepVariant("one", Self.text("One"), when: "x > 10", formula: "1")
      StepVariant("other", Self.text("Other"), when: "x < 20", formula: "2")
    }
    let rule = LinterTests.rule(
      inputs: [LinterTests.number("x")], score: nil, LinterTests.whole(of: "x"), both)
    let scorer = try rule.compiled(on: "2026-01-01")
    let people = RuleColumns(count: 3, ["x": .numbers([5, 15, 25] as [Int32])])
    let scores = try scorer.scores(of: people)
    #expect(throws: InvalidInput.self) { try scorer.score(["x": 15]) }
    #expect(scores.refusedCount == 1)
    #expect((0..<3).map { scores.category(of: $0) } == ["poor", nil, "poor"])
  }

  @Test func `a long way through steps is no deep one`() throws {
    let count = 2_000
    var steps = [LinterTests.step("s0", "x")]
    for index in 1..<count {
      steps.append(
        LinterTests.step(try StepID("s\(index)"), FormulaText("s\(index - 1) + 0.01")))
    }
    let last = try StepID("s\(count - 1)")
    let rule = ScoringRule(
      Rule(
        "long", version: "1", Self.text("Long"), effective: "2026-01-01/..", sources: [],
        scales: [], parameters: [], inputs: [LinterTests.number("x")], lists: [], steps: steps),
      score: last)
    let scorer = try rule.compiled(on: "2026-01-01")
    #expect(try scorer.score(["x": 1]).number == "20.99")
    let people = RuleColumns(count: 2, ["x": .numbers([1, 2] as [Int32])])
    #expect(try scorer.scores(of: people).sum(of: last)?.exact == "42.98")
  }

  // Each step names the one before it twice: 2^40 ways lead to the first.
  @Test(arguments: ["x", "7"])
  func `steps that are used twice over keep nobody waiting`(first: FormulaText) throws {
    var steps = [LinterTests.step("s0", first)]
    for index in 1...40 {
      steps.append(
        LinterTests.step(
          try StepID("s\(index)"), FormulaText("0.5 * s\(index - 1) + 0.5 * s\(index - 1)")))
    }
    let rule = ScoringRule(
      Rule(
        "twice", version: "1", Self.text("Twice"), effective: "2026-01-01/..", sources: [],
        scales: [], parameters: [], inputs: [LinterTests.number("x")], lists: [], steps: steps),
      score: "s40")
    let codes = try rule.lint(on: "2026-01-01").map(\.code)
    #expect(codes.contains(first == "x" ? "lint.counted-twice" : "lint.unused-input"))
    #expect(try rule.compiled(on: "2026-01-01").score(["x": 7]).number == 7)
  }

  @Test func `a rule of a book passes over what another rule's steps gave before`() throws {
    var inputs: RuleInputs = ["x": 60, "more": 1]
    inputs.evidence = ["x": Evidence("A"), "more": Evidence("B")]
    inputs.earlier = ["elsewhere": EarlierValue(1, on: "2025-12-31")]
    let rule = LinterTests.rule(inputs: [LinterTests.number("x")], LinterTests.whole(of: "x"))
    let found = try RuleBook([rule]).results(of: [inputs], on: "2026-01-01")
    #expect(try found[0].results?[0].get().category == "fair")
  }

  // 45.123 is good since twice as much is; its bands are not held against 45.123 itself.
  @Test func `bands of another figure do not lengthen the score`() throws {
    let rule = LinterTests.rule(
      inputs: [LinterTests.number("x", decimals: 3)], score: "score",
      LinterTests.step("score", "x"), LinterTests.whole(of: "score * 2"))
    let score = try rule.compiled(on: "2026-01-01").score(["x": .number("45.123")])
    #expect(score.category == "good")
    #expect(score.numberText(in: .english) == "45.12" && score.numberNote(in: .english) == nil)
  }

  @Test func `a category is called by the scale of its own input`() throws {
    func scale(_ id: ScaleID, _ name: String) -> CategoryScale {
      CategoryScale(
        id, Self.text(id.text),
        worstToBest: [.init("a", Self.text("\(name) a")), .init("b", Self.text("\(name) b"))])
    }
    let rule = ScoringRule(
      Rule(
        "two", version: "1", Self.text("Two"), effective: "2026-01-01/..", sources: [],
        scales: [scale("first", "First"), scale("second", "Second")], parameters: [],
        inputs: [RuleInput("last", Self.text("Last"), .category(of: "second"))], lists: [],
        steps: [
          RuleStep(
            "grade", Self.text("Grade"), formula: "if last = \"a\" then \"a\" else \"b\"",
            giving: "first")
        ]), category: "grade")
    let score = try rule.compiled(on: "2026-01-01").score(["last": .category("a")])
    #expect(
      try score.explain(why: "a", not: "b").sentences(in: .english).first
        == "Last must change from Second a to Second b.")
  }
}
