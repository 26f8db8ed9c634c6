public import KinerjaCore

/// Which goals nobody's plan serves, and which plan items serve no goal.
public struct CascadeCoverage: Hashable, Sendable {
  /// Goals to which no plan item contributes, neither directly nor through a goal below, in the
  /// order of the cascade.
  public let goalsWithoutContributor: [GoalID]
  /// Items that name no goal, or one that is not in the cascade, in the order of the plans.
  public let itemsWithoutGoal: [Item]
  /// How many items there are in all.
  public let itemCount: Int

  /// An item of a person's plan.
  public struct Item: Hashable, Sendable {
    public let person: PersonID
    public let item: PlanItemID
  }

  /// The share of items that serve a goal; nil if there are no items.
  public var alignment: Ratio? {
    try? Ratio(Int128(itemCount - itemsWithoutGoal.count), over: Int128(itemCount))
  }
}

extension GoalCascade {
  /// Holds plans against the goals.
  ///
  /// - Complexity: O(*i·d* + *g*) for *i* items, *g* goals and *d* levels of goals.
  public func coverage(of plans: some Sequence<WorkPlan>) -> CascadeCoverage {
    var served: Set<GoalID> = []
    var loose: [CascadeCoverage.Item] = []
    var count = 0
    for plan in plans {
      for item in plan.items {
        count += 1
        let path = item.contributesTo.map { self.path(from: $0) } ?? []
        if path.isEmpty { loose.append(.init(person: plan.person, item: item.id)) }
        for goal in path { served.insert(goal.id) }
      }
    }
    return CascadeCoverage(
      goalsWithoutContributor: goals.map(\.id).filter { !served.contains($0) },
      itemsWithoutGoal: loose, itemCount: count)
  }
}
