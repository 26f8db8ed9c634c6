import Foundation

/// One run of the built command.
struct CommandRun {
  let status: Int32
  let output: String
  let errors: String

  /// Runs the command with some arguments, and some text on standard input.
  init(_ arguments: [String], input: String = "", in folder: URL? = nil) throws {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.environment = ["LANG": "C", "PATH": "/usr/bin:/bin"]
    if let folder { process.currentDirectoryURL = folder }
    // Files, not pipes: a pipe that nobody empties stops a long run.
    let folder = try TemporaryFolder()
    let (given, output, errors) = (
      folder.path("input"), folder.path("output"), folder.path("errors")
    )
    try input.write(toFile: given, atomically: true, encoding: .utf8)
    for path in [output, errors] { try "".write(toFile: path, atomically: true, encoding: .utf8) }
    process.standardInput = FileHandle(forReadingAtPath: given)
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    status =
      process.terminationReason == .exit
      ? process.terminationStatus : 128 + process.terminationStatus
    self.output = try String(contentsOfFile: output, encoding: .utf8)
    self.errors = try String(contentsOfFile: errors, encoding: .utf8)
  }

  /// The command beside the test bundle, wherever the build put it.
  static let executable: URL = {
    let name = "kinerja"
    let arguments = ProcessInfo.processInfo.arguments
    let places = arguments + [Bundle.main.bundlePath, Bundle.main.executablePath ?? ""]
    for place in places {
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

/// A folder that goes when nobody needs it any more.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kinerja-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Writes a file and returns its path.
  func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    return path(name)
  }
}
