/// A way in which a store may break its promises, and the rule that must notice.
enum Fault: String, CaseIterable, Sendable {
  case callsAnExistingRecordAConflict
  case ignoresRevisions
  case beginsRevisionsAnew
  case deletesAtAnyRevision
  case createsAtARevision
  case refusesToDeleteWhatIsMissing
  case beginsRevisionsAnewWhenReopened
  case keepsHalfOfAFailedBatch
  case checksAgainstTheStateBeforeTheBatch
  case dropsEventsThatStandBesideRecords
  case takesBatchesOfAnySize
  case pausesInsideABatch
  case forgetsKeys
  case ignoresContentUnderAKey
  case forgetsKeysWhenReopened
  case remembersKeysLate
  case usesUpTheKeysOfFailedBatches
  case countsOffsets
  case looksForTheRecordAtTheCursor
  case endsAtAFullPage
  case takesAnyCursor
  case ordersWithoutCase
  case pointsBehindAnEmptyCollection
  case closesHalfOpenRanges
  case takesPrefixesForFolders
  case countsOffsetsInRanges
  case takesAnyCursorInRanges
  case filtersOnePageForARange
  case showsOtherCollectionsInRanges
  case trustsTheCursorToBeWithinTheRange
  case leavesGapsInStreams
  case ignoresExpectedPositions
  case looksThenAppends
  case showsTheFirstHundredEvents
  case losesTheLastEventWhenReopened
  case foldsCaseOfKeys
  case endsContentsAtZero
  case forgetsSchemas
  case sharesKeysBetweenTenants
  case showsOtherTenantsRecords
  case looksThenPuts
  case answersFromAMomentAgo
  case looksThroughTheSecondHandleThenPuts
  case showsACopyThroughTheSecondHandle
  case ignoresCancellation
  case staysOpen
  case leavesHalfABatchInACrash
  case losesAllInACrash
  case callsACrashAFailure
  case losesTheFourthChange
  case neverReplacesAContent
  case declaresPayloadsThatFitNoBatch
  case takesAnyNumberOfBytes
  case takesNoGreatBatches
  case refusesItsGreatestPage
  case showsErasedEventsAsEmptyOnes
  case erasesWhatIsAppendedLater
  case forgetsErasuresWhenReopened
  case erasesOtherTenantsStreams
  case appendsAgainWhatWasErased
  case erasesWhenCancelled
  case tellsNoDeletions
  case tellsOfNothingBetweenPages
  case tellsOfCommitsLate
  case tellsOtherTenantsCommits
  case forgetsTheFeedWhenReopened
  case takesAnyCursorOfTheFeed
  case tellsNothingOfErasures

  var rule: String {
    switch self {
    case .callsAnExistingRecordAConflict: "C1"
    case .ignoresRevisions: "C2"
    case .beginsRevisionsAnew: "C3"
    case .deletesAtAnyRevision: "C4"
    case .createsAtARevision: "C5"
    case .refusesToDeleteWhatIsMissing: "C6"
    case .beginsRevisionsAnewWhenReopened: "C7"
    case .keepsHalfOfAFailedBatch: "A1"
    case .checksAgainstTheStateBeforeTheBatch: "A2"
    case .dropsEventsThatStandBesideRecords: "A3"
    case .takesBatchesOfAnySize: "A4"
    case .pausesInsideABatch: "A5"
    case .forgetsKeys: "I1"
    case .ignoresContentUnderAKey: "I2"
    case .forgetsKeysWhenReopened: "I3"
    case .remembersKeysLate: "I4"
    case .usesUpTheKeysOfFailedBatches: "I5"
    case .countsOffsets: "P1"
    case .looksForTheRecordAtTheCursor: "P2"
    case .endsAtAFullPage: "P3"
    case .takesAnyCursor: "P4"
    case .ordersWithoutCase: "P5"
    case .pointsBehindAnEmptyCollection: "P6"
    case .closesHalfOpenRanges, .takesPrefixesForFolders: "Q1"
    case .countsOffsetsInRanges: "Q2"
    case .takesAnyCursorInRanges: "Q3"
    case .filtersOnePageForARange: "Q4"
    case .showsOtherCollectionsInRanges: "Q5"
    case .trustsTheCursorToBeWithinTheRange: "Q6"
    case .leavesGapsInStreams: "E1"
    case .ignoresExpectedPositions: "E2"
    case .looksThenAppends: "E3"
    case .showsTheFirstHundredEvents: "E4"
    case .losesTheLastEventWhenReopened: "E5"
    case .foldsCaseOfKeys: "K1"
    case .endsContentsAtZero: "K2"
    case .forgetsSchemas: "K3"
    case .sharesKeysBetweenTenants, .showsOtherTenantsRecords: "T1"
    case .looksThenPuts: "R1"
    case .answersFromAMomentAgo: "R3"
    case .looksThroughTheSecondHandleThenPuts: "R2"
    case .showsACopyThroughTheSecondHandle: "R4"
    case .ignoresCancellation: "X1"
    case .staysOpen: "X4"
    case .leavesHalfABatchInACrash, .losesAllInACrash: "X2"
    case .callsACrashAFailure: "X3"
    case .losesTheFourthChange: "H1"
    case .neverReplacesAContent: "H2"
    case .declaresPayloadsThatFitNoBatch: "S1"
    case .takesAnyNumberOfBytes, .takesNoGreatBatches: "S2"
    case .refusesItsGreatestPage: "S3"
    case .showsErasedEventsAsEmptyOnes: "D1"
    case .erasesWhatIsAppendedLater: "D2"
    case .forgetsErasuresWhenReopened: "D3"
    case .erasesOtherTenantsStreams: "D4"
    case .appendsAgainWhatWasErased: "D5"
    case .erasesWhenCancelled: "D6"
    case .tellsNoDeletions: "F1"
    case .tellsOfNothingBetweenPages: "F2"
    case .tellsOfCommitsLate: "F3"
    case .tellsOtherTenantsCommits: "F4"
    case .forgetsTheFeedWhenReopened: "F5"
    case .takesAnyCursorOfTheFeed: "F6"
    case .tellsNothingOfErasures: "F7"
    }
  }
}
