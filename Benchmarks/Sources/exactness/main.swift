import BenchmarkHarness
import BenchmarkRules
import Foundation
import KinerjaCore
import KinerjaTables
import NationalRules
import WeightedScoring

// Every step of every person beside an oracle that shares no code with the library.
let settings = Settings(defaults: ["cases": 100_000, "threads": 0], texts: ["rule"])
let cases = settings.isSmoke ? 2_000 : max(1, settings["cases"])
let threads =
  settings["threads"] == 0 ? ProcessInfo.processInfo.activeProcessorCount : settings["threads"]

let all: [(rule: ScoringRule, day: Day)] = [
  (ScoreOne.rule, "2024-06-01"), (.pp46Of2011, "2020-12-31"), (.permenPANRB6Of2022, "2023-12-31"),
  (AdversarialRule.rule, "2024-06-01"),
]
let chosen = settings.text("rule").map { id in all.filter { $0.rule.id.text == id } } ?? all
guard !chosen.isEmpty else {
  let known = all.map(\.rule.id.text).joined(separator: ", ")
  FileHandle.standardError.write(Data("unknown rule; known are \(known)\n".utf8))
  exit(64)
}

var isProven = true
for (rule, day) in chosen {
  let proof = try Proof(rule, on: day)
  let seed = settings.seed
  let clock = ContinuousClock()
  let start = clock.now
  let sum = await proof.run(cases: cases, seed: seed, threads: threads) { done in
    FileHandle.standardError.write(Data("\r\(proof.rule.id): \(done) of \(cases)".utf8))
  }
  FileHandle.standardError.write(Data("\n".utf8))
  let passed = clock.now - start

  var report = Report("exactness")
  report.add("rule", rule.id.text)
  report.add("seed", Int(seed))
  report.add("cases", sum.cases)
  report.add("mismatches", sum.mismatches)
  report.add("valuesCompared", sum.values)
  report.add("nearEdgeShare", Double(sum.nearEdge) / Double(max(1, sum.cases)))
  report.add("refusedTooLarge", sum.tooLarge)
  report.add("refusedOnTheWay", sum.onTheWay)
  report.add("threads", threads)
  report.add(
    "seconds", Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18)
  report.print()
  if let first = sum.first {
    FileHandle.standardError.write(Data("\(rule.id): \(first)\n".utf8))
    isProven = false
  }
}
exit(isProven ? 0 : 1)
