public import KinerjaCore
public import RuleLanguage

extension PolicyVectors {
  /// Makes cases one step below, on and above every edge of a rule.
  ///
  /// Along every number of each base, the rule is followed exactly from breakpoint to breakpoint;
  /// wherever it takes another way — another band, the other answer to a condition, another operand
  /// of `min`, `max` or `clamp` — there are cases on both sides, and on the edge where the input can
  /// hold it. Categories and flags are tried in all combinations, if there are no more than 256. An
  /// edge that was found from an earlier base is not made again. What the rule computes is what the
  /// cases expect: read them against the law before they are kept.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - day: The day whose parameter values hold.
  ///   - bases: People to start from, such as those of cases worked by hand; their other inputs stay.
  /// - Returns: Vectors that the rule passes, the same for the same input everywhere.
  /// - Throws: Everything wrong with the rule on that day.
  public static func edges(
    of rule: ScoringRule, on day: Day, from bases: [RuleInputs]
  ) throws(InvalidInput) -> PolicyVectors {
    let scorer = try rule.compiled(on: day)
    var search = EdgeSearch(scorer)
    for base in bases { search.run(from: base) }
    return PolicyVectors(
      for: RuleReference(to: rule), defaults: PolicyDefaults(on: day), cases: search.cases)
  }

  /// Makes cases on both sides of every edge, from the people of the cases that are complete.
  ///
  /// - Throws: Everything wrong with the rule on the day of the file, or if no case can serve as a
  ///   base.
  public func edges(of rule: ScoringRule) throws(InvalidInput) -> PolicyVectors {
    let people = cases.filter { item in
      if case .person(let expectation) = item.check { expectation.failure == nil } else { false }
    }
    let bases = people.filter(\.reform.isEmpty).map { defaults.inputs.overlaid(with: $0.inputs) }
    guard let first = people.first else {
      throw InvalidInput(Diagnostic(.policyNoBase))
    }
    return try Self.edges(of: rule, on: day(of: first), from: bases)
  }
}

/// Finds the edges of a rule from one person after another.
private struct EdgeSearch {
  private let scorer: Scorer
  private let unrounded: CompiledRule
  private(set) var cases: [PolicyCase] = []
  private var known: Set<Set<RuleWay>> = []
  private var taken: Set<RuleWay> = []
  private var names: Set<String> = []

  /// How many pieces of one input are followed; roundings inside formulas make the most of them.
  private static let mostPieces = 1_000
  private static let mostCombinations = 256

  init(_ scorer: Scorer) {
    self.scorer = scorer
    unrounded = scorer.compiled.withoutRounding
  }

  mutating func run(from base: RuleInputs) {
    for (path, _) in base.paths(for: scorer.rule.rule) where base[path].number != nil {
      guard let line = InputLine(unrounded, base, varying: path) else { continue }
      follow(line)
    }
    choose(from: base)
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
      var (low, high) = (middles[index - 1], middles[index])
      let before = ways[index - 1]
      while high - low > 1 {
        let middle = low + (high - low) / 2
        if scorer.compiled.ways(for: line.inputs(at: middle)) == before {
          low = middle
        } else {
          high = middle
        }
      }
      let change = scorer.compiled.ways(for: line.inputs(at: high)).symmetricDifference(before)
      guard known.insert(change).inserted else { continue }
      let edge = Self.steps(of: change)
      guard let point = [low, high].first(where: points.contains) else {
        add(line, at: low, edge)
        add(line, at: high, edge)
        continue
      }
      for position in point - 1...point + 1 where line.grid.indices.contains(position) {
        add(line, at: position, edge)
      }
    }
  }

  private mutating func add(_ line: InputLine, at position: Int128, _ edge: String) {
    let number = line.grid.number(at: position).text()
    add("\(line.path) = \(number), at an edge of \(edge)", line.inputs(at: position))
  }

  private static func steps(of ways: Set<RuleWay>) -> String {
    Set(ways.map(\.step)).sorted().joined(separator: ", ")
  }

  // MARK: - Categories and flags

  private mutating func choose(from base: RuleInputs) {
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
        "\($0.id) = \(person[$0.id].json.plainText)"
      }
      guard !chosen.isEmpty else { return }
      add(chosen.joined(separator: ", "), person)
    }
  }

  // MARK: - Cases

  private mutating func add(_ name: String, _ inputs: RuleInputs) {
    guard names.insert(name).inserted, let score = try? scorer.score(inputs) else { return }
    var expectation = PolicyExpectation()
    let rule = scorer.rule
    if let step = rule.categoryStep, let found = score.derivation[step] {
      expectation.category = .value(found.result)
      if let edge = found.edges.first(where: { $0.isClosed }) ?? found.edges.first {
        var trace = PolicyExpectation.Trace()
        trace.edge = edge.value
        trace.side = edge.isClosed ? .closed : .open
        expectation.trace[found.path] = trace
      }
    }
    if let step = rule.scoreStep, let found = score.derivation[step] {
      expectation.values[step.text] = .value(found.result)
    }
    cases.append(PolicyCase(name, inputs: inputs, .person(expectation)))
  }
}

extension JSONValue {
  /// The value without quotation marks, for the name of a case.
  fileprivate var plainText: String {
    switch self {
    case .string(let text): text
    case .bool(let bool): bool ? "true" : "false"
    case .null: "–"
    default: "…"
    }
  }
}
