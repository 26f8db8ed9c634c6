import Foundation
import Synchronization

@testable import Quickstart

/// A copy of the example's data in a folder of its own, to be broken and run.
final class ExampleFolder: Sendable {
  static let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Documentation/Examples/Quickstart/Data").standardizedFileURL.path

  let root: String
  var data: String { "\(root)/data" }
  var output: String { "\(root)/output" }

  init() throws {
    root =
      FileManager.default.temporaryDirectory
      .appending(path: "quickstart-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Self.source, toPath: data)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func text(of file: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: "\(data)/\(file)"), encoding: .utf8)
  }

  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(data)/\(file)"))
  }

  func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: "\(data)/\(file)")
  }

  /// What lies in the folder of the output; nothing if there is none.
  var outputNames: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: output).sorted()) ?? []
  }

  /// Writes a file below the root, with the folders that it needs.
  func place(_ text: String, at path: String) throws {
    let url = URL(fileURLWithPath: "\(root)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func placed(_ path: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: "\(root)/\(path)"), encoding: .utf8)
  }

  var hasOutput: Bool { FileManager.default.fileExists(atPath: output) }

  /// Runs the command on the folder.
  func run(_ arguments: String...) async -> (status: Int32, output: String, problems: String) {
    let written = Mutex((output: "", problems: ""))
    let status = await QuickstartCommand.run(
      ["--data", data, "--output", output] + arguments
    ) { text, isProblem in
      written.withLock {
        if isProblem { $0.problems += text } else { $0.output += text }
      }
    }
    return written.withLock { (status, $0.output, $0.problems) }
  }
}
