import KinerjaCore

extension Refusal.Reason {
  var diagnostic: Diagnostic {
    switch self {
    case .notEnrolled: Diagnostic(.notEnrolled)
    case .alreadyEnrolled: Diagnostic(.alreadyEnrolled)
    case .otherProcess(let process):
      Diagnostic(
        .otherProcess, ["process": .text(process.id.text), "version": .text(process.version)])
    case .otherAppraisal: Diagnostic(.otherAppraisal)
    case .notAllowed(let command, let role, let stage, let allowed):
      Diagnostic(
        .commandNotAllowed,
        [
          "command": .localized(command?.label ?? .enrolling), "role": .text(role.text),
          "stage": stage.map { .text($0.text) } ?? .localized(.beforeTheBeginning),
          "allowed": allowed.isEmpty ? .localized(.nobody) : .list(allowed.map(\.text)),
        ])
    case .outsideDays(let stage, let days, let day):
      Diagnostic(
        .stageNotOpen,
        [
          "stage": .text(stage.text), "day": .day(day),
          "days": days.map { .text($0.description) } ?? .localized(.noDay),
        ])
    case .notAssigned(let role): Diagnostic(.notAssigned, ["role": .text(role.text)])
    case .roleNotAssignable(let role): Diagnostic(.roleNotAssignable, ["role": .text(role.text)])
    case .unfitAssignment(let role): Diagnostic(.unfitAssignment, ["role": .text(role.text)])
    case .planNotAgreed(let roles):
      Diagnostic(.planNotAgreed, ["roles": .list(roles.map(\.text))])
    case .unfitPlan: Diagnostic(.unfitPlan)
    case .notReported(let items): Diagnostic(.notReported, ["items": .list(items.map(\.text))])
    case .notRated(let subjects, let role):
      Diagnostic(
        .notRated, ["subjects": .list(subjects.map(\.description)), "role": .text(role.text)])
    case .noCurrentScore: Diagnostic(.noCurrentScore)
    case .notDecided: Diagnostic(.notDecided)
    case .adjustmentsOpen(let count):
      Diagnostic(.adjustmentsOpen, ["count": .integer(Int64(count))])
    case .noQuorum(let found, let needed):
      Diagnostic(
        .noQuorum, ["found": .integer(Int64(found)), "needed": .integer(Int64(needed))])
    case .noReason: Diagnostic(.noReason)
    case .ownResult: Diagnostic(.ownResult)
    case .unfitReport: Diagnostic(.unfitReport)
    case .reportNameTaken: Diagnostic(.reportNameTaken)
    case .unknownSubject(let subject):
      Diagnostic(.unknownSubject, ["subject": .text(subject.description)])
    case .unknownLevel(let scale, let level):
      Diagnostic(
        .unknownLevel, ["scale": .text(scale.text), "level": .integer(Int64(level))])
    case .ratingMoved(let subject):
      Diagnostic(.ratingMoved, ["subject": .text(subject.description)])
    case .adjustmentChangesNothing: Diagnostic(.adjustmentChangesNothing)
    case .adjustmentNameTaken(let name):
      Diagnostic(.adjustmentNameTaken, ["adjustment": .text(name.text)])
    case .adjustmentNotOpen(let name):
      Diagnostic(.adjustmentNotOpen, ["adjustment": .text(name.text)])
    case .commandNameTaken(let name):
      Diagnostic(.commandNameTaken, ["name": .text(name.text)])
    }
  }
}

extension LocalizedText {
  fileprivate static let enrolling = LocalizedText(
    id: "mendaftarkan pegawai", en: "enrolling a person")
  fileprivate static let beforeTheBeginning = LocalizedText(
    id: "sebelum mulai", en: "before the beginning")
  fileprivate static let nobody = LocalizedText(id: "tidak seorang pun", en: "nobody")
  fileprivate static let noDay = LocalizedText(id: "tidak ada hari", en: "no day")
}
