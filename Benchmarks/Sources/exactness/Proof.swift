import KinerjaCore
import KinerjaTables
import RuleLanguage
import Synchronization
import WeightedScoring

/// Holds the library's answers for a rule against the oracle's.
struct Proof: Sendable {
  let rule: ScoringRule
  let day: Day
  let scorer: Scorer

  /// The steps about the person that give a number, by position.
  let numberSteps: [Int]
  private let scoreIndex: Int?
  private let categoryIndex: Int?
  /// One case of so many is scored with a derivation.
  private let derivedShare = 8

  init(_ rule: ScoringRule, on day: Day) throws {
    self.rule = rule
    self.day = day
    let scorer = try rule.compiled(on: day)
    self.scorer = scorer
    let nobody = RuleColumns(count: 0, [:])
    numberSteps = rule.rule.steps.indices.filter { index in
      (try? scorer.scores(of: nobody, keeping: [rule.rule.steps[index].id])) != nil
    }
    // Once here, so that a rule the oracle cannot read is refused before the work begins.
    _ = try Oracle(rule.rule, on: day)
    scoreIndex = rule.rule.steps.firstIndex { $0.id == rule.scoreStep }
    categoryIndex = rule.rule.steps.firstIndex { $0.id == rule.categoryStep }
  }

  /// Tries so many cases, block by block.
  ///
  /// A case depends on seed and number only, and a block on its first number; so what is found does
  /// not depend on the number of threads. A block is long enough for two threads to share the columns
  /// of the people with two decimals.
  func run(
    cases: Range<Int>, seed: UInt64, threads: Int, onProgress: @escaping @Sendable (Int) -> Void
  ) async -> Count {
    let size = rule.rule.lists.isEmpty ? 196_608 : 24_576
    let blocks = (cases.count - 1) / size + 1
    let next = Next()
    let parts = await withTaskGroup(of: [(Int, Count)].self) { group in
      for _ in 0..<min(threads, blocks) {
        group.addTask {
          var parts: [(Int, Count)] = []
          while let block = next.take(below: blocks) {
            let first = cases.lowerBound + block * size
            let part = self.block(first..<min(first + size, cases.upperBound), seed, onProgress)
            parts.append((block, part))
          }
          return parts
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    var sum = Count()
    for (_, part) in parts.sorted(by: { $0.0 < $1.0 }) { sum.add(part) }
    return sum
  }

  private func block(
    _ range: Range<Int>, _ seed: UInt64, _ onProgress: (Int) -> Void
  ) -> Count {
    var count = Count()
    do {
      try run(range, seed, &count, onProgress)
    } catch {
      count.miss("\(error)")
    }
    return count
  }

  private func run(
    _ range: Range<Int>, _ seed: UInt64, _ count: inout Count, _ onProgress: (Int) -> Void
  ) throws {
    let oracle = try Oracle(rule.rule, on: day)
    var cases = Cases(oracle, seed: seed)
    var taken = Case.places.map { ColumnProof(self, places: $0, isRefused: false) }
    var refused = Case.places.map { ColumnProof(self, places: $0, isRefused: true) }
    let few = 1_024
    for first in stride(from: range.lowerBound, to: range.upperBound, by: few) {
      let numbers = first..<min(first + few, range.upperBound)
      let people = numbers.map { cases.person($0) }
      let results = try scorer.results(
        of: people.map(\.inputs), parallel: ParallelBlocks(threads: 1))
      for ((number, person), result) in zip(zip(numbers, people), results) {
        count.cases += 1
        if person.isNearEdge { count.nearEdge += 1 }
        if person.isOnEdge { count.onEdge += 1 }
        let isDerived = number % derivedShare == 0
        let isTaken = compare(result, person, oracle, isDerived: isDerived, &count)
        guard let index = Case.places.firstIndex(of: person.places) else { continue }
        if isTaken { taken[index].append(person) } else { refused[index].append(person) }
      }
      onProgress(people.count)
    }
    for columns in taken + refused { try columns.run(&count) }
  }

  /// The category that the oracle finds for a person.
  func category(of person: Case) -> OracleValue {
    value(categoryIndex, person) ?? .missing
  }

  /// Compares what the library says of one person; and tells whether it took the person.
  private func compare(
    _ result: Result<ScoreResult, InvalidInput>, _ person: Case, _ oracle: Oracle,
    isDerived: Bool, _ count: inout Count
  ) -> Bool {
    do {
      let result = try result.get()
      count.values += 2
      let isScore = same(result.number.map { .number($0) }, value(scoreIndex, person))
      let isCategory = same(result.category.map { .category($0) }, value(categoryIndex, person))
      if !isScore || !isCategory { count.miss("without derivation \(result) for \(person.inputs)") }
      if isDerived {
        count.derived += 1
        compare(try scorer.score(person.inputs), person, oracle, &count)
      }
      return true
    } catch {
      if error.problems.map(\.code) == ["rules.overflow"] {
        if isTooLarge(person, oracle) { count.tooLarge += 1 } else { count.onTheWay += 1 }
      } else {
        count.miss(error.report(in: .english))
      }
      return false
    }
  }

  private func value(_ index: Int?, _ person: Case) -> OracleValue? {
    index.map { person.oracle.step($0) }
  }

  private func same(_ found: RuleValue?, _ expected: OracleValue?) -> Bool {
    same(found ?? .missing(.notGiven), expected ?? .missing)
  }

  private func same(_ found: RuleValue, _ expected: OracleValue) -> Bool {
    switch (found, expected) {
    case (.number(let number), .number(let exact)): ExactNumber(number) == exact
    case (.category(let category), .category(let text)): category.text == text
    case (.flag(let flag), .flag(let other)): flag == other
    case (.missing, .missing): true
    default: false
    }
  }

  /// The derivation has the steps in the order of the rule's text: the lists first.
  private func compare(_ score: Score, _ person: Case, _ oracle: Oracle, _ count: inout Count) {
    var steps = score.derivation.steps[...]
    func check(_ expected: OracleValue, _ exact: OracleValue, _ count: inout Count) {
      guard let step = steps.popFirst() else { return count.miss("a step is missing") }
      count.values += 2
      if !same(step.result, expected) {
        count.miss("\(step.path): \(step.result) and not \(expected) for \(person.inputs)")
      }
      if !same(step.exact, exact) {
        count.miss(
          "\(step.path) before rounding: \(step.exact) and not \(exact) for \(person.inputs)")
      }
    }
    let run = person.oracle
    for (index, list) in rule.rule.lists.enumerated() {
      for element in person.inputs[list: list.id].indices {
        for step in list.steps.indices {
          check(
            run.step(step, list: index, element: element),
            run.exact(step, list: index, element: element), &count)
        }
      }
    }
    for step in rule.rule.steps.indices { check(run.step(step), run.exact(step), &count) }
    if !steps.isEmpty { count.miss("\(steps.count) steps too many") }
  }

  /// Whether some step's exact value, in lowest terms, has a term of more than 127 bits.
  private func isTooLarge(_ person: Case, _ oracle: Oracle) -> Bool {
    var values = oracle.steps.indices.map { person.oracle.step($0) }
    for (index, list) in rule.rule.lists.enumerated() {
      for element in person.inputs[list: list.id].indices {
        values += list.steps.indices.map { person.oracle.step($0, list: index, element: element) }
      }
    }
    return values.contains { $0.number.map { $0.ratio == nil } ?? false }
  }
}

/// Numbers of blocks, each given out once.
private final class Next: Sendable {
  private let number = Atomic<Int>(0)

  func take(below end: Int) -> Int? {
    let taken = number.wrappingAdd(1, ordering: .relaxed).oldValue
    return taken < end ? taken : nil
  }
}
