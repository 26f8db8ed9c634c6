import AppraisalStorage
import KinerjaCore

extension ConformanceRule {
  /// B: writing whole or not at all.
  static let evidenceWriting: [ConformanceRule] = [
    ConformanceRule(
      "B3", id: "bukti terlihat utuh atau tidak sama sekali, juga bila pengirimnya gagal",
      en: "an item is seen whole or not at all, also when its sender fails, and holds nobody up"
    ) { bench in
      let pieces = [Array("first".utf8), Array("second".utf8)]
      let parts = [[], pieces[0], pieces[0] + pieces[1]]
      let failure = StoreError.backend(code: "sender", message: "gone")
      for isComplete in [false, true] {
        var sent = 0
        let attempt = try await bench.attempt {
          () async throws(StoreError) in
          do {
            try await within(.seconds(10), "a call while a piece is waited for") {
              for part in parts { try await bench.expectItem(part, isThere: false) }
              _ = try await bench.write("another")
            }
          } catch {
            // Not what the rule expects of the writing, so it is told below.
            throw .backend(
              code: "seen", message: "\((error as? BrokenPromise)?.detail ?? "\(error)")")
          }
          defer { sent += 1 }
          if sent < 2 { return pieces[sent] }
          if isComplete { return nil }
          throw failure
        }
        if case .backend("seen", let detail)? = attempt { throw BrokenPromise(detail) }
        try expect(attempt, is: isComplete ? nil : failure, "the end of the writing")
        for part in parts {
          try await bench.expectItem(part, isThere: isComplete && part == parts[2])
        }
      }
      try expect(try await bench.items().count, is: 2, "the items at the end")
    },
    ConformanceRule(
      "B4", id: "tugas yang dibatalkan tidak menulis dan tidak menghapus apa pun",
      en: "a cancelled task writes nothing and erases nothing"
    ) { bench in
      let bytes = Array("cancelled".utf8)
      let kept = try await bench.write("kept")
      try await expectRefusal("a writing of a cancelled task", with: .cancelled) {
        try await afterCancelling { _ = try await bench.write(bytes) }
      }
      try await bench.expectItem(bytes, isThere: false)
      try await expectRefusal("an erasure of a cancelled task", with: .cancelled) {
        try await afterCancelling { try await bench.store.erase(kept.key) }
      }
      try await bench.expectItem(Array("kept".utf8))
      for last in [true, false] {
        try await expectRefusal("a writing that is cancelled in between", with: .cancelled) {
          try await Task {
            var isSent = false
            _ = try await bench.store.write(for: EvidenceBench.tenant) {
              () async throws(StoreError) in
              defer { isSent = true }
              if isSent == last { withUnsafeCurrentTask { $0?.cancel() } }
              return isSent ? nil : bytes
            }
          }.value
        }
        try await bench.expectItem(bytes, isThere: false)
      }
    },
    ConformanceRule(
      "B5", id: "bukti sebesar batas diterima, satu bita lebih ditolak dan tidak bersisa",
      en: "an item at the declared limit is taken, one byte more is refused and leaves nothing"
    ) { bench in
      let greatest = bench.store.evidenceCapabilities.itemBytes
      guard greatest <= 64 << 20 else {
        throw Inapplicable(
          "the declared limit is too great to try; let the tested store declare less")
      }
      let piece = [UInt8](repeating: 0x5A, count: 64 << 10)
      var asked = 0
      let refusal = try await bench.attempt { () async throws(StoreError) in
        asked += 1
        // A store that does not stop asking shall not fill the disk either.
        return asked <= 2 * (greatest / piece.count + 2) ? piece : nil
      }
      guard case .limitExceeded(.evidenceBytes, let found, greatest)? = refusal else {
        let seen = refusal.map { "\($0)" } ?? "taken"
        throw BrokenPromise("an item without end was not refused by its limit: \(seen)")
      }
      try expect(found > greatest, "the refusal names \(found) bytes, which is within the limit")
      try expect(
        asked <= greatest / piece.count + 2, "it asked for \(asked) pieces before it refused")
      for (bytes, isTaken) in [(greatest + 1, false), (greatest, true)] {
        let content = [UInt8](repeating: 0x5B, count: bytes)
        let end = try await bench.attempt(content)
        try expect(
          end, is: isTaken ? nil : .limitExceeded(.evidenceBytes, found: bytes, allowed: greatest),
          "the end of writing \(bytes) bytes")
        try expect(
          try await bench.items().map(\.byteCount), is: isTaken ? [greatest] : [],
          "the lengths of the items")
      }
    },
    ConformanceRule(
      "B11", id: "penulis yang bersamaan tidak saling mengganggu",
      en: "writers at once do not disturb each other, nor does one that fails"
    ) { bench in
      let shared = EvidenceBench.bytes(0, count: 4_000)
      // While one writes, another writes the same and ends; then the first fails.
      let failure = StoreError.backend(code: "sender", message: "gone")
      var sent = 0
      let end = try await bench.attempt { () async throws(StoreError) in
        defer { sent += 1 }
        if sent == 0 { return shared }
        if let other = await bench.error(of: { _ = try await bench.write(shared) }) { throw other }
        throw failure
      }
      try expect(end, is: failure, "the end of the writing that failed")
      try await bench.expectItem(shared)
      // And two whose pieces come by turns, of which both end well.
      let (one, two) = (EvidenceBench.bytes(901, count: 2_000), EvidenceBench.bytes(902, count: 90))
      var pieces = [Array(one[1_000...]), Array(one[..<1_000])]
      let answer = try await bench.attempt { () async throws(StoreError) in
        if let other = await bench.error(of: { _ = try await bench.write(two, cut: 30) }) {
          throw other
        }
        return pieces.popLast()
      }
      try expect(answer, is: nil, "the end of writing two by turns")
      for bytes in [one, two] { try await bench.expectItem(bytes) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<8 {
          group.addTask {
            for number in 0..<6 {
              await bench.perhapsYield(100 * writer + number)
              let mine = EvidenceBench.bytes(100 * writer + number + 1, count: 2_500)
              let item = try await bench.write(number == 3 ? shared : mine, cut: 300)
              if number == 2 { try await bench.store.erase(item.key) }
            }
          }
        }
        try await group.waitForAll()
      }
      for writer in 0..<8 {
        for number in 0..<6 where number != 3 {
          let mine = EvidenceBench.bytes(100 * writer + number + 1, count: 2_500)
          try await bench.expectItem(mine, isThere: number != 2)
        }
      }
      try await bench.expectItem(shared)
      try expect(try await bench.items().count, is: 8 * 4 + 3, "the number of items")
    },
  ]
}

/// Does work in a task that is cancelled before.
private func afterCancelling(_ work: @escaping @Sendable () async throws -> Void) async throws {
  let task = Task<Void, any Error> {
    // Ends at once, and only, because the task is cancelled.
    try? await Task.sleep(for: .seconds(3_600))
    try await work()
  }
  task.cancel()
  try await task.value
}

extension EvidenceBench {
  /// Writes pieces and returns the store's error; nil if it took them.
  fileprivate func attempt(
    _ next: sending () async throws(StoreError) -> [UInt8]?
  ) async throws -> StoreError? {
    do {
      _ = try await store.write(for: Self.tenant, from: next)
      return nil
    } catch {
      return error
    }
  }

  fileprivate func attempt(_ bytes: [UInt8]) async throws -> StoreError? {
    await error { try await write(bytes, cut: 64 << 10) }
  }

  /// The error with which work ends; nil if it does not fail.
  fileprivate func error(of work: () async throws -> Void) async -> StoreError? {
    do {
      try await work()
      return nil
    } catch {
      return error as? StoreError ?? .backend(code: "unknown", message: "\(error)")
    }
  }
}
