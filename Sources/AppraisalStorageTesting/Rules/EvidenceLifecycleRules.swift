import AppraisalStorage
import KinerjaCore

extension ConformanceRule {
  /// B: the end, and what outlives it.
  static let evidenceLifecycle: [ConformanceRule] = [
    ConformanceRule(
      "B12", id: "setelah ditutup, setiap panggilan ditolak",
      en: "after a shutdown every call is refused, and limits stay the same"
    ) { bench in
      let declared = bench.store.evidenceCapabilities
      let limits = [declared.itemBytes, declared.pieceBytes, declared.pageItems]
      try expect(limits.allSatisfy { $0 >= 1 }, "a limit is less than 1: \(limits)")
      let key = try await bench.write("kept").key
      func isUnavailable(_ error: StoreError) -> Bool {
        if case .unavailable = error { true } else { false }
      }
      try await expectRefusal("a writing during which the store is shut down") {
        var isSent = false
        _ = try await bench.store.write(for: EvidenceBench.tenant) {
          () async throws(StoreError) in
          defer { isSent = true }
          if isSent { await bench.store.shutdown() }
          return isSent ? nil : [1]
        }
      } matches: {
        isUnavailable($0)
      }
      await bench.store.shutdown()
      let calls: [(String, @Sendable () async throws -> Void)] = [
        ("a writing", { try await bench.write("late") }),
        ("a question for the length", { _ = try await bench.store.byteCount(of: key) }),
        ("a reading", { _ = try await bench.store.read(key, from: 0, limit: 1) }),
        ("a page", { _ = try await bench.page(limit: 1) }),
        ("an erasure", { try await bench.store.erase(key) }),
      ]
      for (what, call) in calls {
        try await expectRefusal(what, call, matches: isUnavailable)
      }
      try expect(bench.store.evidenceCapabilities == declared, "the limits changed on the way")
    },
    ConformanceRule(
      "B13", id: "yang ditulis dan yang dihapus tetap begitu setelah dibuka kembali",
      en: "what was written and what was erased stay so when the store is opened again"
    ) { bench in
      guard bench.store.evidenceCapabilities.isDurable else { throw Inapplicable(.notDurable) }
      let contents = (0..<6).map { EvidenceBench.bytes($0, count: 1_500 * $0) }
      for bytes in contents { try await bench.write(bytes) }
      try await bench.write(contents[3], for: EvidenceBench.otherTenant)
      try await bench.store.erase(
        EvidenceKey(tenant: EvidenceBench.tenant, digest: SHA256.hash(contents[3])))
      let listed = try await bench.items()
      let again = try await bench.reopened()
      try expect(try await again.items(), is: listed, "the items after opening again")
      for (number, bytes) in contents.enumerated() {
        try await again.expectItem(bytes, isThere: number != 3)
      }
      try await again.expectItem(contents[3], of: EvidenceBench.otherTenant)
      try await again.write(contents[3])
      try await again.expectItem(contents[3])
      await again.shutdown()
    },
  ]

  /// B: breakdowns in the middle of the work, at each point that the author offers.
  static let evidenceCrashes: [ConformanceRule] = [
    ConformanceRule(
      "B14", id: "gangguan di titik mana pun menyisakan bukti utuh atau tidak sama sekali",
      en: "a breakdown at any point leaves each item whole or absent, the acknowledged ones whole"
    ) { bench in
      guard bench.store.evidenceCapabilities.isDurable else { throw Inapplicable(.notDurable) }
      guard let crashes = bench.handling.crashes else { throw Inapplicable(.noCrashes) }
      var hasCrashed = false
      for point in 0..<crashes.count {
        let doomed = bench.with(try await crashes.make(point))
        let done = await doomed.workUntilBreakdown()
        hasCrashed = hasCrashed || done < CrashedEvidence.steps.count
        let after = bench.with(try await crashes.recover(doomed.store))
        try await after.expectWork(done, "after a breakdown at point \(point)")
        // What was lost is simply done again.
        for step in CrashedEvidence.steps.dropFirst(done) { try await after.take(step) }
        try await after.expectWork(CrashedEvidence.steps.count, "when work goes on after \(point)")
        await after.shutdown()
        if done == CrashedEvidence.steps.count { break }
      }
      try expect(hasCrashed, "the store that was to break down never did")
    }
  ]
}

/// What is done until a store breaks down.
private enum CrashedEvidence {
  enum Step {
    case write(Int)
    case erase(Int)
  }

  static let steps: [Step] = [
    .write(0), .write(1), .erase(0), .write(2), .write(1), .erase(1), .write(0), .write(3),
  ]

  static func bytes(_ number: Int) -> [UInt8] {
    EvidenceBench.bytes(number, count: 1_100 * number + 10)
  }

  /// Which items are there after so many steps.
  static func items(after count: Int) -> Set<Int> {
    steps.prefix(count).reduce(into: []) { items, step in
      switch step {
      case .write(let number): items.insert(number)
      case .erase(let number): items.remove(number)
      }
    }
  }
}

extension EvidenceBench {
  fileprivate func take(_ step: CrashedEvidence.Step) async throws {
    switch step {
    case .write(let number): try await write(CrashedEvidence.bytes(number), cut: 500)
    case .erase(let number):
      try await store.erase(
        EvidenceKey(
          tenant: Self.tenant, digest: SHA256.hash(CrashedEvidence.bytes(number))))
    }
  }

  /// How many steps were acknowledged.
  fileprivate func workUntilBreakdown() async -> Int {
    for (done, step) in CrashedEvidence.steps.enumerated() {
      do { try await take(step) } catch { return done }
    }
    return CrashedEvidence.steps.count
  }

  /// Expects what so many steps leave; the one after them may have happened or not.
  fileprivate func expectWork(_ done: Int, _ place: String) async throws {
    let sure = CrashedEvidence.items(after: done)
    let perhaps = CrashedEvidence.items(after: done + 1)
    var count = 0
    for number in 0..<4 {
      let bytes = CrashedEvidence.bytes(number)
      let key = EvidenceKey(tenant: Self.tenant, digest: SHA256.hash(bytes))
      let isThere = try await store.byteCount(of: key) != nil
      try expect(
        isThere == sure.contains(number) || isThere == perhaps.contains(number),
        "\(place) item \(number) is \(isThere ? "there" : "gone"), \(done) steps were acknowledged")
      try await expectItem(bytes, isThere: isThere)
      count += isThere ? 1 : 0
    }
    try expect(try await items().count, is: count, "\(place) the number of items")
  }
}
