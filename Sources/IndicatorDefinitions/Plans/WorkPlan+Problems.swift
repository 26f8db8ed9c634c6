public import KinerjaCore

extension WorkPlan {
  /// All that is wrong with the plan, at paths such as `items[1].target`.
  ///
  /// Errors: no items, an item named twice, no target, a target of the wrong kind, an unknown
  /// indicator or one that does not hold throughout the period, an aspect that a task has twice,
  /// weights below nought, missing, or not adding up to ``weightTotal``, an unknown goal. Warnings: an item that serves no goal, a
  /// target of nought that the indicator's rule does not answer.
  ///
  /// - Parameters:
  ///   - catalogue: The indicators.
  ///   - cascade: The goals; nil to leave them out of the check.
  /// - Returns: The problems in the order of the items; `JSONDocument.placing` adds their lines.
  public func problems(
    with catalogue: IndicatorCatalogue, _ cascade: GoalCascade? = nil
  ) -> Diagnostics {
    var problems = Diagnostics()
    if items.isEmpty { problems.add(.emptyPlan, at: .key("items")) }
    var first: [PlanItemID: Int] = [:]
    var aspects: [TaskID: Set<IndicatorAspect>] = [:]
    for (index, item) in items.enumerated() {
      func add(
        _ kind: DiagnosticKind, _ values: [String: DiagnosticValue] = [:], at key: String
      ) {
        problems.add(
          kind, ["item": .text(item.id.text)].merging(values) { $1 },
          at: SourcePlace(path: [.key("items"), .index(index), .key(key)]))
      }
      if let earlier = first[item.id] {
        add(.itemNamedTwice, ["other": .integer(Int64(earlier))], at: "id")
      } else {
        first[item.id] = index
      }
      if let task = item.task, let aspect = aspect(of: item, in: catalogue),
        !aspects[task, default: []].insert(aspect).inserted
      {
        add(
          .aspectTwice, ["task": .text(task.text), "aspect": .localized(aspect.label)],
          at: "indicator")
      }
      if item.target == nil { add(.missingTarget, at: "target") }
      if let weight = item.weight, weight < 0 {
        add(.negativeWeight, ["weight": .number(weight)], at: "weight")
      }
      if weightTotal != nil, item.weight == nil { add(.missingWeight, at: "weight") }
      check(item.indicator, in: catalogue, item.target, add)
      if let cascade { check(item.contributesTo, in: cascade, add) }
    }
    checkWeights(&problems)
    return problems
  }

  private func aspect(of item: PlanItem, in catalogue: IndicatorCatalogue) -> IndicatorAspect? {
    catalogue.versions(of: item.indicator).first?.aspect
  }

  private typealias Add = (DiagnosticKind, [String: DiagnosticValue], String) -> Void

  private func check(
    _ id: IndicatorID, in catalogue: IndicatorCatalogue, _ target: Target?, _ add: Add
  ) {
    let versions = catalogue.versions(of: id)
    guard !versions.isEmpty else {
      let problem = Diagnostic.unknownIndicator(id, among: catalogue.ids)
      return add(problem.kind, problem.values, "indicator")
    }
    guard let indicator = versions.first(where: { $0.effective.encloses(period.days) }) else {
      return add(
        .indicatorNotEffective,
        ["indicator": .text(id.text), "period": .localized(period.label)], "indicator")
    }
    guard let target else { return }
    if case .exact = target, indicator.polarity == .withinRange {
      add(.targetNotRange, ["indicator": .text(id.text)], "target")
    }
    if target.hasZero, indicator.attainment.zeroTarget == .undefined {
      add(.zeroTarget, ["indicator": .text(id.text)], "target")
    }
  }

  private func check(_ goal: GoalID?, in cascade: GoalCascade, _ add: Add) {
    guard let goal else { return add(.itemWithoutGoal, [:], "contributesTo") }
    guard cascade[goal] == nil else { return }
    let problem = Diagnostic.unknownGoal(goal, among: cascade.goals.map(\.id))
    add(problem.kind, problem.values, "contributesTo")
  }

  private func checkWeights(_ problems: inout Diagnostics) {
    let weights = items.compactMap(\.weight)
    guard let weightTotal else {
      if !weights.isEmpty { problems.add(.undeclaredWeightTotal, at: .key("weightTotal")) }
      return
    }
    guard weights.count == items.count, !items.isEmpty else { return }
    let sum = try? Ratio.sum(of: weights)
    guard sum != weightTotal else { return }
    problems.add(
      .weightTotal,
      [
        "sum": sum.map { .number($0) } ?? .localized(Attainment.Reason.overflow.label),
        "total": .number(weightTotal),
      ], at: .key("weightTotal"))
  }
}

extension Diagnostic {
  static func unknownIndicator(_ id: IndicatorID, among ids: [IndicatorID]) -> Diagnostic {
    let nearest = Spelling.nearest(to: id.text, among: ids.map(\.text))
    guard let nearest else { return Diagnostic(.unknownIndicator, ["indicator": .text(id.text)]) }
    return Diagnostic(
      .misspeltIndicator, ["indicator": .text(id.text), "nearest": .text(nearest)])
  }

  static func unknownGoal(_ id: GoalID, among ids: [GoalID]) -> Diagnostic {
    let nearest = Spelling.nearest(to: id.text, among: ids.map(\.text))
    guard let nearest else { return Diagnostic(.unknownGoal, ["goal": .text(id.text)]) }
    return Diagnostic(.misspeltGoal, ["goal": .text(id.text), "nearest": .text(nearest)])
  }
}
