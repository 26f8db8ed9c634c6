/// A step towards a commit, at which a test may let the process seem to die.
package enum CommitStep: Hashable, Sendable {
  /// The transaction has begun.
  case begun
  /// So many of the writes are made.
  case wrote(Int)
  /// The transaction is committed; nobody has been told.
  case committed
}
