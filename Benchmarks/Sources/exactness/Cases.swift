import KinerjaCore
import KinerjaTables
import RuleLanguage

/// One person made to try a rule: by chance, or put on an edge or beside it.
struct Case {
  let inputs: RuleInputs
  let oracle: OracleRun
  /// How many decimals its numbers have at most, of ``places``.
  let places: Int
  /// How far something that decides is from the edge to which the person was led; nil if to none.
  let distance: ExactNumber?

  /// The numbers of decimals for which people are made; columns of each are different lanes.
  static let places = [0, 2, 4, 9]

  /// Whether it is on the edge, or within a thousandth of it.
  var isNearEdge: Bool {
    distance.map { !(.fraction(1, 1000) < $0) && !($0 < .fraction(-1, 1000)) } ?? false
  }
  var isOnEdge: Bool { distance?.sign == 0 }
}

/// Makes people for a rule; each from the stream of its number, so that any of them can be made
/// alone.
struct Cases {
  let oracle: Oracle
  private let stream: RandomStream
  private var draws: RandomDraws
  private var places = 0

  init(_ oracle: Oracle, seed: UInt64) {
    self.oracle = oracle
    stream = RandomStream(seed: seed)
    draws = RandomDraws(stream)
  }

  mutating func person(_ number: Int) -> Case {
    draws = RandomDraws(stream.substream(number))
    places = draws.element(of: [0, 2, 2, 2, 4, 4, 9, 9]) ?? 0
    let values = oracle.rule.inputs.map { value(for: $0) }
    let lists = oracle.rule.lists.map { list in
      (0..<draws.integer(in: draws.integer(in: 0...9) == 0 ? 0...0 : 1...3)).map { _ in
        list.fields.map { value(for: $0) }
      }
    }
    let run = OracleRun(
      oracle, inputs: values.map { OracleValue($0) },
      lists: lists.map { $0.map { $0.map { OracleValue($0) } } })
    var people = RuleInputs()
    for (input, value) in zip(oracle.rule.inputs, values) where !value.isMissing {
      people[input.id] = value
    }
    for (list, elements) in zip(oracle.rule.lists, lists) {
      people[list: list.id] = elements.map { record(list, $0) }
    }
    var distance: ExactNumber?
    // Two of three people are led to an edge.
    if draws.integer(in: 0...2) > 0, let edge = draws.element(of: oracle.edges) {
      distance = lead(run, to: edge, &people)
    }
    return Case(inputs: people, oracle: run, places: places, distance: distance)
  }

  private func record(_ list: RuleList, _ values: [RuleValue]) -> RuleRecord {
    RuleRecord(
      Dictionary(
        zip(list.fields.map(\.id), values).filter { !$0.1.isMissing },
        uniquingKeysWith: { first, _ in first }))
  }

  // MARK: - By chance

  private mutating func value(for input: RuleInput) -> RuleValue {
    if !input.isRequired, draws.integer(in: 0...39) == 0 { return .missing(.notGiven) }
    switch input.type {
    case .flag: return .flag(draws.bernoulli(0.5))
    case .category(let scale):
      let all = oracle.rule.scale(scale)?.categories.map(\.id) ?? []
      return draws.element(of: all).map { .category($0) } ?? .missing(.notGiven)
    case .number: return .number(number(for: input))
    }
  }

  private mutating func number(for input: RuleInput) -> Ratio {
    let most = min(input.decimals ?? places, places)
    let (top, places): (Int, Int) =
      switch draws.integer(in: 0...7) {
      case 0: (12, 0)
      case 1, 2: (130, 0)
      case 3, 4: (13_000, 2)
      case 5: (1_300_000, 4)
      case 6: (99, 1)
      default: (1_000_000, 0)
      }
    let digits = draws.integer(in: 0...top)
    let number = exact(digits, places: min(places, most))
    guard let range = input.range else { return number }
    return number.clamped(to: range)
  }

  private func exact(_ digits: Int, places: Int) -> Ratio {
    OracleRun.powerOfTen(places).ratio.flatMap { try? Ratio(digits) / $0 } ?? 0
  }

  // MARK: - To an edge

  /// Moves one input so that an edge is met exactly, or just missed; and tells by how much.
  private mutating func lead(
    _ run: OracleRun, to edge: Oracle.Edge, _ people: inout RuleInputs
  ) -> ExactNumber? {
    guard let input = draws.element(of: edge.inputs) else { return nil }
    let list: Int? = if case .field(let list, _) = input { list } else { edge.list }
    let count = list.map { people[list: oracle.rule.lists[$0].id].count } ?? 1
    guard count > 0 else { return nil }
    let element = draws.integer(in: 0...(count - 1))
    let definition = definition(of: input)
    guard let start = run.number(of: input, element: element),
      let far = run.distance(edge, element: element)
    else { return nil }
    // Straight to the edge, twice over where a cap or a branch makes the way bend.
    var (x, distance) = (start, far)
    for _ in 0..<2 where distance.sign != 0 {
      let other = x + .fraction(1, 64)
      run.set(input, element: element, other)
      guard let next = run.distance(edge, element: element) else { break }
      let slope = next - distance
      guard slope.sign != 0 else { break }
      x = x - distance / (slope * ExactNumber(64))
      run.set(input, element: element, x)
      guard let there = run.distance(edge, element: element) else { break }
      distance = there
    }
    let isFraction = places == 9 && draws.integer(in: 0...3) == 0
    let found =
      usable(x + step(), for: definition, asFraction: isFraction)
      ?? usable(start, for: definition, asFraction: isFraction)
    guard let number = found else { return nil }
    run.set(input, element: element, ExactNumber(number))
    set(input, element, number, &people)
    return run.distance(edge, element: element)
  }

  /// On the edge, or the least step of the person's decimals beside it.
  private mutating func step() -> ExactNumber {
    let unit = ExactNumber(1) / OracleRun.powerOfTen(places)
    return switch draws.integer(in: 0...3) {
    case 0, 1: ExactNumber(0)
    case 2: unit
    default: -unit
    }
  }

  /// The number as an input may have it: within its range and cut off at the person's decimals; of
  /// nine decimals one in four is left a fraction, if that does not make every sum unwieldy.
  private func usable(
    _ number: ExactNumber, for input: RuleInput, asFraction isFraction: Bool
  ) -> Ratio? {
    var number = number
    if let range = input.range {
      if number < ExactNumber(range.lowerBound) { number = ExactNumber(range.lowerBound) }
      if ExactNumber(range.upperBound) < number { number = ExactNumber(range.upperBound) }
    }
    if isFraction, input.decimals == nil, let exact = number.ratio, exact.denominator < 100_000 {
      return exact
    }
    return OracleRun.rounded(number, min(input.decimals ?? places, places), "down").ratio
  }

  private func definition(of input: Oracle.Input) -> RuleInput {
    switch input {
    case .person(let index): oracle.rule.inputs[index]
    case .field(let list, let index): oracle.rule.lists[list].fields[index]
    }
  }

  private func set(
    _ input: Oracle.Input, _ element: Int, _ number: Ratio, _ people: inout RuleInputs
  ) {
    switch input {
    case .person(let index): people[oracle.rule.inputs[index].id] = .number(number)
    case .field(let list, let index):
      let definition = oracle.rule.lists[list]
      people.lists[definition.id]?[element].values[definition.fields[index].id] = .number(number)
    }
  }
}
