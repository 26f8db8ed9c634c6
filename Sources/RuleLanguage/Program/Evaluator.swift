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
      for step in program.steps { try run(step) }
    } catch {
      throw InvalidInput(error.diagnostic(in: program))
    }
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
      finding = try perform(step.operation, policy: step.policy)
      if case .number(let number) = finding.exact, let rounding = step.rounding {
        finding.result = .number(
          Ratio(try number.rounded(to: rounding.places, rounding.mode)))
      }
    } catch {
      throw .overflow(step, element: element)
    }
    finding.element = element
    if finding.conflicting.count > 1 {
      throw .conflict(step, element: element, finding.conflicting)
    }
    if case .missing(let reason) = finding.result {
      finding.share = 0
      switch step.policy {
      case .incomplete, .dropAndRescale:
        break
      case .fail:
        throw .missing(step, element: element, reason)
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
    if Visitor.isTracing {
      finding.operands.reserveCapacity(step.operands.count)
      // A closure over `self` would copy the evaluator.
      for operand in step.operands {
        finding.operands.append(
          DerivationStep.Operand(name: operand.name, content: content(of: operand)))
      }
      visitor.finished(step, finding)
    }
    return finding
  }

  mutating func perform(
    _ operation: ProgramStep.Operation, policy: MissingPolicy
  ) throws(ArithmeticError) -> StepFinding {
    switch operation {
    case .expression(let node):
      if case .dropAndRescale(let least) = policy,
        case .aggregate(let aggregate, let list) = program.nodes[node], aggregate.isMean
      {
        return try rescaledMean(aggregate, list: list, minimumShare: least)
      }
      let value = try value(of: node)
      return StepFinding(exact: value, result: value, share: try share(behind: node))
    case .weightedMean(let terms):
      return try weightedMean(terms, policy: policy)
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
    case .variants(let variants):
      return try chosen(among: variants, policy: policy)
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
