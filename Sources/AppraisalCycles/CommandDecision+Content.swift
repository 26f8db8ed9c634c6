public import IndicatorDefinitions
import KinerjaCore

extension CommandDecision {
  /// What the command itself leads to, apart from a move to another stage.
  func contentEvents(_ enrolment: Enrolment) throws(Refusal) -> [AppraisalEvent] {
    switch command.action {
    case .enrol: throw Refusal(.alreadyEnrolled)
    case .agreePlan(let plan):
      let covers = plan.period.days.encloses(enrolment.period.days)
      guard plan.person == enrolment.person, !plan.items.isEmpty, covers else {
        throw Refusal(.unfitPlan)
      }
      return [.planAgreed(plan)]
    case .exemptFromPlan: return [.exemptedFromPlan]
    case .advance: return []
    case .reportProgress(let report): return try self.report(report, enrolment)
    case .submitRating(let rating): return try rate(rating)
    case .concludeScore(let score): return [.scoreConcluded(score)]
    case .proposeAdjustment(let proposal): return try propose(proposal)
    case .decideAdjustment(let verdict):
      let isOpen = state.adjustments.contains {
        $0.proposal.id == verdict.adjustment && $0.verdict == nil
      }
      guard isOpen else { throw Refusal(.adjustmentNotOpen(verdict.adjustment)) }
      return [.adjustmentDecided(verdict)]
    case .decide(let rule):
      guard let score = state.currentScore(of: rule) else { throw Refusal(.noCurrentScore) }
      return [.decided(FinalDecision(on: score))]
    case .close: return [.closed]
    }
  }

  private func report(
    _ report: ProgressReport, _ enrolment: Enrolment
  ) throws(Refusal) -> [AppraisalEvent] {
    guard report.person == enrolment.person, state.plan?[report.item] != nil else {
      throw Refusal(.unfitReport)
    }
    var log = state.progress
    do {
      return try log.add(report) ? [.progressReported(report)] : []
    } catch {
      throw Refusal(.reportNameTaken)
    }
  }

  private func rate(_ rating: SubmittedRating) throws(Refusal) -> [AppraisalEvent] {
    guard
      process.subjects(with: state.plan).contains(rating.subject),
      let aspect = process.aspect(rating.subject.aspect)
    else { throw Refusal(.unknownSubject(rating.subject)) }
    guard aspect.scale.id == rating.scale, aspect.scale.level(rating.level) != nil else {
      throw Refusal(.unknownLevel(rating.scale, rating.level))
    }
    return [.ratingSubmitted(rating)]
  }

  private func propose(_ proposal: ProposedAdjustment) throws(Refusal) -> [AppraisalEvent] {
    var reasons: [Refusal.Reason] = []
    if state.adjustments.contains(where: { $0.proposal.id == proposal.id }) {
      reasons.append(.adjustmentNameTaken(proposal.id))
    }
    let standing = state.standingRating(of: proposal.subject, by: proposal.rater)
    if standing?.level != proposal.from { reasons.append(.ratingMoved(proposal.subject)) }
    if proposal.from == proposal.to { reasons.append(.adjustmentChangesNothing) }
    if let aspect = process.aspect(proposal.subject.aspect),
      aspect.scale.level(proposal.to) == nil
    {
      reasons.append(.unknownLevel(aspect.scale.id, proposal.to))
    }
    guard reasons.isEmpty else { throw Refusal(reasons) }
    return [.adjustmentProposed(proposal)]
  }
}

extension AppraisalProcess {
  /// Everything that is rated of a person with a plan, in the order of the process and the plan.
  public func subjects(with plan: WorkPlan?) -> [RatedSubject] {
    aspects.flatMap { aspect -> [RatedSubject] in
      switch aspect.parts {
      case .whole: [RatedSubject(aspect.id)]
      case .planItems: (plan?.items ?? []).map { RatedSubject(aspect.id, .planItem($0.id)) }
      case .items(let items): items.map { RatedSubject(aspect.id, .item($0)) }
      }
    }
  }
}
