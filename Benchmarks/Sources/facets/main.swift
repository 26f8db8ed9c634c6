import BenchmarkHarness
import Foundation
import KinerjaCore
import KinerjaTables
import RatingBias

// Fits the many-facet model to a file of ratings, reading included.
let settings = Settings(defaults: ["threads": 0, "runs": 1, "values": 0], texts: ["file"])
let threads =
  settings["threads"] == 0 ? ProcessInfo.processInfo.activeProcessorCount : settings["threads"]
let work = ParallelBlocks(threads: threads)
let clock = ContinuousClock()
func milliseconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) * 1e-15
}

let start = clock.now
let layout = CSVLayout(
  [.code("ratee"), .code("rater"), .code("item"), .integer("rating", in: 0...1000)],
  otherColumns: .ignored)
let table = try CSVReader(layout, parallel: work).read(path: settings.text("file") ?? "")
let read = clock.now
let values = table.integers("rating").values
let range = Int(values.min() ?? 0)...Int(values.max() ?? 0)
let scale = try RatingScale(
  "scale", levels: range.map { ScaleLevel(value: $0, label: LocalizedText(same: "\($0)")) })
let ratings = try RatingSet(table, scale: scale)
let arranged = clock.now
guard let fit = try FacetModel().fit(ratings, by: work).fit else {
  FileHandle.standardError.write(Data("subsets, or too few ratings\n".utf8))
  exit(65)
}
let done = clock.now

if settings["values"] > 0 {
  var lines: [String] = []
  func add(_ id: String, _ value: Double?) {
    if let value, value.isFinite { lines.append("\"\(id)\": \(value)") }
  }
  add("jmle.loglik", fit.logLikelihood)
  add("n_ratings_used", Double(fit.ratingCount))
  for (index, threshold) in fit.thresholds.enumerated() {
    add("jmle.threshold.\(index + 1)", threshold)
  }
  for (facet, measures) in [("ratee", fit.ratees), ("rater", fit.raters), ("item", fit.items)] {
    for element in measures {
      guard let measure = element.measure else { continue }
      let id = "jmle.\(facet).\(element.id)"
      add(id + ".measure", measure.logits)
      add(id + ".se", measure.standardError)
      add(id + ".infit_mnsq", measure.infit)
      add(id + ".outfit_mnsq", measure.outfit)
      add(id + ".infit_zstd", measure.standardInfit)
      add(id + ".outfit_zstd", measure.standardOutfit)
      add(id + ".fair_m", measure.fairAverage)
      add(id + ".count", Double(measure.ratingCount))
      add(id + ".score", measure.total)
    }
    guard let separation = measures.separation else { continue }
    let id = "jmle.summary.\(facet)"
    add(id + ".rmse", separation.rootMeanSquareError)
    add(id + ".fixed_chi_square", separation.fixedChiSquare)
    add(id + ".fixed_df", Double(separation.fixedDegreesOfFreedom))
    add(id + ".random_chi_square", separation.randomChiSquare)
    add(id + ".random_df", Double(separation.randomDegreesOfFreedom))
    for (name, spread) in [("population", separation.population), ("sample", separation.sample)] {
      add(id + ".\(name).sd", spread.deviation)
      add(id + ".\(name).true_sd", spread.trueDeviation)
      add(id + ".\(name).separation", spread.separation)
      add(id + ".\(name).strata", spread.strata)
      add(id + ".\(name).reliability", spread.reliability)
    }
  }
  add("jmle.global.mean_residual", fit.overallFit.meanResidual)
  add("jmle.global.mean_z", fit.overallFit.meanStandardResidual)
  add("jmle.global.sd_z", fit.overallFit.standardResidualDeviation)
  add("jmle.global.infit_overall", fit.overallFit.infit)
  add("jmle.global.outfit_overall", fit.overallFit.outfit)
  add("jmle.global.pct_abs_z_ge_2", fit.overallFit.shareBeyondTwo * 100)
  add("jmle.global.pct_abs_z_ge_3", fit.overallFit.shareBeyondThree * 100)
  add("n_subsets", Double(fit.subsetCount))
  add("rank_deficiency", Double(fit.rankDeficiency))
  print("{\(lines.joined(separator: ",\n"))}")
} else {
  var report = Report("facets")
  report.add("ratings", ratings.count)
  report.add("threads", threads)
  report.add("readMilliseconds", milliseconds(read - start))
  report.add("arrangeMilliseconds", milliseconds(arranged - read))
  report.add("fitMilliseconds", milliseconds(done - arranged))
  report.add("steps", fit.convergence.steps)
  report.add("residual", fit.convergence.largestResidual)
  report.add("converged", fit.convergence.isConverged ? 1 : 0)
  report.add("subsets", fit.subsetCount)
  report.add("peakMegabytes", peakMegabytes())
  report.print()
}
