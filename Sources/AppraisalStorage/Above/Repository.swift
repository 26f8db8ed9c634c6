public import KinerjaCore

/// One collection of a tenant's records as values of one type, over any store.
///
/// ```swift
/// let plans = store.repository(of: WorkPlan.self, tenant: "kendari", collection: "plans")
/// try await plans.create(plan, as: "p-01", idempotencyKey: "plan-p-01")
/// try await plans.update("p-01", idempotencyKey: "raise-p-01") { $0?.raised(by: 2) }
/// let current = try await plans["p-01"]
/// ```
/// Values written under an earlier schema are lifted when they are read and written back under the
/// present one when they are next changed.
///
/// With declared indexes (``RecordIndex``), records are found by what they hold:
///
/// ```swift
/// for try await plan in plans.all(where: "score", in: 60..<75) { … }
/// let mine = try await plans.first(where: "code", is: code)
/// ```
public struct Repository<Codec: PayloadCoding, Store: AppraisalStore>: Sendable {
  /// The values.
  public typealias Value = Codec.Value

  /// The store beneath.
  public let store: Store
  /// Whose records.
  public let tenant: AgencyID
  /// The collection.
  public let collection: KeyText
  /// How values are written.
  public let codec: Codec
  /// By what they are found besides their ids.
  public let indexes: [RecordIndex<Value>]

  init(
    store: Store, tenant: AgencyID, collection: KeyText, codec: Codec,
    indexes: [RecordIndex<Value>]
  ) {
    precondition(
      Set(indexes.map(\.name)).count == indexes.count,
      "two indexes of the collection \(collection) have the same name")
    self.store = store
    self.tenant = tenant
    self.collection = collection
    self.codec = codec
    self.indexes = indexes
  }

  /// A value, and the state of its record when it was read.
  public struct Entry: Sendable {
    /// Which record of the collection it is.
    public let id: KeyText
    /// The state, to be carried through a form or an `ETag`.
    public let revision: Revision
    /// The value.
    public let value: Value
  }

  /// The value of a record; nil if there is none.
  public subscript(id: KeyText) -> Value? {
    get async throws(RepositoryError) { try await entry(id)?.value }
  }

  /// A record with its revision; nil if there is none.
  public func entry(_ id: KeyText) async throws(RepositoryError) -> Entry? {
    try await entries([id])[id]
  }

  /// The records that exist of those named, as of one moment.
  public func entries(_ ids: [KeyText]) async throws(RepositoryError) -> [KeyText: Entry] {
    var entries: [KeyText: Entry] = [:]
    let records = try await RepositoryError.of { () async throws(StoreError) in
      try await store.read(ids.map(key))
    }
    for (key, record) in records { entries[key.id] = try entry(record) }
    return entries
  }

  /// All records, or those of a range, in the byte order of their ids, one page in memory at a time.
  public func all(
    ids: IDRange = .all, pageSize: Int = 256
  ) -> RepositorySequence<Codec, Store> {
    RepositorySequence(repository: self, ids: ids, pageSize: pageSize)
  }

  /// Where a record lies.
  public func key(_ id: KeyText) -> RecordKey {
    RecordKey(tenant: tenant, collection: collection, id: id)
  }

  func entry(_ record: StoredRecord) throws(RepositoryError) -> Entry {
    do throws(PayloadError) {
      return Entry(
        id: record.key.id, revision: record.revision, value: try codec.decode(record.payload))
    } catch {
      throw .payload(record.key, error)
    }
  }
}

extension AppraisalStore {
  /// A collection of records as values that a codec writes.
  ///
  /// - Parameters:
  ///   - codec: How values are written.
  ///   - tenant: Whose records.
  ///   - collection: The collection; with indexes, the names `<collection>/by` and
  ///     `<collection>/by/…` are theirs.
  ///   - indexes: By what records are found besides their ids. All who write to the collection
  ///     declare the same; after a change, see ``Repository/rebuildIndexes(after:pageSize:progress:)``.
  /// - Precondition: No two indexes have the same name.
  public func repository<Codec: PayloadCoding>(
    _ codec: Codec, tenant: AgencyID, collection: KeyText, indexes: [RecordIndex<Codec.Value>] = []
  ) -> Repository<Codec, Self> {
    Repository(
      store: self, tenant: tenant, collection: collection, codec: codec, indexes: indexes)
  }

  /// A collection of records as values of the kind that definition files hold, schema 1.
  ///
  /// - Precondition: No two indexes have the same name.
  public func repository<Value: DefinitionValue & Sendable>(
    of type: Value.Type, tenant: AgencyID, collection: KeyText,
    indexes: [RecordIndex<Value>] = []
  ) -> Repository<PayloadCodec<Value>, Self> {
    repository(PayloadCodec(), tenant: tenant, collection: collection, indexes: indexes)
  }
}
