import BenchmarkHarness
import Foundation
import KinerjaCore
import KinerjaTables
import RatingBias

// How often each test of rater effects is wrong and how often it finds what is there, as an article with
// a plot: `effects --article Documentation/Kinerja.docc`. Without a folder the article is printed.
let settings = Settings(defaults: ["runs": 100, "threads": 0], texts: ["article"])
let threads =
  settings["threads"] == 0 ? ProcessInfo.processInfo.activeProcessorCount : settings["threads"]
let work = ParallelBlocks(threads: threads)
let runs = settings.isSmoke ? 2 : settings["runs"]

let calibrated = try CalibratedDesign(runs: runs, by: work)
let curves = try PowerCurves(runs: settings.isSmoke ? 1 : max(1, runs / 2), by: work)
let superiors = try SuperiorDesign(runs: settings.isSmoke ? 1 : max(1, runs / 5), by: work)
let article = Article(calibrated, curves, superiors).text
if let folder = settings.text("article") {
  let place = URL(fileURLWithPath: folder)
  let resources = place.appendingPathComponent("Resources")
  try FileManager.default.createDirectory(at: resources, withIntermediateDirectories: true)
  try article.write(
    to: place.appendingPathComponent("OperatingCharacteristics.md"), atomically: true,
    encoding: .utf8)
  try PowerPlot(curves).svg.write(
    to: resources.appendingPathComponent("rater-effect-power.svg"), atomically: true,
    encoding: .utf8)
} else if !settings.isSmoke {
  print(article)
}
var report = Report("effects")
report.add("runs", runs)
report.add("raters", calibrated.cleanRaters)
report.add("largestFalseAlarmShare", calibrated.largestFalseAlarmShare)
report.add("processorSeconds", processorSeconds())
report.print()
