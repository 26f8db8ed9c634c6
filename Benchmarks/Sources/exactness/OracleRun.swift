import KinerjaCore
import RuleLanguage

/// One person computed by the oracle; each step once, when first asked for.
final class OracleRun {
  private let oracle: Oracle
  private var inputs: [OracleValue]
  /// The fields of each list, element by element.
  private var lists: [[[OracleValue]]]
  private var found: [OracleValue?]
  private var foundInLists: [[[OracleValue?]]]
  private var element = 0

  init(_ oracle: Oracle, inputs: [OracleValue], lists: [[[OracleValue]]]) {
    self.oracle = oracle
    self.inputs = inputs
    self.lists = lists
    found = Array(repeating: nil, count: oracle.steps.count)
    foundInLists = zip(lists, oracle.listSteps).map { elements, steps in
      elements.map { _ in Array(repeating: nil, count: steps.count) }
    }
  }

  /// Changes an input and forgets what was computed.
  func set(_ input: Oracle.Input, element: Int, _ value: ExactNumber) {
    switch input {
    case .person(let index): inputs[index] = .number(value)
    case .field(let list, let index): lists[list][element][index] = .number(value)
    }
    for index in found.indices { found[index] = nil }
    for list in foundInLists.indices {
      for element in foundInLists[list].indices {
        for index in foundInLists[list][element].indices {
          foundInLists[list][element][index] = nil
        }
      }
    }
  }

  func number(of input: Oracle.Input, element: Int) -> ExactNumber? {
    switch input {
    case .person(let index): inputs[index].number
    case .field(let list, let index): lists[list][element][index].number
    }
  }

  func step(_ index: Int) -> OracleValue {
    if let value = found[index] { return value }
    let value = value(of: oracle.steps[index])
    found[index] = value
    return value
  }

  /// A step's value before rounding, and before anything takes a missing one's place.
  func exact(_ index: Int) -> OracleValue { plain(oracle.steps[index]) }

  /// The same for a step of an element of a list.
  func exact(_ index: Int, list: Int, element: Int) -> OracleValue {
    let before = self.element
    self.element = element
    defer { self.element = before }
    return plain(oracle.listSteps[list][index])
  }

  func step(_ index: Int, list: Int, element: Int) -> OracleValue {
    if let value = foundInLists[list][element][index] { return value }
    let before = self.element
    self.element = element
    defer { self.element = before }
    let value = value(of: oracle.listSteps[list][index])
    foundInLists[list][element][index] = value
    return value
  }

  /// How far an edge is from being met, for an element; nil if it cannot be said.
  func distance(_ edge: Oracle.Edge, element: Int) -> ExactNumber? {
    self.element = element
    guard let left = value(edge.left).number else { return nil }
    if let right = edge.right { return value(right).number.map { left - $0 } }
    // From the half-way point just below or above, where rounding turns.
    let scale = Self.powerOfTen(edge.places)
    let scaled = left * scale
    return (scaled - scaled.floor - .fraction(1, 2)) / scale
  }

  // MARK: - Steps

  private func value(of step: Oracle.Step) -> OracleValue {
    var value = plain(step)
    if let number = value.number, let rounding = step.rounding {
      value = .number(Self.rounded(number, rounding.places, Self.name(rounding.mode)))
    }
    if value.isMissing, case .substitute(let other, _) = step.policy { return OracleValue(other) }
    return value
  }

  private func plain(_ step: Oracle.Step) -> OracleValue {
    switch step.body {
    case .formula(let node):
      return value(node)
    case .mean(let terms):
      var least: ExactNumber?
      if case .dropAndRescale(let share) = step.policy { least = ExactNumber(share) }
      return mean(terms.map { (value($0.value), value($0.weight)) }, least: least)
    case .bands(let node, let bands):
      guard let number = value(node).number else { return .missing }
      return bands.first { $0.contains(number) }.map { .category($0.category) } ?? .missing
    case .matrix(let row, let column, let rows, let columns, let cells):
      guard case .category(let r) = value(row), case .category(let c) = value(column),
        let i = rows.firstIndex(of: r), let j = columns.firstIndex(of: c)
      else { return .missing }
      return .category(cells[i][j])
    }
  }

  /// A weighted mean; with a least share, over what is there.
  private func mean(
    _ terms: [(value: OracleValue, weight: OracleValue)], least: ExactNumber?
  ) -> OracleValue {
    var (sum, weights, total) = (ExactNumber(0), ExactNumber(0), ExactNumber(0))
    for term in terms {
      guard let weight = term.weight.number, weight.sign >= 0 else { return .missing }
      total = total + weight
      guard let value = term.value.number else {
        if least == nil, weight.sign != 0 { return .missing }
        continue
      }
      sum = sum + weight * value
      weights = weights + weight
    }
    guard weights.sign != 0 else { return .missing }
    if let least, weights < least * total { return .missing }
    return .number(sum / weights)
  }

  // MARK: - Formulas

