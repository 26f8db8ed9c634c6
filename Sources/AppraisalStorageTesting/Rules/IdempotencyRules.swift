import AppraisalStorage

extension ConformanceRule {
  /// I: what a batch sent twice does.
  static let idempotency: [ConformanceRule] = [
    ConformanceRule(
      "I1", id: "bundel yang diulang dijawab dengan resi yang sama dan tidak mengubah apa pun",
      en: "a batch sent again gets the same receipt and does nothing"
    ) { bench in
      let key = record("a")
      let notes = stream("notes")
      let batch = try Batch(
        tenant: ConformanceBench.tenant, idempotencyKey: "1",
        [
          .put(key, Payload("1"), if: .mustNotExist),
          .append(notes, [Payload("e")], expecting: .empty),
        ])
      let first = try await bench.store.commit(batch)
      try await bench.commit("2", .append(notes, [Payload("f")], expecting: .unconditional))
      let second = try await bench.store.commit(batch)
      try expect(!first.isReplay, "the first answer calls itself a replay")
      try expect(second, is: first.replayed, "the second receipt")
      try expect(try await bench.texts(notes), is: ["e", "f"], "the stream")
      try expect(try await bench.read(key)?.revision, is: first.revisions[key], "the revision")
    },
    ConformanceRule(
      "I2", id: "kunci yang sama dengan isi lain ditolak",
      en: "the same key with other content is refused"
    ) { bench in
      let key = record("a")
      try await bench.commit("1", .put(key, Payload("abc"), if: .unconditional))
      let others: [Mutation] = [
        .put(key, Payload("abd"), if: .unconditional),
        .put(key, Payload(schema: 2, utf8: "abc"), if: .unconditional),
        .put(record("b"), Payload("abc"), if: .unconditional),
        .delete(key, if: .unconditional),
      ]
      for other in others {
        try await expectRefusal("other content", with: .idempotencyMismatch("1")) {
          try await bench.commit("1", all: [other])
        }
      }
      try expect(try await bench.text(key), is: "abc", "the record")
    },
    ConformanceRule(
      "I3", .durable, id: "pengulangan dikenali setelah dibuka kembali",
      en: "a repetition is recognised after the store is opened again"
    ) { bench in
      let notes = stream("notes")
      let batch = try Batch(
        tenant: ConformanceBench.tenant, idempotencyKey: "1",
        [
          .put(record("a"), Payload("1"), if: .mustNotExist),
          .append(notes, [Payload("e")], expecting: .empty),
        ])
      let first = try await bench.store.commit(batch)
      try await bench.commit("2", .append(notes, [Payload("f")], expecting: .unconditional))
      let again = try await bench.reopened()
      let second = try await again.store.commit(batch)
      try expect(second, is: first.replayed, "the receipt after opening again")
      try expect(try await again.texts(notes), is: ["e", "f"], "the stream")
      try await expectRefusal("other content", with: .idempotencyMismatch("1")) {
        try await again.commit("1", .delete(record("a"), if: .unconditional))
      }
      await again.store.shutdown()
    },
    ConformanceRule(
      "I4", .stochastic, id: "dua pengiriman serentak berakibat satu kali",
      en: "a batch sent twice at the same time happens once"
    ) { bench in
      for round in 0..<20 {
        let notes = stream(try KeyText("s", number: round))
        let batch = try Batch(
          tenant: ConformanceBench.tenant, idempotencyKey: try KeyText("b", number: round),
          [.append(notes, [Payload("e")], expecting: .unconditional)])
        let receipts = try await withThrowingTaskGroup(of: CommitReceipt.self) { group in
          for sender in 0..<3 {
            group.addTask {
              await bench.perhapsYield(10 * round + sender)
              return try await bench.store.commit(batch)
            }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        try expect(receipts.count { !$0.isReplay }, is: 1, "receipts that are no replay")
        try expect(Set(receipts.map(\.sequence)).count, is: 1, "commit numbers given")
        try expect(try await bench.texts(notes), is: ["e"], "the stream")
      }
    },
    ConformanceRule(
      "I5", id: "bundel yang gagal tidak menghabiskan kuncinya",
      en: "a batch that fails does not use its key up"
    ) { bench in
      let key = record("a")
      let revision = try bench.revision(
        key, in: try await bench.commit("1", .put(key, Payload("1"), if: .mustNotExist)))
      try await expectRefusal("a creation of what exists", with: .alreadyExists(key)) {
        try await bench.commit("2", .put(key, Payload("2"), if: .mustNotExist))
      }
      let receipt = try await bench.commit("2", .put(key, Payload("2"), if: .revision(revision)))
      try expect(!receipt.isReplay, "the first success calls itself a replay")
      try expect(try await bench.text(key), is: "2", "the record")
    },
  ]
}
