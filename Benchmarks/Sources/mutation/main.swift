import BenchmarkHarness
import BenchmarkRules
import Foundation
import KinerjaCore
import KinerjaTables
import NationalRules
import RuleLanguage
import WeightedScoring

// Edits each rule of national law once in every way and asks the compiler, the linter and the
// vectors that the package ships whether they notice. One line of JSON a rule; status 1 if fewer
// than 95 % of a rule are noticed.
let settings = Settings(defaults: ["threads": 0, "every": 1], texts: ["rule"])
let every = settings.isSmoke ? 10 : max(1, settings["every"])
let threads = settings["threads"]

let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

func shipped(_ name: String) throws -> PolicyVectors {
  try PolicyVectors(contentsOf: package.appendingPathComponent("Vectors/\(name).json").path)
}

var isGood = true
for rule in RuleBook.national.rules + [ScoreOne.rule]
where settings.text("rule").map({ $0 == rule.id.text }) ?? true {
  let started = Date()
  let vectors =
    rule == ScoreOne.rule
    ? try ScoreOneVectors.made()
    : try shipped(rule.id.text).merging(shipped("\(rule.id).edges"))
  guard let day = vectors.defaults.day ?? vectors.cases.lazy.compactMap(\.day).first,
    vectors.run(rule).isSatisfied
  else {
    print("{\"benchmark\":\"mutation\",\"error\":\"\(rule.id) does not pass its vectors\"}")
    exit(1)
  }
  let report = try rule.mutationReport(
    on: day, vectors: vectors, every: every,
    work: ParallelBlocks(threads: threads == 0 ? nil : threads))
  let survivors = report.survivors
  let line: JSONValue = .object(of: [
    "benchmark": "mutation", "rule": .string(rule.id.text),
    "cases": .integer(Int64(vectors.cases.count)),
    "mutants": .integer(Int64(report.outcomes.count)),
    "byCompiler": .integer(Int64(report.count(caughtBy: .compiler))),
    "byVectors": .integer(Int64(report.count(caughtBy: .vectors))),
    "byLinter": .integer(Int64(report.count(caughtBy: .linter))),
    "caughtPercent": .string(
      ((try? report.caughtShare * 100) ?? 0).decimalText(places: 1, .floor, .point)),
    "survivors": .array(
      survivors.map {
        .object(of: [
          "edit": .string($0.mutant.description),
          "equivalence": .string($0.equivalence?.rawValue ?? "–"),
        ])
      }),
    "seconds": .string(
      String(Int(Date().timeIntervalSince(started) * 1000)).millisecondsAsSeconds),
  ])
  print(String(decoding: line.canonicalBytes, as: UTF8.self))
  let least: Ratio = "0.95"
  if report.caughtShare < least { isGood = false }
}
// A sample of a dozen edits says that it runs, not what share is noticed.
exit(isGood || settings.isSmoke ? 0 : 1)

extension String {
  fileprivate var millisecondsAsSeconds: String {
    let padded = String(repeating: "0", count: max(0, 4 - count)) + self
    return "\(padded.dropLast(3)).\(padded.suffix(3))"
  }
}
