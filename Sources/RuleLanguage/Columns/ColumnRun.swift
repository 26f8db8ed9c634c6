package import KinerjaCore
package import KinerjaTables

/// What is asked of a rule for many people.
package struct ColumnQuestion: Sendable {
  /// The step whose category is wanted.
  package var category: StepID?
  /// The step whose number is wanted; who lacks it has an incomplete result.
  package var score: StepID?
  /// The steps whose sums are wanted, which give numbers.
  package var sums: [StepID] = []
  /// The steps whose values are wanted, which give numbers.
  package var values: [StepID] = []

  package init() {}
}

extension CompiledRule {
  /// Computes the rule for many people, column by column.
  ///
  /// - Throws: Everything that is wrong with the columns as such, or that the task was cancelled. Who
  ///   cannot be scored is counted in the outcome.
  package func evaluate(
    _ columns: RuleColumns, _ question: ColumnQuestion, parallel: ParallelBlocks
  ) throws(InvalidInput) -> ColumnOutcome {
    let bound = try BoundColumns(columns, for: self)
    try checkScale(of: question)
    let run = ColumnRun(self, bound, question)
    let size = program.lists.isEmpty ? 65_536 : 8_192
    let parts: [ColumnOutcome]
    do throws(CancellationError) {
      parts = try parallel.map(count: columns.count, size: size) { run.outcome(of: $0) }
    } catch {
      throw InvalidInput(Diagnostic(.evaluationCancelled))
    }
    var outcome = run.nothing
    outcome.codes.reserveCapacity(columns.count)
    for index in outcome.values.indices {
      outcome.values[index].values.reserveCapacity(columns.count)
    }
    for part in parts { outcome.append(part) }
    return outcome
  }

  /// Computes the rule for one of many people.
  ///
  /// - Throws: The lists of the person that cannot be where the columns say, or that are too long;
  ///   all inputs that the rule cannot take; or the first step that stops.
  package func evaluate(
    _ row: Int, of columns: RuleColumns
  ) throws(InvalidInput) -> RuleOutcome {
    var problems = Diagnostics()
    let counts: [Int?] = program.lists.map { list in
      guard let column = columns.columns[list.id], column.missing?.contains(row) != true,
        case .list(let content) = column.content
      else { return nil }
      let elements = content.elements(of: row)
      if elements == nil {
        problems.add(.columnStarts, ["name": .text(list.id.text)], at: .key(list.id.text))
      }
      return elements?.count
    }
    if !program.isWithinLimits(counts) { problems.add(program.tooMuchWork(for: counts)) }
    try problems.throwIfAny()
    return try evaluate(columns.inputs(of: row))
  }

  /// A category must have a code of its own.
  private func checkScale(of question: ColumnQuestion) throws(InvalidInput) {
    guard let step = question.category, let slot = slotsByName[step],
      let scale = program.slots[slot].type.scale,
      let count = rule.scale(scale)?.categories.count, count > CategoryCodes.most
    else { return }
    throw InvalidInput(
      Diagnostic(.columnScale, ["step": .text(step.text), "count": .integer(Int64(count))]))
  }
}

/// Categories as codes of a byte.
enum CategoryCodes {
  /// The most categories that have a code each.
  static let most = Int(ColumnOutcome.none)
}

/// A plan and what is to be collected from its registers.
struct ColumnRun: Sendable {
  let compiled: CompiledRule
  let plan: ColumnPlan
  let category: Int?
  let score: Int?
  let sums: [Int]
  let values: [Int]
  /// The categories of the scale, worst first.
  let scale: [CategoryID]
  let strip: Int

  init(
    _ compiled: CompiledRule, _ bound: BoundColumns, _ question: ColumnQuestion
  ) {
    self.compiled = compiled
    category = question.category.flatMap { compiled.slotsByName[$0] }
    score = question.score.flatMap { compiled.slotsByName[$0] }
    sums = question.sums.compactMap { compiled.slotsByName[$0] }
    values = question.values.compactMap { compiled.slotsByName[$0] }
    var wanted: [Int] = []
    for slot in sums + values + [score, category].compactMap(\.self) where !wanted.contains(slot) {
      wanted.append(slot)
    }
    var compiler = ColumnCompiler(compiled, bound)
    plan = compiler.plan(for: wanted)
    let type = category.map { compiled.program.slots[$0].type }
    scale = type?.scale.flatMap { compiled.rule.scale($0)?.categories.map(\.id) } ?? []
    strip = compiled.program.lists.isEmpty ? 1_024 : 256
  }

  /// The outcome for nobody.
  var nothing: ColumnOutcome {
    var outcome = ColumnOutcome()
    outcome.counts = Array(repeating: 0, count: scale.count)
    outcome.sums = sums.map { slot in
      if case .exact(let register) = plan.outputs[slot] {
        return ColumnSum(denominator: register.denominator)
      }
      return ColumnSum(denominator: plan.isLeftToEvaluator ? 1 : nil)
    }
    outcome.values = values.map { _ in ColumnValues() }
    return outcome
  }

  func outcome(of rows: Range<Int>) -> ColumnOutcome {
    var collector = ColumnCollector(self, rows)
    let block = LaneBlock(plan)
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: strip) {
      block.move(to: start..<min(start + strip, rows.upperBound))
      if plan.isLeftToEvaluator {
        for row in block.rows { collector.evaluate(row) }
        continue
      }
      for (level, register) in plan.redo { block.fill(register, with: 0, at: level) }
      for demand in plan.demands { block.mark(demand) }
      for operation in plan.operations { operation(block) }
      collector.collect(block)
    }
    return collector.finish()
  }
}

extension LaneBlock {
  /// Marks those who do not keep to what the rule asks of a column.
  func mark(_ demand: ColumnPlan.Demand) {
    let rows = range(at: demand.level)
    guard !rows.isEmpty, let redo = plan.redo[demand.level] else { return }
    let (marks, column) = (bytes(redo), demand.column.column)
    let demand = demand.column.demand
    func mark(where isRefused: (Int) -> Bool) {
      for row in rows where isRefused(row) { marks[row - rows.lowerBound] = 1 }
    }
    if let missing = column.missing, demand.isRequired { mark { missing.contains($0) } }
    guard case .numbers(let storage, _) = column.content else { return }
    if demand.mayLeaveRange {
      let (least, greatest) = storage.extremes(in: rows)
      if !demand.isInRange(least) || !demand.isInRange(greatest) {
        mark { !demand.isInRange(storage[$0]) && column.missing?.contains($0) != true }
      }
    }
    if demand.step > 1 {
      mark { storage[$0] % demand.step != 0 && column.missing?.contains($0) != true }
    }
  }
}
