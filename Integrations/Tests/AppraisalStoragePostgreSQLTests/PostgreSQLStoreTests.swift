import AppraisalStorage
@testable import AppraisalStoragePostgreSQL
import AppraisalStorageTesting
import Foundation
import KinerjaCore
import Testing

@Suite(.serialized, .enabled(if: TestServer.place != nil, TestServer.whySkipped))
struct PostgreSQLStoreTests {
  static let tenant: AgencyID = "kendari"
  static let key = RecordKey(tenant: tenant, collection: "plans", id: "a")
  static let stream = StreamID(tenant: tenant, collection: "journal", id: "a")

  static func batch(_ name: KeyText, _ condition: WriteCondition = .unconditional) throws -> Batch {
    try Batch(
      tenant: tenant, idempotencyKey: name,
      [
        .put(key, Payload(schema: 1, utf8: name.text), if: condition),
        .append(stream, [Payload(schema: 1, utf8: name.text)], expecting: .unconditional),
      ])
  }

  @Test(arguments: Breakdown.End.allCases)
  func `it keeps every promise, also of two handles and after breakdowns`(
    end: Breakdown.End
  ) async throws {
    let report = await TestServer.kit(seed: end == .process ? 1 : 2, end).run()
    let notPassed = report.results.filter { $0.outcome != .passed && $0.rule.kind != .untested }
    #expect(notPassed.isEmpty, "\(report)")
    // The page of the store shows what the kit says, so it is renewed when this fails.
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/AppraisalStoragePostgreSQL/README.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    for table in [report.capabilityTable(), report.ruleTable()] {
      #expect(text.contains(table), "\(table)")
    }
  }

