import KinerjaCore

extension AppraisalProcess {
  /// Decides what a command leads to, without doing it.
  ///
  /// This is a pure function: the same command, state and process always lead to the same facts.
  ///
  /// - Parameters:
  ///   - command: What somebody wishes.
  ///   - state: Where the appraisal stands.
  /// - Returns: The facts that follow, in order; none if what is reported is known already.
  /// - Throws: ``Refusal`` with everything that stands in the way.
  public func decide(
    _ command: AppraisalCommand, in state: AppraisalState
  ) throws(Refusal) -> [AppraisalFact] {
    let decision = CommandDecision(process: self, command: command, state: state)
    return try decision.events().map {
      AppraisalFact($0, by: command.actor, command: command.id)
    }
  }
}

/// One command, judged by a process in a state.
struct CommandDecision {
  let process: AppraisalProcess
  let command: AppraisalCommand
  let state: AppraisalState

  var actor: ActorContext { command.actor }

  func events() throws(Refusal) -> [AppraisalEvent] {
    if case .enrol(let enrolment) = command.action { return try enrol(enrolment) }
    guard let enrolment = state.enrolment, let name = command.action.name else {
      throw Refusal(.notEnrolled)
    }
    guard enrolment.process == process.reference else {
      throw Refusal(.otherProcess(enrolment.process))
    }
    let (stage, permission) = try permission(for: name)
    var reasons = actorReasons(enrolment) + dayReasons(stage, enrolment)
    // Each thing is asked for once, though both the command and the process may ask for it.
    var asked: [ProcessRequirement] = []
    for requirement in name.ownRequirements + permission.requirements
    where !asked.contains(requirement) {
      asked.append(requirement)
      reasons += unmet(requirement, enrolment).filter { !reasons.contains($0) }
    }
    let events: [AppraisalEvent]
    do throws(Refusal) {
      events = try contentEvents(enrolment)
    } catch {
      throw Refusal(reasons + error.reasons.filter { !reasons.contains($0) })
    }
    guard reasons.isEmpty else { throw Refusal(reasons) }
    return events + (permission.next.map { [.stageEntered($0)] } ?? [])
  }

  private func enrol(_ enrolment: Enrolment) throws(Refusal) -> [AppraisalEvent] {
    guard state.enrolment == nil else { throw Refusal(.alreadyEnrolled) }
    var reasons: [Refusal.Reason] = []
    if enrolment.process != process.reference {
      reasons.append(.otherProcess(process.reference))
    }
    if actor.role != .employee, actor.persons.contains(enrolment.person) {
      reasons.append(.ownResult)
    }
    guard process.enrolledBy.contains(actor.role), let first = process.stages.first else {
      throw Refusal(
        reasons + [.notAllowed(nil, actor.role, nil, allowed: process.enrolledBy)])
    }
    for role in enrolment.assigned.keys.sorted()
    where process.role(role)?.isAssigned != true || role == .employee {
      reasons.append(.roleNotAssignable(role))
    }
    for role in process.roles where role.isAssigned && role.id != .employee {
      let assigned = enrolment.assigned[role.id] ?? []
      if assigned.isEmpty || assigned.contains(enrolment.person) {
        reasons.append(.unfitAssignment(role.id))
      }
    }
    guard reasons.isEmpty else { throw Refusal(reasons) }
    return [.enrolled(enrolment), .stageEntered(first.id)]
  }

  /// The permission by which the actor's role may give the command in the stage.
  private func permission(
    for name: CommandName
  ) throws(Refusal) -> (ProcessStage, StagePermission) {
    let stage = state.stage.flatMap(process.stage)
    let candidates = stage?.permissions.filter { $0.command == name } ?? []
    guard let stage, let found = candidates.first(where: { $0.roles.contains(actor.role) }) else {
      throw Refusal(
        .notAllowed(name, actor.role, state.stage, allowed: candidates.flatMap(\.roles)))
    }
    return (stage, found)
  }

  private func actorReasons(_ enrolment: Enrolment) -> [Refusal.Reason] {
    let principal = actor.onBehalfOf ?? actor.person
    if actor.role == .employee {
      return principal == enrolment.person ? [] : [.notAssigned(.employee)]
    }
    // Whatever a process allows, nobody looks after his own appraisal in another role.
    let own: [Refusal.Reason] =
      actor.persons.contains(enrolment.person) ? [.ownResult] : []
    guard process.role(actor.role)?.isAssigned == true else { return own }
    let assigned = enrolment.assigned[actor.role] ?? []
    return own + (assigned.contains(principal) ? [] : [.notAssigned(actor.role)])
  }

  private func dayReasons(_ stage: ProcessStage, _ enrolment: Enrolment) -> [Refusal.Reason] {
    let day = process.zone.day(of: actor.instant)
    let days = stage.days(in: enrolment.period)
    return days?.contains(day) == true ? [] : [.outsideDays(stage.id, days, day)]
  }
}
