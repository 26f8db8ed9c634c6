public import AppraisalStorage
public import KinerjaCore

/// Binds the pure decisions of a process to a store: one stream of facts for each person and cycle.
///
/// Of two who act on the same state at once, one is first and the other decides anew on what the
/// first left. A command sent twice happens once. Enrolling a person also writes a record, in the
/// same commit, by which the people of a cycle are found.
public struct AppraisalJournal<Store: AppraisalStore>: Sendable {
  private let store: Store
  private let agency: AgencyID
  private let retry: RetryPolicy

  /// Creates a journal.
  ///
  /// - Parameters:
  ///   - store: Where the facts lie.
  ///   - agency: Whose they are.
  ///   - retry: How often and how patiently a command is decided anew when others are quicker.
  public init(in store: Store, of agency: AgencyID, retry: RetryPolicy = RetryPolicy()) {
    self.store = store
    self.agency = agency
    self.retry = retry
  }

  /// Where a person's appraisal stands in a cycle; the state before any fact if it never began.
  public func state(
    of person: PersonID, in cycle: CycleID
  ) async throws(JournalError) -> AppraisalState {
    AppraisalState(try await facts(of: person, in: cycle))
  }

  /// All facts about a person's appraisal, in order.
  ///
  /// - Throws: ``JournalError/store(_:)``, ``JournalError/unreadable(position:_:)``,
  ///   ``JournalError/erased(positions:)``.
  public func facts(
    of person: PersonID, in cycle: CycleID
  ) async throws(JournalError) -> [AppraisalFact] {
    var events: [StoredEvent] = []
    do throws(StoreError) {
      for try await event in store.history(of: stream(of: person, in: cycle)) {
        events.append(event)
      }
    } catch {
      throw .store(error)
    }
    let erased = events.filter(\.isErased).map(\.position)
    guard erased.isEmpty else { throw .erased(positions: erased) }
    return try events.map { (event) throws(JournalError) in
      try JournalError.reading(event.payload, at: event.position, by: AppraisalFact.codec)
    }
  }

  /// Everybody enrolled in a cycle, in the byte order of their identifiers.
  public func enrolments(in cycle: CycleID) async throws(JournalError) -> [Enrolment] {
    var payloads: [Payload] = []
    do throws(StoreError) {
      let collection = Self.collection(of: cycle)
      for try await record in store.records(tenant: agency, collection: collection) {
        payloads.append(record.payload)
      }
    } catch {
      throw .store(error)
    }
    return try payloads.map { (payload) throws(JournalError) in
      try JournalError.reading(payload, at: nil, by: Self.enrolmentCodec)
    }
  }

  private func pause(before attempt: Int) async throws(JournalError) {
    do throws(StoreError) {
      try await retry.pause(before: attempt)
    } catch {
      throw .store(error)
    }
  }

  /// Carries a command out.
  ///
  /// - Parameters:
  ///   - command: What somebody wishes; its name is used once in the agency.
  ///   - person: Whose appraisal is meant.
  ///   - cycle: In which cycle.
  ///   - process: The process under which the appraisal runs.
  /// - Returns: The facts that followed and the state to which they led.
  /// - Throws: ``JournalError/refused(_:)`` if the command may not be carried out,
  ///   ``JournalError/store(_:)``, ``JournalError/unreadable(position:_:)``,
  ///   ``JournalError/erased(positions:)``.
  @discardableResult
  public func perform(
    _ command: AppraisalCommand, for person: PersonID, in cycle: CycleID,
    under process: AppraisalProcess
  ) async throws(JournalError) -> JournalEntry {
    if case .enrol(let enrolment) = command.action,
      enrolment.person != person || enrolment.cycle != cycle
    {
      throw .refused(Refusal(.otherAppraisal))
    }
    var attempt = 0
    var isNameKnown = false
    while true {
      if attempt > 0 { try await pause(before: attempt) }
      attempt += 1
      let facts = try await facts(of: person, in: cycle)
      var state = AppraisalState(facts)
      let earlier = facts.filter { $0.command == command.id }
      if let first = earlier.first {
        guard command.led(to: first) else {
          throw .refused(Refusal(.commandNameTaken(command.id)))
        }
        return JournalEntry(facts: earlier, state: state, isReplay: true)
      }
      let new: [AppraisalFact]
      do throws(Refusal) {
        new = try process.decide(command, in: state)
      } catch {
        throw .refused(error)
      }
      guard !new.isEmpty else { return JournalEntry(facts: [], state: state, isReplay: false) }
      let mutations = mutations(of: new, for: person, in: cycle, at: state.factCount, command)
      do throws(StoreError) {
        _ = try await store.commit(
          Batch(tenant: agency, idempotencyKey: KeyText(command.id), mutations))
        for fact in new { state.evolve(by: fact) }
        return JournalEntry(facts: new, state: state, isReplay: false)
      } catch .streamConflict where attempt < retry.attempts {
      } catch .alreadyExists where attempt < retry.attempts {
      } catch .outcomeUnknown where attempt < retry.attempts {
        // Reading the stream anew tells whether the facts are there.
      } catch .idempotencyMismatch where !isNameKnown {
        // Either this command was carried out a moment ago, which the stream will tell, or its
        // name belongs to another appraisal's.
        isNameKnown = true
      } catch .idempotencyMismatch {
        throw .refused(Refusal(.commandNameTaken(command.id)))
      } catch {
        throw .store(error)
      }
    }
  }
}

/// What carrying out a command came to.
public struct JournalEntry: Sendable, Hashable {
  /// The facts that followed, in order; none if what was reported was known already.
  public let facts: [AppraisalFact]
  /// Where the appraisal stands now.
  public let state: AppraisalState
  /// Whether the command had been carried out before; nothing was done now.
  public let isReplay: Bool
}

// MARK: - Where things lie

extension AppraisalJournal {
  private static var enrolmentCodec: PayloadCodec<Enrolment> { PayloadCodec() }

  /// The stream of a person's appraisal.
  private func stream(of person: PersonID, in cycle: CycleID) -> StreamID {
    StreamID(tenant: agency, collection: "appraisals", id: KeyText(cycle, person))
  }

  /// The collection of the enrolments in a cycle.
  private static func collection(of cycle: CycleID) -> KeyText {
    KeyText("enrolments" as ItemID, cycle)
  }

  private func mutations(
    of facts: [AppraisalFact], for person: PersonID, in cycle: CycleID, at position: UInt64,
    _ command: AppraisalCommand
  ) -> [Mutation] {
    let payloads = facts.map(AppraisalFact.codec.encode)
    let append = Mutation.append(
      stream(of: person, in: cycle), payloads, expecting: .exactly(position))
    guard case .enrol(let enrolment) = command.action else { return [append] }
    let key = RecordKey(
      tenant: agency, collection: Self.collection(of: cycle), id: KeyText(person))
    return [append, .put(key, Self.enrolmentCodec.encode(enrolment), if: .mustNotExist)]
  }
}
