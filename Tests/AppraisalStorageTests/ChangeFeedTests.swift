import AppraisalStorage
import KinerjaCore
import Testing

@Suite struct ChangeFeedTests {
  let tenant: AgencyID = "kendari"
  let plan = RecordKey(tenant: "kendari", collection: "plans", id: "p-01")
  let journal = StreamID(tenant: "kendari", collection: "journal", id: "p-01")

  private func batch(_ key: KeyText, _ mutations: [Mutation]) throws -> Batch {
    try Batch(tenant: tenant, idempotencyKey: key, mutations)
  }

  private func filled() async throws -> MemoryStore {
    let store = MemoryStore()
    let content = Payload(schema: 1, utf8: "x")
    let first = try batch(
      "b-1",
      [
        .put(plan, content, if: .mustNotExist),
        .append(journal, [content, content], expecting: .empty),
      ])
    _ = try await store.commit(first)
    _ = try await store.commit(first)
    _ = try await store.commit(
      batch("b-2", [.append(journal, [], expecting: .unconditional)]))
    await #expect(throws: StoreError.alreadyExists(plan)) {
      _ = try await store.commit(batch("b-3", [.put(plan, content, if: .mustNotExist)]))
    }
    _ = try await store.commit(batch("b-4", [.delete(plan, if: .unconditional)]))
    try await store.eraseEvents(of: journal, in: 0..<1)
    try await store.eraseEvents(of: journal, in: 0..<1)
    return store
  }

  @Test func `a feed tells each change once, in order, and nothing else`() async throws {
    let store = try await filled()
    let page = try await store.changes(of: tenant, after: nil, limit: 100)
    #expect(
      page.commits.map(\.changes) == [
        [.put(plan, Revision(token: "1.0")), .appended(journal, 0..<2)], [.deleted(plan)],
        [.erased(journal)],
      ])
    let rest = try await store.changes(of: tenant, after: page.next, limit: 100)
    #expect(rest.commits.isEmpty && rest.next == page.next)
    #expect(try await store.changes(of: "bungo", after: nil, limit: 100).commits.isEmpty)
  }

  @Test func `a page holds whole commits, the first however large`() async throws {
    let store = try await filled()
    var cursor: Cursor?
    var sequences: [[UInt64]] = []
    for _ in 0..<4 {
      let page = try await store.changes(of: tenant, after: cursor, limit: 1)
      sequences.append(page.commits.map(\.sequence))
      cursor = page.next
    }
    #expect(sequences == [[1], [3], [4], []])
    let wide = try await store.changes(of: tenant, after: nil, limit: 3)
    #expect(wide.commits.map(\.sequence) == [1, 3])
  }

  @Test func `cursors of elsewhere are refused, and one behind the end begins anew`() async throws {
    let store = try await filled()
    let good = Cursor(afterCommit: 1, of: tenant, forgotten: 0)
    #expect(try await store.changes(of: tenant, after: good, limit: 9).commits.count == 2)
    let bad = [
      Cursor(afterCommit: 1, of: "bungo", forgotten: 0), Cursor(after: plan),
      Cursor(token: good.token + "0"), Cursor(token: ""),
      Cursor(token: good.token.replacing("|1|", with: "|01|")),
    ]
    for cursor in bad {
      await #expect(throws: StoreError.invalidCursor) {
        try await store.changes(of: tenant, after: cursor, limit: 9)
      }
    }
    await #expect(throws: StoreError.changesForgotten) {
      let ahead = Cursor(afterCommit: 5, of: tenant, forgotten: 0)
      return try await store.changes(of: tenant, after: ahead, limit: 9)
    }
    await #expect(throws: StoreError.self) {
      try await store.changes(of: tenant, after: nil, limit: 0)
    }
  }

  // A reader that began when commit `forgotten` was the last forgotten one stands behind
  // `sequence`; 10 is the last forgotten one by now.
  @Test(arguments: [(4, 9, false), (4, 10, true), (9, 0, false), (10, 0, true), (12, 3, true)])
  func `a cursor older than the last forgetting and before it is refused`(
    sequence: UInt64, forgotten: UInt64, isGood: Bool
  ) {
    let cursor = Cursor(afterCommit: sequence, of: tenant, forgotten: forgotten)
    let place = Result { () throws(StoreError) in
      try Cursor.resuming(after: cursor, of: tenant, forgotten: 10, last: 20)
    }
    switch place {
    case .success(let place):
      #expect(isGood && place.sequence == sequence && place.forgotten == forgotten)
    case .failure(let error): #expect(!isGood && error == .changesForgotten)
    }
  }
}
