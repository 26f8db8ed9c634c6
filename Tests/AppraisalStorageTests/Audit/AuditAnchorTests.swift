import AppraisalStorage
import KinerjaCore
import Testing

@Suite struct AuditAnchorTests {
  private let tenant = AuditSamples.tenant

  @Test func `a chain that goes on agrees with all that was published`() async throws {
    let anchor = AnchorStore(MemoryStore())
    let store = AuditedStore(MemoryStore())
    for number in 0..<6 {
      _ = try await store.commit(AuditSamples.batch(number))
      try await store.publishAuditCheckpoint(of: tenant, to: anchor)
      // Twice is once.
      try await store.publishAuditCheckpoint(of: tenant, to: anchor)
    }
    #expect(try await anchor.checkpoints(of: tenant).map(\.length) == Array(1...6))
    #expect(try await store.auditReport(of: tenant, against: anchor).findings == [])
    #expect(try await anchor.checkpoints(of: "bungo") == [])
  }

  @Test func `a chain that was written anew looks sound and is found`() async throws {
    let anchor = AnchorStore(MemoryStore())
    let honest = try await AuditSamples.store(batches: 4)
    try await honest.publishAuditCheckpoint(of: tenant, to: anchor)
    let forged = try await AuditSamples.store(batches: 4)
    #expect(try await forged.auditReport(of: tenant).findings == [])
    #expect(try await forged.auditReport(of: tenant, against: anchor).findings != [])
    // Publishing the forged one does not push the honest one out.
    try await forged.publishAuditCheckpoint(of: tenant, to: anchor)
    #expect(try await anchor.checkpoints(of: tenant).count == 2)
    #expect(try await forged.auditReport(of: tenant, against: anchor).findings != [])
  }

  @Test func `a chain whose end was cut off looks sound and is found`() async throws {
    let anchor = AnchorStore(MemoryStore())
    let store = AuditedStore(MemoryStore(), makeSalt: AuditSamples.salts())
    for number in 0..<4 { _ = try await store.commit(AuditSamples.batch(number)) }
    try await store.publishAuditCheckpoint(of: tenant, to: anchor)
    let restored = AuditedStore(MemoryStore(), makeSalt: AuditSamples.salts())
    for number in 0..<3 { _ = try await restored.commit(AuditSamples.batch(number)) }
    #expect(try await restored.auditReport(of: tenant).findings == [])
    #expect(
      try await restored.auditReport(of: tenant, against: anchor).findings
        == [.missing(positions: 3..<4)])
  }

  @Test func `a checkpoint that cannot be read is damage, not none`() async throws {
    let base = MemoryStore()
    let stream = StreamID(tenant: tenant, collection: "anchors", id: "checkpoints")
    _ = try await base.commit(
      Batch(
        tenant: tenant, idempotencyKey: "1",
        [.append(stream, [Payload(schema: 1, utf8: "{}")], expecting: .empty)]))
    await #expect(
      throws: StoreError.corrupted(StoreDamage(file: "anchors", offset: 0, .content))
    ) { try await AnchorStore(base).checkpoints(of: tenant) }
  }
}
