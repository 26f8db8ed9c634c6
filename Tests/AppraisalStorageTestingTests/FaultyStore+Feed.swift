import AppraisalStorage
import KinerjaCore

extension FaultyStore {
  /// Tells what the commit that has just been made has changed.
  func tell(_ sequence: UInt64, of tenant: AgencyID) async {
    let changes = state.changing
    state.changing = []
    if has(.tellsOfCommitsLate), sequence % 5 == 0 {
      for _ in 0..<20 { await Task.yield() }
    }
    insert(CommittedChanges(sequence: sequence, changes: changes), of: tenant)
  }

  func tellErasure(of stream: StreamID) {
    state.sequence += 1
    insert(
      CommittedChanges(sequence: state.sequence, changes: [.erased(stream)]), of: stream.tenant)
  }

  private func insert(_ commit: CommittedChanges, of tenant: AgencyID) {
    guard !commit.changes.isEmpty else { return }
    var told = state.told[tenant] ?? []
    let place = told.firstIndex { $0.sequence > commit.sequence } ?? told.endIndex
    told.insert(commit, at: place)
    state.told[tenant] = told
  }

  func changes(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> ChangePage {
    try checkOpen()
    if let first { return try await first.changes(of: tenant, after: cursor, limit: limit) }
    try capabilities.check(pageOf: limit)
    var start: (sequence: UInt64, forgotten: UInt64) = (0, 0)
    do throws(StoreError) {
      start = try Cursor.resuming(
        after: cursor, of: tenant, forgotten: 0, last: state.sequence)
    } catch {
      guard has(.takesAnyCursorOfTheFeed) else { throw error }
    }
    let all =
      has(.tellsOtherTenantsCommits)
      ? state.told.values.flatMap { $0 }.sorted { $0.sequence < $1.sequence }
      : state.told[tenant] ?? []
    var commits: [CommittedChanges] = []
    var count = 0
    for commit in all where commit.sequence > start.sequence {
      guard commits.isEmpty || count + commit.changes.count <= limit else { break }
      commits.append(commit)
      count += commit.changes.count
    }
    var end = commits.last?.sequence ?? start.sequence
    if has(.tellsOfNothingBetweenPages), !commits.isEmpty { end = state.sequence }
    return ChangePage(
      commits: commits, next: Cursor(afterCommit: end, of: tenant, forgotten: 0))
  }
}
