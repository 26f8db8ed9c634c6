import BenchmarkHarness
import BenchmarkRules
import Foundation
import KinerjaCore
import KinerjaTables
import RuleLanguage
import WeightedScoring

// Scores the benchmark rule over its population, exactly, from columns in memory.
let settings = Settings(
  defaults: ["persons": 1_000_000, "threads": 1, "seed": 20_240_101, "runs": 7, "check": 0],
  texts: ["reference"])
let cores = ProcessInfo.processInfo.activeProcessorCount
let threads = settings["threads"] == 0 ? cores : settings["threads"]
let persons = settings.isSmoke ? 10_000 : settings["persons"]

if settings["check"] > 0 || settings.text("reference") != nil {
  exit(try ReferenceCheck(folder: settings.text("reference")).run() ? 0 : 1)
}

let clock = ContinuousClock()
let start = clock.now
let scorer = try ScoreOne.rule.compiled(on: "2024-06-01")
let people = ScoreOnePeople.columns(persons, seed: settings.seed)
let ready = milliseconds(clock.now - start)

let parallel = ParallelBlocks(threads: threads)
var scores = try scorer.scores(of: people, summing: ["behaviour"], parallel: parallel)
let compute = try measure(runs: settings.runs) {
  scores = try scorer.scores(of: people, summing: ["behaviour"], parallel: parallel)
}

var report = Report("score1")
report.add("persons", persons)
report.add("threads", threads)
report.add("runs", settings.runs)
report.add("counts", scores.counts)
report.add("sumWork", scores.sum(of: "work")?.exact?.description ?? "none")
report.add("sumBehaviour", scores.sum(of: "behaviour")?.exact?.description ?? "none")
report.add("exactFallback", scores.evaluatedCount)
report.add("ready", ready)
report.add("compute", compute.median * 1e3)
report.add("computeBest", compute.best * 1e3)
report.add("computeProcessor", compute.processor * 1e3)
report.add("nanosecondsPerPerson", compute.best * 1e9 / Double(max(persons, 1)))
report.add("peak", peakMegabytes())
report.print()

func milliseconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) * 1e-15
}
