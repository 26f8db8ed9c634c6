import Foundation
import Kinerja

/// The folder that the quick start writes, which an earlier run may have left.
enum OutputFolder {
  /// Makes an empty folder for the journal; only what an earlier run of this command wrote goes.
  static func prepare(_ path: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    for name in ["journal", "report.html"] where files.fileExists(atPath: "\(path)/\(name)") {
      try files.removeItem(atPath: "\(path)/\(name)")
    }
  }

  /// Writes a file in whole or not at all.
  static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}
