import Foundation
import KinerjaCore
import Testing

@testable import AppraisalStorage

/// Whatever state the index files are in, a folder gives the same answers.
@Suite struct FolderIndexTests {
  static let tenant = FolderCompactionTests.tenant
  static let settings = FolderCompactionTests.settings

  /// All that callers can ask for.
  struct Answers: Equatable {
    var reading: FolderCompactionTests.Reading
    var streams: [[StoredEvent]]
    var receipts: [CommitReceipt]
  }

  static func stream(_ number: Int) throws -> StreamID {
    StreamID(tenant: tenant, collection: "journal", id: try KeyText("s\(number)"))
  }

  /// Records that come and go, and streams that go on from one segment to the next.
  static func batches() throws -> [Batch] {
    try FolderCompactionTests.batches().enumerated().map { number, batch in
      try Batch(
        tenant: tenant, idempotencyKey: batch.idempotencyKey,
        batch.mutations + [
          .append(
            stream(number % 5),
            (0..<number % 3).map { Payload(schema: 1, utf8: "\(number)-\($0)") },
            expecting: .unconditional)
        ])
    }
  }

  static func answers(_ store: FolderStore) async throws -> Answers {
    var streams: [[StoredEvent]] = []
    for number in 0..<5 {
      for position in 0..<12 as Range<UInt64> {
        for limit in [1, 4, 100] {
          streams.append(
            try await store.events(of: stream(number), from: position, limit: limit))
        }
      }
    }
    var receipts: [CommitReceipt] = []
    for batch in try batches() where batch.idempotencyKey != "b39" {
      receipts.append(try await store.commit(batch))
    }
    return Answers(
      reading: try await FolderCompactionTests.reading(store), streams: streams, receipts: receipts)
  }

  /// A folder of several segments that was shut down, and what it must answer.
  private func written() async throws -> (TemporaryFolder, Answers, indexes: [String]) {
    let folder = try TemporaryFolder()
    let store = try FolderStore(at: folder.path, Self.settings, disk: .quick)
    for batch in try Self.batches() { _ = try await store.commit(batch) }
    let answers = try await Self.answers(store)
    await store.shutdown()
    let names = try folder.names()
    let indexes = names.filter { $0.hasSuffix(".index") }
    try #require(indexes.count >= 4 && indexes.count == names.count { $0.hasSuffix(".journal") })
    return (folder, answers, indexes)
  }

