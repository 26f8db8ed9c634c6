import AppraisalStorage
import BenchmarkHarness
import Foundation
import KinerjaCore

/// A piece of the measurement that has a process of its own, so that memory is counted cleanly.
enum Phase: String {
  /// Writes all events and shuts down.
  case build
  /// Opens, counts, and shuts down.
  case open
  /// Opens, commits a little, says so, and waits to be killed.
  case work

  func run(at path: String, _ settings: Settings) async throws {
    switch self {
    case .build: try await build(at: path, settings)
    case .open: try await open(at: path, settings)
    case .work: try await work(at: path, settings)
    }
  }

  private func writers(_ settings: Settings) -> [Events] {
    let count = max(1, settings["writers"])
    return (0..<count).map {
      Events(
        writer: $0, streams: max(1, settings["streams"] / count), bytes: settings["payload"])
    }
  }

  private func build(at path: String, _ settings: Settings) async throws {
    let store = try FolderStore(at: path)
    let writers = writers(settings)
    let perCommit = max(1, settings["per-commit"])
    let each = settings["events"] / perCommit / writers.count
    try await withThrowingTaskGroup(of: Void.self) { group in
      for events in writers {
        group.addTask {
          for number in 0..<each {
            _ = try await store.commit(events.batch(number, events: perCommit))
          }
        }
      }
      try await group.waitForAll()
    }
    let before = processorSeconds()
    await store.shutdown()
    var report = Report("folder-store build")
    report.add("events", each * perCommit * writers.count)
    report.add("processorSeconds", before)
    report.add("shutdownProcessorSeconds", processorSeconds() - before)
    report.add("peakMegabytes", peakMegabytes())
    report.print()
  }

  private func open(at path: String, _ settings: Settings) async throws {
    let memory = Memory.resident
    let before = processorSeconds()
    let clock = ContinuousClock()
    let start = clock.now
    let store = try FolderStore(reading: path)
    let wall = clock.now - start
    let processor = processorSeconds() - before
    let resident = Memory.resident - memory
    var report = Report("folder-store open")
    report.add("processorSeconds", processor)
    report.add(
      "seconds", Double(wall.components.attoseconds) * 1e-18 + Double(wall.components.seconds))
    report.add("bytesAnEvent", Double(resident) / Double(max(1, settings["events"])))
    report.add("peakMegabytes", peakMegabytes())
    // All events of some streams are there.
    var found = 0
    let asked = processorSeconds()
    for events in writers(settings).prefix(100) {
      for try await _ in store.history(of: try events.stream(0), pageSize: 4_096) { found += 1 }
    }
    report.add("eventsReadOfHundredStreams", found)
    report.add("processorSecondsReading", processorSeconds() - asked)
    report.print()
    await store.shutdown()
  }

  private func work(at path: String, _ settings: Settings) async throws {
    let store = try FolderStore(at: path)
    let events = writers(settings)[0]
    let name = "again-\(ProcessInfo.processInfo.processIdentifier)-"
    for number in 0..<10 { _ = try await store.commit(events.batch(number, events: 1, name: name)) }
    print("ready")
    fflush(nil)
    while true { try await Task.sleep(for: .seconds(3_600)) }
  }
}

/// What the process holds in memory now, in bytes.
enum Memory {
  static var resident: Int {
    let statistics = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = statistics.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
