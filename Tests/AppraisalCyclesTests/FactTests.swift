import AppraisalCycles
import AppraisalStorage
import KinerjaCore
import KinerjaTables
import Testing

@Suite struct FactTests {
  private func everyFact() throws -> [AppraisalFact] {
    var course = try Course.upTo("forum")
    let subject = Kendari.subjects[0]
    let proposal = ProposedAdjustment("a1", of: subject, by: Kendari.supervisor, from: 2, to: 1)
    try course.give(.proposeAdjustment(proposal), by: "forum", on: "2026-07-10")
    let verdict = AdjustmentVerdict(
      on: "a1", isAccepted: false, present: Kendari.forum, recused: [Kendari.forum[2]])
    try course.give(.decideAdjustment(verdict), by: "forum", on: "2026-07-10")
    try course.give(.advance, by: "secretariat", on: "2026-07-20")
    try course.give(.decide("mean"), by: "official", on: "2026-08-01")
    try course.give(.close, by: "secretariat", on: "2026-08-02")
    var exempt = try Course.upTo("plan")
    try exempt.give(.exemptFromPlan, by: "official", on: "2026-01-02")
    return course.facts + exempt.facts
  }

  @Test func `every fact is read as it was written`() throws {
    var kinds: Set<String> = []
    for fact in try everyFact() {
      let payload = AppraisalFact.codec.encode(fact)
      #expect(payload.schema == 1)
      #expect(try AppraisalFact.codec.decode(payload) == fact)
      guard case .object(let members) = fact.json, case .string(let kind)? = members["event"] else {
        Issue.record("\(fact)")
        continue
      }
      kinds.insert(kind)
    }
    #expect(kinds.count == 11)
  }

  // A file written today must be read tomorrow: these bytes are never to change.
  @Test func `facts are canonical JSON`() throws {
    let actor = ActorContext(
      "p-acting", as: "supervisor", at: try Instant("2026-06-25", hour: 9, in: .wita),
      reason: "cuti atasan", onBehalfOf: "p-supervisor")
    let fact = AppraisalFact(
      .ratingSubmitted(Kendari.rating(3, of: RatedSubject("work", .planItem("visits")))),
      by: actor, command: "c17")
    let expected = #"""
      {"actor":{"at":"2026-06-25T01:00:00Z","onBehalfOf":"p-supervisor","person":"p-acting",\#
      "reason":"cuti atasan","role":"supervisor"},"command":"c17",\#
      "content":{"level":3,"scale":"expectation",\#
      "subject":{"aspect":"work","planItem":"visits"}},"event":"rating-submitted"}
      """#
    #expect(String(decoding: fact.json.canonicalBytes, as: UTF8.self) == expected)
  }

  @Test func `what is wrong with a fact is named with its path`() {
    let text = """
      {"event": "rating-submited", "actor": {"person": "p 1", "role": "x", "at": "noon"},
       "command": "c1", "colour": "red"}
      """
    let error = #expect(throws: PayloadError.self) {
      try AppraisalFact.codec.decode(Payload(schema: 1, utf8: text))
    }
    let paths = error?.diagnostics.map(\.place.path.description) ?? []
    #expect(Set(paths).isSuperset(of: ["event", "actor.person", "actor.at", "colour"]))
  }

  @Test func `a subject names one thing`() {
    let error = #expect(throws: InvalidInput.self) {
      try JSONDocument(#"{"aspect": "work", "planItem": "a", "item": "b"}"#)
        .read(RatedSubject.self)
    }
    #expect(error?.problems.map(\.code) == ["cycle.subject-of-two"])
  }

  // MARK: - Laws over random walks

  @Test func `random walks keep the laws of the journal`() throws {
    var accepted: Set<CommandName> = []
    for seed in 1...60 as ClosedRange<UInt64> {
      let random = RandomStream(seed: seed)
      let stages: [StageID] = ["plan", "progress", "rating", "forum", "decision"]
      var course = try Course.upTo(stages[random.integer(in: 0...4, at: 0)])
      for step in 1...60 {
        try Self.walk(&course, random.substream(step), &accepted)
      }
      let stored = try course.facts.map {
        try AppraisalFact.codec.decode(AppraisalFact.codec.encode($0))
      }
      #expect(AppraisalState(stored) == course.state, "seed \(seed)")
    }
    // The walks went everywhere, else they prove little.
    #expect(accepted == Set(CommandName.allCases))
  }

  private static func walk(
    _ course: inout Course, _ random: RandomStream, _ accepted: inout Set<CommandName>
  ) throws {
    let before = course
    var name = CommandName.allCases[random.integer(in: 0...9, at: 3)]
    var role = course.process.roles.map(\.id)[random.integer(in: 0...4, at: 4)]
    let permissions = course.state.stage.flatMap(course.process.stage)?.permissions ?? []
    // Every other step is one that somebody may take.
    if random.bernoulli(0.5, at: 6), !permissions.isEmpty {
      let permission = permissions[random.integer(in: 0...permissions.count - 1, at: 7)]
      (name, role) = (permission.command, permission.roles[0])
    }
    let action = try action(name, random, in: course.state)
    let day = try "2025-12-10" + random.integer(in: 0...240, at: 5)
    do {
      let facts = try course.give(action, by: role, on: day)
      let stage = try #require(before.state.stage.flatMap(course.process.stage))
      let permission = try #require(
        stage.permissions.first { $0.command == action.name && $0.roles.contains(role) })
      #expect(course.state.stage == permission.next ?? stage.id)
      #expect(facts.allSatisfy { $0.actor.role == role })
      accepted.insert(permission.command)
    } catch let refusal as Refusal {
      #expect(!refusal.reasons.isEmpty)
      #expect(Set(refusal.reasons).count == refusal.reasons.count)
      #expect(course.state == before.state)
    }
    // Nothing that was on record is ever taken away.
    #expect(course.state.ratings.starts(with: before.state.ratings))
    #expect(course.state.scores.starts(with: before.state.scores))
    #expect(course.state.adjustments.count >= before.state.adjustments.count)
  }

  private static func action(
    _ command: CommandName, _ random: RandomStream, in state: AppraisalState
  ) throws -> AppraisalCommand.Action {
    let subject = Kendari.subjects[random.integer(in: 0...4, at: 0)]
    let level = random.integer(in: 1...3, at: 1)
    let name = random.integer(in: 1...4, at: 2)
    switch command {
    case .agreePlan: return .agreePlan(try Kendari.plan(target: Ratio(100 + level)))
    case .exemptFromPlan: return .exemptFromPlan
    case .advance: return .advance
    case .reportProgress:
      return .reportProgress(
        Kendari.report(try .init("r\(name)"), level == 1 ? "records" : "visits"))
    case .submitRating: return .submitRating(Kendari.rating(level, of: subject))
    case .concludeScore:
      let score = try? Kendari.score(state)
      return try .concludeScore(score ?? Kendari.score(Course.upTo("forum").state))
    case .proposeAdjustment:
      let standing = state.standingRating(of: subject, by: Kendari.supervisor)?.level ?? 2
      return .proposeAdjustment(
        ProposedAdjustment(
          try AdjustmentID("a\(name)"), of: subject, by: Kendari.supervisor, from: standing,
          to: level))
    case .decideAdjustment:
      return .decideAdjustment(
        AdjustmentVerdict(
          on: try AdjustmentID("a\(name)"), isAccepted: level > 1, present: Kendari.forum))
    case .decide: return .decide("mean")
    case .close: return .close
    }
  }
}
