/// Values of a ``Repository`` that an index finds, one page in memory at a time.
///
/// Walking throws ``RepositoryError/noIndex(_:)`` if the repository declares no such index.
public struct IndexedSequence<Codec: PayloadCoding, Store: AppraisalStore>: AsyncSequence,
  Sendable
{
  let repository: Repository<Codec, Store>
  let index: KeyText
  let query: IndexQuery
  let pageSize: Int

  /// Walks over the entries.
  public struct Iterator: AsyncIteratorProtocol {
    private let sequence: IndexedSequence
    private var items: ArraySlice<Repository<Codec, Store>.Entry> = []
    private var cursor: Cursor?
    private var hasMore = true

    init(_ sequence: IndexedSequence) { self.sequence = sequence }

    /// The next record, nil behind the last.
    public mutating func next() async throws(RepositoryError) -> Repository<Codec, Store>.Entry? {
      try await next(isolation: nil)
    }

    /// The next record, nil behind the last.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(RepositoryError) -> Repository<Codec, Store>.Entry? {
      while items.isEmpty, hasMore {
        if Task.isCancelled { throw .store(.cancelled) }
        let page = try await sequence.page(after: cursor)
        items = page.items[...]
        cursor = page.next
        hasMore = cursor != nil
      }
      return items.popFirst()
    }
  }

  /// Begins at the least value.
  public func makeAsyncIterator() -> Iterator { Iterator(self) }
}

extension IndexedSequence {
  /// The records to which a page of entries leads, without those that it leads to no more.
  private func page(
    after cursor: Cursor?
  ) async throws(RepositoryError) -> Page<Repository<Codec, Store>.Entry> {
    guard let index = repository.indexes.first(where: { $0.name == index }) else {
      throw .noIndex(index)
    }
    let entries: Page<StoredRecord>
    let records: [RecordKey: StoredRecord]
    do throws(StoreError) {
      entries = try await repository.store.page(
        tenant: repository.tenant, collection: repository.collection(ofIndex: index.name),
        ids: query.ids, after: cursor, limit: pageSize)
      let keys = entries.items.compactMap { $0.leadsTo.map(repository.key) }
      records = keys.isEmpty ? [:] : try await repository.store.read(keys)
    } catch {
      throw .store(error)
    }
    // Of several values that were asked for, the least one shows the record.
    var shown: [KeyText: (by: KeyText, entry: Repository<Codec, Store>.Entry)] = [:]
    for (key, record) in records {
      let read = try repository.entry(record)
      if let least = index.values(read.value).filter(query.wants).min() {
        shown[key.id] = (IndexEntry(index, least, of: key.id).id, read)
      }
    }
    let found = entries.items.compactMap { entry in
      entry.leadsTo.flatMap { shown[$0] }.flatMap { $0.by == entry.key.id ? $0.entry : nil }
    }
    return Page(items: found, next: entries.next)
  }
}
