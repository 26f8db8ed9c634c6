import AppraisalStorage
import BenchmarkHarness
import Foundation

/// Kills a process that writes evidence from several tasks, again and again, and looks each time
/// whether every acknowledged item is there and verifies, and nothing else is.
struct EvidenceKills {
  private let settings: Settings
  private let writers: Int
  private let parent: String

  init(_ settings: Settings) {
    self.settings = settings
    writers = max(1, settings["writers"])
    parent =
      settings.text("folder")
      ?? FileManager.default.temporaryDirectory
      .appendingPathComponent("kinerja-kills-\(ProcessInfo.processInfo.processIdentifier)").path
  }

  /// What was seen of all folders.
  private struct Sight {
    var items = 0
    var bytes = 0
    var interrupted = 0
    var unacknowledged = 0
  }

  func run() async throws {
    if let path = settings.text("victim") {
      let starts = (settings.text("from") ?? "").split(separator: ",").compactMap { Int($0) }
      try await EvidenceVictim.run(
        at: path, from: starts, seed: settings.seed, rounds: settings["rounds"] != 0)
    }
    let kills = settings.isSmoke ? 8 : max(1, settings["kills"])
    let perFolder = max(1, settings["per-folder"])
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    var draw = Draw(seed: settings.seed)
    var sight = Sight()
    var known = [Int](repeating: 0, count: writers)
    do {
      for kill in 0..<kills {
        let round = kill / perFolder
        let path = "\(parent)/\(round)"
        if kill % perFolder == 0 {
          known = known.map { _ in 0 }
          if round > 0 { try? FileManager.default.removeItem(atPath: "\(parent)/\(round - 1)") }
        }
        let seed = settings.seed &+ UInt64(round)
        let life = UInt32(draw.next() % UInt64(max(1, settings["longest"])))
        let waits = draw.next() % 4 != 0
        let killer = Killer(arguments: [
          "--evidence", "1", "--victim", path, "--seed", "\(seed)",
          "--from", known.map(String.init).joined(separator: ","),
          "--rounds", draw.next() % 2 == 0 ? "1" : "0",
        ])
        for (writer, number) in try killer.kill(after: life, waits: waits) {
          known[writer] = max(known[writer], number + 1)
        }
        try await inspect(path, seed: seed, known, &sight)
      }
    } catch {
      FileHandle.standardError.write(Data("FAILED, folder kept at \(parent): \(error)\n".utf8))
      exit(1)
    }
    try? FileManager.default.removeItem(atPath: parent)
    var report = Report("crash evidence")
    report.add("kills", kills)
    report.add("seed", settings["seed"])
    report.add("writers", writers)
    report.add("interruptedWrites", sight.interrupted)
    report.add("itemsVerified", sight.items)
    report.add("megabytesVerified", Double(sight.bytes) / 1e6)
    report.add("wholeButUnacknowledged", sight.unacknowledged)
    report.add("lost", 0)
    report.add("halfWritten", 0)
    report.add("litter", 0)
    report.print()
  }

  /// Opens a folder after a kill and looks at all of it.
  private func inspect(
    _ path: String, seed: UInt64, _ known: [Int], _ sight: inout Sight
  ) async throws {
    sight.interrupted += try files(in: path, "incoming").count
    let store = try FolderEvidence(at: path)
    var sure: Set<EvidenceKey> = []
    var perhaps: Set<EvidenceKey> = []
    for writer in 0..<writers {
      let items = EvidenceLoad(seed: seed, writer: writer).items(after: known[writer])
      sure.formUnion(items.sure)
      perhaps.formUnion(items.perhaps)
    }
    var found: Set<EvidenceKey> = []
    for try await item in store.items(of: EvidenceLoad.tenant) { found.insert(item.key) }
    guard found.isSuperset(of: sure) else {
      throw Failure("acknowledged and gone: \(sure.subtracting(found).sorted())")
    }
    guard sure.union(perhaps).isSuperset(of: found) else {
      throw Failure("never written, or erased: \(found.subtracting(sure.union(perhaps)).sorted())")
    }
    let seen = try await store.verify(EvidenceLoad.tenant)
    guard seen.damaged.isEmpty, seen.itemCount == found.count else {
      throw Failure("damaged: \(seen.damaged)")
    }
    let wanted = ["evidence", "lock"] + found.map { store.place(of: $0).dropFirst(path.count + 1) }
    guard try Set(files(in: path, "")) == Set(wanted.map(String.init)) else {
      let litter = Set(try files(in: path, "")).subtracting(wanted.map(String.init)).sorted()
      throw Failure("litter: \(litter)")
    }
    await store.shutdown()
    sight.items += seen.itemCount
    sight.bytes += seen.byteCount
    sight.unacknowledged += found.subtracting(sure).count
  }

  /// The paths of all files below a folder, none if there is no such folder.
  private func files(in path: String, _ folder: String) throws -> [String] {
    let place = "\(path)/\(folder)"
    guard FileManager.default.fileExists(atPath: place) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: place).filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(place)/\(name)", isDirectory: &isFolder)
      return !isFolder.boolValue
    }
  }
}
