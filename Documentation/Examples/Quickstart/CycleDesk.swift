import Kinerja

/// Sends the commands of the cycle, each in the name of who gives it.
struct CycleDesk {
  let agency: Agency
  let journal: AppraisalJournal<FolderStore>

  init(_ agency: Agency, _ journal: AppraisalJournal<FolderStore>) {
    self.agency = agency
    self.journal = journal
  }

  static let planned: Instant = "2025-01-10T09:00:00+08:00"
  static let reported: Instant = "2025-12-15T15:00:00+08:00"
  static let assessed: Instant = "2025-12-22T10:00:00+08:00"
  static let discussed: Instant = "2026-01-12T13:00:00+08:00"
  static let decided: Instant = "2026-01-20T10:00:00+08:00"

  private static let secretary: PersonID = "secretariat"

  /// Enrols a person, has both sides agree to the plan, and opens the work.
  func plan(_ person: PersonID) async throws {
    guard let plan = agency.plan(of: person), let superior = agency.superior(of: person) else {
      return
    }
    let enrolment = Enrolment(
      person, in: Agency.cycle, over: Agency.period, under: agency.process.reference,
      assigned: ["supervisor": [superior], "peer": agency.peers(of: person)])
    try await send(
      .enrol(enrolment), "enrol", person, by: Self.secretary, "secretariat", Self.planned)
    try await send(.agreePlan(plan), "agree", person, by: person, "employee", Self.planned)
    try await send(.agreePlan(plan), "agree-too", person, by: superior, "supervisor", Self.planned)
    try await send(.advance, "to-work", person, by: Self.secretary, "secretariat", Self.planned)
  }

  /// Reports what a person achieved.
  func progress(_ person: PersonID) async throws {
    for item in agency.plan(of: person)?.items ?? [] {
      for report in agency.progress.reports(on: item.id, of: person) {
        try await send(
          .reportProgress(report), "report-\(report.item)", person, by: person, "employee",
          Self.reported)
      }
    }
    try await send(
      .advance, "to-assessment", person, by: Self.secretary, "secretariat", Self.assessed)
  }

  /// Hands in every rating of a person.
  func rate(_ person: PersonID) async throws {
    for row in agency.ratings where row.ratee == person {
      guard
        let subject = Agency.subject(of: row.item, in: agency.process),
        let aspect = agency.process.aspect(subject.aspect)
      else { continue }
      try await send(
        .submitRating(SubmittedRating(row.value, on: aspect.scale.id, of: subject)),
        "rate-\(row.rater)-\(row.item)", person, by: row.rater, row.role, Self.assessed)
    }
  }

  /// Puts a score on record.
  func conclude(_ score: Score, of person: PersonID, at moment: Instant) async throws {
    let name = "conclude-\(score.rule.id)-\(moment == Self.discussed ? "2" : "1")"
    try await send(
      .concludeScore(ConcludedScore(score)), name, person, by: Self.secretary, "secretariat",
      moment)
  }

  /// Brings a person's result before the forum.
  func openForum(_ person: PersonID) async throws {
    try await send(.advance, "to-forum", person, by: Self.secretary, "secretariat", Self.assessed)
  }

  /// Proposes a change of a superior's rating and records that the forum agrees.
  func adjust(_ adjustment: ForumMinutes.Adjustment) async throws {
    let person = adjustment.person
    let state = try await journal.state(of: person, in: Agency.cycle)
    guard
      let superior = agency.superior(of: person),
      let subject = Agency.subject(of: adjustment.item, in: agency.process),
      let standing = state.standingRating(of: subject, by: superior)
    else { return }
    let chair = agency.forum.present.first { $0 != person && $0 != superior } ?? Self.secretary
    let proposal = ProposedAdjustment(
      adjustment.id, of: subject, by: superior, from: standing.level, to: adjustment.level)
    try await send(
      .proposeAdjustment(proposal), "propose-\(adjustment.id)", person, by: chair, "forum",
      Self.discussed, because: adjustment.reason)
    let verdict = AdjustmentVerdict(
      on: adjustment.id, isAccepted: true, present: agency.forum.present,
      recused: agency.forum.present.filter { $0 == person || $0 == superior })
    try await send(
      .decideAdjustment(verdict), "verdict-\(adjustment.id)", person, by: chair, "forum",
      Self.discussed, because: adjustment.reason)
  }

  /// Has the competent official decide, and closes the appraisal.
  func decide(_ person: PersonID, _ rule: RuleID) async throws {
    // The superior's superior decides; at the top it is the head of the office.
    let superior = agency.superior(of: person)
    let official = superior.flatMap(agency.superior) ?? superior ?? Self.secretary
    try await send(
      .advance, "to-decision", person, by: Self.secretary, "secretariat", Self.discussed)
    try await send(.decide(rule), "decide", person, by: official, "official", Self.decided)
    try await send(.close, "close", person, by: Self.secretary, "secretariat", Self.decided)
  }

  private func send(
    _ action: AppraisalCommand.Action, _ name: String, _ person: PersonID, by actor: PersonID,
    _ role: RoleID, _ moment: Instant, because reason: String? = nil
  ) async throws {
    let command = AppraisalCommand(
      try CommandID("\(person).\(name)"),
      by: ActorContext(actor, as: role, at: moment, reason: reason), action)
    do {
      try await journal.perform(command, for: person, in: Agency.cycle, under: agency.process)
    } catch JournalError.refused(let refusal) {
      // The files ask for what their own process does not allow.
      var problems = Diagnostics()
      for diagnostic in refusal.diagnostics {
        problems.add(diagnostic.kind, diagnostic.values, at: SourcePlace(path: [.key(person.text)]))
      }
      throw InvalidInput(problems)
    }
  }
}
