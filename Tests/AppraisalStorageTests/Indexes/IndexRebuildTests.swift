import KinerjaCore
import Synchronization
import Testing

@testable import AppraisalStorage

@Suite struct IndexRebuildTests {
  private func fill(_ plans: IndexedPlans<some AppraisalStore>, _ count: Int) async throws {
    for number in 0..<count {
      try await plans.create(
        IndexedPlan(
          code: "k\(number)", unit: "u\(number % 3)", tags: ["t\(number % 2)"], thirds: number),
        as: KeyText("p-\(1_000 + number)"), idempotencyKey: KeyText("fill-\(number)"))
    }
  }

  @Test(arguments: [1, 7, 256])
  func `a collection that had no indexes gets them`(pageSize: Int) async throws {
    let store = MemoryStore()
    try await fill(store.plans([]), 40)
    let plans = store.plans()
    #expect(try await plans.all(by: "score").ids() == [])
    let told = Mutex<[Int]>([])
    let done = try await plans.rebuildIndexes(pageSize: pageSize) { state in
      told.withLock { $0.append(state.records) }
    }
    #expect(done.records == 40 && done.mended == 40 && done.conflicts == [])
    #expect(done.last == "p-1039" && told.withLock { $0 }.max() == 40)
    #expect(told.withLock { $0 == $0.sorted() })
    #expect(try await plans.indexFaults() == [])
    #expect(try await plans.all(by: "score").ids().count == 40)
    // What is right is only read.
    let last = try await store.changes(of: "kendari", after: nil, limit: 4_096).next
    let again = try await plans.rebuildIndexes()
    #expect(again.records == 40 && again.mended == 0 && again.removed == 0)
    #expect(try await store.changes(of: "kendari", after: last, limit: 9).commits == [])
  }

