/// The values of a ``Repository``, or those of a range of ids, one page in memory at a time.
public struct RepositorySequence<Codec: PayloadCoding, Store: AppraisalStore>: AsyncSequence,
  Sendable
{
  let repository: Repository<Codec, Store>
  let ids: IDRange
  let pageSize: Int

  /// Walks over the records.
  public struct Iterator: AsyncIteratorProtocol {
    private let repository: Repository<Codec, Store>
    private var records: RecordSequence<Store>.Iterator

    init(_ sequence: RepositorySequence) {
      repository = sequence.repository
      records = repository.store.records(
        tenant: repository.tenant, collection: repository.collection, ids: sequence.ids,
        pageSize: sequence.pageSize
      ).makeAsyncIterator()
    }

    /// The next record, nil behind the last.
    public mutating func next() async throws(RepositoryError) -> Repository<Codec, Store>.Entry? {
      try await next(isolation: nil)
    }

    /// The next record, nil behind the last.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(RepositoryError) -> Repository<Codec, Store>.Entry? {
      let record: StoredRecord?
      do throws(StoreError) {
        record = try await records.next(isolation: actor)
      } catch {
        throw .store(error)
      }
      guard let record else { return nil }
      return try repository.entry(record)
    }
  }

  /// Begins at the first record.
  public func makeAsyncIterator() -> Iterator { Iterator(self) }
}
