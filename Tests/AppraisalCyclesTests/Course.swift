import AppraisalCycles
import KinerjaCore

/// An appraisal that is carried on command by command, in memory.
struct Course {
  let process: AppraisalProcess
  private(set) var facts: [AppraisalFact] = []
  private(set) var state = AppraisalState()
  private var count = 0

  init() throws { process = try Kendari.process() }

  /// Gives a command and takes in what follows.
  @discardableResult
  mutating func give(
    _ action: AppraisalCommand.Action, by role: RoleID, on day: Day,
    reason: String? = "as discussed"
  ) throws -> [AppraisalFact] {
    count += 1
    let command = AppraisalCommand(
      try CommandID("c\(count)"), by: try Kendari.actor(role, at: day, reason: reason), action)
    return try give(command)
  }

  @discardableResult
  mutating func give(_ command: AppraisalCommand) throws -> [AppraisalFact] {
    let new = try process.decide(command, in: state)
    for fact in new { state.evolve(by: fact) }
    facts += new
    return new
  }

  /// Puts the appraisal into a stage, whatever the process says.
  mutating func enter(_ stage: StageID) {
    guard let last = facts.last else { return }
    let fact = AppraisalFact(.stageEntered(stage), by: last.actor, command: last.command)
    state.evolve(by: fact)
    facts.append(fact)
  }
}

extension Course {
  /// A course that has come to a stage.
  static func upTo(_ stage: StageID) throws -> Course {
    var course = try Course()
    try course.give(.enrol(Kendari.enrolment()), by: "secretariat", on: "2025-12-15")
    let steps: [(StageID, (inout Course) throws -> Void)] = [
      ("plan", { try $0.plan() }), ("progress", { try $0.progress() }),
      ("rating", { try $0.rate() }), ("forum", { try $0.discuss() }),
      ("decision", { try $0.decide() }),
    ]
    for (name, step) in steps {
      if course.state.stage == stage { return course }
      precondition(course.state.stage == name)
      try step(&course)
    }
    return course
  }

  private mutating func plan() throws {
    try give(.agreePlan(Kendari.plan()), by: .employee, on: "2025-12-20")
    try give(.agreePlan(Kendari.plan()), by: "supervisor", on: "2025-12-21")
    try give(.advance, by: "secretariat", on: "2026-01-02", reason: nil)
  }

  private mutating func progress() throws {
    try give(.reportProgress(Kendari.report("r1")), by: .employee, on: "2026-03-02", reason: nil)
    try give(
      .reportProgress(Kendari.report("r2", "records", of: "0.9")), by: .employee,
      on: "2026-04-02", reason: nil)
    try give(.advance, by: "supervisor", on: "2026-06-20", reason: nil)
  }

  private mutating func rate() throws {
    for subject in Kendari.subjects {
      try give(.submitRating(Kendari.rating(2, of: subject)), by: "supervisor", on: "2026-06-25")
    }
    try give(.concludeScore(Kendari.score(state)), by: "supervisor", on: "2026-07-01")
  }

  private mutating func discuss() throws {
    try give(.advance, by: "secretariat", on: "2026-07-20")
  }

  private mutating func decide() throws {
    try give(.decide("mean"), by: "official", on: "2026-08-01")
    try give(.close, by: "secretariat", on: "2026-08-02")
  }
}

/// Gives a command and returns why it was refused; nil if it was not.
func refusal(
  _ course: Course, _ action: AppraisalCommand.Action, by role: RoleID, on day: Day,
  reason: String? = "as discussed"
) throws -> [Refusal.Reason]? {
  var course = course
  do {
    try course.give(action, by: role, on: day, reason: reason)
    return nil
  } catch let refusal as Refusal {
    return refusal.reasons
  }
}
