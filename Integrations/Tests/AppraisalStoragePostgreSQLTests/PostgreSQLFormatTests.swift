import AppraisalStorage
@testable import AppraisalStoragePostgreSQL
import AppraisalStorageTesting
import Foundation
import KinerjaCore
import Synchronization
import Testing

/// Schemas as earlier versions wrote them, and what is left of what was erased.
@Suite(.serialized, .enabled(if: TestServer.place != nil, TestServer.whySkipped))
struct PostgreSQLFormatTests {
  // Format 1, written by `StoreSample` and dumped; the schema is called `format1`.
  static let format1 = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Formats/format-1.sql")

  @Test func `a schema of format 1 is migrated, and all in it reads as it was written`()
    async throws
  {
    let store = try await TestServer.earlier()
    #expect(try await store.pendingMigrations().map(\.to) == [2])
    try await store.migrate()
    #expect(await StoreSample.fault(in: store) == nil)
    await store.shutdown()
    let again = try await TestServer.store(in: store.schema)
    #expect(try await again.pendingMigrations() == [])
    #expect(await StoreSample.fault(in: again) == nil)
    await again.shutdown()
  }

  @Test func `the feed of a migrated schema tells what is there, and then what is new`()
    async throws
  {
    let store = try await TestServer.earlier()
    try await store.migrate()
    let tenant = PostgreSQLStoreTests.tenant
    let page = try await store.changes(of: tenant, after: nil, limit: 100)
    func key(_ id: KeyText) -> RecordKey {
      RecordKey(tenant: tenant, collection: "plans", id: id)
    }
    func stream(_ id: KeyText) -> StreamID {
      StreamID(tenant: tenant, collection: "journal", id: id)
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
          sequence: 3,
          changes: [.appended(stream("empty"), 0..<1), .appended(stream("notes"), 2..<3)]),
      ])
    _ = try await store.commit(
      Batch(tenant: tenant, idempotencyKey: "new", [.delete(key("a"), if: .unconditional)]))
    let rest = try await store.changes(of: tenant, after: page.next, limit: 100)
    #expect(rest.commits == [CommittedChanges(sequence: 4, changes: [.deleted(key("a"))])])
    await store.shutdown()
  }

  @Test func `a version that knows only format 1 can write nothing that the feed would miss`()
    async throws
  {
    let store = try await TestServer.earlier()
    let old = try Connection(to: #require(TestServer.place), patience: .seconds(10))
    try old.settle(in: store.schema)
    try await store.migrate()
    #expect(throws: ServerFailure.self) { try old.run("SELECT starts FROM batch") }
    #expect(throws: ServerFailure.self) { try old.run("UPDATE batch SET digest = ''") }
    #expect(try old.run("SELECT count(*) FROM migration").integer(0, 0) == 2)
    await store.shutdown()
  }

  @Test func `compaction forgets what was overtaken, and tells a reader who missed a deletion`()
    async throws
  {
    let store = try await TestServer.store()
    let (tenant, key) = (PostgreSQLStoreTests.tenant, PostgreSQLStoreTests.key)
    let other = RecordKey(tenant: tenant, collection: "plans", id: "secret-name")
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
    let append = Mutation.append(
      PostgreSQLStoreTests.stream, [Payload(schema: 1, [])], expecting: .empty)
    try await commit("5", append)
    try await store.compact()
    await #expect(throws: StoreError.changesForgotten) {
      try await store.changes(of: tenant, after: missing, limit: 3)
    }
    let rest = try await store.changes(of: tenant, after: aware, limit: 3).commits
    #expect(rest.map(\.sequence) == [5])
    let all = try await store.changes(of: tenant, after: nil, limit: 9)
    #expect(all.commits.map(\.sequence) == [2, 5])
    #expect(try await store.changes(of: tenant, after: all.next, limit: 9).commits == [])
    #expect(try !TestServer.files(hold: "secret-name"))
    await store.shutdown()
  }

  @Test func `a migration that is cut off at any portion goes on, with whoever calls`() async throws
  {
    let store = try await TestServer.earlier()
    try TestServer.fill(store.schema, records: 45_000, events: 70_000)
    var seen: [Int] = []
    // Each ends its task after one portion, as a kill between two would.
    while try await !store.pendingMigrations().isEmpty {
      let done = Mutex<[Int]>([])
      let task = Task {
        try await store.migrate { progress in
          #expect(progress.done <= progress.total && progress.total == 115_008)
          done.withLock { $0.append(progress.done) }
          withUnsafeCurrentTask { $0?.cancel() }
        }
      }
      try? await task.value
      seen += done.withLock { $0 }
    }
    #expect(
      seen == [0, 20_000, 40_000, 45_003, 45_003, 65_003, 85_003, 105_003, 115_008, 115_008])
    var lengths: [StreamID: UInt64] = [:]
    var records = 0
    var cursor: Cursor?
    while true {
      let page = try await store.changes(of: "large", after: cursor, limit: 4_096)
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
    #expect(await StoreSample.fault(in: store) == nil)
    await store.shutdown()
  }

  @Test func `after compaction the contents of erased events are in no file of a table`()
    async throws
  {
    let store = try await TestServer.store()
    for name in ["first secret", "second secret"] {
      let batch = try Batch(
        tenant: PostgreSQLStoreTests.tenant, idempotencyKey: KeyText(name.prefix(5)),
        [
          .append(
            PostgreSQLStoreTests.stream, [Payload(schema: 1, utf8: name)],
            expecting: .unconditional)
        ])
      _ = try await store.commit(batch)
    }
    try await store.eraseEvents(of: PostgreSQLStoreTests.stream, in: 0..<1)
    #expect(try TestServer.files(hold: "first secret"))
    try await store.compact()
    #expect(try !TestServer.files(hold: "first secret"))
    #expect(try TestServer.files(hold: "second secret"))
    await store.shutdown()
  }
}

