import AppraisalStorage
import BenchmarkHarness
import Foundation
import KinerjaCore

/// A folder of very many items of a few bytes.
struct ManyItems {
  let path: String
  let count: Int
  let pageSize: Int

  private func content(_ number: Int) -> [UInt8] { Array("item \(number)".utf8) }

  /// Fills a folder; the files are put there past the store, which would wait for the disk for each.
  func make() async throws {
    await (try FolderEvidence(at: path)).shutdown()
    let items = "\(path)/items/kendari"
    for byte in 0..<256 {
      let name = (byte < 16 ? "0" : "") + String(byte, radix: 16)
      try FileManager.default.createDirectory(
        atPath: "\(items)/\(name)", withIntermediateDirectories: true)
    }
    for number in 0..<count {
      let content = content(number)
      let hex = SHA256.hash(content).hex
      let file = Foundation.open("\(items)/\(hex.prefix(2))/\(hex)", O_WRONLY | O_CREAT, 0o600)
      guard Foundation.write(file, content, content.count) == content.count else { exit(1) }
      close(file)
    }
  }

  /// Opens the store, asks for one item and for the first page, writes one, and shuts down.
  func open() async throws {
    var report = Report("evidence open")
    var before = processorSeconds()
    func add(_ name: String) {
      report.add(name, processorSeconds() - before)
      before = processorSeconds()
    }
    let clock = ContinuousClock()
    let start = clock.now
    let store = try FolderEvidence(at: path)
    let passed = clock.now - start
    add("opening")
    report.add("openingWall", Double(passed.components.attoseconds) * 1e-18)
    let key = EvidenceKey(tenant: "kendari", digest: SHA256.hash(content(count / 2)))
    guard try await store.byteCount(of: key) != nil else { exit(1) }
    add("one")
    sink(try await store.page(of: "kendari", after: nil, limit: pageSize))
    add("firstPage")
    _ = try await store.write(Array("one more".utf8), for: "kendari")
    add("writing")
    await store.shutdown()
    report.add("peakMegabytes", peakMegabytes())
    report.print()
  }

  /// Lists all items.
  func list() async throws {
    let store = try FolderEvidence(at: path)
    let before = processorSeconds()
    var found = 0
    for try await _ in store.items(of: "kendari", pageSize: pageSize) { found += 1 }
    let seconds = processorSeconds() - before
    precondition(found >= count, "\(found) items were listed")
    var report = Report("evidence list")
    report.add("items", found)
    report.add("pageSize", pageSize)
    report.add("processorSeconds", seconds)
    report.add("microsecondsAnItem", seconds * 1e6 / Double(found))
    report.add("peakMegabytes", peakMegabytes())
    report.print()
  }
}
