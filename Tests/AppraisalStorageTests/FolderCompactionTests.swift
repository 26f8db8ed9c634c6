import Foundation
import KinerjaCore
import Synchronization
import Testing

@testable import AppraisalStorage

@Suite struct FolderCompactionTests {
  static let tenant: AgencyID = "kendari"
  static let settings = FolderSettings(segmentBytes: 2_048)

  static func key(_ number: Int) throws -> RecordKey {
    RecordKey(tenant: tenant, collection: "plans", id: try KeyText("person-\(number)"))
  }

  /// Records that are replaced, deleted and made again, and a stream.
  static func batches() throws -> [Batch] {
    let stream = StreamID(tenant: tenant, collection: "journal", id: "a")
    return try (0..<40).map { number in
      let text = "content-\(number)-" + String(repeating: "x", count: 40)
      var mutations: [Mutation] = [
        .append(stream, [Payload(schema: 1, utf8: "e\(number)")], expecting: .unconditional),
        .put(try key(number % 7), Payload(schema: 1, utf8: text), if: .unconditional),
      ]
      if number % 5 == 4 {
        mutations.append(.delete(try key((number + 3) % 7), if: .unconditional))
      }
      if number == 39 { mutations.append(.delete(try key(6), if: .unconditional)) }
      return try Batch(tenant: tenant, idempotencyKey: KeyText("b\(number)"), mutations)
    }
  }

  /// All that can be read.
  struct Reading: Equatable {
    let records: Page<StoredRecord>
    let events: [StoredEvent]
  }

  static func reading(_ store: some AppraisalStore) async throws -> Reading {
    Reading(
      records: try await store.page(
        tenant: tenant, collection: "plans", after: nil, limit: 100),
      events: try await store.events(
        of: StreamID(tenant: tenant, collection: "journal", id: "a"), from: 0, limit: 100))
  }

  private func written(_ disk: Disk = .quick) async throws -> (TemporaryFolder, FolderStore) {
    let folder = try TemporaryFolder()
    let store = try FolderStore(at: folder.path, Self.settings, disk: disk)
    for batch in try Self.batches() { _ = try await store.commit(batch) }
    return (folder, store)
  }

  private func bytes(in folder: TemporaryFolder) throws -> [UInt8] {
    try folder.names().filter { $0.hasSuffix(".journal") }.flatMap { try folder.read($0) }
  }

  @Test func `erasures are kept also where files that tell of them are rewritten first`()
    async throws
  {
    let folder = try TemporaryFolder()
    let store = try FolderStore(at: folder.path, Self.settings, disk: .quick)
    let streams = try ["a", "b", "c"].map {
      StreamID(tenant: Self.tenant, collection: "journal", id: try KeyText($0))
    }
    for (number, batch) in try Self.batches().enumerated() {
      _ = try await store.commit(batch)
      for stream in streams.dropFirst() {
        _ = try await store.commit(
          Batch(
            tenant: Self.tenant, idempotencyKey: KeyText("\(stream.id)-\(number)"),
            [.append(stream, [Payload(schema: 1, utf8: "x")], expecting: .unconditional)]))
      }
      if number % 10 == 9 {
        try await store.eraseEvents(of: streams[number / 10 % 3], in: 3..<5)
      }
    }
    let before = try await Self.reading(store)
    #expect(before.events.filter(\.isErased).map(\.position) == [3, 4])
    try await store.compact()
    #expect(try await Self.reading(store) == before)
    for stream in streams {
      let events = try await store.events(of: stream, from: 0, limit: 100)
      #expect(events.filter(\.isErased).map(\.position) == [3, 4])
    }
  }

