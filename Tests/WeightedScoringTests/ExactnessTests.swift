import KinerjaCore
import KinerjaTables
import RuleLanguage
import Testing
import WeightedScoring

// Ten thousand people with inputs of four decimals, most of them on an edge or one unit beside it,
// against whole-number arithmetic that knows nothing of the engine. The full proof, with rules and
// numbers of any kind, is the benchmark `exactness`.
@Suite struct ExactnessTests {
  /// Thirteen inputs in ten-thousandths.
  typealias Person = [Int64]

  /// Every step in whole units: achievements of 1/120000 per cent, work of 1/12000000, behaviour
  /// of 1/1000000.
  struct Answer {
    var achievements: [Int64] = []
    var work: Int64 = 0
    var behaviour: Int64 = 0
    var predicate = 0

    init(_ person: Person) {
      for (k, indicator) in ScoreOne.indicators.enumerated() {
        let ratio = person[k] * (1200 / indicator.target)
        let units =
          switch indicator.formula {
          case ScoreOne.maximize: ratio
          case ScoreOne.minimize: 24_000_000 - ratio
          default: 12_000_000 - abs(ratio - 12_000_000)
          }
        achievements.append(max(0, min(14_400_000, units)))
        work += indicator.weight * achievements[k]
      }
      for (j, weight) in ScoreOne.behaviourWeights.enumerated() {
        behaviour += weight * person[6 + j]
      }
      let row = work < 95 * 12_000_000 ? 0 : work < 105 * 12_000_000 ? 1 : 2
      let column = behaviour < 70_000_000 ? 0 : behaviour < 80_000_000 ? 1 : 2
      predicate = ScoreOne.cells[row][column]
    }
  }

  static func inputs(_ person: Person) throws -> RuleInputs {
    var inputs = RuleInputs()
    for k in 0..<13 {
      let name = ScoreOne.name(k < 6 ? "a" : "b", k < 6 ? k + 1 : k - 5)
      inputs[name] = .number(try Ratio(person[k]) / 10_000)
    }
    return inputs
  }

  /// A person by chance; then the first indicator and the last behaviour are led to an edge.
  static func person(_ draws: inout RandomDraws) -> Person {
    var person = (0..<13).map { k in
      let range = k < 6 ? ScoreOne.indicators[k].lo...ScoreOne.indicators[k].hi : 5500...10_000
      return Int64(draws.integer(in: Int(range.lowerBound * 100)...Int(range.upperBound * 100)))
    }
    let beside = Int64(draws.integer(in: -1...1))
    let edge: Int64 = draws.bernoulli(0.5) ? 95 : 105
    var other = person
    other[0] = 0
    let gap = edge * 12_000_000 - Answer(other).work
    // A unit of the first is worth 25 · 12.
    if (0...120 * 10_000).contains(gap / 300) { person[0] = max(0, gap / 300 + beside) }
    let mark: Int64 = draws.bernoulli(0.5) ? 70 : 80
    let rest = mark * 1_000_000 - Answer(person).behaviour + 10 * person[12]
    if (0...1_000_000).contains(rest / 10) {
      person[12] = min(1_000_000, max(0, rest / 10 + beside))
    }
    return person
  }

  @Test func `ten thousand people at the edges get what whole numbers give`() throws {
    let scorer = try ScoreOne.rule.compiled(on: "2024-06-01")
    var draws = RandomDraws(seed: 20_240_101)
    let people = (0..<10_000).map { _ in Self.person(&draws) }
    let results = try scorer.results(of: people.map(Self.inputs))
    var (onEdge, wrong) = (0, 0)
    for (person, result) in zip(people, results) {
      let (found, answer) = (try result.get(), Answer(person))
      let edges: [Int64] = [95, 105]
      if edges.contains(where: { answer.work == $0 * 12_000_000 }) { onEdge += 1 }
      let isRight =
        found.number == (try Ratio(answer.work) / 12_000_000)
        && found.category == CategoryID(stringLiteral: "p\(answer.predicate)")
      if !isRight { wrong += 1 }
    }
    #expect(wrong == 0)
    // The edges are really met.
    #expect(onEdge > 100)
  }

  @Test func `every step of a derivation is exact`() throws {
    let scorer = try ScoreOne.rule.compiled(on: "2024-06-01")
    var draws = RandomDraws(seed: 7)
    for _ in 0..<300 {
      let person = Self.person(&draws)
      let (score, answer) = (try scorer.score(Self.inputs(person)), Answer(person))
      for (k, units) in answer.achievements.enumerated() {
        #expect(
          score.derivation[ScoreOne.name("n", k + 1)]?.result
            == .number(try Ratio(units) / 120_000))
      }
      #expect(score.number == (try Ratio(answer.work) / 12_000_000))
      #expect(
        score.derivation["behaviour"]?.result == .number(try Ratio(answer.behaviour) / 1_000_000))
      #expect(score.category == CategoryID(stringLiteral: "p\(answer.predicate)"))
    }
  }
}
