import AppraisalStorage
import AppraisalStorageSQLite
import AppraisalStorageTesting
import Foundation
import GRDB
import KinerjaCore
import Synchronization
import Testing

/// Databases as earlier versions wrote them: they open for ever.
@Suite struct SQLiteFormatTests {
  // Format 1, written by `StoreSample`, then rewritten with pages of 512 bytes to be small.
  static let format1 = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Formats/format-1.sqlite")

  @Test func `a database of format 1 is migrated, and all in it reads as it was written`()
    async throws
  {
    let folder = try TemporaryFolder()
    let store = try folder.earlier()
    #expect(try await store.pendingMigrations().map(\.to) == [2])
    try await store.migrate()
    #expect(await StoreSample.fault(in: store) == nil)
    await store.shutdown()
    let again = try SQLiteStore(at: store.path)
    #expect(try await again.pendingMigrations() == [])
    #expect(await StoreSample.fault(in: again) == nil)
    await again.shutdown()
  }

  @Test func `the feed of a migrated database tells what is there, and then what is new`()
    async throws
  {
    let folder = try TemporaryFolder()
    let store = try folder.earlier()
    try await store.migrate()
    let page = try await store.changes(of: SQLiteStoreTests.tenant, after: nil, limit: 100)
    func key(_ id: KeyText) -> RecordKey {
      RecordKey(tenant: SQLiteStoreTests.tenant, collection: "plans", id: id)
    }
    func stream(_ id: KeyText) -> StreamID {
      StreamID(tenant: SQLiteStoreTests.tenant, collection: "journal", id: id)
    }
    #expect(
      page.commits == [
        CommittedChanges(sequence: 1, changes: [.appended(stream("notes"), 0..<2)]),
        CommittedChanges(
          sequence: 2,
          changes: [
            .put(key("a"), Revision(token: "2.0")), .put(key("c"), Revision(token: "2.2")),
          ]),
        CommittedChanges(
          sequence: 4,
          changes: [.appended(stream("empty"), 0..<1), .appended(stream("notes"), 2..<3)]),
      ])
    _ = try await store.commit(
      Batch(
        tenant: SQLiteStoreTests.tenant, idempotencyKey: "new",
        [.delete(key("a"), if: .unconditional)]))
    let rest = try await store.changes(of: SQLiteStoreTests.tenant, after: page.next, limit: 100)
    #expect(rest.commits == [CommittedChanges(sequence: 5, changes: [.deleted(key("a"))])])
    await store.shutdown()
  }

  @Test func `a version that knows only format 1 can write nothing that the feed would miss`()
    async throws
  {
    let folder = try TemporaryFolder()
    let store = try folder.earlier()
    let old = try DatabaseQueue(path: store.path)
    try await store.migrate()
    await #expect(throws: DatabaseError.self) {
      try await old.write {
        try $0.execute(sql: "INSERT INTO batch VALUES (9, 'kendari', 'x', '', '')")
      }
    }
    #expect(try await old.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 2)
    try old.close()
    await store.shutdown()
  }

  @Test func `compaction forgets what was overtaken, and tells a reader who missed a deletion`()
    async throws
  {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(at: folder.path("a"))
    let tenant = SQLiteStoreTests.tenant
    let (key, other) = (
      SQLiteStoreTests.key, RecordKey(tenant: tenant, collection: "plans", id: "secret-name")
    )
    func commit(_ name: KeyText, _ mutation: Mutation) async throws {
      _ = try await store.commit(Batch(tenant: tenant, idempotencyKey: name, [mutation]))
    }
    for text in ["1", "2"] {
      let name = try KeyText(text)
      try await commit(name, .put(key, Payload(schema: 1, utf8: text), if: .unconditional))
    }
    try await commit("3", .put(other, Payload(schema: 1, utf8: "x"), if: .unconditional))
    let missing = try await store.changes(of: tenant, after: nil, limit: 3).next
    try await commit("4", .delete(other, if: .unconditional))
    let aware = try await store.changes(of: tenant, after: missing, limit: 3).next
    try await commit(
      "5", .append(SQLiteStoreTests.stream, [Payload(schema: 1, [])], expecting: .empty))
    try await store.compact()
    await #expect(throws: StoreError.changesForgotten) {
      try await store.changes(of: tenant, after: missing, limit: 3)
    }
    let rest = try await store.changes(of: tenant, after: aware, limit: 3).commits
    #expect(rest.map(\.sequence) == [5])
    let all = try await store.changes(of: tenant, after: nil, limit: 9)
    #expect(all.commits.map(\.sequence) == [2, 5])
    #expect(try await store.changes(of: tenant, after: all.next, limit: 9).commits == [])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: store.path))
    #expect(bytes.range(of: Data("secret-name".utf8)) == nil)
    await store.shutdown()
  }

  @Test func `a migration that is cut off at any portion goes on, with whoever calls`() async throws
  {
    let folder = try TemporaryFolder()
    let path = folder.path("large")
    try SQLiteFormat1.write(records: 45_000, events: 70_000, to: path)
    let store = try SQLiteStore(at: path)
    var seen: [Int] = []
    // Each ends its task after one portion, as a kill between two would.
    while try await !store.pendingMigrations().isEmpty {
      let done = Mutex<[Int]>([])
      let task = Task {
        try await store.migrate { progress in
          #expect(progress.done <= progress.total && progress.total == 115_000)
          done.withLock { $0.append(progress.done) }
          withUnsafeCurrentTask { $0?.cancel() }
        }
      }
      try? await task.value
      seen += done.withLock { $0 }
    }
    #expect(seen == [20_000, 40_000, 45_000, 65_000, 85_000, 105_000, 115_000])
    var lengths: [StreamID: UInt64] = [:]
    var records = 0
    var cursor: AppraisalStorage.Cursor?
    while true {
      let page = try await store.changes(of: SQLiteFormat1.tenant, after: cursor, limit: 4_096)
      if page.commits.isEmpty { break }
      for change in page.commits.flatMap(\.changes) {
        switch change {
        case .put: records += 1
        case .appended(let stream, let positions):
          #expect(positions.lowerBound == lengths[stream, default: 0])
          lengths[stream] = positions.upperBound
        case .deleted, .erased: Issue.record("format 1 kept none of these")
        }
      }
      cursor = page.next
    }
    #expect(records == 45_000 && lengths.values.reduce(0, +) == 70_000)
    await store.shutdown()
  }

  @Test func `what is missing from a database is noticed`() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(at: folder.path("empty"))
    #expect(await StoreSample.fault(in: store)?.hasPrefix("the records: found []") == true)
    await store.shutdown()
  }
}

