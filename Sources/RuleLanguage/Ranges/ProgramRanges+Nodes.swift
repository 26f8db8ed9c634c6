import KinerjaCore

// The range of each kind of node.
extension ProgramRanges {
  mutating func range(of node: Int, isDropping: Bool = false) -> ValueRange {
    let range = find(node, isDropping: isDropping)
    nodes[node] = range
    return range
  }

  private mutating func find(_ node: Int, isDropping: Bool) -> ValueRange {
    switch program.nodes[node] {
    case .constant(let value): return ValueRange(value)
    case .parameter(let index): return ValueRange(program.parameters[index])
    case .value(let slot):
      let found = refinements[.person(slot)] ?? slots[slot]
      return found.needed(as: program.slots[slot].name)
    case .element(let list, let slot):
      let found = refinements[.element(list: list, slot: slot)] ?? elements[list][slot]
      return found.needed(as: program.lists[list].slots[slot].name)
    case .negate(let inner):
      return range(of: inner).mapped { -$0 }
    case .magnitude(let inner):
      return range(of: inner).mapped { $0.magnitudes }
    case .round(let inner, let places, let mode):
      return range(of: inner).rounded(to: places, mode)
    case .not(let inner):
      var result = range(of: inner)
      result.flags = Set(result.flags.map { !$0 })
      return result
    case .binary(let sign, let left, let right):
      return binary(sign, left, right, at: node)
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise)
    case .least(let all):
      return fold(all) { $0.leastNumbers(with: $1) }
    case .greatest(let all):
      return fold(all) { $0.greatestNumbers(with: $1) }
    case .clamp(let inner, let low, let high):
      let raised = fold([inner, low]) { $0.greatestNumbers(with: $1) }
      return raised.combined(with: range(of: high)) { $0.leastNumbers(with: $1) }
    case .coalesce(let all): return coalesce(all)
    case .isMissing(let inner):
      let found = range(of: inner)
      return ValueRange(
        flags: Set(
          [found.mayBeMissing ? true : nil, found.hasValue ? false : nil].compactMap(\.self)))
    case .lookup(let table, let key, let column):
      return lookup(
        program.tables[table], range(of: key), column.map { range(of: $0) })
    case .aggregate(let aggregate, let list):
      return figure(aggregate, over: list, isDropping: isDropping)
    }
  }

  private mutating func fold(
    _ all: [Int], _ combine: (NumberInterval, NumberInterval) -> NumberInterval
  ) -> ValueRange {
    var result = range(of: all[0])
    for node in all.dropFirst() { result = result.combined(with: range(of: node), combine) }
    return result
  }

  private mutating func coalesce(_ all: [Int]) -> ValueRange {
    var result = ValueRange()
    for (position, node) in all.enumerated() {
      let found = range(of: node)
      let isLast = position == all.count - 1
      result = result.joined(with: isLast ? found : found.missing(because: []))
      // What stands behind a value that is always there is never asked.
      if !found.mayBeMissing { break }
    }
    return result
  }

  private mutating func conditional(
    _ condition: Int, _ then: Int, _ otherwise: Int
  ) -> ValueRange {
    let asked = range(of: condition)
    var result = ValueRange(missing: asked.missing)
    let before = refinements
    for (answer, branch) in [(true, then), (false, otherwise)] where asked.flags.contains(answer) {
      if refine(condition, is: answer) { result = result.joined(with: range(of: branch)) }
      refinements = before
    }
    return result
  }

  private mutating func binary(
    _ sign: FormulaOperator, _ left: Int, _ right: Int, at node: Int
  ) -> ValueRange {
    if sign.isLogical { return logical(sign, left, right) }
    let (one, other) = (range(of: left), range(of: right))
    let missing = one.missing.union(other.missing)
    switch sign {
    case .plus: return one.sum(with: other)
    case .minus: return one.sum(with: other.mapped { -$0 })
    case .times: return one.product(with: other)
    case .over:
      if other.mayBeZero {
        let found = ZeroDivision(step: step, node: node, divisor: right)
        if !zeroDivisions.contains(found) { zeroDivisions.append(found) }
      }
      return one.quotient(by: other)
    case .equal, .notEqual:
      var flags: Set<Bool> = []
      if one.mayEqual(other) { flags.insert(sign == .equal) }
      if one.mayDiffer(from: other) { flags.insert(sign != .equal) }
      return ValueRange(flags: flags, missing: missing)
    case .less, .atMost, .greater, .atLeast:
      return ValueRange(flags: answers(sign, one.numbers, other.numbers), missing: missing)
    case .and, .or: return .nothing
    }
  }

  private func answers(
    _ sign: FormulaOperator, _ left: NumberInterval?, _ right: NumberInterval?
  ) -> Set<Bool> {
    guard let left, let right else { return [] }
    switch sign {
    case .greater: return answers(.less, right, left)
    case .atLeast: return answers(.atMost, right, left)
    default: break
    }
    var flags: Set<Bool> = []
    let isClosed = sign == .atMost
    // True where the least of the left is below the greatest of the right.
    if let low = left.lower, let high = right.upper {
      if low < high || (isClosed && low == high) { flags.insert(true) }
    } else {
      flags.insert(true)
    }
    if let high = left.upper, let low = right.lower {
      if high > low || (!isClosed && high == low) { flags.insert(false) }
    } else {
      flags.insert(false)
    }
    return flags
  }

  /// A missing part decides nothing where the other part already decides.
  private mutating func logical(
    _ sign: FormulaOperator, _ left: Int, _ right: Int
  ) -> ValueRange {
    let decisive = sign == .or
    let one = range(of: left)
    var result = ValueRange()
    if one.flags.contains(decisive) { result.flags.insert(decisive) }
    guard one.mayBeMissing || one.flags.contains(!decisive) else { return result }
    // The right part is looked at only where the left one does not decide.
    let before = refinements
    defer { refinements = before }
    if !one.mayBeMissing, !refine(left, is: !decisive) { return result }
    let other = range(of: right)
    if other.flags.contains(decisive) { result.flags.insert(decisive) }
    if one.flags.contains(!decisive), other.flags.contains(!decisive) {
      result.flags.insert(!decisive)
    }
    if other.mayBeMissing || other.flags.contains(!decisive) {
      result.missing.formUnion(one.missing)
    }
    if one.flags.contains(!decisive) { result.missing.formUnion(other.missing) }
    return result
  }

  private mutating func figure(
    _ aggregate: ProgramAggregate, over list: Int, isDropping: Bool
  ) -> ValueRange {
    let count = counts[list]
    var result: ValueRange
    // What is known of the element at hand is not known of all.
    let before = refinements
    defer { refinements = before }
    refinements = refinements.filter { key, _ in
      if case .element(list, _) = key { false } else { true }
    }
    let isPossiblyEmpty = count.contains(.zero)
    switch aggregate {
    case .count: result = ValueRange(numbers: count, denominator: 1)
    case .countWhere(let condition):
      let found = range(of: condition)
      let low = found.flags == [true] ? count.lower : .zero
      result = ValueRange(
        numbers: NumberInterval(low, found.flags == [false] ? .zero : count.upper),
        denominator: 1, missing: found.missing)
    case .sum(let node):
      result = range(of: node)
      result.excludesZero = false
      result.numbers = result.numbers.map { $0 * count } ?? (isPossiblyEmpty ? .zero : nil)
      result.denominator = result.denominator ?? (result.numbers == .zero ? 1 : nil)
    case .least(let node), .greatest(let node), .last(let node):
      result = range(of: node)
      if isPossiblyEmpty { result.missing.insert(.nothingToAverage) }
    case .mean(let node):
      result = range(of: node)
      result.excludesZero = false
      if isDropping { result.missing = [] }
      if isPossiblyEmpty { result.missing.insert(.nothingToAverage) }
      result.denominator = count.upper.flatMap { result.denominator(dividedByUpTo: $0) }
    case .weightedMean(let node, let weight):
      let value = range(of: node)
      result = mean(of: [(value, range(of: weight))], isDropping: isDropping)
      result.denominator = nil
      result.numbers = value.numbers
      result.excludesZero = false
      if isPossiblyEmpty { result.missing.insert(.nothingToAverage) }
    case .one(let node, let condition, let period):
      let asked = range(of: condition)
      result = refine(condition, is: true) ? range(of: node) : .nothing
      result.missing.formUnion(asked.missing.union([.notListed(period.text)]))
    case .ratings(let node, let condition, let group):
      let asked = range(of: condition)
      result = refine(condition, is: true) ? range(of: node) : .nothing
      result.excludesZero = false
      let most = group.aggregation == .median ? 2 : count.upper
      result.denominator = most.flatMap { result.denominator(dividedByUpTo: $0) }
      // A rating that is missing does not count.
      result.missing = asked.missing.union([group.tooFew(0)])
    }
    if listsMayBeMissing { result.missing.insert(.needs(program.lists[list].id.text)) }
    return result
  }
}
