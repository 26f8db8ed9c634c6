import AppraisalStorage
import KinerjaCore

/// A small store, written apart from those of the library, with at most one fault.
actor FaultyStore: ErasingStore, ChangeFeedStore {
  struct State: Sendable {
    var records: [RecordKey: StoredRecord] = [:]
    var streams: [StreamID: [Payload]] = [:]
    var erased: [StreamID: Set<UInt64>] = [:]
    var committed: [String: (batch: Batch, receipt: CommitReceipt)] = [:]
    var revisionCount = 0
    var sequence: UInt64 = 0
    /// What the commit under way has changed so far.
    var changing: [CommittedChange] = []
    var told: [AgencyID: [CommittedChanges]] = [:]
  }

  nonisolated let capabilities: StoreCapabilities
  /// The store whose data this handle shares; nil for the first handle.
  let first: FaultyStore?
  private let fault: Fault?
  var state: State
  private var isOpen = true
  /// The records before the last commit.
  private var older: [RecordKey: StoredRecord] = [:]
  private var readCount = 0
  /// After how many more steps the store breaks down; nil for never.
  private var stepsLeft: Int?

  /// Makes an empty store.
  ///
  /// - Parameter point: The step at which it breaks down; a commit has two, before and after its
  ///   changes.
  init(_ fault: Fault?, breakingDownAt point: Int? = nil) {
    self.fault = fault
    first = nil
    state = State()
    stepsLeft = point
    capabilities = Self.capabilities(with: fault)
  }

  /// Opens a second handle.
  init(beside other: FaultyStore) async {
    fault = other.fault
    first = other
    state = await other.state
    capabilities = other.capabilities
  }

  private static func capabilities(with fault: Fault?) -> StoreCapabilities {
    var capabilities = StoreCapabilities(
      batchWrites: 100, batchBytes: 1 << 20, payloadBytes: 1 << 16, pageItems: 1_000,
      isDurable: true, idempotencyWindow: nil)
    if fault == .declaresPayloadsThatFitNoBatch { capabilities.batchBytes = 1 << 15 }
    if fault == .takesNoGreatBatches {
      (capabilities.batchBytes, capabilities.payloadBytes) = (32 << 20, 1 << 20)
    }
    return capabilities
  }

  /// Opens what another left.
  init(reopening other: FaultyStore) async {
    fault = other.fault
    first = nil
    state = await other.state
    capabilities = other.capabilities
    switch fault {
    case .beginsRevisionsAnewWhenReopened: state.revisionCount = 0
    case .forgetsKeysWhenReopened: state.committed = [:]
    case .forgetsErasuresWhenReopened: state.erased = [:]
    case .forgetsTheFeedWhenReopened: state.told = [:]
    case .losesTheLastEventWhenReopened:
      for stream in state.streams.keys.sorted() { state.streams[stream]?.removeLast() }
    default: break
    }
  }

  func has(_ fault: Fault) -> Bool { self.fault == fault }

  func checkOpen() throws(StoreError) {
    guard isOpen || has(.staysOpen) else { throw .unavailable(retryAfter: nil) }
  }

  func folded(_ key: RecordKey) -> RecordKey {
    guard has(.foldsCaseOfKeys), let id = try? KeyText(key.id.text.lowercased()) else { return key }
    return RecordKey(tenant: key.tenant, collection: key.collection, id: id)
  }

  func read(_ keys: [RecordKey]) async throws(StoreError) -> [RecordKey: StoredRecord] {
    try checkOpen()
    if let first, !has(.showsACopyThroughTheSecondHandle) { return try await first.read(keys) }
    readCount += 1
    let isLate = has(.answersFromAMomentAgo) && readCount % 3 == 0
    var found: [RecordKey: StoredRecord] = [:]
    for key in keys { found[key] = (isLate ? older : state.records)[folded(key)] }
    return found
  }

  func page(
    tenant: AgencyID, collection: KeyText, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try checkOpen()
    if let first {
      return try await first.page(
        tenant: tenant, collection: collection, after: cursor, limit: limit)
    }
    try capabilities.check(pageOf: has(.refusesItsGreatestPage) ? limit + 1 : limit)
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
    if let first { return try await first.events(of: stream, from: position, limit: limit) }
    try capabilities.check(pageOf: limit)
    let all = (state.streams[stream] ?? []).enumerated().map { place, payload in
      let gap = has(.leavesGapsInStreams) && place > 0 ? 1 : 0
      let position = UInt64(place + gap)
      guard state.erased[stream]?.contains(position) == true else {
        return StoredEvent(stream: stream, position: position, payload: payload)
      }
      return has(.showsErasedEventsAsEmptyOnes)
        ? StoredEvent(stream: stream, position: position, payload: Payload(schema: 0, []))
        : StoredEvent(erasedFrom: stream, position: position)
    }
    let shown = has(.showsTheFirstHundredEvents) ? Array(all.prefix(100)) : all
    return Array(shown.filter { $0.position >= position }.prefix(limit))
  }

  func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    try checkOpen()
    if Task.isCancelled, !has(.ignoresCancellation) { throw .cancelled }
    if let first {
      return try await first.commit(
        has(.looksThroughTheSecondHandleThenPuts) ? looked(batch, first) : batch)
    }
    let name =
      has(.sharesKeysBetweenTenants)
      ? batch.idempotencyKey.text : "\(batch.tenant)/\(batch.idempotencyKey)"
    if let earlier = state.committed[name], !has(.forgetsKeys) {
      guard earlier.batch == batch || has(.ignoresContentUnderAKey) else {
        throw .idempotencyMismatch(batch.idempotencyKey)
      }
      return earlier.receipt.replayed
    }
    var limits = capabilities
    if has(.takesAnyNumberOfBytes) { limits.batchBytes = .max }
    if has(.takesNoGreatBatches), batch.byteCount > 24 << 20 { throw .unsupported("greatness") }
    if !has(.takesBatchesOfAnySize) { try limits.check(batch) }
    if has(.remembersKeysLate) { await Task.yield() }
    let before = state
    var receipt = CommitReceipt(
      sequence: state.sequence + 1, revisions: [:], streamLengths: [:], isReplay: false)
    do throws(StoreError) {
      for (place, mutation) in batch.mutations.enumerated() {
        if place == 3, has(.losesTheFourthChange) { continue }
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
    if breaksDown() {
      state = before
      throw .unavailable(retryAfter: nil)
    }
    older = before.records
    state.sequence += 1
    state.committed[name] = (batch, receipt)
    await tell(state.sequence, of: batch.tenant)
    guard breaksDown() else { return receipt }
    if has(.losesAllInACrash) { state = State() }
    if has(.leavesHalfABatchInACrash) {
      state = before
      apply(batch.mutations[0], of: batch, &receipt)
    }
    throw has(.callsACrashAFailure)
      ? .unavailable(retryAfter: nil) : .outcomeUnknown(batch.idempotencyKey)
  }

  private func breaksDown() -> Bool {
    guard let left = stepsLeft else { return false }
    stepsLeft = left - 1
    if left == 0 { isOpen = false }
    return left == 0
  }

  func eraseEvents(
    of stream: StreamID, in positions: Range<UInt64>
  ) async throws(StoreError) {
    try checkOpen()
    if let first { return try await first.eraseEvents(of: stream, in: positions) }
    if Task.isCancelled, !has(.erasesWhenCancelled) { throw .cancelled }
    for other in state.streams.keys
    where other == stream
      || has(.erasesOtherTenantsStreams) && other.collection == stream.collection
        && other.id == stream.id
    {
      let end = UInt64(state.streams[other]?.count ?? 0)
      let reached = has(.erasesWhatIsAppendedLater) ? end + 100 : end
      state.erased[other, default: []].formUnion(positions.clamped(to: 0..<reached))
    }
    if has(.appendsAgainWhatWasErased) { state.committed = [:] }
    if !has(.tellsNothingOfErasures) { tellErasure(of: stream) }
  }

  func shutdown() async { isOpen = false }
}