  @Test func `writers go on while the server ends their connections`() async throws {
    let store = try await TestServer.store()
    let (writers, rounds) = (4, 300)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask { try await Self.write(rounds, as: writer, to: store) }
      }
      let reaper = Task {
        var count = 0
        while !Task.isCancelled {
          do {
            try TestServer.terminate()
          } catch ServerFailure.cancelled {
            break
          }
          count += 1
          try? await Task.sleep(for: .milliseconds(20))
        }
        return count
      }
      try await group.waitForAll()
      reaper.cancel()
      #expect(try await reaper.value > 3)
    }
    try await Self.check(rounds, of: writers, in: store)
    await store.shutdown()
  }

  @Test func `what was acknowledged outlives a crash of the server`() async throws {
    let store = try await TestServer.store()
    let (writers, rounds) = (3, 60)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask { try await Self.write(rounds, as: writer, to: store) }
      }
      group.addTask {
        for _ in 0..<3 {
          try await Task.sleep(for: .milliseconds(40))
          try TestServer.crash()
        }
      }
      try await group.waitForAll()
    }
    try await Self.check(rounds, of: writers, in: store)
    await store.shutdown()
  }

  /// Appends numbers to a stream, each sent again until it is acknowledged.
  static func write(_ rounds: Int, as writer: Int, to store: PostgreSQLStore) async throws {
    let stream = StreamID(tenant: tenant, collection: "journal", id: try KeyText("w\(writer)"))
    for number in 0..<rounds {
      let batch = try Batch(
        tenant: tenant, idempotencyKey: KeyText("w\(writer)-\(number)"),
        [
          .append(
            stream, [Payload(schema: 1, utf8: "\(number)")], expecting: .exactly(UInt64(number)))
        ])
      while true {
        do throws(StoreError) {
          _ = try await store.commit(batch)
          break
        } catch .outcomeUnknown, .unavailable {
          try await Task.sleep(for: .milliseconds(5))
        }
      }
    }
  }

  static func check(_ rounds: Int, of writers: Int, in store: PostgreSQLStore) async throws {
    for writer in 0..<writers {
      let stream = StreamID(tenant: tenant, collection: "journal", id: try KeyText("w\(writer)"))
      var events: [StoredEvent] = []
      for try await event in store.history(of: stream) { events.append(event) }
      #expect(events.map(\.payload) == (0..<rounds).map { Payload(schema: 1, utf8: "\($0)") })
      #expect(events.map(\.position) == (0..<UInt64(rounds)).map { $0 })
    }
  }

  @Test(arguments: [
    ("53100", StoreError.full(place: "")), ("53300", .unavailable(retryAfter: .seconds(1))),
    ("40001", .unavailable(retryAfter: .milliseconds(100))),
    ("40P01", .unavailable(retryAfter: .milliseconds(100))),
    ("42501", .readOnly(place: "")), ("23505", .backend(code: "postgresql-23505", message: "no")),
    ("XX001", .corrupted(StoreDamage(file: "", offset: 0, .content))),
    ("22012", .backend(code: "postgresql-22012", message: "no")),
  ])
  func `a statement or a commit that the server refuses changes nothing and is told by its cause`(
    state: String, cause: StoreError
  ) async throws {
    let store = try await TestServer.store()
    let expected: StoreError =
      switch cause {
      case .full: .full(place: store.place)
      case .readOnly: .readOnly(place: store.place)
      case .corrupted: .corrupted(StoreDamage(file: store.place, offset: 0, .content))
      default: cause
      }
    for when in ["", "CONSTRAINT TRIGGER t AFTER INSERT ON %.event DEFERRABLE INITIALLY DEFERRED"] {
      let trigger = when.isEmpty ? "TRIGGER t BEFORE INSERT ON %.event" : when
      try TestServer.administer(
        """
        CREATE OR REPLACE FUNCTION %.refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION SQLSTATE '\(state)' USING MESSAGE = 'no'; END $$;
        CREATE \(trigger) FOR EACH ROW EXECUTE FUNCTION %.refuse()
        """.replacing("%", with: store.schema))
      let error = await #expect(throws: StoreError.self) {
        try await store.commit(Self.batch("1", .mustNotExist))
      }
      #expect(error == expected)
      #expect(try await store.read([Self.key]) == [:])
      try TestServer.administer("DROP TRIGGER t ON \(store.schema).event")
    }
    #expect(try await store.commit(Self.batch("1", .mustNotExist)).isReplay == false)
    #expect(try await store.events(of: Self.stream, from: 0, limit: 9).count == 1)
    await store.shutdown()
  }

  @Test func `a serialisation failure that passes is not seen`() async throws {
    let store = try await TestServer.store()
    // Advancing a sequence is not rolled back, so the third try goes well.
    try TestServer.administer(
      """
      CREATE SEQUENCE %.tries;
      CREATE FUNCTION %.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('%.tries') < 3 THEN RAISE EXCEPTION SQLSTATE '40001'; END IF; RETURN NEW;
      END $$;
      CREATE TRIGGER t BEFORE INSERT ON %.event FOR EACH ROW EXECUTE FUNCTION %.refuse()
      """.replacing("%", with: store.schema))
    #expect(try await store.commit(Self.batch("1")).isReplay == false)
    #expect(try await store.events(of: Self.stream, from: 0, limit: 9).count == 1)
    await store.shutdown()
  }

  @Test func `a cancelled commit that waits for others ends at once and changes nothing`()
    async throws
  {
    let store = try await TestServer.store(patience: .seconds(60))
    _ = try await store.commit(Self.batch("0"))
    let holder = try Holder(of: store)
    let task = Task { try await store.commit(Self.batch("1")) }
    try await holder.waitForWaiter()
    let clock = ContinuousClock()
    let start = clock.now
    task.cancel()
    await #expect(throws: StoreError.cancelled) { try await task.value }
    #expect(clock.now - start < .seconds(30))
    try holder.letGo()
    #expect(try await store.commit(Self.batch("1")).isReplay == false)
    await store.shutdown()
  }

  @Test func `patience ends a wait, and so does cancellation while all connections are lent`()
    async throws
  {
    let store = try await TestServer.store(connections: 1, patience: .seconds(2))
    _ = try await store.commit(Self.batch("0"))
    let holder = try Holder(of: store)
    let first = Task { try await store.commit(Self.batch("1")) }
    try await holder.waitForWaiter()
    let second = Task { try await store.commit(Self.batch("2")) }
    try await Task.sleep(for: .milliseconds(50))
    second.cancel()
    await #expect(throws: StoreError.cancelled) { try await second.value }
    await #expect(throws: StoreError.unavailable(retryAfter: .milliseconds(100))) {
      try await first.value
    }
    try holder.letGo()
    #expect(try await store.events(of: Self.stream, from: 0, limit: 9).count == 1)
    await store.shutdown()
  }

  @Test func `what was erased is in no row, and compaction rewrites the tables`() async throws {
    let store = try await TestServer.store()
    _ = try await store.commit(Self.batch("1"))
    try await store.eraseEvents(of: Self.stream, in: 0..<1)
    try await store.compact()
    #expect(try await store.events(of: Self.stream, from: 0, limit: 9).map(\.isErased) == [true])
    let own = try Connection(to: #require(TestServer.place), patience: .seconds(10))
    let left = try own.run(
      "SELECT length(content), (SELECT max(length(digest)) FROM \(store.schema).receipt) "
        + "FROM \(store.schema).event")
    #expect(left.integer(0, 0) == 0 && left.integer(0, 1) == 0)
    await store.shutdown()
  }

  @Test func `many that open a new schema at once make its tables once`() async throws {
    let schema = TestServer.newSchema()
    try await withThrowingTaskGroup(of: PostgreSQLStore.self) { group in
      for _ in 0..<6 { group.addTask { try await TestServer.store(in: schema) } }
      for try await store in group {
        _ = try await store.read([Self.key])
        await store.shutdown()
      }
    }
  }

  @Test func `a newer format, another's schema and a role without rights are refused`()
    async throws
  {
    let newer = try await TestServer.store()
    await newer.shutdown()
    let known = PostgreSQLSchema.version
    try TestServer.administer(
      "INSERT INTO \(newer.schema).migration VALUES (\(known + 1), 'of tomorrow')")
    let refusal = StoreError.newerFormat(place: newer.place, found: known + 1, supported: known)
    await #expect(throws: refusal) { try await TestServer.store(in: newer.schema) }

    let other = TestServer.newSchema()
    try TestServer.administer("CREATE SCHEMA \(other); CREATE TABLE \(other).theirs (x int)")
    let error = await #expect(throws: StoreError.self) { try await TestServer.store(in: other) }
    guard case .corrupted(let damage) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(damage.finding == .header && damage.file.hasSuffix(other))

    let store = try await TestServer.store()
    _ = try await store.commit(Self.batch("1"))
    await store.shutdown()
    let role = TestServer.newSchema()
    try TestServer.administer(
      """
      CREATE ROLE \(role) LOGIN PASSWORD 'only-here'; GRANT USAGE ON SCHEMA % TO \(role);
      GRANT SELECT ON ALL TABLES IN SCHEMA % TO \(role)
      """.replacing("%", with: store.schema))
    let reader = try await PostgreSQLStore(
      at: "\(#require(TestServer.place)) user=\(role) password=only-here", schema: store.schema)
    #expect(try await reader.read([Self.key]).count == 1)
    await #expect(throws: StoreError.readOnly(place: reader.place)) {
      try await reader.commit(Self.batch("2"))
    }
    await reader.shutdown()
  }

  @Test func `a place without a server is told in libpq's words, without the password`()
    async throws
  {
    let error = await #expect(throws: StoreError.self) {
      try await PostgreSQLStore(at: "host=127.0.0.1 port=1 user=a password=secret dbname=b")
    }
    guard case .backend("postgresql-connection", let message) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.contains("127.0.0.1") && !message.contains("secret"))
    await #expect(throws: StoreError.unsupported("the schema's name")) {
      try await PostgreSQLStore(at: "", schema: "a\"; DROP SCHEMA b")
    }
  }
}

/// Holds a tenant's lock from outside the store.
private final class Holder {
  private let connection: Connection

  init(of store: PostgreSQLStore) throws {
    connection = try Connection(to: #require(TestServer.place), patience: .seconds(30))
    try connection.run("BEGIN")
    try connection.run("SELECT * FROM \(store.schema).tenant FOR UPDATE")
  }

  /// Returns when somebody waits for the lock.
  func waitForWaiter() async throws {
    for _ in 0..<1_000 {
      let waiting = try connection.run(
        "SELECT count(*) FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()")
      if waiting.integer(0, 0) > 0 { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("nobody waited")
  }

  func letGo() throws { try connection.run("COMMIT") }
}
