import AppraisalStorage
import KinerjaCore

extension ConformanceRule {
  /// K: keys and contents come back byte by byte.
  static let keysAndBytes: [ConformanceRule] = [
    ConformanceRule(
      "K1", id: "kunci dibedakan persis, juga huruf besar dan kecil",
      en: "keys are told apart exactly, also by case"
    ) { bench in
      let long = String(repeating: "x", count: KeyText.greatestLength - 1)
      let ids: [KeyText] = [
        "A", "a", "a-", "a/b", "a:b", "a.b", "a_b", "0", "00", try KeyText(long + "1"),
        try KeyText(long + "2"),
      ]
      for (number, id) in ids.enumerated() {
        try await bench.commit(
          try KeyText("i", number: number), .put(record(id), Payload(id.text), if: .mustNotExist),
          .append(stream(id), [Payload(id.text)], expecting: .empty))
      }
      for id in ids {
        try expect(try await bench.text(record(id)), is: id.text, "the record \(id)")
        try expect(try await bench.texts(stream(id)), is: [id.text], "the stream \(id)")
      }
      try expect(try await bench.text(record("A", "Plans")), is: nil, "a collection in capitals")
    },
    ConformanceRule(
      "K2", id: "isi kembali bita demi bita, sampai batasnya",
      en: "contents come back byte by byte, up to the limit"
    ) { bench in
      let limit = bench.store.capabilities.payloadBytes
      var contents: [[UInt8]] = [
        [], [0], [0, 0, 0], Array(0...255), [0xFF, 0xFE, 0xC0, 0x80], Array("é".utf8),
        Array("e\u{301}".utf8), Array("\r\n \t".utf8),
      ]
      contents.append((0..<min(limit, 1 << 16)).map { UInt8(truncatingIfNeeded: $0 / 7) })
      if limit <= 16 << 20 { contents.append(Array(repeating: 0x5A, count: limit)) }
      for (number, bytes) in contents.enumerated() {
        let key = record(try KeyText("k", number: number))
        let notes = stream(try KeyText("s", number: number))
        let payload = Payload(schema: 1, bytes)
        try await bench.commit(
          try KeyText("i", number: number), .put(key, payload, if: .mustNotExist),
          .append(notes, [payload], expecting: .empty))
        let what = "\(bytes.count) bytes beginning with \(Array(bytes.prefix(4)))"
        try expect(try await bench.read(key)?.payload == payload, "a record of \(what) changed")
        let events = try await bench.store.events(of: notes, from: 0, limit: 2)
        try expect(events.map(\.payload) == [payload], "an event of \(what) changed")
      }
      guard limit <= 16 << 20 else { return }
      try await expectRefusal("one byte more than declared") {
        let payload = Payload(schema: 1, Array(repeating: 1, count: limit + 1))
        try await bench.commit("z", .put(record("z"), payload, if: .mustNotExist))
      } matches: {
        $0 == .limitExceeded(.payloadBytes, found: limit + 1, allowed: limit)
      }
    },
    ConformanceRule(
      "K3", id: "nomor skema kembali apa adanya", en: "the schema number comes back"
    ) { bench in
      let schemas: [Int32] = [0, 1, 2, 65_536, .max]
      for (number, schema) in schemas.enumerated() {
        let key = record(try KeyText("k", number: number))
        try await bench.commit(
          try KeyText("i", number: number),
          .put(key, Payload(schema: schema, utf8: "x"), if: .mustNotExist))
        try expect(try await bench.read(key)?.payload.schema, is: schema, "a record's schema")
      }
      let notes = stream("notes")
      try await bench.commit(
        "e", .append(notes, schemas.map { Payload(schema: $0, utf8: "x") }, expecting: .empty))
      let events = try await bench.store.events(of: notes, from: 0, limit: 10)
      try expect(events.map(\.payload.schema), is: schemas, "the events' schemas")
    },
  ]

  /// T: tenants do not meet.
  static let tenants: [ConformanceRule] = [
    ConformanceRule(
      "T1", id: "tidak ada data, peristiwa, penanda atau kunci yang melintas antarinstansi",
      en: "no record, event, cursor or idempotency key crosses tenants"
    ) { bench in
      let (home, away) = (ConformanceBench.tenant, ConformanceBench.otherTenant)
      for tenant in [home, away] {
        let text = Payload(tenant.text)
        for number in 0..<3 {
          // The same idempotency keys for both, on purpose.
          let receipt = try await bench.commit(
            try KeyText("i", number: number),
            .put(record(try KeyText("k", number: number), of: tenant), text, if: .mustNotExist),
            .append(stream("notes", of: tenant), [text], expecting: .exactly(UInt64(number))),
            for: tenant)
          try expect(!receipt.isReplay, "one tenant's idempotency key answers for another's")
        }
      }
      for tenant in [home, away] {
        let page = try await bench.page(limit: 10, for: tenant)
        try expect(page.items.count, is: 3, "records of one tenant")
        let keys = page.items.map(\.key)
        try expect(keys.allSatisfy { $0.tenant == tenant }, "a page shows another tenant's record")
        let texts = page.items.map(\.payload.text)
        try expect(texts.allSatisfy { $0 == tenant.text }, "a record holds another tenant's text")
        let events = try await bench.texts(stream("notes", of: tenant))
        try expect(events, is: Array(repeating: tenant.text, count: 3), "one tenant's stream")
      }
      let cursor = try await bench.page(limit: 1, for: home).next
      try expect(cursor != nil, "one of three records is no whole collection, yet no cursor came")
      try await expectRefusal("another tenant's cursor", with: .invalidCursor) {
        _ = try await bench.page(after: cursor, limit: 1, for: away)
      }
      try await bench.commit(
        "d", .delete(record(try KeyText("k", number: 0), of: home), if: .unconditional))
      try expect(
        try await bench.text(record(try KeyText("k", number: 0), of: away)), is: away.text,
        "the other tenant's record after a deletion")
    }
  ]
}
