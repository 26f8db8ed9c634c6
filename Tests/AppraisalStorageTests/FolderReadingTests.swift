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
    #expect(try folder.names() == ["0000000001.index", FolderDamageTests.segment])
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
