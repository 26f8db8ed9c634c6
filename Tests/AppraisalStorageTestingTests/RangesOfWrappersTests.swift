import AppraisalStorage
import AppraisalStorageTesting
import KinerjaCore
import Testing

@Suite struct RangesOfWrappersTests {
  @Test func `wrappers ask their base for the range, not for the collection`() async throws {
    let base = RecordingStore(MemoryStore())
    let stores: [any AppraisalStore] = [
      RecordingStore(base), ReadOnlyStore(base), MirroringStore(base, mirroredBy: MemoryStore()),
      FaultInjectingStore(base) { _, _ in nil }, AuditedStore(base),
    ]
    for store in stores {
      _ = try await store.page(
        tenant: "kendari", collection: "plans", ids: .prefix("a"), after: nil, limit: 9)
    }
    let call = StoreCall.page(
      tenant: "kendari", collection: "plans", ids: .prefix("a"), after: nil, limit: 9)
    #expect(base.calls.map(\.call) == Array(repeating: call, count: stores.count))
  }
}
