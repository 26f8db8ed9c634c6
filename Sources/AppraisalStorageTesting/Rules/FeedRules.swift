import AppraisalStorage
import KinerjaCore

extension ConformanceRule {
  /// F: the feed of changes.
  static let feeds: [ConformanceRule] = [
    ConformanceRule(
      "F1", .feeding, id: "setiap komit diberitakan sekali, lengkap dan berurutan",
      en: "every commit is told once, whole and in order, from wherever a reader goes on"
    ) { bench in
      let told = try await bench.fillFeed()
      for limit in 1...7 {
        let (commits, cursors) = try await bench.walkFeed(limit: limit)
        try expect(commits, is: told, "commits by pages of \(limit) changes")
        for cursor in cursors {
          let rest = try await bench.walkFeed(after: cursor, limit: 2).commits
          try expect(rest, is: Array(told.suffix(rest.count)), "commits behind a cursor")
        }
        let counts = try await cursors.asyncMap { cursor in
          try await bench.walkFeed(after: cursor, limit: 100).commits.count
        }
        try expect(counts, is: counts.sorted(by: >), "how much is left at each cursor")
        try expect(counts.last, is: 0, "commits behind the last cursor")
      }
    },
    ConformanceRule(
      "F2", .feeding, id: "pembaca yang lambat tidak kehilangan atau mengulang apa pun",
      en: "a slow reader loses nothing and meets nothing twice while others write"
    ) { bench in
      var wanted: [UInt64] = []
      var seen: [UInt64] = []
      var cursor: Cursor?
      for round in 0..<20 {
        for place in 0..<(round < 10 ? 3 : 0) {
          let key = try KeyText("b", number: 3 * round + place)
          let receipt = try await bench.commit(
            key, .put(record(try KeyText("k", number: round)), Payload("x"), if: .unconditional),
            .append(stream("notes"), [Payload("n")], expecting: .unconditional))
          wanted.append(receipt.sequence)
        }
        let page = try await bench.feed(after: cursor, limit: 4)
        seen += page.commits.map(\.sequence)
        cursor = page.next
      }
      seen += try await bench.walkFeed(after: cursor, limit: 4).commits.map(\.sequence)
      try expect(seen, is: wanted, "numbers of the commits that were told")
    },
    ConformanceRule(
      "F3", .feeding, id: "bila satu komit diberitakan, semua yang lebih dahulu sudah diberitakan",
      en: "when a commit is told, all earlier ones have been, whoever writes at once"
    ) { bench in
      let (writers, each) = (4, 12)
      let seen = try await withThrowingTaskGroup(of: [UInt64].self) { group in
        for writer in 0..<writers {
          group.addTask {
            for number in 0..<each {
              await bench.perhapsYield(100 * writer + number)
              try await bench.commit(
                KeyText("w\(writer)-\(number)"),
                .append(stream("notes"), [Payload("n")], expecting: .unconditional))
            }
            return []
          }
        }
        group.addTask {
          var seen: [UInt64] = []
          var cursor: Cursor?
          // The limit is for a store whose feed lacks something, which would never be complete.
          for round in 0..<100_000 where seen.count < writers * each {
            let page = try await bench.feed(after: cursor, limit: 3)
            seen += page.commits.map(\.sequence)
            cursor = page.next
            if page.commits.isEmpty { await bench.perhapsYield(round) }
            if page.commits.isEmpty, round > 1_000 { try await Task.sleep(for: .microseconds(50)) }
            let length = try await bench.store.events(
              of: stream("notes"), from: UInt64(writers * each - 1), limit: 1)
            guard length.isEmpty else { break }
          }
          return seen + (try await bench.walkFeed(after: cursor, limit: 3).commits.map(\.sequence))
        }
        return try await group.reduce(into: [UInt64]()) { $0 += $1 }
      }
      try expect(seen, is: seen.sorted(), "numbers of the commits, in order")
      try expect(Set(seen).count, is: seen.count, "commits told, repeats among them")
      try expect(seen.count, is: writers * each, "commits that a reader met who began first")
    },
    ConformanceRule(
      "F4", .feeding, id: "berita satu instansi tidak memuat milik instansi lain",
      en: "the feed of one tenant tells nothing of another"
    ) { bench in
      let told = try await bench.fillFeed()
      let theirs = record("a", of: ConformanceBench.otherTenant)
      try await bench.commit(
        "1", .put(theirs, Payload("theirs"), if: .mustNotExist), for: ConformanceBench.otherTenant)
      try expect(try await bench.walkFeed(limit: 3).commits, is: told, "one tenant's commits")
      let other = try await bench.walkFeed(of: ConformanceBench.otherTenant, limit: 3).commits
      try expect(other.flatMap(\.changes).map(\.key), is: [theirs], "the other's records")
    },
    ConformanceRule(
      "F5", .feeding, id: "berita tetap ada setelah dibuka kembali",
      en: "the feed outlives a shutdown: a cursor stays good or is told to be too old"
    ) { bench in
      guard bench.store.capabilities.isDurable else { throw Inapplicable("declared not durable") }
      let told = try await bench.fillFeed()
      let first = try await bench.feed(after: nil, limit: 1)
      let again = try await bench.reopened()
      do {
        let rest = try await again.walkFeed(after: first.next, limit: 3).commits
        try expect(rest, is: Array(told.dropFirst()), "commits behind a cursor of before")
      } catch StoreError.changesForgotten {
      }
      var copy = FeedCopy()
      for commit in try await again.walkFeed(limit: 3).commits { copy.take(commit) }
      var wanted = FeedCopy()
      for commit in told { wanted.take(commit) }
      try expect(copy, is: wanted, "what a reader holds who begins anew")
      let receipt = try await again.commit("later", .delete(record("c"), if: .unconditional))
      let last = try await again.walkFeed(limit: 3).commits.last
      try expect(last?.sequence, is: receipt.sequence, "the number of a later commit")
      await again.store.shutdown()
    },
    ConformanceRule(
      "F6", .feeding, id: "penanda yang asing atau berubah dan batas halaman ditolak",
      en: "a cursor that is altered or of elsewhere, and a page beyond the limit, are refused"
    ) { bench in
      try await bench.fillFeed()
      let cursor = try await bench.feed(after: nil, limit: 1).next
      let token = cursor.token
      let altered = ["", "x", token + "x", String(token.dropLast()), String(token.reversed())]
      for text in altered where text != token {
        try await expectRefusal("an altered cursor", with: .invalidCursor) {
          _ = try await bench.feed(after: Cursor(token: text), limit: 2)
        }
      }
      try await expectRefusal("another tenant's cursor", with: .invalidCursor) {
        _ = try await bench.feed(of: ConformanceBench.otherTenant, after: cursor, limit: 2)
      }
      let allowed = bench.store.capabilities.pageItems
      for limit in [0, -1, allowed == .max ? 0 : allowed + 1] {
        let refusal = StoreError.limitExceeded(.pageItems, found: limit, allowed: allowed)
        try await expectRefusal("a page of \(limit)", with: refusal) {
          _ = try await bench.feed(after: nil, limit: limit)
        }
      }
      await bench.store.shutdown()
      try await expectRefusal("a page after the end") {
        _ = try await bench.feed(after: nil, limit: 1)
      } matches: {
        if case .unavailable = $0 { true } else { false }
      }
    },
    ConformanceRule(
      "F7", .feeding, id: "penghapusan isi peristiwa diberitakan",
      en: "an erasure of events is told, so that copies can follow it"
    ) { bench in
      guard let store = bench.store as? any ErasingStore else {
        throw Inapplicable("it cannot erase events")
      }
      let told = try await bench.fillFeed()
      let cursor = try await bench.walkFeed(limit: 100).cursors.last
      try await store.eraseEvents(of: stream("notes"), in: 0..<2)
      let rest = try await bench.walkFeed(after: cursor, limit: 3).commits
      try expect(rest.map(\.changes), is: [[.erased(stream("notes"))]], "what was told of it")
      let all = try await bench.walkFeed(limit: 3).commits
      try expect(all, is: told + rest, "all that was told")
      try expect(rest[0].sequence > told.last?.sequence ?? 0, "its number is not the greatest")
    },
  ]
}

