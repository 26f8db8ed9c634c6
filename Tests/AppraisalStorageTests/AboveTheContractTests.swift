import AppraisalStorage
import KinerjaCore
import Synchronization
import Testing

@Suite struct AboveTheContractTests {
  let key = RecordKey(tenant: "kendari", collection: "plans", id: "1")
  let stream = StreamID(tenant: "kendari", collection: "journal", id: "1")

  private func payload(_ number: Int) -> Payload { Payload(schema: 1, utf8: "\(number)") }

  @Test(arguments: [1, 3, 10, 11])
  func `records come page by page`(pageSize: Int) async throws {
    let store = MemoryStore()
    for number in 10..<20 {
      let key = RecordKey(tenant: "kendari", collection: "plans", id: try KeyText("\(number)"))
      _ = try await store.commit(
        Batch(
          tenant: "kendari", idempotencyKey: key.id,
          [.put(key, payload(number), if: .mustNotExist)]))
    }
    var found: [String] = []
    let records = store.records(tenant: "kendari", collection: "plans", pageSize: pageSize)
    for try await record in records { found.append(record.key.id.text) }
    #expect(found == (10..<20).map(String.init))
  }

  @Test(arguments: [1, 3, 10, 11])
  func `events come page by page, also those appended meanwhile`(pageSize: Int) async throws {
    let store = MemoryStore()
    _ = try await store.commit(
      Batch(
        tenant: "kendari", idempotencyKey: "1",
        [.append(stream, (0..<10).map(payload), expecting: .empty)]))
    var found: [UInt64] = []
    for try await event in store.history(of: stream, from: 2, pageSize: pageSize) {
      found.append(event.position)
      if event.position == 4 {
        _ = try await store.commit(
          Batch(
            tenant: "kendari", idempotencyKey: "2",
            [.append(stream, [payload(10)], expecting: .exactly(10))]))
      }
    }
    #expect(found == Array(2...10))
  }

  @Test func `a cancelled walk ends with an error, not early`() async throws {
    let store = MemoryStore()
    let records = store.records(tenant: "kendari", collection: "plans")
    let task = Task {
      try? await Task.sleep(for: .seconds(3_600))
      for try await _ in records {}
    }
    task.cancel()
    await #expect(throws: StoreError.cancelled) { try await task.value }
  }

  @Test func `an update repeated after its answer was lost is not made twice`() async throws {
    let store = MemoryStore()
    for _ in 0..<2 {
      do {
        try await store.update(key, idempotencyKey: "add-one") { old in
          payload((old.flatMap { Int(String(decoding: $0.payload.bytes, as: UTF8.self)) } ?? 0) + 1)
        }
      } catch StoreError.idempotencyMismatch {
      }
    }
    #expect(try await store.read([key])[key]?.payload == payload(1))
  }

  @Test func `an update gives up after the last attempt`() async throws {
    let store = RivalledStore()
    _ = try await store.rival.commit(
      Batch(tenant: "kendari", idempotencyKey: "0", [.put(key, payload(0), if: .mustNotExist)]))
    let rounds = Mutex(0)
    await #expect(throws: StoreError.self) {
      try await store.update(
        key, idempotencyKey: "u", retry: RetryPolicy(attempts: 3, firstPause: .zero)
      ) { _ in
        rounds.withLock { $0 += 1 }
        return payload(1)
      }
    }
    #expect(rounds.withLock { $0 } == 3)
    #expect(try await store.read([key])[key]?.payload == payload(9))
  }
}

/// A store in which somebody else is quicker at every commit.
private struct RivalledStore: AppraisalStore {
  let rival = MemoryStore()
  private let round = Counter()

  var capabilities: StoreCapabilities { rival.capabilities }

  func read(_ keys: [RecordKey]) async throws(StoreError) -> [RecordKey: StoredRecord] {
    try await rival.read(keys)
  }

  func page(
    tenant: AgencyID, collection: KeyText, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<StoredRecord> {
    try await rival.page(tenant: tenant, collection: collection, after: cursor, limit: limit)
  }

  func events(
    of stream: StreamID, from position: UInt64, limit: Int
  ) async throws(StoreError) -> [StoredEvent] {
    try await rival.events(of: stream, from: position, limit: limit)
  }

  func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    if case .put(let key, _, _) = batch.mutations[0], let name = try? KeyText("r\(round.next())") {
      let payload = Payload(schema: 1, utf8: "9")
      _ = try await rival.commit(
        Batch(
          tenant: batch.tenant, idempotencyKey: name, [.put(key, payload, if: .unconditional)]))
    }
    return try await rival.commit(batch)
  }

  func shutdown() async { await rival.shutdown() }
}

private final class Counter: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
