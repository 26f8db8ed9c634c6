package import KinerjaCore

/// What a value of a program may be, as far as that is known before anybody is scored.
///
/// It never leaves out a value that can come; it may hold some that cannot.
package struct ValueRange: Sendable, Hashable {
  /// The numbers; nil if no number can come.
  package var numbers: NumberInterval?
  /// A whole number with which every number times it is whole; nil if none is known.
  package var denominator: Int128?
  /// Whether zero is known not to be among the numbers although the interval holds it.
  package var excludesZero = false
  /// The flags that can come.
  package var flags: Set<Bool> = []
  /// The categories that can come.
  package var categories: Set<CategoryID> = []
  /// Why the value may be missing; empty if it is always there.
  package var missing: Set<MissingReason> = []

  package init(
    numbers: NumberInterval? = nil, denominator: Int128? = nil, flags: Set<Bool> = [],
    categories: Set<CategoryID> = [], missing: Set<MissingReason> = []
  ) {
    self.numbers = numbers
    self.denominator = denominator
    self.flags = flags
    self.categories = categories
    self.missing = missing
  }

  /// The range of one value.
  package init(_ value: RuleValue) {
    switch value {
    case .number(let number):
      self.init(numbers: NumberInterval(number, number), denominator: number.denominator)
    case .flag(let flag): self.init(flags: [flag])
    case .category(let category): self.init(categories: [category])
    case .missing(let reason): self.init(missing: [reason])
    }
  }

  /// A range without values.
  package static let nothing = ValueRange()

  /// Whether a value can come at all, missing or not.
  package var isPossible: Bool { hasValue || mayBeMissing }
  /// Whether a value that is there can come.
  package var hasValue: Bool { numbers != nil || !flags.isEmpty || !categories.isEmpty }
  /// Whether the value may be missing.
  package var mayBeMissing: Bool { !missing.isEmpty }
  /// Whether zero may be among the numbers.
  package var mayBeZero: Bool { !excludesZero && numbers?.contains(.zero) == true }
  /// The only number that can come, if there is just one.
  package var onlyNumber: Ratio? {
    guard let numbers, let low = numbers.lower, low == numbers.upper else { return nil }
    return low
  }

  /// The range of what may come from one or from the other.
  package func joined(with other: Self) -> Self {
    var result = self
    result.missing.formUnion(other.missing)
    result.flags.formUnion(other.flags)
    result.categories.formUnion(other.categories)
    guard let their = other.numbers else { return result }
    guard let own = numbers else {
      result.numbers = their
      result.denominator = other.denominator
      result.excludesZero = other.excludesZero
      return result
    }
    result.numbers = own.joined(with: their)
    result.denominator = leastCommonMultiple(denominator, other.denominator)
    result.excludesZero = !mayBeZero && !other.mayBeZero
    return result
  }

  /// The range without the numbers outside an interval.
  package func limited(to interval: NumberInterval) -> Self {
    var result = self
    result.numbers = numbers?.met(with: interval)
    return result
  }

  /// The range with other reasons for being missing.
  package func missing(because reasons: Set<MissingReason>) -> Self {
    var result = self
    result.missing = reasons
    return result
  }
}

/// The least common multiple of two positive numbers; nil if either is, or if it does not fit.
package func leastCommonMultiple(_ left: Int128?, _ right: Int128?) -> Int128? {
  guard let left, let right, left > 0, right > 0 else { return nil }
  var (a, b) = (left, right)
  while b != 0 { (a, b) = (b, a % b) }
  let (product, overflow) = (left / a).multipliedReportingOverflow(by: right)
  return overflow ? nil : product
}
