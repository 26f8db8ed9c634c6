import KinerjaCore
import KinerjaTables

// Inputs, and each kind of step that lanes know.
extension ColumnCompiler {
  mutating func value(ofSlot slot: Int, at level: LaneLevel) throws(NeedsEvaluator) -> LaneValue {
    if let known = slots[level]?[slot] { return known }
    let value: LaneValue
    if let step = stepAtSlot[level]?[slot] {
      guard depth < Self.deepest else { throw NeedsEvaluator() }
      depth += 1
      defer { depth -= 1 }
      value = try result(of: step, at: level)
    } else {
      value = try input(slot, at: level)
    }
    slots[level, default: [:]][slot] = value
    return value
  }

  private mutating func input(_ slot: Int, at level: LaneLevel) throws(NeedsEvaluator) -> LaneValue
  {
    let bound: BoundColumn?
    let shape: Program.Slot
    switch level {
    case .person: (bound, shape) = (columns.inputs[slot], program.slots[slot])
    case .list(let list):
      (bound, shape) = (columns.fields[list][slot], program.lists[list].slots[slot])
    }
    guard let column = bound?.column else {
      switch shape.type {
      case .number: return LaneValue.number(.constant(.zero)).with(.always)
      case .flag: return LaneValue.flag(constant(false)).with(.always)
      case .category(let scale):
        let known = compiled.rule.scale(scale)?.categories.map(\.id) ?? []
        let code = LaneCode(source: .constant(0), level: .person, categories: known)
        return LaneValue.category(code).with(.always)
      }
    }
    let missing = mask(of: column.missing, at: level)
    switch column.content {
    case .numbers:
      guard let index = numberColumns[level]?[slot] else { throw NeedsEvaluator() }
      return .number(number(atom(index), missing: missing))
    case .flags(let flags):
      let target = byteRegister(at: level)
      emit { $0.loadFlags(flags, at: level, to: target) }
      return .flag(
        LaneCode(source: .register(target), level: level, categories: nil, missing: missing))
    case .categories(let codes, let categories):
      let target = byteRegister(at: level)
      emit { $0.loadCodes(codes, below: categories.count, at: level, to: target) }
      return .category(
        LaneCode(source: .register(target), level: level, categories: categories, missing: missing))
    case .list: throw NeedsEvaluator()
    }
  }

  /// A column of numbers, and between which limits its numbers are.
  private func atom(_ index: Int) -> LaneAtom {
    let column = plan.numbers[index]
    let step = Ratio(Points(mantissa: 1, places: column.decimals))
    let low = try? Ratio(column.limits.lowerBound) * step
    let high = try? Ratio(column.limits.upperBound) * step
    return LaneAtom(
      source: .column(index), level: column.level, denominator: step.denominator,
      numbers: NumberInterval(low, high))
  }

  // MARK: - Steps

  private mutating func result(
    of step: ProgramStep, at level: LaneLevel
  ) throws(NeedsEvaluator) -> LaneValue {
    var value = try self.value(of: step.operation, of: step, at: level)
    if case .number(let number) = value, let rounding = step.rounding {
      value = .number(try rounded(number, to: rounding.places, rounding.mode))
    }
    switch step.policy {
    case .incomplete: break
    case .fail, .substitute, .dropAndRescale, .carryForward, .lowestBand:
      // Who lacks it is stopped, or has a value that does not count as measured.
      try redo(where: value.missing, at: level)
      value = value.present
    }
    return try kept(value)
  }

  /// What one way of finding a step's value gives.
  mutating func value(
    of operation: ProgramStep.Operation, of step: ProgramStep, at level: LaneLevel
  ) throws(NeedsEvaluator) -> LaneValue {
    let isDropping = step.minimumShare != nil
    switch operation {
    case .expression(let node):
      if isDropping { try redo(whereTermsAreMissingIn: node) }
      return try value(of: node)
    case .weightedMean(let terms):
      return .number(try mean(of: terms, isDropping: isDropping))
    case .bands(let node, let table):
      guard let scale = scale(of: step, at: level) else { throw NeedsEvaluator() }
      return .category(try category(of: try number(node), in: table, scale))
    case .matrix(let rows, let columns, let table):
      guard case .category(let row) = try value(of: rows),
        case .category(let column) = try value(of: columns),
        let scale = scale(of: step, at: level)
      else { throw NeedsEvaluator() }
      return .category(try cell(rows: row, columns: column, in: table, scale))
    case .variants(let variants):
      return try chosen(among: variants, of: step, at: level)
    }
  }

  /// A longer sum is computed once, for all who need it.
  private mutating func kept(_ value: LaneValue) throws(NeedsEvaluator) -> LaneValue {
    guard case .number(let number) = value, number.terms.count > 1 else { return value }
    if let atom = exactAtom(number) { return .number(self.number(atom, missing: number.missing)) }
    let register = try filtered(number)
    return .number(self.number(register, at: number.level, missing: number.missing))
  }

  private func scale(of step: ProgramStep, at level: LaneLevel) -> [CategoryID]? {
    let slot: Program.Slot
    switch level {
    case .person: slot = program.slots[step.slot]
    case .list(let list): slot = program.lists[list].slots[step.slot]
    }
    guard case .category(let scale) = slot.type else { return nil }
    return compiled.rule.scale(scale)?.categories.map(\.id)
  }

  // MARK: - Means

  /// Leaves those for whom a term of a mean over a list is missing to the exact evaluator.
  private mutating func redo(whereTermsAreMissingIn node: Int) throws(NeedsEvaluator) {
    guard case .aggregate(let aggregate, let list) = program.nodes[node] else {
      throw NeedsEvaluator()
    }
    var nodes: [Int] = []
    switch aggregate {
    case .mean(let inner): nodes = [inner]
    case .weightedMean(let inner, let weight): nodes = [inner, weight]
    default: throw NeedsEvaluator()
    }
    for node in nodes { try redo(where: try value(of: node).missing, at: .list(list)) }
  }

  private mutating func mean(
    of terms: [(value: Int, weight: Int)], isDropping: Bool
  ) throws(NeedsEvaluator) -> LaneNumber {
    var (sum, total) = (LaneNumber.constant(.zero), LaneNumber.constant(.zero))
    for term in terms {
      var (value, weight) = (try number(term.value), try number(term.weight))
      guard numbers(of: weight)?.isNotNegative == true else { throw NeedsEvaluator() }
      if isDropping {
        try redo(where: value.missing, at: value.level)
        try redo(where: weight.missing, at: weight.level)
        (value.missing, weight.missing) = (.never, .never)
      }
      sum = try self.sum(sum, try weighed(value, by: weight))
      total = try self.sum(total, weight)
    }
    return try quotient(sum, by: total)
  }
}

extension ProgramStep {
  /// Whether it may stop the evaluation of a person.
  var mayStop: Bool {
    if case .fail = policy { return true }
    if case .variants = operation { return true }
    return false
  }
}
