import BenchmarkRules
import Foundation
import KinerjaCore
import KinerjaTables
import RuleLanguage
import WeightedScoring

/// Compares counts, sums and single people with `scoring/exact-edges.json` of a reference folder.
struct ReferenceCheck {
  private struct Reference: Decodable {
    struct Case: Decodable {
      struct Person: Decodable {
        let person: Int
        let predicate: Int
        let workUnits: Int
      }
      let population: Int
      let counts: [Int]
      let sumWorkUnits: String
      let sumBehaviourUnits: String
      let persons: [Person]?
    }
    let cases: [Case]
  }

  let folder: String?

  /// Prints one line a population; whether all agree.
  func run() throws -> Bool {
    let place = folder ?? ProcessInfo.processInfo.environment["KINERJA_REFERENCE"]
    let file = place.map {
      URL(fileURLWithPath: $0).appendingPathComponent("scoring/exact-edges.json")
    }
    guard let file, let data = try? Data(contentsOf: file) else {
      print("no reference: give --reference FOLDER or set KINERJA_REFERENCE")
      return false
    }
    let scorer = try ScoreOne.rule.compiled(on: "2024-06-01")
    var isAlike = true
    for example in try JSONDecoder().decode(Reference.self, from: data).cases {
      let people = ScoreOnePeople.columns(example.population, seed: 20_240_101)
      let scores = try scorer.scores(of: people, summing: ["behaviour"])
      let work = try Ratio(example.sumWorkUnits.wholeNumber, over: 120_000)
      let behaviour = try Ratio(example.sumBehaviourUnits.wholeNumber, over: 100)
      var wrong = 0
      for person in example.persons ?? [] {
        let exact = try scorer.result(of: person.person, in: people)
        let units = try Ratio(Int128(person.workUnits), over: 120_000)
        let isRight =
          Int(scores.categories[person.person]) == person.predicate
          && exact.category == scores.category(of: person.person) && exact.number == units
        if !isRight { wrong += 1 }
      }
      let isRight =
        scores.counts == example.counts && scores.sum(of: "work")?.exact == work
        && scores.sum(of: "behaviour")?.exact == behaviour && wrong == 0
      isAlike = isAlike && isRight
      print(
        "\(example.population) persons: \(isRight ? "equal" : "DIFFERENT"),",
        "\(example.persons?.count ?? 0) persons on edges, \(wrong) wrong")
    }
    return isAlike
  }
}

extension String {
  fileprivate var wholeNumber: Int128 { Int128(self) ?? 0 }
}
