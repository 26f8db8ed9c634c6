import AppraisalStorageSQLite
import AppraisalStorageTesting
import Foundation
import Testing

/// Databases as earlier versions wrote them: they open for ever.
@Suite struct SQLiteFormatTests {
  // Format 1, written by `StoreSample`, then rewritten with pages of 512 bytes to be small.
  static let format1 = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Formats/format-1.sqlite")

  @Test func `a database of format 1 opens, and all in it reads as it was written`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("format-1")
    try FileManager.default.copyItem(atPath: Self.format1.path, toPath: path)
    for _ in 1...2 {
      let store = try SQLiteStore(at: path)
      #expect(await StoreSample.fault(in: store) == nil)
      await store.shutdown()
    }
  }

  @Test func `what is missing from a database is noticed`() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(at: folder.path("empty"))
    #expect(await StoreSample.fault(in: store)?.hasPrefix("the records: found []") == true)
    await store.shutdown()
  }
}
