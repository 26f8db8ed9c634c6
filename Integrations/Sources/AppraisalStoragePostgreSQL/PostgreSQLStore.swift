public import AppraisalStorage
public import KinerjaCore
import Synchronization

/// A durable store in a PostgreSQL database, for any number of processes and machines.
///
/// A batch is one transaction that locks its tenant's row first: batches of one tenant go one after
/// the other, those of different tenants at the same time. Readers do not wait for writers. A few
/// connections are kept, each with a thread of its own, and made anew when the server ended them.
///
/// A cancelled task stops what the server does for it, up to the commit itself, which is awaited. A
/// connection that breaks before the commit is made anew and the batch tried again; one that breaks
/// in the commit is ``StoreError/outcomeUnknown(_:)``.
public final class PostgreSQLStore: ErasingStore {
  /// The limits; durable unless the server is set to forget (`fsync = off`).
  public let capabilities: StoreCapabilities
  /// The server, the database and the schema, without a user or a password.
  public let place: String
  /// The schema of the database in which the tables are.
  public let schema: String

  private let pool: SessionPool
  private let onStep: @Sendable (CommitStep, _ backend: Int32) throws -> Void
  /// Whether the tables were seen in the format of this version, from which they never go back.
  private let isMigrated = Mutex(false)

  /// Opens the tables in a schema of a database, and makes them if there are none.
  ///
  /// Those of an older format are left as they are until ``migrate(progress:)`` is called.
  ///
  /// - Parameters:
  ///   - connection: Where the database is, in libpq's words: `host=… dbname=…` or
  ///     `postgresql://…`; what it leaves out comes from libpq's environment and password file.
  ///   - schema: The schema, of lower-case letters, digits and underscores; several stores may lie
  ///     in one database.
  ///   - connections: The most connections to keep.
  ///   - patience: How long one statement may take, waiting for others included, and how long to
  ///     connect.
  /// - Throws: ``StoreError/newerFormat(place:found:supported:)``,
  ///   ``StoreError/corrupted(_:)`` for a schema that holds something else,
  ///   ``StoreError/readOnly(place:)``, ``StoreError/full(place:)``,
  ///   ``StoreError/unavailable(retryAfter:)``, or ``StoreError/backend(code:message:)`` with
  ///   libpq's own words if no connection can be made.
  public convenience init(
    at connection: String, schema: String = "kinerja", connections: Int = 4,
    patience: Duration = .seconds(10)
  ) async throws(StoreError) {
    try await self.init(
      at: connection, schema: schema, connections: connections, patience: patience
    ) { _, _ in }
  }

  /// Opens a store and tells a test of each step towards a commit, which it may end by throwing.
  package init(
    at connection: String, schema: String = "kinerja", connections: Int = 4,
    patience: Duration = .seconds(10),
    onStep: @escaping @Sendable (CommitStep, _ backend: Int32) throws -> Void
  ) async throws(StoreError) {
    guard Self.isName(schema) else { throw .unsupported("the schema's name") }
    self.schema = schema
    self.onStep = onStep
    pool = SessionPool(count: connections) { () throws(ServerFailure) in
      let new = try Connection(to: connection, patience: patience)
      try new.settle(in: schema)
      return new
    }
    let opened = try await pool.run { connection throws(ServerFailure) in
      try PostgreSQLSchema.prepare(connection, in: schema)
      let fsync = try connection.run("SELECT current_setting('fsync')").text(0, 0)
      return (place: connection.place(of: schema), isDurable: fsync == "on")
    }
    switch opened {
    case .success(let answer):
      place = answer.place
      capabilities = StoreCapabilities(
        batchWrites: 4_096, batchBytes: 64 << 20, payloadBytes: 1 << 20, pageItems: 4_096,
        isDurable: answer.isDurable, idempotencyWindow: nil)
    case .failure(.unreachable(let words)):
      throw .backend(code: "postgresql-connection", message: words)
    case .failure(let failure):
      throw StoreError(failure, at: schema)
    }
  }

  /// Only what stays the same whether it is quoted or not.
  private static func isName(_ schema: String) -> Bool {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return (1...63).contains(schema.utf8.count)
      && schema.utf8.allSatisfy {
        letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_")
      } && schema.utf8.first.map(letters.contains) == true && !schema.hasPrefix("pg_")
  }

  public func read(_ keys: [RecordKey]) async throws(StoreError) -> [RecordKey: StoredRecord] {
    try await run { connection throws(ServerFailure) in try connection.records(keys) }
  }

  public func page(
    tenant: AgencyID, collection: KeyText, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try await page(tenant: tenant, collection: collection, ids: .all, after: cursor, limit: limit)
  }

  public func page(
    tenant: AgencyID, collection: KeyText, ids: IDRange, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try capabilities.check(pageOf: limit)
    let rest = try ids.after(cursor, tenant: tenant, collection: collection)
    let records = try await run { connection throws(ServerFailure) in
      try connection.records(of: tenant, in: collection, ids: rest, limit: limit + 1)
    }
    let items = Array(records.prefix(limit))
    return Page(
      items: items, next: records.count > limit ? items.last.map { Cursor(after: $0.key) } : nil)
  }

  public func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) async throws(StoreError) -> [StoredEvent] {
    try capabilities.check(pageOf: limit)
    return try await run { connection throws(ServerFailure) in
      try connection.events(of: stream, from: position, limit: limit)
    }
  }

  public func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    let (capabilities, onStep) = (capabilities, onStep)
    return try await run { connection throws(ServerFailure) in
      try connection.commit(batch, within: capabilities, onStep: onStep)
    }
  }

  public func eraseEvents(
    of stream: StreamID, in positions: Range<UInt64>
  ) async throws(StoreError) {
    try await run { connection throws(ServerFailure) in
      try connection.eraseEvents(of: stream, in: positions)
    }
  }

  /// Takes out of the tables' files what nothing can read any more: contents that were replaced,
  /// deleted or erased, and what the feed tells of records that were overtaken or deleted since.
  ///
  /// The tables are rewritten while others wait; the role must own them. The server's log, its
  /// replicas and backups forget on their own time, which is the administrator's to set.
  ///
  /// - Complexity: O(*b*) for *b* bytes in the tables; needs as much room again. It may take longer than
  ///   the store's patience; a cancelled task leaves the table that it is at as it was.
  public func compact() async throws(StoreError) {
    try await run { connection throws(ServerFailure) in
      try connection.forgetOvertakenChanges()
      for table in ["record", "event", "receipt", "change"] {
        try connection.run(script: "VACUUM FULL \(table)", isLong: true)
      }
    }
  }

  public func shutdown() async { await pool.shutdown() }

  /// Which schemas a piece of work is for.
  enum Format {
    /// Those in the format of this version.
    case migrated
    /// Those of an older one too.
    case unmigrated
  }

  func run<Value: Sendable>(
    also format: Format = .migrated,
    _ work: @Sendable (Connection) throws(ServerFailure) -> Value
  ) async throws(StoreError) -> Value {
    let answer = try await pool.run { connection throws(ServerFailure) in
      if format == .migrated { try check(connection) }
      return try work(connection)
    }
    switch answer {
    case .success(let value): return value
    case .failure(let failure): throw StoreError(failure, at: place)
    }
  }

  private func check(_ connection: Connection) throws(ServerFailure) {
    if isMigrated.withLock({ $0 }) { return }
    guard try !FeedMigration.isPending(in: connection) else {
      throw .store(
        .needsMigration(
          place: place, found: FeedMigration.step.from, supported: PostgreSQLSchema.version))
    }
    isMigrated.withLock { $0 = true }
  }
}
