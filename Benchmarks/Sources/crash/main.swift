import BenchmarkHarness
import Foundation

// Kills a process that writes to a folder from several tasks, at random moments, again and again,
// and looks each time whether every acknowledged batch is there and none is half there.
let settings = Settings(
  defaults: [
    "kills": 100, "writers": 6, "longest": 30_000, "per-folder": 100, "rounds": 0, "evidence": 0,
  ],
  texts: ["victim", "folder", "from"])
if settings["evidence"] != 0 {
  try await EvidenceKills(settings).run()
  exit(0)
}
if let path = settings.text("victim") {
  try await Victim.run(
    at: path, writers: settings["writers"], seed: settings.seed,
    rounds: settings["rounds"] != 0)
}

let kills = settings.isSmoke ? 5 : max(1, settings["kills"])
let parent =
  settings.text("folder")
  ?? FileManager.default.temporaryDirectory
  .appendingPathComponent("kinerja-crash-\(ProcessInfo.processInfo.processIdentifier)").path
try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
var draw = Draw(seed: settings.seed)
var total = (batches: 0, torn: 0, flipped: 0, indexes: 0, segments: 0)
var known: [Int: Int] = [:]
var batchesBefore = 0
var roomFor = 0
do {
  roomFor = try await FullDisk.check(at: "\(parent)/full", seed: settings.seed)
  for kill in 0..<kills {
    // A new folder now and then, or opening would be most of the work.
    let round = kill / max(1, settings["per-folder"])
    let path = "\(parent)/\(round)"
    if kill % max(1, settings["per-folder"]) == 0 {
      known = [:]
      batchesBefore = 0
      if round > 0 { try? FileManager.default.removeItem(atPath: "\(parent)/\(round - 1)") }
    }
    let seed = settings.seed &+ UInt64(round)
    let longest = UInt64(max(1, settings["longest"]))
    let (life, waits) = (UInt32(draw.next() % longest), draw.next() % 4 != 0)
    let killer = Killer(arguments: [
      "--victim", path, "--writers", "\(settings["writers"])", "--seed", "\(seed)",
      "--rounds", draw.next() % 2 == 0 ? "1" : "0",
    ])
    // Some are to die while they open the folder.
    let told = try killer.kill(after: life, waits: waits)
    for (writer, number) in told { known[writer] = max(known[writer] ?? 0, number + 1) }
    let inspection = Inspection(path: path, writers: settings["writers"], seed: seed)
    let sight = try await inspection.check(known: known)
    total.batches += sight.batches - batchesBefore
    batchesBefore = sight.batches
    total.torn += sight.tornBytes > 0 ? 1 : 0
    if kill % 5 == 4 {
      try inspection.checkFlippedBit(&draw)
      total.flipped += 1
    }
    if kill % 5 == 2, try inspection.harmIndex(&draw) {
      _ = try await inspection.check(known: known)
      total.indexes += 1
    }
    total.segments += try inspection.files(".journal").count
  }
} catch {
  FileHandle.standardError.write(Data("FAILED, folder kept at \(parent): \(error)\n".utf8))
  exit(1)
}
try? FileManager.default.removeItem(atPath: parent)

var report = Report("crash")
report.add("kills", kills)
report.add("seed", settings["seed"])
report.add("writers", settings["writers"])
report.add("batches", total.batches)
report.add("tornTails", total.torn)
report.add("flippedBitsFound", total.flipped)
report.add("harmedIndexesMended", total.indexes)
report.add("segmentsAFolder", Double(total.segments) / Double(kills))
report.add("lost", 0)
report.add("halfWritten", 0)
report.add("batchesUntilFull", roomFor)
report.print()
