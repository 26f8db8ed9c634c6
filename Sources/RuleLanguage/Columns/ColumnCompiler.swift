import KinerjaCore
import KinerjaTables

/// Lowers a program to a plan over columns.
///
/// Only what the wanted steps need is lowered. Whatever it does not know, a kind of node or of
/// step, it leaves to the exact evaluator by throwing ``NeedsEvaluator``.
struct ColumnCompiler {
  let compiled: CompiledRule
  let program: Program
  let columns: BoundColumns
  var plan: ColumnPlan
  /// The values of slots that were lowered.
  var slots: [LaneLevel: [Int: LaneValue]] = [:]
  var stepAtSlot: [LaneLevel: [Int: ProgramStep]] = [:]
  /// The positions of columns in the plan.
  var numberColumns: [LaneLevel: [Int: Int]] = [:]
  var exactSums: [ExactKey: (register: ExactRegister, numbers: NumberInterval)] = [:]
  var filteredSums: [LaneNumber: FilteredRegister] = [:]
  var spreads: [SpreadKey: Int] = [:]
  /// How many steps are being lowered, each for the one before it.
  var depth = 0
  /// So many at most; a longer way through steps is left to the exact evaluator.
  static let deepest = 100

  struct ExactKey: Hashable {
    let number: LaneNumber
    let isDouble: Bool
    let multiple: Int128
  }

  struct SpreadKey: Hashable {
    let register: Int
    let list: Int
  }

  init(_ compiled: CompiledRule, _ columns: BoundColumns) {
    self.compiled = compiled
    self.columns = columns
    program = compiled.program
    plan = ColumnPlan(columns: columns)
    for step in program.steps {
      let level = step.list.map { LaneLevel.list($0) } ?? .person
      stepAtSlot[level, default: [:]][step.slot] = step
    }
  }

  /// Lowers what some steps need.
  mutating func plan(for wanted: [Int]) -> ColumnPlan {
    _ = redoRegister(at: .person)
    declareColumns()
    do throws(NeedsEvaluator) {
      guard !columns.mayBeTooMuchWork else { throw NeedsEvaluator() }
      redoRepeatedElements()
      for slot in wanted { try addOutput(slot) }
      // A step that must not be missing, or whose variants may be in conflict, stops the person also
      // where nobody asks for it.
      for step in program.steps where step.mayStop {
        _ = try value(ofSlot: step.slot, at: step.list.map { .list($0) } ?? .person)
      }
    } catch {
      plan.operations = []
      plan.outputs = [:]
      plan.isLeftToEvaluator = true
    }
    return plan
  }

  private mutating func declareColumns() {
    for (slot, column) in columns.inputs.enumerated() {
      declare(column, as: slot, at: .person)
    }
    for (list, fields) in columns.fields.enumerated() {
      for (slot, column) in fields.enumerated() {
        declare(column, as: slot, at: .list(list))
      }
    }
  }

  private mutating func declare(_ column: BoundColumn?, as slot: Int, at level: LaneLevel) {
    guard let column else { return }
    let demand = column.demand
    if case .numbers(let numbers, let decimals) = column.column.content {
      numberColumns[level, default: [:]][slot] = plan.numbers.count
      plan.numbers.append(
        ColumnPlan.Numbers(
          storage: numbers, decimals: decimals, level: level, limits: demand.limits))
    }
    let mayLack = demand.isRequired && column.column.missing != nil
    guard demand.mayLeaveRange || demand.step > 1 || mayLack else { return }
    _ = redoRegister(at: level)
    plan.demands.append(ColumnPlan.Demand(level: level, column: column))
  }

  // MARK: - Registers

  mutating func register(at level: LaneLevel, width: Int) -> Int {
    plan.registers.append(ColumnPlan.Register(level: level, width: width))
    return plan.registers.count - 1
  }

  mutating func byteRegister(at level: LaneLevel) -> Int { register(at: level, width: 1) }

  mutating func filteredRegister(at level: LaneLevel) -> FilteredRegister {
    FilteredRegister(
      value: register(at: level, width: 8), error: register(at: level, width: 8))
  }

  mutating func redoRegister(at level: LaneLevel) -> Int {
    if let known = plan.redo[level] { return known }
    let register = byteRegister(at: level)
    plan.redo[level] = register
    return register
  }

  mutating func emit(_ operation: @escaping ColumnPlan.Operation) {
    plan.operations.append(operation)
  }

  // MARK: - Outputs

  private mutating func addOutput(_ slot: Int) throws(NeedsEvaluator) {
    let value = try value(ofSlot: slot, at: .person)
    let redo = redoRegister(at: .person)
    switch value.missing {
    case .never: break
    case .always: throw NeedsEvaluator()
    case .mask(let mask, _): emit { $0.unite(mask, into: redo, at: .person) }
    }
    switch value {
    case .number(let number):
      let (register, _) = try numberRegister(number)
      plan.outputs[slot] = register
    case .category(let code):
      guard case .category(let scale) = program.slots[slot].type,
        let categories = compiled.rule.scale(scale)?.categories.map(\.id)
      else { throw NeedsEvaluator() }
      plan.outputs[slot] = .codes(try coded(code, by: categories))
    case .flag: throw NeedsEvaluator()
    }
  }

  private mutating func numberRegister(
    _ number: LaneNumber
  ) throws(NeedsEvaluator) -> (ColumnPlan.Output, Bool) {
    if let exact = exact(number, isDouble: false) { return (.exact(exact.register), true) }
    return (.filtered(try filtered(number)), false)
  }

  /// A byte register whose codes are positions in `categories`.
  mutating func coded(
    _ code: LaneCode, by categories: [CategoryID]
  ) throws(NeedsEvaluator) -> Int {
    let own = code.categories ?? []
    guard own.count <= CategoryCodes.most else { throw NeedsEvaluator() }
    let source = materialised(code, at: code.level)
    if own == Array(categories.prefix(own.count)) { return source }
    var table = Array(repeating: UInt8(0), count: 256)
    for (position, category) in own.enumerated() {
      guard let place = categories.firstIndex(of: category), place < 255 else {
        throw NeedsEvaluator()
      }
      table[position] = UInt8(place)
    }
    let (target, level, filled) = (byteRegister(at: code.level), code.level, table)
    emit { $0.look(up: source, in: filled, at: level, to: target) }
    return target
  }
}
