import AppraisalStorage
import KinerjaCore
import Testing

/// SplitMix64 (Steele, Lea and Flood 2014), so that a failure can be repeated.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

@Suite struct FolderFeedTests {
  private static let tenants: [AgencyID] = ["kendari", "bungo", "sleman"]

  /// The same random writes to both stores; batches that fail, fail in both.
  private func fill(_ store: FolderStore, beside memory: MemoryStore) async throws {
    var random = SplitMix(state: 7)
    let payload = Payload(schema: 1, utf8: "content")
    for number in 0..<300 {
      let tenant = Self.tenants.randomElement(using: &random) ?? "kendari"
      func id() throws -> KeyText { try KeyText("k\(Int.random(in: 0..<6, using: &random))") }
      let stream = StreamID(tenant: tenant, collection: "journal", id: try id())
      let record = RecordKey(tenant: tenant, collection: "plans", id: try id())
      let other = RecordKey(tenant: tenant, collection: "goals", id: try id())
      if number % 10 == 9 {
        try await store.eraseEvents(of: stream, in: 0..<2)
        try await memory.eraseEvents(of: stream, in: 0..<2)
        continue
      }
      let count = Int.random(in: 0..<4, using: &random)
      let events = Array(repeating: payload, count: count)
      let batch = try Batch(
        tenant: tenant, idempotencyKey: KeyText("b\(number)"),
        [
          .put(record, payload, if: number % 7 == 0 ? .mustNotExist : .unconditional),
          .append(stream, events, expecting: .unconditional),
          number % 3 == 0
            ? .delete(other, if: .unconditional) : .put(other, payload, if: .unconditional),
        ])
      let one = try? await store.commit(batch)
      let two = try? await memory.commit(batch)
      #expect((one == nil) == (two == nil))
    }
  }

  private func walk(
    _ store: some ChangeFeedStore, _ tenant: AgencyID, after cursor: Cursor? = nil, by limit: Int
  ) async throws -> [CommittedChanges] {
    var commits: [CommittedChanges] = []
    var cursor = cursor
    while true {
      let page = try await store.changes(of: tenant, after: cursor, limit: limit)
      if page.commits.isEmpty { return commits }
      commits += page.commits
      cursor = page.next
    }
  }

  @Test(arguments: [1 << 10, 64 << 20])
  func `the feed is that of the store in memory, from every place and after reopening`(
    segmentBytes: Int
  ) async throws {
    let folder = try TemporaryFolder()
    let memory = MemoryStore()
    var store = try FolderStore(
      at: folder.path("store"), FolderSettings(segmentBytes: segmentBytes), disk: .quick)
    try await fill(store, beside: memory)
    for opening in 0..<3 {
      for tenant in Self.tenants {
        let all = try await walk(memory, tenant, by: 4_096)
        #expect(
          all.contains { $0.changes.contains { if case .erased = $0 { true } else { false } } })
        #expect(try await walk(store, tenant, by: 1) == all)
        #expect(try await walk(store, tenant, by: 7) == all)
        for (place, commit) in all.enumerated() {
          let cursor = Cursor(afterCommit: commit.sequence, of: tenant, forgotten: 0)
          let page = try await store.changes(of: tenant, after: cursor, limit: 1)
          #expect(page.commits.first == all.dropFirst(place + 1).first)
        }
      }
      await store.shutdown()
      if opening == 0 {
        let last = try #require(folder.names(in: "store").last { $0.hasSuffix(".journal") })
        try folder.write(folder.read("store/\(last)") + [0x4B, 0x4A], to: "store/\(last)")
        store = try FolderStore(reading: folder.path("store"))
      } else {
        store = try FolderStore(at: folder.path("store"), disk: .quick)
      }
    }
  }

  @Test func `compacting refuses old cursors and still tells all that exists`() async throws {
    let folder = try TemporaryFolder()
    let memory = MemoryStore()
    let store = try FolderStore(
      at: folder.path("store"), FolderSettings(segmentBytes: 1 << 10), disk: .quick)
    try await fill(store, beside: memory)
    let old = try await store.changes(of: "kendari", after: nil, limit: 1).next
    try await store.compact()
    await #expect(throws: StoreError.changesForgotten) {
      try await store.changes(of: "kendari", after: old, limit: 1)
    }
    for tenant in Self.tenants {
      let told = try await walk(store, tenant, by: 2).flatMap(\.changes)
      var records: [RecordKey: Revision] = [:]
      var ends: [StreamID: UInt64] = [:]
      for change in told {
        switch change {
        case .put(let key, let revision):
          #expect(records.updateValue(revision, forKey: key) == nil)
        case .deleted: Issue.record("a deletion was told")
        case .appended(let stream, let positions):
          #expect(positions.lowerBound == ends[stream, default: 0])
          ends[stream] = positions.upperBound
        case .erased: break
        }
      }
      for collection: KeyText in ["plans", "goals"] {
        let page = try await memory.page(
          tenant: tenant, collection: collection, after: nil, limit: 100)
        for record in page.items {
          #expect(records.removeValue(forKey: record.key) == record.revision)
        }
      }
      #expect(records.isEmpty)
      for (stream, end) in ends {
        #expect(try await memory.events(of: stream, from: 0, limit: 4_096).count == Int(end))
      }
    }
  }
}
