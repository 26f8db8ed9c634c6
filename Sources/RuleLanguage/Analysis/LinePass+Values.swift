import KinerjaCore

// How each kind of node depends on the input that varies.
extension LinePass {

  mutating func value(of node: Int) throws -> LineValue {
    switch program.nodes[node] {
    case .constant(let value): return LineValue(value)
    case .parameter(let index): return LineValue(program.parameters[index])
    case .value(let slot): return values[slot]
    case .element(let list, let slot):
      return elements[list][current * program.lists[list].slots.count + slot]
    case .negate(let inner): return try number(inner) { -$0 }
    case .magnitude(let inner):
      guard case .number(let function) = try value(of: inner) else { return try value(of: inner) }
      return .number(try keepSign(of: function) < 0 ? -function : function)
    case .round(let inner, let places, let mode):
      guard case .number(let function) = try value(of: inner) else { return try value(of: inner) }
      return try rounded(function, places, mode)
    case .not(let inner):
      guard case .fixed(.flag(let flag)) = try value(of: inner) else {
        return try value(of: inner)
      }
      return .fixed(.flag(!flag))
    case .binary(let sign, let left, let right): return try binary(sign, left, right)
    case .conditional(let condition, let then, let otherwise):
      guard case .fixed(.flag(let holds)) = try value(of: condition) else {
        return try value(of: condition)
      }
      return try value(of: holds ? then : otherwise)
    case .least(let all): return try extreme(all.map { try value(of: $0) }, sign: -1)
    case .greatest(let all): return try extreme(all.map { try value(of: $0) }, sign: 1)
    case .clamp(let inner, let low, let high):
      let atLeast = try extreme([try value(of: inner), try value(of: low)], sign: 1)
      guard case .number = atLeast else { return atLeast }
      return try extreme([atLeast, try value(of: high)], sign: -1)
    case .coalesce(let all):
      for node in all.dropLast() {
        let value = try value(of: node)
        if case .fixed(.missing) = value { continue }
        return value
      }
      return try value(of: all[all.count - 1])
    case .isMissing(let inner):
      if case .fixed(.missing) = try value(of: inner) { return .fixed(true) }
      return .fixed(false)
    case .lookup(let table, let key, let column):
      return try lookUp(
        program.tables[table], try value(of: key), try column.map { try value(of: $0) })
    case .aggregate(let aggregate, let list):
      return try figure(aggregate, over: list, dropping: false)
    }
  }

  private mutating func number(
    _ node: Int, _ transform: (LineFunction) -> LineFunction
  ) throws -> LineValue {
    let value = try value(of: node)
    return value.function.map { .number(transform($0)) } ?? value
  }

  private mutating func binary(
    _ sign: FormulaOperator, _ left: Int, _ right: Int
  ) throws -> LineValue {
    let one = try value(of: left)
    if sign.isLogical {
      let decisive = RuleValue.flag(sign == .or)
      if one == .fixed(decisive) { return one }
      let other = try value(of: right)
      if other == .fixed(decisive) { return other }
      if case .fixed(.missing) = one { return one }
      return other
    }
    if case .fixed(.missing) = one { return one }
    let other = try value(of: right)
    if case .fixed(.missing) = other { return other }
    guard case .number(let f) = one, case .number(let g) = other else {
      return .fixed(.flag((one == other) == (sign == .equal)))
    }
    switch sign {
    case .plus: return try known(LineFunction.sum(f, g))
    case .minus: return try known(LineFunction.sum(f, -g))
    case .times: return try known(LineFunction.product(f, g))
    case .over:
      guard try keepSign(of: g) != 0 else { return .fixed(.missing(.divisionByZero)) }
      return try known(LineFunction.quotient(f, g))
    default: break
    }
    let order = try self.sign(f, less: g)
    switch sign {
    case .less: return .fixed(.flag(order < 0))
    case .atMost: return .fixed(.flag(order <= 0))
    case .greater: return .fixed(.flag(order > 0))
    case .atLeast: return .fixed(.flag(order >= 0))
    case .equal: return .fixed(.flag(order == 0))
    default: return .fixed(.flag(order != 0))
    }
  }

  private func known(_ function: LineFunction?) throws -> LineValue {
    guard let function else { throw Shapeless() }
    return .number(function)
  }

  /// The largest of several numbers by sign 1, the smallest by sign −1.
  mutating func extreme(_ all: [LineValue], sign wanted: Int) throws -> LineValue {
    var best: LineFunction?
    for value in all {
      guard case .number(let function) = value else { return value }
      guard let found = best else {
        best = function
        continue
      }
      if try sign(function, less: found) == wanted { best = function }
    }
    return best.map { .number($0) } ?? .fixed(.missing(.nothingToAverage))
  }

  /// A rounded number is constant between two multiples of half its last place, where alone any
  /// way of rounding can change its mind.
  mutating func rounded(
    _ function: LineFunction, _ places: Int, _ mode: RoundingMode
  ) throws -> LineValue {
    let here = try function.value(at: x)
    let result = Ratio(try here.rounded(to: places, mode))
    guard !function.isConstant else { return .number(LineFunction(result)) }
    let half = try Self.power(-places) / 2
    let below = Ratio(try (here / half).rounded(to: 0, .floor))
    let borders = [try below * half, try (below + 1) * half]
    for border in borders { _ = try sign(function, less: LineFunction(border)) }
    return .number(LineFunction(result))
  }

