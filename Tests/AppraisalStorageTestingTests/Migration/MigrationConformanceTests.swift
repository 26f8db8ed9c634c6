import AppraisalStorage
import AppraisalStorageTesting
import KinerjaCore
import Testing

@Suite struct MigrationConformanceTests {
  private static let codes = ["M1", "M2", "M3", "M4", "M5", "M6"]

  private func kit(_ fault: MigrationFault?, seed: UInt64 = 1) -> StoreConformanceKit {
    StoreConformanceKit(
      seed: seed, reopen: { try await $0.reopened() }, openBeside: { $0.beside() },
      earlier: { try await MigratingFaultyStore.earlier(fault) },
      make: { MigratingFaultyStore(fault) })
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a store that migrates without fault passes every rule`(seed: UInt64) async {
    let report = await kit(nil, seed: seed).run()
    #expect(report.notPassed(besides: .crashing, .untested).isEmpty, "\(report)")
  }

  @Test(arguments: MigrationFault.allCases)
  func `each fault fails the rule made for it`(fault: MigrationFault) async throws {
    // Two handles at once need not get into each other's way each time.
    for seed in 1...(fault.rule == "M5" ? 20 : 1) as ClosedRange<UInt64> {
      let result = try #require(await kit(fault, seed: seed).run([fault.rule]).results.first)
      if case .failed = result.outcome { return }
    }
    Issue.record("\(fault.rule) did not notice that the store \(fault.rawValue)")
  }

  @Test func `every rule has a fault that it alone is made for`() {
    let rules = StoreConformanceKit.rules.filter { $0.kind == .migrating }
    #expect(rules.map(\.code) == Self.codes)
    #expect(Set(MigrationFault.allCases.map(\.rule)) == Set(Self.codes))
  }

  @Test func `what cannot be tried is skipped with the reason`() async {
    let plain = await StoreConformanceKit { FaultyStore(nil) }.run(Self.codes)
    #expect(plain.results.allSatisfy { $0.outcome == .skipped("it has no migrations") })
    let bare = await StoreConformanceKit { MigratingFaultyStore(nil) }.run(Self.codes)
    #expect(
      bare.results.allSatisfy {
        $0.outcome == .skipped("no data of an earlier format were given")
      })
    let single = StoreConformanceKit(
      earlier: { try await MigratingFaultyStore.earlier(nil) }, make: { MigratingFaultyStore(nil) })
    let notPassed = await single.run(Self.codes).notPassed()
    #expect(notPassed.map(\.outcome) == [.skipped("no second handle was given")])
  }

  @Test func `a wrapper hands the migrations of its base on`() async {
    let recording = StoreConformanceKit(
      earlier: { RecordingStore(try await MigratingFaultyStore.earlier(nil)) },
      make: { RecordingStore(MigratingFaultyStore(nil)) })
    let injecting = StoreConformanceKit(
      earlier: { FaultInjectingStore(try await MigratingFaultyStore.earlier(nil)) { _, _ in nil } },
      make: { FaultInjectingStore(MigratingFaultyStore(nil)) { _, _ in nil } })
    let audited = StoreConformanceKit(
      earlier: {
        AuditedStore(
          try await MigratingFaultyStore.earlier(nil) {
            try await StoreSample.write(to: AuditedStore($0))
          })
      },
      make: { AuditedStore(MigratingFaultyStore(nil)) })
    for kit in [recording, injecting, audited] {
      let report = await kit.run(Self.codes)
      #expect(report.notPassed().map(\.rule.code) == ["M5"], "\(report)")
    }
  }

  @Test func `a recording store names the calls for a migration`() async throws {
    let store = RecordingStore(try await MigratingFaultyStore.earlier(nil))
    let pending = try await store.pendingMigrations()
    #expect(pending.map(\.to) == [2, 3])
    try await store.migrate()
    #expect(store.calls.map(\.call) == [.pendingMigrations, .migrate])
  }

  @Test func `a read-only store tells what is pending and refuses to begin`() async throws {
    let base = try await MigratingFaultyStore.earlier(nil)
    let store = ReadOnlyStore(base, place: "archive")
    await #expect(throws: StoreError.readOnly(place: "archive")) { try await store.migrate() }
    #expect(try await store.pendingMigrations().count == 2)
    try await base.migrate()
    try await store.migrate()
    #expect(try await store.pendingMigrations() == [])
  }
}
