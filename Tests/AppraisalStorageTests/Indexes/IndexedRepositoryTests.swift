import KinerjaCore
import Synchronization
import Testing

@testable import AppraisalStorage

@Suite struct IndexedRepositoryTests {
  @Test func `the call site of the guide`() async throws {
    let plans = MemoryStore().plans()
    try await plans.create(
      IndexedPlan(code: "k1", thirds: 200), as: "p-01", idempotencyKey: "1")
    try await plans.create(
      IndexedPlan(code: "k2", unit: "dikbud", thirds: 190), as: "p-02", idempotencyKey: "2")
    #expect(try await plans.all(where: "unit", is: "dinkes").ids() == ["p-01"])
    #expect(try await plans.all(where: "score", in: 60..<75).ids() == ["p-02", "p-01"])
    #expect(try await plans.first(where: "code", is: "k2")?.value.unit == "dikbud")
  }

  @Test func `a second holder is refused by the name of the index, without ids`() async throws {
    let plans = MemoryStore().plans()
    try await plans.create(IndexedPlan(code: "k1"), as: "p-01", idempotencyKey: "1")
    let taken = RepositoryError.notUnique(index: "code", holder: plans.key("p-01"))
    await #expect(throws: taken) {
      try await plans.create(IndexedPlan(code: "k1"), as: "p-02", idempotencyKey: "2")
    }
    #expect(try await plans["p-02"] == nil)
    try await plans.create(IndexedPlan(code: "k2"), as: "p-02", idempotencyKey: "2")
    await #expect(throws: taken) {
      try await plans.update("p-02", idempotencyKey: "3") { _ in IndexedPlan(code: "k1") }
    }
    #expect(taken.description.contains("\"code\"") && !taken.description.contains("p-01"))
    #expect(RepositoryError.noIndex("x").description.contains("\"x\""))
    // What was given up is free.
    try await plans.update("p-01", idempotencyKey: "4") { _ in IndexedPlan(code: "k3") }
    try await plans.update("p-02", idempotencyKey: "5") { _ in IndexedPlan(code: "k1") }
    #expect(try await plans.first(where: "code", is: "k1")?.id == "p-02")
    #expect(try await plans.indexFaults() == [])
  }

  @Test func `an index that is not declared is named when it is asked`() async throws {
    let plans = MemoryStore().plans()
    await #expect(throws: RepositoryError.noIndex("nama")) {
      _ = try await plans.all(where: "nama", is: "x").ids()
    }
  }

  @Test func `a repeated change is a repetition, as without indexes`() async throws {
    let plans = MemoryStore().plans()
    let value = IndexedPlan(code: "k1", tags: ["merah"])
    #expect(try await !plans.create(value, as: "p", idempotencyKey: "1").isReplay)
    #expect(try await plans.create(value, as: "p", idempotencyKey: "1").isReplay)
    let first = try #require(try await plans.entry("p"))
    let next = IndexedPlan(code: "k2", tags: ["putih"])
    #expect(try await !plans.replace(first, with: next, idempotencyKey: "2").isReplay)
    #expect(try await plans.replace(first, with: next, idempotencyKey: "2").isReplay)
    let second = try #require(try await plans.entry("p"))
    #expect(try await !plans.remove(second, idempotencyKey: "3").isReplay)
    #expect(try await plans.remove(second, idempotencyKey: "3").isReplay)
    #expect(try await plans.indexFaults() == [])
  }

  @Test func `a change that leaves the values alone writes the record alone`() async throws {
    let store = MemoryStore()
    let plans = store.plans([.by("unit") { $0.unit }])
    try await plans.create(IndexedPlan(), as: "p", idempotencyKey: "1")
    let receipt = try await plans.update("p", idempotencyKey: "2") { _ in
      IndexedPlan(thirds: 5)
    }
    #expect(receipt?.revisions.keys.map(\.collection) == ["plans"])
  }

  @Test func `a batch has room for as many values as the store takes`() async throws {
    let plans = NarrowStore().plans([.by("tags") { $0.tags }])
    func plan(_ count: Int) -> IndexedPlan { IndexedPlan(tags: (0..<count).map { "t\($0)" }) }
    let limit = StoreError.limitExceeded(.batchWrites, found: 31, allowed: 30)
    await #expect(throws: RepositoryError.store(limit)) {
      try await plans.create(plan(29), as: "p", idempotencyKey: "1")
    }
    #expect(try await plans.indexFaults() == [])
    try await plans.create(plan(28), as: "p", idempotencyKey: "1")
    #expect(try await plans.all(by: "tags", pageSize: 5).ids() == ["p"])
    // Rebuilding puts into a batch what there is room for.
    for number in 0..<9 {
      try await plans.store.plans([]).create(
        plan(number), as: KeyText("r-\(number)"), idempotencyKey: KeyText("r-\(number)"))
    }
    try await plans.rebuildIndexes()
    #expect(try await plans.indexFaults() == [])
  }

  /// A store that takes small batches only.
  private struct NarrowStore: WrappingStore {
    let base = MemoryStore()
    var capabilities: StoreCapabilities {
      var capabilities = base.capabilities
      capabilities.batchWrites = 30
      return capabilities
    }

    func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
      try capabilities.check(batch)
      return try await base.commit(batch)
    }
  }

  @Test func `changes for a batch with others are exact, and conditional on what was read`()
    async throws
  {
    let store = MemoryStore()
    let plans = store.plans()
    func commit(_ name: KeyText, _ changes: [Mutation]) async throws {
      _ = try await store.commit(Batch(tenant: "kendari", idempotencyKey: name, changes))
    }
    // One gives a value up and another takes it, in one batch.
    try await plans.create(IndexedPlan(code: "k1"), as: "a", idempotencyKey: "1")
    try await plans.create(IndexedPlan(code: "k2"), as: "b", idempotencyKey: "2")
    let gives = try await plans.put(IndexedPlan(code: "k3"), as: "a", if: .unconditional)
    let takes = try await plans.put(IndexedPlan(code: "k1"), as: "b", if: .unconditional)
    try await commit("3", gives + takes)
    #expect(try await plans.first(where: "code", is: "k1")?.id == "b")
    #expect(try await plans.indexFaults() == [])
    let late = try await plans.put(IndexedPlan(unit: "x"), as: "a", if: .unconditional)
    try await plans.update("a", idempotencyKey: "4") { _ in IndexedPlan(unit: "y") }
    await #expect(throws: StoreError.self) { try await commit("5", late) }
    let old = try #require(try await plans.entry("a")).revision
    try await plans.update("a", idempotencyKey: "6") { _ in IndexedPlan(unit: "z") }
    for changes in [
      try await plans.put(IndexedPlan(), as: "a", if: .revision(old)),
      try await plans.put(IndexedPlan(), as: "a", if: .mustNotExist),
      try await plans.delete("a", if: .revision(old)),
    ] {
      await #expect(throws: StoreError.self) { try await commit("7", changes) }
    }
    try await commit("8", try await plans.delete("a", if: .unconditional))
    #expect(try await plans.delete("a", if: .unconditional) == [])
    #expect(try await plans.indexFaults() == [])
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `eight writers at once leave the indexes exact and the codes unique`(
    seed: UInt64
  ) async throws {
    let plans = MemoryStore().plans()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          var dice = Dice(seed: seed &* 8 &+ UInt64(writer))
          for step in 0..<25 {
            let id = try KeyText("p-\(dice.roll(6))")
            let plan = IndexedPlan(
              code: "k\(dice.roll(8))", unit: "u\(dice.roll(3))",
              tags: ["t\(dice.roll(4))", "t\(dice.roll(4))"], thirds: dice.roll(10))
            let key = try KeyText("w\(writer)-\(step)")
            do {
              switch dice.roll(4) {
              case 0:
                if let entry = try await plans.entry(id) {
                  try await plans.remove(entry, idempotencyKey: key)
                }
              case 1: try await plans.create(plan, as: id, idempotencyKey: key)
              default: try await plans.update(id, idempotencyKey: key) { _ in plan }
              }
            } catch RepositoryError.notUnique {
            } catch RepositoryError.store(.conflict) {
            } catch RepositoryError.store(.alreadyExists) {
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await plans.indexFaults() == [])
    var codes: [String] = []
    for try await entry in plans.all() { codes += [entry.value.code].compactMap(\.self) }
    #expect(Set(codes).count == codes.count)
  }

  @Test(arguments: [1, 2, 256])
  func `a walk meets what stays as it is exactly once, whatever others do`(
    pageSize: Int
  ) async throws {
    let plans = MemoryStore().plans()
    for number in 0..<30 {
      try await plans.create(
        IndexedPlan(thirds: number % 7), as: KeyText("p-\(10 + number)"),
        idempotencyKey: KeyText("c\(number)"))
    }
    var seen: [KeyText] = []
    for try await entry in plans.all(where: "score", in: 0..., pageSize: pageSize) {
      seen.append(entry.id)
      let number = seen.count
      // Even ones move about, odd ones are rewritten with the same values.
      guard number % 3 == 0 else { continue }
      try await plans.update(
        KeyText("p-\(10 + number * 2 % 30)"), idempotencyKey: KeyText("m\(number)")
      ) {
        IndexedPlan(thirds: (($0?.thirds ?? 0) + 3) % 7)
      }
      try await plans.update(
        KeyText("p-\(11 + number * 2 % 30)"), idempotencyKey: KeyText("s\(number)")
      ) { $0.map { IndexedPlan(unit: "x", thirds: $0.thirds) } }
    }
    for number in stride(from: 1, to: 30, by: 2) {
      let id = try KeyText("p-\(10 + number)")
      #expect(seen.count { $0 == id } == 1)
    }
  }

  @Test func `erasing a person by keys takes the entries too`() async throws {
    let store = AuditedStore(MemoryStore())
    let plans = store.plans()
    try await plans.create(
      IndexedPlan(code: "k1", tags: ["merah"]), as: "p-01", idempotencyKey: "1")
    try await plans.create(IndexedPlan(code: "k2"), as: "p-02", idempotencyKey: "2")
    let keys = try await plans.keys(of: ["p-01"])
    #expect(keys.count == 7)
    _ = try await store.erase(
      SubjectData(tenant: "kendari", records: keys, streams: []), idempotencyKey: "erase")
    #expect(try await plans.indexFaults() == [])
    #expect(try await plans["p-02"] != nil)
    #expect(try await store.auditReport(of: "kendari").findings == [])
  }

  @Test func `equality, order and kinds of keys`() throws {
    #expect(IndexValue.text("é") != .text("e\u{301}") && "é" == "e\u{301}")
    #expect(IndexValue.number(1) != .text("1"))
    enum State: String, IndexKey { case draft, agreed }
    #expect(State.draft.indexValue == .text("draft"))
    #expect([State.draft, .agreed].indexValues == [.text("draft"), .text("agreed")])
    #expect(String?.none.indexValues == [] && Set([1]).indexValues == [.number(1)])
    #expect(true.indexValue == 1.indexValue && ("2.50" as Points).indexValue == .number("2.5"))
    #expect(UnitID("dinkes").indexValue == ("dinkes" as KeyText).indexValue)
    #expect(Int32(-3).indexValue == Int64(-3).indexValue)
    #expect(Instant.first.indexValue == .instant(.first))
    #expect(IndexValue.text("x").indexValues == [.text("x")])
  }
}
