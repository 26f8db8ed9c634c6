public import KinerjaCore

/// A store in memory, for tests, simulations and trials.
///
/// It keeps every promise but durability. Each batch is kept whole, so that a repetition is told
/// from another intent exactly; memory grows with every commit.
public actor MemoryStore: AppraisalStore {
  /// The limits, the same as those of ``FolderStore``.
  public nonisolated let capabilities: StoreCapabilities

  private var records = RecordTable<StoredRecord>()
  private var streams: [StreamID: [Payload]] = [:]
  private var lastSequence: UInt64 = 0
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
    for key in keys { found[key] = records[key] }
    return found
  }

  public func page(
    tenant: AgencyID, collection: KeyText, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try checkOpen()
    try capabilities.check(pageOf: limit)
    let keys = try records.page(of: tenant, in: collection, after: cursor, limit: limit)
    return Page(items: keys.items.compactMap { records[$0] }, next: keys.next)
  }

  public func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) async throws(StoreError) -> [StoredEvent] {
    try checkOpen()
    try capabilities.check(pageOf: limit)
    guard let payloads = streams[stream], position < UInt64(payloads.count) else { return [] }
    return payloads[Int(position)...].prefix(limit).enumerated().map {
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
    let plan = try BatchPlan(of: batch, committing: lastSequence + 1) {
      records[$0]?.revision
    } length: {
      UInt64(streams[$0]?.count ?? 0)
    }
    lastSequence += 1
    for write in plan.writes { apply(write) }
    committed[name] = (batch, plan.receipt)
    return plan.receipt
  }

  public func shutdown() async {
    isOpen = false
    records = RecordTable()
    streams = [:]
    committed = [:]
  }

  private func apply(_ write: BatchPlan.Write) {
    switch write {
    case .put(let key, let payload, let revision):
      records.put(key, StoredRecord(key: key, revision: revision, payload: payload))
    case .delete(let key):
      records.delete(key)
    case .append(let stream, let payloads, _):
      if !payloads.isEmpty { streams[stream, default: []] += payloads }
    }
  }

  private func checkOpen() throws(StoreError) {
    guard isOpen else { throw .unavailable(retryAfter: nil) }
  }
}
