import KinerjaCore
import KinerjaTables
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct ColumnProblemsTests {
  static let inputs = [
    ColumnRule.number("x", within: 0...100, decimals: 1, isRequired: true),
    RuleInput("grade", LocalizedText(same: "grade"), .category(of: "grade")),
  ]
  static let tasks = RuleList(
    "tasks", LocalizedText(same: "tasks"), fields: [ColumnRule.number("done")], steps: [])

  static func problems(_ people: RuleColumns) throws -> [String] {
    let scorer = try ColumnRule.scorer("x", inputs: inputs, lists: [tasks])
    do throws(InvalidInput) {
      _ = try scorer.scores(of: people)
      return []
    } catch {
      return error.problems.map { "\($0.place.path) \($0.code)" }
    }
  }

  static let x = RuleColumn.numbers([1, 2] as [Int8])

  @Test func `what is wrong with columns is named with column and row`() throws {
    func problems(_ columns: KeyValuePairs<StepID, RuleColumn>) throws -> [String] {
      try Self.problems(RuleColumns(count: 2, columns))
    }
    #expect(try problems(["x": Self.x]) == [])
    #expect(try problems([:]) == ["x rules.input-absent"])
    #expect(try problems(["x": .numbers([1] as [Int64])]) == ["x rules.column-length"])
    #expect(
      try problems(["x": Self.x, "works": Self.x]) == ["works rules.unknown-input"])
    #expect(try problems(["x": .flags([true, false])]) == ["x rules.input-type"])
    #expect(
      try problems(["x": .numbers([1, 2] as [Int16], decimals: 19)]) == ["x rules.column-decimals"])
    #expect(
      try problems(["x": .numbers([1, 2] as [Int32], decimals: -1)]) == ["x rules.column-decimals"])
    #expect(
      try problems(["x": Self.x, "grade": .categories([0, 2], of: ["low", "high"])])
        == ["grade[1] rules.column-code"])
    #expect(
      try problems([
        "x": Self.x, "grade": .categories([0, 2], of: ["low", "high"], missing: BitSet([1])),
      ]) == [])
    #expect(
      try problems(["x": Self.x, "grade": .categories([0, 0], of: ["lowest"])])
        == ["grade rules.unknown-category"])
    let many = Array(repeating: CategoryID("low"), count: 300)
    #expect(
      try problems(["x": Self.x, "grade": .categories([0, 255], of: many)])
        == ["grade rules.column-categories"])
  }

  @Test(
    arguments: [
      ([], "tasks rules.column-length"), ([0, 1], "tasks rules.column-length"),
      ([1, 1, 2], "tasks rules.column-starts"), ([0, 2, 1], "tasks rules.column-starts"),
      ([0, Int.min, Int.max], "tasks rules.column-starts"),
      ([0, 1, 1], "tasks.done rules.column-length"),
    ] as [([Int], String)])
  func `starts of lists that cannot be are named`(starts: [Int], problem: String) throws {
    let list = RuleColumn.list(starts: starts, ["done": .numbers([1, 2] as [UInt8])])
    let people = RuleColumns(count: 2, ["x": Self.x, "tasks": list])
    #expect(try Self.problems(people).first == problem)
    // Nor does one person of such columns trap.
    _ = people.inputs(of: 1)
  }

  // The elements of the first reach far beyond every column, those of the second go on for ever.
  @Test(arguments: [[0, Int.max, Int.max], [0, 2, Int.max], [-5, 2, 2], [0, 3, 2], [0], []])
  func `one person of columns never scored is refused, and nobody waits`(starts: [Int]) throws {
    let fields: [[StepID: RuleColumn]] = [["done": .numbers([1, 2] as [UInt8])], [:]]
    for fields in fields {
      let people = RuleColumns(
        count: 2, ["x": Self.x, "tasks": .list(starts: starts, fields: fields)])
      let scorer = try ColumnRule.scorer("x", inputs: Self.inputs, lists: [Self.tasks])
      for row in [0, 1, Int.max, Int.min] { _ = people.inputs(of: row) }
      for row in 0..<2 {
        let isGiven = row + 1 < starts.count && starts[row] >= 0 && starts[row] <= starts[row + 1]
        let isHeld =
          isGiven
          && (fields.isEmpty
            ? starts[row + 1] - starts[row] <= 5_000_000 : starts[row + 1] <= 2)
        let codes: [String]
        do throws(InvalidInput) {
          _ = try scorer.result(of: row, in: people)
          codes = []
        } catch {
          codes = error.problems.map(\.code)
        }
        #expect(codes == (isHeld ? [] : ["rules.column-starts"]), "\(row)")
      }
    }
  }

  @Test func `of a name given twice the last column counts`() throws {
    let scorer = try ColumnRule.scorer("x", inputs: Self.inputs)
    let people = RuleColumns(count: 2, ["x": .flags([true, false]), "x": Self.x])
    #expect(try scorer.scores(of: people).sum(of: "out")?.exact == 3)
  }

  // Each element asks for a mean over all of them.
  @Test func `too much work is refused alike, for that person alone`() throws {
    let list = RuleList(
      "tasks", LocalizedText(same: "T"), fields: [ColumnRule.number("mark")],
      steps: [
        RuleStep(
          "above", LocalizedText(same: "above"), formula: "mark - mean(tasks.mark)")
      ])
    let scorer = try ColumnRule.scorer("sum(tasks.above)", lists: [list])
    let people = RuleColumns(
      count: 2,
      [
        "tasks": .list(
          starts: [0, 3_000, 3_002],
          ["mark": .numbers((0..<3_002).map { UInt8($0 % 100) })])
      ])
    let scores = try scorer.scores(of: people)
    #expect(scores.refusedCount == 1 && scores.sum(of: "out")?.exact == 0)
    var sentences = [scores.problems.all.map(\.code)]
    for find in [
      { try scorer.result(of: 0, in: people) }, { try scorer.score(people.inputs(of: 0)).result },
    ] as [() throws -> ScoreResult] {
      let error = #expect(throws: InvalidInput.self) { try find() }
      sentences.append(error?.problems.map(\.code) ?? [])
    }
    #expect(sentences == Array(repeating: ["rules.too-much-work"], count: 3))
  }

  @Test func `numbers that the rule does not take refuse their row alone`() throws {
    let scorer = try ColumnRule.scorer("x", inputs: Self.inputs)
    let people = RuleColumns(
      count: 6,
      [
        "x": .numbers(
          [50_00, 100_01, -1, 12_34, 12_30, 7] as [Int16], decimals: 2, missing: BitSet([5]))
      ])
    let scores = try scorer.scores(of: people)
    #expect(scores.refusedCount == 4)
    #expect(
      (0..<6).map { scores.category(of: $0) == nil } == [false, true, true, true, false, true])
    #expect(
      scores.problems.all.map { "\($0.place.path) \($0.code)" } == [
        "[1].x rules.input-decimals", "[1].x rules.input-range", "[2].x rules.input-decimals",
        "[2].x rules.input-range", "[3].x rules.input-decimals", "[5].x rules.input-absent",
      ])
  }

  // No whole number is between the ends, or none that 64 bits hold.
  @Test(
    arguments: [
      "0.3"..."0.4", "-100000000000000000000"..."-10000000000000000000",
      "10000000000000000000"..."100000000000000000000",
    ] as [ClosedRange<Ratio>])
  func `a range in which nothing fits refuses everybody`(range: ClosedRange<Ratio>) throws {
    let scorer = try ColumnRule.scorer("x", inputs: [ColumnRule.number("x", within: range)])
    let scores = try scorer.scores(
      of: RuleColumns(count: 4, ["x": .numbers([.min, .max, 0, 1] as [Int64])]))
    #expect(scores.refusedCount == 4)
  }

  @Test func `a category named twice is one category`() throws {
    let scorer = try ColumnRule.scorer(
      "if grade = \"low\" then 1 else 20", inputs: [Self.inputs[1]])
    let scores = try scorer.scores(
      of: RuleColumns(
        count: 4, ["grade": .categories([0, 1, 2, 3], of: ["low", "low", "high", "low"])]))
    #expect(scores.counts == [0, 3, 1, 0])
  }

  // Codes are bytes, and one of them stands for no category.
  @Test(arguments: [254, 255, 256, 300])
  func `scales with too many categories for codes are refused`(count: Int) throws {
    let scale = ScoreOne.scale("wide", (0..<count).map { CategoryID(stringLiteral: "c\($0)") })
    let last = scale.categories[count - 1].id
    let scorer = try ScoringRule(
      Rule(
        "test.wide", version: "1", LocalizedText(same: "Wide"), effective: "2020-01-01/..",
        sources: [], scales: [scale], parameters: [],
        inputs: [RuleInput("c", LocalizedText(same: "c"), .category(of: "wide"))], lists: [],
        steps: [
          RuleStep(
            "out", LocalizedText(same: "Out"),
            formula: FormulaText("coalesce(c, \"\(last)\")"), giving: "wide")
        ]), category: "out"
    ).compiled(on: ColumnRule.day)
    let people = RuleColumns(
      count: 3, ["c": .categories([0, 1, 1], of: [last, "c0"], missing: BitSet([2]))])
    guard count <= 255 else {
      let error = #expect(throws: InvalidInput.self) { try scorer.scores(of: people) }
      #expect(error?.problems.map(\.code) == ["rules.column-scale"])
      #expect(throws: InvalidInput.self) { try scorer.scores(of: RuleColumns(count: 3, [:])) }
      return
    }
    let scores = try scorer.scores(of: people)
    #expect(scores.counts.count == count)
    #expect(scores.count(of: last) == 2 && scores.count(of: "c0") == 1)
  }
}
