import KinerjaCore

// The steps, and how each finds its value.
extension RuleCompiler {
  /// Compiles a step, or reports what is wrong with it.
  mutating func lower(_ draft: DraftStep) {
    operands = []
    let step = draft.step
    if let scale = step.scale { _ = known(scale, at: draft.path.appending(.key("giving"))) }
    guard let (operation, found) = operation(of: draft.body, in: draft) else { return }
    guard let valueType = valueType(found.type, of: draft) else { return }
    checkRounding(of: draft, valueType)
    checkPolicy(of: draft, valueType)
    if let list = draft.list {
      elementTypes[list][draft.slot] = SlotType(type: FormulaType(valueType), unit: found.unit)
      program.lists[list].slots[draft.slot].type = valueType
      program.lists[list].slots[draft.slot].unit = found.unit.shown
    } else {
      types[draft.slot] = SlotType(type: FormulaType(valueType), unit: found.unit)
      program.slots[draft.slot].type = valueType
      program.slots[draft.slot].unit = found.unit.shown
    }
    var minimumShare: Ratio?
    if case .dropAndRescale(let share) = step.whenMissing { minimumShare = share }
    program.steps.append(
      ProgramStep(
        id: step.id, list: draft.list, slot: draft.slot, operation: operation,
        rounding: step.rounding, policy: step.whenMissing, minimumShare: minimumShare,
        worst: worst(of: operation, valueType), operands: operands))
  }

  mutating func operation(
    of body: DraftBody, in draft: DraftStep
  ) -> (ProgramStep.Operation, SlotType)? {
    switch body.body {
    case .formula:
      guard let typed = lower(body.formulas[0], of: draft.step) else { return nil }
      return (.expression(typed.index), typed.slot)
    case .weightedMean(let terms, let total):
      return weightedMean(terms, total: total, of: body)
    case .bands(_, let table):
      let number = lower(body.formulas[0], as: .number)
      let bands = resolve(table, of: draft.step, at: body.path, unit: number?.unit ?? .unknown)
      guard let bands, let number else { return nil }
      return (.bands(of: number.index, bands), category(of: draft))
    case .matrix(_, _, let matrix):
      let rows = lower(body.formulas[0], as: .category(nil))
      let columns = lower(body.formulas[1], as: .category(nil))
      guard let rows, let columns,
        let resolved = resolve(
          matrix, rows: rows.type, columns: columns.type, of: draft.step, at: body.path)
      else { return nil }
      return (
        .matrix(rows: rows.index, columns: columns.index, resolved), category(of: draft)
      )
    case .variants:
      return variants(of: draft)
    case .raterGroups(_, _, let groups, let total):
      return raterGroups(groups, total: total, of: body)
    case .periods(_, _, let combination):
      return periods(combination, of: draft, body)
    }
  }

  private func category(of draft: DraftStep) -> SlotType {
    SlotType(type: .category(draft.step.scale), unit: .unknown)
  }

  private mutating func weightedMean(
    _ terms: [RuleStep.WeightedTerm], total: Ratio?, of body: DraftBody
  ) -> (ProgramStep.Operation, SlotType)? {
    var pairs: [(value: Int, weight: Int)] = []
    var unit: FormulaUnit?
    var weightUnit: FormulaUnit?
    if terms.isEmpty { problems.add(.noTerms, at: SourcePlace(path: body.path)) }
    for index in terms.indices {
      let value = lower(body.formulas[2 * index], as: .number)
      let weight = lower(body.formulas[2 * index + 1], as: .number)
      guard let value, let weight else { continue }
      pairs.append((value.index, weight.index))
      unit = unified(
        unit ?? value.unit, value.unit, by: "weightedMean", in: body.formulas[2 * index].scope)
      weightUnit = unified(
        weightUnit ?? weight.unit, weight.unit, by: "weightedMean",
        in: body.formulas[2 * index + 1].scope)
    }
    guard pairs.count == terms.count, !terms.isEmpty else { return nil }
    checkWeights(
      pairs.map(\.weight), of: terms.indices.map { body.formulas[2 * $0 + 1] }, total: total,
      at: body.path.appending(.key("weightedMean")))
    return (.weightedMean(pairs), SlotType(type: .number, unit: unit ?? .unknown))
  }

  mutating func checkWeights(
    _ nodes: [Int], of parts: [DraftStep.Part], total: Ratio?, at path: DefinitionPath
  ) {
    var sum: Ratio? = 0
    for (node, part) in zip(nodes, parts) {
      guard let weight = constant(node) else {
        if total != nil { problems.add(.weightNotConstant, at: part.place()) }
        sum = nil
        continue
      }
      if weight < 0 {
        problems.add(.negativeWeight, ["weight": .number(weight)], at: part.place())
      }
      sum = sum.flatMap { try? $0 + weight }
    }
    if let total, let sum, sum != total {
      problems.add(
        .weightsTotal, ["sum": .number(sum), "total": .number(total)], at: SourcePlace(path: path))
    }
  }

  /// The worst category that a step can give; nil for a number or a flag.
  private func worst(of operation: ProgramStep.Operation, _ type: ValueType) -> CategoryID? {
    guard let scale = type.scale.flatMap(rule.scale) else { return nil }
    let given = categories(of: operation)
    return scale.categories.map(\.id).first { given?.contains($0) ?? true }
  }

  /// The categories that a step can give; nil if that is not known.
  private func categories(of operation: ProgramStep.Operation) -> Set<CategoryID>? {
    switch operation {
    case .expression, .weightedMean: return nil
    case .bands(_, let table): return Set(table.bands.map(\.category))
    case .matrix(_, _, let table): return Set(table.cells.joined())
    case .variants(let variants):
      var all: Set<CategoryID> = []
      for variant in variants {
        guard let given = categories(of: variant.operation) else { return nil }
        all.formUnion(given)
      }
      return all
    }
  }

  /// The value of a node that depends on parameters alone.
  func constant(_ node: Int) -> Ratio? {
    guard program.isConstant(node) else { return nil }
    var evaluator = Evaluator(program, visitor: NoVisitor())
    return (try? evaluator.value(of: node))?.number
  }
}
