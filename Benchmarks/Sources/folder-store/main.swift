import BenchmarkHarness
import Foundation

// A folder of many events: how long it takes to open after an orderly end, after a kill, and
// without its indexes; what an event takes in memory; and how many batches a second it takes
// beside SQLite with the same durability.
let settings = Settings(
  defaults: [
    "events": 10_000_000, "streams": 100_000, "per-commit": 1, "payload": 64, "writers": 1_000,
    "milliseconds": 3_000, "throughput": 1, "rebuild": 1, "size": 1,
  ],
  texts: ["phase", "folder"])
let parent =
  settings.text("folder")
  ?? FileManager.default.temporaryDirectory
  .appendingPathComponent("kinerja-size-\(ProcessInfo.processInfo.processIdentifier)").path
if let phase = settings.text("phase").flatMap(Phase.init) {
  try await phase.run(at: parent, settings)
  exit(0)
}

func child(_ phase: Phase, at path: String) throws -> Child {
  try Child("--phase", phase.rawValue, "--folder", path)
}
func told(_ what: String, _ said: String) { print("\(what): \(said)", terminator: "") }

try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: parent) }
if settings["size"] != 0 {
  let path = "\(parent)/events"
  told("written", try child(.build, at: path).finish())
  for _ in 0..<settings.runs {
    told("orderly end", try child(.open, at: path).finish())
  }
  try child(.work, at: path).kill()
  for _ in 0..<settings.runs {
    told("killed", try child(.open, at: path).finish())
  }
  if settings["rebuild"] != 0 {
    for name in try FileManager.default.contentsOfDirectory(atPath: path)
    where name.hasSuffix(".index") {
      try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
    told("without indexes", try child(.open, at: path).finish())
  }
}
if settings["throughput"] != 0 { try await Throughput.run(at: parent, settings) }
