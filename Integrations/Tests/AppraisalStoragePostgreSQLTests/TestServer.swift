@testable import AppraisalStoragePostgreSQL
import AppraisalStorageTesting
import Foundation
import Synchronization
import Testing

/// The server that `Integrations/with-postgresql` started for the tests.
enum TestServer {
  static let place = ProcessInfo.processInfo.environment["KINERJA_POSTGRESQL"]
  static let whySkipped: Comment =
    "no PostgreSQL server: install postgresql and run Integrations/with-postgresql swift test"

  /// The name of a schema that nobody has used.
  static func newSchema() -> String {
    "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
  }

  /// A store in a schema of its own, or in one that exists.
  static func store(
    in schema: String = newSchema(), connections: Int = 4, patience: Duration = .seconds(10),
    onStep: @escaping @Sendable (CommitStep, Int32) throws -> Void = { _, _ in }
  ) async throws -> PostgreSQLStore {
    try await PostgreSQLStore(
      at: #require(place), schema: schema, connections: connections, patience: patience,
      onStep: onStep)
  }

  /// Runs statements as the administrator, past any store.
  static func administer(_ script: String) throws {
    try Connection(to: #require(place), patience: .seconds(30)).run(script: script)
  }

  /// Ends a server's process, or that of some other connection, and waits until it is gone.
  static func terminate(_ backend: Int32? = nil) throws {
    let own = try Connection(to: #require(place), patience: .seconds(30))
    try own.run(
      """
      SELECT pg_terminate_backend(pid, 5000) FROM (
        SELECT pid FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
        AND pid = coalesce($1, pid) ORDER BY random() LIMIT 1) AS victim
      """.replacing("$1", with: backend.map(String.init) ?? "NULL"))
  }

  /// Lets the whole server crash, as if every process of it were killed, and starts it again.
  static func crash() throws {
    let program = try #require(ProcessInfo.processInfo.environment["KINERJA_POSTGRESQL_CRASH"])
    let process = try Process.run(URL(fileURLWithPath: program), arguments: [])
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// The kit over stores on the server, of which some break down.
  static func kit(seed: UInt64, _ end: Breakdown.End) -> StoreConformanceKit {
    StoreConformanceKit(
      seed: seed,
      reopen: { try await store(in: $0.schema) },
      openBeside: { try await store(in: $0.schema) },
      crashes: CrashPoints(
        count: 60,
        make: { point in
          let breakdown = Breakdown(at: point, end)
          return try await store(onStep: breakdown.step)
        },
        recover: { broken in
          await broken.shutdown()
          return try await store(in: broken.schema)
        }),
      earlier: { try await earlier() },
      make: { try await store() })
  }
}

/// Ends a store's work at a step of a commit.
final class Breakdown: Sendable {
  enum End: CaseIterable {
    /// The process dies: its connection goes, and nothing comes any more.
    case process
    /// The server ends the connection, which the store must notice; what follows is refused.
    case connection
  }

  struct ProcessDied: Error {}

  private let end: End
  private let stepsLeft: Mutex<Int>

  init(at point: Int, _ end: End) {
    self.end = end
    stepsLeft = Mutex(point)
  }

  func step(_: CommitStep, of backend: Int32) throws {
    let left = stepsLeft.withLock { left in
      defer { left -= 1 }
      return left
    }
    if left > 0 { return }
    if left == 0 {
      try TestServer.terminate(backend)
      if end == .connection { return }
    }
    throw ProcessDied()
  }
}
