import IndicatorDefinitions
import KinerjaCore
import Testing

@Suite struct GoalCascadeTests {
  private static func goal(_ id: GoalID, _ above: GoalID? = nil) -> UnitGoal {
    UnitGoal(id, unit: "dinkes", name: LocalizedText(same: id.text), contributesTo: above)
  }

  @Test func `a unit with four goals and items for three reports the one orphan`() throws {
    let cascade = try GoalCascade([
      Self.goal("city"), Self.goal("g-1", "city"), Self.goal("g-2", "city"),
      Self.goal("g-3", "g-2"),
      Self.goal("g-4", "city"),
    ])
    let plan = WorkPlan(
      person: "p", period: try .year(2026),
      items: [
        PlanItem("a", indicator: "i", target: .exact(1), contributesTo: "g-1"),
        PlanItem("b", indicator: "i", target: .exact(1), contributesTo: "g-3"),
        PlanItem("c", indicator: "i", target: .exact(1)),
        PlanItem("d", indicator: "i", target: .exact(1), contributesTo: "elsewhere"),
      ])
    let coverage = cascade.coverage(of: [plan])
    // g-2 is served through g-3, the city through both.
    #expect(coverage.goalsWithoutContributor == ["g-4"])
    #expect(coverage.itemsWithoutGoal.map(\.item) == ["c", "d"])
    #expect(coverage.alignment == "1/2")
    #expect(cascade.path(from: "g-3").map(\.id) == ["g-3", "g-2", "city"])
    #expect(cascade.coverage(of: []).alignment == nil)
  }

  @Test func `circles, orphans and doubles are named at once`() {
    let error = #expect(throws: InvalidInput.self) {
      try GoalCascade([
        Self.goal("top"), Self.goal("c", "a"), Self.goal("x", "c"), Self.goal("a", "b"),
        Self.goal("b", "c"), Self.goal("self", "self"), Self.goal("y", "tip"), Self.goal("top"),
      ])
    }
    #expect(
      error?.problems.map { "\($0.place.path) \($0.message(in: .english))" } == [
        "[7].id the goal \"top\" already stands at index 0",
        "[6].contributesTo there is no goal \"tip\"",
        "[1].contributesTo goals contribute to one another in a circle: c, a, b",
        "[5].contributesTo goals contribute to one another in a circle: self",
      ])
    #expect(error?.problems[1].mend(in: .english) == "did you mean \"top\"?")
  }

  @Test func `a long chain is walked without calling deeper and deeper`() throws {
    let goals = (0..<20_000).map { index in
      Self.goal(
        GoalID(stringLiteral: "g-\(index)"),
        index == 0 ? nil : GoalID(stringLiteral: "g-\(index - 1)"))
    }
    #expect(try GoalCascade(goals).path(from: "g-19999").count == 20_000)
  }
}
