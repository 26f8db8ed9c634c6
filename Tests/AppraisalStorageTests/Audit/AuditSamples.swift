import AppraisalStorage
import KinerjaCore

/// A store with some audited batches about three persons.
enum AuditSamples {
  static let tenant: AgencyID = "kendari"
  static let journal = StreamID(tenant: tenant, collection: "journal", id: "2026-s1")

  static func plan(_ person: KeyText) -> RecordKey {
    RecordKey(tenant: tenant, collection: "plans", id: person)
  }

  static func batch(_ number: Int) throws -> Batch {
    let person = KeyText(stringLiteral: "p\(number % 3)")
    return try Batch(
      tenant: tenant, idempotencyKey: KeyText("b\(number)"),
      [
        .put(
          plan(person), Payload(schema: 1, utf8: "{\"target\":\(number)}"), if: .unconditional),
        .append(journal, [Payload(schema: 1, utf8: "event \(number)")], expecting: .unconditional),
      ])
  }

  /// Salts that are the same in every run.
  static func salts() -> @Sendable () -> Digest {
    { SHA256.hash("a salt for tests".utf8) }
  }

  static func store(batches: Int) async throws -> AuditedStore<MemoryStore> {
    let store = AuditedStore(MemoryStore())
    for number in 0..<batches { _ = try await store.commit(batch(number)) }
    return store
  }

  static func trail(batches: Int) async throws -> AuditTrail {
    try await store(batches: batches).auditTrail(of: tenant)
  }
}

extension AuditTrail {
  /// The same trail with its entries changed.
  func with(_ change: (inout [Payload]) -> Void) -> AuditTrail {
    var entries = entries
    change(&entries)
    return AuditTrail(tenant: tenant, entries: entries)
  }
}
