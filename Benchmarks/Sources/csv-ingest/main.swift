import BenchmarkHarness
import Foundation
import KinerjaTables

// Reads a file of ratings into typed columns, beside the naive way and beside the bytes alone.
let settings = Settings(defaults: ["rows": 1_000_000, "threads": 0, "naive": 1], texts: ["file"])
let rows = settings.isSmoke ? 2_000 : max(1, settings["rows"])
let threads =
  settings["threads"] == 0 ? ProcessInfo.processInfo.activeProcessorCount : settings["threads"]

let name = "kinerja-csv-ingest-\(ProcessInfo.processInfo.processIdentifier).csv"
let path =
  settings.text("file") ?? FileManager.default.temporaryDirectory.appendingPathComponent(name).path
let file = try RatingsFile(rows: rows, seed: settings.seed, path: path)
// A file that was asked for by name stays, for other programs to read.
defer { if settings.text("file") == nil { try? FileManager.default.removeItem(atPath: path) } }

let before = peakMegabytes()
var table = try Ways.kinerja(file, threads: threads)
let peak = peakMegabytes()
let seconds = try medianSeconds(runs: settings.runs) {
  table = try Ways.kinerja(file, threads: threads)
}
let single = try medianSeconds(runs: settings.runs) { try Ways.kinerja(file, threads: 1) }
let bytesOnly = try medianSeconds(runs: settings.runs) { try Ways.bytesOnly(file) }

var report = Report("csv-ingest")
report.add("rows", table.rowCount)
report.add("megabytes", Double(file.byteCount) / 1e6)
report.add("threads", threads)
report.add("runs", settings.runs)
report.add("seconds", seconds)
report.add("megabytesPerSecond", Double(file.byteCount) / 1e6 / seconds)
report.add("nanosecondsPerRow", seconds * 1e9 / Double(rows))
report.add("peakMegabytes", peak)
report.add("peakMegabytesBefore", before)
report.add("secondsOneThread", single)
report.add("timesOneThread", single / seconds)
report.add("secondsBytesOnly", bytesOnly)
report.add("timesBytesOnly", seconds / bytesOnly)
if settings["naive"] > 0 {
  let naive = try medianSeconds(runs: min(settings.runs, 3)) { try Ways.naive(file) }
  report.add("secondsNaive", naive)
  report.add("fasterThanNaive", naive / seconds)
  report.add("peakMegabytesWithNaive", peakMegabytes())
}
report.add("checksum", Ways.checksum(table))
report.print()
