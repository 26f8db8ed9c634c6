import KinerjaCore
import RuleLanguage

/// Finds the edges of a rule, starting from one person after another.
struct EdgeSearch {
  private let scorer: Scorer
  private let unrounded: CompiledRule
  private(set) var cases: [PolicyCase] = []
  private var candidates: [Candidate] = []
  private var taken: Set<RuleWay> = []
  private var startedFrom: Set<RuleWay> = []
  private var names: Set<String> = []
  private var people: Set<RuleInputs> = []

  /// Two neighbours, or three with the edge between them, on which a rule takes another way.
  private struct Candidate {
    let line: InputLine
    let positions: [Int128]
    /// For each step, the ways that it takes on one side only.
    let changes: Set<Set<RuleWay>>

    /// Whether the input can hold the edge itself.
    var isExact: Bool { positions.count > 2 }
  }

  /// How many pieces of one input are followed; roundings inside formulas make the most of them.
  private static let mostPieces = 1_000
  private static let mostCombinations = 256

  init(_ scorer: Scorer) {
    self.scorer = scorer
    unrounded = scorer.compiled.withoutRounding
  }

  /// Looks along every number of a person who takes a way that nobody before took.
  mutating func run(from base: RuleInputs) {
    let ways = scorer.compiled.ways(for: base)
    guard !ways.isSubset(of: startedFrom) else { return }
    startedFrom.formUnion(ways)
    for (path, _) in base.paths(for: scorer.rule.rule) where base[path].number != nil {
      guard let line = InputLine(unrounded, base, varying: path) else { continue }
      follow(line)
    }
    combine(from: base)
  }

  // MARK: - Numbers

  /// Steps along the pieces of the rule without rounding, and looks between the middles of two
  /// neighbours for where the rule itself changes its way.
  private mutating func follow(_ line: InputLine) {
    let pieces = line.pieces(limit: Self.mostPieces).pieces.map(\.indices)
    let points = Set(pieces.filter { $0.count == 1 }.map(\.lowerBound))
    let middles = pieces.map { $0.lowerBound + ($0.upperBound - $0.lowerBound) / 2 }
    let ways = middles.map { scorer.compiled.ways(for: line.inputs(at: $0)) }
    for index in middles.indices.dropFirst() where ways[index] != ways[index - 1] {
      let before = ways[index - 1]
      let (low, high, after) = border(
        on: line, between: middles[index - 1], and: (middles[index], ways[index]),
        near: pieces[index].lowerBound, leaving: before)
      let changed = Dictionary(grouping: after.symmetricDifference(before), by: \.step)
      var positions = [low, high]
      if let point = positions.first(where: points.contains) {
        positions = [point - 1, point, point + 1].filter(line.grid.indices.contains)
      }
      candidates.append(
        Candidate(line: line, positions: positions, changes: Set(changed.values.map { Set($0) })))
    }
  }

  /// The neighbours between which the rule leaves its ways, sought from where it would leave them
  /// if nothing were rounded: mostly it does so there or close by.
  private func border(
    on line: InputLine, between first: Int128, and last: (index: Int128, ways: Set<RuleWay>),
    near guess: Int128, leaving before: Set<RuleWay>
  ) -> (low: Int128, high: Int128, after: Set<RuleWay>) {
    var (low, high, after) = (first, last.index, last.ways)
    func look(at index: Int128) -> Bool {
      let found = scorer.compiled.ways(for: line.inputs(at: index))
      if found == before { low = index } else { (high, after) = (index, found) }
      return found == before
    }
    var step: Int128 = 1
    if low < guess, guess < high, look(at: guess) {
      while low + step < high, look(at: low + step) { step *= 2 }
    } else {
      while high - step > low, !look(at: high - step) { step *= 2 }
    }
    while high - low > 1 { _ = look(at: low + (high - low) / 2) }
    return (low, high, after)
  }

  /// Makes cases of the candidate that shows each change best: exactly, and with as few others as
  /// may be.
  mutating func choose() {
    var best: [Set<RuleWay>: Int] = [:]
    for (index, candidate) in candidates.enumerated() {
      for change in candidate.changes {
        guard let other = best[change].map({ candidates[$0] }) else {
          best[change] = index
          continue
        }
        let isBetter =
          candidate.isExact == other.isExact
          ? candidate.changes.count < other.changes.count : candidate.isExact
        if isBetter { best[change] = index }
      }
    }
    let combined = cases
    cases = []
    for index in Set(best.values).sorted() {
      let candidate = candidates[index]
      let shown = best.filter { $0.value == index }.flatMap { $0.key.map(\.step) }
      let edge = Set(shown).sorted().joined(separator: ", ")
      for position in candidate.positions {
        let number = candidate.line.grid.number(at: position).text()
        add("\(candidate.line.path) = \(number), \(edge)", candidate.line.inputs(at: position))
      }
    }
    cases += combined
  }

  // MARK: - Categories and flags

  private mutating func combine(from base: RuleInputs) {
    let rule = scorer.rule.rule
    var people = [base]
    for input in rule.inputs {
      let choices: [RuleValue] =
        switch input.type {
        case .number: []
        case .flag: [.flag(false), .flag(true)]
        case .category(let scale): (rule.scale(scale)?.categories ?? []).map { .category($0.id) }
        }
      guard !choices.isEmpty, people.count * choices.count <= Self.mostCombinations else {
        continue
      }
      people = people.flatMap { person in
        choices.map { choice in
          var changed = person
          changed[input.id] = choice
          return changed
        }
      }
    }
    for person in people {
      let ways = scorer.compiled.ways(for: person)
      guard !ways.isSubset(of: taken) else { continue }
      taken.formUnion(ways)
      let chosen = rule.inputs.filter { $0.type != .number }.map {
        "\($0.id) = \(person[$0.id].plainText)"
      }
      let name = chosen.joined(separator: ", ")
      // The same choice of another base says nothing new about it.
      if !chosen.isEmpty, !names.contains(name) { add(name, person) }
    }
  }

  // MARK: - Cases

  private mutating func add(_ name: String, _ inputs: RuleInputs) {
    guard let score = try? scorer.score(inputs), people.insert(inputs).inserted else { return }
    var unique = name
    var count = 1
    while !names.insert(unique).inserted {
      count += 1
      unique = "\(name) (\(count))"
    }
    var expectation = PolicyExpectation()
    let rule = scorer.rule
    if let step = rule.categoryStep, let found = score.derivation[step] {
      expectation.category = .value(found.result)
      if let edge = found.edges.first(where: \.isClosed) ?? found.edges.first {
        var trace = PolicyExpectation.Trace()
        trace.edge = edge.value
        trace.side = edge.isClosed ? .closed : .open
        expectation.trace[found.path] = trace
      }
    }
    if let step = rule.scoreStep, let found = score.derivation[step] {
      expectation.values[step.text] = .value(found.result)
    }
    cases.append(PolicyCase(unique, inputs: inputs, .person(expectation)))
  }
}

extension RuleValue {
  /// The value for the name of a case.
  fileprivate var plainText: String {
    switch self {
    case .number(let number): number.text()
    case .category(let category): category.text
    case .flag(let flag): flag ? "true" : "false"
    case .missing: "–"
    }
  }
}
