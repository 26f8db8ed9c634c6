import AppraisalStorage
import AppraisalStorageTesting
import Foundation
import Testing

extension ConformanceReport {
  /// The results that are no pass, but for kinds of rules that the store was given no way to try.
  func notPassed(besides kinds: ConformanceRule.Kind...) -> [ConformanceResult] {
    results.filter { $0.outcome != .passed && !kinds.contains($0.rule.kind) }
  }
}

@Suite struct StoresOfTheLibraryTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the store in memory keeps every promise but durability`(seed: UInt64) async {
    let report = await StoreConformanceKit(seed: seed) { MemoryStore() }.run()
    #expect(report.failures.isEmpty, "\(report)")
    let skipped = report.results.filter { $0.outcome == .skipped("declared not durable") }
    #expect(skipped.map(\.rule.code) == ["C7", "I3", "E5", "D3", "F5", "X2", "X3"])
  }

  @Test(arguments: [64 << 20, 1 << 10])
  func `the folder store keeps every promise`(segmentBytes: Int) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kinerja-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let settings = FolderSettings(segmentBytes: segmentBytes)
    let kit = StoreConformanceKit(
      reopen: { try FolderStore(at: $0.path, settings) },
      crashes: CrashPoints(
        count: 60,
        make: { point in
          let steps = DiskSteps()
          let place = folder.appendingPathComponent(UUID().uuidString).path
          let store = try FolderStore(at: place, settings, disk: .dying(after: steps))
          steps.begin(point)
          return store
        },
        recover: { dead in
          await dead.shutdown()
          return try FolderStore(at: dead.path, settings)
        }),
      make: {
        try FolderStore(at: folder.appendingPathComponent(UUID().uuidString).path, settings)
      })
    let report = await kit.run()
    #expect(report.notPassed(besides: .shared, .migrating, .untested).isEmpty, "\(report)")
  }

  @Test func `the folder store keeps every promise when it is compacted in between`() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kinerja-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let settings = FolderSettings(segmentBytes: 1 << 10)
    let kit = StoreConformanceKit(
      reopen: { old in
        let store = try FolderStore(at: old.path, settings)
        try await store.compact()
        return store
      },
      make: {
        try FolderStore(at: folder.appendingPathComponent(UUID().uuidString).path, settings)
      })
    let report = await kit.run(["C7", "I3", "E5", "D3"])
    #expect(report.results.allSatisfy { $0.outcome == .passed }, "\(report)")
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `a store with an audit chain keeps every promise of its base`(seed: UInt64) async {
    let kit = StoreConformanceKit(
      seed: seed,
      reopen: { AuditedStore(await FaultyStore(reopening: $0.base)) },
      make: { AuditedStore(FaultyStore(nil)) })
    let report = await kit.run()
    let notPassed = report.notPassed(besides: .shared, .crashing, .erasing, .migrating, .untested)
    // A store that keeps a chain refuses another's, and erases by an entry of its own.
    #expect(notPassed.map(\.rule.code) == ["F7", "H1", "H2"], "\(report)")
  }
}
