/// A way in which a store of evidence may break its promises, and the rule that must notice.
enum EvidenceFault: String, CaseIterable, Sendable {
  case endsContentsAtZero
  case readsFromTheBeginningBehindTheEnd
  case givesPiecesOfAnyLength
  case keepsEveryCopy
  case showsWhatIsBeingWritten
  case keepsWhatFailed
  case holdsOthersUp
  case writesWhenCancelled
  case looksForCancellationAtTheBeginning
  case erasesWhenCancelled
  case takesAnyLength
  case refusesItsGreatestLength
  case looksAtTheLengthAtTheEnd
  case sharesContentsBetweenTenants
  case showsOtherTenantsItems
  case readsWhatIsErased
  case refusesToEraseWhatIsMissing
  case listsInTheOrderOfWriting
  case endsAtAFullPage
  case countsOffsets
  case looksForTheItemAtTheCursor
  case takesAnyCursor
  case takesPagesOfAnySize
  case cleansUpWhatAnotherWrote
  case sharesABuffer
  case staysOpen
  case writesAfterTheEnd
  case losesTheLastWhenReopened
  case forgetsErasuresWhenReopened
  case leavesHalfAnItemInACrash
  case losesAllInACrash

  var rule: String {
    switch self {
    case .endsContentsAtZero, .readsFromTheBeginningBehindTheEnd, .givesPiecesOfAnyLength: "B1"
    case .keepsEveryCopy: "B2"
    case .showsWhatIsBeingWritten, .keepsWhatFailed, .holdsOthersUp: "B3"
    case .writesWhenCancelled, .looksForCancellationAtTheBeginning, .erasesWhenCancelled: "B4"
    case .takesAnyLength, .refusesItsGreatestLength, .looksAtTheLengthAtTheEnd: "B5"
    case .sharesContentsBetweenTenants, .showsOtherTenantsItems: "B6"
    case .readsWhatIsErased, .refusesToEraseWhatIsMissing: "B7"
    case .listsInTheOrderOfWriting, .endsAtAFullPage: "B8"
    case .countsOffsets, .looksForTheItemAtTheCursor: "B9"
    case .takesAnyCursor, .takesPagesOfAnySize: "B10"
    case .cleansUpWhatAnotherWrote, .sharesABuffer: "B11"
    case .staysOpen, .writesAfterTheEnd: "B12"
    case .losesTheLastWhenReopened, .forgetsErasuresWhenReopened: "B13"
    case .leavesHalfAnItemInACrash, .losesAllInACrash: "B14"
    }
  }
}
