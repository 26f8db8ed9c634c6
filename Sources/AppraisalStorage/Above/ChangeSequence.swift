public import KinerjaCore

/// All commits of a tenant, those to come included: it never ends by itself.
///
/// A page is fetched when its first commit is asked for; behind the last commit the iterator pauses
/// and asks again. Cancelling the task ends the pause at once and throws ``StoreError/cancelled``.
public struct ChangeSequence<Store: ChangeFeedStore>: AsyncSequence, Sendable {
  let store: Store
  let tenant: AgencyID
  let start: Cursor?
  let pause: Duration
  let pageSize: Int

  /// A commit, and where to go on once it is dealt with.
  public struct Element: Hashable, Sendable {
    /// What was committed.
    public let commit: CommittedChanges
    /// The cursor behind this commit: keep it with the copy.
    public let cursor: Cursor
  }

  /// Walks over the pages.
  public struct Iterator: AsyncIteratorProtocol {
    private let changes: ChangeSequence
    private var items: ArraySlice<Element> = []
    private var cursor: Cursor?

    init(_ changes: ChangeSequence) {
      self.changes = changes
      cursor = changes.start
    }

    /// The next commit, waited for if there is none yet; never nil.
    public mutating func next() async throws(StoreError) -> Element? {
      try await next(isolation: nil)
    }

    /// The next commit, waited for if there is none yet; never nil.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(StoreError) -> Element? {
      while items.isEmpty {
        if Task.isCancelled { throw .cancelled }
        let page = try await changes.store.changes(
          of: changes.tenant, after: cursor, limit: changes.pageSize)
        let forgotten = try page.next.lastCommit(of: changes.tenant).forgotten
        items =
          page.commits.map { commit in
            let cursor = Cursor(
              afterCommit: commit.sequence, of: changes.tenant, forgotten: forgotten)
            return Element(commit: commit, cursor: cursor)
          }[...]
        cursor = page.next
        if items.isEmpty {
          do { try await Task.sleep(for: changes.pause) } catch { throw .cancelled }
        }
      }
      return items.popFirst()
    }
  }

  /// Begins behind the cursor.
  public func makeAsyncIterator() -> Iterator { Iterator(self) }
}

extension ChangeFeedStore {
  /// All commits of a tenant after a cursor, in order, without end.
  ///
  /// - Parameters:
  ///   - tenant: Whose commits.
  ///   - cursor: The cursor of the last commit that was dealt with; nil for the beginning.
  ///   - pause: How long to wait before asking again when nothing is new.
  ///   - pageSize: How many changes are asked for at a time.
  public func changes(
    of tenant: AgencyID, after cursor: Cursor? = nil, every pause: Duration, pageSize: Int = 256
  ) -> ChangeSequence<Self> {
    ChangeSequence(store: self, tenant: tenant, start: cursor, pause: pause, pageSize: pageSize)
  }
}
