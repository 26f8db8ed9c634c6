public import AppraisalStorage
public import KinerjaCore
import Synchronization

/// A call of a store.
public enum StoreCall: Hashable, Sendable {
  case read([RecordKey])
  case page(
    tenant: AgencyID, collection: KeyText, ids: IDRange = .all, after: Cursor?, limit: Int)
  case events(of: StreamID, from: UInt64, limit: Int)
  case commit(Batch)
  case eraseEvents(of: StreamID, in: Range<UInt64>)
  case changes(of: AgencyID, after: Cursor?, limit: Int)
  case pendingMigrations
  case migrate
  case shutdown
}

/// A call of a store, and how it ended.
public struct RecordedCall: Hashable, Sendable {
  /// What was asked.
  public let call: StoreCall
  /// The error that was thrown; nil for an answer.
  public let error: StoreError?
}

/// A store that remembers how it was called, over any store.
///
/// Calls are in the order in which they ended. All are kept, with their payloads: for tests and
/// for finding out what an application does, not for service.
public final class RecordingStore<Base: AppraisalStore>: WrappingStore {
  /// The store that answers.
  public let base: Base
  private let recorded = Mutex<[RecordedCall]>([])

  /// Begins to record.
  public init(_ base: Base) { self.base = base }

  /// The calls so far.
  public var calls: [RecordedCall] { recorded.withLock { $0 } }

  /// The batches that were committed, in order; given to another store they make it equal, as long
  /// as no condition names a revision.
  public var committed: [Batch] {
    calls.compactMap { call in
      if case .commit(let batch) = call.call, call.error == nil { batch } else { nil }
    }
  }

  public func read(_ keys: [RecordKey]) async throws(StoreError) -> [RecordKey: StoredRecord] {
    try await recording(.read(keys)) { () async throws(StoreError) in try await base.read(keys) }
  }

  public func page(
    tenant: AgencyID, collection: KeyText, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try await recording(
      .page(tenant: tenant, collection: collection, after: cursor, limit: limit)
    ) { () async throws(StoreError) in
      try await base.page(tenant: tenant, collection: collection, after: cursor, limit: limit)
    }
  }

  public func page(
    tenant: AgencyID, collection: KeyText, ids: IDRange, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try await recording(
      .page(tenant: tenant, collection: collection, ids: ids, after: cursor, limit: limit)
    ) { () async throws(StoreError) in
      try await base.page(
        tenant: tenant, collection: collection, ids: ids, after: cursor, limit: limit)
    }
  }

  public func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) async throws(StoreError) -> [StoredEvent] {
    try await recording(.events(of: stream, from: position, limit: limit)) {
      () async throws(StoreError) in
      try await base.events(of: stream, from: position, limit: limit)
    }
  }

  public func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    try await recording(.commit(batch)) { () async throws(StoreError) in
      try await base.commit(batch)
    }
  }

  public func shutdown() async {
    await base.shutdown()
    recorded.withLock { $0.append(RecordedCall(call: .shutdown, error: nil)) }
  }

  fileprivate func recording<Answer>(
    _ call: StoreCall, _ work: () async throws(StoreError) -> Answer
  ) async throws(StoreError) -> Answer {
    do throws(StoreError) {
      let answer = try await work()
      recorded.withLock { $0.append(RecordedCall(call: call, error: nil)) }
      return answer
    } catch {
      recorded.withLock { $0.append(RecordedCall(call: call, error: error)) }
      throw error
    }
  }
}

extension RecordingStore: ErasingStore where Base: ErasingStore {
  public func eraseEvents(
    of stream: StreamID, in positions: Range<UInt64>
  ) async throws(StoreError) {
    try await recording(.eraseEvents(of: stream, in: positions)) { () async throws(StoreError) in
      try await base.eraseEvents(of: stream, in: positions)
    }
  }
}

extension RecordingStore: ChangeFeedStore where Base: ChangeFeedStore {
  public func changes(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> ChangePage {
    try await recording(.changes(of: tenant, after: cursor, limit: limit)) {
      () async throws(StoreError) in
      try await base.changes(of: tenant, after: cursor, limit: limit)
    }
  }
}

extension RecordingStore: MigratingStore where Base: MigratingStore {
  public func pendingMigrations() async throws(StoreError) -> [StoreMigration] {
    try await recording(.pendingMigrations) { () async throws(StoreError) in
      try await base.pendingMigrations()
    }
  }

  public func migrate(
    progress: @escaping @Sendable (MigrationProgress) -> Void
  ) async throws(StoreError) {
    try await recording(.migrate) { () async throws(StoreError) in
      try await base.migrate(progress: progress)
    }
  }
}
