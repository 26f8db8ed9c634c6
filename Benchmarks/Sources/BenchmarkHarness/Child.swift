import Foundation

/// Another process of this program, so that memory and times are counted cleanly.
public struct Child {
  private let process = Process()
  private let pipe = Pipe()

  /// Starts this program again.
  ///
  /// - Parameter options: What it is told besides what this process was told itself, and against it.
  public init(_ options: String...) throws {
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    // The last of two options of one name holds.
    process.arguments = CommandLine.arguments.dropFirst() + options
    process.standardOutput = pipe
    try process.run()
  }

  /// Waits for its end and returns what it said.
  public func finish() throws -> String {
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure() }
    return String(decoding: said, as: UTF8.self)
  }

  /// Waits until it has said something, and kills it.
  public func kill() {
    _ = pipe.fileHandleForReading.availableData
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  struct Failure: Error {}
}
