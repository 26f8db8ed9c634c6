import AppraisalStorage

extension ConformanceRule {
  /// X: breakdowns in the middle of a commit, at each point that the author offers.
  static let crashes: [ConformanceRule] = [
    ConformanceRule(
      "X2", .crashing,
      id: "gangguan di titik mana pun menyisakan bundel utuh atau tidak sama sekali",
      en: "a breakdown at any point leaves each batch whole or absent, the acknowledged ones whole"
    ) { bench in
      try await bench.eachCrash { crash in
        let place = "after a breakdown at point \(crash.point)"
        let found = try await crash.after.written()
        let whole = CrashedWork.Written(batches: found.batches)
        try expect(found == whole, "half a batch was left \(place): \(found)")
        try expect(
          found.batches >= crash.acknowledged,
          "\(place) \(found.batches) batches are there, \(crash.acknowledged) were acknowledged")
        try expect(
          found.batches <= crash.acknowledged + 1,
          "\(place) \(found.batches) batches are there, \(crash.acknowledged + 1) were sent")
        // Sending again settles what was lost.
        let isThere = found.batches > crash.acknowledged
        let receipt = try await crash.after.store.commit(CrashedWork.batch(crash.acknowledged))
        try expect(receipt.isReplay, is: isThere, "whether the repetition \(place) is a replay")
        _ = try await crash.after.store.commit(CrashedWork.batch(crash.acknowledged + 1))
        try expect(
          try await crash.after.written(), is: .init(batches: crash.acknowledged + 2),
          "what is there when work goes on \(place)")
      }
    },
    ConformanceRule(
      "X3", .crashing, id: "hanya kegagalan tanpa akibat yang disebut kegagalan",
      en: "only what had no effect is called a failure, all else an unknown outcome"
    ) { bench in
      try await bench.eachCrash { crash in
        guard let error = crash.error else { return }
        if case .outcomeUnknown(let key) = error {
          try expect(
            key, is: try CrashedWork.batch(crash.acknowledged).idempotencyKey,
            "the key of the unknown outcome")
          return
        }
        let found = try await crash.after.written()
        try expect(
          found.batches == crash.acknowledged,
          "at point \(crash.point) the batch failed with \(error), yet it is there")
      }
    },
  ]
}

/// What is written until a store breaks down.
enum CrashedWork {
  static let batchCount = 6
  static let counter = record("counter")
  static let notes = stream("notes")

  /// A batch that touches a record of its own, one of all and a stream.
  static func batch(_ number: Int) throws -> Batch {
    try Batch(
      tenant: ConformanceBench.tenant, idempotencyKey: KeyText("b", number: number),
      [
        .put(record(try KeyText("k", number: number)), Payload("\(number)"), if: .mustNotExist),
        .append(
          notes, [Payload("\(number)a"), Payload("\(number)b")],
          expecting: .exactly(UInt64(2 * number))),
        .put(counter, Payload("\(number)"), if: .unconditional),
      ])
  }

  /// What is found of it.
  struct Written: Equatable {
    var records: [String]
    var counter: String?
    var events: [String]

    /// How many batches have left their record.
    var batches: Int { records.count }
  }
}

extension CrashedWork.Written {
  /// What so many batches leave.
  init(batches: Int) {
    records = (0..<batches).map(String.init)
    counter = records.last
    events = records.flatMap { ["\($0)a", "\($0)b"] }
  }
}

/// A store that broke down, and what was opened of it.
struct Crash {
  let point: Int
  let acknowledged: Int
  let error: StoreError?
  let after: ConformanceBench
}

extension ConformanceBench {
  fileprivate func written() async throws -> CrashedWork.Written {
    let page = try await page(limit: 100)
    return CrashedWork.Written(
      records: page.items.filter { $0.key != CrashedWork.counter }.map(\.payload.text),
      counter: page.items.first { $0.key == CrashedWork.counter }?.payload.text,
      events: try await texts(CrashedWork.notes))
  }

  /// Lets a store break down at one point after the other, and opens what is left.
  fileprivate func eachCrash(_ check: (Crash) async throws -> Void) async throws {
    guard let crashes = handling.crashes else { throw Inapplicable(.noCrashes) }
    var hasCrashed = false
    for point in 0..<crashes.count {
      let doomed = with(try await crashes.make(point))
      var acknowledged = 0
      var failure: StoreError?
      while acknowledged < CrashedWork.batchCount, failure == nil {
        do {
          _ = try await doomed.store.commit(CrashedWork.batch(acknowledged))
          acknowledged += 1
        } catch let error as StoreError {
          failure = error
        }
      }
      hasCrashed = hasCrashed || failure != nil
      let after = with(try await crashes.recover(doomed.store))
      try await check(
        Crash(point: point, acknowledged: acknowledged, error: failure, after: after))
      await after.store.shutdown()
      // From here on the store takes fewer steps than it would break down at.
      if failure == nil { break }
    }
    try expect(hasCrashed, "the store that was to break down never did")
  }
}
