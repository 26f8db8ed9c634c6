import KinerjaCore

// What arithmetic makes of ranges.
extension ValueRange {
  /// The range of a slot as a formula finds it: where it is missing, the formula needs it.
  func needed(as name: String) -> Self {
    mayBeMissing ? missing(because: [.needs(name)]) : self
  }

  /// The numbers under a change that keeps denominators.
  func mapped(_ change: (NumberInterval) -> NumberInterval) -> Self {
    var result = self
    result.numbers = numbers.map(change)
    return result
  }

  func rounded(to places: Int, _ mode: RoundingMode) -> Self {
    var result = mapped { $0.rounded(to: places, mode) }
    result.excludesZero = false
    result.denominator = 1
    for _ in 0..<max(places, 0) {
      result.denominator = result.denominator.flatMap { $0 > .max / 10 ? nil : $0 * 10 }
    }
    return result
  }

  /// Least or greatest of two, or anything else that is one of them or of limits between them.
  func combined(
    with other: Self, _ combine: (NumberInterval, NumberInterval) -> NumberInterval
  ) -> Self {
    var result = ValueRange(missing: missing.union(other.missing))
    guard let numbers, let their = other.numbers else { return result }
    result.numbers = combine(numbers, their)
    result.denominator = leastCommonMultiple(denominator, other.denominator)
    result.excludesZero = !mayBeZero && !other.mayBeZero
    return result
  }

  func sum(with other: Self) -> Self {
    var result = combined(with: other) { $0 + $1 }
    result.excludesZero = false
    return result
  }

  func product(with other: Self) -> Self {
    var result = combined(with: other) { $0 * $1 }
    if let factor = onlyNumber {
      result.denominator = other.denominator(times: factor)
    } else if let factor = other.onlyNumber {
      result.denominator = denominator(times: factor)
    } else if let one = denominator, let two = other.denominator {
      let (product, overflow) = one.multipliedReportingOverflow(by: two)
      result.denominator = overflow ? nil : product
    } else {
      result.denominator = nil
    }
    return result
  }

  func quotient(by other: Self) -> Self {
    var result = ValueRange(missing: missing.union(other.missing))
    if other.mayBeZero { result.missing.insert(.divisionByZero) }
    guard let numbers, let their = other.numbers else { return result }
    // On a grid no divisor but zero is nearer to zero than one step.
    let step = other.denominator.flatMap { try? Ratio(1, over: $0) }
    guard let reciprocals = their.reciprocals(leavingOut: step) else { return result }
    result.numbers = numbers * reciprocals
    if let divisor = other.onlyNumber, let factor = try? Ratio.one / divisor {
      result.denominator = denominator(times: factor)
    }
    result.excludesZero = !mayBeZero
    return result
  }

  /// The denominator after a multiplication by a number.
  private func denominator(times factor: Ratio) -> Int128? {
    guard let denominator, let share = try? Ratio(factor.numerator, over: denominator) else {
      return nil
    }
    if factor.sign == 0 { return 1 }
    let (product, overflow) = share.denominator.multipliedReportingOverflow(by: factor.denominator)
    return overflow ? nil : product
  }

  /// The denominator of means of up to so many; nil if it does not fit.
  func denominator(dividedByUpTo count: Ratio) -> Int128? {
    // Beyond 100 the least common multiple does not fit anyway.
    guard count.isWhole, count <= 100, var divisor = Optional(Int128(1)) else { return nil }
    for number in stride(from: Int128(1), through: max(count.numerator, 1), by: 1) {
      guard let next = leastCommonMultiple(divisor, number) else { return nil }
      divisor = next
    }
    guard let denominator else { return nil }
    let (product, overflow) = denominator.multipliedReportingOverflow(by: divisor)
    return overflow ? nil : product
  }

  func mayEqual(_ other: Self) -> Bool {
    if !flags.isDisjoint(with: other.flags) { return true }
    if !categories.isDisjoint(with: other.categories) { return true }
    guard let numbers, let their = other.numbers else { return false }
    return numbers.met(with: their) != nil
  }

  func mayDiffer(from other: Self) -> Bool {
    guard hasValue, other.hasValue else { return false }
    if let one = onlyNumber, let two = other.onlyNumber { return one != two }
    if numbers != nil { return true }
    return flags.count != 1 && !flags.isEmpty || flags != other.flags
      || categories.count > 1 || categories != other.categories
  }
}
