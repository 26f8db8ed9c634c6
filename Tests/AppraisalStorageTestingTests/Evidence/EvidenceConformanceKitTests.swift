import AppraisalStorage
import AppraisalStorageTesting
import Foundation
import KinerjaCore
import Testing

@Suite struct EvidenceConformanceKitTests {
  private func kit(_ fault: EvidenceFault?, seed: UInt64 = 1) -> EvidenceConformanceKit {
    EvidenceConformanceKit(
      seed: seed, reopen: { await FaultyEvidence(reopening: $0) },
      crashes: CrashPoints(
        count: 40, make: { FaultyEvidence(fault, breakingDownAt: $0) },
        recover: { await FaultyEvidence(reopening: $0) })
    ) {
      FaultyEvidence(fault)
    }
  }

  @Test func `a store without fault passes every rule`() async {
    let report = await kit(nil).run()
    #expect(report.notPassed(besides: .untested).isEmpty, "\(report)")
    #expect(report.results.count == EvidenceConformanceKit.rules.count)
  }

  @Test(arguments: EvidenceFault.allCases)
  func `each fault fails the rule made for it`(fault: EvidenceFault) async throws {
    let report = await kit(fault).run([fault.rule])
    let result = try #require(report.results.first)
    guard case .failed = result.outcome else {
      Issue.record("\(fault.rule) did not notice that the store \(fault.rawValue)")
      return
    }
  }

  @Test func `every rule has a fault that it alone is made for`() {
    let rules = EvidenceConformanceKit.rules
    #expect(Set(rules.map(\.code)).count == rules.count)
    #expect(
      Set(rules.filter { $0.kind != .untested }.map(\.code))
        == Set(EvidenceFault.allCases.map(\.rule)))
    #expect(!rules.contains { $0.promise.isIncomplete })
    let codes = rules.filter { $0.kind != .untested }.map(\.code)
    #expect(!StoreConformanceKit.rules.contains { codes.contains($0.code) })
  }

  @Test func `what cannot be tried is skipped with the reason`() async {
    let kit = EvidenceConformanceKit { FaultyEvidence(nil) }
    let outcomes = await kit.run(["B13", "B14", "U1"]).results.map(\.outcome)
    #expect(
      outcomes == [
        .skipped("no way to open the store again was given"),
        .skipped("no stores that break down were given"),
        .skipped("no test from outside can tell"),
      ])
    let great = await EvidenceConformanceKit { MemoryEvidence() }.run(["B5", "B13"])
    #expect(
      great.results.map(\.outcome) == [
        .skipped("the declared limit is too great to try; let the tested store declare less"),
        .skipped("declared not durable"),
      ])
  }

  @Test func `a report says which promises were tried, and what was declared`() async throws {
    let report = await kit(.keepsEveryCopy, seed: 7).run(["B1", "B2"])
    let lines = "\(report)".split(separator: "\n").map(String.init)
    #expect(lines.first == "conformance with EvidenceStore, contract revision 1, seed 7")
    #expect(lines.last == "1 passed, 1 failed, 0 skipped")
    #expect(report.capabilities == nil && report.evidenceCapabilities?.pieceBytes == 4_096)
    #expect(
      report.capabilityTable(in: .indonesian) == """
        | kemampuan | nilai |
        | --- | --- |
        | bita dalam satu bukti | 200000 |
        | bita sekali baca | 4096 |
        | butir dalam satu halaman | 1000 |
        | bertahan setelah proses berakhir | ya |
        """)
    guard case .object(let members) = report.json else {
      Issue.record("no object")
      return
    }
    #expect(members["promises"] == "EvidenceStore" && members["failed"] == 1)
    #expect(
      members["capabilities"]
        == ["itemBytes": 200_000, "pieceBytes": 4_096, "pageItems": 1_000, "isDurable": true])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the store in memory keeps every promise but durability`(seed: UInt64) async {
    let report = await EvidenceConformanceKit(seed: seed) { MemoryEvidence(itemBytes: 1 << 20) }
      .run()
    let notPassed = report.notPassed(besides: .untested)
    #expect(notPassed.map(\.rule.code) == ["B13", "B14"], "\(report)")
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `the folder of evidence keeps every promise`(seed: UInt64) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kinerja-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    @Sendable func open(_ place: String, _ disk: Disk = .quick) throws -> FolderEvidence {
      try FolderEvidence(at: place, itemBytes: 1 << 20, disk: disk)
    }
    let kit = EvidenceConformanceKit(
      seed: seed,
      reopen: { try open($0.path) },
      crashes: CrashPoints(
        count: 200,
        make: { point in
          let steps = DiskSteps()
          let place = folder.appendingPathComponent(UUID().uuidString).path
          let store = try open(place, .dying(after: steps))
          steps.begin(point)
          return store
        },
        recover: { dead in
          await dead.shutdown()
          return try open(dead.path)
        }),
      make: { try open(folder.appendingPathComponent(UUID().uuidString).path) })
    let report = await kit.run()
    #expect(report.notPassed(besides: .untested).isEmpty, "\(report)")
  }
}
