import KinerjaCore

/// Turns a rule into a program, and collects everything that is wrong with it.
struct RuleCompiler {
  let rule: Rule
  let day: Day
  var problems: Diagnostics
  var program: Program

  /// What the names of the rule stand for, qualified ones too.
  var symbols: [String: Symbol] = [:]
  /// What the plain names in the steps of a list stand for, by list.
  var localSymbols: [[String: Symbol]] = []
  /// The types of the slots of the person and of each list's elements, as far as known.
  var types: [SlotType?] = []
  var elementTypes: [[SlotType?]] = []
  /// The units that inputs, parameters and tables declare.
  var units = UnitBook()
  /// The tables, as far as they are sound.
  var tables: [CompiledTable?] = []
  /// The operands of the step that is being compiled.
  var operands: [ProgramStep.Operand] = [] {
    didSet { if operands.isEmpty { named = [] } }
  }
  /// Whether the rule was found too large, so that the rest is not looked at.
  var isTooLarge = false
  /// The characters of the formulas read so far.
  var characterCount = 0
  /// Their names.
  var named: Set<String> = []

  init(_ rule: Rule, on day: Day, at place: SourcePlace) {
    self.rule = rule
    self.day = day
    program = Program(day: day)
    problems = Diagnostics(at: place)
  }

  mutating func compile() {
    guard rule.partCount <= RuleLimits.parts else {
      refuseSize()
      return
    }
    if !rule.effective.contains(day) {
      problems.add(
        .ruleNotEffective,
        ["rule": .text(rule.id.text), "day": .day(day), "range": .text("\(rule.effective)")],
        at: .key("effective"))
    }
    checkScales()
    declareParameters()
    let drafts = declareSlots()
    checkLocalNames()
    compileTables()
    for index in order(drafts) {
      lower(drafts[index])
      if program.nodes.count > RuleLimits.nodes { refuseSize() }
      if isTooLarge { return }
    }
    if !problems.hasErrors { program.work = program.steps.map { StepWork($0, in: program) } }
  }

  /// A plain name in a list must not hide one outside it.
  private mutating func checkLocalNames() {
    for (list, names) in zip(rule.lists, localSymbols) {
      let path: DefinitionPath = [.key("lists"), .key(list.id.text)]
      for name in names.keys.sorted() where symbols[name] != nil {
        problems.add(.duplicateName, ["name": .text(name)], at: SourcePlace(path: path))
      }
    }
  }

  // MARK: - Declarations

  private mutating func checkScales() {
    var seen: Set<ScaleID> = []
    for scale in rule.scales {
      let path: DefinitionPath = [.key("scales"), .key(scale.id.text)]
      if !seen.insert(scale.id).inserted {
        problems.add(.duplicateName, ["name": .text(scale.id.text)], at: SourcePlace(path: path))
      }
      if scale.categories.isEmpty {
        problems.add(.emptyScale, ["scale": .text(scale.id.text)], at: SourcePlace(path: path))
      }
      var categories: Set<CategoryID> = []
      for category in scale.categories where !categories.insert(category.id).inserted {
        problems.add(
          .duplicateName, ["name": .text(category.id.text)], at: SourcePlace(path: path))
      }
    }
  }

  private mutating func declareParameters() {
    for (index, parameter) in rule.parameters.enumerated() {
      let path: DefinitionPath = [.key("parameters"), .key(parameter.id.text)]
      declare(parameter.id.text, .parameter(index), at: path)
      units.add(parameter.unit)
      let valid = parameter.values.filter { $0.effective.contains(day) }
      if valid.count != 1 {
        problems.add(
          valid.isEmpty ? .parameterWithoutValue : .parameterWithTwoValues,
          ["parameter": .text(parameter.id.text), "day": .day(day)],
          at: SourcePlace(path: path))
      }
      let value = valid.first?.value ?? .missing(.notGiven)
      if valid.first?.value.isMissing == true {
        problems.add(
          .parameterMissing, ["parameter": .text(parameter.id.text)],
          at: SourcePlace(path: path))
      }
      checkBounds(of: parameter, holding: value, at: path)
      program.parameters.append(value)
    }
  }

  private mutating func declareSlots() -> [DraftStep] {
    for input in rule.inputs {
      let path: DefinitionPath = [.key("inputs"), .key(input.id.text)]
      declare(input.id.text, .slot(program.slots.count), at: path)
      check(input, at: path)
      program.slots.append(slot(for: input, name: input.id.text))
      types.append(SlotType(type: FormulaType(input.type), unit: FormulaUnit(input.unit)))
      units.add(input.unit)
    }
    var drafts: [DraftStep] = []
    for (index, table) in rule.tables.enumerated() {
      declare(table.id.text, .table(index), at: [.key("tables"), .key(table.id.text)])
      units.add(table.unit)
    }
    for (index, list) in rule.lists.enumerated() {
      drafts += declare(list, at: index)
    }
    for step in rule.steps {
      let path: DefinitionPath = [.key("steps"), .key(step.id.text)]
      let slot = program.slots.count
      declare(step.id.text, .slot(slot), at: path)
      program.slots.append(
        Program.Slot(id: step.id, type: .number, name: step.id.text))
      types.append(nil)
      drafts.append(draft(step, list: nil, slot: slot, at: path))
    }
    return drafts
  }

