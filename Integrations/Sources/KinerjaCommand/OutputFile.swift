import Foundation
import KinerjaCore

/// Where results go: standard output, or a file that appears whole or not at all.
struct OutputFile {
  private let path: String?
  private let part: String
  private let handle: FileHandle
  private let language: Language

  /// Opens an output; nil for standard output.
  init(path: String?, in language: Language) throws(Stop) {
    self.path = path
    self.language = language
    guard let path else {
      part = ""
      handle = .standardOutput
      return
    }
    part = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
    Interruption.leavesBehind(part)
    guard FileManager.default.createFile(atPath: part, contents: nil),
      let handle = FileHandle(forWritingAtPath: part)
    else { throw Stop(Stop.cannotCreate, path: path, language) }
    self.handle = handle
  }

  /// Writes some bytes.
  func write(_ bytes: [UInt8]) throws(Stop) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let (count, failure) = rest.withUnsafeBytes { buffer in
        let count = Foundation.write(handle.fileDescriptor, buffer.baseAddress, buffer.count)
        return (count, errno)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if failure != EINTR {
        // Whoever reads had enough, as `head` has; that needs no message.
        if failure == EPIPE { throw Stop(Stop.closedPipe) }
        throw Stop(Stop.outputError, path: path ?? "stdout", language)
      }
    }
  }

  /// Puts the file in its place.
  func finish() throws(Stop) {
    guard let path else { return }
    try? handle.close()
    guard rename(part, path) == 0 else { throw Stop(Stop.cannotCreate, path: path, language) }
    Interruption.leavesBehind(nil)
  }

  /// Leaves nothing behind.
  func discard() {
    guard path != nil else { return }
    try? handle.close()
    try? FileManager.default.removeItem(atPath: part)
  }
}
