import AppraisalStorage

extension ConformanceRule {
  /// E: streams of events.
  static let streams: [ConformanceRule] = [
    ConformanceRule(
      "E1", id: "posisi rapat mulai dari 0", en: "positions are dense from 0"
    ) { bench in
      let notes = stream("notes")
      try expect(try await bench.texts(notes), is: [], "a stream that nobody appended to")
      for number in 0..<5 {
        let receipt = try await bench.commit(
          try KeyText("e", number: number),
          .append(
            notes, [Payload("\(2 * number)"), Payload("\(2 * number + 1)")],
            expecting: .exactly(UInt64(2 * number))))
        try expect(
          receipt.streamLengths[notes], is: UInt64(2 * number + 2), "the length in the receipt")
      }
      let events = try await bench.store.events(of: notes, from: 0, limit: 100)
      try expect(events.map(\.position), is: (0..<10).map(UInt64.init), "positions")
      try expect(events.map(\.payload.text), is: (0..<10).map(String.init), "contents")
      try expect(events.allSatisfy { $0.stream == notes }, "an event names another stream")
    },
    ConformanceRule(
      "E2", id: "posisi yang diharapkan ditegakkan", en: "the expected position is enforced"
    ) { bench in
      let notes = stream("notes")
      try await expectRefusal("one event expected of none", with: .streamConflict(notes, actual: 0))
      {
        try await bench.commit("1", .append(notes, [Payload("x")], expecting: .exactly(1)))
      }
      try await bench.commit("2", .append(notes, [Payload("0")], expecting: .empty))
      for expected in [ExpectedPosition.empty, .exactly(2), .exactly(.max)] {
        try await expectRefusal("\(expected) of one", with: .streamConflict(notes, actual: 1)) {
          try await bench.commit("3", .append(notes, [Payload("x")], expecting: expected))
        }
      }
      try await expectRefusal("an empty append", with: .streamConflict(notes, actual: 1)) {
        try await bench.commit("4", .append(notes, [], expecting: .empty))
      }
      try await bench.commit("5", .append(notes, [], expecting: .exactly(1)))
      try await bench.commit("6", .append(notes, [Payload("1")], expecting: .unconditional))
      try expect(try await bench.texts(notes), is: ["0", "1"], "the stream")
    },
    ConformanceRule(
      "E3", .stochastic, id: "satu pemenang untuk tiap posisi",
      en: "parallel appenders have one winner for each position"
    ) { bench in
      let notes = stream("notes")
      let wins = try await withThrowingTaskGroup(of: [String].self) { group in
        for writer in 0..<6 {
          group.addTask {
            var wins: [String] = []
            for position in 0..<15 {
              await bench.perhapsYield(100 * writer + position)
              let name = "w\(writer)-\(position)"
              do {
                try await bench.commit(
                  try KeyText(name),
                  .append(notes, [Payload(name)], expecting: .exactly(UInt64(position))))
                wins.append(name)
              } catch StoreError.streamConflict {
              }
            }
            return wins
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      let stored = try await bench.texts(notes)
      try expect(stored.sorted(), is: wins.sorted(), "events stored, against appends acknowledged")
      for (position, name) in stored.enumerated() {
        try expect(name.hasSuffix("-\(position)"), "\(name) was let through at \(position)")
      }
    },
    ConformanceRule(
      "E4", id: "rangkaian panjang terbaca sepotong demi sepotong",
      en: "a long stream is read piece by piece"
    ) { bench in
      let notes = stream("notes")
      let total = 500
      for start in stride(from: 0, to: total, by: 50) {
        try await bench.commit(
          try KeyText("e", number: start),
          .append(
            notes, (start..<start + 50).map { Payload("\($0)") },
            expecting: .exactly(UInt64(start))))
      }
      var found: [String] = []
      while true {
        let piece = try await bench.store.events(of: notes, from: UInt64(found.count), limit: 37)
        try expect(piece.count <= 37, "a piece of at most 37 has \(piece.count) events")
        if piece.isEmpty { break }
        try expect(piece[0].position, is: UInt64(found.count), "the first position of a piece")
        found += piece.map(\.payload.text)
        try expect(found.count <= total, "more events than were appended")
      }
      try expect(found, is: (0..<total).map(String.init), "the stream")
      for position in [UInt64(total), UInt64(Int64.max), .max] {
        let beyond = try await bench.store.events(of: notes, from: position, limit: 5)
        try expect(beyond.isEmpty, "events beyond the end, from \(position)")
      }
      try await expectRefusal("a piece of 0") {
        _ = try await bench.store.events(of: notes, from: 0, limit: 0)
      } matches: {
        if case .limitExceeded(.pageItems, 0, _) = $0 { true } else { false }
      }
    },
    ConformanceRule(
      "E5", .durable, id: "tidak ada yang hilang setelah dibuka kembali",
      en: "nothing is lost when the store is opened again"
    ) { bench in
      let notes = stream("notes")
      for number in 0..<20 {
        try await bench.commit(
          try KeyText("e", number: number),
          .append(notes, [Payload("\(number)")], expecting: .exactly(UInt64(number))),
          .put(record(try KeyText("k", number: number)), Payload("\(number)"), if: .mustNotExist))
      }
      try await bench.commit(
        "d", .delete(record(try KeyText("k", number: 3)), if: .unconditional))
      let before = try await bench.page(limit: 100)
      let again = try await bench.reopened()
      try expect(try await again.texts(notes), is: (0..<20).map(String.init), "the stream")
      try expect(try await again.page(limit: 100), is: before, "the records")
      try await again.commit("z", .append(notes, [Payload("20")], expecting: .exactly(20)))
      try expect(try await again.texts(notes).count, is: 21, "events after one more")
      await again.store.shutdown()
    },
  ]
}
