import BenchmarkHarness
import BenchmarkRules
import Foundation
import KinerjaCore
import KinerjaTables
import NationalRules
import RuleLanguage
import WeightedScoring

// Edits each rule once in every way and asks the compiler, the linter and vectors made at its edges
// whether they notice. One line of JSON a rule; status 1 if fewer than 95 % of a rule are noticed.

struct Subject {
  let rule: ScoringRule
  let day: Day
  let bases: [RuleInputs]
}

func task(
  time: Ratio, cost: Ratio?, quantity: Ratio = 10, quality: Ratio = 90
) -> RuleRecord {
  var task: RuleRecord = [
    "target.quantity": 10, "realised.quantity": .number(quantity), "target.quality": 100,
    "realised.quality": .number(quality), "target.time": 12, "realised.time": .number(time),
  ]
  if let cost {
    task["target.cost"] = 1000
    task["realised.cost"] = .number(cost)
  }
  return task
}

func employee(
  _ tasks: [RuleRecord], additional: Ratio = 2, creativity: CategoryID = "none",
  mark: Ratio = 82
) -> RuleInputs {
  RuleInputs(
    values: ["additionalTasks": .number(additional), "creativity": .category(creativity)],
    lists: [
      "tasks": tasks, "behaviours": Array(repeating: ["mark": .number(mark)], count: 5),
    ])
}

let pp46 = Subject(
  rule: .pp46Of2011, day: "2015-06-30",
  bases: [
    employee([task(time: 12, cost: 1000)]), employee([task(time: 10, cost: nil)]),
    employee([task(time: 6, cost: 500), task(time: 13, cost: nil)]),
    employee([task(time: 24, cost: 2000, quantity: 4, quality: 40)], mark: 45),
    employee([task(time: "9.12", cost: 760)]),
    employee([task(time: 11, cost: 900)], additional: 8, creativity: "state", mark: 95),
  ])

let permen6 = Subject(
  rule: .permenPANRB6Of2022, day: "2025-12-31",
  bases: [
    [
      "result": .category("above"), "behaviour": .category("above"), "leadsUnit": false,
      "organisation": .category("good"),
    ],
    [
      "result": .category("above"), "behaviour": .category("as-expected"), "leadsUnit": true,
      "organisation": .category("exceptional"),
    ],
  ])

// One person a cell of the matrix: work about 90, 100 and 112, behaviour 60, 75 and 90.
let works: [[Ratio]] = [
  [60, 80, 50, 40, 25, 30], [100, 80, 50, 40, 25, 30], [120, 96, 60, 40, 25, 30],
]
let marks: [Ratio] = [60, 75, 90]
let scoreOne = Subject(
  rule: ScoreOne.rule, day: "2024-06-30",
  bases: works.flatMap { work in
    marks.map { mark in
      let numbers = work + Array(repeating: mark, count: 7)
      return RuleInputs(
        values: Dictionary(uniqueKeysWithValues: zip(ScoreOne.names, numbers.map { .number($0) })))
    }
  })

/// What a rule gives a person now, as a case.
func recorded(_ name: String, _ person: RuleInputs, _ subject: Subject, _ scorer: Scorer)
  -> PolicyCase
{
  var expectation = PolicyExpectation()
  do throws(InvalidInput) {
    let score = try scorer.score(person)
    if subject.rule.categoryStep != nil {
      expectation.category = score.category.map { .value(.category($0)) } ?? .missing
    }
    if let step = subject.rule.scoreStep {
      expectation.values[step.text] = score.number.map { .value(.number($0)) } ?? .missing
    }
  } catch {
    expectation.failure = PolicyExpectation.Failure(error.problems.first?.code ?? "")
  }
  return PolicyCase(name, inputs: person, .person(expectation))
}

/// The edges of the rule, the people themselves, and each of them without each input.
func vectors(for subject: Subject) throws -> PolicyVectors {
  let scorer = try subject.rule.compiled(on: subject.day)
  let edges = try PolicyVectors.edges(of: subject.rule, on: subject.day, from: subject.bases)
  var people = subject.bases
  for base in subject.bases {
    for name in base.values.keys.sorted() {
      var person = base
      person.values[name] = nil
      people.append(person)
    }
    for list in base.lists.keys.sorted() {
      var person = base
      person.lists[list] = []
      people.append(person)
      for field in (base[list: list].first?.values.keys.sorted() ?? []) {
        person = base
        person[list: list][0].values[field] = nil
        people.append(person)
      }
    }
  }
  let cases = people.enumerated().map { recorded("person \($0)", $1, subject, scorer) }
  return PolicyVectors(
    for: edges.rule, defaults: edges.defaults, cases: cases + edges.cases)
}

let settings = Settings(defaults: ["threads": 0, "every": 1])
let every = settings.isSmoke ? 10 : max(1, settings["every"])
let threads = settings["threads"]
var isGood = true
for subject in [pp46, permen6, scoreOne] {
  let started = Date()
  let vectors = try vectors(for: subject)
  guard vectors.run(subject.rule).isSatisfied else {
    print(
      "{\"benchmark\":\"mutation\",\"error\":\"\(subject.rule.id) does not pass its own vectors\"}")
    exit(1)
  }
  let report = try subject.rule.mutationReport(
    on: subject.day, vectors: vectors, every: every,
    work: ParallelBlocks(threads: threads == 0 ? nil : threads))
  let survivors = report.survivors
  let line: JSONValue = .object(of: [
    "benchmark": "mutation", "rule": .string(subject.rule.id.text),
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