  /// Opens the folder for reading and for writing and compares.
  private func check(
    _ folder: TemporaryFolder, _ answers: Answers, _ what: String
  ) async throws {
    let reading = try FolderStore(reading: folder.path)
    #expect(
      try await FolderCompactionTests.reading(reading) == answers.reading, "reading \(what)")
    await reading.shutdown()
    let store = try FolderStore(at: folder.path, Self.settings, disk: .quick)
    #expect(try await Self.answers(store) == answers, "\(what)")
    await store.shutdown()
  }

  /// The journal files that opening a folder reads whole.
  private func readWhole(_ folder: TemporaryFolder) throws -> Int {
    try folder.names().count { name in
      guard name.hasSuffix(".index"), let number = UInt32(name.dropLast(6)) else { return false }
      let file = try OpenFile(folder.path(name), O_RDONLY)
      let segment = try OpenFile(folder.path(name.dropLast(6) + ".journal"), O_RDONLY)
      return LoadedIndex(file, segment: number)?.state(of: segment) == nil
    }
  }

  @Test func `with all indexes, without any, and without each of them`() async throws {
    let (folder, answers, indexes) = try await written()
    #expect(try readWhole(folder) == 0)
    try await check(folder, answers, "all")
    let kept = try indexes.map { try folder.read($0) }
    for name in indexes {
      try folder.remove(name)
      try await check(folder, answers, "without \(name)")
    }
    for name in indexes { try folder.remove(name) }
    try await check(folder, answers, "none")
    // They came back by themselves, and say the same, but for when the segment was written.
    #expect(try folder.names().filter { $0.hasSuffix(".index") } == indexes)
    #expect(try zip(indexes, kept).allSatisfy { try folder.read($0) == $1 })
  }

  @Test func `a flipped bit anywhere in an index changes nothing`() async throws {
    let (folder, answers, indexes) = try await written()
    for (order, name) in indexes.enumerated() {
      let sound = try folder.read(name)
      for place in stride(from: order % 3, to: sound.count, by: place(order)) {
        var flipped = sound
        flipped[place] ^= 1 << (place % 8)
        try folder.write(flipped, to: name)
        let file = try OpenFile(folder.path(name), O_RDONLY)
        #expect(LoadedIndex(file, segment: UInt32(order + 1)) == nil, "byte \(place) of \(name)")
        if place % 16 == 0 { try await check(folder, answers, "byte \(place) of \(name)") }
        try folder.write(sound, to: name)
      }
    }
  }

  private func place(_ order: Int) -> Int { order == 1 ? 1 : 11 }

  @Test func `cut at any byte, an index changes nothing`() async throws {
    let (folder, answers, indexes) = try await written()
    for (order, name) in indexes.enumerated() {
      let sound = try folder.read(name)
      for length in stride(from: 0, to: sound.count, by: order == 1 ? 7 : 61) {
        try folder.write(Array(sound[..<length]), to: name)
        let store = try FolderStore(reading: folder.path)
        #expect(try await FolderCompactionTests.reading(store) == answers.reading, "\(length)")
        await store.shutdown()
      }
      try await check(folder, answers, "cut")
    }
  }

  @Test func `an index of another segment, another time or another folder is passed over`()
    async throws
  {
    let (folder, answers, indexes) = try await written()
    let own = try indexes.map { try folder.read($0) }
    // Another folder of the same shape, in which streams come in another order.
    let other = try TemporaryFolder()
    let store = try FolderStore(at: other.path, Self.settings, disk: .quick)
    var early: [UInt8]?
    for batch in try Self.batches().reversed() {
      _ = try await store.commit(batch)
      if early == nil, try other.names().contains("0000000001.index") {
        early = try other.read("0000000001.index")
      }
    }
    await store.shutdown()
    for (order, name) in indexes.enumerated() {
      var strangers = own
      strangers.remove(at: order)
      if let stranger = try? other.read(name) { strangers.append(stranger) }
      if let early { strangers.append(early) }
      for stranger in strangers {
        try folder.write(stranger, to: name)
        try await check(folder, answers, name)
      }
    }
  }

  /// A program that knows no indexes adds commits, and takes out what is dead.
  @Test func `segments that changed beneath their indexes are read themselves`() async throws {
    let (folder, _, indexes) = try await written()
    let old = try indexes.map { try folder.read($0) }
    let store = try FolderStore(at: folder.path, Self.settings, disk: .quick)
    let more = try Batch(
      tenant: Self.tenant, idempotencyKey: "more",
      [.append(try Self.stream(1), [Payload(schema: 1, utf8: "more")], expecting: .unconditional)])
    _ = try await store.commit(more)
    try await store.compact()
    let reading = try await FolderCompactionTests.reading(store)
    let events = try await store.events(of: Self.stream(1), from: 0, limit: 100)
    await store.shutdown()
    for (name, bytes) in zip(indexes, old) { try folder.write(bytes, to: name) }
    #expect(try readWhole(folder) > 1)
    let again = try FolderStore(at: folder.path, Self.settings, disk: .quick)
    #expect(try await FolderCompactionTests.reading(again) == reading)
    #expect(try await again.events(of: Self.stream(1), from: 0, limit: 100) == events)
    #expect(try await again.commit(more).isReplay)
    await again.shutdown()
    #expect(try readWhole(folder) == 0)
  }

  @Test func `a segment of the same length and other bytes is not taken for the same`()
    async throws
  {
    let (folder, _, _) = try await written()
    let name = "0000000002.journal"
    let sound = try folder.read(name)
    for place in stride(from: 48, to: sound.count, by: 37) {
      var flipped = sound
      flipped[place] ^= 2
      try folder.write(flipped, to: name)
      let error = #expect(throws: StoreError.self) { try FolderStore(reading: folder.path) }
      guard case .corrupted(let damage)? = error else { continue }
      #expect(damage.file == folder.path(name))
    }
  }

  /// Bits that turn on a disk leave the time of the last change alone: opening need not see them,
  /// reading what they are part of must.
  @Test func `damage that opening did not see is found on reading, and by salvage`() async throws {
    let (folder, answers, _) = try await written()
    let path = folder.path("0000000002.journal")
    let sound = try folder.read("0000000002.journal")
    let date = try #require(
      FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
    let settled = Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down) - 10)
    // An index that was made long after the segment was written.
    try FileManager.default.setAttributes([.modificationDate: settled], ofItemAtPath: path)
    for _ in 0..<2 {
      await (try FolderStore(at: folder.path, Self.settings, disk: .quick)).shutdown()
    }
    var found = 0
    for place in stride(from: 48, to: sound.count, by: 9) {
      var flipped = sound
      flipped[place] ^= 2
      try folder.write(flipped, to: "0000000002.journal")
      try FileManager.default.setAttributes([.modificationDate: settled], ofItemAtPath: path)
      let store = try FolderStore(reading: folder.path)
      do {
        // Right or an error, but never wrong.
        #expect(try await FolderCompactionTests.reading(store) == answers.reading)
      } catch StoreError.corrupted(let damage) {
        #expect(damage.file == path && damage.offset <= UInt64(place))
        found += 1
      }
      await store.shutdown()
      #expect(try FolderSalvage(of: folder.path).losses.first?.damage.file == path)
    }
    #expect(found > 5)
  }

  @Test func `a disk without room for an index takes commits all the same`() async throws {
    let folder = try TemporaryFolder()
    var disk = Disk.quick
    disk.write = { file, bytes, offset in
      // Only indexes are written at once from their beginning, and longer than a header.
      let isIndex = offset == 0 && bytes.count > SegmentHeader.size
      return isIndex ? .failure(SystemError(code: ENOSPC)) : Disk.system.write(file, bytes, offset)
    }
    let store = try FolderStore(at: folder.path, Self.settings, disk: disk)
    for batch in try Self.batches() { _ = try await store.commit(batch) }
    let answers = try await Self.answers(store)
    await store.shutdown()
    #expect(try folder.names().allSatisfy { $0 == "lock" || $0.hasSuffix(".journal") })
    try await check(folder, answers, "no room")
  }

  @Test func `reading only, no index is written`() async throws {
    let (folder, answers, indexes) = try await written()
    for name in indexes { try folder.remove(name) }
    let before = try folder.names()
    let store = try FolderStore(reading: folder.path)
    #expect(try await FolderCompactionTests.reading(store) == answers.reading)
    await store.shutdown()
    #expect(try folder.names() == before)
  }

  @Test func `a folder that was copied is read once more, and then no longer`() async throws {
    let (folder, answers, indexes) = try await written()
    let copy = try TemporaryFolder()
    for name in try folder.names() { try copy.write(folder.read(name), to: name) }
    try await check(copy, answers, "copy")
    for (order, name) in indexes.dropLast().enumerated() {
      let file = try OpenFile(copy.path(name), O_RDONLY)
      let loaded = try #require(LoadedIndex(file, segment: UInt32(order + 1)))
      let segment = try OpenFile(copy.path(name.dropLast(5) + "journal"), O_RDONLY)
      #expect(try loaded.extent.modified == segment.modified())
    }
  }

  @Test(arguments: [1, 3])
  func `an event takes at most 32 bytes of memory, its commit included`(perCommit: Int) throws {
    let (streamCount, commitCount) = (30_000, 60_000)
    let streams = try (0..<streamCount).map {
      StreamID(tenant: Self.tenant, collection: "journal", id: try KeyText("p\($0)"))
    }
    var index = FolderIndex()
    for number in 0..<commitCount {
      let slice = FileSlice(segment: 1, offset: UInt32(number), headerChecksum: 7)
      let name = BatchName(tenant: Self.tenant, key: try KeyText("b\(number)"))
      index.apply(
        CommittedBatch(
          name: name,
          changes: [
            .append(streams[number % streamCount], Array(repeating: slice, count: perCommit))
          ],
          places: [0], starts: [0], identity: .whole), at: UInt32(number + 48))
    }
    let finished = index.growing.finished(index.records).index
    let bytes =
      8 * (finished.runs.capacity + finished.events.capacity)
      + 8 * finished.commits.slots.capacity
    #expect(finished.events.count == commitCount * perCommit)
    #expect(Double(bytes) / Double(commitCount * perCommit) <= 32)
  }
}
