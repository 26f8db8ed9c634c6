import AppraisalStorage
import KinerjaCore

/// What the tests of damage write and look for.
enum WrittenFolder {
  static let tenant: AgencyID = "kendari"
  static let stream = StreamID(tenant: tenant, collection: "journal", id: "2026/p1")

  /// Batches of several shapes; the third holds long runs of zeros by nature.
  static func batches() throws -> [Batch] {
    let first = RecordKey(tenant: tenant, collection: "plans", id: "a")
    let second = RecordKey(tenant: tenant, collection: "plans", id: "b")
    return [
      try Batch(
        tenant: tenant, idempotencyKey: "1",
        [
          .put(first, Payload(schema: 1, utf8: "first"), if: .mustNotExist),
          .append(stream, [Payload(schema: 1, utf8: "opened")], expecting: .empty),
        ]),
      try Batch(
        tenant: tenant, idempotencyKey: "2",
        [
          .put(second, Payload(schema: 2, utf8: "second"), if: .mustNotExist),
          .delete(first, if: .unconditional),
          .append(
            stream, [Payload(schema: 1, []), Payload(schema: 1, utf8: "é")],
            expecting: .exactly(1)),
        ]),
      try Batch(
        tenant: tenant, idempotencyKey: "3",
        [
          .append(
            stream,
            [Payload(schema: 1, Array(repeating: 0, count: 1_100) + [1] + Array("end".utf8))],
            expecting: .exactly(3)),
          .put(first, Payload(schema: 1, utf8: "again"), if: .mustNotExist),
        ]),
    ]
  }

  /// The places to try: every byte, but few of the long run of zeros in the third batch.
  static func places(_ borders: [Int]) -> [Int] {
    let run = borders[2] + 160..<borders[3] - 160
    return Array(0..<borders[3]).filter { !run.contains($0) || $0 % 17 == 0 }
  }

  /// All that a store holds after so many of the batches.
  struct Snapshot: Equatable {
    let records: [StoredRecord]
    let events: [StoredEvent]
  }

  static func snapshot(of store: some AppraisalStore) async throws -> Snapshot {
    Snapshot(
      records: try await store.page(
        tenant: tenant, collection: "plans", after: nil, limit: 100
      ).items,
      events: try await store.events(of: stream, from: 0, limit: 100))
  }

  /// What a store must hold after 0, 1, … batches, by the store in memory.
  static func snapshots() async throws -> [Snapshot] {
    let store = MemoryStore()
    var snapshots = [try await snapshot(of: store)]
    for batch in try batches() {
      _ = try await store.commit(batch)
      snapshots.append(try await snapshot(of: store))
    }
    return snapshots
  }

  /// Writes the batches and returns where each frame begins, and where the last ends.
  static func write(
    to path: String, _ settings: FolderSettings = FolderSettings(), size: () throws -> Int
  ) async throws -> [Int] {
    let store = try FolderStore(at: path, settings)
    var borders = [try size()]
    for batch in try batches() {
      _ = try await store.commit(batch)
      borders.append(try size())
    }
    await store.shutdown()
    return borders
  }
}

extension Disk {
  /// A disk that does not wait, for tests that open a folder thousands of times.
  static let quick: Disk = {
    var disk = Disk.system
    disk.synchronize = { _ in .success(()) }
    return disk
  }()
}
