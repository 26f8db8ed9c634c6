import KinerjaCore
import RuleLanguage

/// A value as the oracle knows it.
enum OracleValue {
  case number(ExactNumber)
  case category(String)
  case flag(Bool)
  case missing

  init(_ value: RuleValue) {
    switch value {
    case .number(let number): self = .number(ExactNumber(number))
    case .category(let category): self = .category(category.text)
    case .flag(let flag): self = .flag(flag)
    case .missing: self = .missing
    }
  }

  var number: ExactNumber? { if case .number(let number) = self { number } else { nil } }
  var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  var isMissing: Bool { if case .missing = self { true } else { false } }
}

/// A rule as the oracle reads it: from the public `Rule` alone, to be computed step by step.
final class Oracle {
  struct Step {
    let id: String
    let list: Int?
    let body: Body
    let rounding: DecimalRounding?
    let policy: MissingPolicy
  }

  enum Body {
    case formula(Node)
    case mean([(value: Node, weight: Node)])
    case bands(Node, [Band])
    case matrix(Node, Node, rows: [String], columns: [String], cells: [[String]])
  }

  struct Band {
    let category: String
    let lower: (value: ExactNumber, isClosed: Bool)?
    let upper: (value: ExactNumber, isClosed: Bool)?

    func contains(_ number: ExactNumber) -> Bool {
      if let lower {
        let side = (number - lower.value).sign
        if side < 0 || (side == 0 && !lower.isClosed) { return false }
      }
      if let upper {
        let side = (upper.value - number).sign
        if side < 0 || (side == 0 && !upper.isClosed) { return false }
      }
      return true
    }
  }

  /// A formula whose names are places.
  indirect enum Node {
    case value(OracleValue)
    case input(Int)
    case step(Int)
    case field(list: Int, Int)
    case elementStep(list: Int, Int)
    case negate(Node)
    case not(Node)
    case binary(Sign, Node, Node)
    case conditional(Node, Node, Node)
    case call(Function, [Node])
    case round(Node, places: Int, String)
    case figure(String, list: Int, Node?, weight: Node?)
  }

  enum Sign: String {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case less = "<"
    case atMost = "<="
    case more = ">"
    case atLeast = ">="
    case equal = "="
    case unequal = "!="
    case and
    case or

    var compares: Bool {
      switch self {
      case .less, .atMost, .more, .atLeast, .equal, .unequal: true
      default: false
      }
    }
  }

  enum Function: String {
    case isMissing
    case coalesce
    case abs
    case min
    case max
    case clamp
  }

  /// A pair of numbers whose order decides something, or a number that is rounded.
  struct Edge {
    let left: Node
    let right: Node?
    let places: Int
    let list: Int?
    /// The inputs that may move it: fields of the element's list, and others.
    var inputs: [Input] = []
  }

  enum Input: Hashable {
    case person(Int)
    case field(list: Int, Int)
  }

  let rule: Rule
  private(set) var steps: [Step] = []
  private(set) var listSteps: [[Step]] = []
  private(set) var edges: [Edge] = []
  private var parameters: [String: OracleValue] = [:]

  init(_ rule: Rule, on day: Day) throws {
    self.rule = rule
    for parameter in rule.parameters {
      let value = parameter.values.first { $0.effective.contains(day) }
      parameters[parameter.id.text] = value.map { OracleValue($0.value) }
    }
    for (index, list) in rule.lists.enumerated() {
      listSteps.append(try list.steps.map { try step($0, list: index) })
    }
    steps = try rule.steps.map { try step($0, list: nil) }
    for index in edges.indices {
      var found: Set<Input> = []
      collect(edges[index].left, &found)
      if let right = edges[index].right { collect(right, &found) }
      edges[index].inputs = found.filter(isNumber).sorted { "\($0)" < "\($1)" }
    }
    edges.removeAll { $0.inputs.isEmpty }
  }

  private func isNumber(_ input: Input) -> Bool {
    switch input {
    case .person(let index): rule.inputs[index].type == .number
    case .field(let list, let index): rule.lists[list].fields[index].type == .number
    }
  }

  // MARK: - Reading

  private func step(_ step: RuleStep, list: Int?) throws -> Step {
    let body: Body
    switch step.body {
    case .formula(let text):
      body = .formula(try node(text, list))
    case .weightedMean(let terms, _):
      body = .mean(try terms.map { (try node($0.value, list), try node($0.weight, list)) })
    case .bands(let text, let table):
      let number = try node(text, list)
      let bands = try table.bands.map { band in
        Band(
          category: band.category.text, lower: try band.lower.map(edge),
          upper: try band.upper.map(edge))
      }
      for edge in bands.flatMap({ [$0.lower, $0.upper] }).compactMap(\.self) {
        note(number, .value(.number(edge.value)), list)
      }
      body = .bands(number, bands)
    case .matrix(let rows, let columns, let matrix):
      body = .matrix(
        try node(rows, list), try node(columns, list), rows: matrix.rows.map(\.category.text),
        columns: matrix.columns.map(\.text), cells: matrix.rows.map { $0.cells.map(\.text) })
    default:
      throw OracleFormula.Unreadable(description: "the oracle cannot compute the step \(step.id)")
    }
    if let rounding = step.rounding, case .formula(let node) = body {
      edges.append(Edge(left: node, right: nil, places: rounding.places, list: list))
    }
    return Step(
      id: step.id.text, list: list, body: body, rounding: step.rounding, policy: step.whenMissing)
  }

