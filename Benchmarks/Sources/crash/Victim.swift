import AppraisalStorage
import Foundation

/// The process that is killed: it opens the folder, goes on where the last one ended, and says
/// `writer number` on its standard output for each batch that was acknowledged.
enum Victim {
  /// Runs until it is killed.
  ///
  /// - Parameter rounds: Whether the folder is closed and opened again after every few batches, so
  ///   that indexes are written and read all the time; else it stays open.
  static func run(at path: String, writers: Int, seed: UInt64, rounds: Bool) async throws -> Never {
    // Small segments, so that one is finished every few batches.
    let settings = FolderSettings(segmentBytes: rounds ? 6 << 10 : 24 << 10)
    while true {
      let store = try FolderStore(at: path, settings)
      // The parent waits for this line before it counts down.
      say("open")
      try await withThrowingTaskGroup(of: Void.self) { group in
        if !rounds {
          group.addTask {
            while true {
              try await Task.sleep(for: .milliseconds(5))
              try await store.compact()
              say("compacted")
              try await Task.sleep(for: .milliseconds(20))
            }
          }
        }
        for writer in 0..<writers {
          group.addTask {
            let load = Load(seed: seed, writer: writer)
            var number = try await load.length(in: store)
            let end = rounds ? number + 2 : .max
            while number < end {
              _ = try await store.commit(load.batch(number))
              say("\(writer) \(number)")
              number += 1
            }
          }
        }
        try await group.waitForAll()
      }
      await store.shutdown()
    }
  }

  /// One write of a short line to a pipe happens whole or not at all.
  static func say(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
  }
}

extension Load {
  /// How many batches of the writer a store holds.
  func length(in store: FolderStore) async throws -> Int {
    var count = 0
    for try await _ in store.history(of: stream, pageSize: 4_096) { count += 1 }
    return count
  }
}
