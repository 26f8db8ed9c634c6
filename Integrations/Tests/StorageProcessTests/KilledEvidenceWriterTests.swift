import AppraisalStorage
import Foundation
import KinerjaCore
import Testing

/// A process that writes evidence and is killed in the middle of it.
@Suite struct KilledEvidenceWriterTests {
  @Test func `a killed writer leaves every item whole, the acknowledged ones there, and no litter`()
    async throws
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kinerja-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let tenant: AgencyID = "kendari"
    var acknowledged = 0
    for round in 0..<12 {
      let writer = try Writer(["evidence", folder, "\(acknowledged)"])
      // At the latest when it has written a little; the moment itself is chance.
      try await writer.wait(forLines: 1 + round % 4)
      writer.kill()
      acknowledged = max(acknowledged, writer.lastNumber + 1)
      let store = try FolderEvidence(at: folder)
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/incoming") == [])
      let seen = try await store.verify(tenant)
      #expect(seen.damaged == [])
      #expect(seen.itemCount >= acknowledged && seen.itemCount <= acknowledged + 1)
      var found: Set<Digest> = []
      for try await item in store.items(of: tenant) { found.insert(item.digest) }
      let written = (0...acknowledged).map { SHA256.hash(KilledEvidenceWriterTests.content($0)) }
      #expect(found.isSuperset(of: written.dropLast()) && Set(written).isSuperset(of: found))
      await store.shutdown()
    }
    #expect(acknowledged > 12)
  }

  /// What the writer writes.
  private static func content(_ number: Int) -> [UInt8] {
    Array(repeatElement("item \(number) ", count: 20_000).joined().utf8)
  }
}