  private func edge(_ edge: RuleLanguage.Band.Edge) throws -> (value: ExactNumber, isClosed: Bool) {
    let empty = OracleRun(self, inputs: [], lists: [])
    guard let number = empty.value(try node(edge.value, nil)).number else {
      throw OracleFormula.Unreadable(description: "\(edge.value.text) is no number to the oracle")
    }
    return (number, edge.isClosed)
  }

  private func node(_ text: FormulaText, _ list: Int?) throws -> Node {
    try node(OracleFormula(text.text), list)
  }

  private func note(_ left: Node, _ right: Node, _ list: Int?) {
    edges.append(Edge(left: left, right: right, places: 0, list: list))
  }

  private func node(_ formula: OracleFormula, _ list: Int?) throws -> Node {
    switch formula {
    case .number(let number): return .value(.number(number))
    case .flag(let flag): return .value(.flag(flag))
    case .category(let category): return .value(.category(category))
    case .name(let name): return try place(of: name, list)
    case .negate(let inner): return .negate(try node(inner, list))
    case .not(let inner): return .not(try node(inner, list))
    case .binary(let sign, let left, let right):
      guard let sign = Sign(rawValue: sign) else {
        throw OracleFormula.Unreadable(description: "the oracle does not know the sign \(sign)")
      }
      let (one, other) = (try node(left, list), try node(right, list))
      if sign.compares { note(one, other, list) }
      return .binary(sign, one, other)
    case .conditional(let condition, let then, let otherwise):
      return .conditional(
        try node(condition, list), try node(then, list), try node(otherwise, list))
    case .call("round", let arguments):
      guard arguments.count == 3, case .number(.short(let places, _)) = arguments[1],
        case .name(let mode) = arguments[2]
      else { throw OracleFormula.Unreadable(description: "a round the oracle cannot read") }
      let inner = try node(arguments[0], list)
      edges.append(Edge(left: inner, right: nil, places: Int(places), list: list))
      return .round(inner, places: Int(places), mode)
    case .call(let function, let arguments):
      return try call(function, arguments, list)
    }
  }

  private func call(
    _ function: String, _ arguments: [OracleFormula], _ list: Int?
  ) throws -> Node {
    let isFigure =
      ["sum", "mean", "weightedMean", "count"].contains(function)
      || (["min", "max"].contains(function) && arguments.count == 1)
    if function == "count", case .name(let name) = arguments[0],
      let index = rule.lists.firstIndex(where: { $0.id.text == name })
    {
      return .figure("count", list: index, nil, weight: nil)
    }
    if isFigure, let inside = rule.lists.indices.first(where: { mentions($0, arguments[0]) }) {
      let weight = arguments.count > 1 ? try node(arguments[1], inside) : nil
      return .figure(function, list: inside, try node(arguments[0], inside), weight: weight)
    }
    let nodes = try arguments.map { try node($0, list) }
    guard let function = Function(rawValue: function) else {
      throw OracleFormula.Unreadable(description: "the oracle does not know \(function)()")
    }
    if [.min, .max, .clamp].contains(function) {
      for other in nodes.dropFirst() { note(nodes[0], other, list) }
    }
    return .call(function, nodes)
  }

  private func mentions(_ list: Int, _ formula: OracleFormula) -> Bool {
    switch formula {
    case .number, .flag, .category: false
    case .name(let name): name.hasPrefix(rule.lists[list].id.text + ".")
    case .negate(let inner), .not(let inner): mentions(list, inner)
    case .binary(_, let left, let right): mentions(list, left) || mentions(list, right)
    case .conditional(let a, let b, let c): [a, b, c].contains { mentions(list, $0) }
    case .call(_, let all): all.contains { mentions(list, $0) }
    }
  }

  private func place(of name: String, _ list: Int?) throws -> Node {
    if let list {
      let inside = rule.lists[list]
      let prefix = inside.id.text + "."
      let plain = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
      if let index = inside.fields.firstIndex(where: { $0.id.text == plain }) {
        return .field(list: list, index)
      }
      if let index = inside.steps.firstIndex(where: { $0.id.text == plain }) {
        return .elementStep(list: list, index)
      }
    }
    if let value = parameters[name] { return .value(value) }
    if let index = rule.inputs.firstIndex(where: { $0.id.text == name }) { return .input(index) }
    if let index = rule.steps.firstIndex(where: { $0.id.text == name }) { return .step(index) }
    throw OracleFormula.Unreadable(description: "the oracle does not know \(name)")
  }

  // MARK: - What moves an edge

  private func collect(_ node: Node, _ found: inout Set<Input>) {
    switch node {
    case .value: break
    case .input(let index): found.insert(.person(index))
    case .field(let list, let index): found.insert(.field(list: list, index))
    case .step(let index): collect(steps[index].body, &found)
    case .elementStep(let list, let index): collect(listSteps[list][index].body, &found)
    case .negate(let inner), .not(let inner), .round(let inner, _, _): collect(inner, &found)
    case .binary(_, let left, let right):
      for node in [left, right] { collect(node, &found) }
    case .conditional(let a, let b, let c): for node in [a, b, c] { collect(node, &found) }
    case .call(_, let all): for node in all { collect(node, &found) }
    case .figure(_, _, let inner, let weight):
      for node in [inner, weight].compactMap(\.self) { collect(node, &found) }
    }
  }

  private func collect(_ body: Body, _ found: inout Set<Input>) {
    switch body {
    case .formula(let node), .bands(let node, _): collect(node, &found)
    case .mean(let terms):
      for term in terms {
        collect(term.value, &found)
        collect(term.weight, &found)
      }
    case .matrix(let rows, let columns, _, _, _):
      collect(rows, &found)
      collect(columns, &found)
    }
  }
}
