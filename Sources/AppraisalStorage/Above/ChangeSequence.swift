public import KinerjaCore

/// All commits of a tenant page by page, those to come included: it never ends by itself.
///
/// A page holds at least one commit; keep its ``ChangePage/next`` with the copy once the page is
/// dealt with, to go on there later. Behind the last commit the iterator pauses and asks again.
/// Cancelling the task ends the pause at once and throws ``StoreError/cancelled``.
public struct ChangeSequence<Store: ChangeFeedStore>: AsyncSequence, Sendable {
  let store: Store
  let tenant: AgencyID
  let start: Cursor?
  let pause: Duration
  let pageSize: Int

  /// Walks over the pages.
  public struct Iterator: AsyncIteratorProtocol {
    private let changes: ChangeSequence
    private var cursor: Cursor?

    init(_ changes: ChangeSequence) {
      self.changes = changes
      cursor = changes.start
    }

    /// The next commits, waited for if there are none yet; never nil.
    public mutating func next() async throws(StoreError) -> ChangePage? {
      try await next(isolation: nil)
    }

    /// The next commits, waited for if there are none yet; never nil.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(StoreError) -> ChangePage? {
      while true {
        if Task.isCancelled { throw .cancelled }
        let page = try await changes.store.changes(
          of: changes.tenant, after: cursor, limit: changes.pageSize)
        cursor = page.next
        if !page.commits.isEmpty { return page }
        do { try await Task.sleep(for: changes.pause) } catch { throw .cancelled }
      }
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
  ///   - cursor: Where the last page that was dealt with ended; nil for the beginning.
  ///   - pause: How long to wait before asking again when nothing is new.
  ///   - pageSize: How many changes are asked for at a time.
  public func changes(
    of tenant: AgencyID, after cursor: Cursor? = nil, every pause: Duration, pageSize: Int = 256
  ) -> ChangeSequence<Self> {
    ChangeSequence(store: self, tenant: tenant, start: cursor, pause: pause, pageSize: pageSize)
  }
}
