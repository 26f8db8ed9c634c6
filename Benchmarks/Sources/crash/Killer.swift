import AppraisalStorage
import Foundation

/// Starts a victim, lets it work for a while, kills it, and reads what it had been told.
struct Killer {
  /// What the victim is told on its command line.
  let arguments: [String]

  /// The number of the last piece of work that each writer was told is safe.
  ///
  /// - Parameters:
  ///   - waits: Whether the time runs from when the folder is open, not from the start.
  func kill(after microseconds: UInt32, waits: Bool) throws -> [Int: Int] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    var said = waits ? pipe.fileHandleForReading.availableData : Data()
    usleep(microseconds)
    // Not terminate(): nothing may run in the victim any more.
    Foundation.kill(process.processIdentifier, SIGKILL)
    said += pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationReason == .uncaughtSignal, process.terminationStatus == SIGKILL else {
      throw Failure("the victim ended by itself, with status \(process.terminationStatus)")
    }
    var last: [Int: Int] = [:]
    for line in String(decoding: said, as: UTF8.self).split(separator: "\n") {
      let numbers = line.split(separator: " ").compactMap { Int($0) }
      if numbers.count == 2 { last[numbers[0]] = numbers[1] }
    }
    return last
  }
}

/// A promise that was seen broken.
struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
