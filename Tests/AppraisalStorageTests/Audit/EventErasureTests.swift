import KinerjaCore
import Testing

@testable import AppraisalStorage

/// Events of persons, erased under an audit chain.
@Suite struct EventErasureTests {
  static let tenant: AgencyID = "kendari"

  static func stream(_ person: KeyText) -> StreamID {
    StreamID(tenant: tenant, collection: "notes", id: person)
  }

  static func subject(_ person: KeyText) -> SubjectData {
    SubjectData(tenant: tenant, records: [], streams: [stream(person)])
  }

  /// Each batch appends an event for each of two persons.
  static func write(_ numbers: Range<Int>, to store: some AppraisalStore) async throws {
    for number in numbers {
      _ = try await store.commit(
        Batch(
          tenant: tenant, idempotencyKey: KeyText("b\(number)"),
          ["p1", "p2"].map { person in
            .append(
              stream(person), [Payload(schema: 1, utf8: "secret \(number) of \(person)")],
              expecting: .unconditional)
          }))
    }
  }

  @Test func `an erased stream is told in the chain and named, not found as changed`() async throws
  {
    let store = AuditedStore(MemoryStore())
    try await Self.write(0..<3, to: store)
    let before = try await store.auditCheckpoint(of: Self.tenant)
    let erasure = try await store.erase(Self.subject("p1"), idempotencyKey: "e1")
    #expect(erasure == Erasure(records: 0, events: 3, salts: 3))
    let events = try await store.events(of: Self.stream("p1"), from: 0, limit: 9)
    #expect(events.map(\.isErased) == [true, true, true])
    let report = try await store.auditReport(of: Self.tenant, against: [before])
    #expect(report.findings == [])
    #expect(report.checkpoint.length == 4, "one entry tells of the erasure")
    #expect(report.erased == (0..<3).map { ErasedWrite(entry: $0, write: 0) })
    #expect(report.confirmed == 3 && report.unopened == 3)
    #expect(try await store.subjectData(of: Self.tenant) { $1 == "p1" }.streams == [])
    let again = try await store.erase(Self.subject("p1"), idempotencyKey: "e2")
    #expect(again == Erasure(records: 0, events: 0, salts: 0))
    // The stream goes on, and what comes then is compared as before, or erased in its turn.
    try await Self.write(3..<5, to: store)
    let later = try await store.auditReport(of: Self.tenant, against: [report.checkpoint])
    #expect(later.findings == [] && later.confirmed == 3 + 4)
    _ = try await store.erase(Self.subject("p1"), idempotencyKey: "e3")
    let last = try await store.auditReport(of: Self.tenant, against: [later.checkpoint])
    #expect(last.findings == [] && last.erased.map(\.entry) == [0, 1, 2, 4, 5])
  }

  @Test func `an event erased past the chain is found`() async throws {
    let store = AuditedStore(MemoryStore())
    try await Self.write(0..<3, to: store)
    try await store.base.eraseEvents(of: Self.stream("p1"), in: 1..<2)
    let report = try await store.auditReport(of: Self.tenant)
    #expect(report.findings == [.content(position: 1, collection: "notes")])
    #expect(report.erased == [] && report.confirmed == 5)
  }

  @Test func `an event that was told to be erased and is still there is found`() async throws {
    let store = AuditedStore(MemoryStore())
    try await Self.write(0..<2, to: store)
    let told = AuditWrite(erasing: ErasedWrite(entry: 0, write: 0), of: Self.tenant)
    let batch = try Batch(
      tenant: Self.tenant, idempotencyKey: "told",
      [.append(Self.stream("p3"), [Payload(schema: 1, [])], expecting: .unconditional)])
    _ = try await store.commit(batch, telling: [told], opens: true)
    #expect(try await store.auditReport(of: Self.tenant).findings.isEmpty == false)
    // As an interrupted erasure leaves it: the events are gone, the salts are not.
    try await store.base.eraseEvents(of: Self.stream("p1"), in: 0..<1)
    let report = try await store.auditReport(of: Self.tenant)
    #expect(report.findings == [] && report.erased.count == 1)
    // Sent again, it is the same entry.
    let repeated = try await store.commit(batch, telling: [told], opens: true)
    #expect(repeated.isReplay)
  }

