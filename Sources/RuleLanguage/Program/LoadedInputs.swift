import KinerjaCore

/// Inputs in the slots of a program, checked.
struct LoadedInputs {
  private(set) var values: [RuleValue]
  private(set) var elements: [[RuleValue]] = []
  private(set) var counts: [Int?] = []

  /// Puts inputs into slots.
  ///
  /// - Throws: Every name that the rule does not ask for, every value of another type, of another
  ///   scale, out of range or with too many decimals, and every required one that is not given.
  init(_ inputs: RuleInputs, for program: Program, of rule: Rule) throws(InvalidInput) {
    values = Array(repeating: .missing(.notGiven), count: program.slots.count)
    var problems = Diagnostics()
    var taken = 0
    for index in rule.inputs.indices {
      guard let value = inputs.values[program.slots[index].id] else {
        if program.slots[index].isRequired {
          Self.report(absent: program.slots[index], problems: &problems)
        }
        continue
      }
      taken += 1
      values[index] = value
      if !program.isSimplyTaken(value, in: index) {
        Self.check(value, in: program.slots[index], of: rule, problems: &problems)
      }
    }
    if taken < inputs.values.count {
      let known = rule.inputs.map(\.id)
      Self.report(unknown: inputs.values.keys, known, rule, problems: &problems)
    }
    if inputs.lists.count > 0 {
      let known = rule.lists.map(\.id)
      Self.report(unknown: inputs.lists.keys, known, rule, problems: &problems)
    }
    for list in program.lists {
      let records = inputs.lists[list.id]
      counts.append(records?.count)
      elements.append([])
      for (position, record) in (records ?? []).enumerated() {
        let place = SourcePlace(path: [.key(list.id.text), .index(position)])
        add(record, to: list, at: place, of: rule, problems: &problems)
      }
      for key in list.keys { Self.check(records ?? [], key, of: list, problems: &problems) }
    }
    if !inputs.evidence.isEmpty {
      Self.report(
        unknown: inputs.evidence.keys, rule.inputs.map(\.id), rule, problems: &problems)
    }
    if !inputs.earlier.isEmpty {
      Self.check(inputs.earlier, for: program, of: rule, problems: &problems)
    }
    if !program.isWithinLimits(counts) {
      problems.add(program.tooMuchWork(for: counts))
    }
    try problems.throwIfAny()
  }

  /// No two elements may have the same value of a key.
  private static func check(
    _ records: [RuleRecord], _ key: Int, of list: Program.List, problems: inout Diagnostics
  ) {
    let slot = list.slots[key]
    var first: [RuleValue: Int] = [:]
    for (position, record) in records.enumerated() {
      guard let value = record.values[slot.id], let category = value.category else { continue }
      guard let earlier = first.updateValue(position, forKey: value) else { continue }
      problems.add(
        .repeatedElement,
        [
          "list": .text(list.id.text), "value": .text(category.text),
          "first": .integer(Int64(earlier + 1)), "second": .integer(Int64(position + 1)),
        ],
        at: SourcePlace(path: [.key(list.id.text), .index(position), .key(slot.id.text)]))
    }
  }

  private static func check(
    _ earlier: [StepID: EarlierValue], for program: Program, of rule: Rule,
    problems: inout Diagnostics
  ) {
    for (name, value) in earlier.sorted(by: { $0.key < $1.key }) {
      let path: DefinitionPath = [.key(RuleInputs.earlierKey), .key(name.text)]
      var found = Diagnostics(at: SourcePlace(path: path))
      if rule.step(name) == nil {
        let known = rule.steps.map(\.id.text)
        found.add(
          .earlierUnknown,
          [
            "name": .text(name.text), "rule": .text(rule.id.text),
            "cure": .localized(.suggestion(for: name.text, among: known)),
          ])
      } else if let slot = program.slots.last(where: { $0.id == name }) {
        check(value.value, in: slot, of: rule, problems: &found)
      }
      if value.day > program.day {
        found.add(.earlierInFuture, ["name": .text(name.text), "day": .day(value.day)])
      }
      problems.add(contentsOf: found)
    }
  }

