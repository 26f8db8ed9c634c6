public import IndicatorDefinitions
public import KinerjaCore

/// Something that happened in a person's appraisal.
public enum AppraisalEvent: Sendable, Hashable {
  /// The appraisal began.
  case enrolled(Enrolment)
  /// It came to a stage.
  case stageEntered(StageID)
  /// One side agreed to a plan; which side, the context says.
  case planAgreed(WorkPlan)
  /// The person goes on without an agreed plan; why, the context says.
  case exemptedFromPlan
  /// Progress was reported.
  case progressReported(ProgressReport)
  /// A rating was given.
  case ratingSubmitted(SubmittedRating)
  /// A score was put on record.
  case scoreConcluded(ConcludedScore)
  /// The forum was asked to change a rating.
  case adjustmentProposed(ProposedAdjustment)
  /// The forum decided.
  case adjustmentDecided(AdjustmentVerdict)
  /// The official decided.
  case decided(FinalDecision)
  /// The appraisal was closed.
  case closed
}

extension AppraisalEvent {
  private enum Word: String, CaseIterable, DefinitionValue {
    case enrolled
    case stageEntered = "stage-entered"
    case planAgreed = "plan-agreed"
    case exemptedFromPlan = "exempted-from-plan"
    case progressReported = "progress-reported"
    case ratingSubmitted = "rating-submitted"
    case scoreConcluded = "score-concluded"
    case adjustmentProposed = "adjustment-proposed"
    case adjustmentDecided = "adjustment-decided"
    case decided
    case closed
  }

  /// Reads the keys `event` and `content` of an object.
  init?(in object: DefinitionObject) {
    guard let word = object.required("event", Word.self) else { return nil }
    let event: AppraisalEvent? =
      switch word {
      case .enrolled: object.required("content").map(Self.enrolled)
      case .stageEntered: object.required("content").map(Self.stageEntered)
      case .planAgreed: object.required("content").map(Self.planAgreed)
      case .exemptedFromPlan: .exemptedFromPlan
      case .progressReported: object.required("content").map(Self.progressReported)
      case .ratingSubmitted: object.required("content").map(Self.ratingSubmitted)
      case .scoreConcluded: object.required("content").map(Self.scoreConcluded)
      case .adjustmentProposed: object.required("content").map(Self.adjustmentProposed)
      case .adjustmentDecided: object.required("content").map(Self.adjustmentDecided)
      case .decided: object.required("content").map(Self.decided)
      case .closed: .closed
      }
    guard let event else { return nil }
    self = event
  }

  /// The word for the event, and its content.
  var keys: (event: JSONValue, content: JSONValue?) {
    switch self {
    case .enrolled(let enrolment): (Word.enrolled.json, enrolment.json)
    case .stageEntered(let stage): (Word.stageEntered.json, stage.json)
    case .planAgreed(let plan): (Word.planAgreed.json, plan.json)
    case .exemptedFromPlan: (Word.exemptedFromPlan.json, nil)
    case .progressReported(let report): (Word.progressReported.json, report.json)
    case .ratingSubmitted(let rating): (Word.ratingSubmitted.json, rating.json)
    case .scoreConcluded(let score): (Word.scoreConcluded.json, score.json)
    case .adjustmentProposed(let proposal): (Word.adjustmentProposed.json, proposal.json)
    case .adjustmentDecided(let verdict): (Word.adjustmentDecided.json, verdict.json)
    case .decided(let decision): (Word.decided.json, decision.json)
    case .closed: (Word.closed.json, nil)
    }
  }
}