  @Test func `a changed declaration: stale entries are not shown, and go when they are rebuilt`()
    async throws
  {
    let store = MemoryStore()
    let old = store.plans([.by("unit") { $0.unit }, .by("tags") { $0.tags }])
    try await fill(old, 9)
    let new = store.plans([.by("unit") { $0.unit.uppercased() }, .unique("code") { $0.code }])
    #expect(try await new.all(where: "unit", is: "u1").ids() == [])
    #expect(try await new.all(where: "unit", is: "U1").ids() == [])
    // A record that is changed has the entries of today from then on, and none of before.
    try await new.update("p-1001", idempotencyKey: "x") { $0 }
    #expect(try await new.all(where: "unit", is: "U1").ids() == ["p-1001"])
    #expect(
      try await new.keys(of: ["p-1001"]).map(\.collection) == [
        "plans", "plans/by", "plans/by/code", "plans/by/unit",
      ])
    // One that is removed takes the entries of before with it.
    let entry = try #require(try await new.entry("p-1002"))
    try await new.remove(entry, idempotencyKey: "y")
    #expect(try await old.all(where: "tags", is: "t0").ids().contains("p-1002") == false)
    try await new.rebuildIndexes(pageSize: 2)
    #expect(try await new.indexFaults() == [])
    #expect(try await new.all(where: "unit", is: "U1").ids() == ["p-1001", "p-1004", "p-1007"])
    try await store.plans([]).rebuildIndexes()
    #expect(try await store.plans([]).indexFaults() == [])
  }

  private static let lift: SchemaStep = { (value) throws(InvalidInput) in
    guard case .object(let members) = value, case .string(let unit)? = members["satuan"] else {
      return value
    }
    return ["unit": .string(unit.lowercased())]
  }

  @Test func `entries of lifted values go by what they are now`() async throws {
    struct Old: Codable, Sendable { var satuan: String }
    struct New: Codable, Sendable { var unit: String }
    let store = MemoryStore()
    let old = store.repository(
      CodableCodec<Old>(), tenant: "kendari", collection: "plans",
      indexes: [.unique("unit") { $0.satuan }])
    try await old.create(Old(satuan: "Dinkes"), as: "a", idempotencyKey: "1")
    try await old.create(Old(satuan: "Dikbud"), as: "b", idempotencyKey: "2")
    let codec = CodableCodec<New>(lifting: [Self.lift])
    let new = store.repository(
      codec, tenant: "kendari", collection: "plans", indexes: [.unique("unit") { $0.unit }])
    #expect(try await new.all(where: "unit", is: "Dinkes").ids() == [])
    // What the record had before it was lifted does not stand in another's way.
    try await new.create(New(unit: "Dikbud"), as: "c", idempotencyKey: "3")
    #expect(try await new.all(where: "unit", is: "Dikbud").ids() == ["c"])
    // What it has since stands in the way once it is found by it.
    try await new.update("a", idempotencyKey: "4") { $0 }
    #expect(try await new.first(where: "unit", is: "dinkes")?.id == "a")
    await #expect(throws: RepositoryError.notUnique(index: "unit", holder: new.key("a"))) {
      try await new.create(New(unit: "dinkes"), as: "d", idempotencyKey: "5")
    }
    try await new.rebuildIndexes()
    #expect(try await new.all(by: "unit").ids() == ["c", "b", "a"])
    #expect(try await new.keys(of: ["a", "b", "c"]).count == 9)
  }

  @Test func `two records with one value: the first is found, the other is named`() async throws {
    let store = MemoryStore()
    let plain = store.plans([])
    for (number, code) in ["k1", "k2", "k1", "k1"].enumerated() {
      try await plain.create(
        IndexedPlan(code: code), as: KeyText("p-\(number)"), idempotencyKey: KeyText("\(number)"))
    }
    let plans = store.plans()
    let done = try await plans.rebuildIndexes()
    #expect(done.conflicts.map(\.id) == ["p-2", "p-3"])
    #expect(done.conflicts.allSatisfy { $0.index == "code" && $0.holder == "p-0" })
    #expect(try await plans.first(where: "code", is: "k1")?.id == "p-0")
    // The others are found by all else, can be mended, and not be written as they are.
    #expect(try await plans.all(where: "unit", is: "dinkes").ids().count == 4)
    await #expect(throws: RepositoryError.notUnique(index: "code", holder: plans.key("p-0"))) {
      try await plans.update("p-2", idempotencyKey: "x") { $0 }
    }
    try await plans.update("p-2", idempotencyKey: "y") { _ in IndexedPlan(code: "k3") }
    let entry = try #require(try await plans.entry("p-3"))
    try await plans.remove(entry, idempotencyKey: "z")
    #expect(try await plans.rebuildIndexes().conflicts == [])
    #expect(try await plans.indexFaults() == [])
  }

  @Test func `two records that hold each other's value by old entries change places`()
    async throws
  {
    let store = MemoryStore()
    try await store.plans([.unique("code") { $0.code }]).create(
      IndexedPlan(code: "k1", unit: "k2"), as: "a", idempotencyKey: "1")
    try await store.plans([.unique("code") { $0.code }]).create(
      IndexedPlan(code: "k2", unit: "k1"), as: "b", idempotencyKey: "2")
    let plans = store.plans([.unique("code") { $0.unit }])
    try await plans.update("a", idempotencyKey: "3") { $0 }
    #expect(try await plans.first(where: "code", is: "k2")?.id == "a")
    try await plans.rebuildIndexes()
    #expect(try await plans.first(where: "code", is: "k1")?.id == "b")
    #expect(try await plans.indexFaults() == [])
  }

  @Test func `what was written past the repository is put right`() async throws {
    let store = MemoryStore()
    let plans = store.plans()
    try await fill(plans, 6)
    let keys = try await plans.keys(of: ["p-1003"])
    let raw = store.plans([])
    try await raw.update("p-1000", idempotencyKey: "1") { _ in IndexedPlan(code: "k9") }
    let gone = try #require(try await raw.entry("p-1001"))
    try await raw.remove(gone, idempotencyKey: "2")
    try await raw.create(IndexedPlan(code: "k8"), as: "p-0999", idempotencyKey: "3")
    let stray = plans.key(IndexEntry(index: "unit", id: "tstray-p-1002"))
    var batch: [Mutation] = [.put(stray, .leading(to: "p-1002"), if: .mustNotExist)]
    batch += keys.filter { $0.collection != "plans" && $0.collection != "plans/by" }.map {
      .delete($0, if: .unconditional)
    }
    _ = try await store.commit(Batch(tenant: "kendari", idempotencyKey: "4", batch))
    // Nothing that is not so is shown, and what is free is not refused.
    #expect(try await plans.first(where: "code", is: "k0") == nil)
    #expect(try await plans.all(where: "unit", is: "stray").ids() == [])
    try await plans.create(IndexedPlan(code: "k1"), as: "p-1001", idempotencyKey: "5")
    #expect(try await plans.first(where: "code", is: "k1")?.id == "p-1001")
    let done = try await plans.rebuildIndexes(pageSize: 3)
    #expect(done.removed == 1 && done.mended == 3)
    #expect(try await plans.indexFaults() == [])
  }

  @Test func `a record that is gone leaves nothing behind, wherever it stood`() async throws {
    let store = MemoryStore()
    let plans = store.plans()
    try await fill(plans, 9)
    for id in ["p-1000", "p-1004", "p-1008"] as [KeyText] {
      let entry = try #require(try await plans.entry(id))
      try await store.plans([]).remove(entry, idempotencyKey: id)
    }
    try await plans.rebuildIndexes(pageSize: 2)
    #expect(try await plans.indexFaults() == [])
  }

  @Test(arguments: 0..<12, [false, true])
  func `rebuilding that breaks off is finished by another, from where it was`(
    commit: Int, isWritten: Bool
  ) async throws {
    let store = MemoryStore()
    try await fill(store.plans([]), 10)
    let last = Mutex<KeyText?>(nil)
    let broken = StoppingStore(base: store, at: commit, isWritten: isWritten).plans()
    do {
      try await broken.rebuildIndexes(pageSize: 1) { state in last.withLock { $0 = state.last } }
      #expect(commit >= 10)
    } catch {
      #expect(error == .store(.outcomeUnknown("stop")))
    }
    let plans = store.plans()
    // Whoever is found, is rightly.
    for id in try await plans.all(by: "score").ids() { #expect(try await plans[id] != nil) }
    let done = try await plans.rebuildIndexes(after: last.withLock { $0 }, pageSize: 4)
    #expect(try await plans.indexFaults() == [])
    if commit < 10 { #expect(done.records == 10 - commit) }
  }

  @Test func `rebuilding ends between two pages when its task is cancelled`() async throws {
    let store = MemoryStore()
    try await fill(store.plans([]), 20)
    let plans = store.plans()
    let last = Mutex<KeyText?>(nil)
    let task = Task {
      try await plans.rebuildIndexes(pageSize: 2) { state in
        last.withLock { $0 = state.last }
        withUnsafeCurrentTask { $0?.cancel() }
      }
    }
    await #expect(throws: RepositoryError.store(.cancelled)) { try await task.value }
    #expect(last.withLock { $0 } == "p-1001")
    try await plans.rebuildIndexes(after: "p-1001")
    #expect(try await plans.indexFaults() == [])
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `writers may go on while it rebuilds`(seed: UInt64) async throws {
    let base = MemoryStore()
    try await fill(base.plans([]), 30)
    let store = HesitantStore(base: base, seed: seed)
    let plans = store.plans()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await plans.rebuildIndexes(pageSize: 4) }
      for writer in 0..<4 {
        group.addTask {
          var dice = Dice(seed: seed &* 31 &+ UInt64(writer))
          for step in 0..<40 {
            let id = try KeyText("p-\(1_000 + dice.roll(32))")
            let key = try KeyText("w\(writer)-\(step)")
            let plan = IndexedPlan(
              code: dice.roll(2) == 0 ? nil : "k\(dice.roll(60))", unit: "u\(dice.roll(3))",
              thirds: dice.roll(9))
            do {
              switch dice.roll(3) {
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
    let faults = try await base.plans().indexFaults()
    // A value that two had before there was an index waits for one of them to change.
    #expect(faults.filter { !$0.contains("by/code") } == [], "\(faults)")
    let done = try await base.plans().rebuildIndexes()
    #expect(done.mended == 0 && done.removed == 0 && done.conflicts == [])
    #expect(try await base.plans().indexFaults() == [])
  }
}

/// A store whose answer to one commit is lost, and with it all that comes after.
private final class StoppingStore: WrappingStore {
  let base: MemoryStore
  private let left: Mutex<Int>
  private let isWritten: Bool

  init(base: MemoryStore, at commit: Int, isWritten: Bool) {
    self.base = base
    left = Mutex(commit)
    self.isWritten = isWritten
  }

  func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    let count = left.withLock { count in
      defer { count -= 1 }
      return count
    }
    guard count <= 0 else { return try await base.commit(batch) }
    if isWritten { _ = try await base.commit(batch) }
    throw .outcomeUnknown("stop")
  }
}

/// A store that lets others go first now and then.
private final class HesitantStore: WrappingStore {
  let base: MemoryStore
  private let dice: Mutex<Dice>

  init(base: MemoryStore, seed: UInt64) {
    self.base = base
    dice = Mutex(Dice(seed: seed))
  }

  private func hesitate() async {
    for _ in 0..<dice.withLock({ $0.roll(4) }) { await Task.yield() }
  }

  func read(_ keys: [RecordKey]) async throws(StoreError) -> [RecordKey: StoredRecord] {
    await hesitate()
    let found = try await base.read(keys)
    await hesitate()
    return found
  }

  func commit(_ batch: Batch) async throws(StoreError) -> CommitReceipt {
    await hesitate()
    return try await base.commit(batch)
  }
}
