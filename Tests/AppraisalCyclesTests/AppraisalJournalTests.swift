import AppraisalCycles
import AppraisalStorage
import Foundation
import IndicatorDefinitions
import KinerjaCore
import Testing

@Suite struct AppraisalJournalTests {
  let agency: AgencyID = "kendari"

  /// All commands of a whole course, as they would come from outside.
  private func commands() throws -> [AppraisalCommand] {
    let course = try Course.upTo("closed")
    var seen: Set<CommandID> = []
    return course.facts.compactMap { fact in
      guard seen.insert(fact.command).inserted else { return nil }
      let action: AppraisalCommand.Action? =
        switch fact.event {
        case .enrolled(let enrolment): .enrol(enrolment)
        case .planAgreed(let plan): .agreePlan(plan)
        case .stageEntered: .advance
        case .progressReported(let report): .reportProgress(report)
        case .ratingSubmitted(let rating): .submitRating(rating)
        case .scoreConcluded(let score): .concludeScore(score)
        case .decided(let decision): .decide(decision.rule)
        case .closed: .close
        case .exemptedFromPlan, .adjustmentProposed, .adjustmentDecided: nil
        }
      return action.map { AppraisalCommand(fact.command, by: fact.actor, $0) }
    }
  }

  private func carryOut(
    _ commands: [AppraisalCommand], in journal: AppraisalJournal<some AppraisalStore>
  ) async throws -> [JournalEntry] {
    var entries: [JournalEntry] = []
    for command in commands {
      entries.append(
        try await journal.perform(
          command, for: Kendari.employee, in: Kendari.cycle, under: Kendari.process()))
    }
    return entries
  }

  @Test func `a journal in memory ends where the pure course ends`() async throws {
    let journal = AppraisalJournal(in: MemoryStore(), of: agency)
    let entries = try await carryOut(commands(), in: journal)
    let course = try Course.upTo("closed")
    #expect(entries.last?.state == course.state)
    #expect(entries.allSatisfy { !$0.isReplay })
    #expect(try await journal.state(of: Kendari.employee, in: Kendari.cycle) == course.state)
    #expect(try await journal.facts(of: Kendari.employee, in: Kendari.cycle) == course.facts)
    #expect(try await journal.enrolments(in: Kendari.cycle) == [Kendari.enrolment()])
    #expect(try await journal.enrolments(in: "2026-s2") == [])
    #expect(try await journal.state(of: "p-other", in: Kendari.cycle) == AppraisalState())
  }

