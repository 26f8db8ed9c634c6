import Foundation

/// How many processor cores may work.
enum CoreCount {
  static var value: Int { ProcessInfo.processInfo.activeProcessorCount }
}
