public import KinerjaCore

/// All records of a collection whose ids are in a range, one page in memory at a time.
///
/// A page is fetched when its first record is asked for, so a slow consumer slows the reading.
/// Cancellation is looked at once a page and throws ``StoreError/cancelled``.
public struct RecordSequence<Store: AppraisalStore>: AsyncSequence, Sendable {
  let store: Store
  let tenant: AgencyID
  let collection: KeyText
  let ids: IDRange
  let pageSize: Int

  /// Walks over the pages.
  public struct Iterator: AsyncIteratorProtocol {
    private let records: RecordSequence
    private var items: ArraySlice<StoredRecord> = []
    private var cursor: Cursor?
    private var hasMore = true

    init(_ records: RecordSequence) { self.records = records }

    /// The next record, nil behind the last.
    public mutating func next() async throws(StoreError) -> StoredRecord? {
      try await next(isolation: nil)
    }

    /// The next record, nil behind the last.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(StoreError) -> StoredRecord? {
      while items.isEmpty, hasMore {
        if Task.isCancelled { throw .cancelled }
        let page = try await records.store.page(
          tenant: records.tenant, collection: records.collection, ids: records.ids,
          after: cursor, limit: records.pageSize)
        items = page.items[...]
        cursor = page.next
        hasMore = cursor != nil
      }
      return items.popFirst()
    }
  }

  /// Begins at the first record.
  public func makeAsyncIterator() -> Iterator { Iterator(self) }
}

extension AppraisalStore {
  /// All records of a collection, or those of a range, in the byte order of their ids.
  ///
  /// - Parameters:
  ///   - tenant: Whose collection.
  ///   - collection: The collection.
  ///   - ids: Which ids.
  ///   - pageSize: How many records are asked for at a time.
  public func records(
    tenant: AgencyID, collection: KeyText, ids: IDRange = .all, pageSize: Int = 256
  ) -> RecordSequence<Self> {
    RecordSequence(
      store: self, tenant: tenant, collection: collection, ids: ids, pageSize: pageSize)
  }
}
