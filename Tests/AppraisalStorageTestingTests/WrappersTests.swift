import AppraisalStorage
import AppraisalStorageTesting
import KinerjaCore
import Synchronization
import Testing

@Suite struct WrappersTests {
  /// A wrapper over a store without fault, as the kit sees it.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let run: @Sendable (_ seed: UInt64) async -> ConformanceReport

    init<Store: AppraisalStore>(
      _ name: String, reopen: @escaping @Sendable (Store) async -> Store,
      _ make: @escaping @Sendable () -> Store
    ) {
      testDescription = name
      run = { await StoreConformanceKit(seed: $0, reopen: reopen, make: make).run() }
    }
  }

  @Sendable static func again(_ store: FaultyStore) async -> FaultyStore {
    await FaultyStore(reopening: store)
  }

  /// The matrix: every wrapper that can be written to keeps every promise of its base.
  static let transparent = [
    Case("recording", reopen: { RecordingStore(await again($0.base)) }) {
      RecordingStore(FaultyStore(nil))
    },
    Case(
      "mirroring",
      reopen: { MirroringStore(await again($0.primary), mirroredBy: await again($0.mirror)) }
    ) {
      MirroringStore(FaultyStore(nil), mirroredBy: FaultyStore(nil))
    },
    Case(
      "fault-injecting, no fault",
      reopen: { FaultInjectingStore(await again($0.base)) { _, _ in nil } }
    ) {
      FaultInjectingStore(FaultyStore(nil)) { _, _ in nil }
    },
    Case(
      "fault-injecting, delays",
      reopen: { FaultInjectingStore(await again($0.base)) { _, _ in .delayed(.zero) } }
    ) {
      FaultInjectingStore(FaultyStore(nil)) { call, _ in
        .delayed(.microseconds(call % 3 == 0 ? 50 : 0))
      }
    },
    Case(
      "audited, mirrored, recorded",
      reopen: { store in
        AuditedStore(
          MirroringStore(
            RecordingStore(await again(store.base.primary.base)),
            mirroredBy: await again(store.base.mirror)))
      }
    ) {
      AuditedStore(
        MirroringStore(RecordingStore(FaultyStore(nil)), mirroredBy: FaultyStore(nil)))
    },
  ]

  @Test(arguments: transparent, [1, 2] as [UInt64])
  func `a wrapper keeps every promise of its base`(wrapper: Case, seed: UInt64) async {
    let report = await wrapper.run(seed)
    let notPassed = report.notPassed(besides: .shared, .crashing, .migrating, .untested)
    #expect(
      notPassed.map(\.rule.code)
        == (wrapper.testDescription.hasPrefix("audited")
          ? ["D1", "D2", "D3", "D4", "D5", "D6", "F7", "H1", "H2"] : []),
      "\(report)")
  }

  @Test func `a read-only store refuses every batch, and reads`() async throws {
    let kit = StoreConformanceKit { ReadOnlyStore(MemoryStore(), place: "archive") }
    for result in await kit.run().results {
      guard case .failed(let detail) = result.outcome else { continue }
      #expect(detail.contains("archive: it cannot be written to"), "\(result)")
    }
    let base = MemoryStore()
    _ = try await base.commit(Self.increment("a"))
    let store = ReadOnlyStore(base)
    #expect(try await store.read([Self.key]) == base.read([Self.key]))
    #expect(try await store.events(of: Self.stream, from: 0, limit: 9).count == 1)
    #expect(
      try await store.page(tenant: "kendari", collection: "plans", after: nil, limit: 9).items.count
        == 1)
    await #expect(throws: StoreError.readOnly(place: "read-only")) {
      try await store.commit(Self.increment("b"))
    }
    await store.shutdown()
    await #expect(throws: StoreError.unavailable(retryAfter: nil)) {
      try await base.read([Self.key])
    }
  }

  // MARK: - Faults

  static let key = RecordKey(tenant: "kendari", collection: "plans", id: "a")
  static let stream = StreamID(tenant: "kendari", collection: "journal", id: "a")

  static func increment(_ name: KeyText) throws -> Batch {
    try Batch(
      tenant: "kendari", idempotencyKey: name,
      [
        .put(key, Payload(schema: 1, utf8: name.text), if: .unconditional),
        .append(stream, [Payload(schema: 1, utf8: name.text)], expecting: .unconditional),
      ])
  }

  @Test(arguments: [
    (InjectedFault.beforeWrite(.full(place: "x")), StoreError.full(place: "x"), 0),
    (.beforeWrite(.outcomeUnknown("a")), .outcomeUnknown("a"), 0),
    (.afterWrite(.unavailable(retryAfter: nil)), .unavailable(retryAfter: nil), 1),
    (.lostAcknowledgement, .outcomeUnknown("a"), 1),
    (.cancelled, .cancelled, 0),
  ])
  func `a fault does what it says, and a repetition settles it`(
    fault: InjectedFault, error: StoreError, events: Int
  ) async throws {
    let store = FaultInjectingStore(MemoryStore()) { call, _ in call == 0 ? fault : nil }
    await #expect(throws: error) { try await store.commit(Self.increment("a")) }
    #expect(try await store.events(of: Self.stream, from: 0, limit: 9).count == events)
    #expect(try await store.commit(Self.increment("a")).isReplay == (events == 1))
    #expect(try await store.events(of: Self.stream, from: 0, limit: 9).count == 1)
  }

  @Test func `a delay that is cancelled writes nothing`() async throws {
    let store = FaultInjectingStore(MemoryStore()) { _, _ in .delayed(.seconds(3_600)) }
    let task = Task { try await store.commit(Self.increment("a")) }
    task.cancel()
    await #expect(throws: StoreError.cancelled) { try await task.value }
    #expect(try await store.read([Self.key]) == [:])
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `writers that repeat what was lost count every change once`(seed: UInt64) async throws {
    let faulty = FaultInjectingStore(MemoryStore()) { call, batch in
      switch (UInt64(call) &* 2_654_435_761 &+ seed) >> 3 & 7 {
      case 0: .lostAcknowledgement
      case 1: .beforeWrite(.outcomeUnknown(batch.idempotencyKey))
      default: nil
      }
    }
    let store = AuditedStore(faulty)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<20 {
            let batch = try Self.increment(KeyText("w\(writer)-\(number)"))
            while true {
              do {
                _ = try await store.commit(batch)
                break
              } catch StoreError.outcomeUnknown {
              }
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let report = try await faulty.base.auditReport(of: "kendari")
    #expect(report.findings == [] && report.checkpoint.length == 80)
    #expect(try await faulty.events(of: Self.stream, from: 0, limit: 999).count == 80)
  }

  @Test(arguments: 0...4)
  func `half a batch past an audit chain is found`(mutations: Int) async throws {
    let torn = FaultInjectingStore(MemoryStore()) { call, _ in
      call == 2 ? .torn(after: mutations) : nil
    }
    let store = AuditedStore(torn)
    for name in ["a", "b"] as [KeyText] { _ = try await store.commit(Self.increment(name)) }
    await #expect(throws: StoreError.outcomeUnknown("c")) {
      try await store.commit(Self.increment("c"))
    }
    #expect(try await store.auditReport(of: "kendari").findings.isEmpty == (mutations == 0))
  }

  // MARK: - Mirrors and recordings

  @Test func `a mirror that fails holds up what follows until it has caught up`() async throws {
    let isDown = Mutex(false)
    let mirror = FaultInjectingStore(MemoryStore()) { _, _ in
      isDown.withLock { $0 } ? .beforeWrite(.unavailable(retryAfter: nil)) : nil
    }
    let store = MirroringStore(MemoryStore(), mirroredBy: mirror)
    _ = try await store.commit(Self.increment("a"))
    isDown.withLock { $0 = true }
    await #expect(throws: StoreError.outcomeUnknown("b")) {
      try await store.commit(Self.increment("b"))
    }
    func differences() async throws -> MirrorDifferences {
      try await store.differences(
        tenant: "kendari", collections: ["plans"], streams: [Self.stream])
    }
    let apart = try await differences()
    #expect(apart.records == [Self.key] && apart.streams == [Self.stream])
    await #expect(throws: StoreError.unavailable(retryAfter: nil)) {
      try await store.commit(Self.increment("c"))
    }
    isDown.withLock { $0 = false }
    _ = try await store.commit(Self.increment("c"))
    #expect(try await store.commit(Self.increment("b")).isReplay)
    let level = try await differences()
    #expect(level.records == [] && level.streams == [])
  }

  @Test func `what was recorded makes another store equal`() async throws {
    let store = RecordingStore(MemoryStore())
    for name in ["a", "b", "c"] as [KeyText] { _ = try await store.commit(Self.increment(name)) }
    let condition = WriteCondition.mustNotExist
    await #expect(throws: StoreError.alreadyExists(Self.key)) {
      try await store.commit(
        Batch(
          tenant: "kendari", idempotencyKey: "d",
          [.put(Self.key, Payload(schema: 1, []), if: condition)]))
    }
    _ = try await store.read([Self.key])
    #expect(store.calls.count == 5 && store.calls.last?.call == .read([Self.key]))
    #expect(store.calls[3].error == .alreadyExists(Self.key))
    let other = MemoryStore()
    for batch in store.committed { _ = try await other.commit(batch) }
    #expect(try await other.read([Self.key]) == store.read([Self.key]))
    await store.shutdown()
    #expect(store.calls.last?.call == .shutdown)
  }
}
