import Kinerja

/// Takes everybody through the cycle: plan, progress, supervisor, forum, decision.
///
/// Every step is a command that the process may refuse, and leaves facts in a durable folder.
struct CycleRun {
  let agency: Agency
  /// The folder of the journal, which this run begins.
  let journal: String

  init(_ agency: Agency, journal: String) {
    self.agency = agency
    self.journal = journal
  }

  /// What the cycle came to.
  struct Outcome {
    /// Before the forum and after it, in the order of the plans.
    let before: [PersonID: Evaluation]
    let after: [PersonID: Evaluation]
    let states: [PersonID: AppraisalState]
    let audit: RatingAuditResult
    let matches: [JobPersonMatch]
    let recomputation: Recomputation
    let factCount: Int
  }

  func run() async throws -> Outcome {
    let rules = try Evaluation.Rules()
    let store = try FolderStore(at: journal)
    let desk = CycleDesk(agency, AppraisalJournal(in: store, of: Agency.id))

    for person in agency.employees { try await desk.plan(person) }
    for person in agency.employees { try await desk.progress(person) }
    for person in agency.employees { try await desk.rate(person) }
    let before = try await conclude(desk, rules, at: CycleDesk.assessed)
    let audit = try auditRaters()
    for person in agency.employees { try await desk.openForum(person) }
    for adjustment in agency.forum.adjustments { try await desk.adjust(adjustment) }
    let after = try await conclude(desk, rules, at: CycleDesk.discussed)
    for person in agency.employees { try await desk.decide(person, rules.result.rule.id) }
    await store.shutdown()

    // From here on nothing is remembered but what lies in the folder.
    let reopened = try FolderStore(at: journal)
    let records = AppraisalJournal(in: reopened, of: Agency.id)
    var states: [PersonID: AppraisalState] = [:]
    var factCount = 0
    for enrolment in try await records.enrolments(in: Agency.cycle) {
      let state = try await records.state(of: enrolment.person, in: Agency.cycle)
      states[enrolment.person] = state
      factCount += Int(state.factCount)
    }
    await reopened.shutdown()
    return Outcome(
      before: before, after: after, states: states, audit: audit, matches: matches(),
      recomputation: try Recomputation(agency, states, rules), factCount: factCount)
  }

  /// Puts the scores of both rules on record for everybody.
  private func conclude(
    _ desk: CycleDesk, _ rules: Evaluation.Rules, at moment: Instant
  ) async throws -> [PersonID: Evaluation] {
    var evaluations: [PersonID: Evaluation] = [:]
    for person in agency.employees {
      let state = try await desk.journal.state(of: person, in: Agency.cycle)
      guard let superior = agency.superior(of: person) else { continue }
      let evaluation = try Evaluation(state, by: superior, agency.indicators, rules)
      evaluations[person] = evaluation
      for score in [evaluation.result, evaluation.comparison] {
        try await desk.conclude(score, of: person, at: moment)
      }
    }
    return evaluations
  }

  /// Asks whether the marks of behaviour can be trusted, rater by rater.
  private func auditRaters() throws -> RatingAuditResult {
    guard let marks = agency.process.aspect("behaviour-marks"), case .items(let items) = marks.parts
    else { throw InvalidInput(Diagnostic(.unknownItem, ["item": "behaviour-marks"])) }
    let ratings = agency.ratings.filter { items.contains($0.item) }.map {
      Rating(ratee: $0.ratee, rater: $0.rater, item: $0.item, value: $0.value)
    }
    return try RatingAudit(limits: Self.limits, leniencyGateInPoints: 2.5).run(
      on: RatingSet(ratings, scale: marks.scale))
  }

  /// The teams of a health centre are smaller than the ten ratees that the library asks for before
  /// it flags a rater; the report says that flags here rest on less.
  static let limits = SampleLimits(ratingsToFlag: 25, rateesToFlag: 5)

  private func matches() -> [JobPersonMatch] {
    agency.personProfiles.compactMap { person in
      let posts = agency.organisation.posts(of: person.person, on: Agency.period.last).map(\.post)
      return agency.postProfiles.first { posts.contains($0.post) }.map { post in
        JobPersonMatchRule.perBKN26of2019.match(person, against: post, in: agency.framework)
      }
    }
  }
}

/// Computes every score again from the reopened journal and compares it digit by digit.
struct Recomputation {
  /// How many scores were computed again.
  let scoreCount: Int
  /// Whose digits differ, or whose derivation does not verify.
  let differing: [PersonID]

  var isSame: Bool { differing.isEmpty && scoreCount > 0 }

  init(
    _ agency: Agency, _ states: [PersonID: AppraisalState], _ rules: Evaluation.Rules
  ) throws {
    var scoreCount = 0
    var differing: [PersonID] = []
    for person in agency.employees {
      guard let state = states[person], let superior = agency.superior(of: person) else {
        differing.append(person)
        continue
      }
      let again = try Evaluation(state, by: superior, agency.indicators, rules)
      for score in [again.result, again.comparison] {
        scoreCount += 1
        let recorded = state.currentScore(of: score.rule.id)
        let isSame = recorded == ConcludedScore(score) && score.derivation.verify().isEmpty
        if !isSame { differing.append(person) }
      }
    }
    (self.scoreCount, self.differing) = (scoreCount, differing)
  }
}
