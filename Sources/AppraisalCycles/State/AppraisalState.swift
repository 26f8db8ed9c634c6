public import IndicatorDefinitions
public import KinerjaCore

/// Where a person's appraisal stands: what its facts add up to.
public struct AppraisalState: Sendable, Hashable {
  /// How many facts it is made of.
  public private(set) var factCount: UInt64 = 0
  /// Its beginning; nil before.
  public private(set) var enrolment: Enrolment?
  /// The stage; nil before the beginning.
  public private(set) var stage: StageID?
  /// Whether it was closed.
  public private(set) var isClosed = false
  /// The plan agreed to last, by at least one side.
  public private(set) var plan: WorkPlan?
  /// The sides that agreed to that plan, in the order in which they did.
  public private(set) var planAgreements: [ActorContext] = []
  /// Who exempted the person from an agreed plan, and why; nil if nobody did.
  public private(set) var planExemption: ActorContext?
  /// What was reported.
  public private(set) var progress = ProgressLog()
  /// Every rating ever given, as it was given, in order.
  public private(set) var ratings: [RecordedRating] = []
  /// Every adjustment ever proposed, with its verdict, in order.
  public private(set) var adjustments: [RecordedAdjustment] = []
  /// Every score ever put on record, in order.
  public private(set) var scores: [RecordedScore] = []
  /// What the official decided, the last of several; nil before.
  public private(set) var decision: RecordedDecision?

  /// The fact after which a rating last took effect.
  private var lastRatingChange: UInt64 = 0

  /// Creates the state before any fact.
  public init() {}

  /// Creates the state to which facts add up.
  public init(_ facts: some Sequence<AppraisalFact>) {
    for fact in facts { evolve(by: fact) }
  }

  /// Takes in the next fact.
  ///
  /// Facts were checked when they were decided; here every fact counts, in the order given.
  public mutating func evolve(by fact: AppraisalFact) {
    factCount += 1
    switch fact.event {
    case .enrolled(let enrolment): self.enrolment = enrolment
    case .stageEntered(let stage): self.stage = stage
    case .planAgreed(let plan): agree(to: plan, fact.actor)
    case .exemptedFromPlan: planExemption = fact.actor
    case .progressReported(let report):
      // A report whose name was taken is refused before it becomes a fact.
      _ = try? progress.add(report)
    case .ratingSubmitted(let rating):
      ratings.append(
        RecordedRating(rating: rating, actor: fact.actor, factNumber: factCount))
      lastRatingChange = factCount
    case .scoreConcluded(let score):
      scores.append(RecordedScore(score: score, actor: fact.actor, factNumber: factCount))
    case .adjustmentProposed(let proposal):
      adjustments.append(RecordedAdjustment(proposal: proposal, proposer: fact.actor))
    case .adjustmentDecided(let verdict): settle(verdict, fact.actor)
    case .decided(let decision):
      self.decision = RecordedDecision(decision: decision, actor: fact.actor)
    case .closed: isClosed = true
    }
  }

  private mutating func agree(to plan: WorkPlan, _ actor: ActorContext) {
    // Whoever agreed to another plan has not agreed to this one.
    if plan != self.plan { planAgreements = [] }
    self.plan = plan
    planAgreements.removeAll { $0.role == actor.role }
    planAgreements.append(actor)
  }

  private mutating func settle(_ verdict: AdjustmentVerdict, _ actor: ActorContext) {
    guard let index = adjustments.firstIndex(where: { $0.proposal.id == verdict.adjustment })
    else { return }
    adjustments[index].verdict = verdict
    adjustments[index].decider = actor
    adjustments[index].verdictNumber = factCount
    if verdict.isAccepted { lastRatingChange = factCount }
  }

  /// Whether a score takes every rating and every accepted adjustment into account.
  public func isCurrent(_ score: RecordedScore) -> Bool { score.factNumber > lastRatingChange }

  /// The last score of a rule, if it is current.
  public func currentScore(of rule: RuleID) -> ConcludedScore? {
    scores.last { $0.score.rule == rule && isCurrent($0) }?.score
  }
}
