import KinerjaCore

extension RuleCompiler {
  /// Parses the formulas of a step.
  mutating func draft(
    _ step: RuleStep, list: Int?, slot: Int, at path: DefinitionPath
  ) -> DraftStep {
    DraftStep(
      step: step, list: list, slot: slot, path: path, body: draft(step.body, in: list, at: path))
  }

  private mutating func draft(
    _ body: RuleStep.Body, in list: Int?, at path: DefinitionPath
  ) -> DraftBody {
    var texts: [(FormulaText, DefinitionPath)] = []
    var variants: [DraftVariant] = []
    switch body {
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
    case .variants(let all):
      variants = all.map { draft($0, in: list, at: path) }
    case .raterGroups(let ratings, let role, let groups, _):
      texts = [(ratings, path.appending(.key("of"))), (role, path.appending(.key("by")))]
      for (index, group) in groups.enumerated() {
        let place = path.appending(.key("raterGroups")).appending(.index(index))
        texts.append((group.weight, place.appending(.key("weight"))))
      }
    case .periods(let value, let period, let combination):
      texts = [(value, path.appending(.key("of"))), (period, path.appending(.key("by")))]
      let place = path.appending(.key("periods"))
      switch combination {
      case .mean, .last, .worst: break
      case .byTime(let time): texts.append((time, place.appending(.key("byTime"))))
      case .weighted(let weights, _):
        for (index, weight) in weights.enumerated() {
          let place = place.appending(.key("weights")).appending(.index(index))
          texts.append((weight.weight, place.appending(.key("weight"))))
        }
      }
    }
    let parts = texts.map { part($0, in: list, at: $1) }
    return DraftBody(body: body, path: path, formulas: parts, variants: variants)
  }

  private mutating func draft(
    _ variant: StepVariant, in list: Int?, at path: DefinitionPath
  ) -> DraftVariant {
    let path = path.appending(.key("variants")).appending(.key(variant.id.text))
    let when = variant.when.map { part($0, in: list, at: path.appending(.key("when"))) }
    let unless = variant.unless.map { part($0, in: list, at: path.appending(.key("unless"))) }
    return DraftVariant(
      variant: variant, when: when, unless: unless, body: draft(variant.body, in: list, at: path))
  }

  private mutating func part(
    _ text: FormulaText, in list: Int?, at path: DefinitionPath
  ) -> DraftStep.Part {
    DraftStep.Part(
      scope: FormulaScope(text: text, path: path, list: list), tree: parse(text, at: path))
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
    guard let (operation, type) = operation(of: draft.body, in: draft) else { return }
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
        rounding: step.rounding, policy: step.whenMissing,
        worst: worst(of: operation, valueType), operands: operands))
  }

  mutating func operation(
    of body: DraftBody, in draft: DraftStep
  ) -> (ProgramStep.Operation, FormulaType)? {
    switch body.body {
    case .formula:
      guard let typed = lower(body.formulas[0], of: draft.step) else { return nil }
      return (.expression(typed.index), typed.type)
    case .weightedMean(let terms, let total):
      return weightedMean(terms, total: total, of: body)
    case .bands(_, let table):
      let number = lower(body.formulas[0], as: .number)
      guard let bands = resolve(table, of: draft.step, at: body.path), let number else {
        return nil
      }
      return (.bands(of: number.index, bands), .category(draft.step.scale))
    case .matrix(_, _, let matrix):
      let rows = lower(body.formulas[0], as: .category(nil))
      let columns = lower(body.formulas[1], as: .category(nil))
      guard let rows, let columns,
        let resolved = resolve(
          matrix, rows: rows.type, columns: columns.type, of: draft.step, at: body.path)
      else { return nil }
      return (
        .matrix(rows: rows.index, columns: columns.index, resolved),
        .category(draft.step.scale)
      )
    case .variants:
      return variants(of: draft)
    case .raterGroups(_, _, let groups, let total):
      return raterGroups(groups, total: total, of: body)
    case .periods(_, _, let combination):
      return periods(combination, of: draft, body)
    }
  }

  private mutating func weightedMean(
    _ terms: [RuleStep.WeightedTerm], total: Ratio?, of body: DraftBody
  ) -> (ProgramStep.Operation, FormulaType)? {
    var pairs: [(value: Int, weight: Int)] = []
    if terms.isEmpty { problems.add(.noTerms, at: SourcePlace(path: body.path)) }
    for index in terms.indices {
      let value = lower(body.formulas[2 * index], as: .number)
      let weight = lower(body.formulas[2 * index + 1], as: .number)
      guard let value, let weight else { continue }
      pairs.append((value.index, weight.index))
    }
    guard pairs.count == terms.count, !terms.isEmpty else { return nil }
    checkWeights(
      pairs.map(\.weight), of: terms.indices.map { body.formulas[2 * $0 + 1] }, total: total,
      at: body.path.appending(.key("weightedMean")))
    return (.weightedMean(pairs), .number)
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

extension DraftBody {
  /// Whether missing terms can be dropped: a weighted mean, or a mean over a list.
  var isMean: Bool {
    switch body {
    case .weightedMean, .raterGroups:
      return true
    case .formula:
      guard case .call(let function, _) = formulas[0].tree?.kind else { return false }
      return function == .mean || function == .weightedMean
    case .variants:
      return variants.contains { $0.body.isMean }
    case .periods(_, _, let combination):
      switch combination {
      case .mean, .weighted, .byTime: return true
      case .last, .worst: return false
      }
    case .bands, .matrix:
      return false
    }
  }

  /// What the body is called in a file.
  var name: String {
    switch body {
    case .formula: "formula"
    case .weightedMean: "weightedMean"
    case .bands: "bands"
    case .matrix: "matrix"
    case .variants: "variants"
    case .raterGroups: "raterGroups"
    case .periods: "periods"
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