  @Test func `a journal in a folder is there after opening anew, and its score computes anew`()
    async throws
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kinerja-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try FolderStore(at: folder.path)
    _ = try await carryOut(commands(), in: AppraisalJournal(in: store, of: agency))
    await store.shutdown()
    let journal = AppraisalJournal(in: try FolderStore(at: folder.path), of: agency)
    let state = try await journal.state(of: Kendari.employee, in: Kendari.cycle)
    #expect(try state == Course.upTo("closed").state)
    let score = try #require(state.scores.last?.score)
    #expect(try score.differences(fromRecomputingBy: Kendari.rule) == [])
    // Sending everything again does nothing.
    let entries = try await carryOut(commands(), in: journal)
    #expect(entries.allSatisfy { $0.isReplay })
    #expect(entries.allSatisfy { $0.state == state })
  }

  @Test func `a command's name is used once`() async throws {
    let journal = AppraisalJournal(in: MemoryStore(), of: agency)
    let commands = try commands()
    _ = try await carryOut(Array(commands.prefix(2)), in: journal)
    let taken = JournalError.refused(Refusal(.commandNameTaken(commands[1].id)))
    let process = try Kendari.process()
    let other = AppraisalCommand(
      commands[1].id, by: commands[1].actor, .agreePlan(try Kendari.plan(target: 1)))
    await #expect(throws: taken) {
      try await journal.perform(other, for: Kendari.employee, in: Kendari.cycle, under: process)
    }
    // Nor for another person of the agency.
    let enrolment = Enrolment(
      "p-other", in: Kendari.cycle, over: try Kendari.period(), under: process.reference,
      assigned: try Kendari.enrolment().assigned)
    let enrol = AppraisalCommand(commands[1].id, by: commands[0].actor, .enrol(enrolment))
    await #expect(throws: taken) {
      try await journal.perform(enrol, for: "p-other", in: Kendari.cycle, under: process)
    }
    await #expect(throws: JournalError.refused(Refusal(.otherAppraisal))) {
      try await journal.perform(enrol, for: Kendari.employee, in: Kendari.cycle, under: process)
    }
  }

  @Test func `a refusal leaves nothing behind`() async throws {
    let store = MemoryStore()
    let journal = AppraisalJournal(in: store, of: agency)
    let command = try commands()[1]
    await #expect(throws: JournalError.refused(Refusal(.notEnrolled))) {
      try await journal.perform(
        command, for: Kendari.employee, in: Kendari.cycle, under: Kendari.process())
    }
    #expect(try await journal.facts(of: Kendari.employee, in: Kendari.cycle) == [])
  }

  @Test func `many at once lose nothing, and the same command sent by all happens once`()
    async throws
  {
    let store = MemoryStore()
    let journal = AppraisalJournal(in: store, of: agency)
    let start = try commands().prefix { command in
      if case .reportProgress = command.action { false } else { true }
    }
    _ = try await carryOut(Array(start), in: journal)
    let process = try Kendari.process()
    let actor = try Kendari.actor(.employee, at: "2026-04-01")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for sender in 0..<4 {
        group.addTask {
          for number in 0..<10 {
            let own = Kendari.report(try .init("own-\(sender)-\(number)"))
            let shared = Kendari.report(try .init("shared-\(number)"))
            for (name, report) in [("o\(sender)-\(number)", own), ("s\(number)", shared)] {
              try await journal.perform(
                AppraisalCommand(CommandID(name), by: actor, .reportProgress(report)),
                for: Kendari.employee, in: Kendari.cycle, under: process)
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let state = try await journal.state(of: Kendari.employee, in: Kendari.cycle)
    #expect(state.progress.count == 50)
    let before = try await journal.facts(of: Kendari.employee, in: Kendari.cycle)
    #expect(before.count { if case .progressReported = $0.event { true } else { false } } == 50)
  }

  @Test func `a stored fact that cannot be read is told with its position`() async throws {
    let store = MemoryStore()
    let stream = StreamID(
      tenant: agency, collection: "appraisals", id: KeyText(Kendari.cycle, Kendari.employee))
    _ = try await store.commit(
      Batch(
        tenant: agency, idempotencyKey: "x",
        [.append(stream, [Payload(schema: 2, utf8: "{}")], expecting: .empty)]))
    let journal = AppraisalJournal(in: store, of: agency)
    await #expect(
      throws: JournalError.unreadable(position: 0, .unknownSchema(found: 2, supported: 1))
    ) { try await journal.state(of: Kendari.employee, in: Kendari.cycle) }
  }

  @Test func `facts whose contents were erased are told with all their positions`() async throws {
    let store = MemoryStore()
    let journal = AppraisalJournal(in: store, of: agency)
    let commands = try commands()
    _ = try await carryOut(Array(commands.prefix(2)), in: journal)
    #expect(try await journal.facts(of: Kendari.employee, in: Kendari.cycle).count >= 2)
    let stream = StreamID(
      tenant: agency, collection: "appraisals", id: KeyText(Kendari.cycle, Kendari.employee))
    try await store.eraseEvents(of: stream, in: 0..<2)
    let erased = JournalError.erased(positions: [0, 1])
    await #expect(throws: erased) {
      try await journal.state(of: Kendari.employee, in: Kendari.cycle)
    }
    let process = try Kendari.process()
    await #expect(throws: erased) {
      try await journal.perform(
        commands[2], for: Kendari.employee, in: Kendari.cycle, under: process)
    }
    // The stream is as long as before: nothing was written.
    #expect(erased.diagnostics.map(\.kind) == [.factsErased])
  }
}
