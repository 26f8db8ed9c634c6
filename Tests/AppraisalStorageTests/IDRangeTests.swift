import AppraisalStorage
import KinerjaCore
import Testing

@Suite struct IDRangeTests {
  static let ids: [KeyText] = ["A", "a", "a-", "a/b", "a0", "aa", "b", "z", "zz"]

  @Test(arguments: [
    (IDRange.all, "A a a- a/b a0 aa b z zz"), (.prefix("a"), "a a- a/b a0 aa"),
    (.prefix("a/"), "a/b"), (.prefix("z"), "z zz"), (.prefix("c"), ""),
    (IDRange("a"..<"aa"), "a a- a/b a0"), (IDRange("a"..."aa"), "a a- a/b a0 aa"),
    (IDRange("a"..."a"), "a"), (IDRange("a"..<"a"), ""), (IDRange("b"...), "b z zz"),
    (IDRange(..<"a"), "A"), (IDRange(..."a"), "A a"), (IDRange.all.after("a0"), "aa b z zz"),
    (IDRange.prefix("a").after("a/b"), "a0 aa"), (IDRange.prefix("a").after("A"), "a a- a/b a0 aa"),
    (IDRange.prefix("a").after("b"), ""), (IDRange.all.after(nil), "A a a- a/b a0 aa b z zz"),
  ])
  func `a range holds what stands between its bounds by bytes`(range: IDRange, ids: String) {
    #expect(Self.ids.filter(range.contains).map(\.text).joined(separator: " ") == ids)
  }

  @Test(arguments: [1, 2, 100])
  func `records of a range are walked over, in a store without ranges too`(
    pageSize: Int
  ) async throws {
    func check(_ store: some AppraisalStore) async throws {
      let puts = Self.ids.map { id in
        let key = RecordKey(tenant: "kendari", collection: "plans", id: id)
        return Mutation.put(key, Payload(schema: 1, []), if: .mustNotExist)
      }
      _ = try await store.commit(Batch(tenant: "kendari", idempotencyKey: "1", puts))
      var seen: [KeyText] = []
      for try await record in store.records(
        tenant: "kendari", collection: "plans", ids: .prefix("a"), pageSize: pageSize)
      {
        seen.append(record.key.id)
      }
      #expect(seen == ["a", "a-", "a/b", "a0", "aa"])
    }
    try await check(MemoryStore())
    try await check(EarlyStore())
  }
}
