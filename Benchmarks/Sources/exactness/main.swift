import BenchmarkHarness
import BenchmarkRules
import Foundation
import KinerjaCore
import KinerjaTables
import NationalRules
import Synchronization
import WeightedScoring

// Every step of every person beside an oracle that shares no code with the library.
let settings = Settings(defaults: ["cases": 100_000, "from": 0, "threads": 0], texts: ["rule"])
let cases = settings.isSmoke ? 2_000 : max(1, settings["cases"])
let range = settings["from"]..<settings["from"] + cases
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

/// Counts the cases that are done, and says so once in a while.
final class Progress: Sendable {
  private let done = Atomic<Int>(0)

  func add(_ more: Int) -> Int? {
    let sum = done.wrappingAdd(more, ordering: .relaxed).newValue
    return sum / 50_000 > (sum - more) / 50_000 ? sum : nil
  }
}

var isProven = true
for (rule, day) in chosen {
  let proof = try Proof(rule, on: day)
  let seed = settings.seed
  let clock = ContinuousClock()
  let start = clock.now
  let progress = Progress()
  let sum = await proof.run(cases: range, seed: seed, threads: threads) { more in
    guard let done = progress.add(more) else { return }
    FileHandle.standardError.write(Data("\r\(rule.id): \(done) of \(cases)".utf8))
  }
  FileHandle.standardError.write(Data("\n".utf8))
  let passed = clock.now - start

  var report = Report("exactness")
  report.add("rule", rule.id.text)
  report.add("seed", Int(seed))
  report.add("cases", sum.cases)
  report.add("mismatches", sum.mismatches)
  report.add("valuesCompared", sum.values)
  report.add("onEdge", sum.onEdge)
  report.add("nearEdge", sum.nearEdge)
  report.add("withDerivation", sum.derived)
  report.add("throughColumns", sum.columns)
  report.add("exactFallback", sum.evaluated)
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
