import AppraisalStorage
import KinerjaCore

extension ConformanceRule {
  /// H: the audit chain of the library over the store.
  static let audit: [ConformanceRule] = [
    ConformanceRule(
      "H1", .stochastic, id: "rantai audit utuh setelah banyak penulis",
      en: "the audit chain holds together after many writers"
    ) { bench in
      try await withoutChain { try await checkChain(over: bench.store, bench) }
    },
    ConformanceRule(
      "H2", id: "perubahan di luar rantai audit ditemukan beserta tempatnya",
      en: "a change past the audit chain is found, with its place"
    ) { bench in
      try await withoutChain { try await checkTampering(over: bench.store, bench) }
    },
  ]
}

/// Passes over a store that keeps a chain of its own.
private func withoutChain(_ check: () async throws -> Void) async throws {
  do {
    try await check()
  } catch StoreError.unsupported(let what) {
    throw Inapplicable("the store refuses: \(what)")
  }
}

private func change(_ name: KeyText, of key: RecordKey) throws -> Batch {
  try Batch(
    tenant: key.tenant, idempotencyKey: name,
    [
      .put(key, Payload(name.text), if: .unconditional),
      .append(stream(key.id), [Payload(name.text)], expecting: .unconditional),
    ])
}

private func checkChain(
  over base: some AppraisalStore, _ bench: ConformanceBench
) async throws {
  let store = AuditedStore(base)
  guard store.capabilities.batchWrites >= 2 else { throw Inapplicable("batches are too small") }
  try await withThrowingTaskGroup(of: Void.self) { group in
    for writer in 0..<3 {
      group.addTask {
        for number in 0..<8 {
          await bench.perhapsYield(100 * writer + number)
          let key = record(try KeyText("k", number: number % 3))
          _ = try await store.commit(change(KeyText("w\(writer)-\(number)"), of: key))
        }
      }
    }
    try await group.waitForAll()
  }
  let report = try await store.auditReport(of: ConformanceBench.tenant)
  try expect(report.findings.map(\.description), is: [], "findings in the chain")
  try expect(report.checkpoint.length, is: 24, "entries of the chain")
  try expect(report.unopened, is: 0, "writes that nobody can open")
}

private func checkTampering(
  over base: some AppraisalStore, _ bench: ConformanceBench
) async throws {
  let store = AuditedStore(base)
  guard store.capabilities.batchWrites >= 2 else { throw Inapplicable("batches are too small") }
  let keys = [record("a"), record("b"), record("c")]
  for key in keys { _ = try await store.commit(change(key.id, of: key)) }
  try await bench.commit("past-the-chain", .put(keys[1], Payload("x"), if: .unconditional))
  let report = try await store.auditReport(of: ConformanceBench.tenant)
  try expect(
    report.findings, is: [.content(position: 1, collection: keys[1].collection)],
    "what the report finds")
}
