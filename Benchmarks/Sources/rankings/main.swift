import BenchmarkHarness
import Foundation
import KinerjaCore
import KinerjaTables
import WeightedScoring

// Ranks and weighs many alternatives by ten criteria, seven benefits and three costs.
let settings = Settings(defaults: ["alternatives": 1_000_000, "criteria": 10, "threads": 0])
let count = settings.isSmoke ? 2_000 : max(2, settings["alternatives"])
let width = max(2, settings["criteria"])
let threads =
  settings["threads"] == 0 ? ProcessInfo.processInfo.activeProcessorCount : settings["threads"]

let stream = RandomStream(seed: settings.seed)
let columns = (0..<width).map { column in
  (0..<count).map { 1 + stream.uniform(at: width * $0 + column) }
}
let criteria = try (0..<width).map { column in
  Criterion(try CriterionID("c\(column)"), column < width - 3 ? .benefit : .cost)
}
let matrix = try DecisionMatrix(criteria, columns: columns)
let equal = try CriterionWeights.equal(criteria.map(\.id))
let parallel = ParallelBlocks(threads: threads)

var report = Report("rankings")
report.add("alternatives", count)
report.add("criteria", width)
report.add("threads", threads)
report.add("runs", settings.runs)
report.add(
  "secondsMatrix",
  try measure(runs: settings.runs) {
    try DecisionMatrix(criteria, columns: columns)
  })
let rankings: [(String, RankingMethod)] = [
  ("WeightedSum", .weightedSum()), ("Topsis", .topsis()), ("WeightedProduct", .weightedProduct()),
  ("Vikor", .vikor()), ("PrometheeUsual", .promethee(.usual)),
  ("PrometheeLinear", .promethee(.linear(indifference: 0.1, preference: 0.5))),
]
for (name, method) in rankings {
  let runs = method.manifest.method == "promethee-ii" ? min(2, settings.runs) : settings.runs
  report.add(
    "seconds" + name,
    try measure(runs: runs) {
      try matrix.ranking(by: method, weights: equal, parallel: parallel).scores
    })
}
let weightings: [(String, WeightingMethod)] = [
  ("Entropy", .entropy), ("Critic", .critic(.diakoulaki)), ("Merec", .merec), ("Gini", .gini),
]
for (name, method) in weightings {
  report.add(
    "seconds" + name,
    try measure(runs: settings.runs) {
      try matrix.weights(by: method, parallel: parallel).shares
    })
}
let topsis = try matrix.ranking(by: .topsis(), weights: equal, parallel: parallel)
report.add("secondsRanks", measure(runs: min(2, settings.runs)) { topsis.ranks() })
report.add(
  "sumWeightedSum", try matrix.ranking(by: .weightedSum(), weights: equal).scores.reduce(0, +))
report.add("sumTopsis", topsis.scores.reduce(0, +))
report.add("peakMegabytes", peakMegabytes())
report.print()
