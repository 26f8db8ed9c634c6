import KinerjaCore

extension RuleCompiler {
  /// Parses the formulas of a step.
  mutating func draft(
    _ step: RuleStep, list: Int?, slot: Int, at path: DefinitionPath
  ) -> DraftStep {
    var texts: [(FormulaText, DefinitionPath)] = []
    switch step.body {
    case .formula(let text):
      texts = [(text, path.appending(.key("formula")))]
    case .weightedMean(let terms, _):
      for (index, term) in terms.enumerated() {
        let place = path.appending(.key("weightedMean")).appending(.index(index))
        texts.append((term.value, place.appending(.key("of"))))
        texts.append((term.weight, place.appending(.key("weight"))))
      }
    case .bands(let number, _):
      texts = [(number, path.appending(.key("of")))]
    case .matrix(let rows, let columns, _):
      texts = [
        (rows, path.appending(.key("matrix")).appending(.key("rowsBy"))),
        (columns, path.appending(.key("matrix")).appending(.key("columnsBy"))),
      ]
    }
    let parts = texts.map { text, path in
      DraftStep.Part(
        scope: FormulaScope(text: text, path: path, list: list), tree: parse(text, at: path))
    }
    return DraftStep(step: step, list: list, slot: slot, path: path, formulas: parts)
  }

  mutating func parse(_ text: FormulaText, at path: DefinitionPath) -> FormulaNode? {
    text.parsed(&problems, path: path)
  }

  // MARK: - Steps

  /// Compiles a step, or reports what is wrong with it.
  mutating func lower(_ draft: DraftStep) {
    operands = []
    let step = draft.step
    if let scale = step.scale { _ = known(scale, at: draft.path.appending(.key("giving"))) }
    guard let (operation, type) = operation(of: draft) else { return }
    guard let valueType = valueType(type, of: draft) else { return }
    checkRounding(of: draft, valueType)
    checkPolicy(of: draft, valueType)
    if let list = draft.list {
      elementTypes[list][draft.slot] = FormulaType(valueType)
      program.lists[list].slots[draft.slot].type = valueType
    } else {
      types[draft.slot] = FormulaType(valueType)
      program.slots[draft.slot].type = valueType
    }
    program.steps.append(
      ProgramStep(
        id: step.id, list: draft.list, slot: draft.slot, operation: operation,
        rounding: step.rounding, policy: step.whenMissing, operands: operands))
  }

  private mutating func operation(of draft: DraftStep) -> (ProgramStep.Operation, FormulaType)? {
    switch draft.step.body {
    case .formula:
      guard let typed = lower(draft.formulas[0], of: draft.step) else { return nil }
      return (.expression(typed.index), typed.type)
    case .weightedMean(let terms, let total):
      return weightedMean(terms, total: total, of: draft)
    case .bands(_, let table):
      let number = lower(draft.formulas[0], as: .number)
      guard let bands = resolve(table, of: draft), let number else { return nil }
      return (.bands(of: number.index, bands), .category(draft.step.scale))
    case .matrix(_, _, let matrix):
      let rows = lower(draft.formulas[0], as: .category(nil))
      let columns = lower(draft.formulas[1], as: .category(nil))
      guard let rows, let columns,
        let resolved = resolve(matrix, rows: rows.type, columns: columns.type, of: draft)
      else { return nil }
      return (
        .matrix(rows: rows.index, columns: columns.index, resolved),
        .category(draft.step.scale)
      )
    }
  }

  private mutating func weightedMean(
    _ terms: [RuleStep.WeightedTerm], total: Ratio?, of draft: DraftStep
  ) -> (ProgramStep.Operation, FormulaType)? {
    var pairs: [(value: Int, weight: Int)] = []
    if terms.isEmpty { problems.add(.noTerms, at: SourcePlace(path: draft.path)) }
    for index in terms.indices {
      let value = lower(draft.formulas[2 * index], as: .number)
      let weight = lower(draft.formulas[2 * index + 1], as: .number)
      guard let value, let weight else { continue }
      pairs.append((value.index, weight.index))
    }
    guard pairs.count == terms.count, !terms.isEmpty else { return nil }
    checkWeights(pairs.map(\.weight), total: total, of: draft)
    return (.weightedMean(pairs), .number)
  }

  private mutating func checkWeights(_ nodes: [Int], total: Ratio?, of draft: DraftStep) {
    var sum: Ratio? = 0
    for (index, node) in nodes.enumerated() {
      guard let weight = constant(node) else {
        if total != nil {
          problems.add(
            .weightNotConstant, at: draft.formulas[2 * index + 1].place())
        }
        sum = nil
        continue
      }
      if weight < 0 {
        problems.add(
          .negativeWeight, ["weight": .number(weight)],
          at: draft.formulas[2 * index + 1].place())
      }
      sum = sum.flatMap { try? $0 + weight }
    }
    if let total, let sum, sum != total {
      problems.add(
        .weightsTotal, ["sum": .number(sum), "total": .number(total)],
        at: SourcePlace(path: draft.path.appending(.key("weightedMean"))))
    }
  }

  /// The value of a node that depends on parameters alone.
  func constant(_ node: Int) -> Ratio? {
    guard program.isConstant(node) else { return nil }
    var evaluator = Evaluator(program, visitor: NoVisitor())
    return (try? evaluator.value(of: node))?.number
  }
}

extension DraftStep {
  /// Whether missing terms can be dropped: a weighted mean, or a mean over a list.
  var isMean: Bool {
    switch step.body {
    case .weightedMean:
      return true
    case .formula:
      guard case .call(let function, _) = formulas[0].tree?.kind else { return false }
      return function == .mean || function == .weightedMean
    case .bands, .matrix:
      return false
    }
  }
}

extension DraftStep.Part {
  func place(after offset: Int = 0) -> SourcePlace {
    scope.text.place(after: offset, path: scope.path)
  }
}

extension Program {
  /// Whether a node depends on parameters and constants alone.
  func isConstant(_ node: Int) -> Bool {
    switch nodes[node] {
    case .constant, .parameter: true
    case .value, .element, .aggregate: false
    case .negate(let inner), .not(let inner), .magnitude(let inner), .isMissing(let inner),
      .round(let inner, _, _):
      isConstant(inner)
    case .binary(_, let left, let right): isConstant(left) && isConstant(right)
    case .conditional(let condition, let then, let otherwise):
      isConstant(condition) && isConstant(then) && isConstant(otherwise)
    case .clamp(let inner, let low, let high):
      isConstant(inner) && isConstant(low) && isConstant(high)
    case .least(let all), .greatest(let all), .coalesce(let all): all.allSatisfy(isConstant)
    }
  }
}
