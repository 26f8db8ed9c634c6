import KinerjaCore
import KinerjaTables
import RuleLanguage
import WeightedScoring

/// Holds the library's answers for a rule against the oracle's.
struct Proof: Sendable {
  /// What was seen, to be added up over blocks.
  struct Count: Sendable {
    var cases = 0
    var nearEdge = 0
    /// Values compared: of every step, before and after rounding, and of the crowd's results.
    var values = 0
    /// Cases that the library refused because an exact term has more than 127 bits.
    var tooLarge = 0
    /// Cases that it refused because a sum on the way to a step's value has.
    var onTheWay = 0
    var mismatches = 0
    /// The first mismatch in words.
    var first: String?

    mutating func add(_ other: Self) {
      cases += other.cases
      nearEdge += other.nearEdge
      values += other.values
      tooLarge += other.tooLarge
      onTheWay += other.onTheWay
      mismatches += other.mismatches
      first = first ?? other.first
    }

    mutating func miss(_ what: String) {
      mismatches += 1
      first = first ?? what
    }
  }

  let rule: ScoringRule
  let day: Day
  let scorer: Scorer

  init(_ rule: ScoringRule, on day: Day) throws {
    self.rule = rule
    self.day = day
    scorer = try rule.compiled(on: day)
    // Once here, so that a rule the oracle cannot read is refused before the work begins.
    _ = try Oracle(rule.rule, on: day)
  }

  /// Tries so many cases, block by block; what a block holds depends on the seed alone.
  func run(
    cases: Int, seed: UInt64, threads: Int, onProgress: @Sendable (Int) -> Void
  ) async -> Count {
    let size = 5_000
    let blocks = (cases - 1) / size + 1
    var sum = Count()
    // As many blocks at a time as threads: enough for work of this length.
    for first in stride(from: 0, to: blocks, by: threads) {
      let counts = await withTaskGroup(of: (Int, Count).self) { group in
        for block in first..<min(first + threads, blocks) {
          group.addTask {
            let range = block * size..<min((block + 1) * size, cases)
            do {
              return (block, try self.block(range, seed: seed))
            } catch {
              var count = Count()
              count.miss("\(error)")
              return (block, count)
            }
          }
        }
        var counts: [(Int, Count)] = []
        for await count in group { counts.append(count) }
        return counts.sorted { $0.0 < $1.0 }
      }
      for count in counts { sum.add(count.1) }
      onProgress(sum.cases)
    }
    return sum
  }

  private func block(_ range: Range<Int>, seed: UInt64) throws -> Count {
    let oracle = try Oracle(rule.rule, on: day)
    var cases = Cases(oracle, RandomStream(seed: seed).substream(range.lowerBound))
    var count = Count()
    var crowd: [RuleInputs] = []
    var expected: [(score: OracleValue?, category: OracleValue?)] = []
    for _ in range {
      let person = cases.next()
      count.cases += 1
      if person.isNearEdge { count.nearEdge += 1 }
      do throws(InvalidInput) {
        compare(try scorer.score(person.inputs), person, oracle, &count)
      } catch {
        if error.problems.map(\.code) == ["rules.overflow"] {
          if isTooLarge(person, oracle) { count.tooLarge += 1 } else { count.onTheWay += 1 }
        } else {
          count.miss(error.report(in: .english))
        }
        continue
      }
      crowd.append(person.inputs)
      expected.append(
        (value(rule.scoreStep, person, oracle), value(rule.categoryStep, person, oracle)))
    }
    for (result, expected) in zip(scorer.results(of: crowd), expected) {
      guard let result = try? result.get() else {
        count.miss("the crowd refuses whom the single engine takes")
        continue
      }
      count.values += 2
      let isScore = same(result.number.map { .number($0) }, expected.score)
      let isCategory = same(result.category.map { .category($0) }, expected.category)
      if !isScore || !isCategory { count.miss("the crowd's result \(result)") }
    }
    return count
  }

  private func value(_ id: StepID?, _ person: Case, _ oracle: Oracle) -> OracleValue? {
    guard let id, let index = oracle.steps.firstIndex(where: { $0.id == id.text }) else {
      return nil
    }
    return person.oracle.step(index)
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
    func check(_ expected: OracleValue, _ count: inout Count) {
      guard let step = steps.popFirst() else { return count.miss("a step is missing") }
      count.values += 1
      if !same(step.result, expected) {
        count.miss("\(step.path): \(step.result) and not \(expected) for \(person.inputs)")
      }
    }
    for (index, list) in rule.rule.lists.enumerated() {
      for element in person.inputs[list: list.id].indices {
        for step in list.steps.indices {
          check(person.oracle.step(step, list: index, element: element), &count)
        }
      }
    }
    for step in rule.rule.steps.indices { check(person.oracle.step(step), &count) }
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
