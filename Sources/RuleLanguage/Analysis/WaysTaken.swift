import KinerjaCore

extension CompiledRule {
  /// The ways that the rule takes for one person; none for somebody who cannot be scored.
  package func ways(for inputs: RuleInputs) -> Set<RuleWay> {
    var evaluator = Evaluator(program, visitor: DerivationRecorder(program))
    guard (try? evaluator.run(inputs, rule: rule)) != nil else { return [] }
    // What is asked from here on belongs to no step.
    evaluator.isSilent = true
    var ways: Set<RuleWay> = []
    /// The variant that held, by the path of its step.
    var taken: [String: VariantID] = [:]
    for step in evaluator.visitor.ordered {
      let name = step.list.map { "\($0).\(step.id)" } ?? step.id.text
      let variant = step.variants.first { $0.outcome == .taken }?.id
      if let variant { ways.insert(RuleWay(step: name, turn: .variant(variant))) }
      taken[step.path] = variant
      switch step.choice {
      case .band(let index, _, _):
        ways.insert(RuleWay(step: name, variant: variant, turn: .band(index)))
      case .cell(let row, let column):
        ways.insert(RuleWay(step: name, variant: variant, turn: .cell(row: row, column: column)))
      case nil: break
      }
      if step.exact == .missing(.outsideBands) {
        ways.insert(RuleWay(step: name, variant: variant, turn: .outside))
      }
      for lookup in step.lookups {
        guard let row = lookup.row else { continue }
        ways.insert(RuleWay(step: lookup.table.text, turn: .row(row, column: lookup.column)))
      }
      if step.replacement != nil || !step.dropped.isEmpty || step.result.isMissing {
        ways.insert(RuleWay(step: name, turn: .missing))
      }
    }
    for step in program.steps {
      let name = program.name(of: step)
      let elements = step.list.map { inputs[list: program.lists[$0].id].count } ?? 1
      for element in 0..<elements {
        let path = step.list.map { "\(program.lists[$0].id)[\(element)].\(step.id)" } ?? name
        let variant = taken[path]
        guard let operation = step.operation.under(variant) else { continue }
        for turn in evaluator.turns(of: operation, element: element) {
          ways.insert(RuleWay(step: name, variant: variant, turn: turn))
        }
      }
    }
    return ways
  }
}

extension Evaluator {
  /// The answers and deciding operands of an operation, found from the values that it had.
  fileprivate mutating func turns(
    of operation: ProgramStep.Operation, element: Int
  ) -> [RuleWay.Turn] {
    current = element
    var turns: [RuleWay.Turn] = []
    var count = 0
    for node in operation.nodes { visit(node, isTaken: true, &count, &turns) }
    return turns
  }

  /// Goes through a node as ``Program/ways`` does, so that the calls are counted alike.
  private mutating func visit(
    _ node: Int, isTaken: Bool, _ count: inout Int, _ turns: inout [RuleWay.Turn]
  ) {
    switch program.nodes[node] {
    case .conditional(let condition, let then, let otherwise):
      let answer = isTaken ? (try? value(of: condition))?.flag : nil
      if let answer { turns.append(.answer(program.conditions[node] ?? "", answer)) }
      visit(condition, isTaken: isTaken, &count, &turns)
      visit(then, isTaken: isTaken && answer == true, &count, &turns)
      visit(otherwise, isTaken: isTaken && answer == false, &count, &turns)
    case .least(let all), .greatest(let all):
      let call = count
      count += 1
      if isTaken { turns += deciding(node, among: all, call: call) }
      for part in all { visit(part, isTaken: isTaken, &count, &turns) }
    case .clamp(let inner, let low, let high):
      let call = count
      count += 1
      // The number first: at a limit both decide, and nothing is cut off.
      if isTaken { turns += deciding(node, among: [inner, low, high], call: call).prefix(1) }
      for part in [inner, low, high] { visit(part, isTaken: isTaken, &count, &turns) }
    default:
      for part in program.nodes[node].parts { visit(part, isTaken: isTaken, &count, &turns) }
    }
  }

  private mutating func deciding(_ node: Int, among parts: [Int], call: Int) -> [RuleWay.Turn] {
    guard let result = try? value(of: node), !result.isMissing else { return [] }
    var turns: [RuleWay.Turn] = []
    for (index, part) in parts.enumerated() where (try? value(of: part)) == result {
      turns.append(.operand(call: call, index, of: program.nodes[node].callName))
    }
    return turns
  }
}
