public import KinerjaCore

/// All items of a tenant, one page in memory at a time.
///
/// A page is fetched when its first item is asked for. Cancellation is looked at once a page and
/// throws ``StoreError/cancelled``.
public struct EvidenceItems: AsyncSequence, Sendable {
  let store: any EvidenceStore
  let tenant: AgencyID
  let pageSize: Int

  /// Walks over the pages.
  public struct Iterator: AsyncIteratorProtocol {
    private let all: EvidenceItems
    private var items: ArraySlice<EvidenceItem> = []
    private var cursor: Cursor?
    private var hasMore = true

    init(_ all: EvidenceItems) { self.all = all }

    /// The next item, nil behind the last.
    public mutating func next() async throws(StoreError) -> EvidenceItem? {
      try await next(isolation: nil)
    }

    /// The next item, nil behind the last.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(StoreError) -> EvidenceItem? {
      while items.isEmpty, hasMore {
        if Task.isCancelled { throw .cancelled }
        let page = try await all.store.page(of: all.tenant, after: cursor, limit: all.pageSize)
        items = page.items[...]
        cursor = page.next
        hasMore = cursor != nil
      }
      return items.popFirst()
    }
  }

  /// Begins at the first item.
  public func makeAsyncIterator() -> Iterator { Iterator(self) }
}

extension EvidenceStore {
  /// All items of a tenant in the byte order of their digests.
  ///
  /// - Parameters:
  ///   - tenant: Whose items.
  ///   - pageSize: How many are asked for at a time, moved into what the store takes.
  public func items(of tenant: AgencyID, pageSize: Int = 1_024) -> EvidenceItems {
    EvidenceItems(
      store: self, tenant: tenant,
      pageSize: min(max(1, pageSize), evidenceCapabilities.pageItems))
  }
}
