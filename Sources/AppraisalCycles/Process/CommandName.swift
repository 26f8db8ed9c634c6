public import KinerjaCore

/// What may be done in a process, by the words that its definition uses.
public enum CommandName: String, Sendable, Hashable, CaseIterable, DefinitionValue {
  /// One side agrees to a work plan (*menyepakati rencana kerja*).
  case agreePlan = "agree-plan"
  /// The person may go on without an agreed plan, for a reason that is kept.
  case exemptFromPlan = "exempt-from-plan"
  /// The person's appraisal moves to another stage.
  case advance
  /// Progress on an item of the plan is reported (*melaporkan kemajuan*).
  case reportProgress = "report-progress"
  /// A rating is given (*memberi nilai*).
  case submitRating = "submit-rating"
  /// A rule's outcome is put on record (*menetapkan hasil perhitungan*).
  case concludeScore = "conclude-score"
  /// A forum is asked to change a rating (*mengusulkan penyesuaian*).
  case proposeAdjustment = "propose-adjustment"
  /// The forum says yes or no (*memutus usulan*).
  case decideAdjustment = "decide-adjustment"
  /// The competent official decides the result (*menetapkan hasil*).
  case decide
  /// The appraisal is closed (*menutup penilaian*).
  case close
}

extension CommandName {
  /// The command in words.
  public var label: LocalizedText {
    switch self {
    case .agreePlan: LocalizedText(id: "menyepakati rencana kerja", en: "agreeing to a plan")
    case .exemptFromPlan:
      LocalizedText(id: "membebaskan dari rencana kerja", en: "exempting from the plan")
    case .advance: LocalizedText(id: "melanjutkan tahap", en: "moving to another stage")
    case .reportProgress: LocalizedText(id: "melaporkan kemajuan", en: "reporting progress")
    case .submitRating: LocalizedText(id: "memberi nilai", en: "giving a rating")
    case .concludeScore:
      LocalizedText(id: "menetapkan hasil perhitungan", en: "concluding a score")
    case .proposeAdjustment:
      LocalizedText(id: "mengusulkan penyesuaian", en: "proposing an adjustment")
    case .decideAdjustment:
      LocalizedText(id: "memutus usulan penyesuaian", en: "deciding on an adjustment")
    case .decide: LocalizedText(id: "menetapkan hasil akhir", en: "deciding the result")
    case .close: LocalizedText(id: "menutup penilaian", en: "closing the appraisal")
    }
  }

  /// What holds whatever a process says: no process can let somebody judge himself, or let a
  /// forum act without a reason.
  package var ownRequirements: [ProcessRequirement] {
    switch self {
    case .exemptFromPlan: [.reason, .notOwnResult]
    case .proposeAdjustment: [.reason]
    case .decideAdjustment: [.reason, .notOwnResult]
    case .decide: [.notOwnResult, .adjustmentsDecided]
    case .agreePlan, .advance, .reportProgress, .submitRating, .concludeScore, .close: []
    }
  }
}
