import AppraisalStorage
import AppraisalStorageSQLite
import AppraisalStorageTesting
import Foundation
import GRDB
import KinerjaCore
import Synchronization
import Testing

@Suite struct SQLiteStoreTests {
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

  @Test(arguments: [1, 2] as [UInt64])
  func `it keeps every promise, also of two handles and after breakdowns`(seed: UInt64) async throws
  {
    let folder = try TemporaryFolder()
    let report = await folder.kit(seed: seed).run()
    let notPassed = report.results.filter { $0.outcome != .passed && $0.rule.kind != .untested }
    #expect(notPassed.isEmpty, "\(report)")
    if seed == 1 {
      // The page of the store shows what the kit says, so it is renewed when this fails.
      let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Sources/AppraisalStorageSQLite/README.md")
      let text = try String(contentsOf: page, encoding: .utf8)
      for table in [report.capabilityTable(), report.ruleTable()] {
        #expect(text.contains(table), "\(table)")
      }
    }
  }

  @Test func `it answers as the store in memory does, revisions included`() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(at: folder.path("a"))
    let model = MemoryStore()
    var draw: UInt64 = 7
    for number in 0..<200 {
      draw = draw &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let id = try KeyText("k\(draw >> 60)")
      let key = RecordKey(tenant: Self.tenant, collection: "plans", id: id)
      let condition: WriteCondition = draw >> 40 & 1 == 0 ? .unconditional : .mustNotExist
      let change: Mutation =
        draw >> 41 & 3 == 0
        ? .delete(key, if: .unconditional)
        : .put(key, Payload(schema: 1, utf8: "\(number)"), if: condition)
      let batch = try Batch(
        tenant: Self.tenant, idempotencyKey: KeyText("b\(draw >> 33 & 127)"),
        [change, .append(Self.stream, [Payload(schema: 2, [0])], expecting: .unconditional)])
      func outcome(_ store: some AppraisalStore) async -> Result<CommitReceipt, StoreError> {
        do throws(StoreError) {
          return .success(try await store.commit(batch))
        } catch {
          return .failure(error)
        }
      }
      #expect(await outcome(store) == outcome(model))
    }
    func records(_ store: some AppraisalStore) async throws -> Page<StoredRecord> {
      try await store.page(tenant: Self.tenant, collection: "plans", after: nil, limit: 100)
    }
    #expect(try await records(store) == records(model))
    await store.shutdown()
  }

  @Test(arguments: [
    (ResultCode.SQLITE_FULL, StoreError.full(place: "")),
    (.SQLITE_BUSY, .unavailable(retryAfter: .milliseconds(100))),
    (.SQLITE_IOERR, .backend(code: "sqlite-10", message: "disk I/O error")),
  ])
  func `a transaction that fails changes nothing and is told by its cause`(
    code: ResultCode, cause: StoreError
  ) async throws {
    let folder = try TemporaryFolder()
    let isBroken = Mutex(true)
    let store = try SQLiteStore(at: folder.path("a")) { step in
      guard step == .wrote(1), isBroken.withLock({ $0 }) else { return }
      throw DatabaseError(resultCode: code)
    }
    let error = await #expect(throws: StoreError.self) {
      try await store.commit(Self.batch("1", .mustNotExist))
    }
    let expected = code == .SQLITE_FULL ? .full(place: store.path) : cause
    #expect(error == expected)
    #expect(try await store.read([Self.key]) == [:])
    isBroken.withLock { $0 = false }
    #expect(try await store.commit(Self.batch("1", .mustNotExist)).isReplay == false)
    #expect(try await store.events(of: Self.stream, from: 0, limit: 9).count == 1)
    await store.shutdown()
  }

  @Test func `a newer format and another's database are refused and left alone`() async throws {
    let folder = try TemporaryFolder()
    let newer = folder.path("newer")
    await (try SQLiteStore(at: newer)).shutdown()
    let other = folder.path("other")
    for (path, sql) in [(newer, "PRAGMA user_version = 3"), (other, "CREATE TABLE theirs (x)")] {
      let queue = try DatabaseQueue(path: path)
      try await queue.write { try $0.execute(sql: sql) }
      try queue.close()
    }
    #expect(throws: StoreError.newerFormat(place: newer, found: 3, supported: 2)) {
      try SQLiteStore(at: newer)
    }
    let damage = StoreDamage(file: other, offset: 68, .header)
    #expect(throws: StoreError.corrupted(damage)) { try SQLiteStore(at: other) }
    let text = folder.path("text")
    try Data("no database, and long enough to be sure of it".utf8)
      .write(to: URL(fileURLWithPath: text))
    #expect(throws: StoreError.self) { try SQLiteStore(at: text) }
  }

  @Test func `after compaction the contents of erased events are in no file`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a")
    let store = try SQLiteStore(at: path)
    for name in ["first secret", "second secret"] {
      let batch = try Batch(
        tenant: Self.tenant, idempotencyKey: KeyText(name.prefix(5)),
        [.append(Self.stream, [Payload(schema: 1, utf8: name)], expecting: .unconditional)])
      _ = try await store.commit(batch)
    }
    func holds(_ text: String) throws -> Bool {
      for suffix in ["", "-wal"] {
        guard let bytes = FileManager.default.contents(atPath: path + suffix) else { continue }
        if bytes.range(of: Data(text.utf8)) != nil { return true }
      }
      return false
    }
    try await store.eraseEvents(of: Self.stream, in: 0..<1)
    #expect(try holds("first secret"))
    try await store.compact()
    #expect(try !holds("first secret") && holds("second secret"))
    await store.shutdown()
  }

  @Test func `an acknowledged commit is synchronised`() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(at: folder.path("a"))
    _ = try await store.commit(Self.batch("1"))
    // 2 is FULL: the log is synchronised at each commit.
    #expect(try await store.synchronousLevel == 2)
    await store.shutdown()
  }
}

/// A folder that is gone when nobody holds this any more.
final class TemporaryFolder: Sendable {
  private let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kinerja-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String = UUID().uuidString) -> String { "\(path)/\(name)" }

  /// The kit over stores in this folder.
  func kit(seed: UInt64) -> StoreConformanceKit {
    StoreConformanceKit(
      seed: seed,
      reopen: { try SQLiteStore(at: $0.path) },
      openBeside: { try SQLiteStore(at: $0.path) },
      crashes: CrashPoints(
        count: 60,
        make: { point in
          let path = self.path()
          let image = CrashImage(of: path, at: point)
          let store = try SQLiteStore(at: path, onStep: image.step)
          return store
        },
        recover: { broken in
          await broken.shutdown()
          let image = CrashImage.path(of: broken.path)
          let exists = FileManager.default.fileExists(atPath: image)
          return try SQLiteStore(at: exists ? image : broken.path)
        }),
      earlier: { try self.earlier() },
      make: { try SQLiteStore(at: self.path()) })
  }
}

/// Copies a database's files at a step of a commit, as a process that dies there leaves them.
private final class CrashImage: Sendable {
  struct ProcessDied: Error {}

  private let original: String
  private let stepsLeft: Mutex<Int>

  init(of path: String, at point: Int) {
    original = path
    stepsLeft = Mutex(point)
  }

  static func path(of original: String) -> String { "\(original).crashed" }

  func step(_: CommitStep) throws {
    let left = stepsLeft.withLock { left in
      defer { left -= 1 }
      return left
    }
    if left > 0 { return }
    if left == 0 {
      for suffix in ["", "-wal"] {
        try FileManager.default.copyItem(
          atPath: original + suffix, toPath: Self.path(of: original) + suffix)
      }
    }
    throw ProcessDied()
  }
}