  @Test func `everything reads as before, and what is dead is gone from the files`() async throws {
    let (folder, store) = try await written()
    let before = try await Self.reading(store)
    let size = try bytes(in: folder).count
    try await store.compact()
    #expect(try await Self.reading(store) == before)
    let compacted = try bytes(in: folder)
    #expect(compacted.count < size)
    let alive = Set(before.records.items.map { String(decoding: $0.payload.bytes, as: UTF8.self) })
    let text = String(decoding: compacted, as: UTF8.self)
    for number in 0..<40 {
      let content = "content-\(number)-" + String(repeating: "x", count: 40)
      #expect(text.contains(content) == alive.contains(content))
    }
    #expect(!text.contains("person-6"), "the id of a deleted record")
    // A second time there is nothing to do.
    try await store.compact()
    #expect(try bytes(in: folder) == compacted)
    // The store goes on, here and when it is opened again.
    let more = try Batch(
      tenant: Self.tenant, idempotencyKey: "more",
      [.put(Self.key(9), Payload(schema: 1, utf8: "more"), if: .mustNotExist)])
    let receipt = try await store.commit(more)
    #expect(receipt.sequence == 41)
    await store.shutdown()
    let again = try FolderStore(at: folder.path, Self.settings, disk: .quick)
    #expect(try await again.commit(more) == receipt.replayed)
    #expect(try await Self.reading(again).events == before.events)
  }

  @Test func `a repetition is told, unless something of it was deleted since`() async throws {
    let (folder, store) = try await written()
    var receipts: [CommitReceipt] = []
    for batch in try Self.batches() { receipts.append(try await store.commit(batch)) }
    try await store.compact()
    await store.shutdown()
    let again = try FolderStore(at: folder.path, Self.settings, disk: .quick)
    var refused = 0
    for (batch, receipt) in zip(try Self.batches(), receipts) {
      do throws(StoreError) {
        #expect(try await again.commit(batch) == receipt)
      } catch {
        #expect(error == .idempotencyMismatch(batch.idempotencyKey))
        refused += 1
      }
      let other = try Batch(
        tenant: Self.tenant, idempotencyKey: batch.idempotencyKey,
        [.delete(Self.key(1), if: .unconditional)])
      await #expect(throws: StoreError.idempotencyMismatch(batch.idempotencyKey)) {
        try await again.commit(other)
      }
    }
    #expect((1..<20).contains(refused), "\(refused)")
  }

  // Every call that changes the disk fails from some moment on, as if the power had gone.
  @Test(arguments: 0..<16)
  func `interrupted at any moment, the folder holds the same`(fault: Int) async throws {
    let calls = Mutex<Int?>(nil)
    @Sendable func fails() -> Bool {
      calls.withLock { count in
        guard let current = count else { return false }
        count = current + 1
        return current >= fault
      }
    }
    let error = SystemError(code: fault % 2 == 0 ? EIO : ENOSPC)
    var disk = Disk.quick
    disk.write = { fails() ? .failure(error) : Disk.system.write($0, $1, $2) }
    disk.synchronize = { _ in fails() ? .failure(error) : .success(()) }
    disk.truncate = { fails() ? .failure(error) : Disk.system.truncate($0, $1) }
    let (folder, store) = try await written(disk)
    let before = try await Self.reading(store)
    calls.withLock { $0 = 0 }
    do throws(StoreError) {
      try await store.compact()
    } catch {
      if case .outcomeUnknown = error { Issue.record("\(error)") }
    }
    await store.shutdown()
    let again = try FolderStore(at: folder.path, Self.settings, disk: .quick)
    #expect(try await Self.reading(again) == before)
    try await again.compact()
    #expect(try await Self.reading(again) == before)
    #expect(!String(decoding: try bytes(in: folder), as: UTF8.self).contains("person-6"))
  }

  @Test func `a cancelled compaction changes nothing that can be read`() async throws {
    let (folder, store) = try await written()
    let before = try await Self.reading(store)
    let task = Task { try await store.compact() }
    task.cancel()
    _ = await task.result
    #expect(try await Self.reading(store) == before)
    #expect(try folder.names().contains("lock"))
  }

  @Test func `a flipped bit in what was compacted is found`() async throws {
    let (folder, store) = try await written()
    try await store.compact()
    await store.shutdown()
    let name = "0000000001.journal"
    let sound = try folder.read(name)
    for place in stride(from: 0, to: sound.count, by: 23) {
      var flipped = sound
      flipped[place] ^= 1 << (place % 8)
      try folder.write(flipped, to: name)
      let error = #expect(throws: StoreError.self) {
        try FolderStore(at: folder.path, Self.settings, disk: .quick)
      }
      guard case .corrupted(let damage)? = error else {
        Issue.record("byte \(place): \(String(describing: error))")
        continue
      }
      #expect(damage.file == folder.path(name) && damage.offset <= UInt64(place))
    }
  }

  @Test func `a person erased from an audited folder is gone from its files`() async throws {
    let folder = try TemporaryFolder()
    let base = try FolderStore(at: folder.path, Self.settings, disk: .quick)
    let store = AuditedStore(base)
    for batch in try Self.batches().prefix(30) { _ = try await store.commit(batch) }
    let checkpoint = try await store.auditCheckpoint(of: Self.tenant)
    let subject = try await store.subjectData(of: Self.tenant) { $1 == "person-2" }
    var salts: [String] = []
    for try await record in base.records(tenant: Self.tenant, collection: AuditNames.openings) {
      let opening = try #require(AuditOpening(record.payload, tenant: Self.tenant))
      salts += opening.parts.compactMap { $0 }.filter { $0.place.id == "person-2" }.map(\.salt.hex)
    }
    #expect(!salts.isEmpty)
    _ = try await store.erase(subject, idempotencyKey: "erase")
    try await base.compact()
    let text = String(decoding: try bytes(in: folder), as: UTF8.self)
    #expect(!text.contains("person-2"))
    #expect(salts.allSatisfy { !text.contains($0) })
    let report = try await store.auditReport(of: Self.tenant, against: [checkpoint])
    #expect(report.findings == [] && report.unopened > 0)
  }
}

