import KinerjaCore
import Testing

@testable import AppraisalStorage

@Suite struct AuditedStoreTests {
  let tenant = AuditSamples.tenant

  @Test func `one batch has one entry, whose hashes anybody can compute`() async throws {
    let store = AuditedStore(MemoryStore(), makeSalt: AuditSamples.salts())
    let receipt = try await store.commit(AuditSamples.batch(0))
    #expect(receipt.revisions.count == 1 && receipt.streamLengths.count == 1)
    let trail = try await store.auditTrail(of: tenant)
    let entry = try #require(AuditEntry(trail.entries[0]))
    // By sha256sum of "kinerja-audit-chain/1 kendari".
    #expect(
      entry.previous.hex == "0a85918d02c32300262d33fae42c5406a3843f6159106dd4eae542ee3aa3be93")
    #expect(entry.position == 0 && entry.writes.count == 2)
    #expect(try await store.auditCheckpoint(of: tenant) == trail.checkpoint)
    #expect(trail.checkpoint.hash == SHA256.hash(trail.entries[0].bytes))
  }

  @Test func `a batch that fails leaves no entry, one that is repeated no second`() async throws {
    let store = AuditedStore(MemoryStore())
    let key = AuditSamples.plan("p1")
    let create = Mutation.put(key, Payload(schema: 1, utf8: "{}"), if: .mustNotExist)
    let batch = try Batch(tenant: tenant, idempotencyKey: "a", [create])
    let first = try await store.commit(batch)
    await #expect(throws: StoreError.alreadyExists(key)) {
      try await store.commit(Batch(tenant: tenant, idempotencyKey: "b", [create]))
    }
    _ = try await store.commit(AuditSamples.batch(0))
    #expect(try await store.commit(batch) == first.replayed)
    await #expect(throws: StoreError.idempotencyMismatch("a")) {
      try await store.commit(
        Batch(tenant: tenant, idempotencyKey: "a", [.delete(key, if: .unconditional)]))
    }
    // The same write under another condition is another intent.
    await #expect(throws: StoreError.idempotencyMismatch("a")) {
      try await store.commit(
        Batch(
          tenant: tenant, idempotencyKey: "a",
          [.put(key, Payload(schema: 1, utf8: "{}"), if: .unconditional)]))
    }
    #expect(try await store.auditTrail(of: tenant).entries.count == 2)
  }

  @Test func `two who write to one chain from apart lose nothing`() async throws {
    let base = MemoryStore()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        let store = AuditedStore(base)
        group.addTask {
          for number in 0..<10 {
            _ = try await store.commit(
              Batch(
                tenant: AuditSamples.tenant, idempotencyKey: KeyText("w\(writer)-\(number)"),
                [
                  .append(
                    AuditSamples.journal, [Payload(schema: 1, utf8: "\(writer) \(number)")],
                    expecting: .unconditional)
                ]))
          }
        }
      }
      try await group.waitForAll()
    }
    let report = try await base.auditReport(of: tenant)
    #expect(report.findings == [] && report.confirmed == 40 && report.checkpoint.length == 40)
  }

  @Test(arguments: ["audit", "audit/openings", "audit/x"] as [KeyText])
  func `names of the chain are refused`(name: KeyText) async throws {
    let store = AuditedStore(MemoryStore())
    let key = RecordKey(tenant: tenant, collection: name, id: "x")
    await #expect(throws: StoreError.unsupported("collections named audit")) {
      try await store.commit(
        Batch(tenant: tenant, idempotencyKey: "x", [.delete(key, if: .unconditional)]))
    }
  }

  // MARK: - Data beside the chain

  @Test func `a sound store confirms every event and the last write of every record`() async throws
  {
    let store = try await AuditSamples.store(batches: 7)
    let report = try await store.auditReport(of: tenant)
    #expect(report.findings == [])
    #expect(report.confirmed == 7 + 3 && report.superseded == 4 && report.unopened == 0)
  }

  @Test func `a record changed past the chain is found with the batch that wrote it`() async throws
  {
    let store = try await AuditSamples.store(batches: 7)
    let key = AuditSamples.plan("p1")
    for (step, change) in [
      Mutation.put(key, Payload(schema: 1, utf8: "{\"target\":99}"), if: .unconditional),
      .delete(key, if: .unconditional),
    ].enumerated() {
      _ = try await store.base.commit(
        Batch(tenant: tenant, idempotencyKey: KeyText("past-\(step)"), [change]))
      let report = try await store.auditReport(of: tenant)
      #expect(report.findings == [.content(position: 4, collection: "plans")])
    }
  }

  @Test func `an event added past the chain is found`() async throws {
    let store = try await AuditSamples.store(batches: 3)
    _ = try await store.base.commit(
      Batch(
        tenant: tenant, idempotencyKey: "past",
        [.append(AuditSamples.journal, [Payload(schema: 1, [])], expecting: .unconditional)]))
    let report = try await store.auditReport(of: tenant)
    #expect(report.findings == [.content(position: 2, collection: "journal")])
  }

  // MARK: - Persons

  @Test func `what is kept on one person is found and exported as JSON`() async throws {
    let store = try await AuditSamples.store(batches: 7)
    let subject = try await store.subjectData(of: tenant) { $1 == "p1" || $1 == "2026-s1" }
    #expect(subject.records == [AuditSamples.plan("p1")])
    #expect(subject.streams == [AuditSamples.journal])
    let records = SubjectData(tenant: tenant, records: subject.records, streams: [])
    let export = try await store.subjectAccessExport(of: records)
    #expect(
      String(decoding: export.canonicalBytes, as: UTF8.self)
        == #"{"records":[{"collection":"plans","content":{"target":4},"id":"p1","schema":1}],"#
        + #""streams":[],"tenant":"kendari"}"#)
    let whole = String(
      decoding: try await store.subjectAccessExport(of: subject).canonicalBytes, as: UTF8.self)
    #expect(whole.contains(#"{"content":{"hex":"6576656e742030"},"position":0,"schema":1}"#))
  }

  @Test func `erasing a person leaves the chain valid and destroys what opens it`() async throws {
    let store = try await AuditSamples.store(batches: 7)
    let before = try await store.auditTrail(of: tenant)
    let subject = SubjectData(tenant: tenant, records: [AuditSamples.plan("p1")], streams: [])
    let erasure = try await store.erase(subject, idempotencyKey: "erase-1")
    #expect(erasure == Erasure(records: 1, events: 0, salts: 2))
    let report = try await store.auditReport(of: tenant, against: [before.checkpoint])
    #expect(report.findings == [])
    // Two writes and the deletion cannot be opened; the others still are.
    #expect(report.unopened == 3 && report.confirmed == 7 + 2)
    #expect(report.checkpoint.length == 8)
    #expect(try await store.subjectData(of: tenant) { $1 == "p1" }.records == [])
    #expect(try await store.read(subject.records) == [:])
    for try await record in store.records(tenant: tenant, collection: AuditNames.openings) {
      #expect(!String(decoding: record.payload.bytes, as: UTF8.self).contains("\"p1\""))
    }
    let again = try await store.erase(subject, idempotencyKey: "erase-2")
    #expect(again == Erasure(records: 0, events: 0, salts: 0))
    // The others go on, the erased person may come back, and nothing is confused.
    for number in 7..<10 { _ = try await store.commit(AuditSamples.batch(number)) }
    #expect(try await store.auditReport(of: tenant, against: [report.checkpoint]).findings == [])
  }
}