extension TemporaryFolder {
  /// A store over a fresh copy of the database of format 1, not migrated.
  func earlier() throws -> SQLiteStore {
    let path = path()
    try FileManager.default.copyItem(atPath: SQLiteFormatTests.format1.path, toPath: path)
    return try SQLiteStore(at: path)
  }
}

/// Writes large databases of format 1, as its version did.
enum SQLiteFormat1 {
  static let tenant: AgencyID = "kendari"

  /// Records of a commit each, then events in streams of a hundred, ten in a commit.
  static func write(records: Int, events: Int, to path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF")
      try database.inTransaction {
        try database.execute(
          sql: """
            CREATE TABLE record (
              tenant TEXT NOT NULL, collection TEXT NOT NULL, id TEXT NOT NULL,
              revision TEXT NOT NULL, schema INTEGER NOT NULL, content BLOB NOT NULL,
              PRIMARY KEY (tenant, collection, id)
            );
            CREATE TABLE event (
              tenant TEXT NOT NULL, collection TEXT NOT NULL, id TEXT NOT NULL,
              position INTEGER NOT NULL, schema INTEGER NOT NULL, content BLOB NOT NULL,
              sequence INTEGER NOT NULL, erased INTEGER NOT NULL DEFAULT 0,
              PRIMARY KEY (tenant, collection, id, position)
            );
            CREATE TABLE batch (
              sequence INTEGER PRIMARY KEY, tenant TEXT NOT NULL, key TEXT NOT NULL,
              digest TEXT NOT NULL, starts TEXT NOT NULL,
              UNIQUE (tenant, key)
            );
            PRAGMA application_id = 0x4B4A5253;
            PRAGMA user_version = 1;
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(records))
            INSERT INTO record
            SELECT 'kendari', 'plans', 'k' || i, i || '.0', 1, CAST('content' AS BLOB) FROM n;
            WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < \(events - 1))
            INSERT INTO event
            SELECT 'kendari', 'journal', 's' || (i / 100), i % 100, 1, CAST('content' AS BLOB),
              \(records) + 1 + i / 10, 0 FROM n;
            WITH RECURSIVE n (i) AS (
              SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(records + events / 10))
            INSERT INTO batch SELECT i, 'kendari', 'b' || i, '', '' FROM n;
            """)
        return .commit
      }
    }
    try queue.close()
  }
}
