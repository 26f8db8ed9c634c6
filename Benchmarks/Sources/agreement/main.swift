import BenchmarkHarness
import Foundation
import KinerjaCore
import KinerjaTables
import RatingBias

// Measures agreement and reliability on a file of ratings, or how often intervals hold the truth.
let settings = Settings(
  defaults: ["threads": 0, "replicates": 0, "coverage": 0, "ratees": 40, "raters": 3],
  texts: ["file"])
let threads =
  settings["threads"] == 0 ? ProcessInfo.processInfo.activeProcessorCount : settings["threads"]
let work = ParallelBlocks(threads: threads)

if settings["coverage"] > 0 {
  try Coverage(
    rounds: settings["coverage"], ratees: settings["ratees"], raters: settings["raters"],
    replicates: settings["replicates"], work: work
  ).run()
  exit(0)
}

var report = Report("agreement")
@MainActor func timed<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
  let start = processorSeconds() * 1e3
  let clock = ContinuousClock()
  let begin = clock.now
  let result = try body()
  let wall = (clock.now - begin).components
  report.add(name + "Milliseconds", Double(wall.seconds) * 1e3 + Double(wall.attoseconds) * 1e-15)
  report.add(name + "ProcessorMilliseconds", processorSeconds() * 1e3 - start)
  return result
}

let layout = CSVLayout(
  [.code("ratee"), .code("rater"), .code("item"), .integer("rating", in: 0...1000)],
  otherColumns: .ignored)
let table = try timed("read") {
  try CSVReader(layout, parallel: work).read(path: settings.text("file") ?? "")
}
let ratings = try timed("arrange") {
  let values = table.integers("rating").values
  let range = Int(values.min() ?? 0)...Int(values.max() ?? 0)
  let scale = try RatingScale(
    "scale", levels: range.map { ScaleLevel(value: $0, label: LocalizedText(same: "\($0)")) })
  return try RatingSet(table, scale: scale)
}
report.add("ratings", ratings.count)
report.add("threads", threads)
let interval: IntervalSettings =
  settings["replicates"] > 0 ? .bootstrap(replicates: settings["replicates"]) : .analytic
let coefficients: [(String, AgreementCoefficient)] = [
  ("ordinal.alpha", .krippendorffAlpha(.ordinal)),
  ("interval.alpha", .krippendorffAlpha(.interval)),
  ("quadratic.ac", .gwetAC2(weights: .quadratic)), ("identity.fleiss", .fleissKappa()),
  ("identity.conger", .congerKappa()),
]
for (id, coefficient) in coefficients {
  let answer = try timed(id) {
    try ratings.agreement(coefficient, interval: interval, by: work)
  }
  report.add(id, answer.estimate?.value ?? .nan)
  report.add(id + ".se", answer.estimate?.standardError ?? .nan)
}
let icc = try timed("ICC(1,1)") {
  try ratings.intraclassCorrelation(.oneWaySingle, interval: interval, by: work)
}
report.add("ICC(1,1)", icc.estimate?.value ?? .nan)
let alpha = try timed("cronbach") { try ratings.reliability(.alpha, interval: interval, by: work) }
report.add("cronbach", alpha.estimate?.value ?? .nan)
let omega = try timed("omega") { try ratings.reliability(.omega, by: work) }
report.add("omega", omega.estimate?.value ?? .nan)
let groups = try timed("within") { try ratings.withinGroupAgreement() }
report.add("icc1_bliese", groups.icc1.estimate ?? .nan)
report.add("peakMegabytes", peakMegabytes())
report.print()
