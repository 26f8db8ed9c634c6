import KinerjaCore
import Testing

@testable import AppraisalStorage

/// After every one of many random changes, every query says what a filter over all records says.
@Suite struct IndexedQueriesTests {
  static let units = ["dinkes", "dinas kesehatan", "Dinkes", "é", "e\u{301}", "", "dinkes-2"]
  static let longTags = ["a", "b"].map { String(repeating: "panjang ", count: 20) + $0 }
  static let tags = ["merah", "putih", "hitam"] + longTags

  private struct Model {
    var plans: [KeyText: IndexedPlan] = [:]

    /// The ids of those with a wanted value, in the order of their least one, then of ids.
    func ids(_ index: String, _ wants: (IndexValue) -> Bool) -> [KeyText] {
      let index = IndexedPlan.indexes.first { $0.name.text == index }
      var found: [(value: IndexValue, id: KeyText)] = []
      for (id, plan) in plans {
        if let least = index?.values(plan).filter(wants).min() { found.append((least, id)) }
      }
      found.sort { $0.value == $1.value ? $0.id < $1.id : $0.value < $1.value }
      return found.map(\.id)
    }
  }

  private func check(
    _ plans: IndexedPlans<some AppraisalStore>, _ model: Model, pageSize: Int
  ) async throws {
    for unit in Self.units + ["x"] {
      #expect(
        try await plans.all(where: "unit", is: unit, pageSize: pageSize).ids()
          == model.ids("unit") { $0 == .text(unit) })
    }
    for prefix in ["", "d", "din", "dinkes", "é", "e", "x"] {
      #expect(
        try await plans.all(where: "unit", startsWith: prefix, pageSize: pageSize).ids()
          == model.ids("unit") {
            if case .text(let text) = $0 { text.utf8.starts(with: prefix.utf8) } else { false }
          })
    }
    for tag in Self.tags {
      #expect(
        try await plans.all(where: "tags", is: tag, pageSize: pageSize).ids()
          == model.ids("tags") { $0 == .text(tag) })
    }
    for (low, high) in [("a", "n"), (Self.longTags[0], Self.longTags[1]), ("merah", "putih")] {
      func within(_ value: IndexValue) -> Bool { .text(low) <= value && value < .text(high) }
      // Among long texts that begin alike there is no order, so sets are compared.
      let found = try await plans.all(where: "tags", in: low..<high, pageSize: pageSize).ids()
      #expect(Set(found) == Set(model.ids("tags", within)) && found.count == Set(found).count)
      let closed = try await plans.all(where: "tags", in: low...high, pageSize: pageSize).ids()
      #expect(
        Set(closed) == Set(model.ids("tags") { within($0) || $0 == .text(high) })
          && closed.count == Set(closed).count)
    }
    let third = try Ratio(1, over: 3)
    #expect(
      try await plans.all(where: "score", in: -2..<3, pageSize: pageSize).ids()
        == model.ids("score") { .number(-2) <= $0 && $0 < .number(3) })
    #expect(
      try await plans.all(where: "score", in: (-third)...third, pageSize: pageSize).ids()
        == model.ids("score") { .number(-third) <= $0 && $0 <= .number(third) })
    #expect(
      try await plans.all(where: "score", in: third..., pageSize: pageSize).ids()
        == model.ids("score") { .number(third) <= $0 })
    #expect(
      try await plans.all(where: "score", in: ..<third, pageSize: pageSize).ids()
        == model.ids("score") { $0 < .number(third) })
    #expect(
      try await plans.all(where: "score", in: ...0, pageSize: pageSize).ids()
        == model.ids("score") { $0 <= .number(0) })
    #expect(try await plans.all(where: "score", is: "1").ids() == [])
    #expect(try await plans.all(by: "score").ids() == model.ids("score") { _ in true })
    let day: Day = "2024-10-04"
    #expect(
      try await plans.all(where: "due", in: day..., pageSize: pageSize).ids()
        == model.ids("due") { .day(day) <= $0 })
    for code in 0..<6 {
      #expect(
        try await plans.first(where: "code", is: "k\(code)")?.id
          == model.ids("code") { $0 == .text("k\(code)") }.first)
    }
  }

  private func run<Store: AppraisalStore>(
    _ store: Store, seed: UInt64, steps: Int
  ) async throws {
    let plans = store.plans()
    var dice = Dice(seed: seed)
    var model = Model()
    var stale: [IndexedPlans<Store>.Entry] = []
    var ids: [KeyText] = ["a", "p-1", "p-10", "p/2", "z"]
    ids.append(try KeyText(String(repeating: "q", count: 78)))
    for step in 0..<steps {
      let id = dice.pick(ids)
      var plan = IndexedPlan(
        code: dice.roll(3) == 0 ? nil : "k\(dice.roll(6))", unit: dice.pick(Self.units),
        tags: (0..<dice.roll(4)).map { _ in dice.pick(Self.tags) }, thirds: dice.roll(21) - 10)
      if dice.roll(4) == 0, let old = model.plans[id] { plan = old }
      let holder = model.plans.first { $0.value.code == plan.code && plan.code != nil }?.key
      let old = try await plans.entry(id)
      do {
        try await change(
          plans, id, old, to: plan, way: dice.roll(7),
          stale: stale.isEmpty ? nil : dice.pick(stale),
          name: KeyText("s\(step)"))
      } catch RepositoryError.notUnique(let index, let found) {
        #expect(index == "code" && found.id == holder && holder != id)
      } catch StoreError.alreadyExists(let found) {
        #expect(found.collection == "plans/by/code" && holder != nil && holder != id)
      } catch RepositoryError.store(.alreadyExists(let found)) {
        #expect(found == plans.key(id) && old != nil)
      }
      if let new = try await plans.entry(id), new.revision != old?.revision {
        #expect(new.value == plan && (holder == nil || holder == id))
        model.plans[id] = new.value
        if let old { stale.append(old) }
      } else if try await plans[id] == nil {
        model.plans[id] = nil
      }
      #expect(try await plans.indexFaults() == [])
      try await check(plans, model, pageSize: [1, 3, 256][step % 3])
    }
    #expect(model.plans.count > 1)
  }

  private func change<Store: AppraisalStore>(
    _ plans: IndexedPlans<Store>, _ id: KeyText, _ old: IndexedPlans<Store>.Entry?,
    to plan: IndexedPlan, way: Int, stale: IndexedPlans<Store>.Entry?, name: KeyText
  ) async throws {
    func commit(_ changes: [Mutation]) async throws {
      guard !changes.isEmpty else { return }
      _ = try await plans.store.commit(
        Batch(tenant: "kendari", idempotencyKey: name, changes))
    }
    switch way {
    case 0: try await plans.create(plan, as: id, idempotencyKey: name)
    case 1: if let old { try await plans.replace(old, with: plan, idempotencyKey: name) }
    case 2: if let old { try await plans.remove(old, idempotencyKey: name) }
    case 3:
      guard let stale else { return }
      await #expect(throws: RepositoryError.self) {
        try await plans.replace(stale, with: plan, idempotencyKey: name)
      }
      await #expect(throws: RepositoryError.self) {
        try await plans.remove(stale, idempotencyKey: name)
      }
    case 4: try await plans.update(id, idempotencyKey: name) { _ in plan }
    case 5: try await commit(plans.put(plan, as: id, if: .unconditional))
    default: try await commit(plans.delete(id, if: .unconditional))
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `in memory`(seed: UInt64) async throws {
    try await run(MemoryStore(), seed: seed, steps: 150)
  }

  @Test(arguments: [4] as [UInt64])
  func `in a folder, opened again`(seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    let store = try FolderStore(at: folder.path, disk: .quick)
    try await run(store, seed: seed, steps: 120)
    await store.shutdown()
    #expect(try await FolderStore(at: folder.path, disk: .quick).plans().indexFaults() == [])
  }

  @Test(arguments: [5, 6] as [UInt64])
  func `in a store that knows nothing of ranges`(seed: UInt64) async throws {
    try await run(EarlyStore(), seed: seed, steps: 60)
  }

  @Test func `under an audit chain`() async throws {
    try await run(AuditedStore(MemoryStore()), seed: 7, steps: 60)
  }
}
