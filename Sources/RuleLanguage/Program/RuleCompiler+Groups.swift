import KinerjaCore

// Steps over the ratings or the periods of a list.
extension RuleCompiler {

  /// The parts that a step over a list names: the value and what tells its elements apart.
  private struct ListParts {
    let list: Int
    let value: TypedNode
    let key: TypedNode
    let keyPart: DraftStep.Part
    let scale: CategoryScale
    /// Where the names of elements are known.
    let scope: FormulaScope
  }

  private mutating func listParts(of body: DraftBody) -> ListParts? {
    let (valuePart, keyPart) = (body.formulas[0], body.formulas[1])
    guard let valueTree = valuePart.tree, let keyTree = keyPart.tree,
      let list = list(
        of: [valueTree, keyTree], named: body.name, at: valueTree, in: valuePart.scope)
    else { return nil }
    var (valueScope, keyScope) = (valuePart.scope, keyPart.scope)
    valueScope.aggregate = list
    keyScope.aggregate = list
    let value = lower(valueTree, in: valueScope)
    guard let key = lower(keyTree, as: .category(nil), in: keyScope), let value else { return nil }
    guard case .category(let id?) = key.type, let scale = rule.scale(id) else {
      problems.add(.keyWithoutScale, at: keyPart.place(after: keyTree.offset))
      return nil
    }
    return ListParts(
      list: list, value: value, key: key, keyPart: keyPart, scale: scale, scope: valueScope)
  }

  private mutating func isElement(_ parts: ListParts, _ category: CategoryID) -> Int {
    let constant = add(.constant(.category(category)), .category(parts.scale.id))
    return add(.binary(.equal, parts.key.index, constant.index), .flag).index
  }

  // MARK: - Rater groups

  mutating func raterGroups(
    _ groups: [RaterGroup], total: Ratio?, of body: DraftBody
  ) -> (ProgramStep.Operation, SlotType)? {
    let path = body.path.appending(.key("raterGroups"))
    if groups.isEmpty { problems.add(.noTerms, at: SourcePlace(path: path)) }
    guard let parts = listParts(of: body) else { return nil }
    guard parts.value.type == .number else {
      mismatch(.number, parts.value.type, at: body.formulas[0].place())
      return nil
    }
    checkRoles(groups, on: parts.scale, at: path)
    var pairs: [(value: Int, weight: Int)] = []
    for (index, group) in groups.enumerated() {
      check(group, at: path.appending(.index(index)))
      let member = isElement(parts, group.role)
      let value = add(
        .aggregate(.ratings(parts.value.index, where: member, of: group), list: parts.list), .number
      )
      guard let weight = lower(body.formulas[2 + index], as: .number) else { continue }
      pairs.append((value.index, weight.index))
    }
    guard pairs.count == groups.count, !groups.isEmpty else { return nil }
    checkWeights(pairs.map(\.weight), of: Array(body.formulas[2...]), total: total, at: path)
    return (.weightedMean(pairs), parts.value.slot)
  }

  private mutating func checkRoles(
    _ groups: [RaterGroup], on scale: CategoryScale, at path: DefinitionPath
  ) {
    var seen: Set<CategoryID> = []
    for (index, group) in groups.enumerated() {
      let place = SourcePlace(path: path.appending(.index(index)).appending(.key("role")))
      check(group.role, in: scale.id, at: place)
      if !seen.insert(group.role).inserted {
        problems.add(.duplicateName, ["name": .text(group.role.text)], at: place)
      }
    }
    for category in scale.categories where !seen.contains(category.id) {
      problems.add(
        .roleWithoutGroup,
        ["role": .text(category.id.text), "scale": .text(scale.id.text)],
        at: SourcePlace(path: path))
    }
  }

  private mutating func check(_ group: RaterGroup, at path: DefinitionPath) {
    if group.minimumCount < 1 {
      problems.add(
        .minimumCount, ["count": .integer(Int64(group.minimumCount))],
        at: SourcePlace(path: path.appending(.key("atLeast"))))
    }
    let place = SourcePlace(path: path.appending(.key("aggregation")))
    switch group.aggregation {
    case .mean, .median:
      break
    case .trimmedMean(let dropped):
      if dropped < 0 || dropped > (max(1, group.minimumCount) - 1) / 2 {
        problems.add(
          .trimTooMuch,
          [
            "dropped": .integer(Int64(dropped)),
            "minimum": .integer(Int64(group.minimumCount)),
          ], at: place)
      }
    case .trimmedMeanByShare(let share):
      if share < 0 || share >= "0.5" {
        problems.add(.trimShare, ["share": .number(share)], at: place)
      }
    }
  }

  // MARK: - Periods

