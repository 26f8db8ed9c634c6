import AppraisalStorage

extension ConformanceRule {
  /// R: many at once.
  static let races: [ConformanceRule] = [
    ConformanceRule(
      "R1", .stochastic, id: "8 penulis × 25 tambahan tidak kehilangan satu pun",
      en: "8 writers of 25 increments each lose none"
    ) { bench in
      let key = record("counter")
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<8 {
          group.addTask {
            for number in 0..<25 {
              await bench.perhapsYield(100 * writer + number)
              try await bench.store.update(key, idempotencyKey: KeyText("w\(writer)-\(number)")) {
                old in
                Payload("\((old.flatMap { Int($0.payload.text) } ?? 0) + 1)")
              }
            }
          }
        }
        try await group.waitForAll()
      }
      try expect(try await bench.text(key), is: "200", "the counter")
    },
    linearizability,
  ]

  /// X: cancellation and the end.
  static let lifecycle: [ConformanceRule] = [
    ConformanceRule(
      "X1", id: "tugas yang dibatalkan sebelum komit tidak mengubah apa pun",
      en: "a task cancelled before the commit changes nothing"
    ) { bench in
      let key = record("a")
      let task = Task {
        // Ends at once, and only, because the task is cancelled.
        try? await Task.sleep(for: .seconds(3_600))
        try await bench.commit("1", .put(key, Payload("1"), if: .mustNotExist))
      }
      task.cancel()
      try await expectRefusal("a commit of a cancelled task", with: .cancelled) {
        _ = try await task.value
      }
      try expect(try await bench.text(key), is: nil, "the record")
      let receipt = try await bench.commit("1", .put(key, Payload("1"), if: .mustNotExist))
      try expect(!receipt.isReplay, "the cancelled commit used its key up")
    },
    ConformanceRule(
      "X4", id: "setelah ditutup, setiap panggilan ditolak",
      en: "after a shutdown every call is refused"
    ) { bench in
      let key = record("a")
      try await bench.commit("1", .put(key, Payload("1"), if: .mustNotExist))
      await bench.store.shutdown()
      await bench.store.shutdown()
      func isUnavailable(_ error: StoreError) -> Bool {
        if case .unavailable = error { true } else { false }
      }
      try await expectRefusal("a read", { _ = try await bench.read(key) }, matches: isUnavailable)
      try await expectRefusal(
        "a page", { _ = try await bench.page(limit: 1) }, matches: isUnavailable)
      try await expectRefusal(
        "a reading of events", { _ = try await bench.texts(stream("notes")) },
        matches: isUnavailable)
      try await expectRefusal(
        "a commit", { try await bench.commit("2", .delete(key, if: .unconditional)) },
        matches: isUnavailable)
      try await expectRefusal(
        "a repetition",
        { try await bench.commit("1", .put(key, Payload("1"), if: .mustNotExist)) },
        matches: isUnavailable)
    },
  ]
}
