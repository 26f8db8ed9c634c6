import AppraisalStorage
import AppraisalStorageTesting
import Foundation
import Synchronization
import Testing

/// The store of the guide, as it stands on the page.
@Suite struct WriteYourOwnStoreTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  @Test func `the page shows the store that is tested, in under 200 lines`() throws {
    let page = Self.folder
      .appendingPathComponent("../../../Documentation/Kinerja.docc/WriteYourOwnStore.md")
    let blocks = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```")
      .enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      .filter { $0.hasPrefix("swift\n") && !$0.hasPrefix("swift\n// In a test") }
    let store = try String(
      contentsOf: Self.folder.appendingPathComponent("JSONFileStore.swift"), encoding: .utf8)
    #expect(blocks.map { $0.dropFirst("swift\n".count) }.joined(separator: "\n") == store)
    #expect(store.split(separator: "\n", omittingEmptySubsequences: false).count < 200)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `it keeps every promise`(seed: UInt64) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kinerja-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let newPath = { @Sendable in folder.appendingPathComponent(UUID().uuidString).path }
    let kit = StoreConformanceKit(
      seed: seed,
      reopen: { try JSONFileStore(at: $0.path) },
      crashes: CrashPoints(
        count: 40,
        make: { point in
          let left = Mutex(point)
          return try JSONFileStore(at: newPath()) {
            let count = left.withLock { left in
              defer { left -= 1 }
              return left
            }
            if count <= 0 { throw CancellationError() }
          }
        },
        recover: { try JSONFileStore(at: $0.path) }),
      make: { try JSONFileStore(at: newPath()) })
    let report = await kit.run()
    let notPassed = report.notPassed(
      besides: .shared, .erasing, .feeding, .migrating, .untested)
    #expect(notPassed.isEmpty, "\(report)")
  }
}
