import AppraisalStorage
import AppraisalStorageTesting
import KinerjaCore
import Testing

@Suite struct StoreConformanceKitTests {
  private func kit(_ fault: Fault?, seed: UInt64 = 1) -> StoreConformanceKit {
    StoreConformanceKit(
      seed: seed, reopen: { await FaultyStore(reopening: $0) },
      openBeside: { await FaultyStore(beside: $0) },
      crashes: CrashPoints(
        count: 20, make: { FaultyStore(fault, breakingDownAt: $0) },
        recover: { await FaultyStore(reopening: $0) })
    ) {
      FaultyStore(fault)
    }
  }

  @Test func `a store without fault passes every rule`() async {
    let report = await kit(nil).run()
    #expect(report.failures.isEmpty, "\(report)")
    #expect(report.results.count == StoreConformanceKit.rules.count)
    let passed = report.results.filter { ![.migrating, .untested].contains($0.rule.kind) }
    #expect(passed.allSatisfy { $0.outcome == .passed }, "\(report)")
    let skipped = report.results.filter { $0.outcome == .skipped("it has no migrations") }
    #expect(report.results.count - passed.count - skipped.count == 3)
  }

  @Test(arguments: Fault.allCases)
  func `each fault fails the rule made for it`(fault: Fault) async throws {
    // Stochastic rules may need more than one order of events.
    for seed in 1...20 as ClosedRange<UInt64> {
      let report = await kit(fault, seed: seed).run([fault.rule])
      let result = try #require(report.results.first)
      if case .failed = result.outcome { return }
      guard result.rule.kind == .stochastic || result.rule.kind == .shared else { break }
    }
    Issue.record("\(fault.rule) did not notice that the store \(fault.rawValue)")
  }

  @Test func `every rule has a fault that it alone is made for`() {
    let rules = StoreConformanceKit.rules
    #expect(Set(rules.map(\.code)).count == rules.count)
    #expect(
      Set(rules.filter { $0.kind != .untested }.map(\.code))
        == Set(Fault.allCases.map(\.rule) + MigrationFault.allCases.map(\.rule)))
  }

  @Test func `every rule is worded in both languages`() {
    #expect(!StoreConformanceKit.rules.contains { $0.promise.isIncomplete })
  }

  @Test func `a report names the rule, the promise, what was seen and the seed`() async {
    let report = await kit(.callsAnExistingRecordAConflict, seed: 7).run(["C1", "C6"])
    let lines = "\(report)".split(separator: "\n").map(String.init)
    #expect(lines.first == "conformance with AppraisalStore, contract revision 2, seed 7")
    #expect(
      lines[1].hasPrefix(
        "C1  required   FAILED  a record that exists cannot be created: "
          + "a second creation was refused with the wrong error"), "\(lines[1])")
    #expect(lines[2] == "C6  required   passed  unconditional writes and deletions succeed")
    #expect(lines.last == "1 passed, 1 failed, 0 skipped")
    #expect(report.failures.map(\.rule.code) == ["C1"])
  }

  @Test(arguments: [
    (["C7", "E5", "I3"], "no way to open the store again was given"),
    (["R2", "R4"], "no second handle was given"),
    (["X2", "X3"], "no stores that break down were given"),
    (["U1", "U2", "U3"], "no test from outside can tell"),
  ])
  func `what cannot be tried is skipped with the reason`(codes: [String], reason: String) async {
    let report = await StoreConformanceKit { FaultyStore(nil) }.run(codes)
    #expect(report.results.count == codes.count)
    #expect(report.results.allSatisfy { $0.outcome == .skipped(reason) })
    #expect("\(report)".hasSuffix("0 passed, 0 failed, \(codes.count) skipped"))
  }

  @Test func `crash points at which nothing breaks down are no proof`() async {
    let kit = StoreConformanceKit(
      crashes: CrashPoints(
        count: 3, make: { _ in FaultyStore(nil) },
        recover: { await FaultyStore(reopening: $0) })
    ) { FaultyStore(nil) }
    let report = await kit.run(["X2", "X3"])
    #expect(report.failures.count == 2, "\(report)")
  }

  @Test func `the tables are Markdown in both languages`() async {
    let report = await kit(.forgetsSchemas).run(["K1", "K3", "U1"])
    #expect(
      report.capabilityTable() == """
        | capability | value |
        | --- | --- |
        | writes in a batch | 100 |
        | bytes in a batch | 1048576 |
        | bytes in a payload | 65536 |
        | items in a page | 1000 |
        | outlives the process | yes |
        | idempotency keys kept | as long as the data |
        """)
    let lines = report.ruleTable(in: .indonesian).split(separator: "\n")
    #expect(lines.count == 5 && lines[0] == "| aturan | jenis | janji | hasil |")
    #expect(lines[2].hasSuffix("| ditepati |"))
    #expect(lines[3].contains("| GAGAL: a record's schema: found 1, wanted 0 |"))
  }

  @Test func `the report is JSON with what a program needs to compare two`() async throws {
    let report = await kit(.forgetsSchemas, seed: 5).run(["K1", "K3"])
    let document = try JSONDocument(report.json.canonicalBytes)
    guard
      case .object(let members) = document.root.value,
      case .array(let results)? = members["results"], case .object(let last)? = results.last
    else {
      Issue.record("no object")
      return
    }
    #expect(members["seed"] == "5" && members["passed"] == 1 && members["failed"] == 1)
    #expect(last["rule"] == "K3" && last["outcome"] == "failed" && last["kind"] == "required")
    #expect(last["detail"] == "a record's schema: found 1, wanted 0")
  }

  @Test func `a store that cannot be made fails, it does not stop the kit`() async {
    let kit = StoreConformanceKit { () async throws -> MemoryStore in
      throw StoreError.full(place: "elsewhere")
    }
    let report = await kit.run(["C1", "X4"])
    #expect(report.failures.count == 2)
    #expect(report.capabilities == nil)
    #expect(report.capabilityTable().isEmpty)
  }
}
