import AppraisalStorage
import KinerjaCore

/// A small store, written apart from those of the library, with at most one fault.
actor FaultyStore: AppraisalStore {
  struct State: Sendable {
    var records: [RecordKey: StoredRecord] = [:]
    var streams: [StreamID: [Payload]] = [:]
    var committed: [String: (batch: Batch, receipt: CommitReceipt)] = [:]
    var revisionCount = 0
    var sequence: UInt64 = 0
  }

  nonisolated let capabilities = StoreCapabilities(
    batchWrites: 100, batchBytes: 1 << 20, payloadBytes: 1 << 16, pageItems: 1_000,
    isDurable: true, idempotencyWindow: nil)

  private let fault: Fault?
  private var state: State
  private var isOpen = true

  init(_ fault: Fault?) {
    self.fault = fault
    state = State()
  }

  /// Opens what another left.
  init(reopening other: FaultyStore) async {
    fault = other.fault
    state = await other.state
    switch fault {
    case .beginsRevisionsAnewWhenReopened: state.revisionCount = 0
    case .forgetsKeysWhenReopened: state.committed = [:]
    case .losesTheLastEventWhenReopened:
      for stream in state.streams.keys.sorted() { state.streams[stream]?.removeLast() }
    default: break
    }
  }

  private func has(_ fault: Fault) -> Bool { self.fault == fault }

  private func checkOpen() throws(StoreError) {
    guard isOpen || has(.staysOpen) else { throw .unavailable(retryAfter: nil) }
  }

  private func folded(_ key: RecordKey) -> RecordKey {
    guard has(.foldsCaseOfKeys), let id = try? KeyText(key.id.text.lowercased()) else { return key }
    return RecordKey(tenant: key.tenant, collection: key.collection, id: id)
  }

  func read(_ keys: [RecordKey]) async throws(StoreError) -> [RecordKey: StoredRecord] {
    try checkOpen()
    var found: [RecordKey: StoredRecord] = [:]
    for key in keys { found[key] = state.records[folded(key)] }
    return found
  }

  func page(
    tenant: AgencyID, collection: KeyText, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try checkOpen()
    try capabilities.check(pageOf: limit)
    let all = state.records.values
      .filter {
        ($0.key.tenant == tenant || has(.showsOtherTenantsRecords))
          && $0.key.collection == collection
      }
      .sorted {
        has(.ordersWithoutCase)
          ? $0.key.id.text.lowercased() < $1.key.id.text.lowercased() : $0.key.id < $1.key.id
      }
    if has(.pointsBehindAnEmptyCollection), all.isEmpty {
      let nowhere = RecordKey(tenant: tenant, collection: collection, id: "a")
      return Page(items: [], next: Cursor(after: nowhere))
    }
    if has(.countsOffsets) {
      let start = cursor.flatMap { Int($0.token) } ?? 0
      let items = Array(all.dropFirst(start).prefix(limit))
      let end = start + items.count
      return Page(items: items, next: end < all.count ? Cursor(token: "\(end)") : nil)
    }
    var rest = all[...]
    if let cursor {
      let last: KeyText
      do throws(StoreError) {
        last = try cursor.lastID(tenant: tenant, collection: collection)
      } catch {
        guard has(.takesAnyCursor) else { throw error }
        last = "0"
      }
      if has(.looksForTheRecordAtTheCursor) {
        let place = rest.firstIndex { $0.key.id == last } ?? rest.endIndex - 1
        rest = rest[(place + 1)...]
      } else if has(.ordersWithoutCase) {
        rest = rest.drop { $0.key.id != last }.dropFirst()
      } else {
        rest = rest.drop { $0.key.id <= last }
      }
    }
    let items = Array(rest.prefix(limit))
    let isLast = items.count == rest.count || (has(.endsAtAFullPage) && items.count == 5)
    return Page(items: items, next: isLast ? nil : items.last.map { Cursor(after: $0.key) })
  }

  func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) async throws(StoreError) -> [StoredEvent] {
    try checkOpen()
    try capabilities.check(pageOf: limit)
    let all = (state.streams[stream] ?? []).enumerated().map { place, payload in
      let gap = has(.leavesGapsInStreams) && place > 0 ? 1 : 0
      return StoredEvent(stream: stream, position: UInt64(place + gap), payload: payload)
    }
    let shown = has(.showsTheFirstHundredEvents) ? Array(all.prefix(100)) : all
    return Array(shown.filter { $0.position >= position }.prefix(limit))
  }

  func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    try checkOpen()
    if Task.isCancelled, !has(.ignoresCancellation) { throw .cancelled }
    let name =
      has(.sharesKeysBetweenTenants)
      ? batch.idempotencyKey.text : "\(batch.tenant)/\(batch.idempotencyKey)"
    if let earlier = state.committed[name], !has(.forgetsKeys) {
      guard earlier.batch == batch || has(.ignoresContentUnderAKey) else {
        throw .idempotencyMismatch(batch.idempotencyKey)
      }
      return earlier.receipt.replayed
    }
    if !has(.takesBatchesOfAnySize) { try capabilities.check(batch) }
    if has(.remembersKeysLate) { await Task.yield() }
    let before = state
    var receipt = CommitReceipt(
      sequence: state.sequence + 1, revisions: [:], streamLengths: [:], isReplay: false)
    do throws(StoreError) {
      for mutation in batch.mutations {
        try check(mutation, in: has(.checksAgainstTheStateBeforeTheBatch) ? before : state)
        if has(.looksThenPuts) || has(.looksThenAppends) { await Task.yield() }
        apply(mutation, of: batch, &receipt)
        if has(.pausesInsideABatch) { await Task.yield() }
      }
    } catch {
      if !has(.keepsHalfOfAFailedBatch) { state = before }
      if has(.usesUpTheKeysOfFailedBatches) { state.committed[name] = (batch, receipt) }
      throw error
    }
    state.sequence += 1
    state.committed[name] = (batch, receipt)
    return receipt
  }

  private func check(_ mutation: Mutation, in state: State) throws(StoreError) {
    switch mutation {
    case .put(let key, _, let condition): try check(key, condition, in: state)
    case .delete(let key, let condition):
      if has(.deletesAtAnyRevision), state.records[key] != nil { return }
      try check(key, condition, in: state)
      if has(.refusesToDeleteWhatIsMissing), state.records[key] == nil {
        throw .conflict(key, actual: nil)
      }
    case .append(let stream, _, let expected):
      let length = UInt64(state.streams[stream]?.count ?? 0)
      if case .exactly(let wanted) = expected, wanted != length, !has(.ignoresExpectedPositions) {
        throw .streamConflict(stream, actual: length)
      }
    }
  }

  private func check(
    _ key: RecordKey, _ condition: WriteCondition, in state: State
  ) throws(StoreError) {
    let actual = state.records[folded(key)]?.revision
    switch condition {
    case .unconditional: break
    case .mustNotExist:
      if let actual {
        throw has(.callsAnExistingRecordAConflict)
          ? .conflict(key, actual: actual) : .alreadyExists(key)
      }
    case .revision(let wanted):
      if has(.ignoresRevisions) || (has(.createsAtARevision) && actual == nil) { return }
      if actual != wanted { throw .conflict(key, actual: actual) }
    }
  }

  private func apply(_ mutation: Mutation, of batch: Batch, _ receipt: inout CommitReceipt) {
    var revisions = receipt.revisions
    var lengths = receipt.streamLengths
    switch mutation {
    case .put(let key, let payload, _):
      state.revisionCount += 1
      let old = state.records[folded(key)]?.revision
      let token =
        has(.beginsRevisionsAnew)
        ? (old.flatMap { Int($0.token) } ?? 0) + 1 : state.revisionCount
      let revision = Revision(token: "\(token)")
      state.records[folded(key)] = StoredRecord(
        key: folded(key), revision: revision, payload: stored(payload))
      revisions[key] = revision
    case .delete(let key, _):
      state.records[folded(key)] = nil
      revisions[key] = nil
    case .append(let stream, let payloads, _):
      let mixed = batch.mutations.contains { if case .put = $0 { true } else { false } }
      if !(mixed && has(.dropsEventsThatStandBesideRecords)) {
        state.streams[stream, default: []] += payloads.map(stored)
      }
      lengths[stream] = UInt64(state.streams[stream]?.count ?? 0)
    }
    receipt = CommitReceipt(
      sequence: receipt.sequence, revisions: revisions, streamLengths: lengths, isReplay: false)
  }

  private func stored(_ payload: Payload) -> Payload {
    if has(.forgetsSchemas) { return Payload(schema: 1, payload.bytes) }
    if has(.endsContentsAtZero) {
      return Payload(schema: payload.schema, Array(payload.bytes.prefix { $0 != 0 }))
    }
    return payload
  }

  func shutdown() async { isOpen = false }
}
