public import KinerjaCore

/// Why a command was not carried out: everything that stands in its way, with the mend.
public struct Refusal: ReportedError, Sendable, Hashable {
  /// One thing that stands in the way.
  public enum Reason: Sendable, Hashable {
    /// The appraisal has not begun.
    case notEnrolled
    /// The appraisal has begun.
    case alreadyEnrolled
    /// The appraisal runs under another process, or another version.
    case otherProcess(ProcessReference)
    /// The command names another person or cycle than the one it is sent to.
    case otherAppraisal
    /// The role may not do this in this stage; carries those that may.
    case notAllowed(CommandName?, RoleID, StageID?, allowed: [RoleID])
    /// The stage is not open on that day; nil if it never is in this period.
    case outsideDays(StageID, DayRange?, Day)
    /// The actor does not act in that role for this person.
    case notAssigned(RoleID)
    /// A role of the enrolment is not one that the process assigns.
    case roleNotAssignable(RoleID)
    /// The enrolment names nobody in a role that the process assigns, or the person himself.
    case unfitAssignment(RoleID)
    /// These sides have not agreed to the plan.
    case planNotAgreed(by: [RoleID])
    /// The plan has no item, is another person's, or does not cover the period.
    case unfitPlan
    /// Nothing was reported on these items.
    case notReported([PlanItemID])
    /// These subjects bear no rating by the role.
    case notRated([RatedSubject], by: RoleID)
    /// No score was concluded, or a rating changed since.
    case noCurrentScore
    /// The official has not decided.
    case notDecided
    /// So many proposals wait for the forum.
    case adjustmentsOpen(Int)
    /// Too few members voted.
    case noQuorum(found: Int, needed: Int)
    /// No reason was given.
    case noReason
    /// Somebody acts on his own result, in another role than that of the person appraised.
    case ownResult
    /// The report is about another person or an item that is not in the plan.
    case unfitReport
    /// The report's name was used for another report.
    case reportNameTaken
    /// The process or the plan has no such subject.
    case unknownSubject(RatedSubject)
    /// The process rates the subject on another scale, or the scale has no such level.
    case unknownLevel(ScaleID, Int)
    /// There is no such rating to adjust, or it stands at another level.
    case ratingMoved(RatedSubject)
    /// The proposal would change nothing.
    case adjustmentChangesNothing
    /// The name was used for another proposal.
    case adjustmentNameTaken(AdjustmentID)
    /// There is no such proposal, or the forum has decided on it.
    case adjustmentNotOpen(AdjustmentID)
    /// The command's name was used for another command.
    case commandNameTaken(CommandID)
  }

  /// What stands in the way, at least one thing.
  public let reasons: [Reason]

  /// Creates a refusal.
  public init(_ reasons: Reason...) { self.reasons = reasons }

  init(_ reasons: [Reason]) { self.reasons = reasons }

  /// The reasons as diagnostics in both languages; no person is named.
  public var diagnostics: [Diagnostic] { reasons.map(\.diagnostic) }
}
