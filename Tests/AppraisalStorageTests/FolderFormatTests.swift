import AppraisalStorage
import Foundation
import KinerjaCore
import Testing

/// Folders that released versions wrote stay readable.
///
/// They lie in `Vectors/FolderStore` and are never written anew. A change of the format adds a
/// folder there and a new number of the format.
@Suite struct FolderFormatTests {
  static let folders = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Vectors/FolderStore").standardizedFileURL

  /// A copy, since opening a folder makes a lock.
  private func copy(_ name: String) throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    let original = Self.folders.appendingPathComponent(name)
    for file in try FileManager.default.contentsOfDirectory(atPath: original.path) {
      try copy.write(Array(Data(contentsOf: original.appendingPathComponent(file))), to: file)
    }
    return copy
  }

  /// `whole`: the three batches of `WrittenFolder` in one file; `compacted`: the same in files of
  /// one kibibyte, compacted; `torn`: the first two, and the third cut short.
  @Test(arguments: [("whole", 3), ("compacted", 3), ("torn", 2)])
  func `what format 1 wrote is read and written on`(name: String, batches: Int) async throws {
    let folder = try copy("format-1/\(name)")
    let reading = try FolderStore(reading: folder.path)
    let expected = try await WrittenFolder.snapshots()[batches]
    #expect(try await WrittenFolder.snapshot(of: reading) == expected)
    await reading.shutdown()
    #expect(try FolderSalvage(of: folder.path).losses == [])
    let store = try FolderStore(at: folder.path)
    #expect(try await WrittenFolder.snapshot(of: store) == expected)
    #expect((store.discardedTail != nil) == (name == "torn"))
    let last = try WrittenFolder.batches()[batches - 1]
    #expect(try await store.commit(last).isReplay)
    _ = try await store.commit(
      Batch(
        tenant: WrittenFolder.tenant, idempotencyKey: "later",
        [.append(WrittenFolder.stream, [Payload(schema: 1, [1])], expecting: .unconditional)]))
    #expect(
      try await WrittenFolder.snapshot(of: store).events.count == expected.events.count + 1)
    await store.shutdown()
  }

  @Test func `the same batches are still written as the same bytes`() async throws {
    let folder = try TemporaryFolder()
    _ = try await WrittenFolder.write(to: folder.path) { 0 }
    let name = FolderDamageTests.segment
    let original = Self.folders.appendingPathComponent("format-1/whole/\(name)")
    #expect(try folder.read(name) == Array(Data(contentsOf: original)))
  }
}