extension TestServer {
  /// A store over a fresh copy of the schema of format 1, not migrated.
  static func earlier() async throws -> PostgreSQLStore {
    let schema = newSchema()
    let script = try String(contentsOf: PostgreSQLFormatTests.format1, encoding: .utf8)
    try administer(script.replacing("format1", with: schema))
    return try await store(in: schema)
  }

  /// Adds to a schema of format 1, for a tenant called large: records of a commit each, then events
  /// in streams of a hundred, ten in a commit.
  static func fill(_ schema: String, records: Int, events: Int) throws {
    try administer(
      """
      SET search_path = "\(schema)";
      INSERT INTO record
      SELECT 'large', 'plans', 'k' || i, i || '.0', 1, 'content' FROM generate_series(1, \(records)) i;
      INSERT INTO event
      SELECT 'large', 'journal', 's' || (i / 100), i % 100, 1, 'content', \(records) + 1 + i / 10
      FROM generate_series(0, \(events - 1)) i;
      INSERT INTO batch
      SELECT 'large', 'b' || i, i, '', '{}' FROM generate_series(1, \(records + events / 10)) i;
      INSERT INTO tenant VALUES ('large', \(records + events / 10));
      """)
  }

  /// Whether a file of a table of the database holds a text, once the server has written all it
  /// had in memory.
  fileprivate static func files(hold text: String) throws -> Bool {
    let own = try Connection(to: #require(place), patience: .seconds(60))
    try own.run("CHECKPOINT")
    // The server reads its own files, so that the test need not be its user.
    let found = try own.run(
      """
      SELECT count(*) FROM pg_ls_dir('base') AS folder,
        LATERAL pg_ls_dir('base/' || folder) AS file
      WHERE file ~ '^[0-9]+' AND position(
        convert_to($1, 'UTF8')
        IN pg_read_binary_file('base/' || folder || '/' || file, 0, 1 << 28, true)) > 0
      """, .text(text))
    return found.integer(0, 0) > 0
  }
}