  private mutating func add(
    _ record: RuleRecord, to list: Program.List, at place: SourcePlace, of rule: Rule,
    problems: inout Diagnostics
  ) {
    var found = Diagnostics(at: place)
    var taken = 0
    for (index, slot) in list.slots.enumerated() {
      guard index < list.fieldCount, let value = record.values[slot.id] else {
        elements[elements.count - 1].append(.missing(.notGiven))
        if slot.isRequired { Self.report(absent: slot, problems: &found) }
        continue
      }
      taken += 1
      elements[elements.count - 1].append(value)
      Self.check(value, in: slot, of: rule, problems: &found)
    }
    if taken < record.values.count {
      let known = list.slots.prefix(list.fieldCount).map(\.id)
      Self.report(unknown: record.values.keys, known, rule, problems: &found)
    }
    if !record.evidence.isEmpty {
      let known = list.slots.prefix(list.fieldCount).map(\.id)
      Self.report(unknown: record.evidence.keys, known, rule, problems: &found)
    }
    problems.add(contentsOf: found)
  }

  private static func report(
    unknown names: some Collection<StepID>, _ known: [StepID], _ rule: Rule,
    problems: inout Diagnostics
  ) {
    for name in names.sorted() where !known.contains(name) {
      let cure = LocalizedText.suggestion(for: name.text, among: known.map(\.text))
      problems.add(
        .unknownInput,
        ["name": .text(name.text), "rule": .text(rule.id.text), "cure": .localized(cure)],
        at: .key(name.text))
    }
  }

  private static func check(
    _ value: RuleValue, in slot: Program.Slot, of rule: Rule, problems: inout Diagnostics
  ) {
    switch (value, slot.type) {
    case (.flag, .flag):
      break
    case (.missing, _):
      if slot.isRequired { report(absent: slot, problems: &problems) }
    case (.number(let number), .number):
      checkDecimals(of: number, in: slot, problems: &problems)
      guard let range = slot.range, !range.contains(number) else { return }
      problems.add(
        .inputRange,
        [
          "name": .text(slot.name), "low": .number(range.lowerBound),
          "high": .number(range.upperBound),
        ], at: .key(slot.id.text))
    case (.category(let category), .category(let id)):
      guard let scale = rule.scale(id), scale.rank(of: category) == nil else { return }
      let known = scale.categories.map(\.id.text)
      problems.add(
        .unknownCategory,
        [
          "category": .text(category.text), "scale": .text(id.text),
          "cure": .localized(.suggestion(for: category.text, among: known)),
        ], at: .key(slot.id.text))
    case (.number, _), (.category, _), (.flag, _):
      problems.add(
        .inputType,
        ["name": .text(slot.name), "expected": .localized(slot.type.label)],
        at: .key(slot.id.text))
    }
  }

  private static func report(absent slot: Program.Slot, problems: inout Diagnostics) {
    problems.add(.inputAbsent, ["name": .text(slot.name)], at: .key(slot.id.text))
  }

  private static func checkDecimals(
    of number: Ratio, in slot: Program.Slot, problems: inout Diagnostics
  ) {
    guard let decimals = slot.decimals else { return }
    if let places = Points(exactly: number)?.places, places <= decimals { return }
    problems.add(
      .inputDecimals, ["name": .text(slot.name), "decimals": .integer(Int64(decimals))],
      at: .key(slot.id.text))
  }
}

extension Program {
  /// Whether a value is plainly what the person's slot asks for: what nearly all are.
  fileprivate func isSimplyTaken(_ value: RuleValue, in slot: Int) -> Bool {
    guard case .number(let number) = value, case .number = slots[slot].type,
      slots[slot].decimals == nil
    else { return false }
    return slots[slot].range?.contains(number) ?? true
  }
}
