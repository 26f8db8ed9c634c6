package import KinerjaCore

/// Runs a program for one person after another.
///
/// The one evaluator there is: a derivation differs only in who watches. Values that a formula
/// needs and that are missing make it missing; `and`, `or`, `if`, `coalesce` and `isMissing` ask
/// only for what decides them.
package struct Evaluator<Visitor: EvaluationVisitor> {
  package let program: Program
  package var visitor: Visitor

  /// The slots of the person.
  package private(set) var values: [RuleValue]
  /// The slots of all elements of each list, element after element.
  private var elements: [[RuleValue]]
  /// How many elements each list has; nil for a list that was not given.
  private var counts: [Int?]
  /// The element at hand.
  private var current = 0
  /// Whether the elements are being gone through for a figure.
  private var isAggregating = false
  /// The measured shares of the slots, kept only where the program asks for them.
  private var shares: [Ratio] = []
  private var elementShares: [[Ratio]] = []

  package init(_ program: Program, visitor: Visitor) {
    self.program = program
    self.visitor = visitor
    values = Array(repeating: .missing(.notGiven), count: program.slots.count)
    elements = Array(repeating: [], count: program.lists.count)
    counts = Array(repeating: nil, count: program.lists.count)
  }

  // MARK: - One person

  /// Computes every step for one person.
  ///
  /// - Throws: All inputs that the program cannot take; or the first step that stops.
  package mutating func run(_ inputs: RuleInputs, rule: Rule) throws(InvalidInput) {
    let loaded = try LoadedInputs(inputs, for: program, of: rule)
    values = loaded.values
    elements = loaded.elements
    counts = loaded.counts
    if program.tracksShares {
      shares = values.map { $0.isMissing ? 0 : 1 }
      elementShares = elements.map { $0.map { $0.isMissing ? 0 : 1 } }
    }
    do throws(EvaluationStop) {
      for step in program.steps { try run(step) }
    } catch {
      throw InvalidInput(error.diagnostic(in: program))
    }
  }

  /// The share of the weight behind a slot of the person that was measured.
  package func share(ofSlot slot: Int) -> Ratio {
    if case .missing(let reason) = values[slot] {
      if case .tooLittleMeasured(let share) = reason { return share }
      return 0
    }
    return program.tracksShares ? shares[slot] : 1
  }

  private mutating func run(_ step: ProgramStep) throws(EvaluationStop) {
    guard let list = step.list else {
      let finding = try find(step, element: nil)
      values[step.slot] = finding.result
      if program.tracksShares { shares[step.slot] = finding.share }
      return
    }
    let width = program.lists[list].slots.count
    for element in 0..<(counts[list] ?? 0) {
      current = element
      let finding = try find(step, element: element)
      elements[list][element * width + step.slot] = finding.result
      if program.tracksShares {
        elementShares[list][element * width + step.slot] = finding.share
      }
    }
  }

  private mutating func find(_ step: ProgramStep, element: Int?) throws(EvaluationStop)
    -> StepFinding
  {
    var finding: StepFinding
    do throws(ArithmeticError) {
      finding = try perform(step)
      if case .number(let number) = finding.exact, let rounding = step.rounding {
        finding.result = .number(
          Ratio(try number.rounded(to: rounding.places, rounding.mode)))
      }
    } catch {
      throw .overflow(step, element: element)
    }
    finding.element = element
    if case .missing(let reason) = finding.result {
      switch step.policy {
      case .incomplete, .dropAndRescale:
        finding.share = 0
      case .fail:
        throw .missing(step, element: element, reason)
      case .substitute(let value, _):
        finding.result = value
        finding.isSubstituted = true
        finding.share = 0
      }
    }
    if Visitor.isTracing {
      finding.operands = step.operands.map { rawValues(of: $0) }
      visitor.finished(step, finding)
    }
    return finding
  }

  private mutating func perform(_ step: ProgramStep) throws(ArithmeticError) -> StepFinding {
    switch step.operation {
    case .expression(let node):
      if case .dropAndRescale(let least) = step.policy,
        case .aggregate(let aggregate, let list) = program.nodes[node]
      {
        return try rescaledMean(aggregate, list: list, minimumShare: least)
      }
      let value = try value(of: node)
      return StepFinding(exact: value, result: value, share: try share(behind: node))
    case .weightedMean(let terms):
      return try weightedMean(terms, policy: step.policy)
    case .bands(let node, let table):
      let value = try value(of: node)
      guard case .number(let number) = value else {
        return StepFinding(exact: value, result: value, share: 0)
      }
      let index = table.index(of: number)
      let result = index.map { RuleValue.category(table.bands[$0].category) }
      return StepFinding(
        exact: result ?? .missing(.outsideBands), result: result ?? .missing(.outsideBands),
        choice: index.map { .band($0) }, share: try share(behind: node))
    case .matrix(let rows, let columns, let table):
      let (row, column) = (try value(of: rows), try value(of: columns))
      guard case .category(let r) = row, case .category(let c) = column else {
        let missing = row.isMissing ? row : column
        return StepFinding(exact: missing, result: missing, share: 0)
      }
      let result = table.cell(row: r, column: c).map { RuleValue.category($0) }
      return StepFinding(
        exact: result ?? .missing(.outsideBands), result: result ?? .missing(.outsideBands),
        choice: .cell(row: r, column: c),
        share: min(try share(behind: rows), try share(behind: columns)))
    }
  }

  // MARK: - Means that may leave terms out

  private struct MeanTerm {
    let value: RuleValue
    let weight: RuleValue
    let share: Ratio
  }

  private mutating func weightedMean(
    _ terms: [(value: Int, weight: Int)], policy: MissingPolicy
  ) throws(ArithmeticError) -> StepFinding {
    var found: [MeanTerm] = []
    for term in terms {
      found.append(
        MeanTerm(
          value: try value(of: term.value), weight: try value(of: term.weight),
          share: try share(behind: term.value)))
    }
    var finding = try mean(of: found, policy: policy)
    if Visitor.isTracing { finding.terms = found.map { ($0.value, $0.weight) } }
    return finding
  }

  private mutating func rescaledMean(
    _ aggregate: ProgramAggregate, list: Int, minimumShare: Ratio
  ) throws(ArithmeticError) -> StepFinding {
    var found: [MeanTerm] = []
    let count = counts[list]
    try forEachElement(of: list) { (evaluator) throws(ArithmeticError) in
      switch aggregate {
      case .mean(let node):
        found.append(
          MeanTerm(
            value: try evaluator.value(of: node), weight: 1,
            share: try evaluator.share(behind: node)))
      case .weightedMean(let node, let weight):
        found.append(
          MeanTerm(
            value: try evaluator.value(of: node), weight: try evaluator.value(of: weight),
            share: try evaluator.share(behind: node)))
      case .count, .countWhere, .sum, .least, .greatest:
        break
      }
    }
    if count == nil {
      let missing = RuleValue.missing(.needs(program.lists[list].id.text))
      return StepFinding(exact: missing, result: missing, share: 0)
    }
    return try mean(of: found, policy: .dropAndRescale(minimumShare: minimumShare))
  }

  private func mean(
    of terms: [MeanTerm], policy: MissingPolicy
  ) throws(ArithmeticError) -> StepFinding {
    var (sum, weights, measured, total) = (Ratio.zero, Ratio.zero, Ratio.zero, Ratio.zero)
    var dropped: [Int] = []
    var missing: RuleValue?
    for (index, term) in terms.enumerated() {
      guard case .number(let weight) = term.weight else {
        missing = missing ?? term.weight
        continue
      }
      total = try total + weight
      guard case .number(let value) = term.value else {
        missing = missing ?? term.value
        dropped.append(index)
        continue
      }
      sum = try sum + (try weight * value)
      weights = try weights + weight
      measured = try measured + (try weight * term.share)
    }
    var share: Ratio = total.sign == 0 ? 0 : try measured / total
    var result: RuleValue =
      weights.sign == 0 ? .missing(.divisionByZero) : .number(try sum / weights)
    if terms.isEmpty { result = .missing(.nothingToAverage) }
    if case .dropAndRescale(let least) = policy {
      if share < least { result = .missing(.tooLittleMeasured(share)) }
      let weightIsMissing = terms.contains { $0.weight.isMissing }
      if weightIsMissing, let missing { result = missing }
    } else if let missing {
      (result, share, dropped) = (missing, 0, [])
    }
    return StepFinding(exact: result, result: result, dropped: dropped, share: share)
  }

  // MARK: - Values

  /// The value of a node, for the element at hand.
  package mutating func value(of node: Int) throws(ArithmeticError) -> RuleValue {
    switch program.nodes[node] {
    case .constant(let value): return value
    case .parameter(let index): return program.parameters[index]
    case .value(let slot):
      let value = values[slot]
      return value.isMissing ? .missing(.needs(program.slots[slot].name)) : value
    case .element(let list, let slot):
      let value = elements[list][current * program.lists[list].slots.count + slot]
      guard value.isMissing else { return value }
      let shape = program.lists[list]
      return .missing(.needs("\(shape.id)[\(current)].\(shape.slots[slot].id)"))
    case .negate(let inner): return try number(inner) { -$0 }
    case .magnitude(let inner): return try number(inner) { $0.magnitude }
    case .round(let inner, let places, let mode):
      return try number(inner) { (x) throws(ArithmeticError) in
        Ratio(try x.rounded(to: places, mode))
      }
    case .not(let inner):
      let value = try value(of: inner)
      return value.flag.map { .flag(!$0) } ?? value
    case .binary(let sign, let left, let right): return try binary(sign, left, right)
    case .conditional(let condition, let then, let otherwise):
      let answer = try value(of: condition)
      if Visitor.isTracing, !isAggregating { visitor.asked(conditionAt: node, answer) }
      guard case .flag(let holds) = answer else { return answer }
      return try value(of: holds ? then : otherwise)
    case .least(let all): return try fold(all) { $1 < $0 }
    case .greatest(let all): return try fold(all) { $1 > $0 }
    case .clamp(let inner, let low, let high):
      guard case .number(let atLeast) = try fold([inner, low], takingIf: { $1 > $0 }) else {
        return try fold([inner, low]) { $1 > $0 }
      }
      let limit = try value(of: high)
      guard case .number(let most) = limit else { return limit }
      return .number(min(atLeast, most))
    case .coalesce(let all):
      for node in all.dropLast() {
        let value = try value(of: node)
        if !value.isMissing { return value }
      }
      return try value(of: all[all.count - 1])
    case .isMissing(let inner): return .flag(try value(of: inner).isMissing)
    case .aggregate(let aggregate, let list): return try figure(aggregate, over: list)
    }
  }

  private mutating func number(
    _ node: Int, _ transform: (Ratio) throws(ArithmeticError) -> Ratio
  ) throws(ArithmeticError) -> RuleValue {
    let value = try value(of: node)
    guard case .number(let number) = value else { return value }
    return .number(try transform(number))
  }

  private mutating func fold(
    _ nodes: [Int], takingIf isBetter: (Ratio, Ratio) -> Bool
  ) throws(ArithmeticError) -> RuleValue {
    var best: Ratio?
    for node in nodes {
      let value = try value(of: node)
      guard case .number(let number) = value else { return value }
      if let found = best, !isBetter(found, number) { continue }
      best = number
    }
    return best.map { .number($0) } ?? .missing(.nothingToAverage)
  }

  private mutating func binary(
    _ sign: FormulaOperator, _ left: Int, _ right: Int
  ) throws(ArithmeticError) -> RuleValue {
    if sign.isLogical { return try logical(sign, left, right) }
    let one = try value(of: left)
    if one.isMissing { return one }
    let other = try value(of: right)
    if other.isMissing { return other }
    switch sign {
    case .equal: return .flag(one == other)
    case .notEqual: return .flag(one != other)
    default: break
    }
    // The compiler has seen to it that both are numbers.
    guard case .number(let a) = one, case .number(let b) = other else { return one }
    switch sign {
    case .plus: return .number(try a + b)
    case .minus: return .number(try a - b)
    case .times: return .number(try a * b)
    case .over: return b.sign == 0 ? .missing(.divisionByZero) : .number(try a / b)
    case .less: return .flag(a < b)
    case .atMost: return .flag(a <= b)
    case .greater: return .flag(a > b)
    case .atLeast: return .flag(a >= b)
    case .equal, .notEqual, .and, .or: return one
    }
  }

  /// A missing part decides nothing where the other part already decides.
  private mutating func logical(
    _ sign: FormulaOperator, _ left: Int, _ right: Int
  ) throws(ArithmeticError) -> RuleValue {
    let decisive = sign == .or
    let one = try value(of: left)
    if one.flag == decisive { return one }
    let other = try value(of: right)
    if other.flag == decisive { return other }
    return one.isMissing ? one : other
  }

  // MARK: - Figures over lists

  private mutating func forEachElement(
    of list: Int, _ body: (inout Self) throws(ArithmeticError) -> Void
  ) throws(ArithmeticError) {
    let (before, wasAggregating) = (current, isAggregating)
    isAggregating = true
    defer { (current, isAggregating) = (before, wasAggregating) }
    for element in 0..<(counts[list] ?? 0) {
      current = element
      try body(&self)
    }
  }

  private mutating func figure(
    _ aggregate: ProgramAggregate, over list: Int
  ) throws(ArithmeticError) -> RuleValue {
    guard let count = counts[list] else {
      return .missing(.needs(program.lists[list].id.text))
    }
    switch aggregate {
    case .count:
      return .number(Ratio(count))
    case .countWhere(let condition):
      return try sum(over: list) { (evaluator) throws(ArithmeticError) in
        let value = try evaluator.value(of: condition)
        return value.flag.map { $0 ? 1 : 0 } ?? value
      }
    case .sum(let node):
      return try sum(over: list) { (evaluator) throws(ArithmeticError) in
        try evaluator.value(of: node)
      }
    case .least(let node): return try extreme(node, over: list) { $1 < $0 }
    case .greatest(let node): return try extreme(node, over: list) { $1 > $0 }
    case .mean(let node):
      guard count > 0 else { return .missing(.nothingToAverage) }
      let sum = try sum(over: list) { (evaluator) throws(ArithmeticError) in
        try evaluator.value(of: node)
      }
      guard case .number(let number) = sum else { return sum }
      return .number(try number / Ratio(count))
    case .weightedMean(let node, let weight):
      guard count > 0 else { return .missing(.nothingToAverage) }
      var terms: [MeanTerm] = []
      try forEachElement(of: list) { (evaluator) throws(ArithmeticError) in
        terms.append(
          MeanTerm(
            value: try evaluator.value(of: node), weight: try evaluator.value(of: weight),
            share: 1))
      }
      return try mean(of: terms, policy: .incomplete).exact
    }
  }

  private mutating func sum(
    over list: Int, _ term: (inout Self) throws(ArithmeticError) -> RuleValue
  ) throws(ArithmeticError) -> RuleValue {
    var sum = Ratio.zero
    var missing: RuleValue?
    try forEachElement(of: list) { (evaluator) throws(ArithmeticError) in
      guard missing == nil else { return }
      let value = try term(&evaluator)
      if case .number(let number) = value { sum = try sum + number } else { missing = value }
    }
    return missing ?? .number(sum)
  }

  private mutating func extreme(
    _ node: Int, over list: Int, takingIf isBetter: (Ratio, Ratio) -> Bool
  ) throws(ArithmeticError) -> RuleValue {
    var best: Ratio?
    var missing: RuleValue?
    try forEachElement(of: list) { (evaluator) throws(ArithmeticError) in
      let value = try evaluator.value(of: node)
      guard case .number(let number) = value else {
        missing = missing ?? value
        return
      }
      if let found = best, !isBetter(found, number) { return }
      best = number
    }
    return missing ?? best.map { .number($0) } ?? .missing(.nothingToAverage)
  }

  // MARK: - Shares

  /// The share of the weight behind a node that was measured: of means the weighted mean, of
  /// other operations the least of their parts; a part that is missing and passed over counts
  /// for nothing.
  private mutating func share(behind node: Int) throws(ArithmeticError) -> Ratio {
    guard program.tracksShares else { return 1 }
    switch program.nodes[node] {
    case .constant, .parameter, .isMissing: return 1
    case .value(let slot): return values[slot].isMissing ? 1 : shares[slot]
    case .element(let list, let slot):
      let index = current * program.lists[list].slots.count + slot
      return elements[list][index].isMissing ? 1 : elementShares[list][index]
    case .negate(let inner), .not(let inner), .magnitude(let inner), .round(let inner, _, _):
      return try share(behind: inner)
    case .binary(_, let left, let right): return try leastShare(behind: [left, right])
    case .least(let all), .greatest(let all): return try leastShare(behind: all)
    case .clamp(let inner, let low, let high):
      return try leastShare(behind: [inner, low, high])
    case .coalesce(let all):
      for node in all where !(try value(of: node).isMissing) { return try share(behind: node) }
      return 1
    case .conditional(let condition, let then, let otherwise):
      guard case .flag(let holds) = try value(of: condition) else { return 1 }
      return try leastShare(behind: [condition, holds ? then : otherwise])
    case .aggregate(let aggregate, let list):
      return try share(of: aggregate, over: list)
    }
  }

  private mutating func leastShare(behind nodes: [Int]) throws(ArithmeticError) -> Ratio {
    var least = Ratio.one
    for node in nodes { least = min(least, try share(behind: node)) }
    return least
  }

  private mutating func share(
    of aggregate: ProgramAggregate, over list: Int
  ) throws(ArithmeticError) -> Ratio {
    let node: Int
    switch aggregate {
    case .count: return 1
    case .countWhere(let inner), .sum(let inner), .least(let inner), .greatest(let inner),
      .mean(let inner), .weightedMean(let inner, _):
      node = inner
    }
    var terms: [MeanTerm] = []
    try forEachElement(of: list) { (evaluator) throws(ArithmeticError) in
      var weight: RuleValue = 1
      if case .weightedMean(_, let inner) = aggregate {
        weight = try evaluator.value(of: inner)
      }
      terms.append(
        MeanTerm(value: 0, weight: weight, share: try evaluator.share(behind: node)))
    }
    return try mean(of: terms, policy: .incomplete).share
  }

  // MARK: - Tracing

  /// The values that an operand names, as they stand in their slots.
  private mutating func rawValues(of operand: ProgramStep.Operand) -> [RuleValue] {
    switch program.nodes[operand.node] {
    case .parameter(let index): return [program.parameters[index]]
    case .value(let slot): return [values[slot]]
    case .element(let list, let slot):
      let width = program.lists[list].slots.count
      guard operand.list != nil else { return [elements[list][current * width + slot]] }
      return (0..<(counts[list] ?? 0)).map { elements[list][$0 * width + slot] }
    default: return []
    }
  }
}

extension EvaluationStop {
  func diagnostic(in program: Program) -> Diagnostic {
    switch self {
    case .overflow(let step, let element):
      Diagnostic(.overflow, ["step": .text(step.path(in: program, element: element))])
    case .missing(let step, let element, let reason):
      Diagnostic(
        .valueMissing,
        [
          "step": .text(step.path(in: program, element: element)),
          "reason": .localized(reason.label),
        ])
    }
  }
}

extension ProgramStep {
  /// The step's name, with list and position for one of an element.
  func path(in program: Program, element: Int?) -> String {
    guard let list, let element else { return id.text }
    return "\(program.lists[list].id)[\(element)].\(id)"
  }
}
