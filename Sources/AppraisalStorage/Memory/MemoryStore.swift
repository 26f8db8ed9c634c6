public import KinerjaCore

/// A store in memory, for tests, simulations and trials.
///
/// It keeps every promise but durability. Each batch is kept whole, so that a repetition is told
/// from another intent exactly; memory grows with every commit. A batch to a stream of which events
/// were erased since is forgotten but for its key, and refused when it is sent again.
public actor MemoryStore: ErasingStore, ChangeFeedStore {
  /// The limits, the same as those of ``FolderStore``.
  public nonisolated let capabilities: StoreCapabilities

  private var records = RecordTable<StoredRecord>()
  private var streams: [StreamID: [Payload?]] = [:]
  private var lastSequence: UInt64 = 0
  private var feeds: [AgencyID: [CommittedChanges]] = [:]
  private var committed: [BatchName: (batch: Batch?, receipt: CommitReceipt)] = [:]
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
    try await page(tenant: tenant, collection: collection, ids: .all, after: cursor, limit: limit)
  }

  public func page(
    tenant: AgencyID, collection: KeyText, ids: IDRange, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try checkOpen()
    try capabilities.check(pageOf: limit)
    let keys = try records.page(
      of: tenant, in: collection, ids: ids, after: cursor, limit: limit)
    return Page(items: keys.items.compactMap { records[$0] }, next: keys.next)
  }

  public func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) async throws(StoreError) -> [StoredEvent] {
    try checkOpen()
    try capabilities.check(pageOf: limit)
    guard let payloads = streams[stream], position < UInt64(payloads.count) else { return [] }
    return payloads[Int(position)...].prefix(limit).enumerated().map {
      let position = position + UInt64($0.offset)
      return $0.element.map { StoredEvent(stream: stream, position: position, payload: $0) }
        ?? StoredEvent(erasedFrom: stream, position: position)
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
    tell(plan.changes, of: batch.tenant)
    committed[name] = (batch, plan.receipt)
    return plan.receipt
  }

  public func eraseEvents(
    of stream: StreamID, in positions: Range<UInt64>
  ) async throws(StoreError) {
    try checkOpen()
    if Task.isCancelled { throw .cancelled }
    let end = UInt64(streams[stream]?.count ?? 0)
    let here = positions.clamped(to: 0..<end)
    guard here.contains(where: { streams[stream]?[Int($0)] != nil }) else { return }
    for position in here { streams[stream]?[Int(position)] = Payload?.none }
    lastSequence += 1
    tell([.erased(stream)], of: stream.tenant)
    for (name, commit) in committed where commit.batch?.appends(to: stream) == true {
      committed[name]?.batch = nil
    }
  }

  public func changes(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> ChangePage {
    try checkOpen()
    try capabilities.check(pageOf: limit)
    let start = try Cursor.resuming(after: cursor, of: tenant, forgotten: 0, last: lastSequence)
    let feed = feeds[tenant] ?? []
    var room = limit
    let commits = feed[feed.firstIndex(after: start.sequence)...].prefix { commit in
      defer { room -= commit.changes.count }
      return room == limit || commit.changes.count <= room
    }
    let last = commits.last?.sequence ?? start.sequence
    return ChangePage(
      commits: Array(commits), next: Cursor(afterCommit: last, of: tenant, forgotten: 0))
  }

  public func shutdown() async {
    isOpen = false
    feeds = [:]
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

  private func tell(_ changes: [CommittedChange], of tenant: AgencyID) {
    guard !changes.isEmpty else { return }
    feeds[tenant, default: []].append(CommittedChanges(sequence: lastSequence, changes: changes))
  }

  private func checkOpen() throws(StoreError) {
    guard isOpen else { throw .unavailable(retryAfter: nil) }
  }
}

extension [CommittedChanges] {
  /// The place of the first commit with a greater number, found by halving.
  fileprivate func firstIndex(after sequence: UInt64) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].sequence <= sequence { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Batch {
  fileprivate func appends(to stream: StreamID) -> Bool {
    mutations.contains { mutation in
      if case .append(let other, _, _) = mutation { other == stream } else { false }
    }
  }
}
