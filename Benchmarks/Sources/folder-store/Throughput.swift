import AppraisalStorage
import BenchmarkHarness
import Foundation

/// How many batches a second are acknowledged, by a folder and by SQLite, turn by turn.
enum Throughput {
  static func run(at path: String, _ settings: Settings) async throws {
    for writers in [1, 8, 32] {
      for perCommit in [1, 10] {
        var folder: [Double] = []
        var sqlite: [Double] = []
        for turn in 0..<settings.runs {
          let place = "\(path)/\(writers)-\(perCommit)-\(turn)"
          let store = try FolderStore(at: place)
          folder.append(
            try await rate(writers, perCommit, settings) { _ = try await store.commit($0) })
          await store.shutdown()
          let peer = try SQLitePeer(at: "\(place).sqlite")
          sqlite.append(try await rate(writers, perCommit, settings) { try await peer.commit($0) })
          await peer.close()
        }
        let ratios = zip(folder, sqlite).map { $0 / $1 }.sorted()
        var report = Report("folder-store throughput")
        report.add("writers", writers)
        report.add("eventsACommit", perCommit)
        report.add("folderCommitsASecond", folder.sorted()[folder.count / 2])
        report.add("sqliteCommitsASecond", sqlite.sorted()[sqlite.count / 2])
        report.add("ratio", ratios[ratios.count / 2])
        report.add("ratioWorst", ratios[0])
        report.add("ratioBest", ratios[ratios.count - 1])
        report.print()
      }
    }
  }

  /// Batches that were acknowledged in a second.
  private static func rate(
    _ writers: Int, _ perCommit: Int, _ settings: Settings,
    commit: @escaping @Sendable (Batch) async throws -> Void
  ) async throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    let span = Duration.milliseconds(settings.isSmoke ? 50 : settings["milliseconds"])
    let bytes = settings["payload"]
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      for writer in 0..<writers {
        group.addTask {
          let events = Events(writer: writer, streams: 100, bytes: bytes)
          var number = 0
          while clock.now - start < span {
            try await commit(events.batch(number, events: perCommit))
            number += 1
          }
          return number
        }
      }
      return try await group.reduce(0, +)
    }
    let passed = clock.now - start
    return Double(count)
      / (Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18)
  }
}
