public import KinerjaCore

/// A store in memory, for tests, simulations and trials.
///
/// It keeps every promise but durability. Each batch is kept whole, so that a repetition is told
/// from another intent exactly; memory grows with every commit.
public actor MemoryStore: AppraisalStore {
  /// The limits, the same as those of ``FolderStore``.
  public nonisolated let capabilities: StoreCapabilities

  private var index = StoreIndex<Payload>()
  private var committed: [BatchName: (batch: Batch, receipt: CommitReceipt)] = [:]
  private var isOpen = true

  /// Creates an empty store.
  public init() {
    var capabilities = StoreCapabilities.ofThisRoom
    capabilities.isDurable = false
    self.capabilities = capabilities
  }

  public func read(_ keys: [RecordKey]) async throws(StoreError) -> [RecordKey: StoredRecord] {
    try checkOpen()
    var found: [RecordKey: StoredRecord] = [:]
    for key in keys { found[key] = record(key) }
    return found
  }

  public func page(
    tenant: AgencyID, collection: KeyText, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try checkOpen()
    try capabilities.check(pageOf: limit)
    let keys = try index.page(of: tenant, in: collection, after: cursor, limit: limit)
    return Page(items: keys.items.compactMap(record), next: keys.next)
  }

  public func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) async throws(StoreError) -> [StoredEvent] {
    try checkOpen()
    try capabilities.check(pageOf: limit)
    return index.slots(of: stream, from: position, limit: limit).enumerated().map {
      StoredEvent(stream: stream, position: position + UInt64($0.offset), payload: $0.element)
    }
  }

  public func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    try checkOpen()
    if Task.isCancelled { throw .cancelled }
    let name = BatchName(batch)
    if let earlier = committed[name] {
      guard earlier.batch == batch else { throw .idempotencyMismatch(batch.idempotencyKey) }
      return earlier.receipt.replayed
    }
    try capabilities.check(batch)
    let plan = try index.plan(of: batch)
    index.apply(batch.mutations.map { $0.change { $0 } })
    committed[name] = (batch, plan.receipt)
    return plan.receipt
  }

  public func shutdown() async {
    isOpen = false
    index = StoreIndex()
    committed = [:]
  }

  private func record(_ key: RecordKey) -> StoredRecord? {
    index.records[key].map {
      StoredRecord(key: key, revision: $0.mark.revision, payload: $0.slot)
    }
  }

  private func checkOpen() throws(StoreError) {
    guard isOpen else { throw .unavailable(retryAfter: nil) }
  }
}
