import KinerjaCore
import RuleLanguage

/// Lays a reform over a rule, and collects everything that is wrong with it.
struct ReformEditor {
  let base: Rule
  let reform: Reform
  /// The rule as far as it has been changed.
  var rule: Rule
  var problems = Diagnostics()
  /// The days on which all changes of the structure hold; nil if there was none so far.
  var structureDays: DayRange?

  init(_ base: Rule, _ reform: Reform) {
    self.base = base
    self.reform = reform
    rule = base
  }

  /// Whether a region speaks, which may change only what is open to it.
  var isRegional: Bool { reform.source.standing == .region }

  mutating func apply() {
    checkForTwo()
    for (index, change) in reform.changes.enumerated() {
      let path: DefinitionPath = [.key("changes"), .index(index)]
      switch change.action {
      case .set(let parameter, let value):
        set(parameter, value, change, at: path)
      case .limit(let parameter, let bounds):
        limit(parameter, bounds, change, at: path)
      case .replace(let step, let new):
        replace(step, new, change, at: path)
      case .replaceTable(let table, let new):
        replaceTable(table, new, change, at: path)
      case .neutralise(let step, let value):
        neutralise(step, value, change, at: path)
      case .insert(let step, let position):
        insert(step, position, change, at: path)
      }
    }
    restrictDays()
    if !problems.hasErrors, rule == base {
      problems.add(
        .reformChangesNothing, ["reform": .text(reform.id.text), "rule": .text("\(base)")])
    }
    rule.version += "+\(reform.id)"
    if !rule.sources.contains(reform.source) { rule.sources.append(reform.source) }
  }

  /// Who says so.
  func source(of change: ReformChange) -> LegalSource { change.source ?? reform.source }

  // MARK: - Parameters

  private mutating func set(
    _ id: ParameterID, _ value: RuleValue, _ change: ReformChange, at path: DefinitionPath
  ) {
    guard let index = indexOfParameter(id, at: path.appending(.key("set"))) else { return }
    let parameter = rule.parameters[index]
    let place = SourcePlace(path: path.appending(.key("value")))
    if let known = parameter.values.first?.value, !value.isLike(known) {
      problems.add(
        .reformValueType,
        [
          "name": .text(id.text), "found": .localized(value.kindLabel),
          "expected": .localized(known.kindLabel),
        ], at: place)
      return
    }
    if isRegional { checkBounds(of: parameter, allow: value, change, at: place) }
    guard holds(change, at: path) else { return }
    let before = parameter.values.filter { $0.effective.overlaps(change.days) }
    if !before.isEmpty, before.allSatisfy({ $0.value == value }),
      change.days.intersection(rule.effective)?.gaps(leftBy: before.map(\.effective)) == []
    {
      problems.add(
        .reformSameValue,
        ["parameter": .text(id.text), "value": .localized(.value(value, of: rule))], at: place)
    }
    rule.parameters[index].values = parameter.values.flatMap { old in
      old.effective.gaps(leftBy: [change.days]).map { days in
        RuleParameter.Value(old.value, days, old.source)
      }
    }
    rule.parameters[index].values.append(
      RuleParameter.Value(value, change.days, source(of: change)))
    rule.parameters[index].values.sort { $0.effective < $1.effective }
  }

  private mutating func limit(
    _ id: ParameterID, _ bounds: ParameterBounds?, _ change: ReformChange, at path: DefinitionPath
  ) {
    guard let index = indexOfParameter(id, at: path.appending(.key("limit"))) else { return }
    let parameter = rule.parameters[index]
    let place = SourcePlace(path: path.appending(.key("open")))
    if isRegional { checkBounds(of: parameter, allow: bounds, change, at: place) }
    guard holds(change, at: path) else { return }
    if parameter.bounds == bounds {
      problems.add(.reformSameBounds, ["parameter": .text(id.text)], at: place)
    }
    rule.parameters[index].bounds = bounds
    changeStructure(on: change.days)
  }

  private mutating func indexOfParameter(_ id: ParameterID, at path: DefinitionPath) -> Int? {
    if let index = rule.parameters.firstIndex(where: { $0.id == id }) { return index }
    let known = rule.parameters.map(\.id.text)
    problems.add(
      .reformUnknownParameter,
      [
        "parameter": .text(id.text), "rule": .text("\(base)"),
        "cure": .localized(.suggestion(for: id.text, among: known)),
      ], at: SourcePlace(path: path))
    return nil
  }

  // MARK: - Days

  /// Whether the change holds on some day of the rule; one that does not changes nothing.
  mutating func holds(_ change: ReformChange, at path: DefinitionPath) -> Bool {
    guard !change.days.overlaps(base.effective) else { return true }
    problems.add(
      .reformOutsideRule,
      [
        "days": .text("\(change.days)"), "rule": .text("\(base)"),
        "range": .text("\(base.effective)"),
      ], at: SourcePlace(path: path))
    return false
  }

  /// Notes a change of what a rule has only one of: the rule that comes of it holds on its days.
  mutating func changeStructure(on days: DayRange) {
    guard let known = structureDays else {
      structureDays = days
      return
    }
    guard let common = known.intersection(days) else {
      problems.add(
        .reformDaysApart, ["one": .text("\(known)"), "other": .text("\(days)")],
        at: SourcePlace(path: [.key("changes")]))
      return
    }
    structureDays = common
  }

  private mutating func restrictDays() {
    guard let days = structureDays?.intersection(rule.effective) else { return }
    rule.effective = days
  }

  /// Reports what is changed twice on one day: an order of two values would be an accident.
  private mutating func checkForTwo() {
    for (index, change) in reform.changes.enumerated() {
      let path: DefinitionPath = [.key("changes"), .index(index)]
      guard
        let earlier = reform.changes[..<index].firstIndex(where: {
          $0.subject != nil && $0.subject == change.subject && $0.days.overlaps(change.days)
        }), let subject = change.subject
      else { continue }
      problems.add(
        .reformTwice, ["name": .text(subject), "earlier": .text("changes[\(earlier)]")],
        at: SourcePlace(path: path))
    }
  }
}

extension ReformChange {
  /// What it changes, told apart from anything else; nil for what may be done any number of times.
  fileprivate var subject: String? {
    switch action {
    case .set(let parameter, _): "set \(parameter)"
    case .limit(let parameter, _): "limit \(parameter)"
    case .replaceTable(let table, _): "table \(table)"
    case .replace(let step, _), .neutralise(let step, _): step.text
    case .insert: nil
    }
  }
}

extension RuleValue {
  /// Whether another value is of the same kind.
  fileprivate func isLike(_ other: RuleValue) -> Bool {
    switch (self, other) {
    case (.number, .number), (.flag, .flag), (.category, .category): true
    case (.number, _), (.flag, _), (.category, _), (.missing, _): false
    }
  }

  var kindLabel: LocalizedText {
    switch self {
    case .number: ValueType.number.label
    case .flag: ValueType.flag.label
    case .category: LocalizedText(id: "kategori", en: "category")
    case .missing: LocalizedText(id: "nilai kosong", en: "missing value")
    }
  }
}
