import AppraisalStorage
import BenchmarkHarness
import Foundation
import KinerjaCore

/// One very great item.
struct GreatItem {
  let parent: String
  let megabytes: Int

  private var source: String { "\(parent)/source" }
  private var folder: String { "\(parent)/great" }
  private var byteCount: Int { megabytes << 20 }

  /// Makes a file of that length.
  func make() throws {
    _ = FileManager.default.createFile(atPath: source, contents: nil)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: source))
    for number in 0..<megabytes {
      // No two pieces are the same.
      let piece = (0..<1 << 17).map { UInt64($0 &* 2_654_435_761 &+ number) }
      try file.write(contentsOf: piece.withUnsafeBytes { Data($0) })
    }
    try file.close()
  }

  func write() async throws {
    let store = try FolderEvidence(at: folder)
    let before = processorSeconds()
    let item = try await store.write(fileAt: source, for: "kendari")
    report("write", since: before, of: item.byteCount)
  }

  func verify() async throws {
    let store = try FolderEvidence(at: folder)
    let before = processorSeconds()
    let seen = try await store.verify("kendari")
    report("verify", since: before, of: seen.byteCount)
  }

  func copy() async throws {
    let store = try FolderEvidence(at: folder)
    let before = processorSeconds()
    for try await item in store.items(of: "kendari") {
      try await store.copy(item.key, toFileAt: "\(parent)/copy")
      report("copy", since: before, of: item.byteCount)
    }
  }

  private func report(_ what: String, since before: Double, of bytes: Int) {
    let seconds = processorSeconds() - before
    precondition(bytes == byteCount, "the item has \(bytes) bytes")
    var report = Report("evidence \(what)")
    report.add("bytes", bytes)
    report.add("processorSeconds", seconds)
    report.add("megabytesAProcessorSecond", Double(bytes) / 1e6 / seconds)
    report.add("peakMegabytes", peakMegabytes())
    report.print()
  }
}
