import AppraisalStorage
import Foundation

/// Starts a victim, lets it work for a while, kills it, and reads what it had been told.
struct Killer {
  let path: String
  let writers: Int
  let seed: UInt64

  /// The number of the last batch that each writer was told is safe.
  ///
  /// - Parameters:
  ///   - waits: Whether the time runs from when the folder is open, not from the start.
  ///   - rounds: Whether the victim closes the folder and opens it again all the time.
  func kill(after microseconds: UInt32, waits: Bool, rounds: Bool) throws -> [Int: Int] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = [
      "--victim", path, "--writers", "\(writers)", "--seed", "\(seed)",
      "--rounds", rounds ? "1" : "0",
    ]
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
