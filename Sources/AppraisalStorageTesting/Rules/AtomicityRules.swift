import AppraisalStorage

extension ConformanceRule {
  /// A: a batch happens whole or not at all.
  static let atomicity: [ConformanceRule] = [
    ConformanceRule(
      "A1", id: "bundel yang gagal tidak meninggalkan apa pun",
      en: "a batch that fails leaves nothing behind"
    ) { bench in
      let taken = record("a")
      let free = record("b")
      let notes = stream("notes")
      try await bench.commit("1", .put(taken, Payload("1"), if: .mustNotExist))
      try await expectRefusal("a batch of which the last part fails", with: .alreadyExists(taken)) {
        try await bench.commit(
          "2", .put(free, Payload("2"), if: .mustNotExist),
          .append(notes, [Payload("e")], expecting: .empty),
          .put(taken, Payload("2"), if: .mustNotExist))
      }
      try expect(try await bench.text(free), is: nil, "the record of the failed batch")
      try expect(try await bench.texts(notes), is: [], "the events of the failed batch")
      try expect(try await bench.text(taken), is: "1", "the record that was there")
      let page = try await bench.page(limit: 10)
      try expect(page.items.map(\.key), is: [taken], "the collection")
    },
    ConformanceRule(
      "A2", id: "perubahan kemudian melihat perubahan sebelumnya dalam bundel yang sama",
      en: "a later mutation sees what an earlier one of the batch did"
    ) { bench in
      let key = record("a")
      let notes = stream("notes")
      try await bench.commit("1", .put(key, Payload("1"), if: .mustNotExist))
      let receipt = try await bench.commit(
        "2", .delete(key, if: .unconditional), .put(key, Payload("2"), if: .mustNotExist),
        .append(notes, [Payload("x"), Payload("y")], expecting: .empty),
        .append(notes, [Payload("z")], expecting: .exactly(2)))
      let stored = try await bench.read(key)
      try expect(stored?.payload.text, is: "2", "the record deleted and made anew")
      try expect(stored?.revision, is: receipt.revisions[key], "its revision")
      try expect(try await bench.texts(notes), is: ["x", "y", "z"], "the stream")
      try expect(receipt.streamLengths[notes], is: 3, "the stream's length in the receipt")
      try await expectRefusal("a creation after a put in one batch") {
        try await bench.commit(
          "3", .put(record("b"), Payload("1"), if: .unconditional),
          .put(record("b"), Payload("2"), if: .mustNotExist))
      } matches: {
        $0 == .alreadyExists(record("b"))
      }
    },
    ConformanceRule(
      "A3", id: "data dan peristiwa tersimpan bersama",
      en: "records and events are committed together"
    ) { bench in
      let key = record("a")
      let notes = stream("notes")
      try await bench.commit(
        "1", .append(notes, [Payload("e")], expecting: .empty),
        .put(key, Payload("1"), if: .mustNotExist))
      try expect(try await bench.text(key), is: "1", "the record")
      try expect(try await bench.texts(notes), is: ["e"], "the stream")
      try await expectRefusal("a batch whose stream has moved on") {
        try await bench.commit(
          "2", .put(key, Payload("2"), if: .unconditional),
          .append(notes, [Payload("f")], expecting: .empty))
      } matches: {
        $0 == .streamConflict(notes, actual: 1)
      }
      try expect(try await bench.text(key), is: "1", "the record after the refusal")
    },
    ConformanceRule(
      "A4", id: "bundel sebesar batas diterima, satu lebih ditolak",
      en: "a batch at the declared limit is taken, one write more is refused"
    ) { bench in
      let limit = bench.store.capabilities.batchWrites
      guard limit <= 20_000 else { throw Inapplicable("the declared limit is too great to try") }
      let puts = try (0..<limit).map { number in
        Mutation.put(record(try KeyText("k", number: number)), Payload("x"), if: .mustNotExist)
      }
      let one = Mutation.append(stream("notes"), [Payload("e")], expecting: .unconditional)
      try await expectRefusal("one write more than declared") {
        try await bench.commit("1", all: puts + [one])
      } matches: {
        $0 == .limitExceeded(.batchWrites, found: limit + 1, allowed: limit)
      }
      try expect(try await bench.page(limit: 1).items.isEmpty, "the refused batch left records")
      try await bench.commit("2", all: puts)
      let last = record(try KeyText("k", number: limit - 1))
      try expect(try await bench.text(last), is: "x", "the last record of the greatest batch")
    },
    ConformanceRule(
      "A5", .stochastic, id: "pembaca tidak pernah melihat setengah bundel",
      en: "a reader never sees half a batch"
    ) { bench in
      let (left, right) = (record("left"), record("right"))
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for round in 0..<60 {
            await bench.perhapsYield(round)
            let payload = Payload("\(round)")
            try await bench.commit(
              try KeyText("w", number: round), .put(left, payload, if: .unconditional),
              .put(right, payload, if: .unconditional))
          }
        }
        for reader in 1...3 {
          group.addTask {
            for round in 0..<60 {
              await bench.perhapsYield(1_000 * reader + round)
              let both = try await bench.store.read([left, right])
              let texts = (both[left]?.payload.text, both[right]?.payload.text)
              try expect(texts.0 == texts.1, "half a batch was seen: \(texts)")
            }
          }
        }
        try await group.waitForAll()
      }
    },
  ]
}
