public import AppraisalStorage
import GRDB
public import KinerjaCore
import Synchronization

/// A durable store in an SQLite database, for several processes of one machine.
///
/// A batch is one immediate transaction over a write-ahead log that is synchronised at each commit;
/// readers see the state between two commits and do not wait for writers. Several handles, in one
/// process or in several, may have the same file open; it must lie on a local disk.
public final class SQLiteStore: ErasingStore {
  /// The limits.
  public let capabilities = StoreCapabilities(
    batchWrites: 4_096, batchBytes: 64 << 20, payloadBytes: 1 << 20, pageItems: 4_096,
    isDurable: true, idempotencyWindow: nil)
  /// The file, as it was given.
  public let path: String

  private let pool: DatabasePool
  private let onStep: @Sendable (CommitStep) throws -> Void
  private let isOpen = Mutex(true)
  /// Whether the tables were seen in the format of this version, from which they never go back.
  private let isMigrated = Mutex(false)

  /// Opens the database in a file, and makes it if there is none.
  ///
  /// One of an older format is left as it is until ``migrate(progress:)`` is called.
  ///
  /// - Parameters:
  ///   - path: The file; two others beside it end in `-wal` and `-shm`.
  ///   - patience: How long a commit waits while another process writes.
  /// - Throws: ``StoreError/newerFormat(place:found:supported:)``,
  ///   ``StoreError/corrupted(_:)`` for a file that is no such database,
  ///   ``StoreError/readOnly(place:)``, ``StoreError/full(place:)`` or
  ///   ``StoreError/backend(code:message:)``.
  public convenience init(
    at path: String, patience: Duration = .seconds(10)
  ) throws(StoreError) {
    try self.init(at: path, patience: patience) { _ in }
  }

  /// Opens a database and tells a test of each step towards a commit, which it may end by throwing.
  package init(
    at path: String, patience: Duration = .seconds(10),
    onStep: @escaping @Sendable (CommitStep) throws -> Void
  ) throws(StoreError) {
    self.path = path
    self.onStep = onStep
    do {
      var configuration = Configuration()
      let seconds = patience.components
      configuration.busyMode = .timeout(
        Double(seconds.seconds) + Double(seconds.attoseconds) / 1e18)
      pool = try DatabasePool(path: path, configuration: configuration)
      try pool.writeWithoutTransaction { database in
        // GRDB sets NORMAL, which may lose the last commits when the power goes.
        try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON")
        // What is erased or replaced is overwritten in the file, not only let go.
        try database.execute(sql: "PRAGMA secure_delete = ON")
        try SQLiteSchema.prepare(database, at: path)
      }
    } catch {
      throw StoreError(error, at: path)
    }
  }

  public func read(_ keys: [RecordKey]) async throws(StoreError) -> [RecordKey: StoredRecord] {
    try await reading { database in
      var found: [RecordKey: StoredRecord] = [:]
      for key in keys { found[key] = try database.record(key) }
      return found
    }
  }

  public func page(
    tenant: AgencyID, collection: KeyText, after cursor: AppraisalStorage.Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try await page(tenant: tenant, collection: collection, ids: .all, after: cursor, limit: limit)
  }

  public func page(
    tenant: AgencyID, collection: KeyText, ids: IDRange, after cursor: AppraisalStorage.Cursor?,
    limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try checkOpen()
    try capabilities.check(pageOf: limit)
    let rest = try ids.after(cursor, tenant: tenant, collection: collection)
    let records = try await reading { database in
      try database.records(of: tenant, in: collection, ids: rest, limit: limit + 1)
    }
    let items = Array(records.prefix(limit))
    return Page(
      items: items,
      next: records.count > limit ? items.last.map { AppraisalStorage.Cursor(after: $0.key) } : nil)
  }

  public func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) async throws(StoreError) -> [StoredEvent] {
    try checkOpen()
    try capabilities.check(pageOf: limit)
    return try await reading { database in
      try database.events(of: stream, from: position, limit: limit)
    }
  }

  public func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    try checkOpen()
    if Task.isCancelled { throw .cancelled }
    let (path, onStep, capabilities) = (path, onStep, capabilities)
    return try await writing { database in
      try database.commit(batch, within: capabilities, at: path, onStep: onStep)
    }
  }

  public func eraseEvents(
    of stream: StreamID, in positions: Range<UInt64>
  ) async throws(StoreError) {
    try checkOpen()
    if Task.isCancelled { throw .cancelled }
    try await writing { database in try database.eraseEvents(of: stream, in: positions) }
  }

  /// Takes out of the files what nothing can read any more: contents that were replaced, deleted or
  /// erased, and what the feed tells of records that were overtaken or deleted since.
  ///
  /// The database is rewritten and its log emptied; other calls wait. If another process reads
  /// meanwhile, the log keeps its bytes until the last handle is closed or this is repeated, which
  /// is ``StoreError/unavailable(retryAfter:)``.
  ///
  /// - Complexity: O(*b*) for *b* bytes in the file; needs as much room again.
  public func compact() async throws(StoreError) {
    try checkOpen()
    if Task.isCancelled { throw .cancelled }
    try await writing { database in
      try database.forgetOvertakenChanges()
      try database.execute(sql: "VACUUM")
      let isBusy = try Bool.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? true
      if isBusy { throw StoreError.unavailable(retryAfter: .milliseconds(100)) }
    }
  }

  public func shutdown() async {
    let wasOpen = isOpen.withLock { isOpen in
      defer { isOpen = false }
      return isOpen
    }
    guard wasOpen else { return }
    // Waits for all that was begun.
    try? await pool.barrierWriteWithoutTransaction { _ in }
    try? pool.close()
  }

  /// How the connection that writes is synchronised, as SQLite numbers it; for tests.
  package var synchronousLevel: Int? {
    get async throws {
      try await pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    }
  }

  /// Which databases a piece of work is for.
  enum Format {
    /// Those in the format of this version.
    case migrated
    /// Those of an older one too.
    case unmigrated
  }

  // Not GRDB's own asynchronous write: a cancellation in the middle of a commit would leave its
  // outcome unknown.
  func writing<Value: Sendable>(
    also format: Format = .migrated, _ work: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    try checkOpen()
    let (pool, path) = (pool, path)
    return try await withCheckedContinuation { continuation in
      pool.asyncWriteWithoutTransaction { database in
        let result = Result {
          try self.check(format, of: database)
          return try work(database)
        }
        continuation.resume(returning: result.mapError { StoreError($0, at: path) })
      }
    }.get()
  }

  func reading<Value: Sendable>(
    also format: Format = .migrated, _ work: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    try checkOpen()
    let (pool, path) = (pool, path)
    return try await withCheckedContinuation { continuation in
      pool.asyncRead { database in
        let result = Result {
          let database = try database.get()
          try self.check(format, of: database)
          return try work(database)
        }
        continuation.resume(returning: result.mapError { StoreError($0, at: path) })
      }
    }.get()
  }

  private func check(_ format: Format, of database: Database) throws {
    guard format == .migrated, !isMigrated.withLock({ $0 }) else { return }
    guard try !FeedMigration.isPending(in: database) else {
      throw StoreError.needsMigration(
        place: path, found: FeedMigration.step.from, supported: SQLiteSchema.version)
    }
    isMigrated.withLock { $0 = true }
  }

  func checkOpen() throws(StoreError) {
    guard isOpen.withLock({ $0 }) else { throw .unavailable(retryAfter: nil) }
  }
}
