import KinerjaCore

// Units of measurement, checked where numbers meet.
extension RuleCompiler {
  /// The unit of numbers that are added or compared; reports unlike ones and goes on with the
  /// first.
  mutating func unified(
    _ left: FormulaUnit, _ right: FormulaUnit, by part: String, in scope: FormulaScope,
    after offset: Int = 0
  ) -> FormulaUnit {
    if let unit = left.unified(with: right) { return unit }
    report(unlike: left, right, by: part, at: scope.text.place(after: offset, path: scope.path))
    return left
  }

  /// The unit of variants of which one is taken.
  mutating func unified(
    _ left: FormulaUnit, _ right: FormulaUnit, by part: String, at path: DefinitionPath
  ) -> FormulaUnit {
    if let unit = left.unified(with: right) { return unit }
    report(unlike: left, right, by: part, at: SourcePlace(path: path))
    return left
  }

  private mutating func report(
    unlike left: FormulaUnit, _ right: FormulaUnit, by part: String, at place: SourcePlace
  ) {
    problems.add(
      .unlikeUnits,
      ["left": .localized(left.label), "right": .localized(right.label), "part": .text(part)],
      at: place)
  }

  /// The unit of a product or a quotient.
  mutating func combined(
    _ sign: FormulaOperator, _ left: FormulaUnit, _ right: FormulaUnit, in scope: FormulaScope,
    after offset: Int = 0
  ) -> FormulaUnit {
    if let unit = units.unit(sign, left, right) { return unit }
    problems.add(
      .unitTooComplex,
      [
        "left": .localized(left.label), "right": .localized(right.label),
        "sign": .text(sign.rawValue),
      ],
      at: scope.text.place(after: offset, path: scope.path))
    return .unknown
  }

  /// The unit of parts of which one is taken, or which are compared, with their places.
  mutating func unified(
    _ parts: [TypedNode], of nodes: [FormulaNode], by part: String, in scope: FormulaScope
  ) -> FormulaUnit {
    guard var unit = parts.first?.unit else { return .unknown }
    for (typed, node) in zip(parts, nodes).dropFirst() {
      unit = unified(unit, typed.unit, by: part, in: scope, after: node.offset)
    }
    return unit
  }
}
