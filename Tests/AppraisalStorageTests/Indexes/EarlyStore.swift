import AppraisalStorage
import KinerjaCore

/// A store written before pages over ranges were: it has the first requirements only.
struct EarlyStore: AppraisalStore {
  let base = MemoryStore()
  var capabilities: StoreCapabilities { base.capabilities }

  func read(_ keys: [RecordKey]) async throws(StoreError) -> [RecordKey: StoredRecord] {
    try await base.read(keys)
  }

  func page(
    tenant: AgencyID, collection: KeyText, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try await base.page(tenant: tenant, collection: collection, after: cursor, limit: limit)
  }

  func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) async throws(StoreError) -> [StoredEvent] {
    try await base.events(of: stream, from: position, limit: limit)
  }

  func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    try await base.commit(batch)
  }

  func shutdown() async { await base.shutdown() }
}
