public import KinerjaCore

/// What a person is to achieve in a period (*sasaran kinerja pegawai*, SKP).
///
/// A plan may be a draft: ``problems(with:_:)`` says what it lacks.
public struct WorkPlan: Hashable, Sendable {
  /// Whose plan it is.
  public let person: PersonID
  /// The period.
  public let period: Period
  /// The items, in the order of the plan.
  public let items: [PlanItem]
  /// What the weights of the items must add up to, such as 100; nil if items have no weights.
  public let weightTotal: Ratio?

  /// Creates a plan.
  public init(person: PersonID, period: Period, items: [PlanItem], weightTotal: Ratio? = nil) {
    self.person = person
    self.period = period
    self.items = items
    self.weightTotal = weightTotal
  }

  /// The item with a name; nil if there is none.
  public subscript(id: PlanItemID) -> PlanItem? { items.first { $0.id == id } }
}

/// One thing to be achieved (*butir rencana kinerja*).
public struct PlanItem: Hashable, Sendable, Identifiable {
  /// The item's name for machines, unlike any other in the plan.
  public let id: PlanItemID
  /// The task of which the item measures an aspect; nil for an item that stands alone.
  public let task: TaskID?
  /// What is measured.
  public let indicator: IndicatorID
  /// What is to be achieved; nil in a draft.
  public let target: Target?
  /// How much the item counts; nil if the plan has no weights.
  public let weight: Ratio?
  /// The goal of the unit that it serves; nil if none is named.
  public let contributesTo: GoalID?

  /// Creates an item.
  public init(
    _ id: PlanItemID, task: TaskID? = nil, indicator: IndicatorID, target: Target?,
    weight: Ratio? = nil, contributesTo: GoalID? = nil
  ) {
    self.id = id
    self.task = task
    self.indicator = indicator
    self.target = target
    self.weight = weight
    self.contributesTo = contributesTo
  }
}

extension WorkPlan: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let person = object.required("person", PersonID.self)
    let period = object.required("period", Period.self)
    let items = object.required("items", [PlanItem].self)
    let weightTotal = object.optional("weightTotal", Ratio.self)
    object.finish()
    guard let person, let period, let items else { return nil }
    self.init(person: person, period: period, items: items, weightTotal: weightTotal)
  }

  public var json: JSONValue {
    .object(of: [
      "person": person.json, "period": period.json, "items": items.json,
      "weightTotal": weightTotal?.json,
    ])
  }
}

extension PlanItem: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", PlanItemID.self)
    let task = object.optional("task", TaskID.self)
    let indicator = object.required("indicator", IndicatorID.self)
    let target = object.optional("target", Target.self)
    let weight = object.optional("weight", Ratio.self)
    let contributesTo = object.optional("contributesTo", GoalID.self)
    object.finish()
    guard let id, let indicator else { return nil }
    self.init(
      id, task: task, indicator: indicator, target: target, weight: weight,
      contributesTo: contributesTo)
  }

  public var json: JSONValue {
    .object(of: [
      "id": id.json, "task": task?.json, "indicator": indicator.json, "target": target?.json,
      "weight": weight?.json, "contributesTo": contributesTo?.json,
    ])
  }
}
