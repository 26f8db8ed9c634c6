import Foundation
import Synchronization

/// Ends the command in good order when somebody asks for it, also while it waits for input.
struct Interruption {
  /// A file that is not whole yet.
  private static let unfinished = Mutex<String?>(nil)

  private let sources: [any DispatchSourceSignal]

  /// Watches from here on, as long as the value lives, and lets a closed pipe be an error of
  /// writing.
  init() {
    signal(SIGPIPE, SIG_IGN)
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if let path = Interruption.unfinished.withLock(\.self) { unlink(path) }
        _exit(Stop.interrupted)
      }
      source.resume()
      return source
    }
  }

  /// Names a file that must not be left behind; nil once it is whole or gone.
  static func leavesBehind(_ path: String?) { unfinished.withLock { $0 = path } }
}
