import BenchmarkHarness
import Foundation
import KinerjaTables

// Reads a file of ratings into typed columns, beside the naive way and beside the bytes alone.
let settings = Settings(
  defaults: ["rows": 1_000_000, "threads": 0, "naive": 1, "shuffled": 0], texts: ["file"])
let rows = settings.isSmoke ? 2_000 : max(1, settings["rows"])
let threads =
  settings["threads"] == 0 ? ProcessInfo.processInfo.activeProcessorCount : settings["threads"]

let name = "kinerja-csv-ingest-\(ProcessInfo.processInfo.processIdentifier).csv"
let path =
  settings.text("file") ?? FileManager.default.temporaryDirectory.appendingPathComponent(name).path
let file = try RatingsFile(
  rows: rows, seed: settings.seed, isShuffled: settings["shuffled"] > 0, path: path)
// A file that was asked for by name stays, for other programs to read.
defer { if settings.text("file") == nil { try? FileManager.default.removeItem(atPath: path) } }

let before = peakMegabytes()
var table = try Ways.kinerja(file, threads: threads)
let peak = peakMegabytes()
let all = try measure(runs: settings.runs) { table = try Ways.kinerja(file, threads: threads) }
let single = try measure(runs: settings.runs) { try Ways.kinerja(file, threads: 1) }
let bytesOnly = try measure(runs: settings.runs) { try Ways.bytesOnly(file) }

var report = Report("csv-ingest")
report.add("rows", table.rowCount)
report.add("shuffled", settings["shuffled"])
report.add("megabytes", Double(file.byteCount) / 1e6)
report.add("threads", threads)
report.add("runs", settings.runs)
report.add("seconds", all)
report.add("megabytesPerSecond", Double(file.byteCount) / 1e6 / all.median)
report.add("nanosecondsPerRow", all.median * 1e9 / Double(rows))
report.add("peakMegabytes", peak)
report.add("peakMegabytesBefore", before)
report.add("secondsOneThread", single)
report.add("secondsBytesOnly", bytesOnly)
report.add("timesBytesOnly", all.best / bytesOnly.best)
if settings["naive"] > 0 {
  let naive = try measure(runs: min(settings.runs, 3)) { try Ways.naive(file) }
  report.add("secondsNaive", naive)
  report.add("fasterThanNaive", naive.best / all.best)
  report.add("lessProcessorThanNaive", naive.processor / all.processor)
  report.add("peakMegabytesWithNaive", peakMegabytes())
}
report.add("checksum", Ways.checksum(table))
report.print()
