import KinerjaCore
import RuleLanguage

// What a region may not do to the rule of its parent.
extension ReformEditor {

  mutating func checkBounds(
    of parameter: RuleParameter, allow value: RuleValue, _ change: ReformChange,
    at place: SourcePlace
  ) {
    guard let bounds = bounds(of: parameter, change, at: place), !bounds.allow(value) else {
      return
    }
    problems.add(
      .reformOutsideBounds,
      [
        "parameter": .text(parameter.id.text), "value": .localized(.value(value, of: rule)),
        "bounds": .localized(.bounds(bounds, of: rule)),
        "source": .text(parentSource(of: parameter, change)),
      ], at: place)
  }

  /// A region may narrow what those below it choose, or close it, and not widen it.
  mutating func checkBounds(
    of parameter: RuleParameter, allow narrower: ParameterBounds?, _ change: ReformChange,
    at place: SourcePlace
  ) {
    guard let bounds = bounds(of: parameter, change, at: place), let narrower,
      !narrower.lie(within: bounds)
    else { return }
    problems.add(
      .reformWidens,
      [
        "parameter": .text(parameter.id.text), "found": .localized(.bounds(narrower, of: rule)),
        "bounds": .localized(.bounds(bounds, of: rule)),
        "source": .text(parentSource(of: parameter, change)),
      ], at: place)
  }

  private mutating func bounds(
    of parameter: RuleParameter, _ change: ReformChange, at place: SourcePlace
  ) -> ParameterBounds? {
    if let bounds = parameter.bounds { return bounds }
    let open = rule.parameters.filter { $0.bounds != nil }.map(\.id.text)
    problems.add(
      .reformParameterClosed,
      [
        "parameter": .text(parameter.id.text),
        "source": .text(parentSource(of: parameter, change)), "open": .localized(.listing(open)),
      ], at: place)
    return nil
  }

  mutating func checkTable(_ table: RuleTable, at path: DefinitionPath) {
    reportClosed(table.id, table.source ?? rule.sources.first, at: path)
  }

  mutating func checkOpen(_ step: RuleStep, named id: StepID, at path: DefinitionPath) {
    guard !step.isOpen else { return }
    reportClosed(id, step.source ?? rule.sources.first, at: path)
  }

  private mutating func reportClosed(
    _ id: StepID, _ source: LegalSource?, at path: DefinitionPath
  ) {
    let open = rule.stepNames.filter { name in
      (try? StepID(name)).flatMap(rule.address).map { rule[$0].isOpen } == true
    }
    problems.add(
      .reformStepClosed,
      [
        "step": .text(id.text), "source": .text(source?.citation ?? "–"),
        "open": .localized(.listing(open)),
      ], at: SourcePlace(path: path))
  }

  /// The instrument that set what the region would change.
  private func parentSource(of parameter: RuleParameter, _ change: ReformChange) -> String {
    let day = Swift.max(change.days.from, rule.effective.from)
    let source =
      parameter.value(on: day)?.source ?? parameter.values.first?.source ?? rule.sources.first
    return source?.citation ?? "–"
  }
}

extension LocalizedText {
  fileprivate static func listing(_ names: [String]) -> LocalizedText {
    guard !names.isEmpty else {
      return LocalizedText(id: "tidak ada yang terbuka", en: "nothing is open")
    }
    let list = names.joined(separator: ", ")
    return LocalizedText(id: "yang terbuka: \(list)", en: "open are: \(list)")
  }
}
