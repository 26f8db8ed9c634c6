public import KinerjaCore

/// A store that hands to another whatever it does not do itself.
///
/// ```swift
/// struct CountingStore<Base: AppraisalStore>: WrappingStore {
///   let base: Base
///   let commits = Counter()
///   func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
///     commits.add(1)
///     return try await base.commit(batch)
///   }
/// }
/// ```
/// Shutting it down shuts the base down.
public protocol WrappingStore: AppraisalStore {
  /// The kind of store beneath.
  associatedtype Base: AppraisalStore
  /// The store beneath.
  var base: Base { get }
}

extension WrappingStore {
  public var capabilities: StoreCapabilities { base.capabilities }

  public func read(_ keys: [RecordKey]) async throws(StoreError) -> [RecordKey: StoredRecord] {
    try await base.read(keys)
  }

  public func page(
    tenant: AgencyID, collection: KeyText, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try await base.page(tenant: tenant, collection: collection, after: cursor, limit: limit)
  }

  public func page(
    tenant: AgencyID, collection: KeyText, ids: IDRange, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try await base.page(
      tenant: tenant, collection: collection, ids: ids, after: cursor, limit: limit)
  }

  public func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) async throws(StoreError) -> [StoredEvent] {
    try await base.events(of: stream, from: position, limit: limit)
  }

  public func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    try await base.commit(batch)
  }

  public func shutdown() async { await base.shutdown() }
}
