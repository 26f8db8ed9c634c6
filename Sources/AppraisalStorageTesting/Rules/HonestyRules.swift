import AppraisalStorage

extension ConformanceRule {
  /// S: what is declared holds.
  static let honesty: [ConformanceRule] = [
    ConformanceRule(
      "S1", id: "batas yang dinyatakan masuk akal dan tetap",
      en: "the declared limits make sense and stay the same"
    ) { bench in
      let declared = bench.store.capabilities
      let limits = [
        declared.batchWrites, declared.batchBytes, declared.payloadBytes, declared.pageItems,
      ]
      try expect(limits.allSatisfy { $0 >= 1 }, "a limit is less than 1: \(limits)")
      try expect(
        declared.payloadBytes <= declared.batchBytes,
        "a payload of \(declared.payloadBytes) bytes fits no batch of \(declared.batchBytes)")
      try expect(declared.idempotencyWindow ?? .zero >= .zero, "the window is negative")
      try await bench.commit("1", .put(record("a"), Payload("1"), if: .mustNotExist))
      try expect(bench.store.capabilities == declared, "the limits changed after a commit")
      await bench.store.shutdown()
      try expect(bench.store.capabilities == declared, "the limits changed after a shutdown")
    },
    ConformanceRule(
      "S2", id: "bundel melebihi batas bita ditolak, sebesar batas diterima",
      en: "a batch of more bytes than declared is refused, one at the limit is taken"
    ) { bench in
      let declared = bench.store.capabilities
      let piece = declared.payloadBytes
      let count = declared.batchBytes / piece
      guard count + 1 <= declared.batchWrites, declared.batchBytes < 1 << 31 else {
        throw Inapplicable("the declared limit is too great to try")
      }
      // One array in memory, however many payloads hold it.
      let bytes = Payload(schema: 1, Array(repeating: 0x5A, count: piece))
      let rest = Payload(
        schema: 1, Array(repeating: 0x5A, count: declared.batchBytes - count * piece))
      let notes = stream("notes")
      let full = Array(repeating: bytes, count: count) + [rest]
      let more = full.dropLast() + [Payload(schema: 1, rest.bytes + [1])]
      guard rest.bytes.count < piece else { throw Inapplicable("the limits leave no room") }
      try await expectRefusal("one byte more than declared") {
        try await bench.commit("1", .append(notes, Array(more), expecting: .empty))
      } matches: {
        let total = declared.batchBytes
        return $0 == .limitExceeded(.batchBytes, found: total + 1, allowed: total)
      }
      try await bench.commit("1", .append(notes, full, expecting: .empty))
      let last = try await bench.store.events(of: notes, from: UInt64(full.count - 1), limit: 1)
      try expect(last.map(\.payload) == [rest], "the last event of the greatest batch")
    },
    ConformanceRule(
      "S3", id: "halaman sebesar batas diterima, satu lebih ditolak",
      en: "a page at the declared limit is taken, one item more is refused"
    ) { bench in
      let limit = bench.store.capabilities.pageItems
      let notes = stream("notes")
      try await bench.commit(
        "1", .put(record("a"), Payload("1"), if: .mustNotExist),
        .append(notes, [Payload("e")], expecting: .empty))
      try expect(try await bench.page(limit: limit).items.count, is: 1, "records of the page")
      try expect(try await bench.texts(notes, limit: limit), is: ["e"], "events of the piece")
      guard limit < .max else { return }
      let refusal = StoreError.limitExceeded(.pageItems, found: limit + 1, allowed: limit)
      try await expectRefusal("a page of one more", with: refusal) {
        _ = try await bench.page(limit: limit + 1)
      }
      try await expectRefusal("a piece of one more", with: refusal) {
        _ = try await bench.texts(notes, limit: limit + 1)
      }
    },
  ]

  /// U: what only the author can vouch for.
  static let untested: [ConformanceRule] = [
    ConformanceRule(
      "U1", .untested, id: "yang diakui bertahan bila listrik padam",
      en: "what was acknowledged outlives a loss of power"
    ) { _ in },
    ConformanceRule(
      "U2", .untested, id: "kunci idempotensi diingat selama yang dinyatakan",
      en: "idempotency keys are remembered for as long as declared"
    ) { _ in },
    ConformanceRule(
      "U3", .untested, id: "jam dan keacakan tidak ikut menentukan jawaban",
      en: "no clock and no randomness takes part in an answer"
    ) { _ in },
  ]
}