  mutating func periods(
    _ combination: PeriodCombination, of draft: DraftStep, _ body: DraftBody
  ) -> (ProgramStep.Operation, SlotType)? {
    guard let parts = listParts(of: body) else { return nil }
    guard case .element(let list, let slot) = program.nodes[parts.key.index],
      slot < program.lists[list].fieldCount
    else {
      problems.add(.periodNotField, at: parts.keyPart.place())
      return nil
    }
    if !program.lists[list].keys.contains(slot) { program.lists[list].keys.append(slot) }
    let categories = parts.scale.categories.map(\.id)
    guard let last = categories.last else { return nil }
    let isNumber = parts.value.type == .number
    switch combination {
    case .last:
      return (.expression(value(for: last, parts)), parts.value.slot)
    case .worst:
      let values = categories.map { value(for: $0, parts) }
      if isNumber {
        return (.expression(add(.least(values), .number).index), parts.value.slot)
      }
      guard case .category(let id) = parts.value.type,
        let scale = (id ?? draft.step.scale).flatMap(rule.scale)
      else { break }
      guard scale.isRanked else {
        problems.add(
          .worstWithoutRank, ["scale": .text(scale.id.text)], at: body.formulas[0].place())
        return nil
      }
      let size = values.count * scale.categories.count
      guard scale.categories.count <= FormulaParser.deepest, size <= FormulaParser.largest else {
        problems.add(.formulaTooLarge, FormulaParser.limits, at: body.formulas[0].place())
        return nil
      }
      return (
        .expression(worst(of: values, on: scale)),
        SlotType(type: .category(scale.id), unit: .unknown)
      )
    case .mean:
      guard isNumber else { break }
      let one = add(.constant(1), .number).index
      return (.weightedMean(categories.map { (value(for: $0, parts), one) }), parts.value.slot)
    case .weighted(let weights, let total):
      guard isNumber else { break }
      return weighted(weights, total: total, parts, of: body)
    case .byTime:
      guard isNumber else { break }
      let time = body.formulas[2]
      var scope = time.scope
      scope.aggregate = parts.list
      guard let tree = time.tree, let weight = lower(tree, as: .number, in: scope) else {
        return nil
      }
      let mean = ProgramAggregate.weightedMean(parts.value.index, weight: weight.index)
      return (.expression(add(.aggregate(mean, list: parts.list), .number).index), parts.value.slot)
    }
    mismatch(.number, parts.value.type, at: body.formulas[0].place())
    return nil
  }

  private mutating func value(for period: CategoryID, _ parts: ListParts) -> Int {
    let member = isElement(parts, period)
    return add(
      .aggregate(.one(parts.value.index, where: member, period: period), list: parts.list),
      parts.value.type
    ).index
  }

  private mutating func weighted(
    _ weights: [PeriodWeight], total: Ratio?, _ parts: ListParts, of body: DraftBody
  ) -> (ProgramStep.Operation, SlotType)? {
    let path = body.path.appending(.key("periods")).appending(.key("weights"))
    var seen: Set<CategoryID> = []
    var pairs: [(value: Int, weight: Int)] = []
    for (index, weight) in weights.enumerated() {
      let place = SourcePlace(path: path.appending(.index(index)).appending(.key("period")))
      check(weight.period, in: parts.scale.id, at: place)
      if !seen.insert(weight.period).inserted {
        problems.add(.duplicateName, ["name": .text(weight.period.text)], at: place)
      }
      let value = value(for: weight.period, parts)
      guard let node = lower(body.formulas[2 + index], as: .number) else { continue }
      pairs.append((value, node.index))
    }
    for category in parts.scale.categories where !seen.contains(category.id) {
      problems.add(
        .periodWithoutWeight, ["period": .text(category.id.text)], at: SourcePlace(path: path))
    }
    guard pairs.count == weights.count, !weights.isEmpty else { return nil }
    checkWeights(pairs.map(\.weight), of: Array(body.formulas[2...]), total: total, at: path)
    return (.weightedMean(pairs), parts.value.slot)
  }

  /// The first category of a scale that any of the values is; a missing one decides nothing
  /// where another is the worst of all.
  private mutating func worst(of values: [Int], on scale: CategoryScale) -> Int {
    let categories = scale.categories.map(\.id)
    let type = FormulaType.category(scale.id)
    // Where none is any of the others, all are the best.
    var result = values[0]
    for category in categories.dropLast().reversed() {
      let constant = add(.constant(.category(category)), type).index
      let tests = values.map { add(.binary(.equal, $0, constant), .flag).index }
      result = add(.conditional(any(of: tests), then: constant, otherwise: result), type).index
    }
    return result
  }

  /// Whether any of some flags is set; in halves, so that many do not lie deep.
  private mutating func any(of flags: [Int]) -> Int {
    guard flags.count > 1 else { return flags[0] }
    let half = flags.count / 2
    let (left, right) = (any(of: Array(flags[..<half])), any(of: Array(flags[half...])))
    return add(.binary(.or, left, right), .flag).index
  }
}
