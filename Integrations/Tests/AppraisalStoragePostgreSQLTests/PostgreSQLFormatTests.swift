import AppraisalStorage
@testable import AppraisalStoragePostgreSQL
import AppraisalStorageTesting
import Foundation
import KinerjaCore
import Testing

/// Schemas as earlier versions wrote them, and what is left of what was erased.
@Suite(.serialized, .enabled(if: TestServer.place != nil, TestServer.whySkipped))
struct PostgreSQLFormatTests {
  // Format 1, written by `StoreSample` and dumped; the schema is called `format1`.
  static let format1 = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Formats/format-1.sql")

  @Test func `a schema of format 1 opens, and all in it reads as it was written`() async throws {
    let schema = TestServer.newSchema()
    let script = try String(contentsOf: Self.format1, encoding: .utf8)
    try TestServer.administer(script.replacing("format1", with: schema))
    for _ in 1...2 {
      let store = try await TestServer.store(in: schema)
      #expect(await StoreSample.fault(in: store) == nil)
      await store.shutdown()
    }
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
