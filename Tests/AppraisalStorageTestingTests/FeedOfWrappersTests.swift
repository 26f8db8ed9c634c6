import AppraisalStorage
import AppraisalStorageTesting
import KinerjaCore
import Synchronization
import Testing

@Suite struct FeedOfWrappersTests {
  let tenant: AgencyID = "kendari"

  private func batch(_ number: Int) throws -> Batch {
    let key = RecordKey(tenant: tenant, collection: "plans", id: try KeyText("p-\(number)"))
    return try Batch(
      tenant: tenant, idempotencyKey: key.id,
      [.put(key, Payload(schema: 1, utf8: "x"), if: .mustNotExist)])
  }

  @Test func `wrappers hand the feed on`() async throws {
    let base = MemoryStore()
    for number in 1...3 { _ = try await base.commit(batch(number)) }
    let expected = try await base.changes(of: tenant, after: nil, limit: 9)
    let recording = RecordingStore(base)
    let stores: [any ChangeFeedStore] = [
      recording, ReadOnlyStore(base), MirroringStore(base, mirroredBy: MemoryStore()),
      FaultInjectingStore(base) { _, _ in nil }, AuditedStore(base),
    ]
    for store in stores {
      #expect(try await store.changes(of: tenant, after: nil, limit: 9) == expected)
    }
    #expect(recording.calls.map(\.call) == [.changes(of: tenant, after: nil, limit: 9)])
  }

  @Test func `the feed of an audited store shows the chain too`() async throws {
    let store = AuditedStore(MemoryStore())
    _ = try await store.commit(batch(1))
    let commits = try await store.changes(of: tenant, after: nil, limit: 9).commits
    #expect(commits.count == 1 && commits[0].changes.count > 1)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [1, 2, 9])
  func `following never ends, goes on from each page, and is cancelled at once`(
    pageSize: Int
  ) async throws {
    let store = MemoryStore()
    for number in 1...3 { _ = try await store.commit(batch(number)) }
    var seen: [UInt64] = []
    var cursor: Cursor?
    let all = store.changes(of: tenant, every: .milliseconds(1), pageSize: pageSize)
    for try await page in all {
      if seen.isEmpty { cursor = page.next }
      seen += page.commits.map(\.sequence)
      if seen.count == 3 { _ = try await store.commit(batch(4)) }
      if seen.count == 4 { break }
    }
    #expect(seen == [1, 2, 3, 4])
    let firstCount = min(pageSize, 3)
    let rest = store.changes(of: tenant, after: cursor, every: .seconds(3_600))
    let met = Mutex<[UInt64]>([])
    let reader = Task {
      do {
        for try await page in rest { met.withLock { $0 += page.commits.map(\.sequence) } }
        return StoreError?.none
      } catch {
        return error as? StoreError
      }
    }
    while met.withLock({ $0.count }) < 4 - firstCount {
      try await Task.sleep(for: .milliseconds(1))
    }
    // By now it pauses for an hour, or soon will; cancelled, it ends before this test's minute.
    reader.cancel()
    #expect(await reader.value == .cancelled)
    #expect(met.withLock { $0 } == Array(seen.dropFirst(firstCount)))
  }
}
