import KinerjaCore

// Variants of a step: their guards, their order, and whether two can hold at once.
extension RuleCompiler {

  mutating func variants(of draft: DraftStep) -> (ProgramStep.Operation, SlotType)? {
    let drafts = draft.body.variants
    let path = draft.path.appending(.key("variants"))
    if drafts.isEmpty { problems.add(.noVariants, at: SourcePlace(path: path)) }
    let order = order(of: drafts, at: path)
    var lowered: [ProgramVariant] = []
    var common: SlotType?
    for (index, variant) in drafts.enumerated() {
      let when = guardNode(variant.when)
      let unless = guardNode(variant.unless)
      guard variant.body.variants.isEmpty else {
        problems.add(.variantsInVariant, at: SourcePlace(path: variant.body.path))
        continue
      }
      guard let (operation, found) = operation(of: variant.body, in: draft) else { continue }
      let known = common ?? found
      guard let type = known.type.unified(with: found.type) else {
        mismatch(known.type, found.type, at: SourcePlace(path: variant.body.path))
        continue
      }
      common = SlotType(
        type: type, unit: unified(known.unit, found.unit, by: "variants", at: variant.body.path))
      guard when.isSound, unless.isSound else { continue }
      lowered.append(
        ProgramVariant(
          id: variant.variant.id, when: when.node, unless: unless.node,
          overrides: order?[index] ?? [], operation: operation, source: source(of: variant, draft)))
    }
    if let order { checkConflicts(drafts, order, at: path, in: draft) }
    guard order != nil, lowered.count == drafts.count, let common else { return nil }
    return (.variants(lowered), common)
  }

  private struct LoweredGuard {
    let node: Int?
    let isSound: Bool
  }

  private mutating func guardNode(_ part: DraftStep.Part?) -> LoweredGuard {
    guard let part else { return LoweredGuard(node: nil, isSound: true) }
    let typed = lower(part, as: .flag)
    return LoweredGuard(node: typed?.index, isSound: typed != nil)
  }

  private func source(of variant: DraftVariant, _ draft: DraftStep) -> String {
    (variant.variant.source ?? draft.step.source ?? rule.sources.first)?.citation
      ?? variant.variant.id.text
  }

  // MARK: - Order

  /// The variants over which each wins, through others too; nil with what is wrong reported.
  private mutating func order(
    of drafts: [DraftVariant], at path: DefinitionPath
  ) -> [Set<Int>]? {
    var places: [VariantID: Int] = [:]
    var isSound = true
    for (index, draft) in drafts.enumerated() {
      let id = draft.variant.id
      if places.updateValue(index, forKey: id) != nil {
        problems.add(
          .duplicateName, ["name": .text(id.text)],
          at: SourcePlace(path: path.appending(.key(id.text))))
        isSound = false
      }
    }
    var direct: [[Int]] = []
    for draft in drafts {
      var overridden: [Int] = []
      for (index, id) in draft.variant.overrides.enumerated() {
        if let place = places[id] {
          overridden.append(place)
          continue
        }
        let known = drafts.map(\.variant.id.text)
        problems.add(
          .unknownVariant,
          [
            "variant": .text(id.text),
            "cure": .localized(.suggestion(for: id.text, among: known)),
          ],
          at: SourcePlace(
            path: path.appending(.key(draft.variant.id.text)).appending(.key("overrides"))
              .appending(.index(index))))
        isSound = false
      }
      direct.append(overridden)
    }
    let order = DependencyOrder(needs: direct)
    for cycle in order.cycles {
      let names = (cycle + [cycle[0]]).map { drafts[$0].variant.id.text }
      problems.add(
        .variantCycle, ["cycle": .text(names.joined(separator: " → "))],
        at: SourcePlace(path: path))
      isSound = false
    }
    guard isSound else { return nil }
    var all = [Set<Int>](repeating: [], count: drafts.count)
    // Each stands behind those that it overrides.
    for index in order.order {
      for other in direct[index] { all[index].formUnion(all[other].union([other])) }
    }
    return all
  }

  // MARK: - Conflicts

  private mutating func checkConflicts(
    _ drafts: [DraftVariant], _ order: [Set<Int>], at path: DefinitionPath, in draft: DraftStep
  ) {
    let conditions = drafts.map { VariantConditions($0, parameters: parameterValues) }
    for second in drafts.indices {
      for first in 0..<second where !order[first].contains(second) && !order[second].contains(first)
      {
        let (one, other) = (conditions[first], conditions[second])
        guard !one.excludes(other) else { continue }
        let isSettled = drafts.indices.contains { third in
          order[third].contains(first) && order[third].contains(second)
            && conditions[third].follows(from: one, other)
        }
        guard !isSettled else { continue }
        let isCertain = one.follows(from: other) || other.follows(from: one)
        problems.add(
          isCertain ? .variantsConflict : .variantsMayConflict,
          [
            "one": .text(drafts[first].variant.id.text),
            "other": .text(drafts[second].variant.id.text),
            "oneSource": .text(source(of: drafts[first], draft)),
            "otherSource": .text(source(of: drafts[second], draft)),
          ], at: SourcePlace(path: path.appending(.key(drafts[second].variant.id.text))))
      }
    }
    for (index, variant) in drafts.enumerated() {
      let winner = drafts.indices.first {
        order[$0].contains(index) && conditions[$0].follows(from: conditions[index])
      }
      guard let winner else { continue }
      problems.add(
        .variantNeverTaken,
        [
          "variant": .text(variant.variant.id.text),
          "winner": .text(drafts[winner].variant.id.text),
        ], at: SourcePlace(path: path.appending(.key(variant.variant.id.text))))
    }
  }

  private var parameterValues: [String: RuleValue] {
    var values: [String: RuleValue] = [:]
    for (index, parameter) in rule.parameters.enumerated() {
      values[parameter.id.text] = program.parameters[index]
    }
    return values
  }
}
