import KinerjaCore

// Each kind of node that lanes know.
extension ColumnCompiler {
  mutating func value(of node: Int) throws(NeedsEvaluator) -> LaneValue {
    switch program.nodes[node] {
    case .constant(let value): return try constant(value)
    case .parameter(let index): return try constant(program.parameters[index])
    case .value(let slot): return try value(ofSlot: slot, at: .person)
    case .element(let list, let slot): return try value(ofSlot: slot, at: .list(list))
    case .negate(let inner): return .number(try scaled(try number(inner), by: -1))
    case .magnitude(let inner): return .number(try magnitude(try number(inner)))
    case .round(let inner, let places, let mode):
      return .number(try rounded(try number(inner), to: places, mode))
    case .not(let inner): return .flag(negated(try flag(inner)))
    case .binary(let sign, let left, let right): return try binary(sign, left, right)
    case .conditional(let condition, let then, let otherwise):
      return try conditional(try flag(condition), then, otherwise)
    case .least(let all): return .number(try fold(all, isLeast: true))
    case .greatest(let all): return .number(try fold(all, isLeast: false))
    case .clamp(let inner, let low, let high):
      let raised = try fold([inner, low], isLeast: false)
      return .number(try extreme(raised, try number(high), isLeast: true))
    case .coalesce(let all): return try coalesced(all[...])
    case .isMissing(let inner): return .flag(flag(for: try value(of: inner).missing))
    case .lookup(let table, let key, let column):
      return try lookup(program.tables[table], key: key, column: column)
    case .aggregate(.last(let inner), let list):
      return try lastElement(inner, where: nil, of: list)
    case .aggregate(.one(let inner, let condition, _), let list):
      return try lastElement(inner, where: try flag(condition), of: list)
    case .aggregate(let aggregate, let list): return .number(try figure(aggregate, over: list))
    }
  }

  func constant(_ value: RuleValue) throws(NeedsEvaluator) -> LaneValue {
    switch value {
    case .number(let number): return .number(.constant(number))
    case .flag(let flag): return .flag(constant(flag))
    case .category(let category):
      return .category(LaneCode(source: .constant(0), level: .person, categories: [category]))
    case .missing: throw NeedsEvaluator()
    }
  }

  mutating func number(_ node: Int) throws(NeedsEvaluator) -> LaneNumber {
    guard case .number(let number) = try value(of: node) else { throw NeedsEvaluator() }
    return number
  }

  mutating func flag(_ node: Int) throws(NeedsEvaluator) -> LaneCode {
    guard case .flag(let flag) = try value(of: node) else { throw NeedsEvaluator() }
    return flag
  }

  private mutating func fold(_ all: [Int], isLeast: Bool) throws(NeedsEvaluator) -> LaneNumber {
    var result = try number(all[0])
    for node in all.dropFirst() {
      result = try extreme(result, try number(node), isLeast: isLeast)
    }
    return result
  }

  private mutating func binary(
    _ sign: FormulaOperator, _ left: Int, _ right: Int
  ) throws(NeedsEvaluator) -> LaneValue {
    switch (try value(of: left), try value(of: right)) {
    case (.number(let one), .number(let other)):
      switch sign {
      case .plus: return .number(try sum(one, other))
      case .minus: return .number(try sum(one, other, times: -1))
      case .times: return .number(try product(one, other))
      case .over: return .number(try quotient(one, by: other))
      default: return .flag(try comparison(sign, one, other))
      }
    case (.flag(let one), .flag(let other)):
      switch sign {
      case .and, .or: return .flag(logical(isOr: sign == .or, one, other))
      case .equal, .notEqual:
        return .flag(try equality(one, other, isEqual: sign == .equal))
      default: throw NeedsEvaluator()
      }
    case (.category(let one), .category(let other)):
      guard sign == .equal || sign == .notEqual else { throw NeedsEvaluator() }
      return .flag(try equality(one, other, isEqual: sign == .equal))
    default: throw NeedsEvaluator()
    }
  }

  private mutating func conditional(
    _ flag: LaneCode, _ then: Int, _ otherwise: Int
  ) throws(NeedsEvaluator) -> LaneValue {
    if case .constant(let byte) = flag.source, flag.missing == .never {
      return try value(of: byte != 0 ? then : otherwise)
    }
    return try choice(flag, try value(of: then), try value(of: otherwise))
  }

  mutating func choice(
    _ flag: LaneCode, _ then: LaneValue, _ otherwise: LaneValue
  ) throws(NeedsEvaluator) -> LaneValue {
    switch (then, otherwise) {
    case (.number(let one), .number(let other)): return .number(try choice(flag, one, other))
    case (.flag(let one), .flag(let other)): return .flag(try choice(flag, one, other))
    case (.category(let one), .category(let other)):
      return .category(try choice(flag, one, other))
    default: throw NeedsEvaluator()
    }
  }

  private mutating func coalesced(_ all: ArraySlice<Int>) throws(NeedsEvaluator) -> LaneValue {
    guard let node = all.first else { throw NeedsEvaluator() }
    let value = try value(of: node)
    guard all.count > 1, value.missing != .never else { return value }
    if value.missing == .always { return try coalesced(all.dropFirst()) }
    let isMissing = flag(for: value.missing)
    return try choice(isMissing, try coalesced(all.dropFirst()), value.present)
  }
}

extension LaneValue {
  /// The value as if it were never missing, for where that has been asked already.
  var present: LaneValue { with(.never) }

  func with(_ missing: LaneMissing) -> LaneValue {
    switch self {
    case .number(var number):
      number.missing = missing
      return .number(number)
    case .flag(var code):
      code.missing = missing
      return .flag(code)
    case .category(var code):
      code.missing = missing
      return .category(code)
    }
  }
}
