public import KinerjaCore

/// A store that can be read and not written to, over any store.
///
/// For reports, exports and inspectors, which then need not be trusted with more. Shutting it down
/// shuts the base down.
public struct ReadOnlyStore<Base: AppraisalStore>: AppraisalStore {
  let base: Base
  let place: String

  /// Keeps everybody who has only this from writing to a store.
  ///
  /// - Parameters:
  ///   - base: The store.
  ///   - place: What the refusal calls the store.
  public init(_ base: Base, place: String = "read-only") {
    self.base = base
    self.place = place
  }

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

  /// Refuses every batch with ``StoreError/readOnly(place:)``.
  public func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    throw .readOnly(place: place)
  }

  public func shutdown() async { await base.shutdown() }
}

extension ReadOnlyStore: ErasingStore where Base: ErasingStore {
  /// Refuses every erasure with ``StoreError/readOnly(place:)``.
  public func eraseEvents(
    of stream: StreamID, in positions: Range<UInt64>
  ) async throws(StoreError) {
    throw .readOnly(place: place)
  }
}

extension ReadOnlyStore: ChangeFeedStore where Base: ChangeFeedStore {
  public func changes(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> ChangePage {
    try await base.changes(of: tenant, after: cursor, limit: limit)
  }
}