  private static func power(_ exponent: Int) throws -> Ratio {
    let ten = (0..<exponent.magnitude).reduce(Int128(1)) { power, _ in power * 10 }
    return exponent < 0 ? try Ratio(1, over: ten) : try Ratio(ten, over: 1)
  }

  // MARK: - Lists and means

  mutating func figure(
    _ aggregate: ProgramAggregate, over list: Int, dropping: Bool
  ) throws -> LineValue {
    guard let count = counts[list] else { return .fixed(.missing(.notGiven)) }
    func forEach(_ pass: inout LinePass, _ node: Int) throws -> [LineValue] {
      let before = pass.current
      defer { pass.current = before }
      var all: [LineValue] = []
      for element in 0..<count {
        pass.current = element
        all.append(try pass.value(of: node))
      }
      return all
    }
    switch aggregate {
    case .count: return .number(LineFunction(Ratio(count)))
    case .countWhere(let condition):
      var number: Int64 = 0
      for value in try forEach(&self, condition) {
        guard case .fixed(.flag(let flag)) = value else { return value }
        if flag { number += 1 }
      }
      return .number(LineFunction(Ratio(number)))
    case .sum(let node):
      var sum = LineFunction(0)
      for value in try forEach(&self, node) {
        guard case .number(let function) = value else { return value }
        guard let next = try LineFunction.sum(sum, function) else { throw Shapeless() }
        sum = next
      }
      return .number(sum)
    case .least(let node): return try extreme(try forEach(&self, node), sign: -1)
    case .greatest(let node): return try extreme(try forEach(&self, node), sign: 1)
    case .last(let node):
      guard let last = try forEach(&self, node).last else {
        return .fixed(.missing(.nothingToAverage))
      }
      return last
    case .mean(let node):
      let terms = try forEach(&self, node).map { ($0, LineValue.number(LineFunction(1))) }
      return try mean(of: terms, dropping: dropping)
    case .weightedMean(let node, let weight):
      let terms = zip(try forEach(&self, node), try forEach(&self, weight)).map { ($0, $1) }
      return try mean(of: terms, dropping: dropping)
    case .one(let node, let condition, let period):
      var found = LineValue.fixed(.missing(.notListed(period.text)))
      for (answer, value) in zip(try forEach(&self, condition), try forEach(&self, node)) {
        guard case .fixed(.flag(let holds)) = answer else { return answer }
        if holds { found = value }
      }
      return found
    case .ratings(let node, let condition, let group):
      var ratings: [LineFunction] = []
      for (answer, value) in zip(try forEach(&self, condition), try forEach(&self, node)) {
        guard case .fixed(.flag(let holds)) = answer else { return answer }
        if holds, case .number(let rating) = value { ratings.append(rating) }
      }
      guard ratings.count >= max(1, group.minimumCount) else {
        return .fixed(.missing(group.tooFew(ratings.count)))
      }
      return try figure(of: ratings, group.aggregation)
    }
  }

  /// The figure of ratings in the order that they have here.
  private mutating func figure(
    of ratings: [LineFunction], _ aggregation: RatingAggregation
  ) throws -> LineValue {
    var sorted: [LineFunction] = []
    for rating in ratings {
      var place = sorted.count
      while place > 0, try sign(rating, less: sorted[place - 1]) < 0 { place -= 1 }
      sorted.insert(rating, at: place)
    }
    let cut = try aggregation.trimmed(of: ratings.count)
    let kept = sorted.dropFirst(cut).dropLast(cut)
    let one = LineValue.number(LineFunction(1))
    return try mean(of: kept.map { (.number($0), one) }, dropping: false)
  }

  mutating func mean(
    of terms: [(value: LineValue, weight: LineValue)], dropping: Bool
  ) throws -> LineValue {
    var (sum, weights) = (LineFunction(0), LineFunction(0))
    for term in terms {
      guard case .number(let weight) = term.weight else { return term.weight }
      let sign = try keepSign(of: weight)
      if sign < 0 { return .fixed(.missing(.negativeWeight)) }
      guard case .number(let value) = term.value else {
        if sign == 0 { continue }
        // How much may be left out depends on weights alone; they must not move then.
        guard dropping else { return term.value }
        guard weight.isConstant else { throw Shapeless() }
        continue
      }
      guard let part = try LineFunction.product(weight, value),
        let nextSum = try LineFunction.sum(sum, part),
        let nextWeights = try LineFunction.sum(weights, weight)
      else { throw Shapeless() }
      (sum, weights) = (nextSum, nextWeights)
    }
    guard try keepSign(of: weights) != 0 else { return .fixed(.missing(.divisionByZero)) }
    guard let mean = try LineFunction.quotient(sum, weights) else { throw Shapeless() }
    return .number(mean)
  }
}
