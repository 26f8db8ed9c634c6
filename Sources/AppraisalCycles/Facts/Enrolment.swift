public import KinerjaCore

/// The beginning of a person's appraisal in a cycle.
public struct Enrolment: Sendable, Hashable {
  /// Who is appraised.
  public let person: PersonID
  /// In which cycle.
  public let cycle: CycleID
  /// Over which period.
  public let period: Period
  /// Under which process, to the end.
  public let process: ProcessReference
  /// Who acts in the roles that are assigned for each person, such as the supervisor.
  public let assigned: [RoleID: [PersonID]]

  /// Creates an enrolment.
  public init(
    _ person: PersonID, in cycle: CycleID, over period: Period, under process: ProcessReference,
    assigned: [RoleID: [PersonID]]
  ) {
    self.person = person
    self.cycle = cycle
    self.period = period
    self.process = process
    self.assigned = assigned
  }
}

extension Enrolment: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let person = object.required("person", PersonID.self)
    let cycle = object.required("cycle", CycleID.self)
    let period = object.required("period", Period.self)
    let process = object.required("process", ProcessReference.self)
    let assigned = object.required("assigned", [RoleID: [PersonID]].self)
    object.finish()
    guard let person, let cycle, let period, let process, let assigned else { return nil }
    self.init(person, in: cycle, over: period, under: process, assigned: assigned)
  }

  public var json: JSONValue {
    [
      "person": person.json, "cycle": cycle.json, "period": period.json,
      "process": process.json, "assigned": assigned.json,
    ]
  }
}
