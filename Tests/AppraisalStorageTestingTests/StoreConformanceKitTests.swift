import AppraisalStorage
import AppraisalStorageTesting
import KinerjaCore
import Testing

@Suite struct StoreConformanceKitTests {
  private func kit(_ fault: Fault?, seed: UInt64 = 1) -> StoreConformanceKit {
    StoreConformanceKit(seed: seed, reopen: { await FaultyStore(reopening: $0) }) {
      FaultyStore(fault)
    }
  }

  @Test func `a store without fault passes every rule`() async {
    let report = await kit(nil).run()
    #expect(report.failures.isEmpty, "\(report)")
    #expect(report.results.count == StoreConformanceKit.rules.count)
    #expect(report.results.allSatisfy { $0.outcome == .passed }, "\(report)")
  }

  @Test(arguments: Fault.allCases)
  func `each fault fails the rule made for it`(fault: Fault) async throws {
    // Stochastic rules may need more than one order of events.
    for seed in 1...20 as ClosedRange<UInt64> {
      let report = await kit(fault, seed: seed).run([fault.rule])
      let result = try #require(report.results.first)
      if case .failed = result.outcome { return }
      guard result.rule.kind == .stochastic else { break }
    }
    Issue.record("\(fault.rule) did not notice that the store \(fault.rawValue)")
  }

  @Test func `every rule has a fault that it alone is made for`() {
    let codes = StoreConformanceKit.rules.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(Set(codes) == Set(Fault.allCases.map(\.rule)))
  }

  @Test func `every rule is worded in both languages`() {
    #expect(!StoreConformanceKit.rules.contains { $0.promise.isIncomplete })
  }

  @Test func `a report names the rule, the promise, what was seen and the seed`() async {
    let report = await kit(.callsAnExistingRecordAConflict, seed: 7).run(["C1", "C6"])
    let lines = "\(report)".split(separator: "\n").map(String.init)
    #expect(lines.first == "conformance with AppraisalStore, contract revision 1, seed 7")
    #expect(
      lines[1].hasPrefix(
        "C1  required   FAILED  a record that exists cannot be created: "
          + "a second creation was refused with the wrong error"), "\(lines[1])")
    #expect(lines[2] == "C6  required   passed  unconditional writes and deletions succeed")
    #expect(lines.last == "1 passed, 1 failed, 0 skipped")
    #expect(report.failures.map(\.rule.code) == ["C1"])
    #expect(report.capabilityTable.contains("writes in a batch       100"))
  }

  @Test func `without a way to reopen the rules on durability are skipped with the reason`()
    async throws
  {
    let kit = StoreConformanceKit { FaultyStore(nil) }
    let report = await kit.run(["C7", "E5", "I3"])
    let reason = "no way to open the store again was given"
    #expect(report.results.map(\.outcome) == Array(repeating: .skipped(reason), count: 3))
    #expect("\(report)".hasSuffix("0 passed, 0 failed, 3 skipped"))
  }

  @Test func `a store that cannot be made fails, it does not stop the kit`() async {
    let kit = StoreConformanceKit { () async throws -> MemoryStore in
      throw StoreError.full(place: "elsewhere")
    }
    let report = await kit.run(["C1", "X4"])
    #expect(report.failures.count == 2)
    #expect(report.capabilities == nil)
    #expect(report.capabilityTable.isEmpty)
  }
}
