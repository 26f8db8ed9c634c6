import BenchmarkHarness
import Foundation
import KinerjaCore
import KinerjaTables
import RatingBias

// Fits the many-facet model to a file of ratings, reading included.
let settings = Settings(
  defaults: ["threads": 0, "values": 0, "details": 0, "interactions": 0], texts: ["file"])
let threads =
  settings["threads"] == 0 ? ProcessInfo.processInfo.activeProcessorCount : settings["threads"]
let work = ParallelBlocks(threads: threads)

func stop(_ sentence: String, status: Int32) -> Never {
  FileHandle.standardError.write(Data((sentence + "\n").utf8))
  exit(status)
}

/// A table of few ratings, for a run that only shows that it runs.
func sample() -> String {
  var draws = RandomDraws(seed: settings.seed)
  var text = "ratee,rater,item,rating\n"
  for ratee in 0..<40 {
    let level = draws.normal()
    for rater in 0..<3 {
      for item in 0..<2 {
        let value = max(1, min(5, Int((3 + level + 0.7 * draws.normal()).rounded())))
        text += "p\(ratee),r\((ratee + rater) % 5),i\(item),\(value)\n"
      }
    }
  }
  return text
}

let clock = ContinuousClock()
var report = Report("facets")
@MainActor func timed<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
  let (start, processor) = (clock.now, processorSeconds())
  let result = try body()
  let wall = (clock.now - start).components
  report.add(name + "Milliseconds", Double(wall.seconds) * 1e3 + Double(wall.attoseconds) * 1e-15)
  report.add(name + "ProcessorMilliseconds", (processorSeconds() - processor) * 1e3)
  return result
}

do {
  let layout = CSVLayout(
    [.code("ratee"), .code("rater"), .code("item"), .integer("rating", in: 0...1000)],
    otherColumns: .ignored)
  let reader = CSVReader(layout, parallel: work)
  guard settings.text("file") != nil || settings.isSmoke else {
    stop("name a file of ratings: --file ratings.csv, or run on a few with --smoke", status: 64)
  }
  let table = try timed("read") {
    if let path = settings.text("file") { return try reader.read(path: path) }
    return try reader.read(text: sample())
  }
  let ratings = try timed("arrange") {
    let values = table.integers("rating").values
    let range = Int(values.min() ?? 0)...Int(values.max() ?? 0)
    let scale = try RatingScale(
      "scale", levels: range.map { ScaleLevel(value: $0, label: LocalizedText(same: "\($0)")) })
    return try RatingSet(table, scale: scale)
  }
  var model = FacetModel()
  if settings["details"] > 0 { model.details = [.raterAgreement, .raterIndices] }
  if settings["interactions"] > 0 { model.interactions = [FacetPair(.rater, .item)] }
  let outcome = try timed("fit") { try model.fit(ratings, by: work) }
  guard let fit = outcome.fit else {
    stop("there are no measures: subsets that nothing links, or too few ratings", status: 65)
  }
  if settings["values"] > 0 {
    let lines = fit.figures.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
    print("{\(lines.joined(separator: ",\n"))}")
  } else {
    report.add("ratings", ratings.count)
    report.add("threads", threads)
    report.add("steps", fit.convergence.steps)
    report.add("residual", fit.convergence.largestResidual)
    report.add("converged", fit.convergence.isConverged ? 1 : 0)
    report.add("subsets", fit.subsetCount)
    report.add("processorMilliseconds", processorSeconds() * 1e3)
    report.add("peakMegabytes", peakMegabytes())
    report.print()
  }
} catch {
  stop("\(error)", status: 65)
}
