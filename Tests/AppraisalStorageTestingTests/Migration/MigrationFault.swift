/// A way in which a store may break its promises about migrations, and the rule that must notice.
enum MigrationFault: String, CaseIterable, Sendable {
  case answersFromTheOldFormat
  case migratesWhenWrittenTo
  case migratesWhenOpenedAgain
  case leavesAGapBetweenSteps
  case losesTheLastRecord
  case bringsBackWhatWasErased
  case forgetsKeys
  case countsRevisionsAnew
  case migratesInMemoryOnly
  case bearsOutdatedData
  case takesTheStepsAgain
  case migratesAfterTheEnd
  case ignoresCancellation
  case losesThePortionAtWhichItIsCancelled
  case takesACancelledStepForDone
  case beginsAnewWithWhatIsMoved
  case countsDown
  case countsBeyondTheTotal
  case tellsNoProgress
  case refusesASecondMigration
  case looksThenMoves
  case asksForTheFormatOnce
  case tellsNoStreams
  case tellsOldRevisions

  var rule: String {
    switch self {
    case .answersFromTheOldFormat, .migratesWhenWrittenTo, .migratesWhenOpenedAgain,
      .leavesAGapBetweenSteps:
      "M1"
    case .losesTheLastRecord, .bringsBackWhatWasErased, .forgetsKeys, .countsRevisionsAnew,
      .migratesInMemoryOnly:
      "M2"
    case .bearsOutdatedData, .takesTheStepsAgain, .migratesAfterTheEnd: "M3"
    case .ignoresCancellation, .losesThePortionAtWhichItIsCancelled, .takesACancelledStepForDone,
      .beginsAnewWithWhatIsMoved, .countsDown, .countsBeyondTheTotal, .tellsNoProgress:
      "M4"
    case .refusesASecondMigration, .looksThenMoves, .asksForTheFormatOnce: "M5"
    case .tellsNoStreams, .tellsOldRevisions: "M6"
    }
  }
}
