/// A step towards a commit, at which a test may let the process or the server seem to die.
package enum CommitStep: Hashable, Sendable {
  /// The transaction has begun, and the tenant's lock is held.
  case begun
  /// So many of the kinds of writes are made.
  case wrote(Int)
  /// The server was told to commit and has not answered.
  case sent
  /// The transaction is committed; nobody has been told.
  case committed
}
