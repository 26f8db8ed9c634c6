import AppraisalStorage
import AppraisalStorageTesting
import KinerjaCore
import Synchronization

/// A handle on data of any format, with at most one fault.
final class MigratingFaultyStore: ErasingStore, ChangeFeedStore {
  /// What several handles share.
  final class Data: Sendable {
    let store = FaultyStore(nil)
    let old: Mutex<OldLayout>
    let isMigrating = Mutex(false)

    init(format: UInt32) { old = Mutex(OldLayout(format: format)) }
  }

  let data: Data
  let fault: MigrationFault?
  let isOpen = Mutex(true)
  /// Whether it knows that the data are up to date, having asked once.
  let isReady: Mutex<Bool>

  private init(_ data: Data, _ fault: MigrationFault?) {
    self.data = data
    self.fault = fault
    isReady = Mutex(data.old.withLock { $0.steps.isEmpty })
  }

  /// Makes an empty store of the latest format.
  convenience init(_ fault: MigrationFault?) {
    self.init(Data(format: fault == .bearsOutdatedData ? 1 : 3), fault)
  }

  /// Opens data that somebody wrote, taken back to format 1.
  static func earlier(
    _ fault: MigrationFault?,
    written write: (FaultyStore) async throws -> Void = { try await StoreSample.write(to: $0) }
  ) async throws -> MigratingFaultyStore {
    let data = Data(format: 3)
    try await write(data.store)
    await data.store.edit { state in
      let aged = OldLayout(aging: &state)
      data.old.withLock { $0 = aged }
    }
    return MigratingFaultyStore(data, fault)
  }

  /// Opens the data a second time.
  func beside() -> MigratingFaultyStore { MigratingFaultyStore(data, fault) }

  /// Opens the data that this left.
  func reopened() async throws -> MigratingFaultyStore {
    if fault == .migratesInMemoryOnly { data.old.withLock { $0 = OldLayout(format: 1) } }
    let next = beside()
    if fault == .migratesWhenOpenedAgain { try await next.migrate() }
    return next
  }

  var capabilities: StoreCapabilities { data.store.capabilities }

  /// The data, if they are up to date.
  private var store: FaultyStore {
    get throws(StoreError) {
      try checkOpen()
      let layout = data.old.withLock { $0 }
      let isReady = fault == .asksForTheFormatOnce ? isReady.withLock { $0 } : layout.steps.isEmpty
      if isReady || fault == .answersFromTheOldFormat { return data.store }
      throw .needsMigration(place: "data", found: layout.format, supported: 3)
    }
  }

  func checkOpen() throws(StoreError) {
    guard isOpen.withLock({ $0 }) else { throw .unavailable(retryAfter: nil) }
  }

  func read(_ keys: [RecordKey]) async throws(StoreError) -> [RecordKey: StoredRecord] {
    try await store.read(keys)
  }

  func page(
    tenant: AgencyID, collection: KeyText, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try await store.page(tenant: tenant, collection: collection, after: cursor, limit: limit)
  }

  func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) async throws(StoreError) -> [StoredEvent] {
    try await store.events(of: stream, from: position, limit: limit)
  }

  func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    if fault == .migratesWhenWrittenTo { try await migrate() }
    return try await store.commit(batch)
  }

  func eraseEvents(of stream: StreamID, in positions: Range<UInt64>) async throws(StoreError) {
    try await store.eraseEvents(of: stream, in: positions)
  }

  func changes(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> ChangePage {
    try await store.changes(of: tenant, after: cursor, limit: limit)
  }

  func shutdown() async { isOpen.withLock { $0 = false } }
}

extension MigratingFaultyStore: MigratingStore {
  func pendingMigrations() async throws(StoreError) -> [StoreMigration] {
    try checkOpen()
    let steps = data.old.withLock { $0.steps }
    guard fault == .leavesAGapBetweenSteps, let last = steps.last else { return steps }
    return steps.dropLast() + [StoreMigration(from: 1, to: last.to, purpose: last.purpose)]
  }

  func migrate(
    progress: @escaping @Sendable (MigrationProgress) -> Void
  ) async throws(StoreError) {
    if fault != .migratesAfterTheEnd { try checkOpen() }
    let isSecond = data.isMigrating.withLock { isMigrating in
      defer { isMigrating = true }
      return isMigrating
    }
    if isSecond, fault == .refusesASecondMigration { throw .inUse(place: "data") }
    defer { data.isMigrating.withLock { $0 = false } }
    let layout = data.old.withLock { $0 }
    if fault == .takesTheStepsAgain && layout.steps.isEmpty
      || fault == .beginsAnewWithWhatIsMoved && layout.isHalfway
    {
      await edit { $0.beginAnew($1) }
    }
    var count = 0
    repeat {
      defer { count += 1 }
      if Task.isCancelled, fault != .ignoresCancellation {
        guard count > 0 else { throw .cancelled }
        if fault == .losesThePortionAtWhichItIsCancelled { await edit { old, _ in old.lose() } }
        if fault == .takesACancelledStepForDone { await edit { old, _ in old.giveUp() } }
        throw .cancelled
      }
    } while await movePortion(progress)
    isReady.withLock { $0 = true }
  }

  /// Moves one portion, which is written at a stroke; false if there is none.
  private func movePortion(
    _ progress: @Sendable (MigrationProgress) -> Void
  ) async -> Bool {
    let seen = fault == .looksThenMoves ? data.old.withLock { $0 } : nil
    for _ in 0..<5 { await Task.yield() }
    let fault = fault
    let told = await edit { $0.movePortion(into: &$1, seen: seen ?? $0, fault) }
    guard let told else { return false }
    if fault != .tellsNoProgress { progress(told) }
    return true
  }

  /// Changes the data in all their layouts at once.
  private func edit<Answer: Sendable>(
    _ change: @Sendable (inout OldLayout, inout FaultyStore.State) -> Answer
  ) async -> Answer {
    await data.store.edit { state in
      // The old layout is changed on the store's actor only, so nobody comes between.
      var old = data.old.withLock { $0 }
      let answer = change(&old, &state)
      data.old.withLock { [old] in $0 = old }
      return answer
    }
  }
}

extension FaultyStore {
  func edit<Answer: Sendable>(_ change: @Sendable (inout State) -> Answer) -> Answer {
    change(&state)
  }
}
