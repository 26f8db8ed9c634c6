import AppraisalStorage
import CSQLite
import Foundation
import KinerjaCore

/// SQLite through its C interface, keeping what an append needs: an idempotency key that is used
/// once, dense positions, all or nothing, and a wait for the disk before the answer.
///
/// One connection, since SQLite lets one writer write at a time; a lock hands it on.
actor SQLitePeer {
  private var database: OpaquePointer?
  private var statements: [String: OpaquePointer] = [:]
  private nonisolated let lane = Lane()
  nonisolated var unownedExecutor: UnownedSerialExecutor { lane.asUnownedSerialExecutor() }

  /// A thread of its own, as the folder has.
  private final class Lane: SerialExecutor {
    private let queue = DispatchQueue(label: "sqlite")

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
  }

  init(at path: String) throws {
    var database: OpaquePointer?
    guard sqlite3_open(path, &database) == SQLITE_OK else { throw Failure(code: -1) }
    self.database = database
    let schema = """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      CREATE TABLE batch (sequence INTEGER PRIMARY KEY, tenant TEXT NOT NULL, key TEXT NOT NULL,
        starts TEXT NOT NULL, UNIQUE (tenant, key));
      CREATE TABLE event (tenant TEXT NOT NULL, collection TEXT NOT NULL, id TEXT NOT NULL,
        position INTEGER NOT NULL, schema INTEGER NOT NULL, content BLOB NOT NULL,
        PRIMARY KEY (tenant, collection, id, position)) WITHOUT ROWID;
      """
    guard sqlite3_exec(database, schema, nil, nil, nil) == SQLITE_OK else {
      throw Failure(code: -2)
    }
  }

  /// Commits a batch of appends.
  func commit(_ batch: Batch) throws {
    try run("BEGIN IMMEDIATE")
    do {
      for case .append(let stream, let payloads, _) in batch.mutations {
        let names = [stream.tenant.text, stream.collection.text, stream.id.text]
        let length = try run(
          "SELECT max(position) + 1 FROM event WHERE tenant = ? AND collection = ? AND id = ?",
          names)
        try run(
          "INSERT INTO batch (tenant, key, starts) VALUES (?, ?, ?)",
          [batch.tenant.text, batch.idempotencyKey.text, "\(length)"])
        for (place, payload) in payloads.enumerated() {
          try run(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)", names,
            [length + Int64(place), Int64(payload.schema)], payload.bytes)
        }
      }
      try run("COMMIT")
    } catch {
      _ = try? run("ROLLBACK")
      throw error
    }
  }

  func close() {
    for statement in statements.values { sqlite3_finalize(statement) }
    statements = [:]
    sqlite3_close(database)
    database = nil
  }

  /// Runs a statement and returns the first number of its answer, or 0.
  @discardableResult
  private func run(
    _ sql: String, _ texts: [String] = [], _ numbers: [Int64] = [], _ content: [UInt8]? = nil
  ) throws -> Int64 {
    let statement = try statement(sql)
    defer { sqlite3_reset(statement) }
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    var place: Int32 = 0
    for text in texts {
      place += 1
      sqlite3_bind_text(statement, place, text, -1, transient)
    }
    for number in numbers {
      place += 1
      sqlite3_bind_int64(statement, place, number)
    }
    if let content {
      sqlite3_bind_blob(statement, place + 1, content, Int32(content.count), transient)
    }
    switch sqlite3_step(statement) {
    case SQLITE_DONE: return 0
    case SQLITE_ROW: return sqlite3_column_int64(statement, 0)
    case let code: throw Failure(code: code)
    }
  }

  private func statement(_ sql: String) throws -> OpaquePointer? {
    if let statement = statements[sql] { return statement }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(database, sql, -1, &statement, nil)
    guard code == SQLITE_OK else { throw Failure(code: code) }
    statements[sql] = statement
    return statement
  }

  struct Failure: Error { let code: Int32 }
}
