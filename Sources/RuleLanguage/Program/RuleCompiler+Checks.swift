import KinerjaCore

// What a step must keep to besides its formula.
extension RuleCompiler {

  mutating func valueType(_ type: FormulaType, of draft: DraftStep) -> ValueType? {
    switch type {
    case .number, .flag:
      if let scale = draft.step.scale {
        mismatch(
          .category(scale), type,
          at: draft.body.formulas.first?.place() ?? SourcePlace(path: draft.path))
        return nil
      }
      return type == .number ? .number : .flag
    case .category(let scale):
      guard let scale = draft.step.scale ?? scale else {
        problems.add(.scaleNotSaid, at: SourcePlace(path: draft.path))
        return nil
      }
      return rule.scale(scale) == nil ? nil : .category(of: scale)
    }
  }

  /// What a region may choose must be of the type of the value that holds, which it should allow.
  mutating func checkBounds(
    of parameter: RuleParameter, holding value: RuleValue, at path: DefinitionPath
  ) {
    guard let bounds = parameter.bounds, !value.isMissing else { return }
    let place = SourcePlace(path: path.appending(.key("open")))
    let chosen: [RuleValue] =
      switch bounds {
      case .numbers(let range): [.number(range.lowerBound)]
      case .oneOf(let values): values
      }
    if chosen.isEmpty {
      problems.add(.boundsEmpty, ["parameter": .text(parameter.id.text)], at: place)
    }
    let type = FormulaType(value)
    let strangers = chosen.filter { $0.isMissing || FormulaType($0) != type }
    for stranger in strangers { mismatch(type, FormulaType(stranger), at: place) }
    if !chosen.isEmpty, strangers.isEmpty, !bounds.allow(value) {
      problems.add(
        .valueOutsideBounds,
        [
          "parameter": .text(parameter.id.text), "value": .localized(.value(value, of: rule)),
          "bounds": .localized(.bounds(bounds, of: rule)),
        ], at: place)
    }
  }

  mutating func checkRounding(of draft: DraftStep, _ type: ValueType) {
    guard let rounding = draft.step.rounding else { return }
    let place = SourcePlace(path: draft.path.appending(.key("rounded")))
    if type != .number { mismatch(.number, FormulaType(type), at: place) }
    if !(0...Points.mostPlaces).contains(rounding.places) {
      problems.add(.roundingPlaces, ["places": .integer(Int64(rounding.places))], at: place)
    }
  }

  mutating func checkPolicy(of draft: DraftStep, _ type: ValueType) {
    let place = SourcePlace(path: draft.path.appending(.key("whenMissing")))
    switch draft.step.whenMissing {
    case .incomplete, .fail:
      break
    case .substitute(let value, _):
      program.tracksShares = true
      if value.isMissing || FormulaType(type).unified(with: FormulaType(value)) == nil {
        mismatch(FormulaType(type), FormulaType(value), at: place)
      }
      if case .category(let scale) = type, let category = value.category {
        check(category, in: scale, at: place)
      }
    case .carryForward(let days, _):
      program.tracksShares = true
      if draft.list != nil { problems.add(.carryInList, at: place) }
      if days < 0 {
        problems.add(.carryLimit, ["days": .integer(Int64(days))], at: place)
      }
    case .lowestBand:
      program.tracksShares = true
      if type.scale.flatMap(rule.scale)?.isRanked != true {
        problems.add(.lowestWithoutScale, ["found": .localized(type.label)], at: place)
      }
    case .dropAndRescale(let share):
      program.tracksShares = true
      if !draft.body.isMean { problems.add(.dropWithoutMean, at: place) }
      if !(0...1).contains(share) {
        problems.add(.minimumShare, ["share": .number(share)], at: place)
      }
    }
  }

  mutating func check(_ category: CategoryID, in scale: ScaleID, at place: SourcePlace) {
    guard let scale = rule.scale(scale), scale.rank(of: category) == nil else { return }
    let known = scale.categories.map(\.id.text)
    problems.add(
      .unknownCategory,
      [
        "category": .text(category.text), "scale": .text(scale.id.text),
        "cure": .localized(.suggestion(for: category.text, among: known)),
      ], at: place)
  }

  mutating func mismatch(_ expected: FormulaType, _ found: FormulaType, at place: SourcePlace) {
    problems.add(
      .typeMismatch,
      ["expected": .localized(expected.label), "found": .localized(found.label)], at: place)
  }
}
