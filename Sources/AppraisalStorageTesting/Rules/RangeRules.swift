import AppraisalStorage
import KinerjaCore

extension ConformanceRule {
  /// Q: walking through a range of a collection's ids.
  static let ranges: [ConformanceRule] = [
    ConformanceRule(
      "Q1", id: "rentang memberi tepat data yang kuncinya di dalamnya, berurutan menurut bita",
      en: "a range gives exactly the records whose ids are within, in byte order"
    ) { bench in
      let ids: [KeyText] = [
        "10", "9", "A", "B", "a", "a-", "a-b", "a.", "a/", "a/b", "a0", "a:", "aA", "a_", "aa",
        "aaa", "b", "z", "zz",
      ]
      try await bench.put(ids.reversed())
      var ranges: [IDRange] = [
        .all, IDRange(..<"10"), IDRange("zz"...), IDRange("zza"...), IDRange("a0a"..<"a0a"),
        IDRange("B"..<"a"), IDRange("B1"..."Z"), .prefix("a/b/c"), .prefix("A1"),
      ]
      for (id, next) in zip(ids, ids.dropFirst()) {
        ranges += [
          .prefix(id), IDRange(id..<next), IDRange(id...next), IDRange("10"..<id),
          IDRange(...id), IDRange(next...),
        ]
      }
      let stored = try await bench.store.read(ids.map { record($0) })
      for range in ranges {
        let seen = try await bench.walk(in: range, limit: 4) {}
        try expect(seen, is: ids.filter(range.contains), "the ids in \(range)")
        let page = try await bench.page(in: range, limit: ids.count)
        try expect(
          page.items.allSatisfy { stored[$0.key] == $0 }, "a record read in \(range) is another")
      }
    },
    ConformanceRule(
      "Q2", id: "halaman dalam rentang tidak melewatkan atau mengulang data yang tetap ada",
      en: "paging through a range neither skips nor repeats while others insert and delete"
    ) { bench in
      let old = try await bench.fill(evenNumbersBelow: 80)
      let range = IDRange("k00010"..."k00069")
      let within = old.filter(range.contains)
      var deleted: [KeyText] = []
      var round = 0
      let seen = try await bench.walk(in: range, limit: 3) {
        // In the range and outside it, before the cursor and behind it; by turns, so that what is
        // inserted does not make up for what is deleted.
        if round % 2 == 0 {
          let numbers = [5 + round, 11 + round, 69 - round, 79 - round]
          try await bench.commit(
            try KeyText("i", number: round),
            all: try numbers.map { number in
              let id = try KeyText("k", number: number)
              return .put(record(id), Payload("new"), if: .unconditional)
            })
        } else {
          let end = within.count - 1
          let victims = [old[round], within[round], within[round + 1], within[end - round]]
          try await bench.commit(
            try KeyText("d", number: round),
            all: victims.map { .delete(record($0), if: .unconditional) })
          deleted += victims
        }
        round += 1
      }
      try expect(Set(seen).count, is: seen.count, "records met, repeats among them")
      try expect(seen.filter { !range.contains($0) }, is: [], "records met outside the range")
      let stayed = Set(within).subtracting(deleted)
      try expect(stayed.subtracting(seen), is: [], "records that were skipped")
    },
    ConformanceRule(
      "Q3", id: "dalam rentang pun penanda halaman yang asing atau berubah ditolak",
      en: "in a range, too, a cursor that is altered or of elsewhere is refused"
    ) { bench in
      try await bench.fill(evenNumbersBelow: 12)
      let range = IDRange("k00002"...)
      guard let cursor = try await bench.page(in: range, limit: 2).next else {
        throw BrokenPromise("two of five records are no whole range, yet no cursor came")
      }
      let token = cursor.token
      for text in ["", "x", token + "x", String(token.dropLast()), String(token.reversed())]
      where text != token {
        try await expectRefusal("an altered cursor", with: .invalidCursor) {
          _ = try await bench.page(in: range, after: Cursor(token: text), limit: 2)
        }
      }
      try await expectRefusal("another collection's cursor", with: .invalidCursor) {
        _ = try await bench.page(in: range, after: cursor, limit: 2, of: "other")
      }
      try await expectRefusal("another tenant's cursor", with: .invalidCursor) {
        _ = try await bench.page(
          in: range, after: cursor, limit: 2, for: ConformanceBench.otherTenant)
      }
      for limit in [0, -1, bench.store.capabilities.pageItems + 1] {
        try await expectRefusal("a page of \(limit)") {
          _ = try await bench.page(in: range, limit: limit)
        } matches: {
          if case .limitExceeded(.pageItems, limit, _) = $0 { true } else { false }
        }
      }
    },
    ConformanceRule(
      "Q4",
      id: "setiap ukuran halaman memberi rentang yang sama; rentang kosong satu halaman kosong",
      en: "every size of page gives the same range, and an empty range one empty page"
    ) { bench in
      let all = try await bench.fill(evenNumbersBelow: 24)
      for range in [IDRange("k00006"..<"k00019"), IDRange(..."k00004"), IDRange("k00018"...)] {
        let within = all.filter(range.contains)
        for limit in 1...all.count + 1 {
          let seen = try await bench.walk(in: range, limit: limit) {}
          try expect(seen, is: within, "records of \(range) by pages of \(limit)")
        }
      }
      for range in [IDRange(..<"k00000"), IDRange("k00007"..<"k00008"), .prefix("m")] {
        let page = try await bench.page(in: range, limit: 2)
        try expect(page.items.isEmpty && page.next == nil, "an empty range gave \(page)")
      }
    },
    ConformanceRule(
      "Q5", id: "rentang tidak memperlihatkan data koleksi atau instansi lain",
      en: "a range shows nothing of other collections or tenants"
    ) { bench in
      let ids: [KeyText] = ["a", "m", "z"]
      try await bench.put(ids)
      for collection in ["plan", "plans/a", "planss"] as [KeyText] {
        try await bench.commit(
          collection, .put(record("n", collection), Payload("x"), if: .mustNotExist))
      }
      let other = ConformanceBench.otherTenant
      try await bench.commit(
        "o", .put(record("n", of: other), Payload("x"), if: .mustNotExist), for: other)
      for range in [.all, IDRange("m"...), IDRange(..."n"), .prefix("n")] {
        let seen = try await bench.walk(in: range, limit: 2) {}
        try expect(seen, is: ids.filter(range.contains), "the ids in \(range)")
      }
    },
    ConformanceRule(
      "Q6",
      id: "penanda dari penelusuran lain pada koleksi itu berlaku: yang sesudahnya dan di dalam",
      en: "a cursor of any walk through the collection will do: what is behind it and within comes"
    ) { bench in
      let all = try await bench.fill(evenNumbersBelow: 20)
      let range = IDRange("k00006"..<"k00014")
      var cursor: Cursor?
      for place in 1..<all.count {
        cursor = try await bench.page(after: cursor, limit: 1).next
        let seen = try await bench.walk(in: range, after: cursor, limit: 2) {}
        try expect(
          seen, is: all.dropFirst(place).filter(range.contains), "the ids behind \(all[place - 1])")
      }
    },
  ]
}

extension ConformanceBench {
  /// Makes records of the collection in one commit.
  fileprivate func put(_ ids: [KeyText]) async throws {
    try await commit(
      "put", all: ids.map { .put(record($0), Payload($0.text), if: .mustNotExist) })
  }
}
