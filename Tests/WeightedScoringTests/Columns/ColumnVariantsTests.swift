import KinerjaCore
import KinerjaTables
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct ColumnVariantsTests {
  static func text(_ name: String) -> LocalizedText { LocalizedText(same: name) }

  static func scorer(
    _ variants: [StepVariant], whenMissing: MissingPolicy = .incomplete,
    rounded: DecimalRounding? = nil, lists: [RuleList] = [], out: RuleStep? = nil
  ) throws -> Scorer {
    try ScoringRule(
      Rule(
        "test.variants", version: "1", text("Variants"), effective: "2020-01-01/..", sources: [],
        scales: [ColumnRule.grade], parameters: [],
        inputs: [
          ColumnRule.number("x"), ColumnRule.number("y"), RuleInput("f", text("f"), .flag),
        ], lists: lists,
        steps: [
          out
            ?? RuleStep(
              "out", text("Out"), .variants(variants), rounded: rounded, whenMissing: whenMissing),
          RuleStep("band", text("Band"), bandsOf: "out", giving: "grade") {
            Band("low", below: 20)
            Band("middle", from: 20, through: 110)
            Band("high", above: 110)
          },
        ]), score: "out", category: "band"
    ).compiled(on: ColumnRule.day)
  }

  /// Everybody with x and y at and around 0 and 80 and each flag, each missing for some.
  static let people: RuleColumns = {
    let numbers: [Int16?] = [-1, 0, 1, 79_99, 80_00, 80_01, nil]
    let flags: [Bool?] = [true, false, nil]
    var all: [(x: Int16?, y: Int16?, f: Bool?)] = []
    for x in numbers { for y in numbers { for f in flags { all.append((x, y, f)) } } }
    return RuleColumns(
      count: all.count,
      [
        "x": .numbers(
          all.map { $0.x ?? 80_00 }, decimals: 2,
          missing: BitSet(all.indices.filter { all[$0].x == nil })),
        "y": .numbers(
          all.map { $0.y ?? 0 }, decimals: 2,
          missing: BitSet(all.indices.filter { all[$0].y == nil })),
        "f": .flags(
          all.map { $0.f ?? true }, missing: BitSet(all.indices.filter { all[$0].f == nil })),
      ])
  }()

  /// A base, an exception, and an exception to the exception.
  static let three = [
    StepVariant("general", text("General"), formula: "10"),
    StepVariant(
      "remote", text("Remote"), when: "x >= 80", overrides: ["general"], formula: "y * 40 / 3"),
    StepVariant(
      "island", text("Island"), when: "x >= 80 and f", unless: "y > 0", overrides: ["remote"],
      formula: "30 + x"),
  ]

  /// Variants that hold together, or none of which does.
  static let loose = [
    StepVariant("above", text("Above"), when: "x > 0", formula: "x"),
    StepVariant("below", text("Below"), when: "y < 80", formula: "y / 3"),
    StepVariant(
      "free", text("Free"), when: "f", overrides: ["above"],
      .weightedMean([.init("x", weight: 1), .init("y", weight: 2)], total: nil)),
    StepVariant("never", text("Never"), when: "1 > 2", formula: "1 / 0"),
  ]

  static let quotients = [
    StepVariant("usual", text("Usual"), unless: "x / y >= 1", formula: "x / y"),
    StepVariant("much", text("Much"), when: "x / y >= 1", formula: "100 * x / (y + 1)"),
  ]

  @Test(
    arguments: [three, loose, quotients],
    [.incomplete, .substitute(76, source: LegalSource("Test")), .fail] as [MissingPolicy])
  func `every choice is that of one person alone`(
    variants: [StepVariant], policy: MissingPolicy
  ) throws {
    for rounding in [nil, DecimalRounding(places: 0, .halfEven)] {
      let scorer = try Self.scorer(variants, whenMissing: policy, rounded: rounding)
      let scores = try scorer.scores(of: Self.people, keeping: ["out"])
      try ColumnsAgreeTests.expect(scores, of: Self.people, by: scorer)
    }
  }

  @Test func `only who lacks something is left to fractions`() throws {
    let scores = try Self.scorer(Self.three).scores(of: Self.people)
    #expect(scores.evaluatedCount == scores.missing.values.reduce(0, +))
    #expect(scores.refusedCount == 0)
    #expect(scores.sum(of: "out")?.exact != nil)
  }

  @Test func `a conflict refuses the person and nobody else`() throws {
    let scorer = try Self.scorer(Array(Self.loose.prefix(2)))
    let people = RuleColumns(
      count: 4,
      ["x": .numbers([1, 1, 0, 0] as [Int8]), "y": .numbers([0, 80, 0, 80] as [UInt8])])
    let scores = try scorer.scores(of: people, keeping: ["out"])
    #expect(scores.refusedCount == 1 && scores.evaluatedCount == 2)
    #expect(
      scores.problems.all.map { "\($0.place.path) \($0.code)" } == [
        "[0] rules.variant-conflict"
      ])
    #expect(scores.missing == [.noVariantHolds: 1])
    try ColumnsAgreeTests.expect(scores, of: people, by: scorer)
  }

  @Test func `variants for the elements of a list`() throws {
    let list = RuleList(
      "tasks", Self.text("Tasks"), fields: [ColumnRule.number("done")],
      steps: [
        RuleStep("value", Self.text("Value")) {
          StepVariant("usual", Self.text("Usual"), formula: "done")
          StepVariant(
            "odd", Self.text("Odd"), when: "done > x", unless: "f", overrides: ["usual"],
            formula: "done * 2 + 1/3")
        }
      ])
    let scorer = try Self.scorer(
      [], lists: [list],
      out: RuleStep("out", Self.text("Out"), formula: "sum(tasks.value)"))
    let people = RuleColumns(
      count: 4,
      [
        "x": .numbers([0, 5, 9, 5] as [Int8], missing: BitSet([3])),
        "f": .flags([false, false, false, true]),
        "tasks": .list(
          starts: [0, 3, 4, 4, 6],
          ["done": .numbers([0, 1, 9, 6, 8, 8] as [Int32], missing: BitSet([1]))]),
      ])
    let scores = try scorer.scores(of: people, keeping: ["out"])
    try ColumnsAgreeTests.expect(scores, of: people, by: scorer)
    #expect(scores.evaluatedCount == 1)
  }
}
