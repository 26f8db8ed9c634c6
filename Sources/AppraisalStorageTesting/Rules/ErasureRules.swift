import AppraisalStorage

extension ConformanceRule {
  /// D: events whose contents are destroyed.
  static let erasures: [ConformanceRule] = [
    ConformanceRule(
      "D1", .erasing, id: "peristiwa yang dihapus tetap di tempatnya, tanpa isi",
      en: "an erased event keeps its place and says nothing, its neighbours stay"
    ) { bench in
      let notes = try await bench.fill("notes")
      try await bench.erase(notes, 1..<3)
      for _ in 0..<2 {
        try await bench.expectErased([1, 2], of: notes, length: 5)
        // Erasing again does nothing.
        try await bench.erase(notes, 2..<3)
      }
      let late = try await bench.store.events(of: notes, from: 2, limit: 2)
      try expect(late.map(\.isErased), is: [true, false], "whether events from 2 on are erased")
    },
    ConformanceRule(
      "D2", .erasing, id: "rangkaian tumbuh seperti biasa setelah penghapusan",
      en: "a stream grows as before after an erasure, which reaches nothing behind its end"
    ) { bench in
      let notes = try await bench.fill("notes")
      let empty = stream("empty")
      for range in [3..<100, 4..<UInt64.max, 7..<9, 2..<2] as [Range<UInt64>] {
        try await bench.erase(notes, range)
      }
      try await bench.erase(empty, 0..<9)
      try await expectRefusal("an append elsewhere", with: .streamConflict(notes, actual: 5)) {
        try await bench.commit("x", .append(notes, [Payload("x")], expecting: .exactly(3)))
      }
      let receipt = try await bench.commit(
        "y", .append(notes, [Payload("5"), Payload("6")], expecting: .exactly(5)),
        .append(empty, [Payload("0")], expecting: .empty))
      try expect(receipt.streamLengths[notes], is: 7, "the length in the receipt")
      try await bench.expectErased([3, 4], of: notes, length: 7)
      try await bench.expectErased([], of: empty, length: 1)
    },
    ConformanceRule(
      "D3", .erasing, id: "yang dihapus tetap terhapus setelah dibuka kembali",
      en: "what was erased stays so when the store is opened again"
    ) { bench in
      guard bench.store.capabilities.isDurable else { throw Inapplicable("declared not durable") }
      let notes = try await bench.fill("notes")
      try await bench.erase(notes, 0..<2)
      try await bench.commit("x", .append(notes, [Payload("5")], expecting: .exactly(5)))
      var again = try await bench.reopened()
      try await again.expectErased([0, 1], of: notes, length: 6)
      try await again.erase(notes, 5..<6)
      again = try await again.reopened()
      try await again.expectErased([0, 1, 5], of: notes, length: 6)
      await again.store.shutdown()
    },
    ConformanceRule(
      "D4", .erasing, id: "penghapusan tidak menyentuh rangkaian atau instansi lain",
      en: "an erasure touches no other stream, no record and no other tenant"
    ) { bench in
      let notes = try await bench.fill("notes")
      let other = try await bench.fill("notes2")
      let theirs = stream("notes", of: ConformanceBench.otherTenant)
      try await bench.commit(
        "t", .append(theirs, [Payload("0")], expecting: .empty), for: ConformanceBench.otherTenant)
      try await bench.commit("r", .put(record("notes"), Payload("r"), if: .mustNotExist))
      try await bench.erase(notes, 0..<5)
      try await bench.expectErased([0, 1, 2, 3, 4], of: notes, length: 5)
      try await bench.expectErased([], of: other, length: 5)
      try await bench.expectErased([], of: theirs, length: 1)
      try expect(try await bench.text(record("notes")), is: "r", "the record of the same name")
    },
    ConformanceRule(
      "D5", .erasing, id: "bundel yang dikirim ulang tidak memulihkan yang dihapus",
      en: "a batch sent again does not bring back what was erased of it"
    ) { bench in
      let notes = stream("notes")
      func send() async throws -> CommitReceipt {
        try await bench.commit(
          "1", .append(notes, [Payload("0"), Payload("1")], expecting: .unconditional),
          .put(record("a"), Payload("a"), if: .unconditional))
      }
      let receipt = try await send()
      try await bench.commit("2", .put(record("a"), Payload("b"), if: .unconditional))
      try await bench.erase(notes, 0..<1)
      do {
        try expect(try await send(), is: receipt.replayed, "the repetition's receipt")
      } catch StoreError.idempotencyMismatch("1") {
      }
      try await bench.expectErased([0], of: notes, length: 2)
      try expect(try await bench.text(record("a")), is: "b", "the record of the repeated batch")
    },
    ConformanceRule(
      "D6", .erasing, id: "penghapusan yang dibatalkan atau setelah ditutup tidak terjadi",
      en: "an erasure that is cancelled, or after a shutdown, is refused and does nothing"
    ) { bench in
      let notes = try await bench.fill("notes")
      let task = Task {
        try? await Task.sleep(for: .seconds(3_600))
        try await bench.erase(notes, 0..<1)
      }
      task.cancel()
      try await expectRefusal("an erasure of a cancelled task", with: .cancelled) {
        try await task.value
      }
      try await bench.expectErased([], of: notes, length: 5)
      await bench.store.shutdown()
      try await expectRefusal("an erasure after the end") {
        try await bench.erase(notes, 0..<1)
      } matches: {
        if case .unavailable = $0 { true } else { false }
      }
    },
  ]
}

extension ConformanceBench {
  /// Appends five events "0" to "4", in two batches.
  fileprivate func fill(_ id: KeyText) async throws -> StreamID {
    let notes = stream(id)
    for (start, count) in [(0, 2), (2, 3)] {
      try await commit(
        try KeyText("\(id)-\(start)"),
        .append(
          notes, (start..<start + count).map { Payload("\($0)") },
          expecting: .exactly(UInt64(start))))
    }
    return notes
  }

  fileprivate func erase(_ stream: StreamID, _ positions: Range<UInt64>) async throws {
    guard let store = store as? any ErasingStore else {
      throw Inapplicable("it cannot erase events")
    }
    try await store.eraseEvents(of: stream, in: positions)
  }

  /// Expects a stream of "0", "1" and so on of which some are erased.
  fileprivate func expectErased(
    _ erased: Set<UInt64>, of stream: StreamID, length: Int
  ) async throws {
    let events = try await store.events(of: stream, from: 0, limit: 100)
    try expect(events.map(\.position), is: (0..<length).map(UInt64.init), "positions")
    for event in events {
      let isErased = erased.contains(event.position)
      try expect(event.isErased, is: isErased, "whether event \(event.position) is erased")
      let wanted = isErased ? Payload(schema: 0, []) : Payload("\(event.position)")
      try expect(event.payload, is: wanted, "what event \(event.position) says")
    }
  }
}
