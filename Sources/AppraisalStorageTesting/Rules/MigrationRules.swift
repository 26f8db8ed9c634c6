import AppraisalStorage
import KinerjaCore

extension ConformanceRule {
  /// M: data of an earlier format, which hold what `StoreSample` wrote.
  static let migrations: [ConformanceRule] = [
    ConformanceRule(
      "M1", .migrating, id: "data format lama dibuka apa adanya dan menunggu diminta bermigrasi",
      en: "data of an earlier format open as they are and do nothing but wait to be migrated"
    ) { bench in
      let old = try await bench.earlier()
      let steps = try await old.pending()
      try expect(!steps.isEmpty, "data of an earlier format have no pending migrations")
      for (step, next) in zip(steps, steps.dropFirst()) {
        try expect(next.from, is: step.to, "where a step begins")
      }
      for step in steps {
        try expect(step.from < step.to, "a step leads from format \(step.from) to \(step.to)")
        try expect(!step.purpose.isIncomplete, "a step's purpose is not told in both languages")
      }
      try await old.expectUseless(steps)
      try expect(try await old.pending(), is: steps, "the pending steps after refusals")
      let again = bench.handling.reopen == nil ? old : try await old.reopened()
      try expect(try await again.pending(), is: steps, "the pending steps of data opened again")
      try await again.migrate()
      try expect(try await again.text(record("z")), is: nil, "the record of a refused batch")
      let first = try await again.store.events(of: stream("notes"), from: 0, limit: 1)
      try expect(first.map(\.isErased), is: [false], "whether a refused erasure took place")
      await again.shutdown()
    },
    ConformanceRule(
      "M2", .migrating, id: "setelah migrasi seluruh isi lama tetap ada",
      en: "a migration keeps records, revisions, events, erasures, and receipts of repetitions"
    ) { bench in
      let old = try await bench.earlier()
      try await old.migrate()
      try await old.expectWhole("after the migration")
      guard bench.handling.reopen != nil else { return await old.shutdown() }
      let again = try await old.reopened()
      try await again.expectWhole("opened again after the migration")
      await again.shutdown()
    },
    ConformanceRule(
      "M3", .migrating, id: "migrasi atas data terbaru tidak mengubah apa pun",
      en: "migrating data that are up to date does nothing; after a shutdown it is refused"
    ) { bench in
      try expect(try await bench.pending(), is: [], "the pending steps of an empty store")
      try await bench.migrate()
      try await StoreSample.write(to: bench.store)
      try await bench.migrate()
      try await bench.expectWhole("written and migrated")
      let old = try await bench.earlier()
      for _ in 0..<3 { try await old.migrate() }
      try await old.expectWhole("migrated three times")
      await old.shutdown()
      for work in [{ _ = try await old.pending() }, { try await old.migrate() }] {
        try await expectRefusal("a migration after the end", work) {
          if case .unavailable = $0 { true } else { false }
        }
      }
    },
    ConformanceRule(
      "M4", .migrating, id: "migrasi yang dibatalkan dapat dilanjutkan, kemajuannya tidak mundur",
      en: "a migration that is cancelled goes on by another call, and its progress never falls"
    ) { bench in
      let straight = try await bench.earlier()
      let steps = try await straight.pending()
      let told = try await straight.migrate(cancelledAt: nil).told
      try expect(Set(told.map(\.migration)), is: Set(steps), "the steps that progress told of")
      await straight.shutdown()
      for place in 0...min(told.count, 6) {
        var old = try await bench.earlier()
        // A second time it may be done by then.
        for round in 0..<3 {
          let before = try await old.pending()
          let ended = try await old.migrate(cancelledAt: place).ended
          let left = try await old.pending()
          try expect(steps.suffix(left.count).elementsEqual(left), "other steps are left: \(left)")
          if place == 0, !before.isEmpty {
            try expect(!ended && left == before, "a cancelled task migrated")
          }
          try expect(left.isEmpty || !ended, "a migration ended, and steps are left")
          if left.isEmpty { break }
          try await old.expectUseless(left)
          if round == 1, bench.handling.reopen != nil { old = try await old.reopened() }
        }
        try await old.migrate()
        try await old.expectWhole("cancelled at report \(place), and gone on")
        await old.shutdown()
      }
    },
    ConformanceRule(
      "M5", .migrating, id: "dua pegangan boleh bermigrasi bersamaan",
      en: "two handles may migrate at once, and each sees what the other has migrated"
    ) { bench in
      for isAlone in [false, true] {
        let old = try await bench.earlier()
        let other = try await old.beside()
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { try await old.migrate() }
          if !isAlone { group.addTask { try await other.migrate() } }
          try await group.waitForAll()
        }
        try await other.expectWhole("through the other handle")
        await other.shutdown()
        try await old.expectWhole("through the first handle")
        await old.shutdown()
      }
    },
    ConformanceRule(
      "M6", .migrating, id: "berita setelah migrasi memuat semua yang ada",
      en: "the feed of migrated data tells all that exists to whoever begins at nil"
    ) { bench in
      guard bench.store is any ChangeFeedStore else {
        throw Inapplicable("it has no feed of changes")
      }
      let old = try await bench.earlier()
      try await old.migrate()
      let theirs = ConformanceBench.otherTenant
      for (tenant, streams) in [
        (ConformanceBench.tenant, [stream("notes"), stream("empty")]),
        (theirs, [stream("notes", of: theirs)]),
      ] {
        var wanted = FeedCopy()
        for record in try await old.page(limit: 10, for: tenant).items {
          wanted.records[record.key] = record.revision
        }
        for stream in streams {
          let events = try await old.store.events(of: stream, from: 0, limit: 10)
          wanted.positions[stream] = Set(events.map(\.position))
        }
        for limit in [1, 100] {
          var copy = FeedCopy()
          let (commits, cursors) = try await old.walkFeed(of: tenant, limit: limit)
          for commit in commits { copy.take(commit) }
          try expect(copy, is: wanted, "what a reader holds who begins at nil")
          let receipt = try await old.commit(
            KeyText("later-\(limit)"),
            .put(record("z", of: tenant), Payload("\(limit)"), if: .unconditional), for: tenant)
          let rest = try await old.walkFeed(of: tenant, after: cursors.last, limit: limit).commits
          try expect(rest.map(\.sequence), is: [receipt.sequence], "numbers of later commits")
          wanted.records.merge(receipt.revisions) { $1 }
        }
      }
      await old.shutdown()
    },
  ]
}
