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
  package internal(set) var values: [RuleValue]
  /// The slots of all elements of each list, element after element.
  var elements: [[RuleValue]]
  /// How many elements each list has; nil for a list that was not given.
  var counts: [Int?]
  /// What steps gave for an earlier period.
  var earlier: [StepID: EarlierValue] = [:]
  /// The element at hand.
  var current = 0
  /// Whether conditions are asked for a figure over a list or for a share, and not for the step.
  var isSilent = false
  /// What was found of the step at hand; kept here, for it is large to hand about.
  var finding = StepFinding()
  /// The measured shares of the slots, kept only where the program asks for them.
  var shares: [Ratio] = []
  var elementShares: [[Ratio]] = []

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
    earlier = inputs.earlier
    try runSteps()
  }

  /// Computes every step from what stands in the slots of the inputs.
  mutating func runSteps() throws(InvalidInput) {
    if program.tracksShares {
      shares = values.map { $0.isMissing ? 0 : 1 }
      elementShares = elements.map { $0.map { $0.isMissing ? 0 : 1 } }
    }
    do throws(EvaluationStop) {
      for step in program.steps.indices { try run(step) }
    } catch {
      throw InvalidInput(error.diagnostic(in: program))
    }
  }

  /// Computes a step by its position; to hand it on would copy it.
  private mutating func run(_ step: Int) throws(EvaluationStop) {
    let slot = program.steps[step].slot
    guard let list = program.steps[step].list else {
      try find(step, element: nil)
      values[slot] = finding.result
      if program.tracksShares { shares[slot] = finding.share }
      return
    }
    let width = program.lists[list].slots.count
    for element in 0..<(counts[list] ?? 0) {
      current = element
      try find(step, element: element)
      elements[list][element * width + slot] = finding.result
      if program.tracksShares {
        elementShares[list][element * width + slot] = finding.share
      }
    }
  }

  private mutating func find(_ step: Int, element: Int?) throws(EvaluationStop) {
    finding.begin(element: element)
    do throws(ArithmeticError) {
      try perform(program.steps[step].operation, minimumShare: program.steps[step].minimumShare)
      if let rounding = program.steps[step].rounding, case .number(let number) = finding.exact {
        finding.result = .number(
          Ratio(try number.rounded(to: rounding.places, rounding.mode)))
      }
    } catch {
      throw .overflow(program.steps[step], element: element)
    }
    if finding.conflicting.count > 1 {
      throw .conflict(program.steps[step], element: element, finding.conflicting)
    }
    if case .missing(let reason) = finding.result {
      finding.share = 0
      try replace(reason, of: program.steps[step])
    }
    if Visitor.isTracing {
      finding.operands = operands(of: step)
      visitor.finished(step, finding)
    }
  }

  /// Puts something in the place of a missing value, if the step's policy says so.
  private mutating func replace(
    _ reason: MissingReason, of step: ProgramStep
  ) throws(EvaluationStop) {
    switch step.policy {
    case .incomplete, .dropAndRescale:
      break
    case .fail:
      throw .missing(step, element: finding.element, reason)
    case .substitute(let value, _):
      finding.result = value
      finding.replacement = .substituted
    case .carryForward(let days, _):
      guard let earlier = earlier[step.id], !earlier.value.isMissing,
        program.day - earlier.day <= days
      else { break }
      finding.result = earlier.value
      finding.replacement = .carriedForward(from: earlier.day)
    case .lowestBand:
      guard let worst = step.worst else { break }
      finding.result = .category(worst)
      finding.replacement = .lowestBand
    }
  }

  private func operands(of step: Int) -> [DerivationStep.Operand] {
    var found: [DerivationStep.Operand] = []
    found.reserveCapacity(program.steps[step].operands.count)
    // A closure over `self` would copy the evaluator.
    for operand in program.steps[step].operands {
      found.append(DerivationStep.Operand(name: operand.name, content: content(of: operand)))
    }
    return found
  }

  /// Puts what an operation comes to into the finding at hand.
  mutating func perform(
    _ operation: ProgramStep.Operation, minimumShare: Ratio?
  ) throws(ArithmeticError) {
    switch operation {
    case .expression(let node):
      if let minimumShare,
        case .aggregate(let aggregate, let list) = program.nodes[node], aggregate.isMean
      {
        return try rescaledMean(aggregate, list: list, minimumShare: minimumShare)
      }
      finding.take(try value(of: node), share: try share(behind: node))
    case .weightedMean(let terms):
      try weightedMean(terms, minimumShare: minimumShare)
    case .bands(let node, let table):
      let value = try value(of: node)
      guard case .number(let number) = value else { return finding.take(value, share: 0) }
      let share = try share(behind: node)
      guard let index = table.index(of: number) else {
        return finding.take(.missing(.outsideBands), share: share)
      }
      finding.choice = .band(index)
      finding.take(.category(table.bands[index].category), share: share)
    case .matrix(let rows, let columns, let table):
      let (row, column) = (try value(of: rows), try value(of: columns))
      guard case .category(let r) = row, case .category(let c) = column else {
        return finding.take(row.isMissing ? row : column, share: 0)
      }
      finding.choice = .cell(row: r, column: c)
      finding.take(
        table.cell(row: r, column: c).map { .category($0) } ?? .missing(.outsideBands),
        share: min(try share(behind: rows), try share(behind: columns)))
    case .variants(let variants):
      try choose(among: variants, minimumShare: minimumShare)
    }
  }

  /// The values that an operand names, as they stand in their slots.
  private func content(of operand: ProgramStep.Operand) -> DerivationStep.Operand.Content {
    switch program.nodes[operand.node] {
    case .parameter(let index): return .value(program.parameters[index])
    case .value(let slot): return .value(values[slot])
    case .element(let list, let slot):
      let width = program.lists[list].slots.count
      guard operand.list != nil else { return .value(elements[list][current * width + slot]) }
      return .elements((0..<(counts[list] ?? 0)).map { elements[list][$0 * width + slot] })
    default: return .value(.missing(.notGiven))
    }
  }
}

extension EvaluationStop {
  func diagnostic(in program: Program) -> Diagnostic {
    switch self {
    case .overflow(let step, let element):
      Diagnostic(.overflow, ["step": .text(step.path(in: program, element: element))])
    case .conflict(let step, let element, let positions):
      step.conflict(between: positions, at: step.path(in: program, element: element))
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

  fileprivate func conflict(between positions: [Int], at path: String) -> Diagnostic {
    guard case .variants(let all) = operation else { return Diagnostic(.variantConflict) }
    let variants = positions.map { all[$0] }
    return Diagnostic(
      .variantConflict,
      [
        "step": .text(path), "variants": .list(variants.map(\.id.text)),
        "sources": .list(variants.map(\.source)),
      ])
  }
}
