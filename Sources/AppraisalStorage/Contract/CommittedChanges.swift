/// What one commit changed.
public struct CommittedChanges: Hashable, Sendable {
  /// The commit's number, as in ``CommitReceipt/sequence``.
  public let sequence: UInt64
  /// The changes in the order of the batch, at least one.
  public let changes: [CommittedChange]

  /// Creates what one commit changed; for authors of stores.
  public init(sequence: UInt64, changes: [CommittedChange]) {
    self.sequence = sequence
    self.changes = changes
  }
}

/// A change, named without its content.
public enum CommittedChange: Hashable, Sendable {
  /// A record was created or replaced and got this revision; it may have been replaced since.
  case put(RecordKey, Revision)
  /// A record was removed; told too if it was not there.
  case deleted(RecordKey)
  /// Events were added to a stream at these positions, at least one.
  case appended(StreamID, Range<UInt64>)
  /// Contents of events of a stream were destroyed: whoever holds a copy of it reads it again.
  case erased(StreamID)
}

/// Some of what was committed, and where to go on.
public struct ChangePage: Hashable, Sendable {
  /// The commits, in order.
  public let commits: [CommittedChanges]
  /// Where the next page begins, also when nothing is new: then there may be something later.
  public let next: Cursor

  /// Creates a page; for authors of stores.
  public init(commits: [CommittedChanges], next: Cursor) {
    self.commits = commits
    self.next = next
  }
}

extension BatchPlan {
  /// What the feed tells of the commit, in order; for authors of stores.
  public var changes: [CommittedChange] {
    writes.compactMap { write in
      switch write {
      case .put(let key, _, let revision): .put(key, revision)
      case .delete(let key): .deleted(key)
      case .append(let stream, let payloads, let start):
        payloads.isEmpty ? nil : .appended(stream, start..<start + UInt64(payloads.count))
      }
    }
  }
}
