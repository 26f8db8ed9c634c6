import KinerjaCore
import KinerjaTables
import RuleLanguage
import WeightedScoring

/// Rules and people drawn by chance, for the law that columns and the exact evaluator agree.
struct RandomRules {
  private let stream: RandomStream
  private var drawn = 0

  init(seed: UInt64) { stream = RandomStream(seed: seed) }

  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    drawn += 1
    return stream.integer(in: range, at: drawn)
  }

  mutating func one<Value>(of values: [Value]) -> Value { values[integer(0...values.count - 1)] }

  // MARK: - Rules

  static let grade = ScoreOne.scale("grade", ["g0", "g1", "g2", "g3"])

  /// A table of each kind, with holes.
  static let tables: [RuleTable] = [
    RuleTable(
      "line", LocalizedText(same: "line"),
      .points([.init(0, 10), .init(10, "40/3"), .init("60.5", -5)], outside: .extend)),
    RuleTable(
      "short", LocalizedText(same: "short"),
      .points([.init(0, 1), .init(50, 100)], outside: .missing)),
    RuleTable(
      "pieces", LocalizedText(same: "pieces"),
      .pieces([
        .init("1/3", below: 0), .init(0, to: 10, from: 0, through: 10),
        .init(7, above: 10, below: 60),
        .init(9, above: 60),
      ])),
    RuleTable(
      "tax", LocalizedText(same: "tax"),
      .marginalRates([.init(from: 0, rate: "0.05"), .init(from: 10, rate: "1/3")])),
    RuleTable(
      "ramp", LocalizedText(same: "ramp"),
      .averageRates([.init(from: 0, rate: "0.1"), .init(from: 60, rate: "0.25")])),
    RuleTable(
      "byGrade", LocalizedText(same: "byGrade"),
      .rows(by: "grade", [.init("g0", 0), .init("g1", 4), .init("g2", "2/7"), .init("g3", -9)])),
    RuleTable(
      "counted", LocalizedText(same: "counted"),
      .rows(by: nil, [.init(0, 3), .init("10.5", 1), .init(10, 2)])),
    RuleTable(
      "grid", LocalizedText(same: "grid"),
      .grid(
        rowsBy: nil, columnsBy: "grade", columns: ["g1", "g0", "g3", "g2"],
        [.init(0, [1, "0.1", 7, 3]), .init(3, [2, 5, "1/9", 3])])),
    RuleTable(
      "cells", LocalizedText(same: "cells"),
      .grid(
        rowsBy: "grade", columnsBy: nil, columns: [0, 60],
        [
          .init("g1", ["g0", "g1"]), .init("g2", ["g2", "g0"]), .init("g3", ["g1", "g1"]),
          .init("g0", ["g3", "g0"]),
        ]),
      giving: "grade"),
    RuleTable(
      "steps", LocalizedText(same: "steps"),
      .pieces([.init("g3", below: 0), .init("g1", from: 0, through: 60)]), giving: "grade"),
  ]

  mutating func rule() -> ScoringRule {
    let inner = [number(2), number(1)].map { FormulaText($0) }
    let element = FormulaText(number(2, isElement: true))
    let policies: [MissingPolicy] = [
      .incomplete, .incomplete, .incomplete,
      .substitute(3, source: LegalSource("Test")), .fail,
    ]
    let policy = one(of: policies)
    let conditions = [flag(1), flag(1), flag(0)].map { FormulaText($0) }
    let ways = (0..<3).map { _ in FormulaText(number(1)) }
    let isUnless = integer(0...1) == 1
    let wayPolicy = one(of: policies)
    let inOrder: [VariantID] = one(of: [[], [], ["low"]])
    let rounding: DecimalRounding? =
      integer(0...2) == 0
      ? DecimalRounding(places: integer(0...2), one(of: RoundingMode.allCases)) : nil
    let weights = (one(of: ["0.3", "1/3", "2"]), one(of: ["0.7", "y", "0"]))
    let isDropping = integer(0...2) == 0
    let outer = FormulaText(number(2, hasSteps: true))
    let category = FormulaText(
      one(of: [
        "c", "if f then c else \"g2\"", "if s1 > 3 then \"g0\" else c",
        "lookup(cells, c, x)", "lookup(steps, way)", "coalesce(lookup(steps, y), c)",
      ]))
    return ScoringRule(
      Rule(
        "test.random", version: "1", LocalizedText(same: "Random"), effective: "2020-01-01/..",
        sources: [], scales: { Self.grade },
        tables: { Self.tables },
        inputs: {
          RuleInput("x", LocalizedText(same: "x"), within: -20...120)
          RuleInput("y", LocalizedText(same: "y"), within: 0...200)
          RuleInput("z", LocalizedText(same: "z"))
          RuleInput("f", LocalizedText(same: "f"), .flag)
          RuleInput("c", LocalizedText(same: "c"), .category(of: "grade"))
        },
        lists: {
          RuleList("tasks", LocalizedText(same: "tasks")) {
            RuleInput("target", LocalizedText(same: "target"))
            RuleInput("done", LocalizedText(same: "done"))
          } steps: {
            RuleStep("value", LocalizedText(same: "value"), formula: element)
          }
        },
        steps: {
          RuleStep("s1", LocalizedText(same: "s1"), formula: inner[0], whenMissing: policy)
          RuleStep("s2", LocalizedText(same: "s2"), formula: inner[1], rounded: rounding)
          RuleStep(
            "mean", LocalizedText(same: "mean"),
            weightedMean: [
              .init("s1", weight: FormulaText(weights.0)),
              .init("x", weight: FormulaText(weights.1)),
            ], whenMissing: isDropping ? .dropAndRescale(minimumShare: "0.2") : .incomplete)
          RuleStep(
            "way", LocalizedText(same: "way"), rounded: rounding, whenMissing: wayPolicy
          ) {
            StepVariant("usual", LocalizedText(same: "usual"), formula: ways[0])
            StepVariant(
              "low", LocalizedText(same: "low"), when: conditions[0], overrides: ["usual"],
              formula: ways[1])
            StepVariant(
              "high", LocalizedText(same: "high"),
              when: FormulaText("x > -100 or (\(conditions[1].text))"),
              unless: isUnless ? conditions[2] : nil, overrides: ["usual"] + inOrder,
              .weightedMean(
                [.init(ways[2], weight: 1), .init("y", weight: one(of: ["0", "2"]))], total: nil))
          }
          RuleStep("out", LocalizedText(same: "out"), formula: outer)
          RuleStep("band", LocalizedText(same: "band"), bandsOf: "out", giving: "grade") {
            Band("g0", below: 0)
            Band("g1", from: 0, through: 10)
            Band("g3", above: 10, below: 60)
            Band("g2", from: "60.5")
          }
          RuleStep("named", LocalizedText(same: "named"), formula: category, giving: "grade")
          RuleStep(
            "cell", LocalizedText(same: "cell"), rows: "band", columns: "named", giving: "grade",
            CategoryMatrix(
              columns: ["g0", "g1", "g2", "g3"],
              rows: [
                "g3": ["g3", "g2", "g1", "g0"], "g0": ["g0", "g0", "g1", "g1"],
                "g1": ["g1", "g2", "g3", "g0"], "g2": ["g2", "g2", "g2", "g3"],
              ]))
        }), score: "out", category: "cell")
  }

  /// A formula that gives a number.
  mutating func number(_ depth: Int, isElement: Bool = false, hasSteps: Bool = false) -> String {
    if depth == 0 || integer(0...5) == 0 {
      var leaves = ["x", "y", "z", "7", "0.25", "100/3", "-2", "10"]
      if isElement { leaves += ["target", "done", "target", "done"] }
      if hasSteps { leaves += ["s1", "s2", "mean", "way", "s2"] }
      return one(of: leaves)
    }
    let (a, b) = (
      number(depth - 1, isElement: isElement, hasSteps: hasSteps),
      number(depth - 1, isElement: isElement, hasSteps: hasSteps)
    )
    var forms = [
      "(\(a) + \(b))", "(\(a) - \(b))", "(\(a) * \(b))", "(\(a) / \(b))", "min(\(a), \(b))",
      "max(\(a), \(b), 5)", "abs(\(a))", "clamp(\(a), 0, 50)", "-(\(a))",
      "round(\(a), \(integer(0...2)), \(one(of: ["halfUp", "halfEven", "floor", "ceiling", "up"])))",
      "coalesce(\(a), \(b))", "(100 * \(a) / 30)",
      "lookup(\(one(of: ["line", "short", "pieces", "tax", "ramp", "counted"])), \(a))",
      one(of: ["lookup(byGrade, c)", "lookup(grid, \(a), c)"]),
    ]
    let flag = flag(depth - 1, isElement: isElement, hasSteps: hasSteps)
    forms += ["(if \(flag) then \(a) else \(b))"]
    if !isElement {
      let inner = one(of: ["tasks.value", "tasks.done", "tasks.done * tasks.target"])
      forms += [
        "mean(\(inner))", "sum(\(inner))", "max(\(inner))", "count(tasks.done > 10)",
        "weightedMean(tasks.done, tasks.target)", "count(tasks)",
      ]
    }
    return one(of: forms)
  }

  mutating func flag(
    _ depth: Int, isElement: Bool = false, hasSteps: Bool = false
  ) -> String {
    let (a, b) = (
      number(max(depth, 0), isElement: isElement, hasSteps: hasSteps),
      number(0, isElement: isElement, hasSteps: hasSteps)
    )
    return one(of: [
      "\(a) > \(b)", "\(a) <= \(b)", "\(a) = \(b)", "\(a) != 7", "isMissing(\(a))", "f",
      "f and \(a) >= \(b)", "not f or \(a) < \(b)", "c = \"g1\"", "c != \"g2\"",
    ])
  }

  // MARK: - People

  mutating func people(_ count: Int) -> RuleColumns {
    var starts = [0]
    for _ in 0..<count { starts.append(starts[starts.count - 1] + integer(0...3)) }
    let elements = starts[count]
    return RuleColumns(
      count: count,
      [
        // Often on an edge, sometimes out of range.
        "x": .numbers(
          (0..<count).map { _ in Int16(one(of: [0, 1000, 1050, 6000, integer(-2010...12010)])) },
          decimals: 2, missing: missing(count)),
        "y": .numbers(
          (0..<count).map { _ in UInt8(integer(0...201)) }, missing: missing(count)),
        "z": .numbers(
          (0..<count).map { _ in
            Int64(one(of: [0, 3, 60, integer(-9...9) * 1_000_000_007 * integer(1...900_000)]))
          }, decimals: integer(0...1) * 3, missing: missing(count)),
        "f": .flags((0..<count).map { _ in integer(0...1) == 1 }, missing: missing(count)),
        "c": .categories(
          (0..<count).map { _ in UInt8(integer(0...2)) }, of: ["g2", "g1", "g3"],
          missing: missing(count)),
        "tasks": .list(
          starts: starts,
          [
            "target": .numbers(
              (0..<elements).map { _ in UInt8(integer(0...6)) }, missing: missing(elements)),
            "done": .numbers((0..<elements).map { _ in Int32(integer(-5...40)) }, decimals: 1),
          ], missing: missing(count)),
      ])
  }

  private mutating func missing(_ count: Int) -> BitSet? {
    guard integer(0...1) == 1 else { return nil }
    var rows = BitSet()
    for row in 0..<count where integer(0...9) == 0 { rows.insert(row) }
    return rows
  }
}
