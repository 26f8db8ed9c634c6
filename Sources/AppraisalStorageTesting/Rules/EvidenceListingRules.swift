import AppraisalStorage
import KinerjaCore

extension ConformanceRule {
  /// B: pages of evidence.
  static let evidenceListing: [ConformanceRule] = [
    ConformanceRule(
      "B8", id: "halaman berurut menurut bita sidik, dengan batas mana pun sama isinya",
      en: "pages are in the byte order of digests, and hold the same whatever the limit"
    ) { bench in
      try expect(try await bench.items(), is: [], "the items of an empty store")
      let items = try await bench.fill(0..<40)
      try await bench.write("theirs", for: EvidenceBench.otherTenant)
      for limit in [1, 2, 3, 5, 8, 39, 40, 41] {
        try expect(
          try await bench.items(limit: limit), is: items, "the items in pages of \(limit)")
      }
    },
    ConformanceRule(
      "B9", id: "penulisan dan penghapusan di sela halaman tidak melewatkan atau mengulang apa pun",
      en: "items written and erased between pages make nobody skip or repeat one"
    ) { bench in
      let items = try await bench.fill(0..<40)
      // Of these some are erased on the way, seen or unseen, the one at the cursor too.
      let doomed = Set(items.enumerated().filter { $0.offset % 4 == 3 }.map(\.element.key))
      var seen: [EvidenceItem] = []
      var cursor: Cursor?
      var round = 0
      repeat {
        let page = try await bench.page(after: cursor, limit: 4)
        seen += page.items
        cursor = page.next
        let keys = [page.items.last?.key, doomed.sorted().dropFirst(2 * round).first]
        for key in keys.compactMap({ $0 }) where doomed.contains(key) {
          try await bench.store.erase(key)
        }
        _ = try await bench.fill(1_000 + 5 * round..<1_005 + 5 * round)
        round += 1
        try expect(round < 100, "the walk does not end")
      } while cursor != nil
      let keys = seen.map(\.key)
      try expect(keys == Set(keys).sorted(), "the walk repeats an item or leaves the order")
      let lasting = items.filter { !doomed.contains($0.key) }
      try expect(
        seen.filter { Set(lasting).contains($0) }, is: lasting,
        "the items that were there throughout")
    },
    ConformanceRule(
      "B10", id: "penanda yang diubah atau milik lain ditolak, begitu juga halaman melebihi batas",
      en: "an altered or foreign cursor is refused, and so is a page beyond the limit"
    ) { bench in
      _ = try await bench.fill(0..<4)
      let other = EvidenceBench.otherTenant
      for number in 0..<3 { try await bench.write("\(number)", for: other) }
      guard let own = try await bench.page(limit: 2).next else {
        throw BrokenPromise("the first two of four items point to no other page")
      }
      guard let theirs = try await bench.page(of: other, limit: 2).next else {
        throw BrokenPromise("the first two of three items point to no other page")
      }
      let elsewhere = Cursor(
        after: RecordKey(tenant: EvidenceBench.tenant, collection: "plans", id: "a"))
      for cursor in [theirs, elsewhere, Cursor(token: ""), Cursor(token: own.token + "0")] {
        try await expectRefusal("the cursor \(cursor.token)", with: .invalidCursor) {
          _ = try await bench.page(after: cursor, limit: 2)
        }
      }
      let declared = bench.store.evidenceCapabilities.pageItems
      for limit in [0, -1] + (declared < .max ? [declared + 1] : []) {
        try await expectRefusal(
          "a page of \(limit)", with: .limitExceeded(.pageItems, found: limit, allowed: declared)
        ) {
          _ = try await bench.store.page(of: EvidenceBench.tenant, after: nil, limit: limit)
        }
      }
      try expect(try await bench.page(limit: declared).items.count, is: 4, "the greatest page")
    },
  ]
}

extension EvidenceBench {
  /// Writes items of their own lengths and returns them in the order of their digests.
  fileprivate func fill(_ numbers: Range<Int>) async throws -> [EvidenceItem] {
    var items: [EvidenceItem] = []
    for number in numbers {
      items.append(try await write(Self.bytes(number, count: 20 + number % 50)))
    }
    return items.sorted { $0.key < $1.key }
  }
}
