import KinerjaCore

/// Watches an evaluation and writes down what it sees.
struct DerivationRecorder: EvaluationVisitor {
  static let isTracing = true

  private let program: Program
  private var conditions: [DerivationStep.Condition] = []
  private var lookups: [DerivationStep.Lookup] = []
  private var steps: [DerivationStep] = []
  /// Where each step stands in the rule's text: its list, its element and its slot.
  private var places: [(list: Int, element: Int, slot: Int)] = []

  init(_ program: Program) {
    self.program = program
    steps.reserveCapacity(program.steps.count)
    places.reserveCapacity(program.steps.count)
  }

  mutating func asked(conditionAt node: Int, _ answer: RuleValue) {
    // A condition that no formula states belongs to how a body was compiled.
    guard let text = program.conditions[node] else { return }
    conditions.append(DerivationStep.Condition(text: text, holds: answer))
  }

  mutating func lookedUp(at node: Int, _ keys: [RuleValue], _ found: ResolvedTable.Found) {
    guard case .lookup(let table, _, _) = program.nodes[node] else { return }
    let lookup = DerivationStep.Lookup(
      text: program.lookups[node] ?? "", table: program.tables[table].id, keys: keys,
      row: found.row, column: found.column, lower: edge(found.lower), upper: edge(found.upper),
      rate: found.rate, value: found.value)
    if !lookups.contains(lookup) { lookups.append(lookup) }
  }

  mutating func finished(_ step: Int, _ finding: StepFinding) {
    let (list, slot) = (program.steps[step].list, program.steps[step].slot)
    places.append((list ?? program.lists.count, finding.element ?? 0, slot))
    steps.append(
      DerivationStep(
        id: program.steps[step].id, list: list.map { program.lists[$0].id },
        element: finding.element,
        operands: finding.operands, conditions: conditions, lookups: lookups,
        variants: finding.variants,
        terms: finding.terms,
        dropped: finding.dropped, choice: choice(of: step, finding), exact: finding.exact,
        result: finding.result, unit: program.unit(ofStep: step), replacement: finding.replacement,
        measuredShare: finding.share))
    conditions = []
    lookups = []
  }

  private func choice(of step: Int, _ finding: StepFinding) -> DerivationStep.Choice? {
    switch finding.choice {
    case nil:
      return nil
    case .cell(let row, let column):
      return .cell(row: row, column: column)
    case .band(let index):
      guard case .bands(_, let table) = program.steps[step].operation(after: finding.variants)
      else { return nil }
      let band = table.bands[index]
      return .band(index, lower: edge(band.lower), upper: edge(band.upper))
    }
  }

  private func edge(_ edge: ResolvedEdge?) -> DerivationStep.Edge? {
    edge.map { DerivationStep.Edge(value: $0.value, isClosed: $0.isClosed) }
  }

  /// The steps in the order of the rule's text: the lists first, element by element.
  var ordered: [DerivationStep] {
    let isOrdered = zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
    if isOrdered { return steps }
    return places.indices.sorted { places[$0] < places[$1] }.map { steps[$0] }
  }
}

extension ProgramStep {
  /// How the value was found: the step's operation, or that of the variant taken.
  fileprivate func operation(after variants: [DerivationStep.Variant]) -> Operation {
    guard case .variants(let all) = operation,
      let taken = variants.firstIndex(where: { $0.outcome == .taken })
    else { return operation }
    return all[taken].operation
  }
}
