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
    let column: RuleColumn?
    let shape: Program.Slot
    switch level {
    case .person: (column, shape) = (columns.inputs[slot], program.slots[slot])
    case .list(let list):
      (column, shape) = (columns.fields[list][slot], program.lists[list].slots[slot])
    }
    guard let column else {
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
    var isDropping = false
    if case .dropAndRescale = step.policy { isDropping = true }
    var value: LaneValue
    switch step.operation {
    case .expression(let node):
      if isDropping { try redo(whereTermsAreMissingIn: node) }
      value = try self.value(of: node)
    case .weightedMean(let terms): value = .number(try mean(of: terms, isDropping: isDropping))
    case .bands(let node, let table):
      guard let scale = scale(of: step, at: level) else { throw NeedsEvaluator() }
      value = .category(try category(of: try number(node), in: table, scale))
    case .matrix(let rows, let columns, let table):
      guard case .category(let row) = try self.value(of: rows),
        case .category(let column) = try self.value(of: columns),
        let scale = scale(of: step, at: level)
      else { throw NeedsEvaluator() }
      value = .category(try cell(rows: row, columns: column, in: table, scale))
    default: throw NeedsEvaluator()
    }
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
      sum = try self.sum(sum, try product(value, weight))
      total = try self.sum(total, weight)
    }
    return try quotient(sum, by: total)
  }

  // MARK: - Tables

  private mutating func category(
    of number: LaneNumber, in table: ResolvedBands, _ scale: [CategoryID]
  ) throws(NeedsEvaluator) -> LaneCode {
    // Between two neighbouring cuts every number has the same band.
    var cuts: Set<BandCut> = []
    for band in table.bands {
      if let edge = band.lower { cuts.insert(BandCut(edge.value, isReached: edge.isClosed)) }
      if let edge = band.upper { cuts.insert(BandCut(edge.value, isReached: !edge.isClosed)) }
    }
    let sorted = cuts.sorted()
    guard sorted.count < 255, scale.count < 255 else { throw NeedsEvaluator() }
    var codes: [UInt8] = []
    for position in 0...sorted.count {
      let index = try BandCut.probe(position, among: sorted).map { table.index(of: $0) } ?? nil
      let place = index.flatMap { scale.firstIndex(of: table.bands[$0].category) }
      codes.append(place.map { UInt8($0) } ?? 255)
    }
    let level = number.level
    let positions = byteRegister(at: level)
    let isWhole: Bool
    if let exact = exact(number, isDouble: false) {
      var thresholds: [Int64] = []
      guard let grid = try? Ratio(exact.register.denominator, over: 1) else {
        throw NeedsEvaluator()
      }
      for cut in sorted {
        guard let edge = try? cut.value * grid,
          case .test(_, let threshold) = (cut.isReached ? FormulaOperator.atLeast : .greater)
            .threshold(at: edge)
        else { throw NeedsEvaluator() }
        thresholds.append(threshold)
      }
      // In narrow lanes a threshold beyond all numbers is as good as the last.
      let limit = Int64(exact.register.kind.limit)
      isWhole = thresholds.allSatisfy { $0.magnitude <= UInt64(limit) }
      guard isWhole else { throw NeedsEvaluator() }
      let (register, edges) = (exact.register, thresholds)
      emit { $0.position(register, among: edges, at: level, to: positions) }
    } else {
      let register = try filtered(number)
      let edges = sorted.map { Double($0.value) }
      let redo = byteRegister(at: level)
      emit {
        $0.fill(redo, with: 0, at: level)
        $0.position(register, among: edges, at: level, to: positions, redo: redo)
      }
      addRedo(redo, unless: number.missing, at: level)
    }
    return coded(positions, codes, at: level, scale, missing: number.missing)
  }

  /// The code of each position; 255 stands for none.
  private mutating func coded(
    _ positions: Int, _ codes: [UInt8], at level: LaneLevel, _ scale: [CategoryID],
    missing: LaneMissing
  ) -> LaneCode {
    var result = positions
    if codes != (0..<codes.count).map({ UInt8($0) }) {
      let table = codes.map { $0 == 255 ? 0 : $0 } + Array(repeating: 0, count: 256 - codes.count)
      let target = byteRegister(at: level)
      emit { $0.look(up: positions, in: table, at: level, to: target) }
      result = target
    }
    var missing = missing
    if codes.contains(255) {
      let holes = codes.map { $0 == 255 ? UInt8(1) : 0 }
      let table = holes + Array(repeating: 0, count: 256 - holes.count)
      let mask = byteRegister(at: level)
      emit { $0.look(up: positions, in: table, at: level, to: mask) }
      missing = united(missing, .mask(mask, level: level))
    }
    return LaneCode(source: .register(result), level: level, categories: scale, missing: missing)
  }

  private mutating func cell(
    rows: LaneCode, columns: LaneCode, in table: ResolvedMatrix, _ scale: [CategoryID]
  ) throws(NeedsEvaluator) -> LaneCode {
    let level = joined(rows.level, columns.level)
    let missing = united(rows.missing, columns.missing)
    let (own, their) = (rows.categories ?? [], columns.categories ?? [])
    let width = max(their.count, 1)
    var cells = Array(repeating: UInt8(0), count: 255 * width + 256)
    for (r, row) in own.enumerated() {
      for (c, column) in their.enumerated() {
        guard let category = table.cell(row: row, column: column),
          let place = scale.firstIndex(of: category), place < 255
        else { throw NeedsEvaluator() }
        cells[r * width + c] = UInt8(place)
      }
    }
    let (a, b) = (materialised(rows, at: level), materialised(columns, at: level))
    let (target, filled) = (byteRegister(at: level), cells)
    emit { $0.look(rows: a, columns: b, width: width, in: filled, at: level, to: target) }
    return LaneCode(source: .register(target), level: level, categories: scale, missing: missing)
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

/// A place where the band of a number may change: from *x* ≥ value, or from *x* > value.
struct BandCut: Hashable, Comparable {
  let value: Ratio
  /// Whether the number itself is beyond the cut.
  let isReached: Bool

  init(_ value: Ratio, isReached: Bool) {
    self.value = value
    self.isReached = isReached
  }

  static func < (left: Self, right: Self) -> Bool {
    left.value == right.value ? left.isReached && !right.isReached : left.value < right.value
  }

  /// A number with so many cuts at or below it; nil if there is none.
  static func probe(_ position: Int, among cuts: [BandCut]) throws(NeedsEvaluator) -> Ratio? {
    do throws(ArithmeticError) {
      guard position > 0 else {
        return try cuts.first.map { cut throws(ArithmeticError) in try cut.value - 1 } ?? .zero
      }
      let cut = cuts[position - 1]
      if cut.isReached { return cut.value }
      guard position < cuts.count else { return try cut.value + 1 }
      return try (try cut.value + cuts[position].value) / 2
    } catch {
      throw NeedsEvaluator()
    }
  }
}
