import AppraisalCycles
import IndicatorDefinitions
import KinerjaCore
import Testing

@Suite struct DecideTests {
  // MARK: - The whole way

  @Test func `plan, progress, rating, forum, decision`() throws {
    let course = try Course.upTo("closed")
    #expect(course.state.isClosed && course.state.stage == "closed")
    #expect(course.state.factCount == UInt64(course.facts.count))
    #expect(course.state == AppraisalState(course.facts))
    let stages = course.facts.compactMap { fact -> StageID? in
      if case .stageEntered(let stage) = fact.event { stage } else { nil }
    }
    #expect(stages == ["plan", "progress", "rating", "forum", "decision", "closed"])
    let decision = try #require(course.state.decision)
    #expect(decision.decision.number == 2 && decision.decision.category == "good")
    #expect(decision.actor.person == Kendari.official)
  }

  // MARK: - Every stage, command and role

  struct Step: Sendable, CustomTestStringConvertible {
    let stage: StageID
    let command: CommandName
    var testDescription: String { "\(command.rawValue) in \(stage)" }
  }

  static let steps: [Step] = ["plan", "progress", "rating", "forum", "decision", "closed"]
    .flatMap { stage in CommandName.allCases.map { Step(stage: stage, command: $0) } }

  /// A day on which the stage is open.
  static func day(in stage: StageID) -> Day {
    switch stage {
    case "plan": "2026-01-02"
    case "progress": "2026-06-20"
    case "rating": "2026-07-01"
    case "forum": "2026-07-10"
    default: "2026-08-05"
    }
  }

  /// A course that has all that a command may need, brought to a stage.
  static func ready(for step: Step) throws -> (Course, AppraisalCommand.Action) {
    var course = try Course.upTo("forum")
    let subject = Kendari.subjects[0]
    let proposal = ProposedAdjustment(
      "a1", of: subject, by: Kendari.supervisor, from: 2, to: 3)
    if step.command == .decideAdjustment {
      try course.give(.proposeAdjustment(proposal), by: "forum", on: "2026-07-10")
    }
    if step.command == .close {
      try course.give(.advance, by: "secretariat", on: "2026-07-20")
      try course.give(.decide("mean"), by: "official", on: "2026-07-21")
    }
    // From here on the stage is put where the test wants it, past every rule of the process.
    course.enter(step.stage)
    let action: AppraisalCommand.Action =
      switch step.command {
      case .agreePlan: .agreePlan(try Kendari.plan())
      case .exemptFromPlan: .exemptFromPlan
      case .advance: .advance
      case .reportProgress: .reportProgress(Kendari.report("r9"))
      case .submitRating: .submitRating(Kendari.rating(3, of: subject))
      case .concludeScore: .concludeScore(try Kendari.score(course.state))
      case .proposeAdjustment: .proposeAdjustment(proposal)
      case .decideAdjustment:
        .decideAdjustment(
          AdjustmentVerdict(on: "a1", isAccepted: true, present: Kendari.forum))
      case .decide: .decide("mean")
      case .close: .close
      }
    return (course, action)
  }

