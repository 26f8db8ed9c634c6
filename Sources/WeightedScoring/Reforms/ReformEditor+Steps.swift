import KinerjaCore
import RuleLanguage

// What a reform does to the steps of a rule.
extension ReformEditor {

  mutating func replace(
    _ id: StepID, _ new: RuleStep, _ change: ReformChange, at path: DefinitionPath
  ) {
    guard let address = address(of: id, at: path.appending(.key("replace"))) else { return }
    let old = rule[address]
    if isRegional { checkOpen(old, named: id, at: path) }
    guard new.id == old.id else {
      problems.add(
        .reformStepName, ["found": .text(new.id.text), "expected": .text(old.id.text)],
        at: SourcePlace(path: path.appending(.key("with")).appending(.key("id"))))
      return
    }
    put(new, at: address, change, at: path)
  }

  /// A region may not do so: a table is not marked open, a step that looks it up is.
  mutating func replaceTable(
    _ id: StepID, _ new: RuleTable, _ change: ReformChange, at path: DefinitionPath
  ) {
    guard let index = rule.tables.firstIndex(where: { $0.id == id }) else {
      let known = rule.tables.map(\.id.text)
      problems.add(
        .reformUnknownTable,
        [
          "table": .text(id.text), "rule": .text("\(base)"),
          "cure": .localized(.suggestion(for: id.text, among: known)),
        ], at: SourcePlace(path: path.appending(.key("replaceTable"))))
      return
    }
    let old = rule.tables[index]
    if isRegional { checkTable(old, at: path) }
    guard new.id == id else {
      problems.add(
        .reformStepName, ["found": .text(new.id.text), "expected": .text(id.text)],
        at: SourcePlace(path: path.appending(.key("with")).appending(.key("id"))))
      return
    }
    guard holds(change, at: path) else { return }
    if new == old {
      problems.add(.reformSameStep, ["step": .text(id.text)], at: SourcePlace(path: path))
      return
    }
    rule.tables[index] = new.named(by: new.source ?? source(of: change))
    changeStructure(on: change.days)
  }

  mutating func neutralise(
    _ id: StepID, _ value: RuleValue, _ change: ReformChange, at path: DefinitionPath
  ) {
    guard let address = address(of: id, at: path.appending(.key("neutralise"))) else { return }
    let old = rule[address]
    if isRegional { checkOpen(old, named: id, at: path) }
    guard let text = literal(value, of: old, at: path.appending(.key("value"))) else { return }
    var new = old
    new.body = .formula(text)
    new.rounding = nil
    new.whenMissing = .incomplete
    put(new, at: address, change, at: path)
  }

  mutating func insert(
    _ step: RuleStep, _ position: ReformChange.Position, _ change: ReformChange,
    at path: DefinitionPath
  ) {
    let (neighbour, key, offset) =
      switch position {
      case .before(let id): (id, "before", 0)
      case .after(let id): (id, "after", 1)
      }
    guard let address = address(of: neighbour, at: path.appending(.key(key))) else { return }
    let name = address.list.map { "\(rule.lists[$0].id).\(step.id)" } ?? step.id.text
    guard !rule.names.contains(name) else {
      problems.add(
        .reformNameTaken, ["name": .text(name)],
        at: SourcePlace(path: path.appending(.key("insert")).appending(.key("id"))))
      return
    }
    guard holds(change, at: path) else { return }
    var new = step
    new.source = step.source ?? source(of: change)
    if let list = address.list {
      rule.lists[list].steps.insert(new, at: address.index + offset)
    } else {
      rule.steps.insert(new, at: address.index + offset)
    }
    changeStructure(on: change.days)
  }

  private mutating func put(
    _ step: RuleStep, at address: StepAddress, _ change: ReformChange, at path: DefinitionPath
  ) {
    guard holds(change, at: path) else { return }
    let old = rule[address]
    var new = step
    if new.source == nil { new.source = old.source }
    if new == old {
      problems.add(.reformSameStep, ["step": .text(old.id.text)], at: SourcePlace(path: path))
      return
    }
    // What a step says of its own source holds, unless it was taken over with the rest.
    if step.source == nil || step.source == old.source { new.source = source(of: change) }
    rule[address] = new
    changeStructure(on: change.days)
  }

  /// The formula that always gives a value; nil if the step cannot have it.
  private mutating func literal(
    _ value: RuleValue, of step: RuleStep, at path: DefinitionPath
  ) -> FormulaText? {
    let place = SourcePlace(path: path)
    switch value {
    case .number(let number) where step.scale == nil:
      return FormulaText(number.text(.point))
    case .flag(let flag) where step.scale == nil:
      return FormulaText(flag ? "true" : "false")
    case .category(let category):
      guard let scale = step.scale.flatMap(rule.scale) else { break }
      guard scale.rank(of: category) == nil else { return FormulaText("\"\(category)\"") }
      let known = scale.categories.map(\.id.text)
      problems.add(
        .unknownCategory,
        [
          "category": .text(category.text), "scale": .text(scale.id.text),
          "cure": .localized(.suggestion(for: category.text, among: known)),
        ], at: place)
      return nil
    case .number, .flag, .missing: break
    }
    let expected =
      step.scale.map { ValueType.category(of: $0).label }
      ?? LocalizedText(id: "angka atau ya/tidak", en: "number or true or false")
    problems.add(
      .reformValueType,
      [
        "name": .text(step.id.text), "found": .localized(value.kindLabel),
        "expected": .localized(expected),
      ], at: place)
    return nil
  }

  // MARK: - Where a step stands

  private mutating func address(of id: StepID, at path: DefinitionPath) -> StepAddress? {
    if let address = rule.address(of: id) { return address }
    problems.add(
      .reformUnknownStep,
      [
        "step": .text(id.text), "rule": .text("\(base)"),
        "cure": .localized(.suggestion(for: id.text, among: rule.stepNames)),
      ], at: SourcePlace(path: path))
    return nil
  }
}

extension RuleTable {
  /// The same table with a source.
  fileprivate func named(by source: LegalSource) -> RuleTable {
    RuleTable(id, title, body, giving: scale, unit: unit, source: source)
  }
}

/// Where a step stands in a rule.
struct StepAddress: Hashable {
  /// The list in which it stands; nil outside all lists.
  let list: Int?
  let index: Int
}

extension Rule {
  /// Finds a step by the name that formulas outside its list use.
  func address(of id: StepID) -> StepAddress? {
    if let index = steps.firstIndex(where: { $0.id == id }) {
      return StepAddress(list: nil, index: index)
    }
    for (position, list) in lists.enumerated() where id.text.hasPrefix("\(list.id).") {
      let name = id.text.dropFirst(list.id.text.count + 1)
      if let index = list.steps.firstIndex(where: { $0.id.text == name }) {
        return StepAddress(list: position, index: index)
      }
    }
    return nil
  }

  subscript(address: StepAddress) -> RuleStep {
    get { address.list.map { lists[$0].steps[address.index] } ?? steps[address.index] }
    set {
      if let list = address.list {
        lists[list].steps[address.index] = newValue
      } else {
        steps[address.index] = newValue
      }
    }
  }

  /// The names of all steps, those of lists qualified.
  var stepNames: [String] {
    steps.map(\.id.text)
      + lists.flatMap { list in list.steps.map { "\(list.id).\($0.id)" } }
  }

  /// All names that formulas can use.
  var names: Set<String> {
    Set(
      stepNames + inputs.map(\.id.text) + parameters.map(\.id.text) + lists.map(\.id.text)
        + lists.flatMap { list in list.fields.map { "\(list.id).\($0.id)" } })
  }
}
