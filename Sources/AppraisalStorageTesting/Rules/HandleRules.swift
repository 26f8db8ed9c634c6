import AppraisalStorage

extension ConformanceRule {
  /// R: two handles on the same data.
  static let handles: [ConformanceRule] = [
    ConformanceRule(
      "R2", .shared, id: "penulis lewat dua pegangan tidak kehilangan satu tambahan pun",
      en: "writers through two handles lose no increment"
    ) { bench in
      let benches = [bench, try await bench.beside()]
      let key = record("counter")
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<6 {
          group.addTask {
            let bench = benches[writer % 2]
            for number in 0..<15 {
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
      for bench in benches { try expect(try await bench.text(key), is: "90", "the counter") }
      await benches[1].store.shutdown()
    },
    ConformanceRule(
      "R4", .shared, id: "yang diakui satu pegangan segera terlihat lewat pegangan lain",
      en: "what one handle acknowledged the other sees, and knows as a repetition"
    ) { bench in
      let other = try await bench.beside()
      let key = record("a")
      let notes = stream("notes")
      for round in 0..<10 {
        let (one, two) = round % 2 == 0 ? (bench, other) : (other, bench)
        let batch = try Batch(
          tenant: ConformanceBench.tenant, idempotencyKey: try KeyText("b", number: round),
          [
            .put(key, Payload("\(round)"), if: .unconditional),
            .append(notes, [Payload("\(round)")], expecting: .exactly(UInt64(round))),
          ])
        let receipt = try await one.store.commit(batch)
        let stored = try await two.read(key)
        try expect(stored?.payload.text, is: "\(round)", "the record through the other handle")
        try expect(stored?.revision, is: receipt.revisions[key], "its revision")
        try expect(try await two.texts(notes).count, is: round + 1, "events through the other")
        try expect(
          try await two.store.commit(batch), is: receipt.replayed, "the repetition's receipt")
      }
      await other.store.shutdown()
      try expect(try await bench.text(key), is: "9", "the record after the other handle's end")
    },
  ]
}
