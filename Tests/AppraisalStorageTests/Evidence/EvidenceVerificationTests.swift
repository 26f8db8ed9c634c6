import AppraisalStorage
import KinerjaCore
import Synchronization
import Testing

@Suite struct EvidenceVerificationTests {
  static let tenant = EvidenceSamples.tenant

  /// A store of twenty items, in the order of their digests.
  private func filled() async throws -> (TamperedEvidence, [EvidenceItem]) {
    let store = TamperedEvidence(MemoryEvidence())
    var items: [EvidenceItem] = []
    for number in 0..<20 {
      items.append(
        try await store.write(
          EvidenceSamples.bytes(number, count: 100 + number), for: Self.tenant))
    }
    _ = try await store.write([1], for: "bungo")
    return (store, items.sorted { $0.key < $1.key })
  }

  @Test func `a sound store is confirmed, with every byte counted`() async throws {
    let (store, _) = try await filled()
    let seen = try await store.verify(Self.tenant)
    #expect(seen.itemCount == 20 && seen.damaged == [])
    #expect(seen.byteCount == 20 * 100 + 190)
  }

  @Test func `every damaged item is named, and what cannot be read too`() async throws {
    let (store, items) = try await filled()
    await store.replace(items[3].key, by: [])
    await store.replace(items[11].key, by: EvidenceSamples.bytes(99, count: 100))
    let failure = StoreError.backend(code: "errno-5", message: "x")
    await store.fail(items[7].key, with: failure)
    // It was erased while the store was read.
    await store.fail(items[8].key, with: .missingEvidence(items[8].key))
    let counts = Mutex<[Int]>([])
    let seen = try await store.verify(Self.tenant) { sofar in
      counts.withLock { $0.append(sofar.itemCount) }
    }
    #expect(seen.damaged.map(\.key) == [3, 7, 11].map { items[$0].key })
    #expect(seen.damaged[1].error == failure)
    let place = items[11].key.description
    #expect(seen.damaged[2].error == .corrupted(.init(file: place, offset: 0, .checksum)))
    #expect(seen.itemCount == 19)
    #expect(counts.withLock { $0 } == Array(1...19))
  }

  @Test func `it stops when its task is cancelled, and when the store is shut down`() async throws {
    let (store, _) = try await filled()
    let task = Task<EvidenceVerification, any Error> {
      try await store.verify(Self.tenant) { sofar in
        if sofar.itemCount == 3 { withUnsafeCurrentTask { $0?.cancel() } }
        #expect(sofar.itemCount <= 3)
      }
    }
    await #expect(throws: StoreError.cancelled) { try await task.value }
    await store.shutdown()
    await #expect(throws: StoreError.unavailable(retryAfter: nil)) {
      try await store.verify(Self.tenant)
    }
  }

  @Test func `what no record mentions is found, and what is mentioned and not there`() async throws
  {
    let (store, items) = try await filled()
    let missing = [SHA256.hash([7]), SHA256.hash([8])].sorted()
    let mentioned = Set(items.filter { $0.byteCount % 3 != 0 }.map(\.digest) + missing)
    let inventory = try await store.inventory(of: Self.tenant, mentioned: mentioned)
    #expect(inventory.unmentioned == items.filter { $0.byteCount % 3 == 0 })
    #expect(inventory.missing == missing)
    #expect(inventory.unmentioned.count == 6)
    let none = try await store.inventory(of: "pariaman", mentioned: [])
    #expect(none.unmentioned == [] && none.missing == [])
  }
}
