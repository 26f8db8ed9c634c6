import KinerjaCore

// Products and quotients.
extension ColumnCompiler {
  mutating func product(
    _ one: LaneNumber, _ other: LaneNumber
  ) throws(NeedsEvaluator) -> LaneNumber {
    let missing = united(one.missing, other.missing)
    for (factor, number) in [(one, other), (other, one)] where factor.terms.isEmpty {
      var result = try scaled(number, by: factor.constant)
      result.missing = missing
      return result
    }
    let level = joined(one.level, other.level)
    let (left, right) = (at(level, one), at(level, other))
    if let a = exact(left, isDouble: true), let b = exact(right, isDouble: true) {
      let numbers = a.numbers * b.numbers
      let (grid, overflow) = a.register.denominator.multipliedReportingOverflow(
        by: b.register.denominator)
      if !overflow, let scale = try? Ratio(grid, over: 1), let size = numbers.magnitude,
        let bound = try? size * scale, bound <= Ratio(Int64(LaneKind.double.limit))
      {
        let target = ExactRegister(
          index: register(at: level, width: 8), kind: .double, denominator: grid)
        let (x, y) = (a.register.index, b.register.index)
        emit { $0.product(x, y, at: level, to: target.index) }
        return number(
          LaneAtom(source: .exact(target), level: level, denominator: grid, numbers: numbers),
          missing: missing)
      }
    }
    let (a, b) = (try sharpened(left), try sharpened(right))
    let target = filteredRegister(at: level)
    emit { $0.product(a, b, at: level, to: target) }
    return number(target, at: level, missing: missing)
  }

  /// A term of a mean: a value times its weight; where that is nought the value may be missing.
  mutating func weighed(
    _ value: LaneNumber, by weight: LaneNumber
  ) throws(NeedsEvaluator) -> LaneNumber {
    guard value.missing != .never, numbers(of: weight)?.contains(.zero) != false else {
      return try product(value, weight)
    }
    let isNought = try comparison(.equal, weight, .constant(.zero))
    var present = value
    present.missing = .never
    var result = try product(try choice(isNought, .constant(.zero), present), weight)
    result.missing = united(weight.missing, choice(isNought, missing: .never, value.missing))
    return result
  }

  mutating func quotient(
    _ one: LaneNumber, by other: LaneNumber
  ) throws(NeedsEvaluator) -> LaneNumber {
    let missing = united(one.missing, other.missing)
    if other.terms.isEmpty {
      guard other.constant.sign != 0 else {
        var result = LaneNumber.constant(.zero)
        result.missing = .always
        return result
      }
      guard let factor = try? Ratio.one / other.constant else { throw NeedsEvaluator() }
      var result = try scaled(one, by: factor)
      result.missing = missing
      return result
    }
    let level = joined(one.level, other.level)
    let (a, b) = (try sharpened(at(level, one)), try sharpened(at(level, other)))
    let (target, mask) = (filteredRegister(at: level), byteRegister(at: level))
    // Where a part is missing its lanes hold anything, and need no second look for being nought.
    let redo: Int
    if missing == .never {
      redo = redoRegister(at: level)
    } else {
      redo = byteRegister(at: level)
      emit { $0.fill(redo, with: 0, at: level) }
    }
    emit { $0.quotient(a, by: b, at: level, to: target, missing: mask, redo: redo) }
    if missing != .never { addRedo(redo, unless: missing, at: level) }
    return number(target, at: level, missing: united(missing, .mask(mask, level: level)))
  }

  /// Sends those who were marked to the exact evaluator, but not where a value is missing anyway.
  mutating func addRedo(_ marks: Int, unless missing: LaneMissing, at level: LaneLevel) {
    let isThere = negated(flag(for: missing))
    let present = materialised(isThere, at: level)
    let zero = byteRegister(at: level)
    let both = byteRegister(at: level)
    let target = redoRegister(at: level)
    emit {
      $0.fill(zero, with: 0, at: level)
      $0.choose(present, then: marks, otherwise: zero, at: level, to: both)
      $0.unite(both, into: target, at: level)
    }
  }
}
