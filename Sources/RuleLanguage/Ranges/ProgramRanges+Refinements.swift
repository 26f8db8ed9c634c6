import KinerjaCore

// What a condition says of the slots that it names.
extension ProgramRanges {
  /// Narrows slots by a condition that holds or does not; answers whether that is possible at all.
  mutating func refine(_ condition: Int, is answer: Bool) -> Bool {
    switch program.nodes[condition] {
    case .not(let inner): return refine(inner, is: !answer)
    case .value, .element:
      return narrow(condition) { range in
        range.flags.formIntersection([answer])
        range.missing = []
      }
    case .isMissing(let inner):
      return narrow(inner) { range in
        range = answer ? ValueRange(missing: range.missing) : range.missing(because: [])
      }
    case .binary(.and, let left, let right) where answer:
      return refine(left, is: true) && refine(right, is: true)
    case .binary(.or, let left, let right) where !answer:
      return refine(left, is: false) && refine(right, is: false)
    case .binary(let sign, let left, let right) where sign.isComparison:
      guard let sign = answer ? sign : sign.opposite, let mirrored = sign.mirrored else {
        return true
      }
      return narrow(left, sign, by: nodes[right]) && narrow(right, mirrored, by: nodes[left])
    default: return true
    }
  }

  private mutating func narrow(
    _ node: Int, _ sign: FormulaOperator, by other: ValueRange
  ) -> Bool {
    narrow(node) { range in
      // A comparison that was answered had a value on both sides.
      range.missing = []
      switch sign {
      case .less, .atMost:
        range = range.limited(to: NumberInterval(nil, other.numbers?.upper))
        if sign == .less, other.numbers?.upper == .zero { range.excludesZero = true }
      case .greater, .atLeast:
        range = range.limited(to: NumberInterval(other.numbers?.lower, nil))
        if sign == .greater, other.numbers?.lower == .zero { range.excludesZero = true }
      case .equal:
        if let numbers = other.numbers { range = range.limited(to: numbers) }
        range.flags.formIntersection(other.flags)
        range.categories.formIntersection(other.categories)
      case .notEqual:
        if other.onlyNumber == .zero { range.excludesZero = true }
        if other.flags.count == 1 { range.flags.subtract(other.flags) }
        if other.categories.count == 1 { range.categories.subtract(other.categories) }
      default: break
      }
    }
  }

  /// Narrows the slot behind a node, if it is one; answers whether anything is left.
  private mutating func narrow(_ node: Int, _ change: (inout ValueRange) -> Void) -> Bool {
    let key: SlotKey
    var range: ValueRange
    switch program.nodes[node] {
    case .value(let slot):
      key = .person(slot)
      range = refinements[key] ?? slots[slot]
    case .element(let list, let slot):
      key = .element(list: list, slot: slot)
      range = refinements[key] ?? elements[list][slot]
    default: return true
    }
    change(&range)
    refinements[key] = range
    return range.isPossible
  }
}