/// Events whose contents are destroyed.
@Suite struct FolderErasureTests {
  static let stream = StreamID(tenant: "kendari", collection: "journal", id: "p1")

  @Test func `after compaction the contents of erased events are in no file`() async throws {
    let folder = try TemporaryFolder()
    let store = try FolderStore(at: folder.path)
    let texts = (0..<4).map { "secret of event \($0)" }
    for (number, text) in texts.enumerated() {
      _ = try await store.commit(
        Batch(
          tenant: "kendari", idempotencyKey: KeyText("b\(number)"),
          [.append(Self.stream, [Payload(schema: 1, utf8: text)], expecting: .unconditional)]))
    }
    func holds(_ text: String) throws -> Bool {
      for name in try folder.names() {
        let bytes = try folder.read(name)
        if String(decoding: bytes, as: UTF8.self).contains(text) { return true }
      }
      return false
    }
    try await store.eraseEvents(of: Self.stream, in: 1..<3)
    #expect(try holds(texts[1]))
    try await store.compact()
    try await store.compact()
    for (number, text) in texts.enumerated() {
      #expect(try holds(text) == ![1, 2].contains(number), "event \(number)")
    }
    await store.shutdown()
    let again = try FolderStore(at: folder.path)
    let events = try await again.events(of: Self.stream, from: 0, limit: 9)
    #expect(events.map(\.position) == [0, 1, 2, 3])
    #expect(events.map(\.isErased) == [false, true, true, false])
    await again.shutdown()
    let salvaged = try FolderSalvage(of: folder.path).events(of: Self.stream)
    #expect(salvaged == events)
  }

  @Test func `what is erased is kept where callers may not write`() async throws {
    let folder = try TemporaryFolder()
    let store = try FolderStore(at: folder.path)
    let key = RecordKey(tenant: "kendari", collection: "erased-events", id: "a")
    await #expect(throws: StoreError.unsupported("a collection named erased-events")) {
      try await store.commit(
        Batch(tenant: "kendari", idempotencyKey: "1", [.delete(key, if: .unconditional)]))
    }
    await store.shutdown()
  }
}