  @Test func `what tells of an erasure cannot be changed`() async throws {
    let store = AuditedStore(MemoryStore())
    try await Self.write(0..<2, to: store)
    _ = try await store.erase(Self.subject("p1"), idempotencyKey: "e")
    let key = AuditNames.opening(of: "e/1", tenant: Self.tenant)
    let record = try #require(try await store.read([key])[key])
    let text = String(decoding: record.payload.bytes, as: UTF8.self)
    let forged = text.replacing("\"1/0\"", with: "\"1/1\"")
    #expect(forged != text)
    _ = try await store.base.commit(
      Batch(
        tenant: Self.tenant, idempotencyKey: "past",
        [.put(key, Payload(schema: record.payload.schema, utf8: forged), if: .unconditional)]))
    let report = try await store.auditReport(of: Self.tenant)
    #expect(report.findings == [.opening(position: 2)])
    #expect(report.erased == [ErasedWrite(entry: 0, write: 0)])
  }

  @Test func `large amounts go in several entries`() async throws {
    let store = AuditedStore(MemoryStore())
    let count = store.capabilities.batchWrites
    for part in 0..<2 {
      let payloads = (0..<count).map { Payload(schema: 1, utf8: "\(part) \($0)") }
      _ = try await store.commit(
        Batch(
          tenant: Self.tenant, idempotencyKey: KeyText("b\(part)"),
          [.append(Self.stream("p1"), payloads, expecting: .unconditional)]))
    }
    let erasure = try await store.erase(Self.subject("p1"), idempotencyKey: "e")
    #expect(erasure == Erasure(records: 0, events: 2 * count, salts: 2 * count))
    let report = try await store.auditReport(of: Self.tenant)
    #expect(report.findings == [] && report.erased.count == 2 * count)
    #expect(report.checkpoint.length == 4)
  }

  @Test func `a base that cannot erase events says so, and the chain itself cannot be erased`()
    async throws
  {
    let store = AuditedStore(AuditedStore(MemoryStore()))
    await #expect(throws: StoreError.unsupported("erasing events")) {
      try await store.erase(Self.subject("p1"), idempotencyKey: "e")
    }
    let chain = SubjectData(
      tenant: Self.tenant, records: [], streams: [AuditEntry.chain(of: Self.tenant)])
    await #expect(throws: StoreError.unsupported("collections named audit")) {
      try await AuditedStore(MemoryStore()).erase(chain, idempotencyKey: "e")
    }
  }

  @Test func `an export of what is kept tells which events were erased`() async throws {
    let store = MemoryStore()
    try await Self.write(0..<2, to: store)
    try await store.eraseEvents(of: Self.stream("p1"), in: 0..<1)
    let export = try await store.subjectAccessExport(of: Self.subject("p1"))
    let text = String(decoding: export.canonicalBytes, as: UTF8.self)
    #expect(text.contains(#""events":[{"erased":true,"position":0},{"content":"#))
  }

  @Test func `after compaction no file of a folder holds what was said, nor its salts`()
    async throws
  {
    let folder = try TemporaryFolder()
    let base = try FolderStore(at: folder.path, FolderSettings(segmentBytes: 2_048), disk: .quick)
    let store = AuditedStore(base)
    try await Self.write(0..<20, to: store)
    let before = try await store.auditCheckpoint(of: Self.tenant)
    var salts: [String] = []
    for try await record in base.records(tenant: Self.tenant, collection: AuditNames.openings) {
      let opening = try #require(AuditOpening(record.payload, tenant: Self.tenant))
      salts += opening.parts.compactMap { $0 }.filter { $0.place.id == "p1" }.map(\.salt.hex)
    }
    #expect(salts.count == 20)
    func heldSecrets(_ person: String) throws -> Int {
      let texts = try folder.names().map { String(decoding: try folder.read($0), as: UTF8.self) }
      let secrets = (0..<20).map { "secret \($0) of \(person)" } + (person == "p1" ? salts : [])
      return secrets.count { secret in texts.contains { $0.contains(secret) } }
    }
    #expect(try heldSecrets("p1") == 40 && heldSecrets("p2") == 20)
    _ = try await store.erase(Self.subject("p1"), idempotencyKey: "e")
    try await base.compact()
    try await base.compact()
    #expect(try heldSecrets("p1") == 0 && heldSecrets("p2") == 20)
    await store.shutdown()
    let again = try FolderStore(at: folder.path)
    let report = try await again.auditReport(of: Self.tenant, against: [before])
    #expect(report.findings == [] && report.erased.count == 20 && report.confirmed == 20)
    await again.shutdown()
  }
}
