import KinerjaCore

/// Goes through the steps of a program beside an evaluation that has been made, finds how each
/// value depends on the input that varies, and how far that holds.
///
/// The evaluation has the last word: a step whose function does not give its value, or has no
/// function of the form that is known, holds for the one point only.
struct LinePass {
  let program: Program
  let grid: InputGrid
  let index: Int128
  let x: Ratio
  private let found: [RuleValue]
  private let foundElements: [[RuleValue]]
  let counts: [Int?]

  /// The positions for which everything found so far holds.
  private(set) var low: Int128
  private(set) var high: Int128
  private(set) var values: [LineValue]
  private(set) var elements: [[LineValue]]
  private(set) var exact: [LinePiece.StepPlace: LineValue] = [:]
  /// The element at hand.
  var current = 0

  /// A value that has no function of the known form.
  struct Shapeless: Error {}

  init(_ evaluator: Evaluator<NoVisitor>, grid: InputGrid, at index: Int128) {
    program = evaluator.program
    self.grid = grid
    self.index = index
    x = grid.number(at: index)
    found = evaluator.values
    foundElements = evaluator.elements
    counts = evaluator.counts
    low = grid.indices.lowerBound
    high = grid.indices.upperBound
    values = found.map { LineValue($0) }
    elements = foundElements.map { $0.map { LineValue($0) } }
  }

  mutating func vary(slot: Int, list: Int?, element: Int) {
    if let list {
      elements[list][element * program.lists[list].slots.count + slot] = .number(.input)
    } else {
      values[slot] = .number(.input)
    }
  }

  mutating func run() {
    for step in program.steps {
      guard let list = step.list else {
        if moves(step) { values[step.slot] = value(of: step, found: found[step.slot]) }
        continue
      }
      let width = program.lists[list].slots.count
      for element in 0..<(counts[list] ?? 0) {
        current = element
        guard moves(step) else { continue }
        let position = element * width + step.slot
        elements[list][position] = value(of: step, found: foundElements[list][position])
      }
    }
  }

  /// Whether something that a step names depends on the input.
  private func moves(_ step: ProgramStep) -> Bool {
    step.operands.contains { operand in
      switch program.nodes[operand.node] {
      case .value(let slot): return values[slot].moves
      case .element(let list, let slot):
        let width = program.lists[list].slots.count
        guard operand.list != nil else { return elements[list][current * width + slot].moves }
        return (0..<(counts[list] ?? 0)).contains { elements[list][$0 * width + slot].moves }
      default: return false
      }
    }
  }

  private mutating func value(of step: ProgramStep, found: RuleValue) -> LineValue {
    do {
      let exact = try operate(step)
      var value = exact
      if case .number(let function) = exact, let rounding = step.rounding {
        self.exact[LinePiece.StepPlace(list: step.list, element: current, slot: step.slot)] = exact
        value = try rounded(function, rounding.places, rounding.mode)
      }
      if case .fixed(.missing) = value { return LineValue(found) }
      if try self.found(at: value) == found { return value }
    } catch {}
    hold()
    return LineValue(found)
  }

  private func found(at value: LineValue) throws -> RuleValue {
    switch value {
    case .number(let function): .number(try function.value(at: x))
    case .fixed(let value): value
    }
  }

  private mutating func operate(_ step: ProgramStep) throws -> LineValue {
    var drops = false
    if case .dropAndRescale = step.policy { drops = true }
    return try operate(step.operation, of: step, dropping: drops)
  }

  private mutating func operate(
    _ operation: ProgramStep.Operation, of step: ProgramStep, dropping drops: Bool
  ) throws -> LineValue {
    switch operation {
    case .expression(let node):
      if drops, case .aggregate(let aggregate, let list) = program.nodes[node] {
        return try figure(aggregate, over: list, dropping: true)
      }
      if case .round(let inner, let places, let mode) = program.nodes[node],
        case .number(let function) = try value(of: inner)
      {
        exact[LinePiece.StepPlace(list: step.list, element: current, slot: step.slot)] = .number(
          function)
        return try rounded(function, places, mode)
      }
      return try value(of: node)
    case .weightedMean(let pairs):
      var terms: [(value: LineValue, weight: LineValue)] = []
      for pair in pairs {
        terms.append((try value(of: pair.value), try value(of: pair.weight)))
      }
      return try mean(of: terms, dropping: drops)
    case .bands(let node, let table):
      guard case .number(let number) = try value(of: node) else {
        return .fixed(.missing(.outsideBands))
      }
      for band in table.bands {
        for edge in [band.lower, band.upper] {
          if let edge { _ = try sign(number, less: LineFunction(edge.value)) }
        }
      }
      let category = table.index(of: try number.value(at: x)).map { table.bands[$0].category }
      return .fixed(category.map { .category($0) } ?? .missing(.outsideBands))
    case .variants(let variants):
      let holding = try variants.indices.filter { try holds(variants[$0]) }
      let open = holding.filter { index in
        !holding.contains { variants[$0].overrides.contains(index) }
      }
      guard open.count == 1 else { return .fixed(.missing(.noVariantHolds)) }
      return try operate(variants[open[0]].operation, of: step, dropping: drops)
    case .matrix(let rows, let columns, let table):
      guard case .fixed(.category(let row)) = try value(of: rows),
        case .fixed(.category(let column)) = try value(of: columns),
        let cell = table.cell(row: row, column: column)
      else { return .fixed(.missing(.outsideBands)) }
      return .fixed(.category(cell))
    }
  }

  private mutating func holds(_ variant: ProgramVariant) throws -> Bool {
    for case (let condition?, let answer) in [(variant.when, true), (variant.unless, false)] {
      guard case .fixed(.flag(let flag)) = try value(of: condition) else { throw Shapeless() }
      if flag != answer { return false }
    }
    return true
  }

  // MARK: - How far it holds

  /// Holds for this point only.
  private mutating func hold() {
    low = index
    high = index
  }

  /// Holds while a function has the sign that it has here; returns that sign.
  mutating func keepSign(of function: LineFunction) throws -> Int {
    let sign = try function.value(at: x).sign
    if function.isConstant { return sign }
    for border in [function.root, function.pole] {
      guard let border else { continue }
      if border == x {
        hold()
      } else if border < x {
        guard let last = grid.floor(border) else { throw Shapeless() }
        low = max(low, last + 1)
      } else {
        guard let first = grid.ceiling(border) else { throw Shapeless() }
        high = min(high, first - 1)
      }
    }
    return sign
  }

  /// The sign of the difference of two functions, which holds from here on.
  mutating func sign(_ one: LineFunction, less other: LineFunction) throws -> Int {
    guard let difference = try LineFunction.sum(one, -other) else { throw Shapeless() }
    return try keepSign(of: difference)
  }
}
