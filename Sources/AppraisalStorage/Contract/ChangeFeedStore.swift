public import KinerjaCore

/// A store that tells what was committed, in order, so that copies and summaries can follow it.
///
/// The feed names what changed and carries no contents: whoever follows it reads what is there now,
/// so replacing and erasing ask nothing more of a reader. Nothing is told twice to who goes on at
/// ``ChangePage/next``, and nothing is left out (F1, F2): when a commit is told, all earlier ones
/// have been (F3).
///
/// A store may forget changes that were overtaken, such as a put and the deletion after it, as
/// ``FolderStore/compact()`` does. What exists is always told to whoever begins at nil, so the feed
/// lists all records and streams.
public protocol ChangeFeedStore: AppraisalStore {
  /// Reads a page of what was committed, in the order of commits.
  ///
  /// A batch that failed, was repeated, or changed nothing, such as an append of no event, is not
  /// told. An erasure is told as a commit of its own (F7).
  ///
  /// - Parameters:
  ///   - tenant: Whose commits; those of others do not appear (F4).
  ///   - cursor: Where an earlier page ended, also before the store was opened again (F5); nil for
  ///     the beginning, for whoever begins with an empty copy.
  ///   - limit: The most changes wanted, from 1 to ``StoreCapabilities/pageItems``. A commit is
  ///     never divided, so a page of one commit may hold more (F6).
  /// - Returns: Commits after the cursor, at least one unless none is left.
  /// - Throws: ``StoreError/changesForgotten`` for a cursor behind which deletions have been
  ///   forgotten since its reader began, or that stands behind the end, as after going back to an
  ///   older copy: begin anew at nil with an empty copy. ``StoreError/invalidCursor`` for a cursor
  ///   that is altered or of elsewhere (F6).
  func changes(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> ChangePage
}