extension CommittedChange {
  /// The record that it is about.
  fileprivate var key: RecordKey? {
    switch self {
    case .put(let key, _), .deleted(let key): key
    case .appended, .erased: nil
    }
  }
}

extension ConformanceBench {
  /// Commits changes of every kind; returns what the feed must tell of them.
  @discardableResult
  fileprivate func fillFeed() async throws -> [CommittedChanges] {
    let (a, b, c, notes) = (record("a"), record("b"), record("c"), stream("notes"))
    let both: [Mutation] = [
      .put(a, Payload("1"), if: .mustNotExist), .put(b, Payload("1"), if: .mustNotExist),
      .append(notes, [Payload("0"), Payload("1")], expecting: .empty),
    ]
    let first = try await commit("1", all: both)
    let second = try await commit("2", .put(a, Payload("2"), if: .unconditional))
    // Told of none of these: a repetition, a failure, an append of nothing.
    _ = try await commit("1", all: both)
    try await expectRefusal("a second creation", with: .alreadyExists(a)) {
      try await commit("3", .put(a, Payload("3"), if: .mustNotExist))
    }
    try await commit("4", .append(notes, [], expecting: .exactly(2)))
    let fifth = try await commit("5", .delete(b, if: .unconditional))
    let sixth = try await commit(
      "6", .append(notes, [Payload("2")], expecting: .exactly(2)),
      .put(c, Payload("1"), if: .mustNotExist))
    return [
      CommittedChanges(
        sequence: first.sequence,
        changes: [
          .put(a, try revision(a, in: first)), .put(b, try revision(b, in: first)),
          .appended(notes, 0..<2),
        ]),
      CommittedChanges(sequence: second.sequence, changes: [.put(a, try revision(a, in: second))]),
      CommittedChanges(sequence: fifth.sequence, changes: [.deleted(b)]),
      CommittedChanges(
        sequence: sixth.sequence,
        changes: [.appended(notes, 2..<3), .put(c, try revision(c, in: sixth))]),
    ]
  }
}

extension Array {
  fileprivate func asyncMap<Value>(
    _ transform: (Element) async throws -> Value
  ) async rethrows -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
