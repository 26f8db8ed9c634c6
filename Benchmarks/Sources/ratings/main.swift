import BenchmarkHarness
import Foundation
import KinerjaCore
import KinerjaTables
import RatingBias

// Reads a file of ratings into a set, and measures what every audit begins with.
let settings = Settings(
  defaults: ["ratings": 1_000_000, "threads": 0, "runs": 3], texts: ["file"])
let count = settings.isSmoke ? 10_000 : settings["ratings"]
let threads =
  settings["threads"] == 0 ? ProcessInfo.processInfo.activeProcessorCount : settings["threads"]
let work = ParallelBlocks(threads: threads)
let own = FileManager.default.temporaryDirectory.appending(path: "kinerja-ratings-\(count).csv")
  .path
let path = settings.text("file") ?? own
if settings.text("file") == nil || !FileManager.default.fileExists(atPath: path) {
  _ = try RatingsFile(ratings: count, seed: settings.seed, path: path)
}
defer { if settings.text("file") == nil { try? FileManager.default.removeItem(atPath: path) } }

var report = Report("ratings")
report.add("threads", threads)
report.add("baseMegabytes", peakMegabytes())
let scale = try RatingScale(
  "five", levels: (1...5).map { ScaleLevel(value: $0, label: LocalizedText(same: "\($0)")) })
var layout = RatingLayout.long()
(layout.role, layout.time, layout.order, layout.otherColumns) = (nil, nil, nil, .ignored)
var read: RatingSet?
report.add(
  "read",
  try measure(runs: 1) { read = try RatingSet(path: path, layout: layout, scale: scale, by: work) })
report.add("peakMegabytes", peakMegabytes())
guard let ratings = read else { exit(70) }
report.add("ratings", ratings.count)
report.add("ratees", ratings.rateeCount)
report.add("raters", ratings.raterCount)

// The counts of a classical audit beside a plain sum over columns of the same size.
let columns = ColumnSum(ratings: ratings.count, units: ratings.count / 3)
report.add("sum", measure(runs: settings.runs) { columns.total(threads: threads) })
report.add(
  "accumulate",
  try measure(runs: settings.runs) { try RatingAccumulator(ratings, by: work) })
let accumulator = try RatingAccumulator(ratings, by: work)
report.add("figures", measure(runs: settings.runs) { accumulator.figures })
report.add(
  "accumulatedAlpha",
  try accumulator.agreement(.krippendorffAlpha(.ordinal), on: scale).estimate ?? .nan)

var values: [String: Double] = [:]
for (name, coefficient) in [
  ("alpha", .krippendorffAlpha(.ordinal)), ("kappa", .fleissKappa()),
  ("ac2", .gwetAC2(weights: .quadratic)),
] as [(String, AgreementCoefficient)] {
  let timing = try measure(runs: settings.runs) {
    values[name] = try ratings.agreement(coefficient, by: work).estimate?.value
  }
  report.add(name, timing)
  report.add(name + "Value", values[name] ?? .nan)
}
report.add("peakMegabytesInAll", peakMegabytes())
report.print()
