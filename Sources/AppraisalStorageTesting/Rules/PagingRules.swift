import AppraisalStorage
import KinerjaCore

extension ConformanceRule {
  /// P: walking through a collection page by page.
  static let paging: [ConformanceRule] = [
    ConformanceRule(
      "P1", id: "halaman tidak melewatkan atau mengulang data selagi data lain ditambah",
      en: "paging neither skips nor repeats while others insert"
    ) { bench in
      let old = try await bench.fill(evenNumbersBelow: 40)
      var round = 0
      let seen = try await bench.walk(limit: 3) {
        // One before the cursor and one behind it, each round.
        for number in [2 * round + 1, 39 - 2 * round] where number > 0 {
          try await bench.commit(
            try KeyText("i", number: 100 * round + number),
            .put(record(try KeyText("k", number: number)), Payload("new"), if: .unconditional))
        }
        round += 1
      }
      try expect(Set(seen).count, is: seen.count, "records met, repeats among them")
      try expect(Set(old).subtracting(seen), is: [], "records that were skipped")
    },
    ConformanceRule(
      "P2", id: "halaman tidak melewatkan atau mengulang data selagi data lain dihapus",
      en: "paging neither skips nor repeats while others delete"
    ) { bench in
      let old = try await bench.fill(evenNumbersBelow: 60)
      var deleted: [KeyText] = []
      let seen = try await bench.walk(limit: 3) {
        // One that was passed, at times the very one at the cursor, and one still to come.
        for victim in [old[deleted.count + 2], old[old.count - 1 - deleted.count]] {
          try await bench.commit(
            try KeyText("d", number: deleted.count),
            .delete(record(victim), if: .unconditional))
          deleted.append(victim)
        }
      }
      try expect(Set(seen).count, is: seen.count, "records met, repeats among them")
      let stayed = Set(old).subtracting(deleted)
      try expect(stayed.subtracting(seen), is: [], "records that were skipped")
    },
    ConformanceRule(
      "P3", id: "setiap ukuran halaman memberi data yang sama",
      en: "every size of page gives the same records"
    ) { bench in
      let all = try await bench.fill(evenNumbersBelow: 24)
      for limit in 1...all.count + 1 {
        let seen = try await bench.walk(limit: limit) {}
        try expect(seen, is: all, "records by pages of \(limit)")
      }
    },
    ConformanceRule(
      "P4", id: "penanda halaman yang asing atau berubah ditolak",
      en: "a cursor that is altered or of elsewhere is refused"
    ) { bench in
      try await bench.fill(evenNumbersBelow: 12)
      try await bench.commit("o", .put(record("a", "other"), Payload("x"), if: .mustNotExist))
      guard let cursor = try await bench.page(limit: 2).next else {
        throw BrokenPromise("two of six records are no whole collection, yet no cursor came")
      }
      let token = cursor.token
      let altered = ["", "x", token + "x", String(token.dropLast()), String(token.reversed())]
      for text in altered where text != token {
        try await expectRefusal("an altered cursor", with: .invalidCursor) {
          _ = try await bench.page(after: Cursor(token: text), limit: 2)
        }
      }
      try await expectRefusal("another collection's cursor", with: .invalidCursor) {
        _ = try await bench.page(after: cursor, limit: 2, of: "other")
      }
      for limit in [0, -1, bench.store.capabilities.pageItems + 1] {
        try await expectRefusal("a page of \(limit)") {
          _ = try await bench.page(limit: limit)
        } matches: {
          if case .limitExceeded(.pageItems, limit, _) = $0 { true } else { false }
        }
      }
    },
    ConformanceRule(
      "P5", id: "data berurutan menurut bita kuncinya",
      en: "records come in the byte order of their ids"
    ) { bench in
      let ids: [KeyText] = [
        "10", "9", "A", "B", "a", "a-", "a-b", "a.", "a/", "a/b", "a0", "a:", "aA", "a_", "aa",
        "b",
      ]
      for (number, id) in ids.reversed().enumerated() {
        try await bench.commit(
          try KeyText("i", number: number), .put(record(id), Payload("x"), if: .mustNotExist))
      }
      try expect(try await bench.walk(limit: 5) {}, is: ids, "the order")
    },
    ConformanceRule(
      "P6", id: "koleksi kosong memberi satu halaman kosong",
      en: "an empty collection gives one empty page"
    ) { bench in
      for round in 0..<2 {
        let page = try await bench.page(limit: 5)
        try expect(page.items.isEmpty && page.next == nil, "an empty collection gave \(page)")
        guard round == 0 else { break }
        try await bench.commit("1", .put(record("a"), Payload("x"), if: .mustNotExist))
        try await bench.commit("2", .delete(record("a"), if: .unconditional))
      }
    },
  ]
}

extension ConformanceBench {
  /// Makes records k00000, k00002 and so on, and returns their ids in order.
  @discardableResult
  func fill(evenNumbersBelow bound: Int) async throws -> [KeyText] {
    let ids = try stride(from: 0, to: bound, by: 2).map { try KeyText("k", number: $0) }
    for id in ids {
      try await commit(id, .put(record(id), Payload("old"), if: .mustNotExist))
    }
    return ids
  }

  /// Walks through the collection, or a range of it, and does something after each page.
  func walk(
    in ids: IDRange? = nil, after start: Cursor? = nil, limit: Int,
    between: () async throws -> Void
  ) async throws -> [KeyText] {
    var seen: [KeyText] = []
    var cursor = start
    repeat {
      let page = try await page(in: ids, after: cursor, limit: limit)
      try expect(page.items.count <= limit, "a page of \(limit) has \(page.items.count) records")
      try expect(
        page.next == nil || !page.items.isEmpty, "a page without records points to a next one")
      seen += page.items.map(\.key.id)
      cursor = page.next
      try expect(seen.count <= 10_000, "the walk does not end")
      if cursor != nil { try await between() }
    } while cursor != nil
    return seen
  }
}
