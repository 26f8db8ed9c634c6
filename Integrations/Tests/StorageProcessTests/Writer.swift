import Foundation
import Testing

/// A running writer.
final class Writer {
  private let process = Process()
  private let output: URL

  init(_ arguments: [String]) throws {
    output = FileManager.default.temporaryDirectory
      .appendingPathComponent("kinerja-\(UUID().uuidString)")
    try Data().write(to: output)
    process.executableURL = Self.executable
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
  }

  deinit { try? FileManager.default.removeItem(at: output) }

  private var lines: [Substring] {
    let text = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
    // The last line may be half there.
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  /// The last batch that was acknowledged; -1 if none was.
  var lastNumber: Int { lines.last.flatMap { Int($0) } ?? -1 }

  func wait(forLines count: Int) async throws {
    for _ in 0..<6_000 {
      if lines.count >= count { return }
      guard process.isRunning else { break }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("the writer came to \(lines.count) batches, not \(count)")
  }

  func kill() {
    #expect(process.isRunning)
    _ = Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// The program beside the test bundle, wherever the build put it.
  private static let executable: URL = {
    let name = "storage-writer"
    for place in ProcessInfo.processInfo.arguments + [Bundle.main.bundlePath] {
      var folder = URL(fileURLWithPath: place)
      for _ in 0..<4 {
        let candidate = folder.appendingPathComponent(name)
        if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
        folder.deleteLastPathComponent()
      }
    }
    return URL(fileURLWithPath: name)
  }()
}
