import BenchmarkHarness
import BenchmarkRules
import KinerjaCore
import KinerjaTables
import RuleLanguage
import WeightedScoring

// One person after another through rule score-1: with a derivation, without, and read again.
let settings = Settings(defaults: ["persons": 20_000])
let persons = settings.isSmoke ? 200 : max(1, settings["persons"])

let scorer = try ScoreOne.rule.compiled(on: "2024-06-01")
let crowd = (0..<UInt64(persons)).map { ScoreOne.inputs(of: $0) }

let derived = try measure(runs: settings.runs) {
  for inputs in crowd { sink(try scorer.score(inputs)) }
}
let alone = try measure(runs: settings.runs) {
  try scorer.results(of: crowd, parallel: ParallelBlocks(threads: 1))
}
let few = Array(crowd.prefix(max(1, persons / 100)))
let scores = try few.map { try scorer.score($0) }
let written = measure(runs: settings.runs) {
  for score in scores { sink(score.derivation.json.canonicalBytes.count) }
}
let told = measure(runs: settings.runs) {
  for score in scores { sink(score.derivation.text(in: .indonesian)) }
}
let verified = measure(runs: settings.runs) {
  for score in scores { sink(score.derivation.verify()) }
}

var report = Report("derive")
report.add("persons", persons)
report.add("runs", settings.runs)
report.add("microsecondsWithDerivation", derived.best * 1e6 / Double(persons))
report.add("microsecondsWithDerivationProcessor", derived.processor * 1e6 / Double(persons))
report.add("microsecondsWithout", alone.best * 1e6 / Double(persons))
report.add("microsecondsWithoutProcessor", alone.processor * 1e6 / Double(persons))
report.add("microsecondsWriting", written.best * 1e6 / Double(few.count))
report.add("microsecondsTelling", told.best * 1e6 / Double(few.count))
report.add("microsecondsVerifying", verified.best * 1e6 / Double(few.count))
report.add("peakMegabytes", peakMegabytes())
report.print()
