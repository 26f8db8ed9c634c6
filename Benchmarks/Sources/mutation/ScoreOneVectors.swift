import BenchmarkRules
import KinerjaCore
import RuleLanguage
import WeightedScoring

/// Vectors for score-1, which is no rule of law and has no file: its edges, one person a cell of
/// the matrix, and each of them without each input.
enum ScoreOneVectors {
  static let day: Day = "2024-06-30"

  static func made() throws -> PolicyVectors {
    let scorer = try ScoreOne.rule.compiled(on: day)
    var all = people
    for person in people {
      for name in ScoreOne.names {
        var lacking = person
        lacking.values[name] = nil
        all.append(lacking)
      }
    }
    let edges = try PolicyVectors.edges(of: ScoreOne.rule, on: day, from: people)
    return PolicyVectors(
      for: edges.rule, defaults: edges.defaults,
      cases: try all.enumerated().map { try recorded("person \($0)", $1, scorer) } + edges.cases)
  }

  /// Work about 90, 100 and 112, behaviour 60, 75 and 90.
  private static let people: [RuleInputs] = {
    let works: [[Ratio]] = [
      [60, 80, 50, 40, 25, 30], [100, 80, 50, 40, 25, 30], [120, 96, 60, 40, 25, 30],
    ]
    let marks: [Ratio] = [60, 75, 90]
    return works.flatMap { work in
      marks.map { mark in
        let numbers = work + Array(repeating: mark, count: 7)
        return RuleInputs(
          values: Dictionary(uniqueKeysWithValues: zip(ScoreOne.names, numbers.map { .number($0) }))
        )
      }
    }
  }()

  /// What the rule gives a person now, as a case.
  private static func recorded(
    _ name: String, _ person: RuleInputs, _ scorer: Scorer
  ) throws -> PolicyCase {
    let score = try scorer.score(person)
    var expectation = PolicyExpectation()
    expectation.category = score.category.map { .value(.category($0)) } ?? .missing
    return PolicyCase(name, inputs: person, .person(expectation))
  }
}
