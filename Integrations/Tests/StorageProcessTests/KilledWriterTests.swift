import AppraisalStorage
import AppraisalStoragePostgreSQL
import AppraisalStorageSQLite
import Foundation
import KinerjaCore
import Testing

/// Processes that write to one store and are killed in the middle of it.
@Suite(.serialized) struct KilledWriterTests {
  static let server = ProcessInfo.processInfo.environment["KINERJA_POSTGRESQL"]

  @Test func `SQLite: killed writers leave every batch whole, the acknowledged ones there`()
    async throws
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kinerja-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a").path
    try await killWriters(of: ["sqlite", path]) { try SQLiteStore(at: path) }
  }

  @Test(
    .enabled(
      if: server != nil,
      "no PostgreSQL server: install postgresql and run Integrations/with-postgresql swift test"))
  func `PostgreSQL: killed writers leave every batch whole, the acknowledged ones there`()
    async throws
  {
    let server = try #require(Self.server)
    let schema = "killed" + UUID().uuidString.lowercased().filter { $0 != "-" }
    try await killWriters(of: ["postgresql", "\(server)/\(schema)"]) {
      try await PostgreSQLStore(at: server, schema: schema)
    }
  }

  /// Starts three writers and kills them, again and again.
  private func killWriters<Store: AppraisalStore>(
    of place: [String], open: () async throws -> Store
  ) async throws {
    await (try open()).shutdown()
    let names: [KeyText] = ["w0", "w1", "w2"]
    var acknowledged = [Int](repeating: 0, count: names.count)
    for round in 0..<12 {
      let writers = try names.map { try Writer(place + [$0.text]) }
      // At the latest when the first writer has written a little; the moment itself is chance.
      try await writers[round % writers.count].wait(forLines: 1 + round)
      for writer in writers { writer.kill() }
      let store = try await open()
      for (index, name) in names.enumerated() {
        let last = writers[index].lastNumber
        acknowledged[index] = max(acknowledged[index], last + 1)
        let found = try await written(by: name, in: store)
        #expect(found >= acknowledged[index] && found <= acknowledged[index] + 1)
        acknowledged[index] = found
      }
      await store.shutdown()
    }
    #expect(acknowledged.reduce(0, +) > 30)
  }

  /// How many batches of a writer are there, all of them whole.
  private func written(by name: KeyText, in store: some AppraisalStore) async throws -> Int {
    let tenant: AgencyID = "kendari"
    let record = RecordKey(tenant: tenant, collection: "counts", id: name)
    var texts: [String] = []
    let stream = StreamID(tenant: tenant, collection: "journal", id: name)
    for try await event in store.history(of: stream) {
      texts.append(String(decoding: event.payload.bytes, as: UTF8.self))
    }
    let count = texts.count / 2
    #expect(texts == (0..<count).flatMap { ["\($0)", "\($0)"] })
    let stored = try await store.read([record])[record]?.payload
    #expect(stored == (count == 0 ? nil : Payload(schema: 1, utf8: "\(count - 1)")))
    return count
  }
}
