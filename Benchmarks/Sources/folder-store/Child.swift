import Foundation

/// Another process of this program.
struct Child {
  private let process = Process()
  private let pipe = Pipe()

  init(_ phase: Phase, at path: String) throws {
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments =
      ["--phase", phase.rawValue, "--folder", path] + CommandLine.arguments.dropFirst()
    process.standardOutput = pipe
    try process.run()
  }

  /// Waits for its end and returns what it said.
  func finish() throws -> String {
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure() }
    return String(decoding: said, as: UTF8.self)
  }

  /// Waits until it has said something, and kills it.
  func kill() {
    _ = pipe.fileHandleForReading.availableData
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  struct Failure: Error {}
}
