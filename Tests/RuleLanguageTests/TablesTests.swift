import KinerjaCore
import RuleLanguage
import Testing

@Suite struct TablesTests {
  func rule(_ bands: [Band]) -> Rule {
    SmallRule.rule(steps: [
      RuleStep(
        "s", LocalizedText(same: "s"), .bands(of: "x", BandTable(bands)), giving: "grade")
    ])
  }

  func report(_ rule: Rule) -> [String] {
    rule.check(on: SmallRule.day).all.map { "\($0.severity.rawValue) \($0.place): \($0.code)" }
  }

  func band(of x: Ratio, _ bands: [Band]) throws -> RuleValue {
    try CompiledRule(rule(bands), on: SmallRule.day).evaluate(["x": .number(x)])["s"]
  }

  struct Edge: Sendable {
    let x: Ratio
    let low: RuleValue
  }

  @Test(arguments: [
    Edge(x: "75.999999999", low: .category("low")), Edge(x: 76, low: .category("high")),
    Edge(x: -1000, low: .category("low")), Edge(x: 1000, low: .category("high")),
    Edge(x: "227/3", low: .category("low")),
  ])
  func `an edge belongs to the band that says so`(edge: Edge) throws {
    let from = [Band("low", below: 76), Band("high", from: 76)]
    #expect(try band(of: edge.x, from) == edge.low)
    let through = [Band("low", through: 76), Band("high", above: 76)]
    let other: RuleValue = edge.x == 76 ? .category("low") : edge.low
    #expect(try band(of: edge.x, through) == other)
  }

  @Test func `a number in a hole has no category, and the hole is told beforehand`() throws {
    let printed = [Band("low", from: 0, through: 75), Band("high", from: 76, through: 100)]
    #expect(report(rule(printed)) == ["warning steps.s.bands[1]: rules.band-gap"])
    #expect(try band(of: 75, printed) == .category("low"))
    #expect(try band(of: "75.5", printed) == .missing(.outsideBands))
    #expect(try band(of: 101, printed) == .missing(.outsideBands))
    let point = [Band("low", below: 76), Band("high", above: 76)]
    #expect(report(rule(point)) == ["warning steps.s.bands[1]: rules.band-gap"])
    #expect(
      rule(printed).check(on: SmallRule.day).all[0].message(in: .english)
        == "there is a hole between the bands 0 ≤ x ≤ 75 and 76 ≤ x ≤ 100")
  }

  @Test func `bands that share a number, hold none or are wrong are errors`() {
    #expect(
      report(rule([Band("low", through: 76), Band("high", from: 76)])) == [
        "error steps.s.bands[1]: rules.overlapping-bands"
      ])
    #expect(
      report(rule([Band("high", from: 70), Band("low", below: 76)])) == [
        "error steps.s.bands[0]: rules.overlapping-bands"
      ])
    #expect(
      report(rule([Band("low", from: 80, below: 70), Band("high", from: 80)])).first
        == "error steps.s.bands[0]: rules.empty-band")
    #expect(
      report(rule([Band("low", from: 80, below: 80)])) == [
        "error steps.s.bands[0]: rules.empty-band"
      ])
    #expect(report(rule([])) == ["error steps.s.bands: rules.no-bands"])
    #expect(
      report(rule([Band("lowe", below: "y"), Band("high", from: "1 / 0")])) == [
        "error steps.s.bands[0]: rules.unknown-category",
        "error line 1:1: steps.s.bands[0].below: rules.edge-not-constant",
        "error line 1:1: steps.s.bands[1].from: rules.edge-without-value",
      ])
  }

  @Test func `edges may be parameters, and move with them`() throws {
    let rule = rule([Band("low", below: "weight * 100"), Band("high", from: "weight * 100")])
    func category(on day: Day) throws -> RuleValue {
      try CompiledRule(rule, on: day).evaluate(["x": 55])["s"]
    }
    #expect(try category(on: "2026-06-30") == .category("high"))
    #expect(try category(on: "2026-07-01") == .category("low"))
  }

  @Test func `bands in any order are checked by their edges`() {
    let descending = [Band("high", from: 76), Band("low", below: 76)]
    #expect(report(rule(descending)) == [])
  }

  // MARK: - Matrices

  func matrix(
    rows: FormulaText = "grade", columns: FormulaText = "grade", _ matrix: CategoryMatrix
  ) -> Rule {
    SmallRule.rule(steps: [
      RuleStep(
        "s", LocalizedText(same: "s"), rows: rows, columns: columns, giving: "grade", matrix)
    ])
  }

  @Test func `a matrix has each category of its axes once and a cell for each pair`() {
    let whole = CategoryMatrix(
      columns: ["low", "high"], rows: ["high": ["low", "high"], "low": ["low", "low"]])
    #expect(report(matrix(whole)) == [])
    let broken = CategoryMatrix(
      columns: ["low", "low"], rows: ["high": ["low"], "middle": ["low", "good"]])
    #expect(
      report(matrix(broken)) == [
        "error steps.s.matrix.rows: rules.unknown-category",
        "error steps.s.matrix.rows: rules.axis-incomplete",
        "error steps.s.matrix.columns: rules.duplicate-name",
        "error steps.s.matrix.columns: rules.axis-incomplete",
        "error steps.s.matrix.rows[0]: rules.ragged-matrix",
        "error steps.s.matrix.rows[1]: rules.unknown-category",
      ])
    #expect(
      report(matrix(columns: "x", whole)) == [
        "error line 1:1: steps.s.matrix.columnsBy: rules.type-mismatch"
      ])
  }

  @Test func `a scale knows its order`() {
    #expect(SmallRule.scale.rank(of: "high") == 1)
    #expect(SmallRule.scale.isBetter("high", than: "low") == true)
    #expect(SmallRule.scale.isBetter("low", than: "low") == false)
    #expect(SmallRule.scale.isBetter("low", than: "other") == nil)
    #expect(SmallRule.scale.label(of: "other") == LocalizedText(same: "other"))
  }
}
