import BenchmarkHarness
import Foundation
import KinerjaCore
import KinerjaTables
import NationalRules
import RuleLanguage
import WeightedScoring

// Scores PP 46/2011 over people with lists of tasks, whose targets divide, beside the loop of the
// exact evaluator over the same people.
let settings = Settings(defaults: ["persons": 100_000, "threads": 0, "loop": 10_000])
let cores = ProcessInfo.processInfo.activeProcessorCount
let threads = settings["threads"] == 0 ? cores : settings["threads"]
let persons = settings.isSmoke ? 2_000 : settings["persons"]

let scorer = try ScoringRule.pp46Of2011.compiled(on: "2015-12-31")
let people = PeopleWithTasks.columns(persons, seed: settings.seed)
let parallel = ParallelBlocks(threads: threads)

var scores = try scorer.scores(of: people, parallel: parallel)
let compute = try measure(runs: settings.runs) {
  scores = try scorer.scores(of: people, parallel: parallel)
}

let some = min(persons, settings.isSmoke ? 500 : settings["loop"])
let inputs = (0..<some).map { people.inputs(of: $0) }
var results: [Result<ScoreResult, InvalidInput>] = []
let loop = try measure(runs: min(settings.runs, 3)) {
  results = try scorer.results(of: inputs, parallel: parallel)
}
let different = try results.indices.count { row in
  try results[row].get().category != scores.category(of: row)
}

var report = Report("score-lists")
report.add("persons", persons)
report.add("threads", threads)
report.add("runs", settings.runs)
report.add("counts", scores.counts)
report.add("incomplete", scores.missing.values.reduce(0, +))
report.add("refused", scores.refusedCount)
report.add("exactFallback", scores.evaluatedCount)
report.add("compute", compute.median * 1e3)
report.add("computeBest", compute.best * 1e3)
report.add("nanosecondsPerPerson", compute.best * 1e9 / Double(max(persons, 1)))
report.add("loopNanosecondsPerPerson", loop.best * 1e9 / Double(max(some, 1)))
report.add(
  "timesFaster", loop.best / Double(max(some, 1)) / (compute.best / Double(max(persons, 1))))
report.add("differentFromLoop", different)
report.add("peak", peakMegabytes())
report.print()
