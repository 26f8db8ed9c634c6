import IndicatorDefinitions
import KinerjaCore

extension CommandDecision {
  /// What keeps a requirement from being met; nothing if it is.
  func unmet(_ requirement: ProcessRequirement, _ enrolment: Enrolment) -> [Refusal.Reason] {
    switch requirement {
    case .planAgreed(let roles):
      guard state.planExemption == nil else { return [] }
      let missing = roles.filter { role in
        !state.planAgreements.contains { $0.role == role }
      }
      return missing.isEmpty ? [] : [.planNotAgreed(by: missing)]
    case .allReported:
      let missing = (state.plan?.items ?? []).map(\.id).filter {
        state.progress.reports(on: $0, of: enrolment.person).isEmpty
      }
      return missing.isEmpty ? [] : [.notReported(missing)]
    case .allRated(let role):
      let rated = Set(state.standingRatings.filter { $0.role == role }.map(\.subject))
      let missing = process.subjects(with: state.plan).filter { !rated.contains($0) }
      return missing.isEmpty ? [] : [.notRated(missing, by: role)]
    case .scoreCurrent:
      return state.scores.contains(where: state.isCurrent) ? [] : [.noCurrentScore]
    case .adjustmentsDecided:
      let open = state.adjustments.count { $0.verdict == nil }
      return open == 0 ? [] : [.adjustmentsOpen(open)]
    case .decided:
      return state.decision == nil ? [.notDecided] : []
    case .quorum(let needed):
      guard case .decideAdjustment(let verdict) = command.action else { return [] }
      let found = verdict.voters.count
      return found >= needed ? [] : [.noQuorum(found: found, needed: needed)]
    case .reason:
      return actor.hasReason ? [] : [.noReason]
    case .notOwnResult:
      return isAboutOneself(enrolment) ? [.ownResult] : []
    }
  }

  private func isAboutOneself(_ enrolment: Enrolment) -> Bool {
    if actor.persons.contains(enrolment.person) { return true }
    guard case .decideAdjustment(let verdict) = command.action else { return false }
    return verdict.voters.contains(enrolment.person)
  }
}
