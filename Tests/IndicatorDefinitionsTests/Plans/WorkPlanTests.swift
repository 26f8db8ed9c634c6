import Foundation
import IndicatorDefinitions
import KinerjaCore
import Testing

@Suite struct WorkPlanTests {
  private static func catalogue() throws -> IndicatorCatalogue {
    try IndicatorCatalogue([
      IndicatorTests.indicator("coverage"), IndicatorTests.indicator("visits"),
      IndicatorTests.indicator("stock", .always, .withinRange),
      IndicatorTests.indicator("old", "2020-01-01/2026-03-31"),
    ])
  }

  private static func plan(_ items: [PlanItem], total: Ratio? = nil) throws -> WorkPlan {
    WorkPlan(person: "p-1", period: try .year(2026), items: items, weightTotal: total)
  }

  @Test func `a plan with a missing target and weights of 0.95 has exactly two errors`() throws {
    let text = """
      {
        "person": "p-1", "period": "2026",
        "items": [
          {"id": "i-1", "indicator": "coverage", "target": 95, "weight": 0.6},
          {"id": "i-2", "indicator": "visits", "weight": 0.35}
        ],
        "weightTotal": 1
      }
      """
    let document = try JSONDocument(text, file: "plan.json")
    let plan = try document.read(WorkPlan.self)
    let problems = document.placing(plan.problems(with: try Self.catalogue()))
    #expect(
      InvalidInput(problems).description == """
        plan.json:5:5: items[1].target: the item "i-2" has no target; set a figure or a range to be \
        measured
        plan.json:7:18: weightTotal: the weights add up to 0.95, not 1; correct them so that they \
        make 1
        """)
  }

  @Test func `a right plan has no problem and one written form`() throws {
    let plan = try Self.plan(
      [
        PlanItem(
          "i-1", indicator: "coverage", target: .exact(95), weight: 60, contributesTo: "g-1"),
        PlanItem(
          "i-2", indicator: "stock", target: .range(lower: 60, upper: 90), weight: 40,
          contributesTo: "g-1"),
      ], total: 100)
    let cascade = try GoalCascade([UnitGoal("g-1", unit: "u", name: LocalizedText(same: "G"))])
    #expect(plan.problems(with: try Self.catalogue(), cascade).isEmpty)
    let again = try JSONDocument(plan.json.prettyText).read(WorkPlan.self)
    #expect(again == plan && again.json.canonicalBytes == plan.json.canonicalBytes)
    let data = try JSONEncoder().encode(plan)
    #expect(try JSONDecoder().decode(WorkPlan.self, from: data) == plan)
  }

  @Test func `all that can be wrong is named at once`() throws {
    let plan = try Self.plan(
      [
        PlanItem("i-1", indicator: "covrage", target: .exact(0), weight: -1, contributesTo: "g-2"),
        PlanItem("i-1", indicator: "xyz", target: nil, weight: nil, contributesTo: "unit-goal"),
        PlanItem("i-3", indicator: "old", target: .exact(1), weight: 1),
        PlanItem("i-4", indicator: "stock", target: .exact(0), weight: 1, contributesTo: "g-1"),
      ], total: 100)
    let cascade = try GoalCascade([UnitGoal("g-1", unit: "u", name: LocalizedText(same: "G"))])
    let problems = plan.problems(with: try Self.catalogue(), cascade)
    #expect(
      problems.all.map { "\($0.place.path) \($0.code) \($0.severity)" } == [
        "items[0].weight indicators.negative-weight error",
        "items[0].indicator indicators.misspelt-indicator error",
        "items[0].contributesTo indicators.misspelt-goal error",
        "items[1].id indicators.item-named-twice error",
        "items[1].target indicators.missing-target error",
        "items[1].weight indicators.missing-weight error",
        "items[1].indicator indicators.unknown-indicator error",
        "items[1].contributesTo indicators.unknown-goal error",
        "items[2].indicator indicators.indicator-not-effective error",
        "items[2].contributesTo indicators.item-without-goal warning",
        "items[3].target indicators.target-not-range error",
        "items[3].target indicators.zero-target warning",
      ])
  }

  @Test func `an empty plan and weights without a total are named`() throws {
    let catalogue = try Self.catalogue()
    #expect(
      try Self.plan([]).problems(with: catalogue).all.map(\.code) == ["indicators.empty-plan"])
    let item = PlanItem("i", indicator: "visits", target: .exact(1), weight: 1)
    #expect(
      try Self.plan([item]).problems(with: catalogue).all.map(\.code)
        == ["indicators.undeclared-weight-total"])
  }

  @Test func `items of one task are gathered, and an aspect measured twice is named`() throws {
    let catalogue = try IndicatorCatalogue([
      IndicatorTests.indicator("coverage", aspect: .quantity),
      IndicatorTests.indicator("visits", aspect: .quantity),
      IndicatorTests.indicator("care", aspect: .quality),
    ])
    let plan = try Self.plan([
      PlanItem("a", task: "t1", indicator: "coverage", target: .exact(1)),
      PlanItem("b", indicator: "visits", target: .exact(1)),
      PlanItem("c", task: "t1", indicator: "care", target: .exact(1)),
    ])
    #expect(plan.tasks.map { $0.items.map(\.id) } == [["a", "c"], ["b"]])
    #expect(plan.tasks.map(\.id) == ["t1", nil])
    #expect(plan.problems(with: catalogue).isEmpty)
    let twice = try Self.plan(
      plan.items + [PlanItem("d", task: "t1", indicator: "visits", target: .exact(1))])
    #expect(
      twice.problems(with: catalogue).all.map { "\($0.place) \($0.code)" }
        == ["items[3].indicator indicators.aspect-twice"])
    #expect(try JSONDecoder().decode(WorkPlan.self, from: JSONEncoder().encode(plan)) == plan)
  }
}