  @Test(arguments: steps)
  func `every stage, command and role moves as declared or is refused`(step: Step) throws {
    let (course, action) = try Self.ready(for: step)
    let stage = try #require(course.process.stage(step.stage))
    for role in course.process.roles.map(\.id) {
      let declared = stage.permissions.first {
        $0.command == step.command && $0.roles.contains(role)
      }
      var moved = course
      do {
        let facts = try moved.give(action, by: role, on: Self.day(in: step.stage))
        let permission = try #require(declared, "\(role) was let through")
        #expect(!facts.isEmpty)
        #expect(moved.state.stage == permission.next ?? step.stage, "\(role)")
        #expect(moved.state.factCount == course.state.factCount + UInt64(facts.count))
      } catch let refusal as Refusal {
        #expect(declared == nil, "\(role) was refused: \(refusal)")
        let allowed = stage.permissions.filter { $0.command == step.command }.flatMap(\.roles)
        #expect(
          refusal.reasons == [.notAllowed(step.command, role, step.stage, allowed: allowed)])
      }
    }
  }

  // MARK: - The beginning

  @Test func `nothing happens before the enrolment, and it happens once`() throws {
    var course = try Course()
    #expect(try refusal(course, .advance, by: "secretariat", on: "2026-01-02") == [.notEnrolled])
    #expect(
      try refusal(course, .enrol(Kendari.enrolment()), by: "supervisor", on: "2026-01-02")
        == [.notAllowed(nil, "supervisor", nil, allowed: ["secretariat"])])
    try course.give(.enrol(Kendari.enrolment()), by: "secretariat", on: "2026-01-02")
    #expect(
      try refusal(course, .enrol(Kendari.enrolment()), by: "secretariat", on: "2026-01-02")
        == [.alreadyEnrolled])
  }

  @Test func `an enrolment names others, and just those whom the process assigns`() throws {
    let course = try Course()
    func reasons(_ extra: [RoleID: [PersonID]]) throws -> [Refusal.Reason]? {
      try refusal(
        course, .enrol(Kendari.enrolment(assigning: extra)), by: "secretariat", on: "2026-01-02")
    }
    #expect(try reasons(["supervisor": []]) == [.unfitAssignment("supervisor")])
    #expect(try reasons(["forum": [Kendari.employee, "x"]]) == [.unfitAssignment("forum")])
    #expect(
      try reasons(["secretariat": ["x"], "employee": ["y"], "supervisor": []])
        == [
          .roleNotAssignable("employee"), .roleNotAssignable("secretariat"),
          .unfitAssignment("supervisor"),
        ])
  }

  @Test func `an appraisal ends under the version of the process under which it began`() throws {
    let course = try Course.upTo("plan")
    let process = course.process
    let newer = AppraisalProcess(
      process.id, version: "2026-2", process.title, zone: process.zone, roles: process.roles,
      enrolledBy: process.enrolledBy, aspects: process.aspects, stages: process.stages)
    let command = AppraisalCommand(
      "c9", by: try Kendari.actor("secretariat", at: "2026-01-02"), .advance)
    #expect(throws: Refusal(.otherProcess(process.reference))) {
      try newer.decide(command, in: course.state)
    }
  }

  // MARK: - The plan (F08)

  @Test func `the work begins when both sides have agreed to the same plan`() throws {
    var course = try Course.upTo("plan")
    let parties: [RoleID] = ["employee", "supervisor"]
    func reasons(_ course: Course) throws -> [Refusal.Reason]? {
      try refusal(course, .advance, by: "secretariat", on: "2026-01-02")
    }
    #expect(try reasons(course) == [.planNotAgreed(by: parties)])
    try course.give(.agreePlan(Kendari.plan()), by: "employee", on: "2026-01-02")
    #expect(try reasons(course) == [.planNotAgreed(by: ["supervisor"])])
    // The supervisor agrees to something else: now the employee has not agreed.
    try course.give(.agreePlan(Kendari.plan(target: 150)), by: "supervisor", on: "2026-01-03")
    #expect(try reasons(course) == [.planNotAgreed(by: ["employee"])])
    try course.give(.agreePlan(Kendari.plan(target: 150)), by: "employee", on: "2026-01-04")
    #expect(try reasons(course) == nil)
    #expect(try course.state.plan == Kendari.plan(target: 150))
    #expect(course.state.planAgreements.map(\.role) == ["supervisor", "employee"])
  }

  @Test func `an exemption opens the way, with a reason that stays readable`() throws {
    var course = try Course.upTo("plan")
    #expect(
      try refusal(course, .exemptFromPlan, by: "official", on: "2026-01-02", reason: " ")
        == [.noReason])
    try course.give(.exemptFromPlan, by: "official", on: "2026-01-02", reason: "long illness")
    #expect(try refusal(course, .advance, by: "secretariat", on: "2026-01-02") == nil)
    #expect(course.state.planExemption?.reason == "long illness")
  }

  @Test func `a plan is the person's own, has items and covers the period`() throws {
    let course = try Course.upTo("plan")
    let plan = try Kendari.plan()
    let unfit = [
      WorkPlan(person: "p-other", period: plan.period, items: plan.items),
      WorkPlan(person: plan.person, period: plan.period, items: []),
      WorkPlan(person: plan.person, period: try .quarter(year: 2026, 1), items: plan.items),
    ]
    for plan in unfit {
      #expect(
        try refusal(course, .agreePlan(plan), by: "employee", on: "2026-01-02") == [.unfitPlan])
    }
  }

  // MARK: - Who and when

  @Test func `a role is held by those assigned, and by no other`() throws {
    let course = try Course.upTo("rating")
    let rating = AppraisalCommand.Action.submitRating(
      Kendari.rating(2, of: Kendari.subjects[0]))
    let instant = try Instant("2026-06-25", hour: 9, in: .wita)
    func reasons(_ actor: ActorContext) -> [Refusal.Reason]? {
      do {
        _ = try course.process.decide(AppraisalCommand("c99", by: actor, rating), in: course.state)
        return nil
      } catch {
        return error.reasons
      }
    }
    #expect(
      reasons(ActorContext("p-stranger", as: "supervisor", at: instant))
        == [.notAssigned("supervisor")])
    #expect(
      reasons(ActorContext(Kendari.employee, as: "supervisor", at: instant))
        == [.ownResult, .notAssigned("supervisor")])
    // An acting officer acts for the one assigned; both are named.
    let acting = ActorContext(
      "p-acting", as: "supervisor", at: instant, onBehalfOf: Kendari.supervisor)
    #expect(reasons(acting) == nil)
    #expect(
      reasons(
        ActorContext(
          Kendari.employee, as: "supervisor", at: instant, onBehalfOf: Kendari.supervisor))
        == [.ownResult])
  }

  @Test func `an employee acts for himself only`() throws {
    let course = try Course.upTo("progress")
    let actor = ActorContext(
      "p-colleague", as: .employee, at: try Instant("2026-03-02", hour: 9, in: .wita))
    let command = AppraisalCommand("c99", by: actor, .reportProgress(Kendari.report("r1")))
    #expect(throws: Refusal(.notAssigned(.employee))) {
      try course.process.decide(command, in: course.state)
    }
  }

  @Test func `nobody looks after his own appraisal in another role`() throws {
    let course = try Course.upTo("forum")
    let actor = ActorContext(
      Kendari.employee, as: "secretariat", at: try Instant("2026-07-10", hour: 9, in: .wita))
    #expect(throws: Refusal(.ownResult)) {
      try course.process.decide(AppraisalCommand("c99", by: actor, .advance), in: course.state)
    }
  }

  // The planning stage closes 30 days after 1 January, in Kendari's zone.
  @Test func `the last second of a stage is in time, the next is not`() throws {
    let course = try Course.upTo("plan")
    let last = Zone.wita.lastSecond(of: "2026-01-31")
    let action = AppraisalCommand.Action.agreePlan(try Kendari.plan())
    func decide(_ instant: Instant) throws -> [AppraisalFact] {
      let actor = ActorContext(Kendari.employee, as: .employee, at: instant)
      return try course.process.decide(
        AppraisalCommand("c99", by: actor, action), in: course.state)
    }
    #expect(try decide(last).count == 1)
    let late = try last.advanced(bySeconds: 1)
    let days = try DayRange(from: "2025-12-02", through: "2026-01-31")
    #expect(throws: Refusal(.outsideDays("plan", days, "2026-02-01"))) { try decide(late) }
    let early = try Zone.wita.firstSecond(of: "2025-12-02").advanced(bySeconds: -1)
    #expect(throws: Refusal(.outsideDays("plan", days, "2025-12-01"))) { try decide(early) }
  }

  @Test func `everything that stands in the way is told at once`() throws {
    let course = try Course.upTo("forum")
    let verdict = AdjustmentVerdict(
      on: "a7", isAccepted: true, present: [Kendari.forum[0], Kendari.employee],
      recused: [Kendari.forum[0]])
    let day: Day = "2026-12-24"
    let days = try DayRange(from: "2026-06-30", through: "2026-07-31")
    #expect(
      try refusal(course, .decideAdjustment(verdict), by: "forum", on: day, reason: nil)
        == [
          .outsideDays("forum", days, day), .noReason, .ownResult,
          .noQuorum(found: 1, needed: 2), .adjustmentNotOpen("a7"),
        ])
  }
}
