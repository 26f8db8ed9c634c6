import AppraisalStorage
import KinerjaCore

/// What a reader of the feed holds: which records and which events exist.
struct FeedCopy: Equatable {
  var records: [RecordKey: Revision] = [:]
  var positions: [StreamID: Set<UInt64>] = [:]

  mutating func take(_ commit: CommittedChanges) {
    for change in commit.changes {
      switch change {
      case .put(let key, let revision): records[key] = revision
      case .deleted(let key): records[key] = nil
      case .appended(let stream, let added): positions[stream, default: []].formUnion(added)
      case .erased: break
      }
    }
  }
}

extension CommittedChange {
  /// Whether a rule made it; a store may keep records and streams of its own, such as a chain.
  fileprivate var isOfRule: Bool {
    switch self {
    case .put(let key, _), .deleted(let key): key.collection == ConformanceBench.collection
    case .appended(let stream, _), .erased(let stream): stream.collection == "journal"
    }
  }
}

extension ConformanceBench {
  /// A page of the feed as the store gives it.
  func feed(
    of tenant: AgencyID = tenant, after cursor: Cursor?, limit: Int
  ) async throws -> ChangePage {
    guard let store = store as? any ChangeFeedStore else {
      throw Inapplicable("it has no feed of changes")
    }
    return try await store.changes(of: tenant, after: cursor, limit: limit)
  }

  /// All commits that are left, those that the store made for itself left out, and the cursors of
  /// the pages.
  func walkFeed(
    of tenant: AgencyID = tenant, after cursor: Cursor? = nil, limit: Int
  ) async throws -> (commits: [CommittedChanges], cursors: [Cursor]) {
    var commits: [CommittedChanges] = []
    var cursors: [Cursor] = []
    var next = cursor
    // More pages than commits would be a feed that never ends.
    for _ in 0..<1_000 {
      let page = try await feed(of: tenant, after: next, limit: limit)
      cursors.append(page.next)
      next = page.next
      if page.commits.isEmpty { return (commits, cursors) }
      let count = page.commits.reduce(0) { $0 + $1.changes.count }
      try expect(count <= limit || page.commits.count == 1, "a page of more than was asked for")
      for commit in page.commits {
        try expect(!commit.changes.isEmpty, "a commit without change was told")
        let changes = commit.changes.filter(\.isOfRule)
        guard !changes.isEmpty else { continue }
        commits.append(CommittedChanges(sequence: commit.sequence, changes: changes))
      }
    }
    throw BrokenPromise("the feed does not end")
  }
}