  func value(_ node: Oracle.Node) -> OracleValue {
    switch node {
    case .value(let value): return value
    case .input(let index): return inputs[index]
    case .step(let index): return step(index)
    case .field(let list, let index): return lists[list][element][index]
    case .elementStep(let list, let index): return step(index, list: list, element: element)
    case .negate(let inner): return value(inner).number.map { .number(-$0) } ?? .missing
    case .not(let inner): return value(inner).flag.map { .flag(!$0) } ?? .missing
    case .round(let inner, let places, let mode):
      return value(inner).number.map { .number(Self.rounded($0, places, mode)) } ?? .missing
    case .conditional(let condition, let then, let otherwise):
      guard let holds = value(condition).flag else { return .missing }
      return value(holds ? then : otherwise)
    case .binary(let sign, let left, let right): return binary(sign, left, right)
    case .call(let function, let arguments): return call(function, arguments)
    case .figure(let figure, let list, let inner, let weight):
      return self.figure(figure, list, inner, weight)
    }
  }

  private func binary(_ sign: Oracle.Sign, _ left: Oracle.Node, _ right: Oracle.Node) -> OracleValue
  {
    let (one, other) = (value(left), value(right))
    if sign == .and || sign == .or {
      let decisive = sign == .or
      if one.flag == decisive || other.flag == decisive { return .flag(decisive) }
      return one.isMissing || other.isMissing ? .missing : .flag(!decisive)
    }
    if one.isMissing || other.isMissing { return .missing }
    guard let a = one.number, let b = other.number else {
      let isEqual =
        switch (one, other) {
        case (.category(let x), .category(let y)): x == y
        case (.flag(let x), .flag(let y)): x == y
        default: false
        }
      return .flag(isEqual == (sign == .equal))
    }
    switch sign {
    case .plus: return .number(a + b)
    case .minus: return .number(a - b)
    case .times: return .number(a * b)
    case .over: return b.sign == 0 ? .missing : .number(a / b)
    case .less: return .flag(a < b)
    case .atMost: return .flag(!(b < a))
    case .more: return .flag(b < a)
    case .atLeast: return .flag(!(a < b))
    case .equal: return .flag(a == b)
    default: return .flag(!(a == b))
    }
  }

  private func call(_ function: Oracle.Function, _ arguments: [Oracle.Node]) -> OracleValue {
    switch function {
    case .isMissing: return .flag(value(arguments[0]).isMissing)
    case .coalesce:
      return arguments.lazy.map { self.value($0) }.first { !$0.isMissing } ?? .missing
    case .abs:
      return value(arguments[0]).number.map { .number($0.sign < 0 ? -$0 : $0) } ?? .missing
    default: break
    }
    var numbers: [ExactNumber] = []
    for argument in arguments {
      guard let number = value(argument).number else { return .missing }
      numbers.append(number)
    }
    switch function {
    case .min: return .number(numbers.reduce(numbers[0]) { $1 < $0 ? $1 : $0 })
    case .max: return .number(numbers.reduce(numbers[0]) { $0 < $1 ? $1 : $0 })
    case .clamp:
      let atLeast = numbers[0] < numbers[1] ? numbers[1] : numbers[0]
      return .number(numbers[2] < atLeast ? numbers[2] : atLeast)
    default: return .missing
    }
  }

  private func figure(
    _ figure: String, _ list: Int, _ inner: Oracle.Node?, _ weight: Oracle.Node?
  ) -> OracleValue {
    let count = lists[list].count
    guard let inner else { return .number(ExactNumber(count)) }
    let before = element
    defer { element = before }
    var terms: [(value: OracleValue, weight: OracleValue)] = []
    for index in 0..<count {
      element = index
      terms.append((value(inner), weight.map { value($0) } ?? .number(ExactNumber(1))))
    }
    if figure == "mean" || figure == "weightedMean" { return mean(terms, least: nil) }
    if terms.contains(where: { $0.value.isMissing }) { return .missing }
    if figure == "count" {
      return .number(ExactNumber(terms.count { $0.value.flag == true }))
    }
    let numbers = terms.compactMap(\.value.number)
    if figure == "sum" { return .number(numbers.reduce(ExactNumber(0)) { $0 + $1 }) }
    guard let first = numbers.first else { return .missing }
    return .number(
      numbers.reduce(first) { figure == "min" ? ($1 < $0 ? $1 : $0) : ($0 < $1 ? $1 : $0) })
  }

  // MARK: - Rounding

  static func powerOfTen(_ places: Int) -> ExactNumber {
    .fraction((0..<places).reduce(1) { power, _ in power * 10 }, 1)
  }

  private static func name(_ mode: RoundingMode) -> String {
    mode.rawValue.split(separator: "-").enumerated()
      .map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
  }

  static func rounded(_ number: ExactNumber, _ places: Int, _ mode: String) -> ExactNumber {
    let scale = powerOfTen(places)
    let scaled = number * scale
    let below = scaled.floor
    let rest = scaled - below
    if rest.sign == 0 { return number }
    let above = below + ExactNumber(1)
    let half = (rest - .fraction(1, 2)).sign
    let isUp: Bool
    switch mode {
    case "floor": isUp = false
    case "ceiling": isUp = true
    case "down": isUp = number.sign < 0
    case "up": isUp = number.sign > 0
    case "halfUp": isUp = half > 0 || (half == 0 && number.sign > 0)
    case "halfDown": isUp = half > 0 || (half == 0 && number.sign < 0)
    default:
      isUp = half > 0 || (half == 0 && !((below / ExactNumber(2)).floor * ExactNumber(2) == below))
    }
    return (isUp ? above : below) / scale
  }
}
