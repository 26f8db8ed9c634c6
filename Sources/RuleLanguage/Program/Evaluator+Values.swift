package import KinerjaCore

// The value of each kind of node.
extension Evaluator {

  /// The value of a node, for the element at hand.
  package mutating func value(of node: Int) throws(ArithmeticError) -> RuleValue {
    switch program.nodes[node] {
    case .constant(let value): return value
    case .parameter(let index): return program.parameters[index]
    case .value(let slot):
      let value = values[slot]
      return value.isMissing ? .missing(.needs(program.slots[slot].name)) : value
    case .element(let list, let slot):
      let value = elements[list][current * program.lists[list].slots.count + slot]
      guard value.isMissing else { return value }
      let shape = program.lists[list]
      return .missing(.needs("\(shape.id)[\(current)].\(shape.slots[slot].id)"))
    case .negate(let inner): return try number(inner) { -$0 }
    case .magnitude(let inner): return try number(inner) { $0.magnitude }
    case .round(let inner, let places, let mode):
      return try number(inner) { (x) throws(ArithmeticError) in
        Ratio(try x.rounded(to: places, mode))
      }
    case .not(let inner):
      let value = try value(of: inner)
      return value.flag.map { .flag(!$0) } ?? value
    case .binary(let sign, let left, let right): return try binary(sign, left, right)
    case .conditional(let condition, let then, let otherwise):
      let answer = try value(of: condition)
      if Visitor.isTracing, !isSilent { visitor.asked(conditionAt: node, answer) }
      guard case .flag(let holds) = answer else { return answer }
      return try value(of: holds ? then : otherwise)
    case .least(let all): return try fold(all) { $1 < $0 }
    case .greatest(let all): return try fold(all) { $1 > $0 }
    case .clamp(let inner, let low, let high):
      let raised = try fold([inner, low]) { $1 > $0 }
      guard case .number(let atLeast) = raised else { return raised }
      let limit = try value(of: high)
      guard case .number(let most) = limit else { return limit }
      return .number(min(atLeast, most))
    case .coalesce(let all):
      for node in all.dropLast() {
        let value = try value(of: node)
        if !value.isMissing { return value }
      }
      return try value(of: all[all.count - 1])
    case .isMissing(let inner): return .flag(try value(of: inner).isMissing)
    case .lookup(let table, let key, let column):
      return try lookUp(table, key, column, at: node)
    case .aggregate(let aggregate, let list): return try figure(aggregate, over: list)
    }
  }

  mutating func lookUp(
    _ table: Int, _ key: Int, _ column: Int?, at node: Int
  ) throws(ArithmeticError) -> RuleValue {
    let row = try value(of: key)
    if row.isMissing { return row }
    let other = if let column { try value(of: column) } else { nil as RuleValue? }
    if let other, other.isMissing { return other }
    guard let found = try program.tables[table].find(row, other) else {
      return .missing(.outsideTable(program.tables[table].id.text))
    }
    if Visitor.isTracing, !isSilent {
      visitor.lookedUp(at: node, [row] + (other.map { [$0] } ?? []), found)
    }
    return found.value
  }

  mutating func number(
    _ node: Int, _ transform: (Ratio) throws(ArithmeticError) -> Ratio
  ) throws(ArithmeticError) -> RuleValue {
    let value = try value(of: node)
    guard case .number(let number) = value else { return value }
    return .number(try transform(number))
  }

  mutating func fold(
    _ nodes: [Int], takingIf isBetter: (Ratio, Ratio) -> Bool
  ) throws(ArithmeticError) -> RuleValue {
    var best: Ratio?
    for node in nodes {
      let value = try value(of: node)
      guard case .number(let number) = value else { return value }
      if let found = best, !isBetter(found, number) { continue }
      best = number
    }
    return best.map { .number($0) } ?? .missing(.nothingToAverage)
  }

  mutating func binary(
    _ sign: FormulaOperator, _ left: Int, _ right: Int
  ) throws(ArithmeticError) -> RuleValue {
    if sign.isLogical { return try logical(sign, left, right) }
    let one = try value(of: left)
    if one.isMissing { return one }
    let other = try value(of: right)
    if other.isMissing { return other }
    switch sign {
    case .equal: return .flag(one == other)
    case .notEqual: return .flag(one != other)
    default: break
    }
    // The compiler has seen to it that both are numbers.
    guard case .number(let a) = one, case .number(let b) = other else { return one }
    switch sign {
    case .plus: return .number(try a + b)
    case .minus: return .number(try a - b)
    case .times: return .number(try a * b)
    case .over: return b.sign == 0 ? .missing(.divisionByZero) : .number(try a / b)
    case .less: return .flag(a < b)
    case .atMost: return .flag(a <= b)
    case .greater: return .flag(a > b)
    case .atLeast: return .flag(a >= b)
    case .equal, .notEqual, .and, .or: return one
    }
  }

  /// A missing part decides nothing where the other part already decides.
  mutating func logical(
    _ sign: FormulaOperator, _ left: Int, _ right: Int
  ) throws(ArithmeticError) -> RuleValue {
    let decisive = sign == .or
    let one = try value(of: left)
    if one.flag == decisive { return one }
    let other = try value(of: right)
    if other.flag == decisive { return other }
    return one.isMissing ? one : other
  }
}
