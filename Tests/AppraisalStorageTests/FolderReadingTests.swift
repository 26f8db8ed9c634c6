import Foundation
import KinerjaCore
import Testing

@testable import AppraisalStorage

/// Folders opened for reading only.
@Suite struct FolderReadingTests {
  private func written() async throws -> (TemporaryFolder, bytes: [UInt8]) {
    let folder = try TemporaryFolder()
    _ = try await WrittenFolder.write(to: folder.path) { 0 }
    return (folder, try folder.read(FolderDamageTests.segment))
  }

  @Test func `what was written is read, and nothing is written`() async throws {
    let (folder, bytes) = try await written()
    let store = try FolderStore(reading: folder.path)
    #expect(try await WrittenFolder.snapshot(of: store) == WrittenFolder.snapshots()[3])
    let refusal = StoreError.readOnly(place: folder.path)
    await #expect(throws: refusal) { try await store.commit(WrittenFolder.batches()[0]) }
    await #expect(throws: refusal) { try await store.compact() }
    await store.shutdown()
    #expect(try folder.read(FolderDamageTests.segment) == bytes)
  }

  @Test func `readers share a folder, a writer does not`() async throws {
    let (folder, _) = try await written()
    let first = try FolderStore(reading: folder.path)
    let second = try FolderStore(reading: folder.path)
    #expect(throws: StoreError.inUse(place: folder.path)) { try FolderStore(at: folder.path) }
    await first.shutdown()
    await second.shutdown()
    let writer = try FolderStore(at: folder.path)
    #expect(throws: StoreError.inUse(place: folder.path)) {
      try FolderStore(reading: folder.path)
    }
    await writer.shutdown()
  }

  @Test func `a folder without a lock, as on a disc, is read and gets none`() async throws {
    let (folder, _) = try await written()
    try folder.remove("lock")
    let store = try FolderStore(reading: folder.path)
    #expect(try await WrittenFolder.snapshot(of: store) == WrittenFolder.snapshots()[3])
    #expect(try folder.names() == [FolderDamageTests.segment])
    await store.shutdown()
  }

  @Test func `an interrupted commit stays where it is`() async throws {
    let (folder, bytes) = try await written()
    let torn = Array(bytes.dropLast(20))
    try folder.write(torn, to: FolderDamageTests.segment)
    let store = try FolderStore(reading: folder.path)
    #expect(store.discardedTail != nil)
    #expect(try await WrittenFolder.snapshot(of: store) == WrittenFolder.snapshots()[2])
    #expect(try folder.read(FolderDamageTests.segment) == torn)
    await store.shutdown()
  }

  @Test func `a folder of nothing is no store, and stays empty`() throws {
    let folder = try TemporaryFolder()
    let refusal = StoreError.notFound(place: folder.path)
    #expect(throws: refusal) { try FolderStore(reading: folder.path) }
    #expect(try folder.names() == [])
  }
}

/// What the index takes in memory.
@Suite struct FolderMemoryTests {
  @Test(arguments: [1, 3])
  func `an event takes at most 32 bytes of memory, its commit included`(perCommit: Int) throws {
    let tenant: AgencyID = "kendari"
    let (streamCount, commitCount) = (50, 60_000)
    var index = StoreIndex<FileSlice>()
    var commits = CommitIndex()
    let streams = try (0..<streamCount).map {
      StreamID(tenant: tenant, collection: "journal", id: try KeyText("p\($0)"))
    }
    for number in 0..<commitCount {
      let slice = FileSlice(segment: 1, offset: UInt32(number), headerChecksum: 7)
      index.apply([
        .append(streams[number % streamCount], Array(repeating: slice, count: perCommit))
      ])
      commits.insert(
        BatchName(tenant: tenant, key: try KeyText("b\(number)")),
        at: FramePlace(segment: 1, offset: UInt32(number)))
    }
    let slots = index.streams.values.reduce(0) {
      $0 + $1.capacity * MemoryLayout<FileSlice>.stride
    }
    let events = commitCount * perCommit
    #expect(Double(slots + commits.byteCount) / Double(events) <= 32)
    #expect(commits.count == commitCount)
  }

  @Test func `every name is found at its place, and hardly another's`() throws {
    var commits = CommitIndex()
    func name(_ number: Int) throws -> BatchName {
      BatchName(tenant: "kendari", key: try KeyText("b\(number)"))
    }
    for number in 0..<5_000 {
      commits.insert(try name(number), at: FramePlace(segment: 1, offset: UInt32(number)))
    }
    for number in 0..<5_000 {
      let places = commits.places(of: try name(number))
      #expect(places.contains(FramePlace(segment: 1, offset: UInt32(number))))
    }
    let strangers = try (5_000..<10_000).reduce(0) { try $0 + commits.places(of: name($1)).count }
    // 25 million pairs over 2³² hashes: 0.006 expected.
    #expect(strangers <= 2)
  }
}
