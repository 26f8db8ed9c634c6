import KinerjaCore
import KinerjaTables
import RuleLanguage
import Testing
import WeightedScoring

// Tables in columns: on, just under and just over each edge, in whole numbers, in doubles with a
// bound, and beyond both. The exact evaluator is the judge.
@Suite struct ColumnTablesTests {
  static let tables = RandomRules.tables.filter { $0.scale == nil }
  static let numbers = ["line", "short", "pieces", "tax", "ramp", "counted"]

  static func scorer(
    _ formula: String, tables: [RuleTable] = tables, edges: (Ratio, Ratio) = (0, 10)
  ) throws -> Scorer {
    let (low, high) = (FormulaText(edges.0.text(.point)), FormulaText(edges.1.text(.point)))
    return try ScoringRule(
      Rule(
        "test.tables", version: "1", LocalizedText(same: "Tables"), effective: "2020-01-01/..",
        sources: [], scales: [RandomRules.grade], parameters: [], tables: tables,
        inputs: [
          ColumnRule.number("x"), ColumnRule.number("y"),
          RuleInput("c", LocalizedText(same: "c"), .category(of: "grade")),
        ], lists: [],
        steps: [
          RuleStep("out", LocalizedText(same: "out"), formula: FormulaText(formula)),
          RuleStep("band", LocalizedText(same: "band"), bandsOf: "out", giving: "grade") {
            Band("g0", below: low)
            Band("g1", from: low, through: high)
            Band("g3", above: high)
          },
        ]), score: "out", category: "band"
    ).compiled(on: ColumnRule.day)
  }

  /// Hundredths on, just under and just over the edges of the tables.
  static let hundredths: [Int16] =
    [0, 1000, 1050, 6000, 6050, 5000].flatMap { (edge: Int16) in [edge - 1, edge, edge + 1] }
    + [.min, .max]

  @Test(arguments: numbers)
  func `a number is looked up in whole numbers, and nobody needs fractions`(table: String) throws {
    let scorer = try Self.scorer("lookup(\(table), x)")
    let people = RuleColumns(
      count: Self.hundredths.count, ["x": .numbers(Self.hundredths, decimals: 2)])
    let scores = try scorer.scores(of: people, keeping: ["out"])
    try ColumnsAgreeTests.expect(scores, of: people, by: scorer)
    // But whoever has no place in the table.
    #expect(scores.evaluatedCount == scores.missing.values.reduce(0, +))
    #expect(scores.sum(of: "out")?.exact != nil)
  }

  @Test(arguments: numbers, ["x / y", "x * x / y", "x / 3 - 1 / y"])
  func `quotients at an edge are left to fractions, the others are not`(
    table: String, key: String
  ) throws {
    let scorer = try Self.scorer("lookup(\(table), \(key))")
    var pairs: [(Int, Int)] = []
    for y in -8...70 {
      for edge in [-3, 0, 1, 10, 11, 60, 61] {
        pairs += [(edge * y, y), (edge * y + 1, y), (edge * y - 1, y)]
      }
    }
    let people = RuleColumns(
      count: pairs.count,
      [
        "x": .numbers(pairs.map { Int32($0.0) }), "y": .numbers(pairs.map { Int8($0.1) }),
      ])
    let scores = try scorer.scores(of: people, keeping: ["out"])
    try ColumnsAgreeTests.expect(scores, of: people, by: scorer)
    if key == "x / y", table != "counted", table != "short" {
      #expect(scores.evaluatedCount < pairs.count * 3 / 4)
    }
  }

  @Test(arguments: numbers, [0, 9, 18])
  func `numbers of 64 bits neither trap nor round`(table: String, decimals: Int) throws {
    let scorer = try Self.scorer("lookup(\(table), x)", edges: (-1, "9223372036854775807"))
    let numbers: [Int64] = [
      .min, .min + 1, -(1 << 53), -1, 0, 1, (1 << 52) - 1, 1 << 52, 1 << 53, (1 << 53) + 1,
      .max - 1, .max,
    ]
    let people = RuleColumns(count: numbers.count, ["x": .numbers(numbers, decimals: decimals)])
    let scores = try scorer.scores(of: people, keeping: ["out"])
    try ColumnsAgreeTests.expect(scores, of: people, by: scorer, isBeyondReach: true)
  }

  // A line whose values pass what short lanes, floats and doubles hold.
  @Test(arguments: [15, 24, 50, 53, 55])
  func `steep lines give way to the next layer before they are wrong`(bits: Int) throws {
    let high = Ratio((Int64(1) << Int64(bits)) + 1)
    let steep = RuleTable(
      "steep", LocalizedText(same: "steep"),
      .points([.init(0, "-7"), .init(100, FormulaText(high.text(.point)))], outside: .clamp))
    let scorer = try Self.scorer("lookup(steep, x)", tables: [steep], edges: (0, high))
    let people = RuleColumns(
      count: 6, ["x": .numbers([0, 1, 9_999, 10_000, 10_001, -1] as [Int32], decimals: 2)])
    let scores = try scorer.scores(of: people, keeping: ["out"])
    try ColumnsAgreeTests.expect(scores, of: people, by: scorer)
  }

  @Test(arguments: [
    "lookup(byGrade, c)", "lookup(grid, x, c)", "coalesce(lookup(byGrade, c), -1)",
    "if isMissing(lookup(grid, x, c)) then lookup(line, y) else 100", "lookup(counted, x) / y",
    "lookup(byGrade, \"g2\") + lookup(line, 5)", "lookup(grid, y - x, if x > y then c else \"g3\")",
  ])
  func `keys that stand in no table are missing there alone`(formula: String) throws {
    let scorer = try Self.scorer(formula, edges: (1, 4))
    var all: [(x: Int, y: Int, c: Int)] = []
    for x in [0, 3, 10, 11] { for y in [0, 1, 3] { for c in 0..<5 { all.append((x, y, c)) } } }
    let people = RuleColumns(
      count: all.count,
      [
        "x": .numbers(all.map { Int8($0.x) }, missing: BitSet([7])),
        "y": .numbers(all.map { Int64($0.y) }, missing: BitSet([8, 9])),
        "c": .categories(
          all.map { UInt8(min($0.c, 3)) }, of: ["g3", "g0", "g2", "g1"],
          missing: BitSet(all.indices.filter { all[$0].c == 4 })),
      ])
    let scores = try scorer.scores(of: people, keeping: ["out"])
    try ColumnsAgreeTests.expect(scores, of: people, by: scorer)
    #expect(scores.evaluatedCount < all.count)
  }
}
