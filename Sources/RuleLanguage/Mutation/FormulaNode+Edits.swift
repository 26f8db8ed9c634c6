import KinerjaCore

extension FormulaNode {
  /// A formula in which one part is otherwise.
  struct Edit {
    let root: FormulaNode
    let change: RuleMutant.Change
    let before: String
    let after: String
  }

  /// Every single edit of the formula.
  func edits(step: Ratio) -> [Edit] {
    var all: [Edit] = []
    for (kind, change) in ownEdits(step: step) {
      let edited = FormulaNode(kind, at: offset)
      all.append(
        Edit(root: edited, change: change, before: canonicalText, after: edited.canonicalText))
    }
    for (index, part) in parts.enumerated() {
      for edit in part.edits(step: step) {
        all.append(
          Edit(
            root: replacing(index, by: edit.root), change: edit.change, before: edit.before,
            after: edit.after))
      }
    }
    return all
  }

  private func ownEdits(step: Ratio) -> [(Kind, RuleMutant.Change)] {
    switch kind {
    case .number(let number):
      return [try? number - step, try? number + step].compactMap(\.self).map { moved in
        moved.sign < 0
          ? (.negate(FormulaNode(.number(moved.magnitude), at: offset)), .figure)
          : (.number(moved), .figure)
      }
    case .flag(let flag): return [(.flag(!flag), .flag)]
    case .negate(let inner): return [(inner.kind, .polarity)]
    case .binary(let sign, let left, let right):
      return sign.edits.map { (.binary($0.sign, left, right), $0.change) }
    case .call(.min, let arguments): return [(.call(.max, arguments), .polarity)]
    case .call(.max, let arguments): return [(.call(.min, arguments), .polarity)]
    case .call(.coalesce, let arguments):
      return [(arguments[0].kind, .missingPolicy)]
    case .conditional(let condition, let then, let otherwise) where condition.asksMissing:
      return [(then.kind, .missingPolicy), (otherwise.kind, .missingPolicy)]
    default: return []
    }
  }

  private var asksMissing: Bool {
    if case .call(.isMissing, _) = kind { return true }
    return parts.contains { $0.asksMissing }
  }

  private func replacing(_ index: Int, by part: FormulaNode) -> FormulaNode {
    var parts = parts
    parts[index] = part
    let edited: Kind =
      switch kind {
      case .number, .flag, .category, .name: kind
      case .negate: .negate(parts[0])
      case .not: .not(parts[0])
      case .round(_, let places, let mode): .round(parts[0], places: places, mode)
      case .binary(let sign, _, _): .binary(sign, parts[0], parts[1])
      case .conditional: .conditional(parts[0], then: parts[1], otherwise: parts[2])
      case .call(let function, _): .call(function, parts)
      }
    return FormulaNode(edited, at: offset)
  }
}

extension FormulaOperator {
  fileprivate var edits: [(sign: FormulaOperator, change: RuleMutant.Change)] {
    switch self {
    case .less: [(.atMost, .closedSide), (.greater, .polarity)]
    case .atMost: [(.less, .closedSide), (.atLeast, .polarity)]
    case .greater: [(.atLeast, .closedSide), (.less, .polarity)]
    case .atLeast: [(.greater, .closedSide), (.atMost, .polarity)]
    case .equal: [(.notEqual, .polarity)]
    case .notEqual: [(.equal, .polarity)]
    case .plus: [(.minus, .polarity)]
    case .minus: [(.plus, .polarity)]
    case .times, .over, .and, .or: []
    }
  }
}
