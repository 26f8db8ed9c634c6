public import IndicatorDefinitions
public import KinerjaCore

/// A wish to do something in a person's appraisal.
public struct AppraisalCommand: Sendable, Hashable {
  /// What is to be done.
  public enum Action: Sendable, Hashable {
    /// Begin the appraisal.
    case enrol(Enrolment)
    /// Agree to this plan, as the side that the actor's role stands for.
    case agreePlan(WorkPlan)
    case exemptFromPlan
    /// Move to the stage that the process names.
    case advance
    case reportProgress(ProgressReport)
    case submitRating(SubmittedRating)
    case concludeScore(ConcludedScore)
    case proposeAdjustment(ProposedAdjustment)
    case decideAdjustment(AdjustmentVerdict)
    /// Decide on the current score of a rule.
    case decide(RuleID)
    case close
  }

  /// The name that its sender gave it; sending it again does nothing more.
  public let id: CommandID
  /// Who acts, as what, when and why.
  public let actor: ActorContext
  /// What is to be done.
  public let action: Action

  /// Creates a command.
  public init(_ id: CommandID, by actor: ActorContext, _ action: Action) {
    self.id = id
    self.actor = actor
    self.action = action
  }
}

extension AppraisalCommand.Action {
  /// The word by which a process speaks of it; nil for an enrolment, which comes before any stage.
  public var name: CommandName? {
    switch self {
    case .enrol: nil
    case .agreePlan: .agreePlan
    case .exemptFromPlan: .exemptFromPlan
    case .advance: .advance
    case .reportProgress: .reportProgress
    case .submitRating: .submitRating
    case .concludeScore: .concludeScore
    case .proposeAdjustment: .proposeAdjustment
    case .decideAdjustment: .decideAdjustment
    case .decide: .decide
    case .close: .close
    }
  }
}

extension AppraisalCommand {
  /// Whether a fact is the first to which this command led, that is, whether it is the same one.
  func led(to fact: AppraisalFact) -> Bool {
    guard fact.command == id, fact.actor == actor else { return false }
    return switch (action, fact.event) {
    case (.enrol(let wanted), .enrolled(let found)): wanted == found
    case (.agreePlan(let wanted), .planAgreed(let found)): wanted == found
    case (.reportProgress(let wanted), .progressReported(let found)): wanted == found
    case (.submitRating(let wanted), .ratingSubmitted(let found)): wanted == found
    case (.concludeScore(let wanted), .scoreConcluded(let found)): wanted == found
    case (.proposeAdjustment(let wanted), .adjustmentProposed(let found)): wanted == found
    case (.decideAdjustment(let wanted), .adjustmentDecided(let found)): wanted == found
    case (.decide(let wanted), .decided(let found)): wanted == found.rule
    case (.exemptFromPlan, .exemptedFromPlan), (.advance, .stageEntered), (.close, .closed): true
    default: false
    }
  }
}