  private mutating func declare(_ list: RuleList, at index: Int) -> [DraftStep] {
    let path: DefinitionPath = [.key("lists"), .key(list.id.text)]
    declare(list.id.text, .list(index), at: path)
    localSymbols.append([:])
    elementTypes.append([])
    var drafts: [DraftStep] = []
    var slots: [Program.Slot] = []
    for field in list.fields {
      let path = path.appending(.key("fields")).appending(.key(field.id.text))
      declare(field.id.text, inList: index, slot: slots.count, at: path)
      check(field, at: path)
      slots.append(slot(for: field, name: "\(list.id).\(field.id)"))
      elementTypes[index].append(
        SlotType(type: FormulaType(field.type), unit: FormulaUnit(field.unit)))
      units.add(field.unit)
    }
    for step in list.steps {
      let path = path.appending(.key("steps")).appending(.key(step.id.text))
      declare(step.id.text, inList: index, slot: slots.count, at: path)
      drafts.append(draft(step, list: index, slot: slots.count, at: path))
      slots.append(
        Program.Slot(id: step.id, type: .number, name: "\(list.id).\(step.id)"))
      elementTypes[index].append(nil)
    }
    program.lists.append(
      Program.List(id: list.id, fieldCount: list.fields.count, slots: slots))
    return drafts
  }

  private func slot(for input: RuleInput, name: String) -> Program.Slot {
    Program.Slot(
      id: input.id, type: input.type, name: name, range: input.range, decimals: input.decimals,
      isRequired: input.isRequired, unit: input.unit)
  }

  private mutating func check(_ input: RuleInput, at path: DefinitionPath) {
    if case .category(let scale) = input.type { _ = known(scale, at: path) }
    if let decimals = input.decimals, !(0...Points.mostPlaces).contains(decimals) {
      problems.add(
        .roundingPlaces, ["places": .integer(Int64(decimals))],
        at: SourcePlace(path: path.appending(.key("decimals"))))
    }
    let isMeasured = input.unit != nil || input.decimals != nil || input.range != nil
    if input.type != .number, isMeasured {
      problems.add(
        .measuredInput, ["name": .text(input.id.text), "type": .localized(input.type.label)],
        at: SourcePlace(path: path))
    }
  }

  /// The scale with an identifier; reports one that the rule does not have.
  mutating func known(_ id: ScaleID, at path: DefinitionPath) -> CategoryScale? {
    if let scale = rule.scale(id) { return scale }
    let known = rule.scales.map(\.id.text)
    problems.add(
      .unknownScale,
      ["scale": .text(id.text), "cure": .localized(.suggestion(for: id.text, among: known))],
      at: SourcePlace(path: path))
    return nil
  }

  private mutating func declare(_ name: String, _ symbol: Symbol, at path: DefinitionPath) {
    checkWritable(name, at: path)
    if symbols.updateValue(symbol, forKey: name) != nil {
      problems.add(.duplicateName, ["name": .text(name)], at: SourcePlace(path: path))
    }
  }

  private mutating func declare(
    _ name: String, inList list: Int, slot: Int, at path: DefinitionPath
  ) {
    declare("\(rule.lists[list].id).\(name)", .element(list: list, slot: slot), at: path)
    localSymbols[list][name] = .element(list: list, slot: slot)
  }

  private mutating func checkWritable(_ name: String, at path: DefinitionPath) {
    var problems = Diagnostics()
    if case .name(name) = FormulaText(name).parsed(&problems)?.kind { return }
    self.problems.add(.unwritableName, ["name": .text(name)], at: SourcePlace(path: path))
  }

  // MARK: - Order

  private mutating func order(_ drafts: [DraftStep]) -> [Int] {
    var stepAtSlot: [Int: Int] = [:]
    var stepAtElement: [[Int: Int]] = rule.lists.map { _ in [:] }
    for (index, draft) in drafts.enumerated() {
      if let list = draft.list {
        stepAtElement[list][draft.slot] = index
      } else {
        stepAtSlot[draft.slot] = index
      }
    }
    let needs = drafts.map { draft in
      draft.body.allFormulas.flatMap { part in
        (part.tree?.names ?? []).compactMap { name -> Int? in
          switch symbol(name, in: draft.list) {
          case .slot(let slot): stepAtSlot[slot]
          case .element(let list, let slot): stepAtElement[list][slot]
          case .parameter, .list, .table, nil: nil
          }
        }
      }
    }
    let result = DependencyOrder(needs: needs)
    for cycle in result.cycles {
      // Of a long way round the beginning is enough to find it.
      let shown = cycle.count > 50 ? Array(cycle.prefix(50)) : cycle + [cycle[0]]
      var names = shown.map { drafts[$0].name(in: rule) }
      if cycle.count > 50 { names.append("…") }
      problems.add(
        .cycle, ["cycle": .text(names.joined(separator: " → "))],
        at: SourcePlace(path: drafts[cycle[0]].path))
    }
    return result.order
  }

  /// What a name stands for in the steps of a list, or outside all lists.
  func symbol(_ name: String, in list: Int?) -> Symbol? {
    if let list, let local = localSymbols[list][name] { return local }
    return symbols[name]
  }
}

extension DraftStep {
  /// The step's name, qualified by its list.
  func name(in rule: Rule) -> String {
    list.map { "\(rule.lists[$0].id).\(step.id)" } ?? step.id.text
  }
}
